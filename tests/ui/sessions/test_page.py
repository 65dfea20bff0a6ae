"""The list of sessions in the real window."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from db.codes import SessionState
from db.engine import create_store, open_store
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.sessions.new_session import NewSessionDialog
from desktop_app.ui.sessions.page import SessionsPage
from desktop_app.ui.sessions.states import state_chip, state_label
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import Open, sessions_of
from tests.ui.tour import settle

TODAY = date.today()  # noqa: DTZ011 - the user's own day
LONG = "تتبع تنزيل مقتضيات المخطط التواصلي الجهوي لمواكبة الدخول المدرسي " * 4


def recorded(record: Path, *sessions: dict[str, object]) -> list[int]:
    """Record more sessions in a file that is closed."""
    keys = []
    with open_store(record) as store, store.write("test") as work:
        for fields in sessions:
            draft = checked({"type": "workshop", "theme": {"ar": "جلسة"}, **fields}, SessionDraft)
            keys.append(record_session(work, draft))
    return keys


def shown(page: SessionsPage) -> list[str]:
    """The first words of each line."""
    model = page.table.rows
    return [bare(str(model.index(at, 0).data())) for at in range(model.rowCount())]


def cells(page: SessionsPage, code: str) -> list[str]:
    model = page.table.rows
    at = [column.code for column in model.columns].index(code)
    rows = [n for n in range(model.rowCount()) if model.row(n) is not None]
    return [bare(str(model.index(n, at).data())) for n in rows]


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


def choose(page: SessionsPage, filter_name: str, value: str) -> None:
    """Choose in a drop-down as the user does."""
    choice = getattr(page.filters, filter_name)
    choice.choose(value)
    choice.chosen.emit(choice.value)


def type_words(page: SessionsPage, words: str) -> None:
    page.filters.field.setText(words)
    page.filters.field.textEdited.emit(words)
    page.filters.changed.emit()


def press(page: SessionsPage, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.filters.field, event)


def count_of(page: SessionsPage) -> str:
    return " ".join([*walking.words(page), page.header.context.text()])


def test_the_list_is_read_when_it_is_first_opened(open_window: Open, record: Path) -> None:
    window = open_window(record, "en")
    assert not window.is_made("sessions")
    assert window.obey("Ctrl+2")
    page = sessions_of(window)
    assert page.filters.isVisible()
    assert page.table.isVisible()  # not that there are none, before they were read
    settle(window)
    assert page.current is not None
    assert page.table.hasFocus()
    assert window.isActiveWindow()


def test_upcoming_sessions_stand_above_the_months(open_window: Open, record: Path) -> None:
    page = sessions_of(open_window(record, "en"))
    heads = [line for line in shown(page) if line[0].isalpha()]
    assert heads == [
        *("Upcoming 1", "November 2026 1", "July 2026 1", "April 2026 1"),
        *("February 2026 1", "October 2025 1", "April 2019 1"),
    ]


def test_several_days_show_their_span(open_window: Open, record: Path) -> None:
    page = sessions_of(open_window(record, "fr"))
    assert "10–11 février 2026" in cells(page, "day")


@pytest.mark.parametrize(
    ("away", "words"), [(-1, "Hier"), (0, "Aujourd’hui 09:30"), (1, "Demain 09:30")]
)
def test_near_days_are_called_so(open_window: Open, record: Path, away: int, words: str) -> None:
    day = (TODAY + timedelta(days=away)).isoformat()
    recorded(record, {"days": [day], "start": None if away < 0 else "09:30"})
    assert words in cells(sessions_of(open_window(record, "fr")), "day")


def test_what_is_held_keeps_its_date(open_window: Open, record: Path) -> None:
    recorded(record, {"days": [TODAY.isoformat()], "state": "held"})
    assert "Today" not in cells(sessions_of(open_window(record, "en")), "day")


@pytest.mark.parametrize(
    ("state", "ar", "fr"),
    [
        (SessionState.PLANNED, ("مبرمج", "مبرمجة"), ("Programmé", "Programmée")),
        (SessionState.HELD, ("منعقد", "منعقدة"), ("Tenu", "Tenue")),
        (SessionState.POSTPONED, ("مؤجل", "مؤجلة"), ("Reporté", "Reportée")),
        (SessionState.CANCELLED, ("ملغى", "ملغاة"), ("Annulé", "Annulée")),
        (SessionState.SENT, ("موجَّه", "موجَّه"), ("Diffusé", "Diffusé")),
    ],
)
def test_states_agree_with_the_type(
    state: SessionState, ar: tuple[str, str], fr: tuple[str, str]
) -> None:
    assert tuple(state_label(state, "ar", gender, "m") for gender in ("m", "f")) == ar
    assert tuple(state_label(state, "fr", "m", gender) for gender in ("m", "f")) == fr


def test_every_state_has_a_look_of_its_own() -> None:
    chips = [state_chip(state, "en") for state in SessionState]
    assert len({chip.icon for chip in chips}) == len(chips)


def test_chips_agree_in_the_list(open_window: Open, record: Path) -> None:
    day = "2026-03-02"
    cancelled = {"state": "cancelled", "reason": "سبب", "days": [day]}
    recorded(record, {"type": "meeting", **cancelled}, {"type": "workshop", **cancelled})
    window = open_window(record, "ar")
    assert {"ملغى", "ملغاة"} <= set(cells(sessions_of(window), "state"))
    window.desk.set_language("fr")
    assert {"Annulé", "Annulée"} <= set(cells(sessions_of(window), "state"))


class TestFilters:
    """Words, school year, type and state."""

    @pytest.mark.parametrize(
        ("narrow", "left"),
        [
            (lambda page: type_words(page, "الاحصاء"), 1),
            (lambda page: choose(page, "year", "2025/2026"), 4),
            (lambda page: choose(page, "type", "workshop"), 2),
            (lambda page: choose(page, "state", "signed"), 2),
        ],
        ids=["words", "year", "type", "state"],
    )
    def test_each_narrows_the_list_until_it_is_cleared(
        self,
        open_window: Open,
        record: Path,
        narrow: Callable[[SessionsPage], None],
        left: int,
    ) -> None:
        window = open_window(record, "en")
        page = sessions_of(window)
        narrow(page)
        assert page.table.rows.shown == left
        assert f"{left} of 7" in bare(count_of(page))
        assert window.obey("Esc")
        assert page.table.rows.shown == 7
        assert "7 sessions" in count_of(page)
        assert page.table.hasFocus()

    def test_they_work_together_and_stay_when_one_comes_back(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record)
        page = sessions_of(window)
        choose(page, "type", "workshop")
        choose(page, "state", "sent")
        chosen = page.current
        window.go(Address("session", chosen.id if chosen else None, "outcomes"))
        settle(window)
        window.desk.back()
        assert page.table.rows.shown == 1
        assert page.current == chosen
        assert page.filters.state.active

    def test_the_year_chosen_stands_in_the_head(self, open_window: Open, record: Path) -> None:
        page = sessions_of(open_window(record, "en"))
        choose(page, "year", "2018/2019")
        assert "2018/2019" in page.header.context.text()

    def test_what_was_put_off_or_given_up_is_counted(self, open_window: Open, record: Path) -> None:
        recorded(record, {"state": "postponed"}, {"state": "cancelled", "reason": "سبب"})
        page = sessions_of(open_window(record, "ar"))
        assert "9 جلسات · اثنتان مؤجلتان أو ملغاتان" in count_of(page)

    def test_new_sessions_bring_their_year_and_type(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "en")
        page = sessions_of(window)
        choose(page, "type", "workshop")
        assert window.desk.store is not None
        draft = checked(
            {"type": "workshop", "theme": {"ar": "جديدة"}, "days": ["2031-05-02"]}, SessionDraft
        )
        with window.desk.store.write("test") as work:
            record_session(work, draft)
        settle(window)
        assert page.table.rows.shown == 3
        choose(page, "year", "2030/2031")
        assert page.table.rows.shown == 1

    def test_ctrl_f_goes_to_the_words_and_arrows_move_in_the_list(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record)
        page = sessions_of(window)
        assert window.obey("Ctrl+F")
        assert page.filters.field.hasFocus()
        first = page.current
        press(page, Qt.Key.Key_Down)
        assert page.current != first
        press(page, Qt.Key.Key_Up)
        assert page.current == first


class TestOrder:
    """The heads order the rows."""

    def test_an_order_of_ones_own_does_without_months(
        self, open_window: Open, record: Path
    ) -> None:
        page = sessions_of(open_window(record, "fr"))
        page.table.sort_column("theme")
        assert page.table.rows.heads == []
        themes = cells(page, "theme")
        assert themes == sorted(themes, key=lambda text: text.casefold().replace("é", "e"))
        page.table.sort_column("")
        assert len(page.table.rows.heads) == 7

    @pytest.mark.parametrize("code", ["number", "day", "type", "place", "invited", "state"])
    def test_every_column_orders(self, open_window: Open, record: Path, code: str) -> None:
        page = sessions_of(open_window(record))
        page.table.sort_column(code)
        up = cells(page, code)
        page.table.sort_column(code, descending=True)
        assert sorted(cells(page, code)) == sorted(up)
        assert cells(page, code) != up


class TestOpening:
    """Enter opens the tab that comes next."""

    @pytest.mark.parametrize(
        ("state", "tab"),
        [
            ("planned", "prepare"),
            ("invited", "attendance"),
            ("held", "minutes"),
            ("drafting", "minutes"),
            ("signed", "papers"),
            ("sent", "outcomes"),
            ("postponed", "prepare"),
            ("cancelled", "history"),
        ],
    )
    def test_each_state_leads_to_its_tab(
        self, open_window: Open, record: Path, state: str, tab: str
    ) -> None:
        (key,) = recorded(record, {"days": ["2026-03-02"], "state": state, "reason": "سبب"})
        window = open_window(record)
        page = sessions_of(window)
        assert page.table.choose(key)
        assert window.obey("Enter")
        assert window.address == Address("session", key, tab)

    def test_an_address_with_a_key_chooses_that_session(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record)
        page = sessions_of(window)
        last = page.table.rows.rows_in(range(99))[-1]
        window.go(Address("sessions", last.id))
        assert page.current == last

    def test_filters_give_way_to_the_session_of_an_address(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record)
        page = sessions_of(window)
        last = page.table.rows.rows_in(range(99))[-1]
        choose(page, "state", "drafting")
        window.go(Address("sessions", last.id))
        assert page.current == last
        assert not page.filters.state.active

    def test_the_foot_tells_of_the_session_that_is_chosen(
        self, open_window: Open, record: Path
    ) -> None:
        (key,) = recorded(
            record,
            {
                "theme": {"ar": "موضوع"},
                "days": ["2026-03-02", "2026-03-03"],
                "start": "09:30",
                "reference": "9/26",
                "place": {"room": {"ar": "القاعة"}},
            },
        )
        page = sessions_of(open_window(record))
        page.table.choose(key)
        told = [bare(one.text()) for one in page.foot_lines]
        assert told == ["موضوع  9/26", "ورشة عمل · 2–3 مارس 2026 · 09:30 · القاعة"]


class TestEmpty:
    """Nothing to show."""

    def test_without_sessions_it_says_what_to_do_first(
        self, open_window: Open, tmp_path: Path
    ) -> None:
        path = tmp_path / "empty.mahdar"
        create_store(path).close()
        window = open_window(path, "en")
        page = sessions_of(window)
        said = " ".join(walking.words(page))
        assert "No sessions yet" in said
        assert "New session" in said
        assert "Settings" in said
        assert not page.filters.isVisible()
        assert window.obey("Enter")
        settle(window)
        assert isinstance(window.dialog, NewSessionDialog)
        assert window.obey("Esc")
        settings = next(one for one in page.findChildren(Button) if one.text() == "Settings")
        settings.click()
        assert window.address is not None
        assert window.address.place == "settings"

    def test_where_nothing_matches_the_filters_can_be_cleared(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "en")
        page = sessions_of(window)
        type_words(page, "nowhere")
        said = " ".join(walking.words(page))
        assert "No session fits these filters" in said
        assert "Clear filters" in said
        assert page.current is None
        assert window.obey("Esc")
        assert page.table.isVisible()


class TestDelete:
    """Del takes a planned session away, and Ctrl+Z brings it back."""

    def test_a_planned_session_goes_and_comes_back(self, open_window: Open, record: Path) -> None:
        (key,) = recorded(record, {"days": ["2031-03-02"]})
        window = open_window(record)
        page = sessions_of(window)
        assert page.table.choose(key)
        assert window.obey("Del")
        settle(window)
        assert not page.table.choose(key)
        assert window.obey("Ctrl+Z")
        settle(window)
        assert page.table.choose(key)

    def test_one_with_its_minutes_is_not_deleted(self, open_window: Open, record: Path) -> None:
        note = {"kind": "note", "summary": {"ar": "كلام"}}
        keys = recorded(
            record, {"state": "held", "days": ["2026-03-02"]}, {"interventions": [note]}
        )
        window = open_window(record, "en")
        page = sessions_of(window)
        for key, obeyed in zip(keys, (False, True), strict=True):
            assert page.table.choose(key)
            assert window.obey("Del") is obeyed
            settle(window)
            assert page.table.choose(key)
        assert "cancel it instead" in window.message_bar.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1000, 540), (1366, 768)], ids=["small", "large"])
def test_long_names_and_empty_fields_fit(
    open_window: Open, record: Path, language: Language, size: tuple[int, int]
) -> None:
    recorded(
        record,
        {"theme": {"ar": LONG}, "days": ["2031-03-02"], "place": {"room": {"ar": LONG}}},
        {"theme": {"fr": LONG}},
        {"days": ["2031-03-28", "2031-04-02"], "state": "drafting", "reference": "123/2031"},
    )
    window = open_window(record, language, size)
    page = sessions_of(window)
    choose(page, "state", "drafting")
    choose(page, "year", "2030/2031")
    faults = _faults(window)
    window.obey("Esc")
    assert (faults, _faults(window)) == ([], [])
    assert (window.width(), window.height()) == size


def _faults(window: MainWindow) -> list[str]:
    settle(window)
    return walking.clipped(window) + walking.overlapping(window)
