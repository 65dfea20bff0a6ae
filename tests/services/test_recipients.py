"""Who gets a paper, and where."""

from dataclasses import replace
from datetime import date

import pytest

from db.codes import AttendanceState, BodyKind, Civility, DocumentKind
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import recipients
from desktop_app.services.people_data import Body, Person
from desktop_app.services.recipients import GroupCode, Recipient, missed, reached
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import Bilingual

MINUTES = DocumentKind.MINUTES


def session_of(store: Store, session_id: int = 2) -> Session:
    with store.read() as reading:
        return get_session(reading, session_id)


def groups(
    store: Store, session: Session, kind: DocumentKind = MINUTES, person_id: int | None = None
) -> dict[GroupCode, tuple[Recipient, ...]]:
    with store.read() as reading:
        listed = recipients.list_groups(reading, session, kind, person_id)
    assert all(group.recipients for group in listed)
    return {group.code: group.recipients for group in listed}


def people(found: tuple[Recipient, ...]) -> list[int]:
    return [one.person.id for one in found if one.person]


def test_minutes_go_to_those_present_those_absent_the_directorates_and_the_owners(
    centre: Store,
) -> None:
    session = session_of(centre)
    found = groups(centre, session)
    assert list(found) == [
        GroupCode.PRESENT,
        GroupCode.ABSENT,
        GroupCode.DIRECTORATES,
        GroupCode.OWNERS,
    ]
    came = {AttendanceState.PRESENT, AttendanceState.REMOTE}
    assert people(found[GroupCode.PRESENT]) == [
        line.person.id for line in session.attendance if line.state in came
    ]
    assert people(found[GroupCode.ABSENT]) == [
        line.person.id for line in session.attendance if line.state not in came
    ]
    bodies = [one.body for one in found[GroupCode.DIRECTORATES]]
    assert all(body and body.kind is BodyKind.DIRECTORATE for body in bodies)
    assert len(bodies) == 5
    owners = found[GroupCode.OWNERS]
    assert len(set(owners)) == len(owners)
    assert {one.body.id for one in owners if one.body} == {
        body.id for outcome in session.outcomes for body in outcome.owner_bodies
    }
    assert set(people(owners)) == {
        outcome.owner_person.id for outcome in session.outcomes if outcome.owner_person
    }


def test_an_invitation_goes_to_those_invited(centre: Store) -> None:
    session = session_of(centre)
    found = groups(centre, session, DocumentKind.INVITATION)
    invited = [line.person.id for line in session.attendance if line.invited]
    assert {code: people(some) for code, some in found.items()} == {GroupCode.INVITED: invited}


def test_a_paper_of_one_person_goes_to_that_person_alone(centre: Store) -> None:
    session = session_of(centre)
    someone = session.attendance[0].person
    found = groups(centre, session, DocumentKind.ATTESTATION, someone.id)
    assert found == {GroupCode.PERSON: (Recipient(someone),)}
    assert groups(centre, session, DocumentKind.ATTESTATION, 999) == {}


def test_groups_without_anybody_are_left_out(centre: Store) -> None:
    empty = replace(session_of(centre), attendance=(), outcomes=(), days=())
    assert list(groups(centre, empty)) == [GroupCode.DIRECTORATES]
    assert groups(centre, empty, DocumentKind.INVITATION) == {}


def test_a_paper_of_no_session_goes_to_the_directorates(centre: Store, store: Store) -> None:
    with centre.read() as reading:
        (found,) = recipients.directorates(reading, date(2026, 3, 4))
    assert found.code is GroupCode.DIRECTORATES
    assert found.recipients == tuple(groups(centre, session_of(centre))[GroupCode.DIRECTORATES])
    with store.read() as reading:
        assert recipients.directorates(reading, date(2026, 3, 4)) == ()


def person(key: int, email: str = "") -> Recipient:
    return Recipient(Person(key, f"u{key}", Civility.MR, Bilingual(f"شخص {key}"), email=email))


def test_an_address_is_written_to_once_and_a_missing_one_is_named() -> None:
    body = Recipient(body=Body(1, "b", BodyKind.DIRECTORATE, Bilingual("م"), email="A@example.org"))
    first, second, third = person(1, "a@example.org"), person(2), person(3, "c@example.org")
    everybody = [first, second, body, third, second, first]
    assert reached(everybody) == (first, third)
    assert missed(everybody) == (second,)
    assert (body.name.ar, body.address) == ("م", "A@example.org")
    assert (Recipient().name, Recipient().address) == (Bilingual(), "")


def test_an_address_is_noted_on_file(store: Store) -> None:
    from desktop_app.services import sample

    with store.write("sample.fill") as work:
        sample.fill(work)
    found = groups(store, session_of(store))
    someone, body = found[GroupCode.PRESENT][0], found[GroupCode.DIRECTORATES][0]
    with store.write("x") as work:
        recipients.set_address(work, someone, " new@example.org ")
        recipients.set_address(work, body, "dp@example.org")
        recipients.set_address(work, Recipient(), "nobody@example.org")
    found = groups(store, session_of(store))
    assert found[GroupCode.PRESENT][0].address == "new@example.org"
    assert found[GroupCode.DIRECTORATES][0].address == "dp@example.org"
    for one in (someone, body):
        with pytest.raises(UserError), store.write("x") as work:
            recipients.set_address(work, one, "no address")
