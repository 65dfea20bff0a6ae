"""Bodies under the names of a day, each on file once."""

from datetime import date

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import bodies
from desktop_app.services.drafts import (
    BodyDraft,
)
from desktop_app.services.people_data import BodyName
from desktop_app.services.validation import checked
from desktop_app.wording.bilingual import Bilingual

BEFORE, DAY, AFTER = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)


def body(**fields: object) -> BodyDraft:
    return checked({"kind": "centre", "name": {"ar": "المركز"}, **fields}, BodyDraft)


def test_a_body_has_the_names_of_the_day(store: Store) -> None:
    with store.write("x") as work:
        body_id = bodies.find_or_create(work, body())
        bodies.rename(work, body_id, BodyName(DAY, Bilingual("المركز الجديد"), Bilingual("م.ج")))
    with store.write("x") as work:
        bodies.rename(work, body_id, BodyName(DAY, Bilingual("المركز الجهوي")))
    with store.read() as reading:
        (before,) = bodies.list_bodies(reading, BEFORE)
        (after,) = bodies.list_bodies(reading, AFTER)
        names = bodies.list_names(reading, body_id)
    assert (before.name.ar, after.name.ar) == ("المركز", "المركز الجهوي")
    assert names == (
        BodyName(None, Bilingual("المركز")),
        BodyName(DAY, Bilingual("المركز الجهوي")),
    )


def test_a_body_is_not_renamed_to_nothing(store: Store) -> None:
    with store.write("x") as work:
        body_id = bodies.find_or_create(work, body())
    with pytest.raises(UserError, match="needs a name"), store.write("x") as work:
        bodies.rename(work, body_id, BodyName(DAY, Bilingual()))
    with pytest.raises(UserError, match="no record 9"), store.write("x") as work:
        bodies.rename(work, 9, BodyName(DAY, Bilingual("ا")))


def test_a_body_on_file_keeps_what_it_has_and_is_filled(store: Store) -> None:
    with store.write("x") as work:
        first = bodies.find_or_create(work, body(email="a@example.org"))
        again = bodies.find_or_create(work, body(email="b@example.org", town={"ar": "خنيفرة"}))
        school = bodies.find_or_create(work, body(kind="school"))
        french = bodies.find_or_create(work, body(name={"fr": "le centre"}))
        french_again = bodies.find_or_create(work, body(name={"fr": "le centre"}))
    assert first == again
    assert len({first, school, french}) == 3
    assert french == french_again
    with store.read() as reading:
        kept = bodies.list_bodies(reading, DAY)[0]
    assert (kept.email, kept.town.ar) == ("a@example.org", "خنيفرة")
