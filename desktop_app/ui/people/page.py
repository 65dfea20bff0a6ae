"""The screen of people: people, bodies, groups, and who may be on file twice."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services import removing
from desktop_app.services.body_list import BodyRow, GroupRow
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.people import views
from desktop_app.ui.people.listing import Listing
from desktop_app.ui.people.rows import SHOWN_IN_LIST, SHOWN_OF_BODIES, SHOWN_OF_GROUPS
from desktop_app.ui.people.views import VIEWS, AlikeRow
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.theme import PAGE_MARGIN
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.table import Table
from desktop_app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from desktop_app.wording.bilingual import Bilingual

_PLACES = {"people": "person", "bodies": "body", "groups": "group", "alike": "person"}
_REMOVERS = {
    "people": ("people.remove", removing.remove_person),
    "bodies": ("bodies.remove", removing.remove_body),
    "groups": ("groups.remove", removing.remove_group),
    "alike": ("people.remove", removing.remove_person),
}
_NEW = {
    "people": (N_("New person"), "user-plus"),
    "bodies": (N_("New body"), "plus"),
    "groups": (N_("New group"), "plus"),
}


class PeoplePage(QWidget):
    """Four lists, one in front.

    Attributes:
        header: the window puts it above the messages.
        listings: the lists, by the code of their view.
        tabs: the row of views.
        column: holds that row, then the list in front.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.header = PageHeader(desk)
        self.tabs = Tabs(desk, N_("Views"), VIEWS)
        self.column = QVBoxLayout(self)
        self._stack = QStackedWidget()
        self._new_act = Act(desk, N_("New person"), self._add, icon="user-plus", key="Ctrl+N")
        self._open_act = Act(desk, N_("Open"), self._open_current, key="Enter")
        self._edit_act = Act(desk, N_("Edit"), self._edit, key="F2")
        self._remove_act = Act(desk, N_("Delete"), self._remove, icon="trash", key="Del")
        self._merge_act = Act(desk, N_("Merge"), self._merge, icon="arrows-merge", key="F8")
        self._merge_group_act = Act(
            desk, N_("Merge"), self._merge, icon="arrows-merge", key="Enter"
        )
        new, merge = self._new_act, self._merge_act
        self.listings: dict[str, Listing[Any]] = {
            "people": Listing(desk, views.people(desk), (merge, new), new=new, many=True),
            "bodies": Listing(desk, views.bodies(desk), (merge, new), new=new, many=True),
            "groups": Listing(desk, views.groups(desk), (new,), new=new),
            "alike": Listing(desk, views.alike(desk), (self._merge_group_act,)),
        }
        self._acts = (
            Act(desk, N_("Filter"), self._filter, key="Ctrl+F"),
            *(self._open_act, self._new_act, self._edit_act, self._remove_act, self._merge_act),
            Act(desk, N_("Next view"), lambda: self.tabs.step(1), key="Ctrl+PgDn"),
            Act(desk, N_("Previous view"), lambda: self.tabs.step(-1), key="Ctrl+PgUp"),
        )
        self._lay_out()
        self._connect()
        self.dress()

    @property
    def acts(self) -> Sequence[Act]:
        """What keys do here."""
        alike = (self._merge_group_act,) if self.tabs.code == "alike" else ()
        return (*alike, *self._acts, self.listing.clearing)

    @property
    def listing(self) -> Listing[Any]:
        """The list in front."""
        return self.listings[self.tabs.code]

    @property
    def filter(self) -> FilterField:
        """The field that narrows the list in front."""
        return self.listing.filter

    @property
    def table(self) -> Table[Any]:
        """The rows of the list in front."""
        return self.listing.table

    def open(self, address: Address) -> None:
        """Show a view: the part of the address is its code; the one shown last when empty."""
        self.tabs.show_tab(address.part or self.tabs.code)
        self._stack.setCurrentWidget(self.listing)
        self.listing.need()
        self._offer()
        self.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def dress(self) -> None:
        """Take the words anew."""
        self.header.title.setText(self._desk.say("People"))
        self._say_count()

    # --- what the acts do ---

    def _filter(self) -> None:
        self.listing.go_to_filter()

    def _open_current(self) -> None:
        if (row := self.table.current) is not None:
            self._desk.go(Address(_PLACES[self.tabs.code], row.id))

    def _edit(self) -> None:
        if (row := self.table.current) is not None:
            self._desk.go(Address(_PLACES[self.tabs.code], row.id, "edit"))

    def _add(self) -> None:
        from desktop_app.ui.people.adding import AddDialog  # when one is added

        kind = _PLACES[self.tabs.code]
        dialog = AddDialog(self._desk, kind)
        dialog.added.connect(lambda key: self._desk.go(Address(kind, key, "edit")))
        self._desk.ask(dialog)

    def _remove(self) -> None:
        if (row := self.table.current) is None:
            return
        use_case, remove = _REMOVERS[self.tabs.code]
        name = self._name_of(row)
        self._desk.write(
            use_case,
            lambda work: remove(work, row.id),
            failed=self._desk.show_error,
            told=self._desk.say("Deleted: {name}", name=name),
        )

    def _merge(self) -> None:
        if (both := self._both()) is None:
            return
        from desktop_app.ui.people.merge import ask_to_merge  # when two are merged

        ask_to_merge(self._desk, "body" if self.tabs.code == "bodies" else "person", *both)

    # --- inside ---

    def _both(self) -> tuple[int, int] | None:
        """Give the two that would be merged: those chosen, or one and the next like it."""
        if self.tabs.code != "alike":
            chosen = [row.id for row in self.table.chosen]
            return (chosen[0], chosen[1]) if len(chosen) == 2 else None
        if (row := self.table.current) is None:
            return None
        others = [
            other.id
            for at in range(self.table.rows.rowCount())
            if (other := self.table.rows.row(at)) is not None
            and other.group == row.group
            and other.id != row.id
        ]
        return (row.id, others[0]) if others else None

    def _name_of(self, row: PersonRow | BodyRow | GroupRow | AlikeRow) -> str:
        named: Bilingual = row.person.name if isinstance(row, AlikeRow) else row.name
        return (name_for if isinstance(row, BodyRow) else text_for)(named, self._desk.language)

    def _offer(self) -> None:
        code, some = self.tabs.code, self.table.current is not None
        for act in (self._open_act, self._edit_act, self._remove_act):
            act.set_offered(some)
        if code in _NEW:
            self._new_act.set_message(*_NEW[code])
        self._new_act.set_offered(code in _NEW)
        two = N_("Choose two to be merged: Ctrl or Shift with the arrows.")
        self._merge_act.set_offered(code != "alike" and self._both() is not None, two)
        self._merge_group_act.set_offered(code == "alike" and self._both() is not None)

    def _say_count(self) -> None:
        say = self._desk.say
        count = self.listings["people"].count
        everybody = "" if count is None else say.plural("{n} person", "{n} people", count)
        self.header.context.setText(everybody)
        alike = self.listings["alike"].table.rows
        heads = sum(alike.row(at) is None for at in range(alike.rowCount()))
        self.tabs.set_counts({"alike": heads} if heads else {})

    def _counted(self) -> None:
        self._say_count()
        self.listings["alike"].need()
        self._offer()

    def _connect(self) -> None:
        self.tabs.went.connect(lambda code: self._desk.go(Address("people", None, code)))
        for code, listing in self.listings.items():
            enter = self._merge if code == "alike" else self._open_current
            listing.chosen.connect(lambda _, enter=enter: enter())
            listing.moved.connect(self._offer)
            listing.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
            listing.counted.connect(self._counted)
        subscribe = self._desk.notifier.subscribe
        subscribe(SHOWN_IN_LIST, self.listings["people"].reload_if_read, shown_by=self)
        subscribe(SHOWN_IN_LIST, self.listings["alike"].reload_if_read, shown_by=self)
        subscribe(SHOWN_OF_BODIES, self.listings["bodies"].reload_if_read, shown_by=self)
        subscribe(SHOWN_OF_GROUPS, self.listings["groups"].reload_if_read, shown_by=self)
        self._desk.dressed.connect(self.dress)

    def _lay_out(self) -> None:
        strip = QFrame()
        strip.setProperty("kind", "tab-row")
        row = QHBoxLayout(strip)
        row.setContentsMargins(PAGE_MARGIN - 14, 0, PAGE_MARGIN, 0)  # tabs stand on the hairline
        row.addWidget(self.tabs)
        row.addStretch(1)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(strip)
        self.column.addWidget(self._stack, 1)
        for listing in self.listings.values():
            self._stack.addWidget(listing)
