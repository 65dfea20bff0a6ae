"""One body: kind, names, town, address, what it belongs to, and who works there."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from db.codes import BodyKind
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import bodies
from desktop_app.services.body_list import BodyFile, get_body_file
from desktop_app.services.drafts import Label
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import BodyField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.papers.extracts import acts_for_owner
from desktop_app.ui.people.columns import people_columns
from desktop_app.ui.people.form import FormCard
from desktop_app.ui.people.keeping import Keeping
from desktop_app.ui.people.rows import in_order
from desktop_app.ui.text import listed, name_for, short_day
from desktop_app.ui.theme import CARD_PADDING, GAP, LOW_HEIGHT, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.columns import Column
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.unit_of_work import UnitOfWork

_SHOWN: Final = ("bodies", "body_names", "people", "appointments", "attendance", "sessions")
"""Kinds of record that the page shows something of."""


class BodyPage(QWidget):
    """What is on file of one body; all of it is typed in place.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here; papers: those for the extract of what is in the body's charge.
        shown: what the page shows, once it is read.
        fields: by the name of what they hold.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._body_id: int | None = None
        self.shown: BodyFile | None = None
        self._edit_act = Act(desk, N_("Edit"), self._edit, key="F2")
        self._open_act = Act(desk, N_("Open"), self._open_person, key="Enter")
        self._rename_act = Act(desk, N_("Renamed"), self._rename, icon="text-aa", key="F4")
        self._names_act = Act(
            desk, N_("Earlier names"), self._show_names, icon="list-checks", key="F7"
        )
        self._merge_act = Act(
            desk, N_("Merge with another"), self._merge, icon="arrows-merge", key="F8"
        )
        self._remove_act = Act(desk, N_("Delete"), self._remove, icon="trash")
        self.papers = acts_for_owner(desk, "body", lambda: self._body_id)
        self.acts = (
            *(self._edit_act, self._open_act, self._rename_act, self._names_act),
            *(self._merge_act, self._remove_act, *self.papers.acts),
        )
        sign = SavedSign(desk)
        self._keeping = Keeping(desk, sign, self.reload)
        self.header = PageHeader(
            desk, back=True, acts=(self.papers.print_act, self._merge_act), sign=sign
        )
        for line in (self.header.title, self.header.context):
            line.setObjectName("recorded")
        self.kind = Choice(desk, self._kinds)
        self.name = PairField(desk, N_("Name"), both=True)
        self.short = PairField(desk, N_("Short name"))
        self.town = PairField(desk, N_("Town"))
        self.email = LineEdit(desk, latin=True)
        self.parent_body = BodyField(desk)
        self.fields = {
            "name": Field(desk, N_("Name"), self.name, dense=True),
            "short": Field(
                desk, N_("Short name"), self.short, N_("In narrow columns of papers"), dense=True
            ),
            "kind": Field(desk, N_("Kind"), self.kind, dense=True),
            "town": Field(desk, N_("Town"), self.town, dense=True),
            "email": Field(desk, N_("E-mail address"), self.email, dense=True),
            "parent": Field(desk, N_("Part of"), self.parent_body, dense=True),
        }
        self._since = label("hint", wrap=True)
        self.people: Table[PersonRow] = Table(desk, N_("People"), _people_columns(desk))
        self._people_title, self._people_count = label("card-title"), label("context")
        self._nobody = EmptyState(
            *(desk, "users", N_("Nobody works here yet")),
            N_("People stand here once their page names this body."),
        )
        self._attended = FigureCard(desk, N_("Sessions attended"), "calendar-check")
        self._organised = FigureCard(desk, N_("Sessions organised"), "calendar-blank")
        self._below = FigureCard(desk, N_("Bodies under it"), "buildings")
        self._lay_out()
        self._connect()
        self.dress()

    def open(self, address: Address) -> None:
        """Show a body."""
        if address.key != self._body_id:
            self._body_id, self.shown = address.key, None
            self._keeping.show_other()
            self.header.title.setText("")
            self.header.context.setText("")
            for field in self.fields.values():
                field.set_error(None)
            self.people.show_rows(())
            self.reload()
        if address.part == "edit":
            self._edit()
        else:
            self.people.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        for editor in (self.name, self.short, self.town, self.email):
            editor.commit()

    def reload(self) -> None:
        """Read the body again."""
        store, body_id = self._desk.store, self._body_id
        if store is None or body_id is None:
            return
        may_show = self._keeping.begin_reading()

        def read(_: object) -> BodyFile | None:
            with store.read() as reading:
                try:
                    return get_body_file(reading, body_id, _today())
                except UserError:
                    return None  # merged into another, deleted, or its making undone

        def take(file: BodyFile | None) -> None:
            if body_id == self._body_id and may_show():
                self._take(file)

        self._desk.runner.run(read, take)

    def dress(self) -> None:
        """Take the words anew."""
        say, language = self._desk.say, self._desk.language
        self._people_title.setText(say("People"))
        if (file := self.shown) is None:
            return
        self.header.title.setText(name_for(file.body.name, language))
        parts = [
            label_of(file.body.kind, language),
            name_for(file.body.town, language),
            name_for(file.parent, language),
        ]
        self.header.context.setText(listed(parts, right_to_left=say.right_to_left))
        day = short_day(file.since, language) if file.since else ""
        self._since.setText(say("since {day}", day=day) if day else "")
        self._since.setVisible(bool(day))
        self._attended.show_figure(str(file.sessions), "")
        self._organised.show_figure(str(file.organised), "")
        self._below.show_figure(str(len(file.below)), "")
        self._show_people()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its share of a small window."""
        super().resizeEvent(event)
        self._fit()

    # --- what the acts do ---

    def _edit(self) -> None:
        self.name.setFocus()

    def _open_person(self) -> None:
        if (row := self.people.current) is not None:
            self._desk.go(Address("person", row.id))

    def _rename(self) -> None:
        from desktop_app.ui.bodies.names import RenameDialog  # when a body is renamed

        if self.shown is not None:
            self._desk.ask(RenameDialog(self._desk, self.shown.body))

    def _show_names(self) -> None:
        from desktop_app.ui.bodies.names import NamesDialog  # when they are asked for

        if self.shown is not None:
            self._desk.ask(NamesDialog(self._desk, self.shown.body.id, self.shown.names))

    def _merge(self) -> None:
        from desktop_app.ui.people.merge_with import MergeWithDialog  # when two are merged

        if self._body_id is not None:
            self._desk.ask(MergeWithDialog(self._desk, "body", self._body_id))

    def _remove(self) -> None:
        if self.shown is None:
            return
        from desktop_app.services.removing import remove_body  # when one is deleted

        body = self.shown.body
        self._desk.write(
            "bodies.remove",
            lambda work: remove_body(work, body.id),
            failed=self._desk.show_error,
            told=self._desk.say("Deleted: {name}", name=name_for(body.name, self._desk.language)),
        )

    def _keep(self, field: str, use_case: str, change: "Callable[[UnitOfWork, int], None]") -> None:
        if (body_id := self._body_id) is not None:
            self._keeping.keep(self.fields[field], use_case, lambda work: change(work, body_id))

    def _keep_names(self, field: str) -> None:
        """Both names are kept together: they hold from one day."""
        name, short = self.name.value, self.short.value
        self._keep(
            field,
            "bodies.set_name",
            lambda work, key: bodies.set_name(work, key, _label(name), _label(short), _today()),
        )

    # --- inside ---

    def _kinds(self) -> list[tuple[BodyKind, str]]:
        return [(code, label_of(code, self._desk.language)) for code in BodyKind]

    def _take(self, file: BodyFile | None) -> None:
        if file is None:
            self._body_id = None
            if self.isVisible():
                self._desk.go(Address("people", None, "bodies"))
            return
        self.shown = file
        body = file.body
        above = _Above(body.parent_id, file.parent) if body.parent_id else None
        show: dict[str, Callable[[], object]] = {
            "name": lambda: self.name.show_pair(body.name),
            "short": lambda: self.short.show_pair(body.short_name),
            "kind": lambda: self.kind.choose(body.kind),
            "town": lambda: self.town.show_pair(body.town),
            "email": lambda: self.email.show_text(body.email),
            "parent": lambda: self.parent_body.show_name(above),
        }
        for name, field in self.fields.items():
            if not field.error:
                show[name]()
        self.parent_body.leave_out = (body.id,)
        self._names_act.set_offered(len(file.names) > 1)
        self.dress()

    def _show_people(self) -> None:
        if self.shown is None:
            return
        self.people.show_rows(in_order(self.shown.people, self._desk.language))
        self._people_count.setText(str(len(self.shown.people)))
        self._stack.setCurrentIndex(0 if self.shown.people else 1)

    def _fit(self) -> None:
        self._form.fit()
        self._figures.setVisible(self.window().height() >= LOW_HEIGHT)

    def _connect(self) -> None:
        keep = self._keep
        self.name.committed.connect(lambda _: self._keep_names("name"))
        self.short.committed.connect(lambda _: self._keep_names("short"))
        self.kind.chosen.connect(
            lambda code: keep(
                "kind", "bodies.set_kind", lambda w, key: bodies.set_kind(w, key, code)
            )
        )
        self.town.committed.connect(
            lambda town: keep(
                *("town", "bodies.set_town"), lambda w, key: bodies.set_town(w, key, _label(town))
            )
        )
        self.email.committed.connect(
            lambda text: keep(
                *("email", "bodies.set_email"), lambda w, key: bodies.set_email(w, key, text)
            )
        )
        self.parent_body.chosen.connect(
            lambda above: keep(
                *("parent", "bodies.set_parent"), lambda w, key: bodies.set_parent(w, key, above)
            )
        )
        self.parent_body.problem.connect(self.fields["parent"].set_error)
        self.people.opened.connect(lambda _: self._open_person())
        self._desk.dressed.connect(self.dress)
        self._desk.notifier.subscribe(_SHOWN, self.reload, shown_by=self)

    def _lay_out(self) -> None:
        flow = Flow()
        for act in (self._rename_act, self._names_act):
            flow.addWidget(Button(self._desk, act, small=True, show_key=False))
        fields = list(self.fields.values())
        self._form = FormCard()
        self._form.lay_out([*fields[:2], self._since, flow, *fields[2:]])
        people, column = card()
        head = QHBoxLayout()
        head.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        head.setSpacing(8)
        head.addWidget(self._people_title)
        head.addWidget(self._people_count)
        head.addStretch(1)
        column.addLayout(head)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.people)  # once it has a parent, or it would open a window
        self._stack.addWidget(self._nobody)
        self._figures = QWidget()
        figures = QHBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(GAP)
        for one in (self._attended, self._organised, self._below):
            figures.addWidget(one, 1)
        for figure, place in (
            (self._attended, Address("sessions")),
            (self._organised, Address("sessions")),
            (self._below, Address("people", None, "bodies")),
        ):
            figure.clicked.connect(lambda _=False, place=place: self._desk.go(place))
        parts = QVBoxLayout()
        parts.setSpacing(GAP)
        parts.addWidget(self._figures)
        parts.addWidget(people, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        row.setSpacing(GAP)
        row.addWidget(self._form)
        row.addLayout(parts, 1)


class _Above:
    """What a body belongs to, as its field shows it."""

    def __init__(self, key: int, name: Bilingual) -> None:
        self.id = key
        self.name = name


def _people_columns(desk: Desk) -> tuple[Column[PersonRow], ...]:
    return tuple(one for one in people_columns(desk) if one.code != "body")


def _label(text: Bilingual) -> Label:
    return Label(text.ar, text.fr)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
