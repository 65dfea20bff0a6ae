"""A person over time, counted by periods."""

from datetime import date

from db.codes import DeliveryMeans, DocumentKind, DocumentLanguage
from db.unit_of_work import Store
from desktop_app.services import papers
from desktop_app.services.person_file import get_person_file
from desktop_app.services.person_history import ALWAYS, Period, year_of, years_of
from desktop_app.services.recording import record_session
from tests.services.drafts import draft

SALMA, KAMAL = 1, 2
TODAY = date(2026, 6, 1)


def test_a_period_holds_both_its_days_and_no_day_at_all_only_when_it_is_all_time() -> None:
    year = year_of(date(2026, 6, 1))
    assert year == Period(date(2025, 9, 1), date(2026, 8, 31))
    assert [year.holds(day) for day in (year.first, year.last)] == [True, True]
    assert [year.holds(day) for day in (date(2025, 8, 31), date(2026, 9, 1), None)] == [False] * 3
    assert ALWAYS.holds(None)
    assert ALWAYS.holds(date(1999, 1, 1))
    assert years_of([None, date(2026, 6, 1), date(2026, 1, 1), date(2026, 9, 1)]) == (
        "2026/2027",
        "2025/2026",
    )


def test_outcomes_are_counted_by_the_day_of_their_session(store: Store) -> None:
    def outcome(state: str, owner: str, **fields: object) -> dict[str, object]:
        text = {"ar": "دليل"}
        return {"kind": "action", "text": text, "state": state, "owner_person": owner, **fields}

    with store.write("x") as work:
        for day in ("2025-06-01", "2026-03-01"):
            outcomes = [
                outcome("done", "salma", due="2026-04-01"),
                outcome("not_started", "salma", due="2026-05-31"),
                outcome("not_started", "salma", due="2026-06-01"),
                outcome("not_started", "kamal"),
            ]
            record_session(work, draft(days=[day], outcomes=outcomes))
    with store.read() as reading:
        file = get_person_file(reading, SALMA, TODAY)
    told = file.figures(year_of(TODAY))
    assert (told.owned, told.done, told.late) == (3, 1, 1)
    assert file.figures(ALWAYS).owned == 6


def test_papers_that_were_sent_to_the_person_are_told_with_their_session(store: Store) -> None:
    def issue(kind: DocumentKind, session_id: int | None, reference: str = "") -> int:
        return papers.issue(
            work,
            b"%PDF",
            session_id=session_id,
            kind=kind,
            language=DocumentLanguage.ARABIC,
            file_name="a.pdf",
            dated=None,
            reference=reference,
            subject="" if session_id else "salma",
        )

    with store.write("x") as work:
        held = record_session(work, draft(reference="7/26"))
        invitation = issue(DocumentKind.INVITATION, held)
        table = issue(DocumentKind.FOLLOW_UPS, None, "9/26")
        first = papers.deliver(work, invitation, "سلمى", DeliveryMeans.EMAIL, person_id=SALMA)
        papers.deliver(work, invitation, "Kamal", DeliveryMeans.EMAIL, person_id=KAMAL)
        papers.deliver(work, table, "سلمى", DeliveryMeans.HAND, person_id=SALMA)
        papers.confirm_delivery(work, first)
        on = work.at.astimezone().date()
    with store.read() as reading:
        file = get_person_file(reading, SALMA, TODAY)
    later, earlier = file.received
    assert (later.kind, later.session_id, later.reference) == (
        *(DocumentKind.FOLLOW_UPS, None, "9/26"),
    )
    assert (earlier.kind, earlier.session_id, earlier.reference) == (
        *(DocumentKind.INVITATION, held, "7/26"),
    )
    assert (earlier.theme.ar, earlier.on, earlier.confirmed) == ("جودة المعطيات", on, True)
    assert not later.theme
    told = file.figures(Period(on, on))
    assert (told.received, told.last_received) == (2, on)
    assert file.figures(Period(date(2020, 1, 1), date(2020, 1, 2))).last_received is None
