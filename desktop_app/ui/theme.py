"""Colours, sizes and type of the window: the one file where a colour is written.

`Tokens` feeds the palette, the style sheet (`style`) and everything that is painted by hand.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

FAMILY: Final = "IBM Plex Sans Arabic"
TEXT: Final = 13
"""Height of running text, in logical pixels, at the user's text size of 100 %."""

SIDE_BAR_WIDTH: Final = 208
SIDE_BAR_NARROW: Final = 52
PAGE_MARGIN: Final = 20
GAP: Final = 12
CARD_PADDING: Final = 14
CONTROL_HEIGHT: Final = 32
ROW_HEIGHT: Final = 36
TABLE_HEADER_HEIGHT: Final = 30
PAGE_HEADER_HEIGHT: Final = 66
ICON: Final = 16
RADIUS_CHIP: Final = 4
RADIUS_CONTROL: Final = 6
RADIUS_CARD: Final = 8
RADIUS_DIALOG: Final = 10
NARROW_WIDTH: Final = 1100
LOW_HEIGHT: Final = 660
SMALLEST: Final = (800, 480)
"""Width and height below which the window does not go."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one appearance, by what they are for."""

    bg: str
    surface: str
    sunken: str
    line: str
    hover: str
    line2: str
    text1: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    accent_tint: str
    red: str
    red_tint: str
    amber: str
    amber_tint: str
    green: str
    green_tint: str
    neutral: str
    neutral_tint: str
    chart_late: str
    chart_soon: str
    chart_progress: str
    chart_done: str
    chart_rest: str

    def ink(self, tone: str) -> QColor:
        """Colour of words and icons of a tone (``accent``, ``red``, ``amber`` …)."""
        return QColor(getattr(self, tone))

    def tint(self, tone: str) -> QColor:
        """Ground that goes with a tone."""
        return QColor(getattr(self, f"{tone}_tint"))


LIGHT: Final = Tokens(
    bg="#F4F5F7",
    surface="#FFFFFF",
    sunken="#EAECF0",
    line="#DADEE5",
    hover="#F1F3F6",
    line2="#7F8795",
    text1="#1A1F2B",
    text2="#475061",
    text3="#5E6777",
    accent="#3A45B5",
    on_accent="#FFFFFF",
    accent_tint="#E8EAF9",
    red="#A8221B",
    red_tint="#FBE9E7",
    amber="#7A4A00",
    amber_tint="#FBEFD9",
    green="#1B6438",
    green_tint="#E1F1E7",
    neutral="#475061",
    neutral_tint="#E9ECF1",
    chart_late="#C2362D",
    chart_soon="#BD7A12",
    chart_progress="#7D87DA",
    chart_done="#3E8E5E",
    chart_rest="#C9CED8",
)
DARK: Final = Tokens(
    bg="#14171D",
    surface="#1B1F27",
    sunken="#0F1217",
    line="#2F3542",
    hover="#222731",
    line2="#6F798B",
    text1="#E9EBEF",
    text2="#B6BDC9",
    text3="#949DAC",
    accent="#A6AFFF",
    on_accent="#14171D",
    accent_tint="#282E57",
    red="#FF9C92",
    red_tint="#3D2120",
    amber="#F1BF70",
    amber_tint="#3A2C14",
    green="#86D4A1",
    green_tint="#193423",
    neutral="#B6BDC9",
    neutral_tint="#2A303B",
    chart_late="#E5695F",
    chart_soon="#D9A044",
    chart_progress="#6E79D6",
    chart_done="#5CAD7C",
    chart_rest="#444C5A",
)


def font(pixels: int = TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give a font of the window's typeface, at the user's text size; never change it.

    Args:
        pixels: its height in logical pixels at a text size of 100 %.
        weight: of its strokes.
    """
    return _font(scaled(pixels), weight)


def scaled(pixels: int) -> int:
    """Give a height that holds text, in logical pixels, at the user's text size.

    The text size is that of the application's font, and nowhere else.
    """
    text = QGuiApplication.font().pixelSize()
    return pixels if text <= 0 else round(pixels * text / TEXT)


@cache
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def palette(tokens: Tokens) -> QPalette:
    """Make the palette that Fusion draws the stock widgets with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.WindowText: tokens.text1,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.hover,
        QPalette.ColorRole.Text: tokens.text1,
        QPalette.ColorRole.PlaceholderText: tokens.text3,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text1,
        QPalette.ColorRole.BrightText: tokens.red,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.ToolTipBase: tokens.text1,
        QPalette.ColorRole.ToolTipText: tokens.surface,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line2,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    return made
