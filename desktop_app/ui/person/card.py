"""Who a person is: names, function, body, and where to write or call."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.codes import Civility
from desktop_app.i18n import N_
from desktop_app.services.person_file import PersonFile
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import name_for, short_day, text_for
from desktop_app.ui.theme import CARD_PADDING, font, scaled
from desktop_app.ui.widgets.columns import NOTHING
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.vocabulary import label as label_of

_AVATAR: Final = 48


class PersonCard(QScrollArea):
    """What is on file of a person; e-mail and phone can be typed here.

    Attributes:
        email, phone: their editors, which say what was typed.
        email_field, phone_field: around them; they say what is wrong.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: PersonFile | None = None
        self._avatar = _Avatar(desk)
        self._name = _recorded("card-title")
        self._other_name = _recorded("context")
        self._civility = label("context")
        self._function, self._body = _recorded(), _recorded()
        self._since = label("hint", wrap=True)
        self.email = LineEdit(desk, latin=True)
        self.phone = LineEdit(desk, latin=True)
        self.email_field = Field(desk, N_("E-mail address"), self.email)
        self.phone_field = Field(desk, N_("Phone (not printed)"), self.phone)
        self._captions: dict[str, QLabel] = {}
        self._lay_out()
        desk.dressed.connect(self.dress)
        self.dress()

    def show_person(self, file: PersonFile) -> None:
        """Show what is on file; what is being typed stays."""
        self._file = file
        self.email.show_text(file.person.email)
        self.phone.show_text(file.person.phone)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        for message, caption in self._captions.items():
            caption.setText(self._desk.say(message))
        absolute = Qt.AlignmentFlag.AlignAbsolute
        right = self._desk.say.right_to_left
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        for words in (self._name, self._other_name, self._function, self._body):
            words.setAlignment(side | absolute)
        if self._file is None:
            return
        person, language = self._file.person, self._desk.language
        shown = text_for(person.name, language)
        self._avatar.show_letter(shown[:1])
        self._name.setText(shown)
        other = person.name.fr if shown == person.name.ar else person.name.ar
        self._other_name.setText(other if other != shown else "")
        self._other_name.setVisible(bool(self._other_name.text()))
        known = person.civility is not Civility.UNKNOWN
        self._civility.setText(label_of(person.civility, language) if known else "")
        self._civility.setVisible(known)
        title = name_for(person.function.title, language)
        self._function.setText(title or NOTHING)
        body = name_for(person.body.name, language) if person.body else ""
        self._body.setText(body or NOTHING)
        since = self._file.since
        day = short_day(since, language) if since else ""
        self._since.setText(self._desk.say("since {day}", day=day) if day else "")
        self._since.setVisible(bool(day))

    def commit(self) -> None:
        """Say what was typed now, before the page is left."""
        self.email.commit()
        self.phone.commit()

    def sizeHint(self) -> QSize:
        """As wide as a form, as high as there is room."""
        return QSize(scaled(286), scaled(300))

    def _lay_out(self) -> None:
        self.setProperty("kind", "card")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        names = QVBoxLayout()
        names.setSpacing(0)
        for part in (self._name, self._other_name, self._civility):
            names.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*(CARD_PADDING,) * 4)
        column.setSpacing(0)
        column.addLayout(head)
        for message, value in ((N_("Function"), self._function), (N_("Body"), self._body)):
            caption = self._captions[message] = label("context")
            column.addSpacing(12)
            column.addWidget(caption)
            column.addWidget(value)
        column.addWidget(self._since)
        column.addSpacing(12)
        column.addWidget(self.email_field)
        column.addWidget(self.phone_field)
        column.addStretch(1)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)


class _Avatar(QWidget):
    """The first letter of a name, in a circle; the name itself stands beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._letter = ""
        self.setFixedSize(_AVATAR, _AVATAR)

    def show_letter(self, letter: str) -> None:
        self._letter = letter.upper()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._desk.tokens.neutral_tint))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(font(17, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._desk.tokens.text2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


def _recorded(kind: str = "") -> QLabel:
    made = label(kind, wrap=True)
    made.setObjectName("recorded")
    return made
