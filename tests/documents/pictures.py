"""Pictures of the papers: `python -m tests.documents.pictures OUT_DIR [DPI]`.

Every page of every paper of the sample centre, in Arabic, in French and in both, as
`SESSION-KIND-LANGUAGE-PAGE.png`; the README's are the first pages of session 4.
"""

import sys
import tempfile
from pathlib import Path

import pypdfium2

from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Reading
from desktop_app.documents.papers import KINDS
from desktop_app.documents.rendering import render
from desktop_app.services import sample
from desktop_app.services.session_list import list_sessions
from desktop_app.wording.bilingual import PaperLanguage

LANGUAGES: dict[str, tuple[PaperLanguage, ...]] = {
    "ar": ("ar",),
    "fr": ("fr",),
    "both": ("ar", "fr"),
}


def take_all(reading: Reading, out: Path, dpi: float) -> None:
    """Draw every page of every paper that can be made."""
    for session in list_sessions(reading):
        for kind in KINDS:
            for name, languages in LANGUAGES.items():
                try:
                    pdf = render(reading, kind, session.id, languages).pdf
                except UserError:
                    continue
                for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
                    picture = page.render(scale=dpi / 72).to_pil()
                    picture.save(out / f"{session.id}-{kind}-{name}-{number:02}.png")


def main(out: Path, dpi: float) -> None:
    """Make a sample centre and draw its papers."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        create_store(Path(folder) / "sample.mahdar") as store,
    ):
        with store.write("sample.fill") as work:
            sample.fill(work)
        with store.read() as reading:
            take_all(reading, out, dpi)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 105)
