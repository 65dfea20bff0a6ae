"""Bring the catalogues up to date: `python -m tests.catalogues`.

Finds every message of the sources, merges it into `resources/locale`, compiles, and names what
is still untranslated; translate in the ``.po`` files and run it again.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
Keywords = dict[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None]
ANYWHERE: Keywords = {"N_": None, "UserError": None}
SPOKEN: Keywords = ANYWHERE | {"say": None, "plural": (1, 2)}
"""On the floors that speak to the user; papers have words of their own."""

SOURCES = {
    "db": ANYWHERE,
    "desktop_app/wording": ANYWHERE,
    "desktop_app/documents": ANYWHERE,
    "desktop_app/services": ANYWHERE,
    "desktop_app/exchange": SPOKEN,
    "desktop_app/mail": ANYWHERE,
    "desktop_app/ui": SPOKEN,
    "desktop_app": SPOKEN,
}
LANGUAGES = ("ar", "fr")


def po_file(language: str) -> Path:
    """Where the translations of a language are kept."""
    return ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "mahdar.po"


def extracted() -> Catalog:
    """Find every message in the sources."""
    found = Catalog(project="Mahdar", charset="utf-8")
    for folder, keywords in SOURCES.items():
        pattern = "*.py" if folder == "desktop_app" else "**.py"
        for file, _, message, comments, _ in extract_from_dir(
            ROOT / folder, [(pattern, "python")], keywords=keywords, comment_tags=("Translators:",)
        ):
            where = [(f"{folder}/{file}".replace("\\", "/"), 0)]
            found.add(message, locations=where, auto_comments=comments)
    return found


def stored(language: str) -> Catalog:
    """Read the translations of a language."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """Give the bytes that the program reads."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def messages(catalogue: Catalog) -> list[Message]:
    """List a catalogue's messages without its head."""
    return [message for message in catalogue if message.id]


def untranslated(catalogue: Catalog) -> list[Message]:
    """List messages with a form missing or only guessed."""
    return [
        message
        for message in messages(catalogue)
        if message.fuzzy
        or not all(message.string if isinstance(message.string, tuple) else [message.string])
    ]


def update(language: str) -> Catalog:
    """Merge the sources' messages into a language, and compile it."""
    catalogue = stored(language)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    path = po_file(language)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    path.with_suffix(".mo").write_bytes(compiled(stored(language)))
    return stored(language)


def main() -> int:
    """Update every language and say what is left to translate."""
    left = {language: untranslated(update(language)) for language in LANGUAGES}
    for language, missing in left.items():
        for message in missing:
            sys.stdout.write(f"{language}: {message.id!r}\n")
    return 1 if any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
