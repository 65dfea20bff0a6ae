"""All that is known of a line of the minutes."""

from datetime import time

import pytest

from db.codes import InterventionKind
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import line_details, recording
from desktop_app.services.session_data import Intervention
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

LINES = [
    {"kind": "note", "summary": {"ar": "تدوين"}, "at": "10:05"},
    {"kind": "comment", "summary": {"ar": "كلام"}, "speakers": ["salma", "kamal"]},
]


@pytest.fixture
def line(store: Store) -> Intervention:
    """The second of two lines, by two speakers."""
    with store.write("x") as work:
        recording.record_session(work, draft(interventions=LINES))
    return lines(store)[1]


def lines(store: Store) -> tuple[Intervention, ...]:
    with store.read() as reading:
        return get_session(reading, 1).interventions


def test_each_field_is_changed_alone(store: Store, line: Intervention) -> None:
    salma, kamal = line.speakers
    with store.write("line_details.edit_line") as work:
        line_details.edit_line(
            work,
            line.id,
            {
                ("kind",): InterventionKind.PRESENTATION,
                ("title",): {"ar": "حصيلة", "fr": "Bilan"},
                ("summary", "fr"): "paroles",
                ("appeal", "ar"): "الانخراط",
                ("speakers",): [kamal.id, salma.id, kamal.id],
                ("at",): "11:30",
            },
        )
    other, changed = lines(store)
    assert (other.at, other.summary) == (time(10, 5), Bilingual("تدوين"))
    assert changed.kind is InterventionKind.PRESENTATION
    assert changed.title == Bilingual("حصيلة", "Bilan")
    assert changed.summary == Bilingual("كلام", "paroles")
    assert changed.appeal == Bilingual("الانخراط")
    assert [one.id for one in changed.speakers] == [kamal.id, salma.id]
    assert changed.at == time(11, 30)
    with store.write("line_details.edit_line") as work:
        line_details.edit_line(work, line.id, {("speakers",): [salma.id], ("at",): None})
    changed = lines(store)[1]
    assert ([one.id for one in changed.speakers], changed.at) == ([salma.id], None)


def test_a_presentation_needs_its_title(store: Store, line: Intervention) -> None:
    with pytest.raises(UserError, match="needs a title"), store.write("x") as work:
        line_details.edit_line(work, line.id, {("kind",): InterventionKind.PRESENTATION})
    assert lines(store)[1].kind is InterventionKind.COMMENT
