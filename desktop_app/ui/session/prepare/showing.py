"""Putting what is on file into a field, without disturbing who types there."""

from typing import TYPE_CHECKING

from desktop_app.services.text import cleaned

if TYPE_CHECKING:
    from desktop_app.ui.widgets.line_edit import LineEdit


def show_line(edit: "LineEdit", kept: str) -> None:
    """Show a text on one line, unless it stands there already but for what is cleaned away."""
    if cleaned(edit.text(), one_line=True) != kept:
        edit.show_text(kept)
