"""People, bodies and groups, and the pages of each."""

from collections.abc import Callable
from datetime import date

from db.codes import DocumentKind
from desktop_app.services import careers, groups, people
from desktop_app.services.drafts import Label, PersonDraft
from desktop_app.services.people_list import list_rows
from desktop_app.services.person_history import Received
from desktop_app.ui.addresses import Address
from desktop_app.ui.people.merge import ask_to_merge
from desktop_app.ui.people.page import PeoplePage
from desktop_app.ui.person.page import PersonPage
from desktop_app.ui.person.post import PostDialog
from desktop_app.ui.person.received import ReceivedDialog
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, person_id, pressing, settle, to

LONG_NAME = "عبد المجيد " + "بن عبد الرحمان " * 12


_ALIKE = (("نادية الإدريسي", "Nadia El Idrissi"), ("نادية الادريسى", "Nadia Elidrissi"))


def _nobody(window: MainWindow) -> None:
    page = window.page_of("people")
    assert isinstance(page, PeoplePage)
    window.go(Address("people"))
    settle(window)
    page.filter.setText("nobody")
    page.filter.textEdited.emit("nobody")


def _person(name: str) -> Callable[[MainWindow], object]:
    return lambda window: window.go(Address("person", person_id(window, name)))


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


def named(window: MainWindow, place: str, french: str) -> int:
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        if place == "group":
            return next(g.id for g in groups.list_groups(reading) if g.name.fr == french)
        rows = list_rows(reading, date.today())  # noqa: DTZ011 - the user's own day
    return next(row.id for row in rows if french in {row.name.fr, row.name.ar})


def _merging(window: MainWindow) -> None:
    ask_to_merge(window.desk, "person", *(named(window, "person", fr) for _, fr in _ALIKE))


def _posting(window: MainWindow) -> None:
    key = named(window, "person", _ALIKE[0][1])
    window.go(Address("person", key))
    settle(window)
    window.desk.ask(PostDialog(window.desk, key))


def _body(window: MainWindow) -> None:
    window.go(Address("body", 1))


def _group(window: MainWindow) -> None:
    window.go(Address("group", named(window, "group", "Comité")))


def _long_name(window: MainWindow) -> None:
    window.go(Address("person", named(window, "person", LONG_NAME.strip())))


def _wrong_address(window: MainWindow) -> None:
    window.go(Address("person", named(window, "person", _ALIKE[0][1])))
    settle(window)
    page = window.page
    assert isinstance(page, PersonPage)
    page.card.email.setText("nadia")
    page.card.email.textEdited.emit("nadia")
    page.card.email.commit()


def _received(window: MainWindow) -> None:
    _person("Souad Hamdaoui")(window)
    settle(window)
    page = window.page
    assert isinstance(page, PersonPage)
    assert page.shown is not None
    papers = [
        Received(n, kind, 1, page.shown.sessions[0].theme, f"{n}/26", date(2026, 11, n + 1), n > 1)
        for n, kind in enumerate((DocumentKind.INVITATION, DocumentKind.MINUTES), 1)
    ]
    window.desk.ask(ReceivedDialog(window.desk, papers))


def _attestations(window: MainWindow) -> None:
    _person("Souad Hamdaoui")(window)
    settle(window)
    window.obey("Shift+F9")


STOPS = (
    Stop("people", to("people")),
    Stop("people-none", _nobody),
    Stop("people-many", _crowd(lambda window: window.go(Address("people")))),
    Stop("bodies", to("people", "bodies")),
    Stop("groups", _crowd(to("people", "groups"))),
    Stop("groups-none", to("people", "groups")),
    Stop("look-alikes", _crowd(to("people", "alike"))),
    Stop("look-alikes-none", to("people", "alike")),
    Stop("person-new", _crowd(pressing(to("people", "people"), "Ctrl+N"))),
    Stop("merge", _crowd(_merging)),
    Stop("post", _crowd(_posting)),
    Stop("body", _crowd(_body)),
    Stop("group", _crowd(_group)),
    Stop("person-long", _crowd(_long_name)),
    Stop("person-received", _received),
    Stop("person-error", _crowd(_wrong_address)),
    Stop("person", _person("Souad Hamdaoui")),
    Stop("person-bare", _person("Saïd Belfquih")),
    Stop("attestations", _attestations),
)
