"""The phrase bank in the settings: found, edited, added, removed, put back."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.drafts import PhraseDraft
from desktop_app.services.phrases import (
    Phrase,
    add_phrase,
    edit_phrase,
    list_phrases,
    matching,
    remove_phrase,
    restore_shipped,
    set_loyalty,
)
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.phrase_dialog import PhraseDialog, category_name
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import Column, Group
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.table import Table
from desktop_app.ui.widgets.toggle import Toggle
from desktop_app.wording.phrase_bank import CATEGORIES, LOYALTY

if TYPE_CHECKING:
    from db.unit_of_work import Store, UnitOfWork

_HEIGHT: Final = 400
_UNMARKED: Final = str.maketrans("", "", "‹›")


class Phrases(QWidget):
    """All phrases by category.

    Attributes:
        acts: what keys do here.
        table: those that the filter leaves.
        filter: finds one by a few letters.
        loyalty: whether the sentence of loyalty is offered.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._phrases: tuple[Phrase, ...] = ()
        self._count = label("strong")
        self.filter = FilterField(desk, N_("Filter: abbreviation or words"))
        self.table: Table[Phrase] = Table(desk, N_("Phrases"), self._columns())
        self.table.setMinimumHeight(scaled(_HEIGHT))
        self._edit = Act(desk, N_("Edit"), self._ask_edit, icon="pencil-simple", key="Enter")
        self._remove = Act(desk, N_("Delete"), self._remove_current, icon="trash", key="Del")
        add = Act(desk, N_("New phrase"), self._ask_new, icon="plus", key="Ctrl+N")
        restore = Act(
            desk,
            N_("Put the shipped phrases back"),
            self._restore,
            icon="arrow-u-up-left",
            key="Ctrl+R",
        )
        filtering = Act(desk, N_("Filter"), self.filter.setFocus, key="Ctrl+F")
        self.acts = (add, self._edit, self._remove, filtering, restore)
        self.loyalty = Toggle(desk)
        self._lay_out(add, restore)
        self.setFocusProxy(self.table)
        self.filter.textEdited.connect(lambda _: self._show_rows())
        self.table.opened.connect(lambda _: self._ask_edit())
        self.table.moved.connect(self._offer)
        self.loyalty.clicked.connect(self._turn_loyalty)
        desk.notifier.subscribe({"phrases"}, self.reload)
        desk.dressed.connect(self.dress)
        self.dress()
        self.reload()

    def reload(self) -> None:
        """Read the phrases."""
        store = self._desk.store
        if store is not None:
            self._desk.runner.run(lambda _: _read(store), self._take)

    def dress(self) -> None:
        """Take the words anew."""
        self._show_rows()

    def _take(self, phrases: tuple[Phrase, ...]) -> None:
        if not phrases:  # a record made before the phrases shipped
            self._desk.write("phrases.restore_shipped", restore_shipped, undoable=False)
        self._phrases = phrases
        self.loyalty.setChecked(any(one.category == LOYALTY for one in phrases))
        self._show_rows()

    def _show_rows(self) -> None:
        typed = self.filter.text()
        found = matching(self._phrases, typed) if typed.strip() else self._phrases
        order = [*CATEGORIES, *sorted({one.category for one in found} - set(CATEGORIES))]
        groups = [
            Group(code, category_name(self._desk, code), rows)
            for code in order
            if (rows := [one for one in found if one.category == code])
        ]
        self.table.show_groups(groups)
        say = self._desk.say
        self._count.setText(say("{what}: {n}", what=say("Phrases"), n=len(found)))
        self._offer()

    def _offer(self) -> None:
        chosen = self.table.current is not None
        self._edit.set_offered(chosen)
        self._remove.set_offered(chosen)

    def _columns(self) -> tuple[Column[Phrase], ...]:
        desk = self._desk

        def short(row: Phrase) -> str:
            return " · ".join(filter(None, (row.abbreviation.ar, row.abbreviation.fr)))

        def words(row: Phrase) -> str:
            who = f"{{{desk.say('Who speaks')}}}"
            named = text_for(row.text, desk.language).replace("{who}", who)
            return named.translate(_UNMARKED)

        return (
            Column("short", N_("Abbreviation"), short, "quiet"),
            Column(*("text", N_("Text"), words), may_be_cut=True, at_least=200, stretches=True),
        )

    def _ask_new(self) -> None:
        current = self.table.current
        dialog = PhraseDialog(self._desk, None, current.category if current else "")
        dialog.saved.connect(partial(self._add, dialog))
        self._desk.ask(dialog)

    def _ask_edit(self) -> None:
        current = self.table.current
        if current is not None:
            dialog = PhraseDialog(self._desk, current)
            dialog.saved.connect(partial(self._change, dialog, current.id))
            self._desk.ask(dialog)

    def _add(self, dialog: PhraseDialog, draft: PhraseDraft) -> None:
        self._desk.write(
            "phrases.add_phrase",
            lambda work: add_phrase(work, draft),
            lambda _: dialog.leave(),
            dialog.refuse,
            told=self._desk.say("Phrase added"),
        )

    def _change(self, dialog: PhraseDialog, phrase_id: int, draft: PhraseDraft) -> None:
        self._desk.write(
            "phrases.edit_phrase",
            lambda work: edit_phrase(work, phrase_id, draft),
            lambda _: dialog.leave(),
            dialog.refuse,
            told=self._desk.say("Phrase changed"),
        )

    def _remove_current(self) -> None:
        current = self.table.current
        if current is not None:
            self._desk.write(
                "phrases.remove_phrase",
                lambda work: remove_phrase(work, current.id),
                told=self._desk.say("Phrase deleted"),
            )

    def _restore(self) -> None:
        def told(count: int) -> str:
            return self._desk.say("Phrases put back: {n}", n=count)

        self._desk.write("phrases.restore_shipped", restore_shipped, told=told)

    def _turn_loyalty(self) -> None:
        on = self.loyalty.isChecked()

        def change(work: "UnitOfWork") -> None:
            set_loyalty(work, on=on)

        say = self._desk.say
        told = say("Changed: {setting}", setting=say("Sentence of loyalty"))
        self._desk.write("phrases.set_loyalty", change, told=told)

    def _lay_out(self, add: Act, restore: Act) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(Button(self._desk, add))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for act, kind in ((self._edit, "outlined"), (self._remove, "outlined"), (restore, "bare")):
            foot.addWidget(Button(self._desk, act, kind=kind))  # type: ignore[arg-type]  # of the kinds above
        foot.addStretch(1)
        loyalty = Field(
            self._desk,
            N_("Sentence of loyalty"),
            self.loyalty,
            N_("Offers it among the phrases, for sessions that end with that message."),
            beside=True,
            plain=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addLayout(foot)
        column.addWidget(loyalty)


def _read(store: "Store") -> tuple[Phrase, ...]:
    with store.read() as reading:
        return list_phrases(reading)
