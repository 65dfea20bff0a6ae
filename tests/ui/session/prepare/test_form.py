"""What is known of a session is typed in its form, and kept as it is typed."""

from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.codes import Mode
from desktop_app.services.session_edits import edit_fields
from desktop_app.ui.naming.people_field import PeopleField
from desktop_app.ui.session.prepare.day_list import DayList
from desktop_app.ui.session.prepare.pair_list import PairList
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.toggle import CheckBox
from desktop_app.wording.bilingual import Bilingual
from tests.ui.conftest import Open
from tests.ui.session.prepare.preparing import (
    editor_of,
    error_of,
    fill,
    french,
    hijri_words,
    line_of,
    on_file,
    prepared,
    press,
    said_at,
    tab_of,
    write,
)
from tests.ui.tour import settle


def test_a_session_is_shown_as_it_is_recorded(open_window: Open, record: Path) -> None:
    tab = prepared(
        open_window(record),
        theme={"ar": "جودة المعطيات"},
        days=["2026-12-09"],
        start="09:30",
        end="12:30",
        place={"room": {"ar": "قاعة الاجتماعات"}, "site": {"ar": "مقر الأكاديمية"}},
    )
    form = tab.form
    shown = [line_of(tab, *path) for path in (("theme",), ("place", "room"))]
    assert [one.text() for one in shown] == ["جودة المعطيات", "قاعة الاجتماعات"]
    assert form.when.day_field.text() == "الأربعاء 9 دجنبر 2026"
    assert form.when.hours_field.value == (time(9, 30), time(12, 30))
    assert "28 جمادى الآخرة 1448" in hijri_words(tab)
    assert "يوم عمل عادي" in said_at(form.when.hours)


def test_the_whole_form_is_typed_and_kept(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window)
    when = tab.form.when
    fill(window, editor_of(tab, "theme"), "جودة المعطيات (MASSAR) 2025-2026")
    fill(window, when.day_field, "9/12/2026")
    fill(window, when.hours_field.start, "930")
    fill(window, when.hours_field.end, "12:30")
    fill(window, editor_of(tab, "place", "site"), "مقر الأكاديمية")
    fill(window, editor_of(tab, "place", "room"), "قاعة الاجتماعات")
    fill(window, editor_of(tab, "framework"), "مقرر السنة الدراسية")
    session = on_file(window)
    assert session.theme == Bilingual("جودة المعطيات (MASSAR) 2025-2026")
    assert (session.days, session.start, session.end) == (
        (date(2026, 12, 9),),
        time(9, 30),
        time(12, 30),
    )
    assert (session.place.site.ar, session.place.room.ar) == ("مقر الأكاديمية", "قاعة الاجتماعات")
    assert session.framework.ar == "مقرر السنة الدراسية"


def test_people_are_named_by_a_few_letters(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    tab = prepared(window)
    for field in ("chair", "on_behalf_of"):
        editor_of(tab, field).setFocus()
        settle(window)
        write(window, "نعيمة")
        press(window, "Enter")
    qtbot.waitUntil(lambda: on_file(window).on_behalf_of is not None)
    session = on_file(window)
    assert session.chair is not None
    assert session.chair.name.ar == "نعيمة الورياشي"
    fill(window, editor_of(tab, "on_behalf_of"), "")
    assert on_file(window).on_behalf_of is None
    assert on_file(window).chair == session.chair


def test_each_language_is_kept_alone(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, theme={"ar": "جودة", "fr": "Qualité"})
    assert window.desk.store is not None
    key = on_file(window).id
    pair = editor_of(tab, "theme")
    pair.setFocus()
    write(window, "ال")
    with window.desk.store.write("elsewhere") as work:
        edit_fields(work, key, {("theme", "fr"): "Écrit ailleurs"})
    settle(window)
    tab.leave()
    settle(window)
    assert on_file(window).theme == Bilingual("الجودة", "Écrit ailleurs")
    assert french(pair).text() == "Écrit ailleurs"


def test_what_is_typed_is_not_overwritten_by_news(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, theme={"ar": "جودة"})
    line = line_of(tab, "theme")
    line.setFocus()
    line.setCursorPosition(4)
    write(window, " المعطيات ")
    tab.leave()
    settle(window)
    assert on_file(window).theme.ar == "جودة المعطيات"
    assert line.text() == "جودة المعطيات "
    assert line.cursorPosition() == len("جودة المعطيات ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("31/02/2026", "تاريخ غير صحيح"), ("xyzzy", "تاريخ غير صحيح")],
)
def test_an_impossible_day_is_refused_at_its_field(
    open_window: Open, record: Path, typed: str, said: str
) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"])
    fill(window, tab.form.when.day_field, typed)
    assert said in error_of(tab, "days")
    assert tab.form.when.day_field.text() == typed
    assert on_file(window).days == (date(2026, 12, 9),)
    fill(window, tab.form.when.day_field, "10/12/2026")
    assert not error_of(tab, "days")
    assert on_file(window).days == (date(2026, 12, 10),)


def test_an_end_before_its_start_is_refused_at_its_field(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, start="09:30", end="12:30")
    hours = tab.form.when.hours_field
    fill(window, hours.start, "14:00")
    assert "بعد" in error_of(tab, "start")
    assert (on_file(window).start, on_file(window).end) == (time(9, 30), time(12, 30))
    assert hours.start.text() == "14:00"
    fill(window, hours.end, "16:00")
    assert not error_of(tab, "start")
    assert (on_file(window).start, on_file(window).end) == (time(14), time(16))


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("ا" * 301, None),
        ("", None),
        ("\u202e\u2066", None),
        ('<b>جلسة</b> & "علامات"', '<b>جلسة</b> & "علامات"'),
        ("جلسة\u202eعكس", "جلسةعكس"),
    ],
)
def test_any_subject_is_kept_clean_or_refused_at_its_field(
    open_window: Open, record: Path, typed: str, clean: str | None
) -> None:
    window = open_window(record)
    tab = prepared(window, theme={"ar": "جودة"})
    line = line_of(tab, "theme")
    line.setFocus()
    line.setText(typed)
    tab.leave()
    settle(window)
    assert bool(error_of(tab, "theme")) is (clean is None)
    assert on_file(window).theme.ar == (clean or "جودة")
    if clean is None:
        assert line.text() == typed


def test_what_was_refused_is_kept_once_the_rest_allows_it(open_window: Open, record: Path) -> None:
    """A subject may lose its Arabic as soon as it has French."""
    window = open_window(record)
    tab = prepared(window, theme={"ar": "جودة"})
    pair = editor_of(tab, "theme")
    fill(window, pair, "")
    assert error_of(tab, "theme")
    fill(window, french(pair), "Qualité")
    assert not error_of(tab, "theme")
    assert on_file(window).theme == Bilingual("", "Qualité")


def test_what_was_refused_in_one_session_is_not_shown_in_another(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"])
    fill(window, tab.form.when.day_field, "31/02/2026")
    fill(window, tab.form.when.hours_field.start, "99")
    fill(window, editor_of(tab, "theme"), "")
    tab = prepared(window, theme={"ar": "أخرى"}, days=["2026-12-10"], start="10:00")
    assert not error_of(tab, "days")
    assert not error_of(tab, "theme")
    assert tab.form.when.day_field.text() == "الخميس 10 دجنبر 2026"
    assert tab.form.when.hours_field.value == (time(10), None)


def test_the_hijri_date_is_typed_and_put_back(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"])
    hijri = tab.form.when.hijri
    press(window, "F8")
    fill(window, hijri.pair, "29 جمادى الآخرة 1448")
    assert on_file(window).hijri == Bilingual("29 جمادى الآخرة 1448")
    assert "29 جمادى الآخرة 1448" in hijri_words(tab)
    press(window, "Shift+F8")
    assert on_file(window).hijri == Bilingual()
    assert "28 جمادى الآخرة 1448" in hijri_words(tab)


def test_a_hijri_date_typed_for_one_day_does_not_stay_for_another(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"], hijri={"ar": "29 جمادى الآخرة 1448"})
    fill(window, tab.form.when.day_field, "10/12/2026")
    assert on_file(window).hijri == Bilingual()
    press(window, "Ctrl+Z")
    assert on_file(window).hijri.ar == "29 جمادى الآخرة 1448"
    assert on_file(window).days == (date(2026, 12, 9),)


def test_an_unusual_day_is_told_and_kept(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window)
    when = tab.form.when
    fill(window, when.day_field, "18/12/2026")
    fill(window, when.hours_field.start, "11:00")
    fill(window, when.hours_field.end, "13:00")
    assert on_file(window).end == time(13)
    assert "صلاة الجمعة" in said_at(when.hours)
    fill(window, when.day_field, "18/11/2027")
    assert "عيد الاستقلال" in said_at(when.day)
    assert on_file(window).days == (date(2027, 11, 18),)
    fill(window, when.day_field, "26/8/2026")
    assert "عيد المولد النبوي (تقديري)" in said_at(when.day)
    fill(window, when.day_field, "19/11/2027")
    assert "عيد" not in said_at(when.day)


def test_another_type_is_chosen_and_more_are_in_the_settings(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    tab = prepared(window)
    choice = editor_of(tab, "type")
    assert isinstance(choice, Choice)
    choice.chosen.emit("workshop")
    settle(window)
    assert on_file(window).type.code == "workshop"
    choice.chosen.emit("")
    settle(window)
    assert window.address is not None
    assert (window.address.place, window.address.part) == ("settings", "types")


def test_a_platform_is_asked_for_when_people_meet_from_afar(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    tab = prepared(window)
    assert tab.form.field("place", "platform").isHidden()
    mode = editor_of(tab, "place", "mode")
    assert isinstance(mode, Choice)
    mode.chosen.emit(Mode.MIXED)
    settle(window)
    fill(window, editor_of(tab, "place", "platform"), "Microsoft Teams")
    assert (on_file(window).place.mode, on_file(window).place.platform) == (
        Mode.MIXED,
        "Microsoft Teams",
    )


# --- what is folded away ---


def test_the_rest_is_folded_away_and_stays_as_one_left_it(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window)
    assert tab.form.more.isHidden()
    press(window, "F7")
    assert tab.form.more.isVisible()
    assert tab.form.more.isAncestorOf(window.focusWidget())
    window.close()
    window = open_window(record)
    assert prepared(window).form.more.isVisible()
    press(window, "F7")
    assert tab_of(window).form.more.isHidden()


def test_a_list_grows_and_shrinks(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window)
    press(window, "F7")
    editor = editor_of(tab, "objectives")
    assert isinstance(editor, PairList)
    fill(window, editor.fields[0], "حصر الحاجيات")
    fill(window, editor.fields[1], "توزيع المهام")
    fill(window, french(editor.fields[1]), "Répartir")
    assert on_file(window).objectives == (
        Bilingual("حصر الحاجيات"),
        Bilingual("توزيع المهام", "Répartir"),
    )
    assert len(editor.fields) == 3
    fill(window, editor.fields[0], "")
    assert on_file(window).objectives == (Bilingual("توزيع المهام", "Répartir"),)
    assert [field.value for field in editor.fields] == [
        Bilingual("توزيع المهام", "Répartir"),
        Bilingual(),
    ]


def test_a_session_of_several_days(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"])
    press(window, "F7")
    editor = editor_of(tab, "days", "further")
    assert isinstance(editor, DayList)
    fill(window, editor.fields[0], "11/12/2026")
    fill(window, editor.fields[1], "10/12/2026")
    assert on_file(window).days == tuple(date(2026, 12, day) for day in (9, 10, 11))
    assert [field.value for field in editor.fields] == [
        date(2026, 12, 10),
        date(2026, 12, 11),
        None,
    ]
    fill(window, tab.form.when.day_field, "8/12/2026")
    fill(window, editor.fields[0], "")
    assert on_file(window).days == (date(2026, 12, 8), date(2026, 12, 11))
    fill(window, editor.fields[0], "40/40")
    assert "تاريخ غير صحيح" in error_of(tab, "days", "further")


def test_the_letter_and_the_roles_are_typed(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    tab = prepared(window)
    press(window, "F7")
    letter = "invitation"
    fill(window, editor_of(tab, letter, "reference"), "117/26")
    fill(window, editor_of(tab, letter, "dated"), "1/12/2026")
    fill(window, editor_of(tab, letter, "reply_by"), "5/12/2026")
    fill(window, editor_of(tab, letter, "under"), "السادة المديرين الإقليميين")
    for path in (
        (letter, "binding"),
        (letter, "agenda_enclosed"),
        ("opened_with_quran",),
        ("opened_with_anthem",),
    ):
        box = tab.form.field(*path)
        assert isinstance(box, CheckBox)
        box.click()
    signing = editor_of(tab, "signatories")
    assert isinstance(signing, PeopleField)
    signing.setFocus()
    settle(window)
    write(window, "حنان")
    press(window, "Enter")
    qtbot.waitUntil(lambda: bool(on_file(window).signatories))
    session = on_file(window)
    assert (session.invitation.reference, session.invitation.dated) == (
        "117/26",
        date(2026, 12, 1),
    )
    assert session.invitation.reply_by == date(2026, 12, 5)
    assert session.invitation.under.ar == "السادة المديرين الإقليميين"
    assert session.invitation.binding
    assert session.invitation.agenda_enclosed
    assert session.opened_with_quran
    assert session.opened_with_anthem
    assert [one.name.ar for one in session.signatories] == ["حنان الدكالي"]
