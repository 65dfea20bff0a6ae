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
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.text import capitalised, name_for, short_day, text_for

if TYPE_CHECKING:
    from desktop_app.services.search import Hit, Index, Kind

_FEW: Final = 5
_MANY: Final = 50
COMMANDS_ONLY: Final = ">"
PEOPLE_ONLY: Final = "@"
_ICONS: Final = {"person": "user", "outcome": "clipboard-text", "session": "calendar-blank"}
_ANY_ACT: Final = "lightning"
_HEADS: Final = {
    "person": N_("People"),
    "outcome": N_("Follow-ups"),
    "session": N_("Sessions"),
}


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
        index: of the record; None while it is being read.
        go: opens an address.
    """

    say: Catalogue
    here: Sequence[Act]
    everywhere: Sequence[Act]
    places: Sequence[Act]
    recent: Sequence[Address]
    index: "Index | None"
    go: Callable[[Address], object]
    today: date

    def answer(self, typed: str) -> list[Line]:
        """Give the lines for what was typed, in groups."""
        query = typed.lstrip()
        if query.startswith(COMMANDS_ONLY):
            return list(self._commands(query[1:], _MANY))
        if query.startswith(PEOPLE_ONLY):
            return list(self._records(query[1:], ("person",), _MANY))
        if not query:
            return [*self._recents(), *self._commands("", _MANY)]
        kinds: tuple[Kind, ...] = ("person", "outcome", "session")
        return [*self._commands(query, _FEW), *self._records(query, kinds, _FEW)]

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

    def _records(self, query: str, kinds: "Sequence[Kind]", limit: int) -> Iterator[Line]:
        if self.index is None:
            return
        hits = self.index.find(query, limit, kinds)
        if not query.strip():
            hits = tuple(hit for kind in kinds for hit in self.index.first(kind, limit))
        for kind in kinds:
            found = [self._entry(hit) for hit in hits if hit.kind == kind]
            yield from self._group(_HEADS[kind], found)

    def _entry(self, hit: "Hit") -> Entry:
        language = self.say.language
        title = capitalised(text_for(hit.title, language))
        about = name_for(hit.about, language)
        address, paper, told = Address("person", hit.id), None, [about]
        if hit.session_id is not None:
            part = f"outcomes/{hit.id}" if hit.kind == "outcome" else ""
            address = Address("session", hit.session_id, part)
        if hit.kind == "session":
            paper = Address("session", hit.id, "papers")
            day = short_day(hit.day, language) if hit.day else ""
            told = [day, ltr(hit.reference) if hit.reference else "", about]
        elif hit.kind == "outcome":
            told = [self._due(hit), about]
        detail = self._listed(told)
        return Entry(_ICONS[hit.kind], title, detail, lambda: self.go(address), paper=paper)

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
        kind: Kind = "person" if address.place == "person" else "session"
        hit = self.index.get(kind, address.key) if self.index is not None else None
        if hit is None:
            return None
        title = capitalised(text_for(hit.title, self.say.language))
        return Entry(screen.icon, title, name, lambda: self.go(address))

    def _group(self, message: str, entries: Sequence[Entry]) -> Iterator[Line]:
        if entries:
            yield Head(self.say(message))
            yield from entries


def _settings_at(code: str) -> Address:
    return Address("settings", part=code)
