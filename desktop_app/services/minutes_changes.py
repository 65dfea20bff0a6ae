"""What changed between two versions of the minutes, block by block and word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal

from db.unit_of_work import Reading
from desktop_app.services.final_minutes import (
    ToldBlock,
    Words,
    list_versions,
    state_of,
    words_of,
)
from desktop_app.wording.bilingual import PaperLanguage

How = Literal["same", "removed", "added"]
_WORDS: Final = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    how: How
    text: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block that reads otherwise.

    Attributes:
        name: of the block.
        head: the heading that it stands under, or nothing.
        before, after: all of it; empty where there was or is no such block.
    """

    name: str
    head: str
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both in one line of reading: what stayed, what went, what came."""
        return tuple(_pieces(_WORDS.findall(self.before), _WORDS.findall(self.after)))


def compare(before: Sequence[ToldBlock], after: Sequence[ToldBlock]) -> tuple[BlockChange, ...]:
    """Give the blocks that read otherwise, in the order of the later version.

    A block that is gone stands where it stood.
    """
    old = {block.name: block for block in before}
    new = {block.name: block for block in after}
    order = [block.name for block in after]
    for at, block in enumerate(before):
        if block.name not in new:
            above = next((one.name for one in reversed(before[:at]) if one.name in order), None)
            order.insert(order.index(above) + 1 if above else 0, block.name)
    none = ToldBlock("", "", "")
    changes = (
        BlockChange(
            name,
            (new.get(name) or old[name]).head,
            old.get(name, none).text,
            new.get(name, none).text,
        )
        for name in order
    )
    return tuple(one for one in changes if one.before != one.after)


def versions_compared(
    reading: Reading, session_id: int, numbers: tuple[int, int | None], now: Words
) -> dict[PaperLanguage, tuple[BlockChange, ...]]:
    """Give what changed from one final version to another, in each language.

    Args:
        reading: where to read.
        session_id: of which session.
        numbers: the earlier and the later version; None for what the minutes say now.
        now: what they say now.

    Raises:
        UserError: there is no such version.
    """
    earlier, later = numbers
    before = words_of(reading, session_id, earlier)
    after = now if later is None else words_of(reading, session_id, later)
    return {
        language: compare(before.get(language, ()), after.get(language, ())) for language in after
    }


def pairs(reading: Reading, session_id: int) -> tuple[tuple[int, int | None], ...]:
    """Give the versions that follow one another, the latest pair first.

    What re-opened minutes say now follows the last one.
    """
    numbers: list[int | None] = [one.number for one in list_versions(reading, session_id)]
    if numbers and not state_of(reading, session_id).final:
        numbers.append(None)
    found = [(one, other) for one, other in pairwise(numbers) if one]
    return tuple(reversed(found))


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for how, first, last, other_first, other_last in matcher.get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(before[first:last]))
            continue
        if first < last:
            yield Piece("removed", "".join(before[first:last]))
        if other_first < other_last:
            yield Piece("added", "".join(after[other_first:other_last]))
