"""Settings of this computer's user: they are kept beside the record, and seen at once."""

from typing import TYPE_CHECKING, Final, cast

from desktop_app.ui.desk import Desk

if TYPE_CHECKING:
    from desktop_app.i18n import Language
    from desktop_app.ui.kept import Appearance

_DEFAULTS: Final = {"mail": "draft"}


def window_choice(desk: Desk, path: tuple[str, ...]) -> object:
    """Give a choice by its path: ``("window", "language")``."""
    name = path[1]
    if name == "language":
        return desk.language
    if name == "appearance":
        return desk.kept.appearance
    if name == "text_size":
        return str(desk.kept.text_size)
    return desk.kept.choice(name, _DEFAULTS[name])


def change_choice(desk: Desk, path: tuple[str, ...], value: object) -> None:
    """Make a choice, show it in the window and keep it."""
    name, text = path[1], str(value)
    if name == "language":
        desk.set_language(cast("Language", text))
    elif name == "appearance":
        desk.set_appearance(cast("Appearance", text))
    elif name == "text_size":
        desk.set_text_size(int(text))
    else:
        desk.kept.remember(name, text)
