"""Keeps numbers and the like in their order while one types Arabic around them.

A sign of no width (`LRM`) stands before what would turn over; the caret never rests before one,
and nobody who reads or copies the text sees any.
"""

from collections.abc import Iterator
from typing import Final

from desktop_app.direction import LRM, order_marks

LONGEST: Final = 40_000
"""Letters of a text that is looked through at each key; what is longer is refused when written."""


def with_marks(text: str) -> str:
    """Give a text, of one or several lines, with the signs that keep its order."""
    if LRM in text:
        text = without_marks(text)
    if len(text) > LONGEST:
        return text
    return "\n".join(map(_marked, text.split("\n")))


def without_marks(text: str) -> str:
    """Give a text as it was typed."""
    return text.replace(LRM, "")


def changes(text: str) -> Iterator[tuple[int, bool]]:
    """Tell how to mend a text that was just typed, from its end to its start.

    Returns:
        Places in the text, as Qt counts them, each with whether a sign is put in there, or else
        taken out.
    """
    wanted = with_marks(text)
    if wanted == text:
        return
    at, there = len(text), len(wanted)
    while at or there:
        has = at > 0 and text[at - 1] == LRM
        needs = there > 0 and wanted[there - 1] == LRM
        if has and not needs:
            yield units(text, at - 1), False
        elif needs and not has:
            yield units(text, at), True
        at -= has or not needs
        there -= needs or not has


def units(text: str, place: int) -> int:
    """Give a place in a text as Qt counts: two for what lies beyond the first 65 536 characters."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def place_of(text: str, count: int) -> int:
    """Give the place in a text that Qt counts so."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * count]
    return len(head.decode("utf-16-le", "surrogatepass"))


def _marked(line: str) -> str:
    for place in reversed(order_marks(line)):
        line = f"{line[:place]}{LRM}{line[place:]}"
    return line
