"""The user's guide, cut into the sections that the window shows one at a time.

The guide is `docs/guide-ar.md` and `docs/guide-fr.md`: each section begins with a line such as
``<!-- attendance -->``, which names the screen that it tells of.
"""

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from desktop_app.i18n import N_, Language
from desktop_app.ui.addresses import Address

_MARK: Final = re.compile(r"^<!-- ([a-z-]+) -->$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the guide; `message` is an English catalogue message."""

    code: str
    message: str
    icon: str


SECTIONS: Final = (
    Section("begin", N_("To begin"), "book-open"),
    Section("home", N_("Home"), "house"),
    Section("sessions", N_("Sessions"), "calendar-blank"),
    Section("prepare", N_("Prepare"), "notebook"),
    Section("attendance", N_("Attendance"), "user-list"),
    Section("minutes", N_("The minutes"), "note-pencil"),
    Section("outcomes", N_("Outcomes"), "list-checks"),
    Section("papers", N_("Papers"), "files"),
    Section("follow-ups", N_("Follow-ups"), "clipboard-text"),
    Section("reports", N_("Reports"), "chart-bar"),
    Section("people", N_("People"), "users"),
    Section("settings", N_("Settings"), "gear-six"),
    Section("safety", N_("Safety of the record"), "shield-check"),
)
_UNDER: Final = {"person": "people", "body": "people", "group": "people", "history": "safety"}


def language_of(language: Language) -> str:
    """Give the language of the guide that serves in a window: Arabic, else French."""
    return "ar" if language == "ar" else "fr"


def section_for(address: Address | None) -> str:
    """Give the section that tells of a screen."""
    if address is None:
        return SECTIONS[0].code
    code = address.part.partition("/")[0] if address.place == "session" else address.place
    code = _UNDER.get(code, code)
    return code if code in {one.code for one in SECTIONS} else SECTIONS[0].code


def folder() -> Path:
    """Give the folder of the guide and its pictures, in a checkout and in a wheel alike."""
    return Path(str(files("resources"))).parent / "docs"


def read(language: str) -> dict[str, str]:
    """Give the Markdown of each section by its code.

    Args:
        language: ``ar`` or ``fr``.
    """
    text = (folder() / f"guide-{language}.md").read_text(encoding="utf-8")
    _, *pieces = _MARK.split(text)
    return {code: words.strip() for code, words in zip(pieces[::2], pieces[1::2], strict=True)}
