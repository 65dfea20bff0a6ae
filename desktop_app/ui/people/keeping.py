"""What is typed on the page of one record is kept field by field."""

from typing import TYPE_CHECKING

from desktop_app.services.validation import FieldError
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.saved_sign import SavedSign

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.unit_of_work import UnitOfWork


class Keeping:
    """Writes for the record that is shown; what is refused stays typed, with why beside it.

    Args:
        desk: of the window.
        sign: says that all is saved.
        reload: reads the record again.
    """

    def __init__(self, desk: Desk, sign: SavedSign, reload: "Callable[[], object]") -> None:
        self._desk = desk
        self._sign = sign
        self._reload = reload
        self._shown = 0
        self._waiting = 0
        self._written = 0
        self._outdated = False

    def begin_reading(self) -> "Callable[[], bool]":
        """Note that the record begins to be read.

        Returns:
            Called when it was read, tells whether that may be shown: nothing was written since, or
            it would take back what was typed. If it may not, the record is read again when all is
            written.
        """
        written = self._written

        def may_show() -> bool:
            if written == self._written and not self._waiting:
                return True
            self._outdated = True
            self._read_again()
            return False

        return may_show

    def show_other(self) -> None:
        """Another record is shown from now on: what the last one refuses is told above."""
        self._shown += 1
        self._sign.show_rest()

    def keep(self, field: Field, use_case: str, change: "Callable[[UnitOfWork], object]") -> None:
        """Write what was typed in a field, or say there what is wrong with it."""
        shown = self._shown
        self._waiting += 1
        self._written += 1
        self._sign.show_saving()

        def done(_: object) -> None:
            self._waiting -= 1
            self._read_again()
            self._sign.show_saved()
            if shown == self._shown:
                field.set_error(None)

        def refuse(error: Exception) -> None:
            self._waiting -= 1
            self._read_again()
            self._sign.show_failed()
            if isinstance(error, FieldError) and shown == self._shown:
                field.set_error(error.problem)
            else:
                self._desk.show_error(error)

        self._desk.write(use_case, change, done, refuse)

    def _read_again(self) -> None:
        if self._outdated and not self._waiting:
            self._outdated = False
            self._reload()
