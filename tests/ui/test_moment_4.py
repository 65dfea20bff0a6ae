"""Moment 4 of the working day: writing while people speak, one key for what comes of a line."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.codes import InterventionKind, OutcomeKind
from db.engine import open_store
from desktop_app.i18n import Language
from desktop_app.services.sessions import get_session
from tests.ui.conftest import Counted, Open
from tests.ui.session.minutes.driving import Minutes

HELD = 6
DUE = date.today() + timedelta(days=30)  # noqa: DTZ011 - the day of the window
D = f"{DUE:%d/%m/%Y}"
SAID = {
    "ar": (
        ("فتح باب المناقشة.", None),
        (f"إعداد دليل مختصر @سعاد قبل {D}", OutcomeKind.ACTION),
        (f"إغلاق مسك النقط برسم 2026-2027 قبل {D}", OutcomeKind.DECISION),
        (f"تنظيم حصة دعم تقني @المديرية الإقليمية بخنيفرة قبل {D}", OutcomeKind.RECOMMENDATION),
        (f"توفير قاعة مجهزة قبل {D}", OutcomeKind.COMMITMENT),
        ("لم تسجل أي تدخلات بشأن هذه النقطة.", None),
    ),
    "fr": (
        ("Le débat est ouvert.", None),
        (f"Rédiger un guide @Souad avant le {D}", OutcomeKind.ACTION),
        (f"Clore la saisie 2026-2027 avant le {D}", OutcomeKind.DECISION),
        (
            f"Tenir une séance d’appui @direction provinciale de Khénifra avant le {D}",
            OutcomeKind.RECOMMENDATION,
        ),
        (f"Fournir une salle équipée avant le {D}", OutcomeKind.COMMITMENT),
        ("Aucune intervention sur ce point.", None),
    ),
    "en": (
        ("The debate is open.", None),
        (f"Write a guide @سعاد before {D}", OutcomeKind.ACTION),
        (f"Close the entry of 2026-2027 before {D}", OutcomeKind.DECISION),
        (
            f"Hold a support session @المديرية الإقليمية بخنيفرة before {D}",
            OutcomeKind.RECOMMENDATION,
        ),
        (f"Provide a room before {D}", OutcomeKind.COMMITMENT),
        ("Nobody spoke on this point.", None),
    ),
}
KEYS = {
    OutcomeKind.DECISION: Qt.Key.Key_F2,
    OutcomeKind.RECOMMENDATION: Qt.Key.Key_F3,
    OutcomeKind.COMMITMENT: Qt.Key.Key_F4,
    OutcomeKind.ACTION: Qt.Key.Key_F5,
}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_each_outcome_takes_one_key(
    language: Language, open_window: Open, record: Path, qtbot: QtBot, counted: Counted
) -> None:
    minutes = Minutes(open_window(record, language), qtbot, HELD)
    before = minutes.session
    pressed = 0
    for text, kind in SAID[language]:
        minutes.type(text)
        if kind is not None:
            pressed += 1
            minutes.press(KEYS[kind])
        QTest.keyClick(minutes.window.focusWidget(), Qt.Key.Key_Return)  # as on paper: a new line
    counted(4, pressed, 4, "for four outcomes, and Enter at the end of each line")
    minutes.window.close()

    with open_store(record, writing=False) as store, store.read() as reading:
        session = get_session(reading, HELD)
    known = {outcome.id for outcome in before.outcomes}
    came = [outcome for outcome in session.outcomes if outcome.id not in known]
    assert [outcome.kind for outcome in came] == [kind for _, kind in SAID[language] if kind]
    assert {outcome.due for outcome in came} == {DUE}
    guide, entry, support, _ = came
    assert guide.owner_person is not None
    assert guide.owner_person.name.fr == "Souad Hamdaoui"
    assert [body.town.fr for body in support.owner_bodies] == ["Khénifra"]
    for outcome, (said, _) in zip(came, [one for one in SAID[language] if one[1]], strict=True):
        words = outcome.text.fr or outcome.text.ar
        assert said.startswith(words)
        assert not {"@", "/"} & set(words)
    assert "2026-2027" in (entry.text.fr or entry.text.ar)
    old = {line.uid for line in before.interventions}
    notes = [
        line.summary.fr or line.summary.ar
        for line in session.interventions
        if line.uid not in old and line.outcome_id is None
    ]
    assert notes == [said for said, kind in SAID[language] if kind is None]
    lines = [line for line in session.interventions if line.uid not in old]
    assert all(line.kind is InterventionKind.NOTE and line.at for line in lines)
