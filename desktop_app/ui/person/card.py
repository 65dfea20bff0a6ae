"""Who a person is: function, body, where to write or call, names; typed in place."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from db.codes import Civility
from desktop_app.i18n import N_
from desktop_app.services.person_file import PersonFile
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import BodyField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.people.form import FormCard
from desktop_app.ui.text import listed, short_day, text_for
from desktop_app.ui.theme import font
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.toggle import CheckBox
from desktop_app.wording.vocabulary import label as label_of

_AVATAR: Final = 48


class PersonCard(FormCard):
    """What is on file of a person; all of it can be typed here.

    Args:
        post: gives the person another function from a day on.
        career: shows the functions held before.

    Attributes:
        function, name: their editors, in both languages.
        alone: whether nobody else can hold this function at the same time.
        body: names where the person works.
        civility: how the person is addressed.
        email, phone: their editors, which say what was typed.
        fields: around them, by the name of what they hold; they say what is wrong.
    """

    def __init__(self, desk: Desk, post: Act, career: Act) -> None:
        super().__init__()
        self._desk = desk
        self._file: PersonFile | None = None
        self._avatar = _Avatar(desk)
        self._name = _recorded("card-title")
        self._other_name = _recorded("context")
        self._civility = label("context")
        self._since = label("hint", wrap=True)
        self._groups = label("context")
        self._in_groups = _recorded()
        self.function = PairField(desk, N_("Function"), one=True)
        self.alone = CheckBox(desk, N_("One person alone holds it"))
        self.body = BodyField(desk)
        self.email = LineEdit(desk, latin=True)
        self.phone = LineEdit(desk, latin=True)
        self.name = PairField(desk, N_("Name"), both=True)
        self.civility = Choice(desk, lambda: _civilities(desk))
        self.fields = {
            "function": Field(desk, N_("Function"), self.function, dense=True),
            "body": Field(desk, N_("Body"), self.body, dense=True),
            "email": Field(desk, N_("E-mail address"), self.email, dense=True),
            "phone": Field(desk, N_("Phone (not printed)"), self.phone, dense=True),
            "name": Field(desk, N_("Name"), self.name, dense=True),
            "civility": Field(desk, N_("Civility"), self.civility, dense=True),
        }
        self.body.problem.connect(self.fields["body"].set_error)
        self._lay_out([Button(desk, act, small=True, show_key=False) for act in (post, career)])
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def email_field(self) -> Field:
        """Around the e-mail address."""
        return self.fields["email"]

    def clear(self) -> None:
        """Forget what was wrong with what was typed for another."""
        self._file = None
        for field in self.fields.values():
            field.set_error(None)

    def show_person(self, file: PersonFile) -> None:
        """Show what is on file; what is being typed, or was refused, stays."""
        self._file = file
        person = file.person
        show: dict[str, Callable[[], object]] = {
            "function": lambda: self.function.show_pair(person.function.title),
            "body": lambda: self.body.show_name(person.body),
            "email": lambda: self.email.show_text(person.email),
            "phone": lambda: self.phone.show_text(person.phone),
            "name": lambda: self.name.show_pair(person.name),
            "civility": lambda: self.civility.choose(person.civility),
        }
        for name, field in self.fields.items():
            if not field.error:
                show[name]()
        self.alone.setChecked(person.function.unique)
        self.alone.setVisible(bool(person.function.title))
        self.dress()

    def edit(self) -> None:
        """Go to the first field, the name."""
        self.name.setFocus()

    def dress(self) -> None:
        """Take the words anew."""
        say, language = self._desk.say, self._desk.language
        self._groups.setText(say("Groups"))
        absolute = Qt.AlignmentFlag.AlignAbsolute
        side = Qt.AlignmentFlag.AlignRight if say.right_to_left else Qt.AlignmentFlag.AlignLeft
        for words in (self._name, self._other_name):
            words.setAlignment(side | absolute)
        if self._file is None:
            return
        person = self._file.person
        shown = text_for(person.name, language)
        self._avatar.show_letter(shown[:1])
        self._name.setText(shown)
        other = person.name.fr if shown == person.name.ar else person.name.ar
        self._other_name.setText(other if other != shown else "")
        self._other_name.setVisible(bool(self._other_name.text()))
        known = person.civility is not Civility.UNKNOWN
        self._civility.setText(label_of(person.civility, language) if known else "")
        self._civility.setVisible(known)
        day = short_day(self._file.since, language) if self._file.since else ""
        self._since.setText(say("since {day}", day=day) if day else "")
        self._since.setVisible(bool(day))
        groups = listed(
            (text_for(name, language) for _, name in self._file.groups),
            right_to_left=say.right_to_left,
        )
        self._in_groups.setText(groups)
        for part in (self._groups, self._in_groups):
            part.setVisible(bool(groups))

    def commit(self) -> None:
        """Say what was typed now, before the page is left."""
        for editor in (self.function, self.email, self.phone, self.name):
            editor.commit()

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        for part in (self._name, self._other_name, self._civility):
            names.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        flow = Flow()
        for button in buttons:
            flow.addWidget(button)
        column: list[QWidget | QLayout] = [
            head,
            *(self.fields["function"], self.alone, self.fields["body"]),
            self._since,
            flow,
        ]
        column += [self.fields["email"], self.fields["phone"], self._groups, self._in_groups]
        self.lay_out([*column, self.fields["name"], self.fields["civility"]])


def _civilities(desk: Desk) -> list[tuple[Civility, str]]:
    return [(code, label_of(code, desk.language)) for code in Civility]


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
