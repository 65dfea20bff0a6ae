"""The page in its card: the point in hand and who speaks above it, its keys below."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.agenda import HEAD
from desktop_app.ui.session.minutes.editor import MinutesEditor
from desktop_app.ui.session.minutes.foot import Foot
from desktop_app.ui.session.minutes.speaker import SpeakerField
from desktop_app.ui.theme import CARD_PADDING, scaled
from desktop_app.ui.widgets.labels import LineLabel, label
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.wording.bilingual import PaperLanguage

_SOON_MS: Final = 200


class PageCard(QFrame):
    """Says what is written about, by whom it is said, and whether it is kept.

    Args:
        editor: the page.
        speaker: where one says who speaks.
        keys: shown in the foot.

    Attributes:
        language_chosen: emitted with the language of the page that was chosen.
        title: of the point in hand.
        foot: the keys, and when it was kept.
    """

    language_chosen = Signal(str)

    def __init__(
        self, desk: Desk, editor: MinutesEditor, speaker: SpeakerField, keys: Sequence[Act]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._editor = editor
        self.title = LineLabel("card-title")
        self.title.setObjectName("recorded")
        self._who = label("context")
        self._languages = Segmented(
            desk, N_("Language of the page"), {"ar": "العربية", "fr": "Français"}
        )
        self.foot = Foot(desk, keys)
        self._lay_out(speaker)
        self._languages.chosen.connect(self.language_chosen)
        self._look_again = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._look_again.timeout.connect(self._show_typing)
        editor.textChanged.connect(self._show_typing)
        editor.saved.connect(lambda: self.foot.show_kept(datetime.now().astimezone()))
        editor.failed.connect(self._show_failed)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_language(self, language: PaperLanguage) -> None:
        """Show in which language the page is."""
        self._languages.choose(language)

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._head.setFixedHeight(scaled(HEAD))
        self._who.setText(self._desk.say("Speaker:"))

    def _show_typing(self) -> None:
        if self._editor.pending:
            self.foot.show_typing()
            self._look_again.start()
        else:
            self.foot.show_rest()

    def _show_failed(self, error: Exception) -> None:
        self.foot.show_failed()
        self._desk.show_error(error)

    def _lay_out(self, speaker: SpeakerField) -> None:
        self._head = QFrame()
        self._head.setProperty("kind", "card-header")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self._languages)
        head.addWidget(self._who)
        head.addWidget(speaker)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._editor, 1)
        column.addWidget(self.foot)
