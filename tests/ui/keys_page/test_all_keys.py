"""The page of all keys: every act that has a key, once, where it works."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.i18n import LANGUAGES, Language
from desktop_app.ui.keys_page.all_keys import AllKeys, Group, HasParts, shared_out
from desktop_app.ui.keys_page.key_cap import KeyCap
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.widgets.buttons import key_cap
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import Open, sessions_of
from tests.ui.tour import settle, wait_until

BOARD = re.compile(
    r"(Ctrl\+)?(Shift\+)?(F([1-9]|1[0-2])|Enter|Esc|PgUp|PgDn|Insert|Del|Space)|\d|/"
    r"|Ctrl\+(Shift\+)?([A-PR-VX-Z]|Up|Down|Left|Right)|Ctrl\+[-+\d]"
)
"""What `desktop_app.ui.keys.chord` names; Ctrl+Q and Ctrl+W mean nothing."""


def opened(window: MainWindow) -> AllKeys:
    assert window.obey("F1")
    page = window.dialog
    assert isinstance(page, AllKeys)
    wait_until(lambda: page.whole)
    settle(window)
    return page


def told(page: AllKeys) -> list[str]:
    return [part.text() for part in walking.shown(page) if isinstance(part, QLabel)]


def test_every_key_of_every_screen_is_there(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window)
    texts, caps = (
        told(page),
        [part.keys for part in walking.shown(page) if isinstance(part, KeyCap)],
    )
    acts = [*window.acts_everywhere, *window.acts_to_places]
    for screen in SCREENS:
        made = window.page_of(screen.code)
        acts += made.acts
        if isinstance(made, HasParts):
            for _, part in made.acts_by_part():
                acts += part
    for act in acts:
        if act.key:
            assert window.desk.say(act.message) in texts
            assert key_cap(act.key) in caps
    assert {"Partout", "Séances", "Personnes"} <= set(texts)
    assert len(caps) > 20


def test_every_key_is_one_that_a_board_can_give(open_window: Open, record: Path) -> None:
    window = open_window(record)
    opened(window)
    acts = [*window.acts_everywhere, *window.acts_to_places]
    for screen in SCREENS:
        made = window.page_of(screen.code)
        acts += made.acts
    assert [act.key for act in acts if act.key and not BOARD.fullmatch(act.key)] == []


def test_keys_of_what_is_in_front_are_there_before_any_other_screen_is_made(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "fr")
    window.obey("F1")
    page = window.dialog
    assert isinstance(page, AllKeys)
    assert not page.whole
    assert {"Partout", "Accueil"} <= {part.text() for part in page.findChildren(QLabel)}
    assert not window.is_made("settings")
    wait_until(lambda: page.whole)
    assert "Paramètres" in told(page)


def test_it_can_go_before_all_keys_are_there(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    window.obey("F1")
    window.obey("Esc")
    settle(window)
    assert window.dialog is None
    assert opened(window).whole


@pytest.mark.parametrize("key", ["Esc", "F1"])
def test_it_goes_as_it_came(open_window: Open, record: Path, key: str) -> None:
    window = open_window(record)
    table = sessions_of(window).table
    table.setFocus()
    opened(window)
    assert window.obey(key)
    assert window.dialog is None
    assert window.focusWidget() is table


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1366, 768), (1000, 540)])
def test_it_stands_whole_in_every_window(
    open_window: Open, record: Path, language: Language, size: tuple[int, int]
) -> None:
    window = open_window(record, language, size)
    for percent in (90, 130):
        window.desk.set_text_size(percent)
        page = opened(window)
        assert window.rect().contains(page.card.geometry())
        assert walking.clipped(page) == []
        assert walking.unnamed(page) == []
        window.obey("Esc")


def test_it_follows_the_language(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window)
    window.desk.set_language("ar")
    settle(window)
    assert "في كل الأقسام" in told(page)
    assert "Partout" not in told(page)


def test_screens_that_were_not_open_still_follow_the_record(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    opened(window)
    window.obey("Esc")
    for language in LANGUAGES:
        window.desk.set_language(language)
    for screen in SCREENS:
        assert window.page_of(screen.code).acts is not None


def test_groups_are_shared_out_in_their_order() -> None:
    groups: list[Group] = [((str(n),), ()) for n in range(7)]
    columns = shared_out(groups, 3)
    assert [group for column in columns for group in column] == groups
    assert [len(column) for column in columns] == [2, 3, 2]
    assert shared_out(groups, 1) == [groups]
