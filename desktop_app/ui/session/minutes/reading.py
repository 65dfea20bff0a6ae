"""What the page understands of its lines: who and until when; and who can be named there."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

from db.folding import fold
from desktop_app.direction import LRM
from desktop_app.services.note_reading import Names, Owner, Reading, Span, read
from desktop_app.services.roster import Entry, Roster
from desktop_app.services.session_data import Session
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import bare
from desktop_app.wording.note_dates import Milestone


class PageNames(Names):
    """Names among which those of the session come first, and what was chosen before all.

    Args:
        near: of those who are invited.
        everybody: of the record.
    """

    def __init__(self, near: Names, everybody: Names) -> None:
        super().__init__()
        self._near = near
        self._everybody = everybody
        self._chosen: dict[tuple[str, ...], Owner] = {}
        self.longest = max(near.longest, everybody.longest)

    def choose(self, name: str, owner: Owner) -> None:
        """Let a name mean the one who was chosen from the list."""
        words = tuple(fold(name).split())
        self._chosen[words] = owner
        self.longest = max(self.longest, len(words))

    def find(self, words: Sequence[str]) -> Owner | None:
        """Give who has this name."""
        chosen = self._chosen.get(tuple(words))
        return chosen or self._near.find(words) or self._everybody.find(words)


class Reader:
    """Understands lines; what it read once it knows.

    Args:
        today: gives the user's day.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        self.today = today
        self._milestones: Sequence[Milestone] = ()
        self._next_session: date | None = None
        self._near: tuple[Entry, ...] = ()
        self._entries: dict[Owner, Entry] = {}
        self._names = PageNames(Names(), Names())
        self._renew()

    def know(self, milestones: Sequence[Milestone] = (), next_session: date | None = None) -> None:
        """Take what dates may be named after."""
        self._milestones, self._next_session = milestones, next_session
        self._renew()

    def set_people(self, session: Session, roster: Roster) -> None:
        """Take who can be named: those of the session first."""
        near = _those_of(session)
        everybody = (*roster.of("person"), *roster.of("body"))
        self._near = near
        self._entries = {_owner(one): one for one in (*near, *everybody)}
        self._names = PageNames(_named(near), _named(everybody))
        self._renew()

    def read(self, words: str, given: tuple[str, ...] = ()) -> Reading:
        """Understand a line without signs of direction."""
        return self._read(words, given, self.today())

    def offer(self, typed: str, roster: Roster, limit: int = 8) -> tuple[Entry, ...]:
        """Give whom a few letters after ``@`` may mean, those of the session first."""
        own = Roster([(one, (one.about.ar, one.about.fr)) for one in self._near])
        first = own.find(typed, ("person", "body"), limit=limit)
        known = {(one.kind, one.id) for one in first}
        others = [
            one
            for one in roster.find(typed, ("person", "body"), limit=2 * limit)
            if (one.kind, one.id) not in known
        ]
        return (*first, *others)[:limit]

    def choose(self, name: str, owner: Owner) -> None:
        """Let a name mean the one who was chosen."""
        self._names.choose(name, owner)
        self._renew()

    def name_of(self, owner: Owner) -> Bilingual:
        """Name somebody or a body; nothing while it is not known."""
        entry = self._entries.get(owner)
        return entry.name if entry else Bilingual()

    def about(self, owner: Owner) -> Bilingual:
        """Say what tells somebody from his like."""
        entry = self._entries.get(owner)
        return entry.about if entry else Bilingual()

    def _renew(self) -> None:
        @lru_cache(4096)
        def cached(words: str, given: tuple[str, ...], today: date) -> Reading:
            return read(
                words,
                self._names,
                today,
                self._milestones,
                self._next_session,
                given_back=given,
            )

        self._read = cached


def owner_words(entry: Entry, language: PaperLanguage) -> str:
    """Give the name that stands in the text for who is meant."""
    name = entry.name.best(language)
    return bare(name) if entry.kind == "body" else name


def places_of(text: str, spans: Collection[Span]) -> list[tuple[int, int]]:
    """Give where pieces of the words stand in a block that also holds signs of direction."""
    places = [at for at, letter in enumerate(text) if letter != LRM]
    return [(places[one.start], places[one.end - 1] + 1) for one in spans]


def _owner(entry: Entry) -> Owner:
    return Owner("body" if entry.kind == "body" else "person", entry.id)


def _named(entries: Collection[Entry]) -> Names:
    return Names(
        (_owner(one), {one.name.ar, one.name.fr, bare(one.name.fr)} - {""}) for one in entries
    )


def _those_of(session: Session) -> tuple[Entry, ...]:
    """Give the people of a session, then their bodies."""
    people = [line.person for line in session.attendance]
    people += [one for one in (session.chair, session.rapporteur) if one is not None]
    people += session.facilitators
    found: dict[tuple[str, int], Entry] = {}
    for person in people:
        body = person.body
        about = body.short_name or body.name if body else Bilingual()
        found.setdefault(
            ("person", person.id), Entry("person", person.id, person.uid, person.name, about)
        )
    for person in people:
        if person.body is not None:
            body = person.body
            found.setdefault(
                ("body", body.id), Entry("body", body.id, body.uid, body.name, body.town)
            )
    return tuple(found.values())
