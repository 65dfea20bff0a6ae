"""The user's guide, at the section that tells of the screen one came from."""

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.direction import isolated
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.guide.sections import SECTIONS, folder, language_of, read
from desktop_app.ui.theme import GAP, NARROW_WIDTH, PAGE_MARGIN, font, scaled
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.parts_list import PartsList

_LINE: Final = 150
"""Height of a line, in percent."""
_PICTURE: Final = "\ufffc"
"""Stands in a text where a picture is."""
_TITLES: Final = {1: 19, 2: 17, 3: 14}


class GuidePage(QWidget):
    """A list of sections, and one of them as text with pictures.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code = SECTIONS[0].code
        self.header = PageHeader(desk, back=True)
        self.list = PartsList(desk, N_("Guide"), SECTIONS)
        self.text = _Text()
        self.text.setProperty("kind", "journal")
        self.text.setOpenExternalLinks(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.acts = (
            Act(desk, N_("Next page"), lambda: self._step(1), key="Ctrl+PgDn"),
            Act(desk, N_("Previous page"), lambda: self._step(-1), key="Ctrl+PgUp"),
        )
        self._lay_out()
        self.list.choose(self._code)
        self.list.chosen.connect(lambda code: desk.go(Address("guide", part=code)))
        desk.dressed.connect(self.dress)
        self.dress()

    def open(self, address: Address) -> None:
        """Show a section."""
        known = {one.code for one in SECTIONS}
        self._code = address.part if address.part in known else self._code
        self.list.choose(self._code)
        self._show()
        if not self.list.hasFocus():
            self.text.setFocus()

    def leave(self) -> None:
        """Nothing is typed here."""

    def dress(self) -> None:
        """Take words, colours and size anew."""
        self.header.title.setText(self._desk.say("Guide"))
        self.text.setAccessibleName(self._desk.say("Guide"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone in a narrow window."""
        super().resizeEvent(event)
        self.list.set_narrow(self.window().width() < scaled(NARROW_WIDTH))

    def _step(self, by: int) -> None:
        codes = [one.code for one in SECTIONS]
        at = (codes.index(self._code) + by) % len(codes)
        self._desk.go(Address("guide", part=codes[at]))

    def _show(self) -> None:
        language = language_of(self._desk.language)
        arabic = language == "ar"
        words = read(language)[self._code]
        lines = (
            line if line.startswith("!") else isolated(line, right_to_left=arabic)
            for line in words.split("\n")
        )
        self.text.show_markdown("\n".join(lines), right_to_left=arabic, ink=self._desk.tokens.text1)

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("kind", "card")
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)
        frame, inside = card()
        inside.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        row.setSpacing(GAP)
        row.addWidget(side)
        row.addWidget(frame, 1)


class _Text(QTextBrowser):
    """Markdown in the window's own type; pictures are no wider than the page."""

    def show_markdown(self, text: str, *, right_to_left: bool, ink: str) -> None:
        """Show a text, from its beginning unless it is the same."""
        at = self.verticalScrollBar().value() if text == self._shown else 0
        self._shown = text
        document = self.document()
        option = QTextOption()
        direction = Qt.LayoutDirection
        way = direction.RightToLeft if right_to_left else direction.LeftToRight
        option.setTextDirection(way)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(PAGE_MARGIN)
        document.setDefaultFont(font())
        document.setMarkdown(text)
        self._dress_blocks(way, ink)
        self.verticalScrollBar().setValue(at)

    _shown = ""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load a picture of the guide, as wide as the page at most."""
        url = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QPixmap(str(folder() / url))
        bar = self.verticalScrollBar().sizeHint().width()
        room = min(self.viewport().width(), self.width() - bar) - 2 * PAGE_MARGIN - 2
        if picture.isNull() or picture.width() <= room:
            return picture
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(room, smooth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let pictures fit again."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.document().clearUndoRedoStacks()
            self.document().markContentsDirty(0, self.document().characterCount())

    def _dress_blocks(self, way: Qt.LayoutDirection, ink: str) -> None:
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            look = QTextBlockFormat()
            look.setLayoutDirection(way)
            if _PICTURE not in block.text():
                look.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            level = block.blockFormat().headingLevel()
            listed = block.textList() is not None
            look.setTopMargin(PAGE_MARGIN if level else 2 if listed else GAP / 2)
            cursor.mergeBlockFormat(look)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            dress = QTextCharFormat()
            dress.setForeground(QColor(ink))
            if level:
                dress.setFont(font(_TITLES.get(level, 13), QFont.Weight.DemiBold))
            cursor.mergeCharFormat(dress)
            block = block.next()
