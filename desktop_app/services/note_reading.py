"""Reading a line typed during a session: who is to do it, and until when.

``@`` and a name is who; the date is found by `desktop_app.wording.note_dates`. What was understood
stands in the line until it is taken; it can be given back and is plain text then.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from db.folding import Folded, fold
from desktop_app.wording.note_dates import FoundDate, Milestone, parse

_MENTION: Final = re.compile(r"(?<!\w)@(?=\w)")
_AFTER_NAME: Final = "،,؛;:.!?؟)»"
_LOOSE: Final = " \t\n،,؛;:–—-"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who may be in charge: a person or a body on file."""

    kind: Literal["person", "body"]
    id: int


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the line that was understood.

    Attributes:
        start, end: where it stands, with its ``@`` or the trigger of its date.
        what: what it means.
    """

    start: int
    end: int
    what: Owner | FoundDate


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says.

    Attributes:
        text: the line without what was understood.
        ongoing: it says that there is no due date, on purpose.
        spans: what was understood, in the order of the line.
    """

    text: str
    person_id: int | None = None
    body_ids: tuple[int, ...] = ()
    due: date | None = None
    ongoing: bool = False
    spans: tuple[Span, ...] = ()


class Names:
    """The names that may follow ``@``; made once, asked at each key.

    Args:
        named: who, and each name that he goes by, in any language and spelling.
    """

    def __init__(self, named: Iterable[tuple[Owner, Iterable[str]]] = ()) -> None:
        self._at_word: dict[str, list[tuple[Owner, tuple[str, ...], int]]] = {}
        self.longest = 0
        for owner, names in named:
            for name in names:
                words = tuple(fold(name).split())
                self.longest = max(self.longest, len(words))
                for place, word in enumerate(words):
                    self._at_word.setdefault(word, []).append((owner, words, place))

    def find(self, words: Sequence[str]) -> Owner | None:
        """Give the only one who has this name, or these words one after another in his name."""
        said = tuple(words)
        found = [
            (owner, name)
            for owner, name, place in self._at_word.get(said[0], ())
            if name[place : place + len(said)] == said
        ]
        whole = {owner for owner, name in found if name == said}
        owners = whole or {owner for owner, _ in found}
        return owners.pop() if len(owners) == 1 else None


def read(
    text: str,
    names: Names,
    today: date,
    milestones: Sequence[Milestone] = (),
    next_session: date | None = None,
    *,
    given_back: Collection[str] = (),
) -> Reading:
    """Read who and until when out of a line.

    Args:
        text: the line, in any of the three languages.
        names: of people and bodies.
        today: dates without a year are this day or the next one ahead.
        milestones: periods that a line may name, as `note_dates.parse` takes them.
        next_session: the day of the next session of the series, in the same way.
        given_back: pieces that were understood once and are to stay text.

    Returns:
        The first person named, all bodies, the date; whatever else is named stays in the text.
    """
    spans = [
        span for span in _mentions(text, names) if text[span.start : span.end] not in given_back
    ]
    person = next((one.what for one in spans if _is(one, "person")), None)
    spans = [one for one in spans if _is(one, "body") or one.what is person]
    on = parse(text, today, milestones, next_session)
    if on is not None and text[on.start : on.end] not in given_back:
        spans = [one for one in spans if one.end <= on.start or on.end <= one.start]
        spans.append(Span(on.start, on.end, on))
    else:
        on = None
    spans.sort(key=lambda one: one.start)
    owners = [one.what for one in spans if isinstance(one.what, Owner)]
    return Reading(
        _without(text, spans),
        next((owner.id for owner in owners if owner.kind == "person"), None),
        tuple(dict.fromkeys(owner.id for owner in owners if owner.kind == "body")),
        on.on if on else None,
        on is not None and on.ongoing,
        tuple(spans),
    )


def read_who(text: str, names: Names) -> Reading:
    """Read only who out of a line: the first person named; all else stays in the text.

    Args:
        text: the line.
        names: of people.
    """
    spans = [span for span in _mentions(text, names) if _is(span, "person")][:1]
    owners = [one.what.id for one in spans if isinstance(one.what, Owner)]
    return Reading(_without(text, spans), next(iter(owners), None), spans=tuple(spans))


def _is(span: Span, kind: str) -> bool:
    return isinstance(span.what, Owner) and span.what.kind == kind


def _mentions(text: str, names: Names) -> Iterator[Span]:
    folded = Folded(text)
    for at in _MENTION.finditer(folded.text):
        line = folded.text[at.end() :].split("\n", 1)[0]
        words = list(re.finditer(r"\S+", line))[: names.longest]
        for n in range(len(words), 0, -1):
            last = words[n - 1].group().rstrip(_AFTER_NAME)
            owner = names.find([*(word.group() for word in words[: n - 1]), last])
            if owner is not None:
                end = at.end() + words[n - 1].start() + len(last)
                yield Span(*folded.span(at.start(), end), owner)
                break


def _without(text: str, spans: Sequence[Span]) -> str:
    """Take pieces out, and the spaces and commas that held them."""
    if not spans:
        return text.strip()
    left, at = "", 0
    for span in spans:
        left = _joined(left, text[at : span.start])
        at = span.end
    return _joined(left, text[at:]).rstrip(_LOOSE)


def _joined(before: str, after: str) -> str:
    if not before:
        return after.lstrip(_LOOSE)
    after = after.lstrip(" ")
    if after[:1] in _AFTER_NAME:
        return before.rstrip(_LOOSE) + after
    return before.rstrip(" ") + " " + after
