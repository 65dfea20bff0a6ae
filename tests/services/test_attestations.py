"""One number for each person and session."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from db.codes import DocumentKind, DocumentLanguage
from db.engine import create_store
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import attestations, papers
from desktop_app.services.drafts import InstitutionDraft
from desktop_app.services.institution import set_institution
from desktop_app.services.institution_data import NumberingMode
from desktop_app.services.recording import record_session
from tests.services.drafts import draft

DAY = date(2026, 3, 4)


def issue(
    work: UnitOfWork, session_id: int, person_id: int, language: str = "ar", pdf: bytes = b"%PDF"
) -> str:
    number = attestations.number(work, session_id, person_id, DAY)
    papers.issue(
        work,
        pdf,
        session_id=session_id,
        kind=DocumentKind.ATTESTATION,
        language=DocumentLanguage(language),
        file_name="x.pdf",
        dated=DAY,
        reference=number,
        person_id=person_id,
    )
    return number


def test_made_again_it_bears_its_number_in_every_language(store: Store) -> None:
    with store.write("x") as work:
        first, second = record_session(work, draft()), record_session(work, draft())
        assert issue(work, first, 1) == "1/26"
        assert issue(work, first, 2) == "2/26"
        assert issue(work, second, 1) == "3/26"
    with store.write("x") as work:
        assert issue(work, first, 1, "fr") == "1/26"
        assert issue(work, first, 1, "ar", b"%PDF again") == "1/26"
        assert attestations.number(work, first, 2, date(2027, 1, 1)) == "2/26"
        assert issue(work, second, 2) == "4/26"


def test_where_papers_are_not_numbered_it_bears_none_until_they_are(store: Store) -> None:
    with store.write("x") as work:
        set_institution(work, InstitutionDraft(numbering=NumberingMode.BLANK))
        session_id = record_session(work, draft())
        assert issue(work, session_id, 1) == ""
        set_institution(work, InstitutionDraft())
        assert issue(work, session_id, 1, pdf=b"%PDF numbered") == "1/26"


@given(asked=st.lists(st.tuples(st.integers(1, 2), st.integers(1, 2)), max_size=12))
@settings(max_examples=15, deadline=None)
def test_whatever_the_order_no_two_have_one_number_and_none_is_left_out(
    asked: list[tuple[int, int]], tmp_path_factory: object
) -> None:
    folder = tmp_path_factory.mktemp("asked")  # type: ignore[attr-defined]  # pytest's own
    with create_store(folder / "centre.mahdar") as store, store.write("x") as work:
        for _ in range(2):
            record_session(work, draft())
        given_numbers = {which: issue(work, *which) for which in asked}
        assert all(issue(work, *which) == number for which, number in given_numbers.items())
    assert sorted(given_numbers.values()) == [f"{n + 1}/26" for n in range(len(set(asked)))]
