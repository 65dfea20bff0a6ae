"""What the page asks for in a dialog: a new point, and all of a line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.services.agenda import add_item
from desktop_app.services.line_details import edit_line
from desktop_app.services.sessions import get_session
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.details import LineDetails
from desktop_app.ui.session.minutes.new_item import NewItem
from desktop_app.wording.bilingual import PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.unit_of_work import UnitOfWork
    from desktop_app.services.drafts import AgendaDraft
    from desktop_app.services.session_data import Intervention


def ask_item(
    desk: Desk, session_id: int, language: PaperLanguage, added: Callable[[int], object]
) -> None:
    """Ask for a point of the agenda, and give its id when it is recorded."""
    dialog = NewItem(desk, language)

    def done(item_id: int) -> None:
        dialog.leave()
        added(item_id)

    def write(draft: "AgendaDraft") -> None:
        desk.write(
            "agenda.add_item",
            lambda work: add_item(work, session_id, draft),
            done,
            dialog.refuse,
            told=desk.say("Item added"),
        )

    dialog.added.connect(write)
    desk.ask(dialog)


def ask_details(desk: Desk, session_id: int, uid: str) -> None:
    """Show all of a line, as soon as what was typed of it is kept."""

    def read(work: "UnitOfWork") -> "Intervention | None":
        lines = get_session(work, session_id).interventions
        return next((line for line in lines if line.uid == uid), None)

    def show(line: "Intervention | None") -> None:
        if line is not None:
            _show_details(desk, line)

    desk.write("line_details.read", read, show, undoable=False)


def _show_details(desk: Desk, line: "Intervention") -> None:
    dialog = LineDetails(desk, line)

    def write(changes: "Mapping[tuple[str, ...], object]") -> None:
        desk.write(
            "line_details.edit_line",
            lambda work: edit_line(work, line.id, changes),
            lambda _: dialog.leave(),
            dialog.refuse,
            told=desk.say("Line changed"),
        )

    dialog.saved.connect(write)
    desk.ask(dialog)
