"""Contrast of the colours, by WCAG 2.2 (1.4.3 text: 4.5; 1.4.11 what is not text: 3)."""

import math
import re

import pytest
from PySide6.QtGui import QColor

from desktop_app.ui.style import style_sheet
from desktop_app.ui.theme import DARK, LIGHT, Tokens, palette
from tests.catalogues import ROOT


def _luminance(colour: str) -> float:
    made = QColor(colour)
    parts: list[float] = [made.redF(), made.greenF(), made.blueF()]
    linear: list[float] = [
        part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    """In both appearances."""

    def test_words_can_be_read_on_every_ground(self, tokens: Tokens) -> None:
        for ground in ("bg", "surface", "sunken", "hover", "accent_tint"):
            for ink in ("text1", "text2"):
                assert _contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5
        assert _contrast(tokens.text3, tokens.surface) >= 4.5
        assert _contrast(tokens.text3, tokens.accent_tint) >= 4.5

    def test_chips_and_buttons_can_be_read(self, tokens: Tokens) -> None:
        for tone in ("accent", "red", "amber", "green", "neutral"):
            ink = getattr(tokens, tone)
            assert _contrast(ink, getattr(tokens, f"{tone}_tint")) >= 4.5
            assert _contrast(ink, tokens.surface) >= 4.5
        assert _contrast(tokens.on_accent, tokens.accent) >= 4.5
        assert _contrast(tokens.surface, tokens.text1) >= 4.5

    def test_edges_of_fields_can_be_seen(self, tokens: Tokens) -> None:
        assert _contrast(tokens.line2, tokens.surface) >= 3

    def test_charts_can_be_told_from_their_ground(self, tokens: Tokens) -> None:
        for part in ("late", "soon", "progress", "done"):
            assert _contrast(getattr(tokens, f"chart_{part}"), tokens.surface) >= 3

    def test_the_sheet_and_the_palette_take_these_colours_and_no_other(
        self, tokens: Tokens
    ) -> None:
        named = {getattr(tokens, name).lower() for name in Tokens.__slots__}
        written = {colour.lower() for colour in re.findall("#[0-9A-Fa-f]{6}", style_sheet(tokens))}
        assert written
        assert written <= named
        assert palette(tokens).window().color().name() == tokens.bg.lower()


def test_no_colour_is_written_outside_the_theme() -> None:
    for path in (ROOT / "desktop_app").rglob("*.py"):
        if path.name != "theme.py":
            assert not re.search("#[0-9A-Fa-f]{6}", path.read_text("utf-8")), path
