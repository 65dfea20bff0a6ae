"""The minutes in every state, for the tour."""

from collections.abc import Callable
from typing import Any

from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.minutes.closing import ClosingDialog
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, settle, to_session

_LONG_NAME = "السيدة فاطمة الزهراء بنت مولاي عبد الرحمان العلوي الإدريسي الوزاني "
_LONG_TITLE = (
    "عرض حول مستجدات منظومة مسار برسم السنة الدراسية 2026/2027 وآليات مسك نقط المراقبة المستمرة"
    " والامتحانات الإشهادية بجميع الأسلاك التعليمية"
)
_PEOPLE = [
    {"key": "long", "name": {"ar": _LONG_NAME, "fr": "Fatima-Zahra " * 5}, "civility": "mrs"},
    {"key": "short", "name": {"ar": "هشام بوعزة", "fr": "Hicham Bouazza"}, "civility": "mr"},
]
_OUTCOMES = (
    ("decision", "اعتماد 12/06/2026 آخر أجل لإغلاق مسك النقط بجميع المستويات", "2026-06-12"),
    ("recommendation", "تنظيم حصة دعم تقني عبر Microsoft Teams لفائدة الحراس العامين", None),
    ("action", "إعداد دليل مختصر (PDF, 2 Mo) لمسك النقط", "2026-06-15"),
)
_MIXED = (
    "قدم السيد Hicham Bouazza عرضا حول MASSAR 2.0 (نسخة 2026.1) بنسبة تغطية 95,4%.",
    "Le taux de couverture atteint 95,4 % في 12 مديرية إقليمية.",
    "راسلونا على massar@example.org أو زوروا https://massar.example.org/2026.",
)


def _draft(**changes: Any) -> SessionDraft:  # noqa: ANN401 - fields as a file has them
    plain = {
        "type": "workshop",
        "theme": {"ar": "مستجدات منظومة مسار", "fr": "Nouveautés de Massar"},
        "state": "held",
        "days": ["2026-05-20"],
        "start": "09:30",
        "end": "12:30",
        "people": _PEOPLE,
        "attendance": [{"person": "short", "state": "present"}, {"person": "long"}],
        **changes,
    }
    return checked(plain, SessionDraft)


def _line(
    text: str, item: int | None = None, kind: str = "note", **more: object
) -> dict[str, object]:
    return {"kind": kind, "summary": {"ar": text}, "agenda_item": item, "at": "10:02", **more}


_MINUTES: dict[str, dict[str, object]] = {
    "empty": {},
    "mixed": {
        "agenda": [{"title": {"ar": "MASSAR 2.0: مستجدات", "fr": "MASSAR 2.0"}}],
        "interventions": [_line(text, 1) for text in _MIXED],
    },
    "long": {
        "agenda": [
            {"title": {"ar": _LONG_TITLE}, "planned_minutes": 40, "presenter": "long"}
            for _ in range(14)
        ],
        "interventions": [_line(_LONG_TITLE, 3, "comment", speakers=["long", "short"])],
        "outcomes": [
            {
                "kind": "recommendation",
                "text": {"ar": _LONG_TITLE},
                "owner_person": "long",
                "agenda_item": 3,
            }
        ],
    },
    "many": {
        "agenda": [{"title": {"ar": "نقطة"}, "planned_minutes": 30}],
        "interventions": [_line(f"تدخل رقم {n} حول 95,4%", 1) for n in range(1, 500)],
    },
    "gaps": {
        "agenda": [{"title": {"ar": "عرض"}}, {"title": {"ar": "مختلفات"}}],
        "chair": "short",
        "rapporteur": "long",
        "outcomes": [
            {"kind": kind, "text": {"ar": text}, "due": due, "agenda_item": 1}
            for kind, text, due in _OUTCOMES
        ],
    },
}


def minutes(what: str, *keys: str) -> Callable[[MainWindow], object]:
    """Go to the minutes of a session of that kind, recorded for it, and press some keys there."""

    def show(window: MainWindow) -> None:
        store = window.desk.store
        assert store is not None
        with store.write("tour") as work:
            key = record_session(work, _draft(**_MINUTES[what]))
        window.go(Address("session", key, "minutes"))
        settle(window)
        for name in keys:
            window.obey(name)
            settle(window)

    return show


def asking_phrase(window: MainWindow) -> None:
    """Offer phrases at the caret of an empty page."""
    minutes("empty", "F7")(window)


def asking_speaker(window: MainWindow) -> None:
    """Offer who may speak."""
    minutes("mixed", "F10")(window)


def wrong_end(window: MainWindow) -> None:
    """Refuse an hour."""
    minutes("mixed", "F12")(window)
    dialog = window.dialog
    assert isinstance(dialog, ClosingDialog)
    dialog.end.setText("25:00")
    window.obey("Ctrl+Enter")
    settle(window)


STOPS = (
    Stop("minutes", to_session("minutes")),
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
)
