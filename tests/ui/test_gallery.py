"""Every component, in every language, appearance and size of text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import LANGUAGES, Language
from desktop_app.ui.kept import Appearance
from desktop_app.ui.theme import DARK, LIGHT
from tests.ui import walking
from tests.ui.gallery import HALF, WHOLE, Gallery, make_gallery, take_pictures


@pytest.fixture
def gallery(qapp: QApplication, tmp_path: Path) -> Iterator[Gallery]:
    """The gallery, shown."""
    made = make_gallery(qapp, "ar", tmp_path)
    made.resize(*WHOLE)
    made.show()
    made.activateWindow()
    yield made
    made.leave()


@pytest.mark.parametrize("percent", [90, 100, 130])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_and_everything_is_named(
    language: Language, percent: int, gallery: Gallery
) -> None:
    gallery.desk.set_language(language)
    gallery.desk.set_text_size(percent)
    gallery.resize(WHOLE[0] * max(percent, 100) // 100, WHOLE[1])
    gallery.settle()
    assert walking.clipped(gallery) == []
    assert walking.overlapping(gallery) == []
    assert walking.unnamed(gallery) == []


@pytest.mark.parametrize(
    ("language", "appearance"), [("ar", "light"), ("fr", "dark"), ("en", "light")]
)
def test_tab_goes_as_one_reads_and_is_seen(
    language: Language, appearance: Appearance, gallery: Gallery
) -> None:
    gallery.desk.set_language(language)
    gallery.desk.set_appearance(appearance)
    gallery.settle()
    gallery.daily.parts.toast.hide()  # type: ignore[union-attr]  # the daily ones have it
    assert walking.disordered(gallery) == []
    assert walking.unmarked(gallery) == []


def test_every_word_follows_the_language(gallery: Gallery) -> None:
    gallery.settle()
    said = set(walking.words(gallery))
    gallery.desk.set_language("fr")
    gallery.settle()
    other = set(walking.words(gallery))
    assert not {text for text in said & other if any(map(str.isalpha, text))} - {"Esc", "Ctrl Z"}


def test_it_turns_over(gallery: Gallery) -> None:
    gallery.settle()
    assert gallery.daily.x() > gallery.other.x()
    gallery.desk.set_language("fr")
    gallery.settle()
    assert gallery.daily.x() < gallery.other.x()


def test_its_picture_is_dark_at_one_half_and_light_at_the_other(
    gallery: Gallery, tmp_path: Path
) -> None:
    take_pictures(gallery, tmp_path)
    image = QImage(str(tmp_path / "components.png"))
    assert (image.width(), image.height()) == (2 * HALF[0], HALF[1])
    assert image.pixelColor(3, 3) == QColor(DARK.bg)
    assert image.pixelColor(HALF[0] + 3, 3) == QColor(LIGHT.bg)
    assert len(list(tmp_path.glob("gallery-*.png"))) == 2 * len(LANGUAGES)
