"""What changed between two versions: nothing is lost, and nothing is told that did not change."""

from hypothesis import given
from hypothesis import strategies as st

from db.unit_of_work import Store
from desktop_app.documents import finalising
from desktop_app.documents.minutes_words import present_words
from desktop_app.services import final_minutes, session_edits
from desktop_app.services.final_minutes import ToldBlock
from desktop_app.services.minutes_changes import (
    BlockChange,
    Piece,
    compare,
    pairs,
    versions_compared,
)
from tests.services.test_use_cases import finalised, kept

TEXTS = st.text(alphabet="اب ج\t\nxy", max_size=12)
BLOCKS = st.dictionaries(st.sampled_from("abcdef"), TEXTS, max_size=6).map(
    lambda said: [ToldBlock(name, "", text) for name, text in said.items()]
)


def told(**texts: str) -> list[ToldBlock]:
    return [ToldBlock(name, f"head of {name}", text) for name, text in texts.items()]


def test_only_what_reads_otherwise_is_told_where_it_stands() -> None:
    before = told(a="one", gone_first="x", b="two", gone="three", c="four")
    after = told(a="one", b="two and a half", new="five", c="four")
    found = compare(before, after)
    assert [(one.name, one.before, one.after) for one in found] == [
        ("gone_first", "x", ""),
        ("b", "two", "two and a half"),
        ("gone", "three", ""),
        ("new", "", "five"),
    ]
    assert found[0].head == "head of gone_first"


def test_what_was_first_and_is_gone_stays_first() -> None:
    found = compare(told(a="x", b="y"), told(b="y", c="z"))
    assert [one.name for one in found] == ["a", "c"]


def test_words_that_went_and_came_stand_between_those_that_stayed() -> None:
    change = BlockChange("a", "", "في القاعة الصغرى صباحا", "في القاعة الكبرى صباحا اليوم")
    assert change.pieces == (
        Piece("same", "في القاعة "),
        Piece("removed", "الصغرى"),
        Piece("added", "الكبرى"),
        Piece("same", " صباحا"),
        Piece("added", " اليوم"),
    )


@given(BLOCKS, BLOCKS)
def test_the_pieces_give_both_versions_back(
    before: list[ToldBlock], after: list[ToldBlock]
) -> None:
    found = {one.name: one for one in compare(before, after)}
    old, new = ({one.name: one.text for one in said} for said in (before, after))
    assert found.keys() == {name for name in old | new if old.get(name, "") != new.get(name, "")}
    for name, change in found.items():
        pieces = change.pieces
        assert "".join(p.text for p in pieces if p.how != "added") == old.get(name, "")
        assert "".join(p.text for p in pieces if p.how != "removed") == new.get(name, "")


def test_versions_follow_one_another_and_then_what_is_being_changed(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
        finalised(work)
        assert pairs(work, 1) == ()
    with store.write("reopen") as work:
        final_minutes.reopen(work, 1, "خطأ")
    with store.write("edit") as work:
        session_edits.edit_fields(work, 1, {("theme", "fr"): "Un"})
    with store.read() as reading:
        assert pairs(reading, 1) == ((1, None),)
        now = present_words(reading, 1)
        found = versions_compared(reading, 1, (1, None), now)
        assert "title" in {one.name for one in found["fr"]}
    with store.write("finalise") as work:
        finalising.finalise(work, 1, ("ar",))
    with store.read() as reading:
        assert pairs(reading, 1) == ((1, 2),)
        assert versions_compared(reading, 1, (1, 2), {}) == found
