"""What the palette looks through: the record itself, off the window's thread."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.search import Kind
    from db.unit_of_work import Reading
    from desktop_app.services.search import Hit

_REMEMBERED: Final = 12
_READ: Final = (
    *("sessions", "session_days", "session_types", "people", "appointments", "bodies"),
    *("body_names", "outcomes", "outcome_bodies", "interventions", "agenda_items"),
    "issued_documents",
)
"""Kinds of record of which something is shown."""
_ADDRESSED: Final[dict[str, "Kind"]] = {"person": "person", "session": "session", "body": "body"}
"""The kind of record of each screen that shows one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for.

    Attributes:
        query: as it was typed, without its sign.
        kinds: of record; all when empty.
        limit: so many of each kind at most.
        recent: where the user was, when nothing was typed.
    """

    query: str
    limit: int
    kinds: "tuple[Kind, ...]" = ()
    recent: tuple[Address, ...] = ()


class Finder(QObject):
    """Asks the open record, one question after the other; of those that wait, the last alone.

    Attributes:
        recent: where the user was, the last place first, each once.
        hits: what was found last.
        renewed: emitted when an answer is there.
        outdated: emitted when something was written that may be found.
    """

    renewed = Signal()
    outdated = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._listening = False
        self._asked: Asked | None = None
        self._answered: Asked | None = None
        self._working = False
        self._stale = False
        self.recent: list[Address] = []
        self.hits: tuple[Hit, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether what was asked last is not answered yet."""
        return self._working

    def visited(self, address: Address) -> None:
        """Remember where the user goes; of one page, its last part."""
        others = [one for one in self.recent if not one.same_page(address)]
        self.recent = [address, *others][:_REMEMBERED]

    def warm(self) -> None:
        """Have ready what the first question needs."""
        if self._asked is None:
            self.ask(Asked("", 0))

    def ask(self, asked: Asked) -> None:
        """Look for something; `renewed` tells when it was found."""
        self._asked = asked
        if not self._working and asked != self._answered:
            self._work()

    def _work(self) -> None:
        store, asked = self._desk.store, self._asked
        if store is None or asked is None:
            return
        if not self._listening:
            self._listening = True
            self._desk.notifier.subscribe(_READ, self._forget)
        self._working, self._stale = True, False

        def work(_: object) -> "tuple[Hit, ...]":
            with store.read() as reading:
                return _answer(reading, asked, date.today())  # noqa: DTZ011 - the user's own day

        self._desk.runner.run(work, self._taking(asked), self._fail)

    def _taking(self, asked: Asked) -> "Callable[[tuple[Hit, ...]], None]":
        def take(hits: "tuple[Hit, ...]") -> None:
            self._working = False
            if self._asked != asked or self._stale:
                self._work()  # the user typed on, or it was written meanwhile
                return
            self.hits, self._answered = hits, asked
            self.renewed.emit()

        return take

    def _forget(self) -> None:
        self._answered, self._stale = None, True
        self.outdated.emit()

    def _fail(self, error: Exception) -> None:
        self._working, self.hits = False, ()
        self._desk.show_error(error)
        self.renewed.emit()


def _answer(reading: "Reading", asked: Asked, today: date) -> "tuple[Hit, ...]":
    from desktop_app.services import search  # the database is loaded by now

    kinds = asked.kinds or search.KINDS
    if asked.query.strip():
        return search.find(reading, asked.query, asked.limit, today, kinds)
    if asked.kinds:
        return search.first_people(reading, asked.limit, today)
    ids: dict[Kind, list[int]] = {}
    for one in asked.recent:
        if one.key is not None and one.place in _ADDRESSED:
            ids.setdefault(_ADDRESSED[one.place], []).append(one.key)
    return tuple(
        hit for kind, keys in ids.items() for hit in search.get(reading, kind, keys, today)
    )
