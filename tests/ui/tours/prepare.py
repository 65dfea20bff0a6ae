"""The preparation of a session: agenda, form, invitees."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.session.prepare.tab import PrepareTab
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, pressing, settle, to_session


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


STOPS = (
    Stop("prepare", to_session("prepare")),
    Stop("prepare-more", pressing(to_session("prepare"), "F7")),
    Stop("prepare-empty", _prepared()),
    Stop("prepare-long", _prepared(**LONG_SESSION)),
    Stop("prepare-wrong", _prepared(_wrong_fields)),
    Stop("prepare-unusual", _prepared(**UNUSUAL)),
    Stop("prepare-forty", _prepared(**FORTY_ITEMS)),
    Stop("prepare-item", _prepared(_editing_item, **FORTY_ITEMS)),
    Stop("invitees-forty", _prepared(**FORTY_INVITEES)),
    Stop("invitees-long", _prepared(**LONG_INVITEES)),
    Stop("invitees-naming", _prepared(_naming)),
    Stop("invitees-same", pressing(_prepared(type="workshop"), "F4")),
    Stop("invitees-group", pressing(_prepared(**FORTY_INVITEES), "Shift+F4")),
)
