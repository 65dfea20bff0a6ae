"""The records behind a figure, each opened where it stands."""

from datetime import date
from typing import Final

from desktop_app.i18n import N_
from desktop_app.services.statistics_behind import MOST, Behind, BehindLine, Counted, get_behind
from desktop_app.services.statistics_data import Period
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import short_day, text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.vocabulary import label as label_of

_PARTS: Final = {
    Counted.SESSIONS: "",
    Counted.OUTCOMES: "outcomes",
    Counted.ATTENDANCE: "attendance",
}
_HEIGHT: Final = 300


class BehindDialog(Dialog):
    """The records that a figure counts, the latest first; Enter opens one.

    Attributes:
        table: of the records; total: how many there are.
    """

    def __init__(self, desk: Desk, words: str, period: Period, today: date, behind: Behind) -> None:
        self._words = words
        self._behind = behind
        self.total: int | None = None
        opening = Act(desk, N_("Open"), self._open, key="Enter")
        super().__init__(desk, N_("Behind the figure"), (opening,), width=820)
        self.close_act.set_message(N_("Close"))
        self._about = label("context", wrap=True)
        self.table: Table[BehindLine] = Table(desk, N_("Behind the figure"), self._columns(desk))
        self.table.setFixedHeight(scaled(_HEIGHT))
        self.body.addWidget(self._about)
        self.body.addWidget(self.table)
        self.table.opened.connect(lambda _: self._open())
        desk.dressed.connect(self._tell)
        self._tell()
        if (store := desk.store) is not None:

            def read(_: object) -> tuple[int, tuple[BehindLine, ...]]:
                with store.read() as reading:
                    return get_behind(reading, period, today, behind)

            desk.runner.run(read, self._take)

    def _tell(self) -> None:
        say, total = self._desk.say, self.total
        words = [self._words]
        if total is not None:
            words.append(say.plural("{n} record", "{n} records", total))
        if total is not None and total > MOST:
            words.append(say("the latest {n} are shown", n=MOST))
        self._about.setText(" · ".join(words))

    def _columns(self, desk: Desk) -> tuple[Column[BehindLine], ...]:
        def state(line: BehindLine) -> str:
            return label_of(line.state, desk.language) if line.state else ""

        columns: tuple[Column[BehindLine], ...] = (
            Column("day", N_("Date"), lambda line: short_day(line.day, desk.language)),
            Column(
                "reference",
                N_("Number"),
                lambda line: line.reference or NOTHING,
                kind="ltr",
                leaves=1,
            ),
            Column(
                "text",
                N_("Subject"),
                lambda line: text_for(line.text, desk.language),
                kind="strong",
                may_be_cut=True,
                stretches=True,
            ),
            Column("state", N_("State"), state, kind="quiet"),
        )
        return columns[: 3 if self._behind.counted is Counted.SESSIONS else 4]

    def _take(self, found: tuple[int, tuple[BehindLine, ...]]) -> None:
        self.total, lines = found
        self.table.show_rows(lines)
        self._tell()
        self.table.setFocus()

    def _open(self) -> None:
        if (line := self.table.current) is not None:
            self.leave()
            self._desk.go(Address("session", line.session_id, _PARTS[self._behind.counted]))
