"""Views are kept by name, replaced under the same one, and forgotten."""

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import saved_views


def test_views_of_a_list(store: Store) -> None:
    with store.write("saved_views.keep") as work:
        first = saved_views.keep(work, "follow-ups", "  متأخر   أزيلال ", {"standing": "late"})
        saved_views.keep(work, "sessions", "أخرى", {})
        again = saved_views.keep(work, "follow-ups", "متأخر أزيلال", {"standing": "open"})
        assert first == again
    with store.read() as reading:
        (view,) = saved_views.list_views(reading, "follow-ups")
    assert (view.name, view.filters) == ("متأخر أزيلال", {"standing": "open"})
    with store.write("saved_views.forget") as work:
        saved_views.forget(work, view.id)
    with store.read() as reading:
        assert saved_views.list_views(reading, "follow-ups") == ()


@pytest.mark.parametrize("name", ["", "  \n ", "x" * 10_000, "\ud800"])
def test_a_name_that_is_none_is_refused(store: Store, name: str) -> None:
    with pytest.raises(UserError), store.write("saved_views.keep") as work:
        saved_views.keep(work, "follow-ups", name, {})
