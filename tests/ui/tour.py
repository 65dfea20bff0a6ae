"""The tour of the window: every screen and state that is walked over and photographed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from db.errors import UserError
from desktop_app.services import careers, groups, people
from desktop_app.services.drafts import Label, PersonDraft, SessionDraft
from desktop_app.services.people_list import list_rows
from desktop_app.services.presets_data import Level
from desktop_app.services.recording import record_session
from desktop_app.services.session_list import list_sessions
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.papers.send_ways import WEB
from desktop_app.ui.people.merge import ask_to_merge
from desktop_app.ui.people.page import PeoplePage
from desktop_app.ui.person.page import PersonPage
from desktop_app.ui.person.post import PostDialog
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.session.prepare.tab import PrepareTab
from desktop_app.ui.sessions.page import SessionsPage
from desktop_app.ui.sessions.same_again import SameAgainDialog
from desktop_app.ui.settings.parts import PARTS
from desktop_app.ui.window import MainWindow
from tests.ui.tour_attendance import coming, dropping, naming, people_of, taking
from tests.ui.tour_minutes import asking_phrase, asking_speaker, minutes, wrong_end

WAIT_MS = 30_000
SOON_MS = 200
"""What is put off so long at most is waited for."""
SHOWN_SESSION = "2/26"
LONG_ERROR = UserError(
    "{file} cannot be opened or saved, because you have no right to it or to its folder; ask for"
    " that right or work on a copy elsewhere; what is recorded is safe.",
    file="محضر-ورشة-عمل-2026.pdf",
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the tour.

    Attributes:
        name: of its pictures.
        show: brings a window there that has just opened its record (or has none).
        first_start: whether there is no record yet.
    """

    name: str
    show: Callable[[MainWindow], object]
    first_start: bool = False


def wait_until(fulfilled: Callable[[], bool]) -> None:
    """Let the window work until something is so.

    Raises:
        TimeoutError: it was not so for half a minute.
    """
    if fulfilled():
        return
    loop = QEventLoop()
    look = QTimer(interval=5)
    look.timeout.connect(lambda: loop.exit(0) if fulfilled() else None)
    look.start()
    QTimer.singleShot(WAIT_MS, loop, lambda: loop.exit(1))
    if loop.exec():
        raise TimeoutError
    look.stop()


def settle(window: MainWindow) -> None:
    """Wait until nothing works any more and all is painted."""
    for _ in range(6):  # a layout tells the one around it only in the next round
        QApplication.processEvents()
        wait_until(lambda: _at_rest(window))
    window.grab()
    QApplication.processEvents()
    wait_until(lambda: _at_rest(window))


def _at_rest(window: MainWindow) -> bool:
    timers = window.findChildren(QTimer)
    soon = any(
        one.isActive() and one.isSingleShot() and one.interval() <= SOON_MS for one in timers
    )
    return window.desk.runner.idle and not soon


def session_id(window: MainWindow) -> int:
    """Give the session that is shown."""
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        return next(row.id for row in list_sessions(reading) if row.reference == SHOWN_SESSION)


def _go(place: str, part: str = "") -> Callable[[MainWindow], object]:
    return lambda window: window.go(Address(place, None, part))


def _session(part: str) -> Callable[[MainWindow], object]:
    return lambda window: window.go(Address("session", session_id(window), part))


def _prepared(
    then: Callable[[PrepareTab], object] = bool, /, **fields: object
) -> Callable[[MainWindow], object]:
    """Prepare a session of which this is known, and do something on its tab."""

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        draft = checked(
            {"type": "meeting", "theme": {"ar": "اجتماع تنسيقي"}, **fields}, SessionDraft
        )
        with window.desk.store.write("tour") as work:
            key = record_session(work, draft)
        window.go(Address("session", key, "prepare"))
        settle(window)
        assert isinstance(window.page, SessionPage)
        assert isinstance(window.page.part, PrepareTab)
        then(window.page.part)
        settle(window)

    return show


def _wrong_fields(tab: PrepareTab) -> None:
    chair = tab.form.field("chair").focusProxy()
    assert isinstance(chair, QLineEdit)
    for field, text in ((tab.form.when.day_field, "31/02/2026"), (chair, "xyzzy")):
        field.setFocus()
        field.setText(text)
    tab.agenda.line.edit.setText("عرض /100000")
    tab.agenda.line.edit.returnPressed.emit()
    tab.agenda.line.edit.setFocus()


def _editing_item(tab: PrepareTab) -> None:
    tab.agenda.rows.setFocus()
    tab.agenda.edit()


LONG_WORDS = "تتبع تنزيل مقتضيات المخطط التواصلي الجهوي لمواكبة الدخول المدرسي "
LONG_FRENCH = "Suivi de la mise en œuvre du plan régional de communication "
LONG_SESSION = {
    "theme": {"ar": LONG_WORDS * 4, "fr": LONG_FRENCH * 4},
    "place": {
        "mode": "mixed",
        "site": {"ar": LONG_WORDS * 2},
        "room": {"fr": LONG_FRENCH * 2},
        "platform": "https://meet.example.ma/" + "x" * 80,
    },
    "agenda": [
        {"title": {"ar": LONG_WORDS * 3, "fr": LONG_FRENCH * 3}, "planned_minutes": 600},
        {"title": {"ar": "عرض منظومة MASSAR (v2.3) 2025-2026"}, "presenter": "long"},
        {"title": {"fr": "Présentation de TelmidTICE"}, "presenter": "long"},
    ],
    "people": [
        {
            "key": "long",
            "name": {
                "ar": "عبد الرحمان بن محمد الوزاني التهامي الإدريسي",
                "fr": "Abderrahmane Ben Mohamed El Ouazzani Touhami El Idrissi",
            },
        }
    ],
    "chair": "long",
    "on_behalf_of": "long",
}
FORTY_ITEMS = {
    "days": ["2026-12-09"],
    "start": "09:00",
    "end": "12:00",
    "agenda": [
        {"title": {"ar": f"النقطة {n}", "fr": f"Point {n}"}, "planned_minutes": 5}
        for n in range(1, 41)
    ],
}
UNUSUAL = {
    "days": ["2026-07-31", "2026-11-18", "2026-11-21"],
    "start": "11:00",
    "end": "13:30",
}


FORTY_INVITEES = {
    "days": ["2026-12-09"],
    "people": [
        {
            "key": f"p{n}",
            "civility": "mrs" if n % 2 else "mr",
            "name": {"ar": f"{ar} {n}"} if n % 3 else {"fr": f"{fr} {n}"},
            "email": "" if n % 5 == 0 else f"p{n}@example.ma",
            "function": {"title": {"ar": "مهندس منظومة MASSAR (v2.3)", "fr": "ingénieur"}},
        }
        for n in range(1, 41)
        for ar, fr in (("عبد الرحيم الزياني", "Khadija Bennani"),)
    ],
    "attendance": [
        {"person": f"p{n}", "answer": ("yes", "no", "none", "yes")[n % 4]} for n in range(1, 41)
    ],
}
LONG_INVITEES = {
    "people": [{"key": "long", "name": {"ar": "محمد " * 40, "fr": "Mohammed " * 30}}],
    "attendance": [{"person": "long", "answer": "yes"}],
}


def _naming(tab: PrepareTab) -> None:
    tab.invitees.field.setFocus()
    tab.invitees.field.setText("a")
    tab.invitees.field.textEdited.emit("a")


def _like_last(day: str, *keys: str) -> Callable[[MainWindow], object]:
    """Ask for a session like the workshop, some of whose people left their posts since."""

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        page = window.page_of("sessions")
        assert isinstance(page, SessionsPage)
        with window.desk.store.write("tour") as work:
            head = Label("رئيسة المركز الإقليمي لمنظومة الإعلام بأزيلال", "la cheffe du centre")
            careers.leave_service(work, 7, date(2026, 9, 1))
            careers.change_post(work, 5, head, 6, date(2026, 9, 1))
            people.set_email(work, 9, "")
        window.go(Address("sessions", session_id(window)))
        settle(window)
        window.obey("Ctrl+D")
        settle(window)
        dialog = window.dialog
        assert isinstance(dialog, SameAgainDialog)
        dialog.field.line.setText(day)
        dialog.field.line.textEdited.emit(day)
        for key in keys:
            window.obey(key)
        settle(window)

    return show


def _error(window: MainWindow) -> None:
    _session("papers")(window)
    settle(window)
    window.show_error(LONG_ERROR)


def _nobody(window: MainWindow) -> None:
    page = window.page_of("people")
    assert isinstance(page, PeoplePage)
    window.go(Address("people"))
    settle(window)
    page.filter.setText("nobody")
    page.filter.textEdited.emit("nobody")


def _outcomes(
    count: int, typed: str = "", *, enter: bool = False
) -> Callable[[MainWindow], object]:
    """Show a session with so many outcomes without due date, and type in the line for one more."""
    text = {"ar": "تنظيم حصة دعم تقني حول MASSAR لفائدة الحراس العامين والنظار بكل مديرية"}
    lines = [{"kind": "action", "text": text}] * count
    session = {"type": "workshop", "theme": {"ar": "جلسة"}, "outcomes": lines}

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        with window.desk.store.write("tour") as work:
            key = record_session(work, checked(session, SessionDraft))
        window.go(Address("session", key, "outcomes"))
        settle(window)
        part = window.page.part  # type: ignore[union-attr]  # the page of a session
        part.line.edit.setText(typed)
        part.line.edit.textEdited.emit(typed)
        if enter:
            part.line.take()

    return show


def person_id(window: MainWindow, name: str) -> int:
    """Give the person of a French name."""
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        rows = list_rows(reading, date.today())  # noqa: DTZ011 - the user's own day
    return next(row.id for row in rows if row.name.fr == name)


def _person(name: str) -> Callable[[MainWindow], object]:
    return lambda window: window.go(Address("person", person_id(window, name)))


LONG_NAME = "عبد المجيد " + "بن عبد الرحمان " * 12
_ALIKE = (("نادية الإدريسي", "Nadia El Idrissi"), ("نادية الادريسى", "Nadia Elidrissi"))


def _crowd(show: Callable[[MainWindow], object]) -> Callable[[MainWindow], object]:
    """Add forty people, two who look alike, a group and an endless name, once; then show."""

    def walk(window: MainWindow) -> None:
        store = window.desk.store
        assert store is not None
        with store.read() as reading:
            there = any(group.name.fr == "Comité" for group in groups.list_groups(reading))
        if not there:
            with store.write("x") as work:
                keys = [
                    people.add(work, PersonDraft(name=Label(f"{ar} {n}", f"{fr} {n}")))
                    for n in range(20)
                    for ar, fr in (("كريم بنعيسى", "Karim Benaïssa"), ("ليلى", "Leïla Ouali"))
                ]
                for ar, fr in _ALIKE:
                    draft = PersonDraft(name=Label(ar, fr), email=f"{fr[-5:].strip()}@example.ma")
                    keys.append(people.add(work, draft))
                    career = Label("رئيسة المركز الإقليمي", "cheffe du centre provincial")
                    careers.change_post(work, keys[-1], career, 1, date(2022, 9, len(keys) % 9 + 1))
                keys.append(people.add(work, PersonDraft(name=Label(LONG_NAME.strip()))))
                groups.create_group(work, Label("لجنة المخطط", "Comité"), keys[-6:])
            settle(window)
        show(window)

    return walk


def _named(window: MainWindow, place: str, french: str) -> int:
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        if place == "group":
            return next(g.id for g in groups.list_groups(reading) if g.name.fr == french)
        rows = list_rows(reading, date.today())  # noqa: DTZ011 - the user's own day
    return next(row.id for row in rows if french in {row.name.fr, row.name.ar})


def _merging(window: MainWindow) -> None:
    ask_to_merge(window.desk, "person", *(_named(window, "person", fr) for _, fr in _ALIKE))


def _posting(window: MainWindow) -> None:
    key = _named(window, "person", _ALIKE[0][1])
    window.go(Address("person", key))
    settle(window)
    window.desk.ask(PostDialog(window.desk, key))


def _body(window: MainWindow) -> None:
    window.go(Address("body", 1))


def _group(window: MainWindow) -> None:
    window.go(Address("group", _named(window, "group", "Comité")))


def _long_name(window: MainWindow) -> None:
    window.go(Address("person", _named(window, "person", LONG_NAME.strip())))


def _wrong_address(window: MainWindow) -> None:
    window.go(Address("person", _named(window, "person", _ALIKE[0][1])))
    settle(window)
    page = window.page
    assert isinstance(page, PersonPage)
    page.card.email.setText("nadia")
    page.card.email.textEdited.emit("nadia")
    page.card.email.commit()


def _wizard(step: int, region: str = "05") -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> None:
        wizard = window.start.wizard
        assert wizard is not None
        wizard.plan.choose_academy(region)
        wizard.plan.choose_level(Level.REGIONAL)
        wizard.show_step(step)

    return show


def _provincial(window: MainWindow) -> None:
    _wizard(1)(window)
    wizard = window.start.wizard
    assert wizard is not None
    wizard.plan.choose_level(Level.PROVINCIAL)
    wizard.resume()


def _another(window: MainWindow) -> None:
    _wizard(1)(window)
    settle(window)
    window.obey("Insert")


def _attestations(window: MainWindow) -> None:
    _person("Souad Hamdaoui")(window)
    settle(window)
    window.obey("Shift+F9")


def _narrowed(*chosen: tuple[str, str]) -> Callable[[MainWindow], object]:
    """Go to the list of sessions, narrowed by some of its drop-downs."""

    def show(window: MainWindow) -> None:
        window.go(Address("sessions"))
        page = window.page
        assert isinstance(page, SessionsPage)
        page.filters.clear()
        for name, value in chosen:
            getattr(page.filters, name).choose(value)
        page.filters.changed.emit()

    return show


def _step(*keys: str) -> Callable[[MainWindow], object]:
    """Show the steps of a session, or what some keys ask for from there."""

    def show(window: MainWindow) -> None:
        _session("outcomes")(window)
        settle(window)
        for key in ("Ctrl+T", *keys):
            window.obey(key)

    return show


def _pressing(place: Callable[[MainWindow], object], *keys: str) -> Callable[[MainWindow], object]:
    """Go to a place and press some keys there."""

    def show(window: MainWindow) -> None:
        place(window)
        settle(window)
        for key in keys:
            window.obey(key)
            settle(window)

    return show


def _found(query: Callable[[MainWindow], str]) -> Callable[[MainWindow], object]:
    """Open the palette and type something."""

    def show(window: MainWindow) -> None:
        _pressing(_narrowed(), "Ctrl+K")(window)
        palette = window.dialog
        assert isinstance(palette, Palette)
        palette.field.setText(query(window))

    return show


def _town(window: MainWindow) -> str:
    return "خنيفره" if window.desk.language == "ar" else "khenifra"


def _undoable(window: MainWindow) -> None:
    _narrowed()(window)
    window.desk.undoable(window.desk.say("Saved"), lambda: None)


def _by_hand(window: MainWindow) -> None:
    _pressing(_session("papers"), "Ctrl+M")(window)
    dialog = window.dialog
    assert isinstance(dialog, SendDialog)
    dialog.ways.choose(WEB)


STOPS = (
    Stop("start", lambda _: None, first_start=True),
    Stop("start-academy", _wizard(1), first_start=True),
    Stop("start-many", _wizard(1, "06"), first_start=True),
    Stop("start-provincial", _provincial, first_start=True),
    Stop("start-another", _another, first_start=True),
    Stop("start-centre", _wizard(2), first_start=True),
    Stop("start-printing", _wizard(3), first_start=True),
    Stop("start-summary", _wizard(4), first_start=True),
    Stop("sessions", _narrowed()),
    Stop("sessions-narrowed", _narrowed(("year", "2025/2026"), ("state", "sent"))),
    Stop("sessions-none", _narrowed(("state", "cancelled"))),
    Stop("prepare", _session("prepare")),
    Stop("prepare-more", _pressing(_session("prepare"), "F7")),
    Stop("prepare-empty", _prepared()),
    Stop("prepare-long", _prepared(**LONG_SESSION)),
    Stop("prepare-wrong", _prepared(_wrong_fields)),
    Stop("prepare-unusual", _prepared(**UNUSUAL)),
    Stop("prepare-forty", _prepared(**FORTY_ITEMS)),
    Stop("prepare-item", _prepared(_editing_item, **FORTY_ITEMS)),
    Stop("session-new", _pressing(_narrowed(), "Ctrl+N")),
    Stop("session-new-wrong", _pressing(_narrowed(), "Ctrl+N", "Enter")),
    Stop("session-again", _like_last("11/01/2027", "Enter")),
    Stop("session-again-wrong", _like_last("31/02/2027", "Enter")),
    Stop("invitees-forty", _prepared(**FORTY_INVITEES)),
    Stop("invitees-long", _prepared(**LONG_INVITEES)),
    Stop("invitees-naming", _prepared(_naming)),
    Stop("invitees-same", _pressing(_prepared(type="workshop"), "F4")),
    Stop("invitees-group", _pressing(_prepared(**FORTY_INVITEES), "Shift+F4")),
    Stop("session-type", _pressing(_go("settings", "types"), "Ctrl+N")),
    Stop("session-type-wrong", _pressing(_go("settings", "types"), "Ctrl+N", "Enter")),
    Stop("minutes", _session("minutes")),
    Stop("minutes-empty", minutes("empty")),
    Stop("minutes-long", minutes("long")),
    Stop("minutes-mixed", minutes("mixed")),
    Stop("minutes-many", minutes("many")),
    Stop("minutes-phrases", asking_phrase),
    Stop("minutes-speaker", asking_speaker),
    Stop("minutes-line", minutes("long", "Ctrl+E")),
    Stop("minutes-point", minutes("empty", "Ctrl+N", "Enter")),
    Stop("minutes-large", minutes("gaps", "Shift+F11")),
    Stop("closing", minutes("gaps", "F12")),
    Stop("closing-wrong", wrong_end),
    Stop("phrase", _pressing(_go("settings", "phrases"), "Ctrl+N")),
    Stop("attendance", taking(settle, "Space", "Space", "2", "5", "F7", **people_of(20))),
    Stop("attendance-forty", taking(settle, **people_of(40, taken=True))),
    Stop("attendance-long", taking(settle, **people_of(12, taken=True, mixed=True))),
    Stop("attendance-nobody", taking(settle)),
    Stop("attendance-instead", taking(settle, "3", then=naming("ب"), **people_of(20))),
    Stop(
        "attendance-walk-in",
        taking(settle, then=coming("سعاد الحمداوى، مهندسة، خنيفرة"), **people_of(8)),
    ),
    Stop("attendance-scan", taking(settle, then=dropping("scan.pdf"), **people_of(8))),
    Stop("outcomes", _session("outcomes")),
    Stop("outcomes-empty", _outcomes(0)),
    Stop("outcomes-line", _outcomes(1, "إعداد دليل MASSAR قبل 15/06/2027")),
    Stop("outcomes-refused", _outcomes(2, "قبل 15/06/2027", enter=True)),
    Stop("outcomes-forty", _outcomes(40)),
    Stop("history", _session("history")),
    Stop("steps", _step()),
    Stop("postponing", _step("F8")),
    Stop("cancelling", _step("F9", "Ctrl+Enter")),
    Stop("papers", _session("papers")),
    Stop("error", _error),
    Stop("people", _go("people")),
    Stop("people-none", _nobody),
    Stop("people-many", _crowd(lambda window: window.go(Address("people")))),
    Stop("bodies", _go("people", "bodies")),
    Stop("groups", _crowd(_go("people", "groups"))),
    Stop("groups-none", _go("people", "groups")),
    Stop("look-alikes", _crowd(_go("people", "alike"))),
    Stop("look-alikes-none", _go("people", "alike")),
    Stop("person-new", _crowd(_pressing(_go("people", "people"), "Ctrl+N"))),
    Stop("merge", _crowd(_merging)),
    Stop("post", _crowd(_posting)),
    Stop("body", _crowd(_body)),
    Stop("group", _crowd(_group)),
    Stop("person-long", _crowd(_long_name)),
    Stop("person-error", _crowd(_wrong_address)),
    Stop("person", _person("Souad Hamdaoui")),
    Stop("person-bare", _person("Saïd Belfquih")),
    Stop("attestations", _attestations),
    *(Stop(f"settings-{part.code}", _go("settings", part.code)) for part in PARTS),
    Stop("guide", _go("guide", "begin")),
    Stop("guide-picture", _go("guide", "sessions")),
    Stop("palette", _found(_town)),
    Stop("palette-empty", _found(lambda _: "")),
    Stop("palette-nothing", _found(lambda _: "xyzzy")),
    Stop("keys", _pressing(_narrowed(), "F1")),
    Stop("send", _pressing(_session("papers"), "Ctrl+M")),
    Stop("send-web", _by_hand),
    Stop("sent", _pressing(_session("papers"), "Ctrl+M", "Enter")),
    Stop("sent-waiting", _pressing(_session("papers"), "Ctrl+M")),
    Stop("toast", _undoable),
)
