"""Phrases at the caret, worded for whoever speaks."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.codes import Civility, InterventionKind
from desktop_app.services.phrases import list_phrases, remove_phrase
from desktop_app.ui.session.minutes.speaker import likely_speakers
from desktop_app.wording.phrase_bank import bank
from tests.ui.conftest import Open
from tests.ui.session.minutes.driving import SHIFT, K, Minutes

HELD = 6


@pytest.fixture
def minutes(open_window: Open, record: Path, qtbot: QtBot) -> Minutes:
    made = Minutes(open_window(record), qtbot, HELD)
    made.press(K.Key_F9, SHIFT)
    made.press(K.Key_F9, SHIFT)
    assert made.tab.item_id is None
    return made


def offered(minutes: Minutes) -> list[str]:
    return [line.title for line in minutes.tab.finder.list.lines]


def words(minutes: Minutes) -> str:
    return minutes.tab.editor.textCursor().block().text()


def speak(minutes: Minutes, civility: Civility) -> None:
    """Give the floor to the first woman or man of the session."""
    people = likely_speakers(minutes.session, None)
    person = next(one for one in people if one.civility is civility)
    minutes.press(K.Key_F10)
    minutes.type(person.name.ar)
    minutes.wait(lambda: bool(minutes.tab.speaker.lines))
    minutes.enter()
    assert [one.id for one in minutes.tab.speech.speakers] == [person.id]
    assert minutes.tab.editor.hasFocus()


@pytest.mark.parametrize(
    ("civility", "verb"), [(Civility.MRS, "رحبت السيدة"), (Civility.MR, "رحب السيد")]
)
def test_a_slash_and_letters_put_a_phrase_that_agrees(
    minutes: Minutes, civility: Civility, verb: str
) -> None:
    speak(minutes, civility)
    minutes.type("/رح")
    minutes.wait(lambda: bool(offered(minutes)))
    assert offered(minutes)[0].startswith(verb)
    minutes.enter()
    assert words(minutes).startswith(verb)
    assert "/" not in words(minutes)
    assert not minutes.tab.finder.list.isVisible()


def test_an_abbreviation_finds_its_phrase_and_tab_walks_its_blanks(minutes: Minutes) -> None:
    speak(minutes, Civility.MR)
    minutes.type("/ع4")
    minutes.wait(lambda: bool(offered(minutes)))
    minutes.enter()
    minutes.type("النجاح")
    minutes.press(K.Key_Tab)
    minutes.type("95%")
    text = words(minutes)
    assert "نسبة النجاح بلغت" in text
    assert text.rstrip("\u200e").endswith("95%")


def test_f7_asks_and_esc_closes_the_list_alone(minutes: Minutes) -> None:
    minutes.type("كلام")
    minutes.press(K.Key_F7)
    minutes.wait(lambda: len(offered(minutes)) > 20)
    assert words(minutes) == "كلام /"
    minutes.press(K.Key_Escape)
    minutes.tab.finder.look()  # as when the page is kept
    assert not minutes.tab.finder.list.isVisible()
    assert words(minutes) == "كلام /"
    assert minutes.tab.editor.hasFocus()
    minutes.type("ع")
    minutes.wait(minutes.tab.finder.list.isVisible)


def test_a_date_is_no_phrase_and_unknown_letters_find_none(minutes: Minutes) -> None:
    minutes.type("/")
    minutes.wait(lambda: bool(offered(minutes)))
    minutes.type("zzz")
    assert not offered(minutes)
    minutes.type(" قبل 15/")
    assert not offered(minutes)


def test_without_a_speaker_the_name_is_a_blank(minutes: Minutes) -> None:
    minutes.type("/ا1")
    minutes.wait(lambda: bool(offered(minutes)))
    assert offered(minutes)[0].startswith("افتتح …")


def test_a_french_page_has_french_phrases(minutes: Minutes) -> None:
    speak(minutes, Civility.MRS)
    minutes.tab.page.language_chosen.emit("fr")
    minutes.type("/d5")
    minutes.wait(lambda: bool(offered(minutes)))
    minutes.enter()
    assert words(minutes).startswith("M")
    assert "souligne l’importance de" in words(minutes)


def test_a_record_without_phrases_gets_those_that_ship(minutes: Minutes) -> None:
    with minutes.store.write("x") as work:
        for phrase in list_phrases(work):
            remove_phrase(work, phrase.id)
    minutes.settle()
    minutes.type("/ا1")
    minutes.wait(lambda: bool(offered(minutes)))
    with minutes.store.read() as reading:
        assert len(list_phrases(reading)) == len(bank()) - 1


def test_a_digit_makes_the_line_what_was_said(minutes: Minutes) -> None:
    minutes.type("أهمية التكوين")
    minutes.press(K.Key_F10)
    minutes.wait(lambda: bool(minutes.tab.speaker.lines))
    minutes.press(K.Key_4)
    person = likely_speakers(minutes.session, None)[0]
    minutes.enter()
    minutes.settle()
    line = minutes.tab.editor.current
    assert line is not None
    assert (line.spoken, line.speakers) == (InterventionKind.ANSWER, (person.id,))
    said = next(one for one in minutes.session.interventions if "التكوين" in one.summary.ar)
    assert (said.kind, said.speakers[0].id) == (InterventionKind.ANSWER, person.id)


def test_tab_goes_through_the_kinds_of_speech(minutes: Minutes) -> None:
    minutes.press(K.Key_F10)
    minutes.wait(lambda: bool(minutes.tab.speaker.lines))
    shown = [minutes.tab.speaker.lines[0].about]
    for _ in range(5):
        minutes.press(K.Key_Tab)
        shown.append(minutes.tab.speaker.lines[0].about)
    assert len(set(shown)) == 5
    assert shown[0] == shown[-1]
    minutes.press(K.Key_Backtab, SHIFT)
    assert minutes.tab.speaker.lines[0].about == shown[-2]


def test_those_present_come_first_then_everybody(minutes: Minutes) -> None:
    minutes.press(K.Key_F10)
    minutes.wait(lambda: bool(minutes.tab.speaker.lines))
    people = likely_speakers(minutes.session, None)
    names = [line.title for line in minutes.tab.speaker.lines]
    assert names[: len(people)] == [one.name.ar for one in people][: len(names)]
    stranger = next(
        one
        for one in minutes.window.desk.roster.now.of("person")
        if one.id not in {person.id for person in people}
    )
    minutes.type(stranger.name.ar)
    minutes.wait(lambda: bool(minutes.tab.speaker.lines))
    minutes.enter()
    minutes.wait(lambda: [one.id for one in minutes.tab.speech.speakers] == [stranger.id])
    assert minutes.tab.speaker.text() == stranger.name.ar
    minutes.press(K.Key_F10)
    assert minutes.tab.speaker.lines[-1].act, "nobody"
    minutes.press(K.Key_Up)
    minutes.enter()
    assert minutes.tab.speech.speakers == ()
    assert not minutes.tab.speaker.text()


def test_esc_goes_back_to_the_page_and_nobody_else_speaks(minutes: Minutes) -> None:
    speak(minutes, Civility.MR)
    before = minutes.tab.speech.speakers
    minutes.press(K.Key_F10)
    minutes.type("xyz")
    (line,) = minutes.tab.speaker.lines
    assert line.value is None  # it says that nobody has this name
    minutes.press(K.Key_Escape)  # closes the list
    minutes.press(K.Key_Escape)
    assert minutes.tab.editor.hasFocus()
    assert minutes.tab.speech.speakers == before
    assert minutes.tab.speaker.text() == before[0].name.ar
