"""What the palette answers: groups of lines for what was typed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop_app.direction import ltr
from desktop_app.i18n import N_, Catalogue
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.palette.finder import Asked
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.text import capitalised, name_for, short_day, text_for

if TYPE_CHECKING:
    from db.search import Kind
    from desktop_app.services.search import Hit

_FEW: Final = 5
_MANY: Final = 50
COMMANDS_ONLY: Final = ">"
PEOPLE_ONLY: Final = "@"
_ANY_ACT: Final = "lightning"
_GROUPS: Final[dict["Kind", tuple[str, str]]] = {
    "person": (N_("People"), "user"),
    "outcome": (N_("Follow-ups"), "clipboard-text"),
    "session": (N_("Sessions"), "calendar-blank"),
    "line": (N_("In the text of the minutes"), "note-pencil"),
    "item": (N_("Items of the agenda"), "list-checks"),
    "paper": (N_("Papers"), "files"),
    "body": (N_("Bodies"), "buildings"),
}
"""What is found, in its order: the head of each kind, and its icon."""
_ABOUT_ALL: Final = ("follow-ups", "reports", "sessions")
"""Screens of papers that are of no session; the first that there is."""


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a group, in the window's language."""

    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or to open.

    Attributes:
        title, detail: in the window's language.
        do: what Enter does.
        key: that does the same without the palette.
        paper: where the paper is that Ctrl+Enter prints, if there is one.
    """

    icon: str
    title: str
    detail: str
    do: Callable[[], object]
    key: str = ""
    paper: Address | None = None
    mirror: bool = False


Line = Head | Entry


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be found and done where the palette was opened.

    Attributes:
        here: acts of the page in front.
        everywhere: acts of the window, those that go to a screen apart.
        places: acts that go to a screen.
        recent: where the user was, the last first.
        hits: what was found of the record.
        go: opens an address.
    """

    say: Catalogue
    here: Sequence[Act]
    everywhere: Sequence[Act]
    places: Sequence[Act]
    recent: Sequence[Address]
    hits: "Sequence[Hit]"
    go: Callable[[Address], object]
    today: date

    def answer(self, typed: str) -> list[Line]:
        """Give the lines for what was typed, in groups."""
        query = typed.lstrip()
        if query.startswith(COMMANDS_ONLY):
            return list(self._commands(query[1:], _MANY))
        if query.startswith(PEOPLE_ONLY):
            return list(self._records(query[1:]))
        if not query:
            return [*self._recents(), *self._commands("", _MANY)]
        from db.folding import words_of  # the database is loaded by now

        if not words_of(query):
            return []
        return [*self._commands(query, _FEW), *self._records(query)]

    def _commands(self, query: str, limit: int) -> Iterator[Line]:
        acts = (*self.here, *self.everywhere)
        yield from self._group(N_("Commands"), self._acts(acts, query, limit))
        screens = self._acts(self.places, query, limit)
        if query:
            screens += self._settings(query, limit)
        yield from self._group(N_("Screens"), screens)

    def _acts(self, acts: Iterable[Act], query: str, limit: int) -> list[Entry]:
        from desktop_app.services.search import begins  # the database is loaded by now

        offered = [act for act in acts if act.isEnabled() and begins(act.text(), query)]
        return [
            Entry(
                act.icon_name or _ANY_ACT, act.text(), "", act.trigger, act.key, mirror=act.mirror
            )
            for act in offered[:limit]
        ]

    def _settings(self, query: str, limit: int) -> list[Entry]:
        from desktop_app.services.search import begins  # as above
        from desktop_app.ui.settings.parts import PARTS  # when something was typed

        where = self.say(N_("Settings"))
        entries = [
            Entry(
                part.icon, self.say(part.message), where, partial(self.go, _settings_at(part.code))
            )
            for part in PARTS
        ]
        return [entry for entry in entries if begins(entry.title, query)][:limit]

    def _records(self, query: str) -> Iterator[Line]:
        for kind, (message, _) in _GROUPS.items():
            found = [self._entry(hit, query) for hit in self.hits if hit.kind == kind]
            yield from self._group(message, found)

    def _entry(self, hit: "Hit", query: str) -> Entry:
        address = _address(hit)
        paper = address if hit.kind == "paper" and hit.session_id is not None else None
        if hit.kind == "session":
            paper = Address("session", hit.id, "papers")
        return Entry(
            _GROUPS[hit.kind][1],
            self._title(hit, query),
            self._listed(self._about(hit)),
            lambda: self.go(address),
            paper=paper,
        )

    def _title(self, hit: "Hit", query: str) -> str:
        """Give a name in the window's language, and what was written where the words stand."""
        from desktop_app.services.search import sentence  # the database is loaded by now

        language = self.say.language
        if hit.kind in {"person", "body"}:
            return capitalised(text_for(hit.title, language))
        told = sentence(hit.title, query, "fr" if language == "fr" else "ar")
        return self.say("“{words}”", words=told) if hit.kind == "line" else capitalised(told)

    def _about(self, hit: "Hit") -> list[str]:
        about = name_for(hit.about, self.say.language)
        reference = ltr(hit.reference) if hit.reference else ""
        day = short_day(hit.day, self.say.language) if hit.day else ""
        item = self.say("item {number}", number=str(hit.item)) if hit.item else ""
        match hit.kind:
            case "session" | "paper":
                return [day, reference, about]
            case "outcome":
                return [self._due(hit), about, reference]
            case "line":
                return [reference or about, item, day]
            case "item":
                return [day, reference, about]
            case _:
                return [about]

    def _listed(self, parts: Iterable[str]) -> str:
        """Join parts that may be of either direction, in the order of the window's own."""
        mark = "\u200f" if self.say.right_to_left else "\u200e"
        return mark + " · ".join(f"\u2068{part}\u2069" for part in parts if part)

    def _due(self, hit: "Hit") -> str:
        if hit.day is None:
            return ""
        if hit.waiting and hit.day < self.today:
            late = (self.today - hit.day).days
            return self.say.plural("{n} day late", "{n} days late", late)
        return short_day(hit.day, self.say.language)

    def _recents(self) -> Iterator[Line]:
        found = [entry for one in self.recent if (entry := self._recent(one)) is not None]
        yield from self._group(N_("Recently open"), found[:_FEW])

    def _recent(self, address: Address) -> Entry | None:
        screen = next((one for one in SCREENS if one.code == address.place), None)
        if screen is None:
            return None
        name = self.say(screen.message)
        if address.key is None:
            return Entry(screen.icon, name, "", lambda: self.go(address))
        kind = address.place
        hit = next((one for one in self.hits if (one.kind, one.id) == (kind, address.key)), None)
        if hit is None:
            return None
        title = capitalised(text_for(hit.title, self.say.language))
        return Entry(screen.icon, title, name, lambda: self.go(address))

    def _group(self, message: str, entries: Sequence[Entry]) -> Iterator[Line]:
        if entries:
            yield Head(self.say(message))
            yield from entries


def _address(hit: "Hit") -> Address:
    """Tell where a record is shown: in its session, at its place."""
    of = hit.session_id
    if of is None:
        if hit.kind != "paper":
            return Address(hit.kind, hit.id)
        if hit.person_id is not None:
            return Address("person", hit.person_id)
        there = {screen.code for screen in SCREENS}
        return Address(next(place for place in _ABOUT_ALL if place in there))
    parts = {
        "outcome": f"outcomes/{hit.id}",
        "line": f"minutes/line-{hit.id}",
        "item": f"minutes/{hit.id}",
        "paper": f"papers/{hit.paper}",
    }
    return Address("session", of, parts.get(hit.kind, ""))


def asked(typed: str, recent: Sequence[Address]) -> Asked | None:
    """Tell what of the record is asked for by what was typed; None when nothing of it is."""
    query = typed.lstrip()
    if query.startswith(COMMANDS_ONLY):
        return None
    if query.startswith(PEOPLE_ONLY):
        return Asked(query[1:], _MANY, ("person",))
    return Asked(query, _FEW) if query else Asked("", _FEW, recent=tuple(recent))


def _settings_at(code: str) -> Address:
    return Address("settings", part=code)
