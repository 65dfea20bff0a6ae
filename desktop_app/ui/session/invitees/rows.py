"""The rows of the list of those invited: name over function, and the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont

from db.codes import Answer, Civility
from desktop_app.i18n import N_
from desktop_app.ui.posts import function_of
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import ICON, font
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import Column
from desktop_app.ui.widgets.painting import draw_line, draw_two_lines, text_width
from desktop_app.ui.widgets.rows import start_of, without_start
from desktop_app.wording.vocabulary import label

if TYPE_CHECKING:
    from desktop_app.services.posts import Post
    from desktop_app.services.session_data import Session
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.widgets.columns import Canvas
    from desktop_app.wording.gender import Gender

CYCLE: Final = {
    Answer.NONE: Answer.YES,
    Answer.SENT: Answer.YES,
    Answer.YES: Answer.NO,
    Answer.NO: Answer.NONE,
}
"""The answer that comes after another at each press."""
_GENDERS: "Final[Mapping[Civility, Gender]]" = {Civility.MR: "m", Civility.MRS: "f"}
_LOOKS: Final = {
    Answer.SENT: ("paper-plane-tilt", "accent"),
    Answer.YES: ("check", "green"),
    Answer.NO: ("x", "neutral"),
    Answer.NONE: ("hourglass", "neutral"),
}
_SPACE: Final = 6
_PART: Final = " · "


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who is invited.

    Attributes:
        id: of the person.
        number: on the attendance sheet.
        about: function and body.
        troubles: what deserves a thought, in the window's language.
    """

    id: int
    number: str
    name: str
    about: str
    answer: Answer = Answer.NONE
    civility: Civility = Civility.UNKNOWN
    troubles: tuple[str, ...] = ()


def invitees_of(desk: "Desk", session: "Session", posts: Mapping[int, "Post"]) -> list[Invitee]:
    """Give those invited to a session in the order and with the numbers of the sheet.

    Args:
        desk: says the words.
        session: of which they are.
        posts: theirs on its day, by the ids of the people, as far as they are known.
    """
    from desktop_app.documents.attendance_sheet import in_order  # with the papers, when shown

    lines = in_order(sorted(session.attendance, key=lambda line: line.position))
    return [
        Invitee(
            id=line.person.id,
            number=str(number),
            name=text_for(line.person.name, desk.language),
            about=function_of(desk, line.person),
            answer=line.answer,
            civility=line.person.civility,
            troubles=troubles_of(desk, line.person.email, posts.get(line.person.id)),
        )
        for number, line in enumerate(lines, 1)
        if line.invited
    ]


def troubles_of(desk: "Desk", email: str, post: "Post | None" = None) -> tuple[str, ...]:
    """Say what deserves a thought about somebody who is invited."""
    left = [desk.say(N_("Former post"))] if post is not None and post.left else []
    return (*left, *(() if email else [desk.say(N_("No e-mail address"))]))


def answer_chip(desk: "Desk", row: Invitee) -> Chip:
    """Show an answer; its word agrees with the person."""
    words = label(row.answer, desk.language, _GENDERS.get(row.civility), of="answer")
    return Chip(words, *_LOOKS[row.answer], "outlined" if row.answer is Answer.NONE else "tinted")


@dataclass(frozen=True, slots=True)
class Who:
    """A name over what deserves a thought and what the person does."""

    name: str
    about: str
    troubles: tuple[str, ...]

    @property
    def label(self) -> str:
        """All of it, for screen readers."""
        return _PART.join(filter(None, (self.name, *self.troubles, self.about)))

    def width(self) -> float:
        """Room for the name."""
        return text_width(self.name, _bold())

    def paint(self, canvas: "Canvas", box: QRectF) -> bool:
        """Paint both lines; a name that needs two takes them."""
        painter, tokens, layout = canvas.painter, canvas.tokens, canvas.layout
        painter.setFont(_bold())
        painter.setPen(QColor(tokens.text1))
        if self.width() > box.width():
            return draw_two_lines(painter, box, self.name, layout)
        half = box.height() / 2
        cut = draw_line(painter, box.adjusted(0, 3, 0, -half), self.name, layout)
        line = box.adjusted(0, half - 1, 0, -4)
        painter.setFont(font(12))
        if self.troubles:
            words = _PART.join(self.troubles)
            place = start_of(line, ICON, layout)
            canvas.icons.paint(painter, "warning", tokens.ink("amber"), place)
            line = without_start(line, ICON + _SPACE, layout)
            painter.setPen(tokens.ink("amber"))
            draw_line(painter, line, words, layout)
            line = without_start(line, text_width(words, painter.font()) + _SPACE, layout)
        painter.setPen(QColor(tokens.text2))
        if line.width() > 2 * ICON:
            draw_line(painter, line, self.about, layout)
        return cut


def invitee_columns(desk: "Desk") -> tuple[Column[Invitee], ...]:
    """Number, person, answer."""
    return (
        Column("number", N_("Number"), lambda row: row.number, "ltr"),
        Column(
            "who",
            N_("Name"),
            lambda row: Who(row.name, row.about, row.troubles),
            may_be_cut=True,
            at_least=120,
            stretches=True,
        ),
        Column("answer", N_("Answer"), lambda row: answer_chip(desk, row)),
    )


def _bold() -> QFont:
    return font(weight=QFont.Weight.DemiBold)
