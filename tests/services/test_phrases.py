"""The phrase bank."""

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import phrases
from desktop_app.services.drafts import (
    Label,
    PhraseDraft,
    Words,
)
from desktop_app.wording.bilingual import Bilingual


def test_phrases_are_listed_as_recorded(store: Store) -> None:
    with store.write("x") as work:
        phrases.add_phrase(
            work,
            PhraseDraft(
                category="debate", abbreviation=Label("ن1", "d1"), text=Words("فتح باب المناقشة.")
            ),
        )
    with store.read() as reading:
        (phrase,) = phrases.list_phrases(reading)
    assert (phrase.category, phrase.abbreviation, phrase.text) == (
        "debate",
        Bilingual("ن1", "d1"),
        Bilingual("فتح باب المناقشة."),
    )


def test_a_phrase_needs_its_text(store: Store) -> None:
    with pytest.raises(UserError, match="needs its text"), store.write("x") as work:
        phrases.add_phrase(work, PhraseDraft(text=Words()))
