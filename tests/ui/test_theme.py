"""Colours stand in one place."""

import re

import pytest

from desktop_app.ui.style import style_sheet
from desktop_app.ui.theme import DARK, LIGHT, Tokens, palette
from tests.catalogues import ROOT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_and_the_palette_take_these_colours_and_no_other(tokens: Tokens) -> None:
    named = {getattr(tokens, name).lower() for name in Tokens.__slots__}
    written = {colour.lower() for colour in re.findall("#[0-9A-Fa-f]{6}", style_sheet(tokens))}
    assert written
    assert written <= named
    assert palette(tokens).window().color().name() == tokens.bg.lower()


def test_no_colour_is_written_outside_the_theme() -> None:
    for path in (ROOT / "desktop_app").rglob("*.py"):
        if path.name != "theme.py":
            assert not re.search("#[0-9A-Fa-f]{6}", path.read_text("utf-8")), path
