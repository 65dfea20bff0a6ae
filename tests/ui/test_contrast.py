"""Contrast of every pair of colours in use, light and dark."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.kept import Appearance
from desktop_app.ui.style import style_sheet
from desktop_app.ui.theme import DARK, LIGHT, Tokens
from tests.ui.conftest import Open
from tests.ui.contrast import ENOUGH, Observer, What, contrast, in_sheet, observe
from tests.ui.gallery import WHOLE, Gallery, make_gallery
from tests.ui.tour import STOPS, settle

LOOKS: dict[Appearance, Tokens] = {"light": LIGHT, "dark": DARK}
SEEN = ("sessions-narrowed", "outcomes", "history", "papers", "error", "people", "person", "toast")
"""Stops of the tour that one window can make one after the other."""


@pytest.fixture(params=list(LOOKS))
def appearance(request: pytest.FixtureRequest) -> Appearance:
    """Light, then dark."""
    return request.param  # type: ignore[no-any-return]  # one of both


@pytest.fixture
def gallery(qapp: QApplication, tmp_path: Path, appearance: Appearance) -> Iterator[Gallery]:
    """The gallery, shown."""
    made = make_gallery(qapp, "ar", tmp_path)
    made.desk.set_appearance(appearance)
    made.resize(*WHOLE)
    made.show()
    made.activateWindow()
    made.settle()
    yield made
    made.leave()


def test_every_component_can_be_seen(gallery: Gallery, appearance: Appearance) -> None:
    observer = Observer(LOOKS[appearance])
    observe(gallery, observer)
    assert observer.faint() == []
    met: tuple[tuple[What, str, str], ...] = (
        ("text", "on_accent", "accent"),
        ("text", "red", "red_tint"),
        ("text", "accent", "surface"),
        ("text", "text2", "bg"),
        ("text", "surface", "text1"),
        ("meaning", "line2", "bg"),
        ("meaning", "amber", "amber_tint"),
        ("meaning", "chart_soon", "surface"),
    )
    assert [pair for pair in met if not observer.saw(*pair)] == []


def test_every_page_can_be_seen(open_window: Open, record: Path, appearance: Appearance) -> None:
    window = open_window(record, "fr")
    window.desk.set_appearance(appearance)
    observer = Observer(LOOKS[appearance])
    for stop in STOPS:
        if stop.name in SEEN or stop.name.startswith("settings-"):
            stop.show(window)
            settle(window)
            observe(window, observer)
    assert observer.faint() == []
    assert len(observer.pairs) > 20


def test_every_field_and_menu_can_be_seen(appearance: Appearance) -> None:
    pairs = list(in_sheet(style_sheet(LOOKS[appearance])))
    decorative = {LOOKS[appearance].line, LOOKS[appearance].surface}
    assert len(pairs) > 15
    for what, ink, ground in pairs:
        if what == "text" or ink not in decorative:
            assert contrast(ink, ground) >= ENOUGH[what], (what, ink, ground)


@pytest.mark.parametrize(
    ("token", "faint"),
    [
        ("text3", "#A8AEB9"),
        ("amber", "#C99A4B"),
        ("line2", "#C9CED8"),
        ("on_accent", "#8A92DD"),
        ("chart_soon", "#F1D9B0"),
        ("green", "#8FC7A5"),
    ],
)
def test_a_faint_colour_is_found(
    token: str, faint: str, qapp: QApplication, tmp_path: Path
) -> None:
    gallery = make_gallery(qapp, "ar", tmp_path)
    tokens = replace(LIGHT, **{token: faint})
    gallery.desk.tokens = tokens
    qapp.setStyleSheet(style_sheet(tokens))
    gallery.desk.dressed.emit()
    gallery.resize(*WHOLE)
    gallery.show()
    gallery.settle()
    observer = Observer(tokens)
    observe(gallery, observer)
    gallery.leave()
    assert any(token in found for found in observer.faint())
