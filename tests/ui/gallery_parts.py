"""The components that the gallery shows, as pages use them."""

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.hours_field import HoursField
from desktop_app.ui.naming.name_field import BodyField, PersonField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.naming.people_field import PeopleField
from desktop_app.ui.text import percent
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_list import Check, CheckList
from desktop_app.ui.widgets.chips import Chip, ChipLabel, Look, RemovableChip
from desktop_app.ui.widgets.choice import Choice, FilterChoice
from desktop_app.ui.widgets.columns import Column, Words
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.progress_strip import ProgressStrip
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.segmented import Choosable, Segmented
from desktop_app.ui.widgets.stacked_bar import Bar, Legend, Meter, Part, StackedBar
from desktop_app.ui.widgets.stepper import Step, Stepper, StepSegments
from desktop_app.ui.widgets.table import Table
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.toggle import CheckBox, Toggle
from desktop_app.ui.widgets.year_ribbon import Lane, Operation, Span, YearRibbon
from tests.ui.walking import RECORDED

FOLLOW_UPS: tuple[tuple[str, str, str, Look], ...] = (
    ("12 days late", "warning", "red", "tinted"),
    ("Due this week", "clock", "amber", "tinted"),
    ("Not begun", "circle", "neutral", "tinted"),
    ("In progress", "circle-half", "accent", "tinted"),
    ("Done in part", "circle-half", "accent", "tinted"),
    ("Done", "check-circle", "green", "tinted"),
    ("On hold", "pause-circle", "neutral", "tinted"),
    ("Put off", "calendar-x", "neutral", "tinted"),
    ("Cancelled", "prohibit", "neutral", "tinted"),
    ("Passed on", "arrow-bend-up-left", "neutral", "tinted"),
)
PAPERS: tuple[tuple[str, str, str, Look], ...] = (
    ("Draft", "pencil-simple", "neutral", "tinted"),
    ("To review", "eye", "amber", "tinted"),
    ("To sign", "pen-nib", "accent", "tinted"),
    ("Signed", "seal-check", "green", "tinted"),
    ("Sent", "paper-plane-tilt", "green", "tinted"),
    ("To verify", "warning", "neutral", "outlined"),
)
ATTENDANCE = {
    "present": Choosable("Present", "check", "1"),
    "remote": Choosable("Remote", "video-camera", "2"),
    "represented": Choosable("Represented", "swap", "3"),
    "excused": Choosable("Excused", "calendar-x", "4"),
    "absent": Choosable("Absent", "x", "5"),
}
STEPS = (
    ("Planned", "done"),
    ("Invited", "done"),
    ("Held", "current"),
    ("Drafting", "ahead"),
    ("Minutes signed", "ahead"),
    ("Sent", "ahead"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    id: int
    message: str
    reference: str


def held(layout: QLayout) -> QWidget:
    """Put a layout into a widget."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def beside(*widgets: QWidget, stretch: bool = True, spacing: int = 8) -> QWidget:
    """Put widgets side by side."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return held(row)


def unframed(widget: QWidget, below: int = 0) -> None:
    """Take the margins away that a page gives it."""
    if (layout := widget.layout()) is not None:
        layout.setContentsMargins(0, 0, 0, below)


def nothing() -> None:
    """Stand for what an act does."""


class Parts:
    """Components in sections, with chips that take their words anew."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._chips: list[tuple[ChipLabel, tuple[str, str, str, Look]]] = []

    def act(self, message: str, icon: str = "", key: str = "") -> Act:
        """Make an act that does nothing."""
        return Act(self.desk, message, nothing, icon=icon, key=key)

    def chip(self, said: tuple[str, str, str, Look]) -> Chip:
        """Make a chip in the language of the moment."""
        message, icon, tone, look = said
        return Chip(self.desk.say(message), icon, tone, look)

    def chip_label(self, said: tuple[str, str, str, Look]) -> ChipLabel:
        """Make a chip that follows the language."""
        made = ChipLabel(self.desk, self.chip(said))
        self._chips.append((made, said))
        return made

    def chips(self, said: tuple[tuple[str, str, str, Look], ...]) -> QWidget:
        """Make chips, on as many lines as they need."""
        flow = Flow()
        made = held(flow)
        for one in said:
            flow.addWidget(self.chip_label(one))
        return made

    def steps(self) -> list[Step]:
        """The way of a session."""
        return [Step(self.desk.say(message), state) for message, state in STEPS]  # type: ignore[arg-type]  # three words

    def dress(self) -> None:
        """Take the words anew."""
        for made, said in self._chips:
            made.show_chip(self.chip(said))


class DailyParts(Parts):
    """What every page has; the same as in the drawing."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk)
        self._window = window
        columns: tuple[Column[Line], ...] = (
            Column(
                "what", "Subject", lambda line: desk.say(line.message), "strong", stretches=True
            ),
            Column("number", "Number", lambda line: line.reference, "ltr"),
            Column("state", "State", lambda _: self.chip(FOLLOW_UPS[3])),
        )
        self.table: Table[Line] = Table(desk, "Rows of a table", columns)
        self.table.horizontalHeader().hide()
        self.error = MessageBar(desk)
        self.warning = MessageBar(desk)
        self.stepper = Stepper(desk, "Way of a session")
        self.progress = ProgressStrip(desk)
        self.toast = Toast(desk, window)
        self._fields()
        self._buttons()

    def sections(self) -> list[tuple[str, QWidget]]:
        """Name and widget of each section."""
        segmented = Segmented(self.desk, "Attendance", ATTENDANCE)
        segmented.choose("present")
        frame, column = card()
        column.addWidget(self.table)
        frame.setFixedHeight(scaled(36) * 3 + 4)
        late: tuple[str, str, str, Look] = ("Came late", "clock", "amber", "tinted")
        missing: tuple[str, str, str, Look] = ("Not recorded", "circle-dashed", "neutral", "dashed")
        attendance = Flow(8)
        attendance.addWidget(segmented)
        attendance.addWidget(self.chip_label(late))
        attendance.addWidget(self.chip_label(missing))
        return [
            ("Buttons: filled, outlined, bare, focused, not offered, danger", self.buttons),
            ("Fields: plain, focused, wrong, read only", self.fields),
            ("Attendance", held(attendance)),
            ("State of a follow-up", self.chips(FOLLOW_UPS)),
            ("State of a paper", self.chips(PAPERS)),
            ("Messages", self._messages()),
            ("Rows of a table", frame),
            ("Way of a session", self.stepper),
            ("Progress, saved", self._progress()),
            ("", self._empty()),
        ]

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        lines = ("A plain row", "A row under the pointer", "A chosen row")
        self.table.show_rows([Line(n, words, "14/2026") for n, words in enumerate(lines)])
        self.table.choose(2)
        self.stepper.show_steps(self.steps())
        self.read_only.set_read_only(self.desk.say("{number}", number="14/2026"))
        self.plain.show_text(self.desk.say("Seat of the academy"))
        self.focused_field.show_text(self.desk.say("Seat of the academy"))

    def show_toast(self) -> None:
        """Say what was done, with its way back."""
        self.desk.writer.undo.set_offered(True)
        self.toast.show_notice(self.desk.say("A point was deleted"), self.desk.writer.undo, "trash")

    def _buttons(self) -> None:
        desk = self.desk
        new = Button(desk, self.act("New session", "plus", "Ctrl+N"), kind="filled")
        print_ = Button(desk, self.act("Print", "printer"))
        bare = Button(desk, self.act("All follow-ups"), kind="bare")
        self.focused_button = Button(desk, self.act("Print", "printer"))
        off = self.act("Finalise")
        off.set_offered(offered=False, reason="One person is not recorded yet")
        danger = Button(desk, self.act("Delete", "trash"), kind="danger")
        flow = Flow(8)
        for button in (new, print_, bare, self.focused_button, Button(desk, off), danger):
            flow.addWidget(button)
        self.buttons = held(flow)

    def _fields(self) -> None:
        desk = self.desk
        self.plain = LineEdit(desk)
        self.focused_field = LineEdit(desk)
        wrong = Field(desk, "Place", LineEdit(desk, placeholder="Room or link"))
        wrong.set_error("Place missing.")
        self.read_only = Field(desk, "Number", LineEdit(desk, latin=True), "Minutes signed")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Field(desk, "Place", self.plain, "Printed on the invitation"), 1)
        row.addWidget(Field(desk, "Place", self.focused_field), 1)
        row.addWidget(wrong, 1)
        row.addWidget(self.read_only, 1)
        self.fields = held(row)

    def _messages(self) -> QWidget:
        column = QVBoxLayout()
        column.setSpacing(0)
        for bar in (self.error, self.warning):
            unframed(bar, 6)
            column.addWidget(bar)
        failed = "3 messages were not sent: no network. They stay in the outbox."
        thought = "18 November: Independence Day. You can go on."
        again = self.act("Try again", "arrow-clockwise")
        self.error.show_message(lambda: self.desk.say(failed), again)
        self.warning.show_message(lambda: self.desk.say(thought), kind="warning")
        return held(column)

    def _progress(self) -> QWidget:
        unframed(self.progress)
        return beside(self.progress, SavedSign(self.desk), stretch=False)

    def _empty(self) -> QWidget:
        desk = self.desk
        begin = Button(
            desk, self.act("New session", "plus", "Ctrl+N"), kind="filled", show_key=False
        )
        import_ = Button(desk, self.act("Import a table", "upload-simple"))
        state = EmptyState(
            desk,
            "clipboard-text",
            "Nothing to follow up yet",
            "What sessions decide stands here with its due date.",
            (begin, import_),
        )
        frame, column = card()
        column.addWidget(state)
        return frame


class OtherParts(Parts):
    """What some pages have."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tabs = (
            Tab("prepare", "Prepare", "pencil-simple"),
            Tab("attendance", "Attendance", "users"),
            Tab("minutes", "Minutes", "note-pencil"),
            Tab("outcomes", "Outcomes", "list-checks"),
            Tab("papers", "Papers", "file-text"),
        )
        self.tabs = Tabs(desk, "Session", tabs)
        self.tabs.set_finished({"prepare", "attendance"})
        self.tabs.show_tab("minutes")
        self.segments = StepSegments(desk, "Way of a session")
        self.upright = Stepper(desk, "Way of a session", upright=True)
        self.filter = FilterChoice(desk, "Type", self._types)
        self.other_filter = FilterChoice(desk, "System", self._types)
        self.other_filter.choose("workshop")
        self.type = Choice(desk, self._types)
        self.toggle = Toggle(desk)
        self.toggle.setChecked(True)
        self.remarks = TextArea(desk, placeholder="What should be kept in mind", lines=2)
        self.mail = LineEdit(desk, latin=True)
        self.mail.show_text("n.elidrissi@taalim.example")
        self.late = FigureCard(desk, "Late", "warning", "red")
        self.to_sign = FigureCard(desk, "To be signed", "pen-nib", "accent")
        self.legend = Legend(desk)
        self.bars = [Bar(desk, StackedBar((), 1)) for _ in range(2)]
        self.meters: Table[Line] = Table(desk, "Bars", self._meter_columns())
        self.ribbon = YearRibbon(desk, "School year")
        self.checks = CheckList(desk)
        self.mending = self.act("Set due date", "calendar-blank")
        self.naming = self.act("Choose rapporteur")

    def sections(self) -> list[tuple[str, QWidget]]:
        """Name and widget of each section."""
        return [
            ("Tabs", held(self._tabs())),
            ("Way of a session", self.upright),
            ("Filters", beside(self.filter, self.other_filter)),
            ("Choices", self._choices()),
            ("Names, days, hours, two languages", self._named()),
            ("Chips that can be taken away", self._removable()),
            ("Figures", beside(self.late, self.to_sign, stretch=False)),
            ("Bars", self._bars()),
            ("School year", self._framed(self.ribbon)),
            ("Check-list", self._framed(self.checks)),
            ("File and keys", self._file()),
        ]

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say = self.desk.say
        self.segments.show_steps(self.steps())
        days = ("3/5", "8/5", "20/5", "", "", "")
        self.upright.show_steps(
            [Step(s.label, s.state, day) for s, day in zip(self.steps(), days, strict=True)]
        )
        self.late.show_figure("5", say("the oldest for 18 days"))
        self.to_sign.show_figure("2", say("sent 3 days ago"))
        for bar, counts in zip(self.bars, ((2, 2, 5, 11), (1, 1, 4, 7)), strict=True):
            bar.show_bar(StackedBar(self._bar_parts(counts), 20))
        self.legend.show_parts(self._bar_parts((1, 1, 1, 1)))
        self.meters.show_rows([Line(1, "Workshop", "60"), Line(2, "Training session", "0")])
        self.ribbon.show_year(
            2025,
            self._lanes(),
            holidays=(Span(date(2025, 12, 7), date(2025, 12, 14)),),
            today=date(2026, 5, 20),
        )
        self.checks.show_checks(
            [
                Check(
                    say("Attendance recorded for all (20)"),
                    "done",
                    say("17 present, 2 represented, 1 excused"),
                ),
                Check(
                    say("A recommendation without due date"),
                    "required",
                    say("Session for supervisors"),
                    self.mending,
                ),
                Check(
                    say("No rapporteur"),
                    "advised",
                    say("One signature makes it a report"),
                    self.naming,
                ),
            ]
        )

    def _types(self) -> list[tuple[str, str]]:
        kinds = {"all": "Everything", "workshop": "Workshop", "training": "Training session"}
        return [(value, self.desk.say(message)) for value, message in kinds.items()]

    def _tabs(self) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(beside(self.tabs))
        column.addWidget(beside(self.segments))
        return column

    def _choices(self) -> QWidget:
        desk = self.desk
        toggle = Field(
            desk, "Print telephone numbers", self.toggle, "Better left off.", beside=True
        )
        mail = Field(desk, "E-mail", self.mail)
        mail.set_warning("This address is used twice.")
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(Field(desk, "Kind of session", self.type), 1)
        above.addWidget(mail, 1)
        ticked = CheckBox(desk, "Tell me on the day before")
        ticked.setChecked(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(Field(desk, "Remarks", self.remarks))
        column.addWidget(toggle)
        column.addWidget(beside(ticked))
        return held(column)

    def _named(self) -> QWidget:
        desk = self.desk
        day, hours, place = DayField(desk), HoursField(desk), PairField(desk, "Place")
        day.show_day(date(2026, 6, 15))
        hours.show_hours(time(9, 30), time(12, 30))
        wrong = PersonField(desk, placeholder="Name")
        chair = Field(desk, "Chair", wrong)
        chair.set_error("Nobody is named.")
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(10)
        above.addWidget(chair, 1)
        above.addWidget(Field(desk, "Facilitators", PeopleField(desk, placeholder="Name")), 1)
        above.addWidget(Field(desk, "Body", BodyField(desk)), 1)
        below.addWidget(Field(desk, "Date", day), 1)
        below.addWidget(Field(desk, "Hours", hours), 1)
        below.addWidget(Field(desk, "Place", place), 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(below)
        return held(column)

    def _removable(self) -> QWidget:
        flow = Flow()
        made = held(flow)
        for message in ("Provincial centres", "Plan committee"):
            chip = RemovableChip(self.desk, self.desk.say(message))
            chip.setObjectName(RECORDED)
            flow.addWidget(chip)
        return made

    def _bars(self) -> QWidget:
        column = QVBoxLayout()
        column.setSpacing(4)
        for bar in self.bars:
            column.addWidget(bar)
        column.addWidget(beside(self.legend))
        self.meters.setFixedHeight(scaled(30) + 2 * scaled(36))
        column.addWidget(self._framed(self.meters))
        return held(column)

    def _meter_columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(
                "what",
                "Kind of session",
                lambda line: Words(self.desk.say(line.message), "users", aside="14/2026"),
                stretches=True,
                sort_by=lambda line: line.message,
            ),
            Column(
                "progress",
                "Progress",
                lambda line: Meter(
                    int(line.reference), percent(int(line.reference), self.desk.language)
                ),
                sort_by=lambda line: int(line.reference),
            ),
            Column("count", "Outcomes", lambda line: line.reference, "number"),
        )

    def _bar_parts(self, counts: tuple[int, int, int, int]) -> tuple[Part, ...]:
        labels = ("late", "this week", "in progress", "done")
        tones = ("chart_late", "chart_soon", "chart_progress", "chart_done")
        return tuple(
            Part(count, tone, self.desk.say(label))
            for count, tone, label in zip(counts, tones, labels, strict=True)
        )

    def _lanes(self) -> tuple[Lane, ...]:
        say = self.desk.say
        first = Operation(
            1, Span(date(2025, 9, 5), date(2025, 10, 20)), say("Beginning of the year"), "green"
        )
        second = Operation(
            2,
            Span(date(2025, 11, 5), date(2025, 11, 25)),
            say("Workshop for planners"),
            "green",
            "check",
        )
        third = Operation(
            3,
            Span(date(2026, 3, 20), date(2026, 4, 20)),
            say("Video on orientation"),
            "red",
            "warning",
        )
        return (
            Lane((first, second), Span(date(2025, 9, 1), date(2025, 11, 30))),
            Lane((third,), Span(date(2026, 2, 20), date(2026, 5, 5))),
        )

    def _framed(self, widget: QWidget) -> QFrame:
        frame, column = card()
        column.addWidget(widget)
        return frame

    def _file(self) -> QWidget:
        zone = DropZone(
            self.desk, "Drop the signed copy here", "The minutes become signed", (".pdf", ".png")
        )
        column = QVBoxLayout()
        column.addWidget(zone)
        column.addWidget(beside(KeyHint(self.desk, "Esc", "clears the choice")))
        return held(column)
