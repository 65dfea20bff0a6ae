"""The attendance of a session on the tour: full, long, empty, with somebody being named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.attendance.tab import AttendanceTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, settle

_STATES = ("present", "remote", "excused", "absent", "not_recorded")
_MEN = (("كريم", "Karim"), ("يوسف", "Youssef"), ("رشيد", "Rachid"), ("هشام", "Hicham"))
_WOMEN = (("سعاد", "Souad"), ("نادية", "Nadia"), ("خديجة", "Khadija"), ("لطيفة", "Latifa"))
_FAMILIES = (
    *(
        ("المرابط", "Mourabit"),
        ("بنعلي", "Benali"),
        ("الإدريسي", "Idrissi"),
        ("العمراني", "Amrani"),
    ),
    *(("الزياني", "Ziani"), ("بوعزة", "Bouazza"), ("القاضي", "Kadi")),
)
_LONG = {
    0: {"ar": "عبد الرحمان بن عبد الواحد الإدريسي العلوي", "fr": "Abderrahmane El Idrissi Alaoui"},
    1: {"fr": "Fatima-Ezzahra Benabdelouahed-Semlali"},
    2: {"ar": "محمد " * 40, "fr": "Mohammed " * 30},
    3: {"ar": "سعاد MASSAR (v2.3) 2025-2026"},
}


def people_of(count: int, *, taken: bool = False, mixed: bool = False) -> dict[str, Any]:
    """Give the parts of a session to which so many are invited."""
    title = {"ar": "رئيس مصلحة الشؤون القانونية والتواصل", "fr": "le chef du service juridique"}
    people = [
        {
            "key": f"p{n}",
            "civility": ("mr", "mrs", "unknown")[n % (3 if mixed else 2)],
            "name": _name(n),
            "function": {"title": title},
            "body": f"b{n % 4}",
        }
        for n in range(count)
    ]
    if mixed:
        for n, name in _LONG.items():
            people[n]["name"] = name
    lines: list[dict[str, object]] = [
        {"person": f"p{n}", "state": _STATES[n % 5] if taken else "not_recorded"}
        for n in range(count)
    ]
    if taken:
        lines[0] |= {"late": True, "left_early": True}
        lines[4] = {"person": "p4", "state": "represented", "represented_by": "p0"}
        lines[9] = {"person": "p9", "state": "represented", "represented_by": "guest"}
        guest = {"ar": "ضيف من أكاديمية بني ملال", "fr": "Hôte de l’académie"}
        people.append({"key": "guest", "name": guest, "body": "b1"})
    towns = (("أزيلال", "Azilal"), ("خنيفرة", "Khénifra"), ("الفقيه بن صالح", "Fquih Ben Salah"))
    bodies = [
        {
            "key": f"b{n}",
            "kind": "directorate",
            "name": {"ar": f"المديرية الإقليمية ب{ar}", "fr": f"la direction provinciale de {fr}"},
            "town": {"ar": ar, "fr": fr},
        }
        for n, (ar, fr) in enumerate((*towns, ("خريبكة", "Khouribga")))
    ]
    return {"bodies": bodies, "people": people, "attendance": lines}


def _name(number: int) -> dict[str, str]:
    (ar, fr), (family_ar, family_fr) = (
        (_MEN, _WOMEN)[number % 2][number // 2 % 4],
        _FAMILIES[number % 7],
    )
    return {"ar": f"{ar} {family_ar}", "fr": f"{fr} {family_fr}"}


def taking(
    *keys: str, then: Callable[[AttendanceTab], object] = bool, **fields: object
) -> Callable[[MainWindow], object]:
    """Take the attendance of a session of which this is known: press keys, then do something."""

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        known = {"type": "workshop", "theme": {"ar": "مستجدات منظومة مسار"}, **fields}
        with window.desk.store.write("tour") as work:
            session_id = record_session(work, checked(known, SessionDraft))
        window.go(Address("session", session_id, "attendance"))
        settle(window)
        for key in keys:
            window.obey(key)
            settle(window)
        assert isinstance(window.page, SessionPage)
        assert isinstance(window.page.part, AttendanceTab)
        then(window.page.part)
        settle(window)

    return show


def naming(typed: str) -> Callable[[AttendanceTab], None]:
    """Type the name of the one who came instead."""

    def do(tab: AttendanceTab) -> None:
        assert tab.below is not None
        tab.below.field.setText(typed)
        tab.below.field.textEdited.emit(typed)

    return do


def coming(typed: str) -> Callable[[AttendanceTab], None]:
    """Type one whom nobody invited."""

    def do(tab: AttendanceTab) -> None:
        tab.walk_in.setFocus()
        tab.walk_in.field.setText(typed)
        tab.walk_in.field.textEdited.emit(typed)

    return do


def dropping(file: str) -> Callable[[AttendanceTab], None]:
    """Drop a scan that is none."""
    return lambda tab: tab.scans.take_scan(Path(file))


STOPS = (
    Stop("attendance", taking("Space", "Space", "2", "5", "F7", **people_of(20))),
    Stop("attendance-forty", taking(**people_of(40, taken=True))),
    Stop("attendance-long", taking(**people_of(12, taken=True, mixed=True))),
    Stop("attendance-nobody", taking()),
    Stop("attendance-instead", taking("3", then=naming("ب"), **people_of(20))),
    Stop(
        "attendance-walk-in",
        taking(then=coming("سعاد الحمداوى، مهندسة، خنيفرة"), **people_of(8)),
    ),
    Stop("attendance-scan", taking(then=dropping("scan.pdf"), **people_of(8))),
)
