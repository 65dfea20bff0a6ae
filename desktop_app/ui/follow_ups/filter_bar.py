"""What the register is narrowed to: the standing, words, and what one chooses from lists."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.codes import OVER, FollowUpState, OutcomeKind, Priority
from desktop_app.calendar import first_of_school_year, school_year
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.follow_up_data import (
    Filters,
    Grouping,
    Owner,
    Register,
    Series,
    Standing,
)
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import today
from desktop_app.ui.text import name_for, short_day, text_for
from desktop_app.ui.theme import GAP, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import label

_TYPING_MS: Final = 120
_FIELD: Final = 168
_YEARS: Final = 6
STANDINGS: Final = {
    Standing.OPEN.value: N_("Open ones"),
    Standing.LATE.value: N_("Late ones"),
    Standing.WEEK.value: N_("This week"),
    Standing.DONE.value: N_("Done ones"),
    Standing.ALL.value: N_("All"),
}
GROUPINGS: Final = {
    Grouping.DUE: N_("Due date"),
    Grouping.OWNER: N_("In charge"),
    Grouping.DIRECTORATE: N_("Directorate"),
    Grouping.SESSION: N_("Session"),
}
_PERIODS: Final = {
    "week": N_("This week"),
    "next": N_("Next week"),
    "month": N_("This month"),
    "past-month": N_("Last month"),
    "ahead": N_("After this week"),
    "review": N_("To look at again"),
}


class FilterBar(QWidget):
    """The standing with its counts, a field, drop-downs; those seldom used on a line of their own.

    Attributes:
        changed: emitted when other outcomes are to be shown.
        grouped: emitted when they are to stand together otherwise.
        stepped: emitted with 1 or -1 when ↓ or ↑ was pressed in the field.
        more: shows the line of those seldom used, or hides it.
        views: where those kept by name are chosen; `ViewChoice` fills it.
    """

    changed = Signal()
    grouped = Signal()
    stepped = Signal(int)

    def __init__(self, desk: Desk, extra: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._owners: Sequence[Owner] = ()
        self._series: Sequence[Series] = ()
        self._beside = Filters()
        self.standing = Segmented(desk, N_("State"), STANDINGS)
        self.field = FilterField(desk, N_("Filter"))
        self.owner = FilterChoice(desk, N_("In charge"), self._offered_owners)
        self.kind = FilterChoice(desk, N_("Kind"), lambda: self._labels(OutcomeKind))
        self.grouping = FilterChoice(desk, N_("Grouped by"), self._offered_groupings)
        self.state = FilterChoice(desk, N_("Progress"), lambda: self._labels(FollowUpState))
        self.priority = FilterChoice(desk, N_("Priority"), lambda: self._labels(Priority))
        self.period = FilterChoice(desk, N_("Due date"), self._offered_periods)
        self.held = FilterChoice(desk, N_("Session held"), self._offered_years)
        self.series = FilterChoice(desk, N_("Series"), self._offered_series)
        self.more = Act(desk, N_("More filters"), self._turn_more, icon="funnel", key="F7")
        seldom = (self.state, self.priority, self.period, self.held, self.series)
        self._chosen = (self.owner, self.kind, *seldom)
        self._seldom = (*seldom, *extra)
        self._typed = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typed.timeout.connect(self.changed)
        self.field.textEdited.connect(lambda _: self._typed.start())
        self.field.stepped.connect(self.stepped)
        self.standing.chosen.connect(lambda _: self._choose())
        self.grouping.chosen.connect(lambda _: self.grouped.emit())
        line = Flow(GAP)
        self.setLayout(line)
        more = Button(desk, self.more, icon_only=True)
        first = (self.standing, self.field, self.owner, self.kind, self.grouping, more)
        for part in (*first, *self._seldom):
            line.addWidget(part)
        for choice in self._chosen:
            choice.chosen.connect(lambda _: self._choose())
        self.standing.choose(Standing.OPEN)
        self._show_seldom(shown=False)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take sizes anew."""
        self.field.setFixedWidth(scaled(_FIELD))

    @property
    def filters(self) -> Filters:
        """What is asked for."""
        kind, state, priority = (str(one.value) for one in (self.kind, self.state, self.priority))
        series = self.series.value
        filters = replace(
            self._beside,
            words=self.field.text(),
            standing=Standing(self.standing.value or Standing.ALL),
            kind=OutcomeKind(kind) if kind else None,
            state=FollowUpState(state) if state else None,
            priority=Priority(priority) if priority else None,
            series_id=series if isinstance(series, int) else None,
        )
        held = self.held.value if isinstance(self.held.value, tuple) else (None, None)
        filters = replace(filters, held_from=held[0], held_to=held[1])
        owner = self.owner.value
        if isinstance(owner, tuple):
            filters = replace(filters, **{f"{owner[0]}_id": owner[1]})
        period = str(self.period.value)
        if period in {"review", "ahead"}:
            return replace(filters, review=period == "review", ahead=period == "ahead")
        if period in _PERIODS:
            first, last = _period(period, today())
            return replace(filters, due_from=first, due_to=last)
        return filters

    @property
    def group(self) -> Grouping:
        """By what they stand together."""
        return Grouping(str(self.grouping.value))

    @property
    def owner_name(self) -> Bilingual:
        """Who is asked for as being in charge; empty when it is anybody."""
        asked = self.owner.value
        named = (one.name for one in self._owners if (one.kind, one.id) == asked)
        return next(named, Bilingual())

    @property
    def series_name(self) -> Bilingual:
        """Which series is asked for; empty when it is any."""
        named = (one.name for one in self._series if one.id == self.series.value)
        return next(named, Bilingual())

    def offer(self, owners: Sequence[Owner], series: Sequence[Series]) -> None:
        """Offer those who are in charge of something, and the series there are."""
        if (owners, series) != (self._owners, self._series):
            self._owners, self._series = owners, series
            for choice in (self.owner, self.series):
                choice.dress()

    def show_counts(self, register: Register) -> None:
        """Say how many there are of each standing."""
        self.standing.set_counts({one.value: n for one, n in register.standings.items()})

    def show_filters(self, filters: Filters, grouping: Grouping | None = None) -> None:
        """Ask for what filters say."""
        self._beside = replace(
            Filters(),
            session_id=filters.session_id,
            due_from=filters.due_from,
            due_to=filters.due_to,
            held_from=filters.held_from,
            held_to=filters.held_to,
        )
        self.field.setText(filters.words)
        self.standing.choose(filters.standing)
        owner = ("body", filters.body_id) if filters.body_id else ("person", filters.person_id)
        self.owner.choose(owner if owner[1] else "")
        self.kind.choose(filters.kind or "")
        self.state.choose(filters.state or "")
        self.priority.choose(filters.priority or "")
        self.series.choose(filters.series_id or "")
        self.period.choose("review" if filters.review else "ahead" if filters.ahead else "")
        self.held.dress()
        self.held.choose((filters.held_from, filters.held_to) if self._beside.held_from else "")
        self._narrow_beside()
        if grouping is not None:
            self.grouping.choose(grouping.value)
        self._show_seldom(shown=any(choice.active for choice in self._chosen[2:]))
        self._choose()

    def clear(self) -> None:
        """Ask for all that is open."""
        self.show_filters(Filters())

    def go_to_field(self) -> None:
        """Let one type other words."""
        self.field.go_there()

    # --- inside ---

    def _choose(self) -> None:
        """Show it at once; a state that waits for nothing is sought among all of them."""
        self._typed.stop()
        if self.state.value in OVER and self.standing.value == Standing.OPEN:
            self.standing.choose(Standing.ALL)
        if self.period.value != "given" and self._given:
            self._beside = replace(self._beside, due_from=None, due_to=None)
            self.period.dress()
        self.changed.emit()

    @property
    def _given(self) -> bool:
        """Whether days stand there that no period of the list names."""
        return self._beside.due_from is not None or self._beside.due_to is not None

    def _narrow_beside(self) -> None:
        """Show days that were given from elsewhere as a period of their own."""
        self.period.dress()
        if self._given:
            self.period.choose("given")

    def _turn_more(self) -> None:
        self._show_seldom(shown=self.state.isHidden())

    def _show_seldom(self, *, shown: bool) -> None:
        for part in self._seldom:
            part.setVisible(shown)

    def _labels(
        self, codes: type[OutcomeKind] | type[FollowUpState] | type[Priority]
    ) -> list[tuple[Hashable, str]]:
        words = [(code.value, label(code, self._desk.language)) for code in codes]
        return [("", self._desk.say("All")), *words]

    def _offered_owners(self) -> list[tuple[Hashable, str]]:
        language = self._desk.language
        names = [
            (
                (one.kind, one.id),
                name_for(one.name, language)
                if one.kind == "body"
                else text_for(one.name, language),
            )
            for one in self._owners
        ]
        return [("", self._desk.say("All")), *names]

    def _offered_groupings(self) -> list[tuple[Hashable, str]]:
        return [(one.value, self._desk.say(message)) for one, message in GROUPINGS.items()]

    def _offered_series(self) -> list[tuple[Hashable, str]]:
        language = self._desk.language
        names = [(one.id, name_for(one.name, language)) for one in self._series]
        return [("", self._desk.say("All")), *names]

    def _offered_years(self) -> list[tuple[Hashable, str]]:
        """Offer the last school years, and what was given from elsewhere."""
        begun = first_of_school_year(today())
        years = [begun.replace(year=begun.year - n) for n in range(_YEARS)]
        offered: dict[Hashable, str] = {"": self._desk.say("All")}
        for one in years:
            last = one.replace(year=one.year + 1) - timedelta(days=1)
            offered[one, last] = ltr(school_year(one))
        given = (self._beside.held_from, self._beside.held_to)
        if given not in offered and any(given):
            days = [short_day(day, self._desk.language) for day in given if day]
            offered[given] = " – ".join(days)
        return list(offered.items())

    def _offered_periods(self) -> list[tuple[Hashable, str]]:
        offered = [(code, self._desk.say(message)) for code, message in _PERIODS.items()]
        first, last = self._beside.due_from, self._beside.due_to
        if first or last:
            ends = [short_day(day, self._desk.language) for day in (first, last) if day]
            offered.append(("given", " – ".join(dict.fromkeys(ends))))
        return [("", self._desk.say("All")), *offered]


def _period(code: str, on: date) -> tuple[date, date]:
    """Give the first and the last day of a period around a day."""
    monday = on - timedelta(days=on.weekday())
    month = on.replace(day=1)
    following = (month + timedelta(days=32)).replace(day=1)
    match code:
        case "week":
            return monday, monday + timedelta(days=6)
        case "next":
            return monday + timedelta(days=7), monday + timedelta(days=13)
        case "month":
            return month, following - timedelta(days=1)
        case _:
            last = month - timedelta(days=1)
            return last.replace(day=1), last
