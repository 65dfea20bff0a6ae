"""Every declared setting is walked: it changes what the user would notice, and is undone."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from db.engine import open_store
from db.unit_of_work import Reading
from desktop_app.documents.proof import render_proof
from desktop_app.services import settings as service
from desktop_app.services.drafts import Label, Words
from desktop_app.services.papers import coming_number
from desktop_app.services.people import list_people
from desktop_app.services.settings import Settings
from desktop_app.ui.settings import declared
from desktop_app.ui.settings.declared import Pair, Setting
from desktop_app.ui.settings.window_choices import window_choice
from tests.services.drafts import PNG
from tests.ui.conftest import Open
from tests.ui.settings.driving import SETTINGS, WAIT_MS, change, kept, line, show

DAY = date(2026, 3, 4)
NEEDS: dict[declared.Path, tuple[declared.Path, object]] = {
    ("institution", "phone"): (("institution", "email"), ""),
    ("institution", "service_code"): (("institution", "reference_pattern"), "{service}{seq}/{yy}"),
    ("pictures", "header"): (("institution", "header_mode"), "picture"),
}
"""Without which a setting has nothing to do."""


def named(settings: list[Setting]) -> list[str]:
    return [".".join(setting.path) for setting in settings]


@pytest.mark.parametrize(
    ("code", "setting"), SETTINGS, ids=named([setting for _, setting in SETTINGS])
)
def test_it_is_changed_kept_and_undone(
    open_window: Open, record: Path, tmp_path: Path, qtbot: QtBot, code: str, setting: Setting
) -> None:
    picture = tmp_path / "head.png"
    picture.write_bytes(PNG)
    if setting.path in NEEDS:
        with open_store(record) as store, store.write("prepare") as work:
            service.change(work, *NEEDS[setting.path])
    window = open_window(record)
    page = show(window, qtbot, code)
    desk, before = window.desk, kept(window)

    def value() -> object:
        if setting.path[0] == "window":
            return window_choice(desk, setting.path)
        return kept(window).value(setting.path)

    former = value()
    change(page, setting, str(picture))
    qtbot.waitUntil(lambda: value() != former and desk.runner.idle, timeout=WAIT_MS)
    for _ in range(2 if isinstance(setting.editor, Pair) else 1):
        desk.writer.undo.trigger()
        qtbot.waitUntil(lambda: desk.runner.idle, timeout=WAIT_MS)
    assert value() == former
    assert kept(window) == before
    assert not desk.writer.undo.isEnabled()


UNSEEN = {("institution", "lateness_shown"), ("institution", "common_numbers")}
"""Seen on the paper of a session where somebody came late; seen in the numbers to come."""
ON_PAPER = [one for _, one in SETTINGS if one.path[0] != "window" and one.path not in UNSEEN]


@pytest.mark.parametrize("setting", ON_PAPER, ids=named(ON_PAPER))
def test_the_paper_beside_it_shows_what_it_does(sample_file: Path, setting: Setting) -> None:
    with open_store(sample_file, writing=False) as store, store.read() as reading:
        before = service.get_all(reading)
        if setting.path in NEEDS:
            before = before.changed(*NEEDS[setting.path])
        after = before.changed(setting.path, other(setting, before, reading))
        papers = [
            render_proof(reading, setting.shown_on, settings, DAY) for settings in (before, after)
        ]
    assert papers[0] != papers[1]


def test_one_series_is_seen_in_the_numbers_to_come(sample_file: Path) -> None:
    path = ("institution", "common_numbers")
    with open_store(sample_file, writing=False) as store, store.read() as reading:
        before = service.get_all(reading)
        numbers = [
            coming_number(reading, DocumentKind.ATTESTATION, DAY, settings.institution)
            for settings in (before, before.changed(path, value=True))
        ]
    assert numbers[0] != numbers[1]


def other(setting: Setting, before: Settings, reading: Reading) -> object:
    """Give another value than the one that is kept."""
    value = before.value(setting.path)
    match setting.editor:
        case declared.Toggle():
            found: object = not value
        case declared.Segments(choices, whole) | declared.Pick(choices, whole):
            chosen = next(one for one, _ in reversed(choices) if one != str(value))
            found = int(chosen) if whole else chosen
        case declared.PersonPick():
            found = next(one.uid for one in list_people(reading, DAY) if one.uid != value)
        case declared.PicturePick():
            found = PNG
        case declared.Pair(several):
            found = (Words if several else Label)(ar="نص", fr="Texte")
        case declared.Lines():
            found = ("Ligne à part",)
        case declared.Line():
            found = line(setting)
    return found
