"""The style sheet: all sizes of type are here, by the property `kind`."""

import re
from string import Template
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import (
    CONTROL_HEIGHT,
    FAMILY,
    RADIUS_CARD,
    RADIUS_CONTROL,
    RADIUS_DIALOG,
    TEXT,
    Tokens,
    font,
    palette,
    scaled,
)
from resources import resource

_WITH_TEXT: Final = re.compile(r"(font-size|min-height|max-height): (\d+)px")
"""What grows with the user's text size."""
_FONT_FILES: Final = ("Regular", "Medium", "SemiBold")

_SHEET: Final = """
* { font-family: "$family"; font-size: 13px; }
QLabel { color: $text1; background: transparent; }
QLabel[kind="page-title"] { font-size: 19px; font-weight: 600; }
QLabel[kind="card-title"] { font-size: 14px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="lead"] { font-size: 17px; font-weight: 600; }
QLabel[kind="context"] { font-size: 12px; color: $text2; }
QLabel[kind="hint"] { font-size: 12px; color: $text3; }
QLabel[kind="field-label"] { font-size: 12px; color: $text2; }
QLabel[kind="note-red"] { font-size: 12px; color: $red; }
QLabel[kind="note-amber"] { font-size: 12px; color: $amber; }
QLabel[kind="quiet"] { color: $text2; }
QLabel[kind="start-title"] { font-size: 24px; font-weight: 600; }
QLabel[kind="start-name"] { font-size: 22px; font-weight: 600; }
QFrame[kind="start-foot"] { background: $bg; border: none; border-top: 1px solid $line; }
QLabel[kind="toast"] { color: $surface; }
QPushButton[kind="toast"] { color: $surface; background: transparent; border: none;
    font-weight: 600; text-decoration: underline; padding: 4px; border-radius: 4px; }
QPushButton[kind="toast"]:focus { border: 2px solid $surface; padding: 2px; }
QFrame[kind="card"] {
    background: $surface; border: 1px solid $line; border-radius: ${radius_card}px; }
QFrame[kind="page-header"], QFrame[kind="tab-row"] { background: $surface; border: none;
    border-bottom: 1px solid $line; }
QFrame[kind="setting-row"] { background: transparent; border: none;
    border-bottom: 1px solid $line; }
QFrame[kind="drop-mark"] { background: $accent; border: none; }
QFrame[kind="divider"] { background: $line; border: none; min-width: 1px; max-width: 1px; }
QFrame[kind="preview"] { background: $line; border: none; border-radius: ${radius_card}px; }
QFrame[kind="card-header"] { background: transparent; border: none;
    border-bottom: 1px solid $line; }
QFrame[kind="pane-foot"] { background: transparent; border: none; border-top: 1px solid $line; }
QFrame[kind="page-foot"] { background: $bg; border: none; border-top: 1px solid $line;
    border-bottom-left-radius: ${radius_card}px; border-bottom-right-radius: ${radius_card}px; }
QFrame[kind="check"] { background: transparent; border: none;
    border-bottom: 1px solid $line; }
QFrame[kind="side-bar"] { background: $sunken; border: none; }
QFrame[kind="dialog"] {
    background: $surface; border: 1px solid $line2; border-radius: ${radius_dialog}px; }
QFrame[kind="dialog-foot"] { background: $bg; border: none; border-top: 1px solid $line;
    border-bottom-left-radius: ${radius_dialog}px;
    border-bottom-right-radius: ${radius_dialog}px; }
QLabel[kind="dialog-title"] { font-size: 17px; font-weight: 600; }
QFrame[kind="bar-error"] {
    background: $red_tint; border: 1px solid $red; border-radius: ${radius_card}px; }
QFrame[kind="bar-info"] {
    background: $accent_tint; border: 1px solid $accent; border-radius: ${radius_card}px; }
QFrame[kind="bar-warning"] {
    background: $amber_tint; border: 1px solid $amber; border-radius: ${radius_card}px; }
QLineEdit {
    background: $surface; color: $text1; border: 1px solid $line2;
    border-radius: ${radius}px; padding: 0 8px; min-height: ${field}px; max-height: ${field}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px;
    min-height: ${field_ringed}px; max-height: ${field_ringed}px; }
QLineEdit[alarm="red"], QLineEdit[alarm="amber"] {
    padding: 0 7px; min-height: ${field_ringed}px; max-height: ${field_ringed}px; }
QLineEdit[alarm="red"], QTextEdit[alarm="red"] { border: 2px solid $red; }
QLineEdit[alarm="amber"], QTextEdit[alarm="amber"] { border: 2px solid $amber; }
QLineEdit[alarm="red"]:focus, QLineEdit[alarm="amber"]:focus { border: 2px solid $accent; }
QLineEdit[kind="bare"] { background: transparent; border: 1px solid transparent; }
QLineEdit[kind="bare"]:focus { background: $surface; border: 2px solid $accent; }
QLineEdit:disabled { color: $text3; border: 1px solid $line; }
QLineEdit[kind="locked"] { background: transparent; border: 1px solid transparent; padding: 0; }
QLineEdit[kind="locked"]:focus { border: 2px solid $accent; padding: 0; margin: 0 -1px; }
QTextEdit {
    background: $surface; color: $text1; border: 1px solid $line2; border-radius: ${radius}px;
    padding: 4px 6px; selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit[kind="wording"] { font-size: 14px; }
QTextEdit[kind="minutes"], QTextEdit[kind="minutes"]:focus {
    background: transparent; border: none; border-radius: 0; padding: 0; }
QFrame[kind="popup"] {
    background: $surface; border: 1px solid $line2; border-radius: ${radius_card}px; }
QScrollArea[kind="plain"], QWidget[kind="plain"] { background: transparent; border: none; }
QLabel[kind="tag"] {
    background: $neutral_tint; color: $text2; font-size: 12px; font-weight: 500;
    border-radius: 4px; padding: 2px 7px; }
QTextEdit[alarm="red"], QTextEdit[alarm="amber"] { padding: 3px 5px; }
QTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QScrollArea[kind="details"] { background: transparent; border: 2px solid transparent;
    border-radius: ${radius_card}px; }
QScrollArea[kind="details"]:focus { border: 2px solid $accent; }
QTextEdit[kind="journal"] { background: transparent; border: none; padding: 2px; }
QTextEdit[kind="journal"]:focus { border: 2px solid $accent; padding: 0; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $surface; color: $text1; border: 1px solid $line2;
    padding: 3px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_tint; color: $text1; }
QLineEdit[kind="palette"], QLineEdit[kind="palette"]:focus {
    background: transparent; border: none; padding: 0; font-size: 16px; min-height: 40px;
    max-height: 40px; }
QScrollArea[kind="keys"] { border: 2px solid transparent; }
QScrollArea[kind="keys"]:focus { border: 2px solid $accent; border-radius: ${radius}px; }
QTableView, QListView { background: transparent; border: none; outline: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: $surface; color: $text2; border: none; border-bottom: 1px solid $line;
    font-size: 12px; padding: 0 10px; }
QAbstractScrollArea#pages { background: $pages; border: none;
    border-bottom-left-radius: ${radius_card}px; border-bottom-right-radius: ${radius_card}px; }
QAbstractScrollArea#pages:focus { border: 2px solid $accent; }
QMenu { background: $surface; color: $text1; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 6px 14px; border-radius: 4px; }
QMenu::item:selected { background: $accent_tint; color: $text1; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $text1; color: $surface; border: none; padding: 4px 8px; font-size: 12px; }
QProgressBar { background: $chart_rest; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: $chart_progress; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line2; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def load_fonts() -> None:
    """Give the application the shipped typeface; Qt sees its weights as one family."""
    for name in _FONT_FILES:
        data = resource(f"fonts/IBMPlexSansArabic-{name}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(data)


def style_sheet(tokens: Tokens) -> str:
    """Fill the sheet with the colours of an appearance and the user's text size."""
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    grown = _WITH_TEXT.sub(lambda found: f"{found[1]}: {scaled(int(found[2]))}px", _SHEET)
    return Template(grown).substitute(
        colours,
        family=FAMILY,
        radius=RADIUS_CONTROL,
        radius_card=RADIUS_CARD,
        radius_dialog=RADIUS_DIALOG,
        pages=tokens.line,
        field=scaled(CONTROL_HEIGHT) - 2,
        field_ringed=scaled(CONTROL_HEIGHT) - 4,
    )


def dress(application: QApplication, tokens: Tokens, text_size: int = 100) -> None:
    """Put font, palette and style sheet on the application; also after the direction changed.

    Padding in a style sheet follows the reading direction only when the sheet is set anew.

    Args:
        application: that wears them.
        tokens: the colours of the moment.
        text_size: in percent.
    """
    text = round(TEXT * text_size / 100)
    if application.font().pixelSize() != text:
        face = QFont(font())
        face.setPixelSize(text)
        application.setFont(face)
    application.setPalette(palette(tokens))
    application.setStyleSheet(style_sheet(tokens))
