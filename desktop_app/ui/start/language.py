"""First step: the language of the window, changed at once."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import LANGUAGES, N_, Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CARD, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line
from desktop_app.ui.widgets.rows import start_of, without_start

OWN_NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}
"""Each language in itself: whoever reads no other finds it."""
_HEIGHT: Final = 52
_WIDTH: Final = 400
_PADDING: Final = 16


class LanguageStep(QWidget):
    """Three cards, of which one is chosen; arrow keys choose too."""

    title = N_("In which language do you work?")
    sentence = N_(
        "The window changes at once. Papers have a language of their own, chosen for each."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards = {language: _Card(desk, language, self._choose) for language in LANGUAGES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in self._cards.values():
            column.addWidget(card)
        column.addStretch(1)

    def begin(self) -> None:
        """Show what is chosen, and put the focus there."""
        card = self._cards[self._desk.language]
        card.setChecked(True)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_go_on(self) -> bool:
        """There is always a language."""
        return True

    def _choose(self, language: Language) -> None:
        if language != self._desk.language:
            self._desk.set_language(language)


class _Card(QAbstractButton):
    """A language, in itself."""

    def __init__(
        self, desk: Desk, language: Language, choose: Callable[[Language], object]
    ) -> None:
        super().__init__()
        self._desk = desk
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(OWN_NAMES[language])
        self.setAccessibleName(OWN_NAMES[language])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda on: choose(language) if on else None)
        desk.dressed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as the other cards."""
        return QSize(scaled(_WIDTH), scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, weight and mark show what is chosen."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, on = QRectF(self.rect()), self.isChecked()
        ground = tokens.accent_tint if on else tokens.hover if self.underMouse() else tokens.surface
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.line2), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CARD)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        mark, ink = ("radio-button-fill", tokens.accent) if on else ("circle", tokens.text3)
        self._desk.icons.paint(painter, mark, ink, start_of(inner, ICON, layout))
        painter.setFont(font(14, QFont.Weight.DemiBold if on else QFont.Weight.Normal))
        painter.setPen(QColor(tokens.text1))
        draw_line(painter, without_start(inner, ICON + 12, layout), self.text(), layout)
