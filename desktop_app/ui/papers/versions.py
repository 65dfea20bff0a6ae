"""What changed between two versions of the minutes, why, and who was sent which."""

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.codes import DocumentKind
from desktop_app.documents.changes import Compared, Numbers, compared, part_of, scope_of
from desktop_app.i18n import N_
from desktop_app.services.final_minutes import Version, list_versions
from desktop_app.services.minutes_changes import Piece, pairs
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.paper_acts import PaperActs, Request
from desktop_app.ui.text import listed, short_day
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.wording.bilingual import PaperLanguage

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_LANGUAGES: Final[dict[str, PaperLanguage]] = {"ar": "ar", "fr": "fr"}
Read = tuple[tuple[Numbers, ...], tuple[Version, ...], dict[Numbers, Compared]]


class VersionsDialog(Dialog):
    """Two versions that follow one another, laid over each other; printed by one key.

    Attributes:
        choice: which two.
    """

    def __init__(self, desk: Desk, session: "Session") -> None:
        self._session = session
        self._pairs: tuple[Numbers, ...] = ()
        self._versions: tuple[Version, ...] = ()
        self._compared: dict[Numbers, Compared] = {}
        self._paper = PaperActs(desk, self._request)
        super().__init__(desk, N_("Compare versions"), self._paper.acts[:2], width=820)
        self.close_act.set_message(N_("Close"))
        self.choice = Choice(desk, self._named)
        self._field = Field(desk, N_("Versions"), self.choice, dense=True)
        self._about = label("context", wrap=True)
        self._about.setObjectName("recorded")
        self._inside_changes = QWidget()
        self._lines = QVBoxLayout(self._inside_changes)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self.body.addWidget(self._field)
        self.body.addWidget(self._about)
        self.body.addWidget(self._inside_changes)
        self.choice.chosen.connect(lambda _: self._show())
        desk.dressed.connect(self._show)
        self._paper.set_offered(offered=False, reason=N_("The paper is being prepared"))
        store = desk.store
        if store is not None:
            desk.runner.run(lambda _: self._read(), self._take)

    @property
    def said(self) -> str:
        """All that is told, as it is read."""
        return "\n".join(one.accessibleName() or one.text() for one in self.findChildren(QLabel))

    def _read(self) -> Read:
        store, key = self._desk.store, self._session.id
        if store is None:
            return (), (), {}
        with store.read() as reading:
            found = pairs(reading, key)
            return (
                found,
                list_versions(reading, key),
                {one: compared(reading, key, one) for one in found},
            )

    def _take(self, read: Read) -> None:
        self._pairs, self._versions, self._compared = read
        self.choice.dress()
        if self._pairs:
            self.choice.choose(self._pairs[0])
        self._paper.set_offered(bool(self._pairs), N_("There is one version alone"))
        self._show()

    def _named(self) -> list[tuple[Numbers, str]]:
        say = self._desk.say
        return [
            (
                (one, other),
                say("Version {n}, then version {next}", n=one, next=other)
                if other
                else say("Version {n}, then what is being changed", n=one),
            )
            for one, other in self._pairs
        ]

    def _request(self) -> Request | None:
        numbers = self._numbers()
        if numbers is None:
            return None
        return Request(DocumentKind.CHANGES, scope_of(self._session.id, numbers))

    def _numbers(self) -> Numbers | None:
        return next((one for one in self._pairs if one == self.choice.value), None)

    def _show(self) -> None:
        numbers = self._numbers()
        if numbers is None:
            return
        matter, say = self._compared[numbers], self._desk.say
        told = [say("Re-opened because: {reason}", reason=matter.reason)] if matter.reason else []
        told += [self._sent(version) for version in self._versions if version.number in numbers]
        self._about.setText("\n".join(told))
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        language = self._language(matter)
        for change in matter.changes.get(language, ()):
            head = label("strong", wrap=True)
            head.setObjectName("recorded")
            head.setText(part_of(change, language))
            self._lines.addWidget(head)
            self._lines.addWidget(self._text(change.pieces, language))
        if not matter.changes.get(language):
            nothing = label("context")
            nothing.setText(say("The text did not change."))
            self._lines.addWidget(nothing)

    def _language(self, matter: Compared) -> PaperLanguage:
        """The window's own, unless only the other one changed."""
        own = _LANGUAGES.get(self._desk.language, "ar")
        other: PaperLanguage = "fr" if own == "ar" else "ar"
        return own if matter.changes.get(own) or not matter.changes.get(other) else other

    def _sent(self, version: Version) -> str:
        say, language = self._desk.say, self._desk.language
        day = short_day(version.finalised_at.astimezone().date(), language)
        if not version.sent:
            return say("Version {n}, {day}: sent to nobody", n=version.number, day=day)
        people = listed(
            dict.fromkeys(one.delivery.recipient for one in version.sent),
            right_to_left=say.right_to_left,
        )
        return say("Version {n}, {day}: sent to {people}", n=version.number, day=day, people=people)

    def _text(self, pieces: tuple[Piece, ...], language: PaperLanguage) -> QLabel:
        """Strike out what went and underline what came: not by colour alone."""
        tokens = self._desk.tokens
        styles = {
            "same": "",
            "removed": f"color:{tokens.red};text-decoration:line-through",
            "added": f"color:{tokens.green};text-decoration:underline;font-weight:600",
        }
        shown = "".join(
            f'<span style="{styles[one.how]}">'
            + escape(one.text).replace("\t", " · ").replace("\n", "<br>")
            + "</span>"
            for one in pieces
        )
        side = "rtl" if language == "ar" else "ltr"
        words = QLabel()
        words.setObjectName("recorded")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(f'<div dir="{side}">{shown}</div>')
        words.setAccessibleName("".join(one.text for one in pieces if one.how != "removed"))
        return words
