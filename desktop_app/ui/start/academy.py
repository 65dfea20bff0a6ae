"""Second step: regional or provincial, the academy, its directorates."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.presets_data import Level, Place, academies
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.another import AnotherDirectorate
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.start.step import Beside, PlanStep
from desktop_app.ui.text import capitalised, text_for
from desktop_app.ui.theme import TABLE_HEADER_HEIGHT, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.columns import Canvas, Cell, Column
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.rows import start_of
from desktop_app.ui.widgets.table import Table
from desktop_app.ui.widgets.toggle import paint_box

_LEVELS: Final = {
    Level.REGIONAL: N_("Regional centre"),
    Level.PROVINCIAL: N_("Provincial centre"),
}
_BOX: Final = 16


class AcademyStep(PlanStep):
    """Asks where the centre stands; an academy fills names and directorates in."""

    title = N_("Where is your centre?")
    sentence = N_(
        "Names are filled in, in both languages; correct them if need be: they stand at the head of"
        " every paper."
    )

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__(desk, plan)
        self.level = Choice(desk, self._levels)
        self.academy = Choice(desk, self._academies)
        self.own = Choice(desk, self._places)
        another = Act(desk, N_("Another directorate"), self._ask_place, icon="plus", key="Insert")
        self.acts = (another,)
        self.table = DirectorateTable(desk, plan)
        self._provincial = QWidget()
        self._regional = QWidget()
        self._lay_out(another)
        self.level.chosen.connect(self._take_level)
        self.academy.chosen.connect(self._take_academy)
        self.own.chosen.connect(self._take_own)

    def first_field(self) -> QWidget:
        """The academy: it fills all the rest in."""
        return self.academy

    def may_go_on(self) -> bool:
        """A provincial centre has a directorate."""
        if self.plan.is_provincial and not self.plan.label("directorate").bilingual():
            return self.refuse("directorate.ar", N_("a provincial centre needs its directorate."))
        return True

    def refresh(self) -> None:
        """Show what follows from level and academy."""
        super().refresh()
        plan = self.plan
        self.level.choose(plan.level)
        self.academy.choose(plan.academy.code if plan.academy else "")
        self.own.dress()
        self.own.choose(plan.own.code if plan.own else "")
        self._provincial.setVisible(plan.is_provincial)
        self._regional.setVisible(not plan.is_provincial)
        self.table.refresh()

    def _take_level(self, level: Level) -> None:
        self.plan.choose_level(level)
        self.refresh()

    def _take_academy(self, code: str) -> None:
        self.plan.choose_academy(code)
        self.refresh()

    def _take_own(self, code: str) -> None:
        self.plan.choose_own(code)
        self.fields["directorate.ar"].set_error(None)
        self.refresh()

    def _ask_place(self) -> None:
        if not self.plan.is_provincial:
            self.desk.ask(AnotherDirectorate(self.desk, self.plan, self.table.refresh))

    def _levels(self) -> list[tuple[Level, str]]:
        return [(level, self.desk.say(message)) for level, message in _LEVELS.items()]

    def _academies(self) -> list[tuple[str, str]]:
        return [("", self.desk.say("None of these")), *self._named(academies())]

    def _places(self) -> list[tuple[str, str]]:
        return [("", self.desk.say("None of these")), *self._named(self.plan.places)]

    def _named(self, places: "tuple[Place, ...] | list[Place]") -> list[tuple[str, str]]:
        language = self.desk.language
        return [
            (place.code, capitalised(text_for(place.name.bilingual(), language)))
            for place in places
        ]

    def _lay_out(self, another: Act) -> None:
        desk = self.desk
        self.column.addWidget(
            Beside(Field(desk, N_("Level"), self.level), Field(desk, N_("Region"), self.academy))
        )
        self.column.addWidget(self.text_field("academy.ar", N_("Name of the academy in Arabic")))
        self.column.addWidget(self.text_field("academy.fr", N_("Name of the academy in French")))
        column = QVBoxLayout(self._provincial)
        column.setSpacing(2)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(Field(desk, N_("Provincial directorate"), self.own), QWidget()))
        column.addWidget(
            Beside(
                self.text_field("directorate.ar", N_("Name of the directorate in Arabic")),
                self.text_field("directorate.fr", N_("Name of the directorate in French")),
            )
        )
        column.addStretch(1)
        self.column.addWidget(self._provincial)
        self._lay_out_table(another)

    def _lay_out_table(self, another: Act) -> None:
        frame, inside = card()
        inside.addWidget(self.table)
        self._hint = label("hint", wrap=True)
        foot = QHBoxLayout()
        foot.addWidget(Button(self.desk, another, kind="bare"))
        foot.addWidget(self._hint, 1)
        column = QVBoxLayout(self._regional)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addLayout(foot)
        column.addStretch(1)
        self.column.addWidget(self._regional, 1)
        self.desk.dressed.connect(self._dress_hint)
        self._dress_hint()

    def _dress_hint(self) -> None:
        self._hint.setText(
            self.desk.say("Names have days from which they hold: old papers keep the old ones.")
        )


class DirectorateTable(Table[Place]):
    """The directorates of an academy; Space and a click leave one out or take it in again."""

    def __init__(self, desk: Desk, plan: Plan) -> None:
        self._plan = plan
        super().__init__(
            desk,
            N_("Provincial directorates"),
            (
                Column("taken", "", self._box),
                Column("ar", N_("Provincial directorate"), lambda place: place.name.ar, "strong"),
                Column("fr", N_("In French"), lambda place: place.name.fr, "quiet", stretches=True),
                Column("note", N_("Seat"), self._note),
            ),
            key=lambda place: place,
            inset=True,
        )
        self.clicked.connect(lambda _: self._turn())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def refresh(self) -> None:
        """Show the places of the plan."""
        self.show_rows(self._plan.places)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are lower in a small window."""
        super().resizeEvent(event)
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the current row."""
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _fit_height(self) -> None:
        """Show every row: the page scrolls, not the table."""
        rows = self.verticalHeader().defaultSectionSize() * len(self._plan.places)
        self.setFixedHeight(scaled(TABLE_HEADER_HEIGHT) + rows)

    def _turn(self) -> None:
        if (place := self.current) is not None:
            self._plan.turn(place)
            self.rows.refresh_heads()
            self.viewport().update()

    def _box(self, place: Place) -> Cell:
        say = self._desk.say
        ticked = place not in self._plan.left_out
        return _Box(self._desk, say("yes") if ticked else say("no"), ticked=ticked)

    def _note(self, place: Place) -> Cell:
        say, academy = self._desk.say, self._plan.academy
        language = self._desk.language
        if academy is not None and place.seat == academy.seat and self._is_first(place):
            if academy.town_to_check:
                return Chip(say("Seat of the academy, to verify"), "warning", "neutral")
            return Chip(say("Seat of the academy"), "map-pin", "accent")
        if place.town_to_check:
            return Chip(say("To verify"), "warning", "neutral")
        town = text_for(place.seat.bilingual(), language)
        return town if place.town.bilingual() else ""

    def _is_first(self, place: Place) -> bool:
        """Whether no directorate before it sits in the same town (Casablanca has eight)."""
        return next(one for one in self._plan.places if one.seat == place.seat) == place


class _Box:
    """A ticked or empty box in a cell."""

    def __init__(self, desk: Desk, words: str, *, ticked: bool) -> None:
        self._desk = desk
        self._ticked = ticked
        self.label = words

    def width(self) -> float:
        """The box alone."""
        return _BOX

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Paint it at the start side."""
        place = start_of(box, _BOX, canvas.layout)
        paint_box(canvas.painter, place, self._desk, ticked=self._ticked)
        return False
