"""Reports: choose a period, see its figures and its paper, complete the texts, print."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.codes import DocumentKind
from desktop_app.documents.attestation_register import of_school_year
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.scope import Scope
from desktop_app.documents.synthesis import scope_of
from desktop_app.documents.synthesis_words import for_period
from desktop_app.i18n import N_
from desktop_app.services.statistics import get_statistics
from desktop_app.services.statistics_behind import Behind, Counted
from desktop_app.services.statistics_data import (
    DirectorateFigures,
    Period,
    Span,
    Statistics,
    Step,
    period_of,
)
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.home.page import SHOWN
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.papers.editing import Editing
from desktop_app.ui.papers.paper_acts import PaperActs, Request
from desktop_app.ui.papers.preview import Preview, Wanted
from desktop_app.ui.reports.behind import BehindDialog
from desktop_app.ui.reports.export import SheetExport
from desktop_app.ui.reports.figures import (
    Row,
    cards_of,
    cards_of_one,
    figure_columns,
    groups_of,
)
from desktop_app.ui.text import capitalised, short_day, text_for
from desktop_app.ui.theme import GAP, NARROW_WIDTH, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.columns import Group
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.figure_row import FigureRow
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import Table

_SPANS: Final = {
    Span.MONTH.value: N_("Month"),
    Span.TERM.value: N_("Term"),
    Span.YEAR.value: N_("School year"),
    Span.ANY.value: N_("From – to"),
}
_PAPERS: Final = {
    DocumentKind.DIRECTOR_PAGE.value: N_("The director’s page"),
    DocumentKind.SYNTHESIS.value: N_("Summary report"),
    DocumentKind.ATTESTATION_REGISTER.value: N_("Attestations"),
}
_VIEWS: Final = {"figures": N_("Figures"), "paper": N_("Paper")}
_PERIOD: Final = "period"
_GIVEN: Final = ("issued_documents",)


class ReportsPage(QWidget):
    """A period, its figures beside last year's, and the paper that tells them.

    Attributes:
        header: the window puts it above the messages.
        period: chosen; statistics: what it came to, as the paper in view tells.
        spans, kinds: what is chosen; directorate: whose figures are shown, all when empty;
        beside: the period that stands beside, the year before when empty;
        table: the figures; preview: the paper.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.period = period_of(Span.YEAR, _today())
        self.statistics: Statistics | None = None
        self.papers = PaperActs(desk, self._request)
        self._go_act = Act(desk, N_("Open"), self._go, key="Enter")
        self._earlier = Act(
            desk,
            N_("Earlier"),
            partial(self._step, -1),
            icon="caret-left",
            key="Ctrl+Left",
            mirror=True,
        )
        self._later = Act(
            desk,
            N_("Later"),
            partial(self._step, 1),
            icon="caret-right",
            key="Ctrl+Right",
            mirror=True,
        )
        self.export = SheetExport(desk, self, self._groups)
        self.header = PageHeader(
            desk, acts=(*self.papers.acts, self.export.act), sign=SavedSign(desk)
        )
        self.spans = Segmented(desk, N_("Period"), _SPANS)
        self.kinds = Segmented(desk, N_("Paper"), _PAPERS)
        self.views = Segmented(desk, N_("View"), _VIEWS)
        self.first, self.last = DayField(desk), DayField(desk)
        self.directorate = FilterChoice(desk, N_("Directorate"), self._directorates)
        self.beside = FilterChoice(desk, N_("Compared with"), self._besides)
        self.sessions = FigureCard(desk, N_("Sessions held"), "calendar-check")
        self.presence = FigureCard(desk, N_("Attendance rate"), "users")
        self.completion = FigureCard(desk, N_("Completion rate"), "check-circle", "green")
        self.late = FigureCard(desk, N_("Late follow-ups"), "warning", "red")
        cards = (self.sessions, self.presence, self.completion, self.late)
        self._cards = FigureRow(cards)
        self.table: Table[Row] = Table(
            desk, N_("Figures"), figure_columns(), inset=True, foldable=True
        )
        self.preview = Preview(desk)
        self.editing = Editing(desk, self.preview)
        self._lay_out()
        self._connect(cards)
        self.spans.choose(self.period.span)
        self.kinds.choose(DocumentKind.DIRECTOR_PAGE)
        self.views.choose("figures")
        self.dress()

    @property
    def acts(self) -> Sequence[Act]:
        """What can be done here."""
        steps = (self._earlier, self._later, self.export.act)
        return (*self.editing.acts, self._go_act, *steps, *self.papers.acts, *self.preview.acts)

    def open(self, address: Address) -> None:  # it shows one thing alone
        """Show what was shown last, at first the school year of today."""
        self._show()
        self.spans.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.editing.close()

    def show_behind(self, words: str, behind: Behind) -> None:
        """Show the records that a figure counts."""
        if self.statistics is not None:
            told = self.statistics
            self._desk.ask(BehindDialog(self._desk, words, told.period, told.today, behind))

    def dress(self) -> None:
        """Take the words anew."""
        language = self._desk.language
        self.header.title.setText(self._desk.say("Reports"))
        if language == "en":
            first, last = (short_day(day, "en") for day in (self.period.first, self.period.last))
            words = f"{first} – {last}"
        else:
            words = for_period(self.period, language)
        self.header.context.setText(capitalised(words))
        self.first.setAccessibleName(self._desk.say("From"))
        self.last.setAccessibleName(self._desk.say("To"))
        self._fill()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show figures and paper side by side, or one of them."""
        super().resizeEvent(event)
        self._fit()

    # --- what is chosen ---

    @property
    def _scope(self) -> Scope:
        """What the paper in view is about: the period, or the school year that it ends in."""
        if self.kinds.value != DocumentKind.ATTESTATION_REGISTER:
            return scope_of(self.period)
        return of_school_year(self.period.last)

    def _request(self) -> Request | None:
        return Request(DocumentKind(self.kinds.value), self._scope)

    def _choose_span(self, value: str) -> None:
        span = Span(value)
        if span is Span.ANY:
            self.period = Period(span, self.period.first, self.period.last)
        else:
            day = min(max(_today(), self.period.first), self.period.last)
            self.period = period_of(span, day)
        self.spans.choose(span)
        self._show()

    def _choose_days(self, _: object) -> None:
        first, last = self.first.value, self.last.value
        if first and last:
            self.period = Period(Span.ANY, min(first, last), max(first, last))
            self._show()

    def _step(self, step: int) -> None:
        self.period = self.period.beside(step)
        self._show()

    def _go(self) -> None:
        """Open the figure that the focus is on, else the paper about to be printed."""
        if self.table.hasFocus():
            if (row := self.table.current) is not None:
                self.show_behind(row.label, row.behind)
        else:
            self.papers.show("print")

    def _go_card(self, card: FigureCard, what: Behind) -> None:
        chosen = self._chosen
        key = None if chosen is None else chosen.id or 0
        self.show_behind(card.text(), replace(what, directorate_id=key))

    # --- inside ---

    @property
    def _chosen(self) -> DirectorateFigures | None:
        """Figures of the directorate that is chosen, if there is one."""
        wanted, told = self.directorate.value, self.statistics
        every = told.directorates if told else ()
        return next((one for one in every if str(one.id or 0) == wanted), None)

    def _directorates(self) -> list[tuple[Hashable, str]]:
        told, language = self.statistics, self._desk.language
        every = told.directorates if told else ()
        names = [(str(one.id or 0), text_for(one.name, language)) for one in every]
        return [("", self._desk.say("All")), *names]

    def _besides(self) -> list[tuple[Hashable, str]]:
        say = self._desk.say
        return [("", say("A year before")), (_PERIOD, say("The period before"))]

    def _show(self) -> None:
        self.editing.close()
        self.first.show_day(self.period.first)
        self.last.show_day(self.period.last)
        kind = DocumentKind(self.kinds.value)
        languages = self.preview.languages_chosen
        self.preview.show_paper(Wanted(self._scope, kind, languages, PaperOptions()))
        self.dress()

    def _take(self) -> None:
        rendered = self.preview.rendered
        told = rendered.material.matter if rendered is not None else None
        if isinstance(told, Statistics) and not self.beside.active:
            self._count(told)
        else:
            self._read()

    def _read(self) -> None:
        """Count the period for the figures alone: the paper in view tells of something else."""
        store, period = self._desk.store, self.period
        if store is None:
            return
        chosen = self.beside.value
        beside = period.beside(-1) if chosen == _PERIOD else None

        def read(_: object) -> Statistics:
            with store.read() as reading:
                return get_statistics(reading, period, _today(), beside)

        def take(told: Statistics) -> None:
            if (period, chosen) == (self.period, self.beside.value):
                self._count(told)

        self._desk.runner.run(read, take)

    def _follow_given(self) -> None:
        if self.kinds.value == DocumentKind.ATTESTATION_REGISTER:
            self.preview.reload()

    def _count(self, told: Statistics) -> None:
        self.statistics = told
        self.directorate.dress()
        self._fill()

    def _fill(self) -> None:
        told = self.statistics
        if told is None:
            return
        chosen = self._chosen
        if chosen is None:
            figures = cards_of(self._desk, told, a_year_before=not self.beside.active)
        else:
            figures = cards_of_one(self._desk, chosen)
        self._cards.show_figures(figures, self._start.width())
        self.table.show_groups(self._groups())

    def _groups(self) -> Sequence[Group[Row]]:
        told = self.statistics
        return tuple(groups_of(self._desk, told, self._chosen)) if told else ()

    def _connect(self, cards: Sequence[FigureCard]) -> None:
        desk = self._desk
        self.spans.chosen.connect(self._choose_span)
        self.kinds.chosen.connect(lambda _: self._show())
        self.views.chosen.connect(lambda _: self._fit())
        self.first.chosen.connect(self._choose_days)
        self.last.chosen.connect(self._choose_days)
        self.preview.shown.connect(self._take)
        self.preview.failed.connect(desk.show_error)
        self.preview.language_chosen.connect(self._show)
        self.table.opened.connect(lambda _: self._go())
        behind = (
            Behind(counted=Counted.SESSIONS),
            Behind(counted=Counted.ATTENDANCE),
            Behind(counted=Counted.OUTCOMES),
            Behind(counted=Counted.OUTCOMES, step=Step.LATE),
        )
        for card, what in zip(cards, behind, strict=True):
            card.clicked.connect(lambda _=False, card=card, what=what: self._go_card(card, what))
        self.directorate.chosen.connect(lambda _: self._fill())
        self.beside.chosen.connect(lambda _: self._take())
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(SHOWN, self.preview.reload, shown_by=self)
        desk.notifier.subscribe(_GIVEN, self._follow_given, shown_by=self)

    def _lay_out(self) -> None:
        desk = self._desk
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._steps = [
            Button(desk, act, kind="outlined", icon_only=True)
            for act in (self._earlier, self._later)
        ]
        for part in (self.spans, *self._steps):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.views)
        days = QHBoxLayout()
        days.setSpacing(GAP)
        for field in (self.first, self.last):
            field.hold_a_day()
            days.addWidget(field)
        for choice in (self.directorate, self.beside):
            days.addWidget(choice)
        days.addStretch(1)
        self._start = QWidget()
        column = QVBoxLayout(self._start)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._cards)
        frame = QFrame()
        frame.setProperty("kind", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column.addWidget(frame, 1)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(self._start, 1)
        self._end = QWidget()
        paper = QVBoxLayout(self._end)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(GAP)
        paper.addWidget(self.kinds)
        paper.addWidget(self.preview, 1)
        both.addWidget(self._end, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, PAGE_MARGIN)
        whole.setSpacing(GAP)
        whole.addLayout(row)
        whole.addLayout(days)
        whole.addLayout(both, 1)

    def _fit(self) -> None:
        narrow = self.window().width() < scaled(NARROW_WIDTH)
        self.views.setVisible(narrow)
        self._start.setVisible(not narrow or self.views.value == "figures")
        self._end.setVisible(not narrow or self.views.value == "paper")
        for field in (self.first, self.last):
            field.setVisible(self.period.span is Span.ANY)
        for button in self._steps:
            button.setVisible(self.period.span is not Span.ANY or not narrow)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
