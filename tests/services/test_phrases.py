"""The phrase bank."""

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import phrases
from desktop_app.services.drafts import Label, PhraseDraft, Words
from desktop_app.services.phrases import Phrase
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.phrase_bank import bank

OWN = PhraseDraft(
    category="debate", abbreviation=Label("لج", "cm"), text=Words(ar="اقترح إحداث لجنة …")
)


def shelf(store: Store) -> dict[str, Phrase]:
    with store.read() as reading:
        return {one.abbreviation.fr: one for one in phrases.list_phrases(reading)}


def test_phrases_are_listed_as_recorded(store: Store) -> None:
    with store.write("x") as work:
        phrases.add_phrase(work, OWN)
    (phrase,) = shelf(store).values()
    assert (phrase.category, phrase.abbreviation, phrase.text) == (
        "debate",
        Bilingual("لج", "cm"),
        Bilingual("اقترح إحداث لجنة …"),
    )


def test_a_phrase_needs_its_text(store: Store) -> None:
    with pytest.raises(UserError, match="needs its text"), store.write("x") as work:
        phrases.add_phrase(work, PhraseDraft(text=Words()))


def test_a_phrase_needs_an_abbreviation(store: Store) -> None:
    with pytest.raises(UserError, match="letters that find it"), store.write("x") as work:
        phrases.add_phrase(work, PhraseDraft(text=Words(ar="كلام")))


def test_a_phrase_is_edited_and_removed(store: Store) -> None:
    with store.write("x") as work:
        key = phrases.add_phrase(work, OWN)
    with store.write("x") as work:
        phrases.edit_phrase(
            work, key, PhraseDraft(text=Words(fr="Débat clos."), abbreviation=Label("", "dc"))
        )
    (phrase,) = shelf(store).values()
    assert (phrase.text, phrase.abbreviation, phrase.category) == (
        Bilingual("", "Débat clos."),
        Bilingual("", "dc"),
        "",
    )
    with store.write("x") as work:
        phrases.remove_phrase(work, key)
    assert not shelf(store)


def test_an_abbreviation_stands_for_one_phrase(store: Store) -> None:
    with store.write("x") as work:
        phrases.restore_shipped(work)
    taken = PhraseDraft(abbreviation=Label("أ1", ""), text=Words(ar="كلام"))  # ا1 but for a hamza
    with pytest.raises(UserError, match="stands for another"), store.write("x") as work:
        phrases.add_phrase(work, taken)


def test_what_ships_is_put_back_and_what_is_ones_own_is_left(store: Store) -> None:
    with store.write("x") as work:
        phrases.restore_shipped(work)
    held = shelf(store)
    with store.write("x") as work:
        phrases.remove_phrase(work, held["o1"].id)
        phrases.remove_phrase(work, held["o2"].id)
        phrases.edit_phrase(
            work,
            held["o3"].id,
            PhraseDraft(category="opening", abbreviation=Label("ا3", "o3"), text=Words(ar="نشيد")),
        )
        phrases.add_phrase(work, PhraseDraft(abbreviation=Label("ا2", ""), text=Words(ar="عبارتي")))
    with store.write("x") as work:
        assert phrases.restore_shipped(work) == 2
    again = shelf(store)
    assert again["o1"].text == held["o1"].text
    assert again["o3"].text == held["o3"].text
    assert "o2" not in again
    assert again[""].text == Bilingual("عبارتي")
    with store.write("x") as work:
        assert phrases.restore_shipped(work) == 0


def test_the_sentence_of_loyalty_is_there_when_asked_for(store: Store) -> None:
    with store.write("x") as work:
        phrases.restore_shipped(work)
    assert len(shelf(store)) == len(bank()) - 1
    assert "l1" not in shelf(store)
    with store.write("x") as work:
        phrases.set_loyalty(work, on=True)
    assert shelf(store)["l1"].category == "loyalty"
    with store.write("x") as work:
        phrases.set_loyalty(work, on=False)
    assert "l1" not in shelf(store)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("o4", "o4"),
        ("أ4", "o4"),
        ("ا", "o1"),  # abbreviations that begin so, in their order
        ("خت", "c1"),
        ("رح", "o4"),
        ("Decide", "p6"),  # "Il est décidé"
        ("ordre", "o6"),
        ("l'ordre du jour", "o6"),
        ("مراحل", "e6"),
        ("", "o1"),
    ],
)
def test_a_few_letters_find_a_phrase(centre: Store, typed: str, first: str) -> None:
    with centre.read() as reading:
        all_of_them = phrases.list_phrases(reading)
    assert phrases.matching(all_of_them, typed)[0].abbreviation.fr == first


def test_letters_inside_a_word_come_last_and_others_find_nothing(centre: Store) -> None:
    with centre.read() as reading:
        all_of_them = phrases.list_phrases(reading)
    assert [one.abbreviation.fr for one in phrases.matching(all_of_them, "loyal")] == []
    assert [one.abbreviation.fr for one in phrases.matching(all_of_them, "tisfac")] == []
    inside = phrases.matching(all_of_them, "nanimité")
    assert [one.abbreviation.fr for one in inside] == ["a1"]
