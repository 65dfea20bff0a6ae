"""What a settings page is made of: data that the form reads, no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.services.settings import Settings
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.settings.binding import Binding

Path = tuple[str, ...]
"""``("institution", "city", "ar")`` in the record, ``("window", "language")`` on this computer."""
Choices = tuple[tuple[str, str], ...]
"""Values, each with its English catalogue message."""

EDITOR_WIDTH = 240
"""Of the editors of one line, in logical pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `latin` for what is written from left to right in every language."""

    latin: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in Arabic and in French: two lines, or two areas of several lines."""

    several: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A list of lines, typed as a small text; `latin` for French."""

    latin: bool = False


@dataclass(frozen=True, slots=True)
class Toggle:
    """On or off."""


@dataclass(frozen=True, slots=True)
class Segments:
    """One of a few, all in sight; `whole` when the value is a number."""

    choices: Choices
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """One of many, in a drop-down; `whole` when the value is a number."""

    choices: Choices
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PersonPick:
    """One of the people on file, or nobody."""


@dataclass(frozen=True, slots=True)
class PicturePick:
    """A picture chosen among files, shown small, taken away."""


Editor = Line | Pair | Lines | Toggle | Segments | Pick | PersonPick | PicturePick


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        path: where it is kept.
        message: English catalogue message that names it.
        explanation: another one, under it; may be empty.
        editor: how it is changed.
        shown_on: kind of paper that shows what it does.
        wide: the editor stands under its name, over the whole width.
        when: whether it does anything under other settings; it is hidden where it does not.
    """

    path: Path
    message: str
    explanation: str = ""
    editor: Editor = Line()
    shown_on: str = "minutes"
    wide: bool = False
    when: "Callable[[Settings], bool] | None" = None


@dataclass(frozen=True, slots=True)
class Special:
    """A block of a page that is more than one setting: a list, a fact, a check."""

    make: "Callable[[Desk, Binding], QWidget]"
    when: "Callable[[Settings], bool] | None" = None
    shown_on: str = "minutes"


@dataclass(frozen=True, slots=True)
class Part:
    """A page of settings; `message` is an English catalogue message.

    Attributes:
        preview: whether a paper beside it shows what its settings do.
    """

    code: str
    message: str
    icon: str
    entries: Sequence[Setting | Special]
    preview: bool = True
