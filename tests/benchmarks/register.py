"""The register of ten years of a region: 20,000 sessions, 200,000 outcomes, a million attendances.

What is asked of it is timed beside the bare SQL for the same rows.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

import desktop_app.ui  # noqa: F401 - before Qt, to keep imports quick

# isort: split
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection, event, insert, select

from db import models, search
from db.codes import AttendanceState, FollowUpState, OutcomeKind, SessionState
from db.engine import create_store
from db.models import Base
from desktop_app.documents.rendering import render
from desktop_app.documents.synthesis import scope_of
from desktop_app.services import sample
from desktop_app.services.follow_up_data import Filters, Grouping, Standing
from desktop_app.services.follow_up_list import read_register
from desktop_app.services.statistics_data import Span, period_of
from desktop_app.ui.addresses import Address
from desktop_app.ui.follow_ups.page import FollowUpsPage
from desktop_app.ui.home.page import HomePage
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.window import MainWindow
from tests.benchmarks.window import opened, settle, wait_until

Measure = Callable[..., list[float]]
Row = Callable[[str, float, float, str], None]

SESSIONS: Final = 20_000
OUTCOMES: Final = 10
"""Of each session."""
ATTENDANCE: Final = 50
"""At each session."""
PEOPLE: Final = 3_000
FIRST: Final = date(2016, 9, 1)
TODAY: Final = date(2026, 6, 30)
_WORDS: Final = (
    *("تدبير", "مسار", "النقط", "منظومة", "الإعلام", "المديرية", "الإقليمية", "الدخول"),
    *("المدرسي", "الإحصاء", "السنوي", "تتبع", "تعميم", "استعمال", "دليل", "فضاء"),
    *("المؤسسات", "التعليمية", "الموارد", "البشرية", "التكوين", "تنسيق", "الامتحانات"),
    *("التوجيه", "التخطيط", "حصيلة", "مستجدات", "معالجة", "الحسابات", "المغلقة", "تجهيز"),
    *("القاعات", "إعداد", "تقرير", "إرسال", "لائحة", "تحيين", "البنيات", "جداول", "الحصص"),
    *("مراقبة", "المعطيات", "تأطير", "دورة", "suivi", "guide", "données", "recensement"),
    *("formation", "examens", "orientation", "ressources", "réunion", "rapport", "élèves"),
)
_MANY: Final = 20_000
_STATES: Final = (
    *(FollowUpState.DONE,) * 3,
    FollowUpState.IN_PROGRESS,
    FollowUpState.NOT_STARTED,
)
_CAME: Final = (*(AttendanceState.PRESENT,) * 6, AttendanceState.ABSENT, AttendanceState.EXCUSED)
_MOST: Final = "a body above three quarters of all"
_FILTERS: Final = {
    "all": (Filters(standing=Standing.ALL), Grouping.DUE),
    "late": (Filters(standing=Standing.LATE), Grouping.DUE),
    "done": (Filters(standing=Standing.DONE), Grouping.DUE),
    "a kind": (Filters(kind=OutcomeKind.DECISION), Grouping.DUE),
    "a body": (Filters(body_id=2), Grouping.DUE),
    _MOST: (Filters(body_id=1), Grouping.DUE),
    "a person": (Filters(person_id=10_030), Grouping.DUE),
    "a month": (
        Filters(due_from=date(2026, 10, 1), due_to=date(2026, 10, 31), standing=Standing.ALL),
        Grouping.DUE,
    ),
    "a word": (Filters(words="مسار", standing=Standing.ALL), Grouping.DUE),
    "two words": (Filters(words="تتبع المعطيات"), Grouping.DUE),
    "by owner": (Filters(), Grouping.OWNER),
    "by directorate": (Filters(), Grouping.DIRECTORATE),
    "by session": (Filters(), Grouping.SESSION),
}
_QUERIES: Final = ("م", "مس", "مسا", "مسار", "مسار ا", "مسار الد", "suivi", "تتبع المعطيات", "zq")


def write_register(path: Path) -> None:
    """Make the record, its words known to the search; always the same one.

    Args:
        path: of the new file.
    """
    with create_store(path) as store:
        with store.write("benchmark.fill") as work:
            sample.fill(work)
        with store.engine.execution_options(mahdar_writes=True).begin() as connection:
            _fill(connection)
            search.rebuild(connection)


def _fill(connection: Connection) -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets

    def said(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    bodies = list(connection.scalars(select(models.Body.id)))
    people = range(10_000, 10_000 + PEOPLE)
    sessions = range(10_000, 10_000 + SESSIONS)
    days = {key: FIRST + timedelta(days=n * 3_700 // SESSIONS) for n, key in enumerate(sessions)}
    outcomes = [
        (key, session, position)
        for n, session in enumerate(sessions)
        for position, key in enumerate(range(10_000 + n * OUTCOMES, 10_000 + (n + 1) * OUTCOMES), 1)
    ]
    states = [chance.choice(_STATES) for _ in outcomes]
    _add(connection, models.Person, ({"id": key, "name_ar": said(2)} for key in people))
    _add(
        connection,
        models.Appointment,
        ({"person_id": key, "body_id": chance.choice(bodies), "title_ar": "x"} for key in people),
    )
    _add(
        connection,
        models.Session,
        (
            {
                "id": key,
                "type_code": chance.choice(("workshop", "study_day", "training_session")),
                "state": SessionState.HELD,
                "theme_ar": said(6),
                "reference": f"{n}/{days[key]:%y}",
            }
            for n, key in enumerate(sessions)
        ),
    )
    _add(connection, models.SessionDay, ({"session_id": key, "day": days[key]} for key in sessions))
    _add(
        connection,
        models.Attendance,
        (
            {
                "session_id": key,
                "person_id": people[(n * 7 + position) % PEOPLE],
                "position": position,
                "state": chance.choice(_CAME),
            }
            for n, key in enumerate(sessions)
            for position in range(ATTENDANCE)
        ),
    )
    _add(
        connection,
        models.Outcome,
        (
            {
                "id": key,
                "session_id": session,
                "position": position,
                "kind": chance.choice(tuple(OutcomeKind)),
                "text_ar": said(9),
                "owner_person_id": chance.choice(people) if position % 3 == 0 else None,
                "state": state,
                "percent": 100 if state is FollowUpState.DONE else 0,
                "due": days[session] + timedelta(days=30) if position % 5 else None,
            }
            for (key, session, position), state in zip(outcomes, states, strict=True)
        ),
    )
    _add(
        connection,
        models.OutcomeBody,
        ({"outcome_id": key, "body_id": chance.choice(bodies)} for key, *_ in outcomes),
    )
    _add(
        connection,
        models.OutcomeChange,
        (
            {
                "outcome_id": key,
                "at": datetime.combine(
                    days[session] + timedelta(days=20), datetime.min.time(), UTC
                ),
                "who": "x",
                "why": "",
                "state": state,
                "percent": 100,
            }
            for (key, session, _), state in zip(outcomes, states, strict=True)
            if state is FollowUpState.DONE
        ),
    )


def _add(connection: Connection, kind: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    some: list[dict[str, Any]] = []
    for row in rows:
        some.append(row)
        if len(some) == _MANY:
            connection.execute(insert(kind), some)
            some = []
    if some:
        connection.execute(insert(kind), some)


def measure_register(record: Path, in_turn: Measure, row: Row) -> None:
    """Print the rows of the register: what the user waits for, and the bare SQL it waits for.

    Args:
        record: as `write_register` made it.
        in_turn: runs works in turn and gives their medians.
        row: prints one line.
    """
    with opened(record) as (_, window), closing(sqlite3.connect(record)) as bare:
        _measure_home(window, bare, in_turn, row)
        _measure_filters(window, bare, in_turn, row)
        _measure_scrolling(window, row)
        _measure_search(window, bare, row)
        _measure_synthesis(window, bare, in_turn, row)


class _Asked:
    """The SQL that something asks for, to be asked again without the product."""

    def __init__(self, window: MainWindow, bare: sqlite3.Connection) -> None:
        assert window.desk.store is not None
        self._engine = window.desk.store.engine
        self._bare = bare
        self._told: list[tuple[str, Any]] = []

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take down what is asked for meanwhile, in place of what was before."""
        self._told = []
        event.listen(self._engine, "before_cursor_execute", self._take)
        yield
        event.remove(self._engine, "before_cursor_execute", self._take)

    def again(self, _: int = 0) -> None:
        """Ask it of the bare file."""
        for statement, values in self._told:
            self._bare.execute(statement, values).fetchall()

    def _take(self, *told: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        _, _, statement, values, _, _ = told
        if statement.lstrip().startswith(("SELECT", "WITH")):
            self._told.append((statement, values))


def _go(window: MainWindow, address: Address) -> None:
    window.go(address)
    settle(window)


def _measure_home(window: MainWindow, bare: sqlite3.Connection, in_turn: Measure, row: Row) -> None:
    asked = _Asked(window, bare)
    _go(window, Address("home"))
    page = window.page
    assert isinstance(page, HomePage)

    def read_anew(_: int) -> None:
        page.reload()
        settle(window)

    with asked.listening():
        read_anew(0)
    ours, theirs = in_turn(5, read_anew, asked.again)
    row("  home, all it shows", ours, theirs, "at most 300 ms")


def _measure_filters(
    window: MainWindow, bare: sqlite3.Connection, in_turn: Measure, row: Row
) -> None:
    _go(window, Address("follow-ups"))
    page = window.page
    store = window.desk.store
    assert isinstance(page, FollowUpsPage)
    assert store is not None
    slowest: dict[str, tuple[str, float, float]] = {}
    for name, (filters, grouping) in _FILTERS.items():
        asked = _Asked(window, bare)

        def narrow(_: int, filters: Filters = filters, grouping: Grouping = grouping) -> None:
            before = page.register
            page.filters.show_filters(filters, grouping)
            wait_until(lambda: page.register is not before)
            QApplication.processEvents()  # its first lines are painted

        def widen(_: int) -> None:
            _show(window, page, Filters(), Grouping.DUE)

        with asked.listening(), store.read() as reading:
            read_register(reading, filters, date.today(), grouping)  # noqa: DTZ011 - as the page
        widen(0)
        ours, _, theirs = in_turn(5, narrow, widen, asked.again)
        kind = "grouping" if grouping is not Grouping.DUE else name if name == _MOST else "filter"
        now = (name, ours, theirs)
        slowest[kind] = max(slowest.get(kind, now), now, key=lambda one: one[1])
    for kind, (name, ours, theirs) in slowest.items():
        told = f"  {kind}" if kind == name else f"  the slowest {kind}, {name}"
        row(told, ours, theirs, "at most 150 ms")


def _show(window: MainWindow, page: FollowUpsPage, filters: Filters, grouping: Grouping) -> None:
    """Show all of what filters leave."""
    before = page.register
    page.filters.show_filters(filters, grouping)
    wait_until(
        lambda: page.register is not None and page.register is not before and page.register.whole
    )
    settle(window)


def _measure_scrolling(window: MainWindow, row: Row) -> None:
    page = window.page
    assert isinstance(page, FollowUpsPage)
    _show(window, page, Filters(standing=Standing.ALL), Grouping.DUE)
    bar = page.table.verticalScrollBar()
    longest = 0.0
    for step in range(400):
        begun = time.perf_counter()
        bar.setValue(
            min(bar.value() + bar.pageStep() // 3, bar.maximum())
            if step % 20
            else bar.maximum() * step // 400
        )
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - begun) * 1000)
    settle(window)
    row("  scrolling through all outcomes, the longest stall", longest, longest, "at most 50 ms")


def _measure_search(window: MainWindow, bare: sqlite3.Connection, row: Row) -> None:
    window.obey("Ctrl+K")
    settle(window)
    palette = window.dialog
    assert isinstance(palette, Palette)
    asked = _Asked(window, bare)
    ours, theirs = [], []
    for query in (part for whole in _QUERIES for part in accumulate(whole)):
        begun = time.perf_counter()
        with asked.listening():
            palette.field.setText(query)
            settle(window)
        ours.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
        asked.again()
        theirs.append((time.perf_counter() - begun) * 1000)
    window.obey("Esc")
    settle(window)
    name = "  a letter of a search, 95 of 100 are quicker"
    row(name, _slow(ours), _slow(theirs), "at most 50 ms")


def _slow(times: Sequence[float]) -> float:
    """Give the 95th percentile."""
    return quantiles(times, n=20)[-1]


def _measure_synthesis(
    window: MainWindow, bare: sqlite3.Connection, in_turn: Measure, row: Row
) -> None:
    store = window.desk.store
    assert store is not None
    asked = _Asked(window, bare)

    def make(_: int) -> None:
        with store.read() as reading:
            render(reading, "synthesis", scope_of(period_of(Span.YEAR, TODAY)), ("ar",))

    with asked.listening():
        make(0)
    ours, theirs = in_turn(3, make, asked.again)
    row("  the synthesis of a year, as PDF", ours, theirs, "at most 5000 ms")
