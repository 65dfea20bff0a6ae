"""Named groups of people."""

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import groups, people
from desktop_app.services.drafts import (
    Label,
    PersonDraft,
)
from desktop_app.services.validation import checked


def person(**fields: object) -> PersonDraft:
    return checked({"name": {"ar": "سلمى أيت وعلي"}, **fields}, PersonDraft)


def test_groups_keep_their_order_and_each_member_once(store: Store) -> None:
    with store.write("x") as work:
        ids = [people.find_or_create(work, person(name={"ar": name})) for name in "ابج"]
        group_id = groups.create_group(work, Label("رؤساء المراكز"), [ids[2], ids[0], ids[2]])
    with store.read() as reading:
        (group,) = groups.list_groups(reading)
    assert group.members == (ids[2], ids[0])
    with store.write("x") as work:
        groups.set_members(work, group_id, [ids[0], ids[1], ids[2]])
    with store.read() as reading:
        (group,) = groups.list_groups(reading)
    assert (group.name.ar, group.members) == ("رؤساء المراكز", tuple(ids))


def test_a_group_needs_a_name(store: Store) -> None:
    with pytest.raises(UserError, match="needs a name"), store.write("x") as work:
        groups.create_group(work, Label(), [])
