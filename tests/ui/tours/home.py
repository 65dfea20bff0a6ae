"""Home: as the sample centre stands, with much late, and with nothing to tell."""

from datetime import date

from db import models
from db.codes import BodyKind, DocumentState, OutcomeKind, SessionState
from desktop_app.services import bodies, outcomes
from desktop_app.services.drafts import BodyDraft, Label, OutcomeDraft, Words
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, person_id, settle, to

LONG = "تعميم دليل استعمال فضاء ولي على جميع المؤسسات التعليمية بالجهة " * 4
TODAY = date.today()  # noqa: DTZ011 - the user's own day


def _busy(window: MainWindow) -> None:
    """Let more wait than there is room for, once: long texts, many bodies, a session today."""
    store = window.desk.store
    assert store is not None
    with store.write("tour") as work:
        session = work.db.get_one(models.Session, 7)
        if [day.day for day in session.days] == [TODAY]:  # another window showed it before
            to("home")(window)
            return
        session.days = [models.SessionDay(day=TODAY)]
        for key in range(1, 5):
            session = work.db.get_one(models.Session, key)
            session.state, session.minutes_state = SessionState.DRAFTING, DocumentState.TO_SIGN
        for number in range(4):
            name = f"المديرية الإقليمية للتعليم الأولي والرياضة بمدينة بعيدة {number}"
            bodies.add(work, BodyDraft(kind=BodyKind.DIRECTORATE, name=Label(ar=name)))
        for number in range(9):
            text = Words(ar=f"{LONG}{number}")
            key = outcomes.add(work, 4, OutcomeDraft(kind=OutcomeKind.RECOMMENDATION, text=text))
            outcome = work.db.get_one(models.Outcome, key)
            outcome.due, outcome.review_on = date(2025, 1, number + 1), TODAY
            outcome.owner_person_id = person_id(window, "Souad Hamdaoui")
    settle(window)
    to("home")(window)


STOPS = (
    Stop("home", to("home")),
    Stop("home-busy", _busy),
)
