"""What an outcome lacks, how late it is, who has it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.codes import OVER, BodyKind, FollowUpState, OutcomeKind
from desktop_app.services.people_data import Body
from desktop_app.services.session_data import Outcome
from desktop_app.ui.outcomes import days_late
from desktop_app.ui.session.outcome_rows import NO_DUE, NO_OWNER, gaps_of, owner_of
from desktop_app.wording.bilingual import Bilingual

TODAY = date(2026, 6, 10)
OUTCOME = Outcome(
    id=1,
    uid="u",
    position=1,
    kind=OutcomeKind.DECISION,
    text=Bilingual("قرار"),
    owner_text=Bilingual("المركز"),
    due=date(2026, 6, 1),
)


@pytest.mark.parametrize(
    ("outcome", "gaps"),
    [
        (OUTCOME, ()),
        (replace(OUTCOME, due=None), (NO_DUE,)),
        (replace(OUTCOME, due=None, ongoing=True), ()),
        (replace(OUTCOME, owner_text=Bilingual()), (NO_OWNER,)),
        (replace(OUTCOME, owner_text=Bilingual(), due=None), (NO_DUE, NO_OWNER)),
        (replace(OUTCOME, due=None, kind=OutcomeKind.PROPOSAL), ()),
        *((replace(OUTCOME, due=None, state=state), ()) for state in OVER),
    ],
)
def test_what_is_missing(outcome: Outcome, gaps: tuple[str, ...]) -> None:
    assert gaps_of(outcome) == gaps


@pytest.mark.parametrize("state", FollowUpState)
@pytest.mark.parametrize("away", [-3, 0, 12])
def test_late_counts_days_until_it_is_over(state: FollowUpState, away: int) -> None:
    outcome = replace(OUTCOME, state=state, due=TODAY - timedelta(days=away))
    assert days_late(outcome, TODAY) == (0 if state in OVER else max(away, 0))


def test_what_has_no_due_date_is_never_late() -> None:
    assert days_late(replace(OUTCOME, due=None), TODAY) == 0


def test_owners_are_named_as_papers_name_them() -> None:
    bodies = tuple(
        Body(
            id=n,
            uid=str(n),
            kind=BodyKind.DIRECTORATE,
            name=Bilingual(f"م. {n}", f"dir. {n}"),
            short_name=Bilingual(),
            town=Bilingual(),
            email="",
            parent_id=None,
        )
        for n in (1, 2)
    )
    owned = replace(OUTCOME, owner_text=Bilingual(), owner_bodies=bodies)
    assert owner_of(owned, "ar") == "م. 1، م. 2"
    assert owner_of(owned, "fr") == "dir. 1, dir. 2"
    assert owner_of(OUTCOME, "fr") == "المركز"
    assert owner_of(replace(OUTCOME, owner_text=Bilingual()), "ar") == ""
