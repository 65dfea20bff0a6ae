"""Sessions as they are read."""

import pytest

from db import models
from db.unit_of_work import Store
from desktop_app.services import sessions
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import InvitationLetter
from desktop_app.wording.session_types import SessionType
from tests.services.drafts import draft


def test_a_session_without_a_letter_has_an_empty_one(store: Store) -> None:
    with store.write("x") as work:
        work.db.add(models.Session(type_code="meeting", theme_ar="لقاء"))
    with store.read() as reading:
        assert sessions.get_session(reading, 1).invitation == InvitationLetter()


@pytest.mark.parametrize("verbs", ["A", "B", "C"])
def test_a_type_that_the_user_added_serves_like_the_others(store: Store, verbs: str) -> None:
    forms = {
        "code": "fair",
        "indefinite": "معرض",
        "definite": "المعرض",
        "gender": "m",
        "plural": "معارض",
        "french": "foire",
        "french_gender": "f",
        "french_plural": "foires",
        "verbs": verbs,
        "training": True,
    }
    with store.write("x") as work:
        work.db.add(models.SessionType(**forms))
    with store.write("x") as work:
        session_id = record_session(work, draft(type="fair"))
    with store.read() as reading:
        session = sessions.get_session(reading, session_id)
    assert session.type == SessionType(**forms)  # type: ignore[arg-type]  # its own fields
