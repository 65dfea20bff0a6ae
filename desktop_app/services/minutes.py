"""The lines of the minutes as the page that is being typed keeps them: only what changed.

A page shows one point of the agenda in one language. What it never showed, or what was changed
elsewhere since, is not written over: each field is compared with what the page knew of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from sqlalchemy import func, select

from db import models
from db.codes import InterventionKind, OutcomeKind
from db.unit_of_work import UnitOfWork
from desktop_app.services.records import by_uid, found
from desktop_app.services.session_data import Intervention, Outcome, Session
from desktop_app.services.text import cleaned
from desktop_app.services.validation import check_day, check_text
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_ROOM: Final = 65_536
"""Between the positions of two lines, so that a new one between them moves no other."""
_STEP: Final = 1_024
"""From a line to the next one typed, where others follow."""
_OTHER: Final[dict[PaperLanguage, PaperLanguage]] = {"ar": "fr", "fr": "ar"}


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What came of a line, as the page shows it.

    Attributes:
        text: in the language of the page, without what was understood.
        owner_text: who is in charge as papers print it, when it was typed elsewhere.
    """

    uid: str
    kind: OutcomeKind
    text: str
    person_id: int | None = None
    body_ids: tuple[int, ...] = ()
    owner_text: Bilingual = Bilingual()
    due: date | None = None
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line as a page shows it.

    Attributes:
        text: as typed, in the language of the page.
        at: the time of day when it was begun.
        outcome: what came of it; its words are then the outcome's.
    """

    uid: str
    text: str
    at: time | None = None
    kind: InterventionKind = InterventionKind.NOTE
    speakers: tuple[int, ...] = ()
    outcome: LineOutcome | None = None


@dataclass(frozen=True, slots=True)
class LineChange:
    """What the page has to say of one line.

    Attributes:
        uid: of the line.
        before: what the page knew of the record; None for a new line.
        after: what it shows now; None when it shows it no more.
        follows: uid of the line before it on the page; empty for the first.
        placed: whether its place is to be kept too.
    """

    uid: str
    before: PageLine | None
    after: PageLine | None
    follows: str = ""
    placed: bool = False


def lines_of(
    session: Session, item_id: int | None, language: PaperLanguage
) -> tuple[PageLine, ...]:
    """Give the lines of a point of the agenda as a page in one language shows them."""
    outcomes = {outcome.id: outcome for outcome in session.outcomes}
    return tuple(
        _page_line(line, outcomes.get(line.outcome_id or 0), language)
        for line in session.interventions
        if line.agenda_item_id == item_id
    )


def outcome_of(outcome: Outcome, language: PaperLanguage) -> LineOutcome:
    """Give an outcome as a page in one language shows it."""
    return LineOutcome(
        uid=outcome.uid,
        kind=outcome.kind,
        text=outcome.text.get(language),
        person_id=outcome.owner_person.id if outcome.owner_person else None,
        body_ids=tuple(body.id for body in outcome.owner_bodies),
        owner_text=outcome.owner_text,
        due=outcome.due,
        ongoing=outcome.ongoing,
    )


def other_words(session: Session, language: PaperLanguage) -> dict[str, str]:
    """Give what the lines of a session say in the other language, by their uids."""
    outcomes = {outcome.id: outcome for outcome in session.outcomes}
    other = _OTHER[language]
    return {
        line.uid: _page_line(line, outcomes.get(line.outcome_id or 0), other).text
        for line in session.interventions
    }


def save_lines(
    work: UnitOfWork,
    session_id: int,
    item_id: int | None,
    language: PaperLanguage,
    changes: Sequence[LineChange],
) -> None:
    """Keep what changed on a page.

    A line whose words are gone in both languages is removed with what came of it; with words in
    the other language it stays.

    Args:
        work: the unit of work.
        session_id: of the session.
        item_id: of the point of the agenda; None for the lines of no point.
        language: of the page.
        changes: in the order of the page.

    Raises:
        FieldError: a text is too long or damaged, or a date impossible; nothing is kept.
        UserError: there is no such session.
    """
    session = found(work, models.Session, session_id)
    if item_id is not None and work.db.get(models.AgendaItem, item_id) is None:
        item_id = None  # it was removed meanwhile: the words stay
    page = _Page(work, session.id, item_id, language)
    for change in changes:
        if change.after is None:
            page.remove(change)
        else:
            page.put(change, change.after)
    work.db.flush()


def _page_line(line: Intervention, outcome: Outcome | None, language: PaperLanguage) -> PageLine:
    if outcome is not None:
        words = line.summary.get(language) or outcome.text.get(language)
    elif line.kind is InterventionKind.PRESENTATION:
        words = line.title.get(language)
    else:
        words = line.summary.get(language)
    return PageLine(
        uid=line.uid,
        text=words,
        at=line.at,
        kind=line.kind,
        speakers=tuple(person.id for person in line.speakers),
        outcome=outcome_of(outcome, language) if outcome else None,
    )


class _Page:
    """One page at work."""

    def __init__(
        self, work: UnitOfWork, session_id: int, item_id: int | None, language: PaperLanguage
    ) -> None:
        self._work = work
        self._session_id = session_id
        self._item_id = item_id
        self._language = language
        self._other = _OTHER[language]

    def put(self, change: LineChange, after: PageLine) -> None:
        """Keep a line that is new or changed."""
        check_text(after.text, ("text",))
        line = by_uid(self._work, models.Intervention, change.uid)
        if line is None:
            line = models.Intervention(
                uid=change.uid, session_id=self._session_id, agenda_item_id=self._item_id
            )
            for field in ("title", "summary", "appeal"):
                _say(line, field, "ar", "")
                _say(line, field, "fr", "")
            line.kind, line.at, line.position = after.kind, after.at, 0
            self._work.db.add(line)
            self._work.db.flush()
            self._place(line, change.follows)
        elif change.placed:
            self._place(line, change.follows)
        before = change.before or PageLine(change.uid, "", line.at)
        if after.at != before.at:
            line.at = after.at
        if after.speakers != before.speakers:
            _set_speakers(line, after.speakers)
        self._put_kind(line, after.kind)
        self._put_words(line, before, after)
        self._drop_if_empty(line)

    def remove(self, change: LineChange) -> None:
        """Take the words of a line away; with words in the other language it stays."""
        line = by_uid(self._work, models.Intervention, change.uid)
        if line is None:
            return
        for field in ("summary", "title"):
            _say(line, field, self._language, "")
        if line.outcome is not None and _words(line.outcome, "text", self._other):
            _say(line.outcome, "text", self._language, "")
        elif line.outcome is not None:
            self._remove_outcome(line, line.outcome)
        self._drop_if_empty(line)

    def _put_kind(self, line: models.Intervention, kind: InterventionKind) -> None:
        """Say what the line is; the words of a presentation are its title."""
        if line.kind is kind:
            return
        for language in ("ar", "fr"):
            title, summary = (_words(line, field, language) for field in ("title", "summary"))
            if kind is InterventionKind.PRESENTATION and not title:
                _say(line, "title", language, summary)
                _say(line, "summary", language, "")
            elif line.kind is InterventionKind.PRESENTATION:
                _say(line, "summary", language, "\n".join(filter(None, (title, summary))))
                _say(line, "title", language, "")
        line.kind = kind

    def _put_words(self, line: models.Intervention, before: PageLine, after: PageLine) -> None:
        text = cleaned(after.text)
        if after.outcome is None:
            if before.outcome is not None and line.outcome is not None:
                other = _words(line, "summary", self._other)
                other = other or _words(line.outcome, "text", self._other)
                self._remove_outcome(line, line.outcome)
                _say(line, "summary", self._other, "")
                _say(line, "summary", self._language, "")
                _say(line, _field(line), self._other, other)
            elif line.outcome is not None:
                return  # it became an outcome elsewhere: its words are not the page's
            if (after.text, after.outcome) != (before.text, before.outcome):
                _say(line, _field(line), self._language, text)
            return
        if line.outcome is None:
            if not (after.outcome.text.strip() or _words(line, _field(line), self._other)):
                return
            self._lift(line, after.outcome)
        elif before.outcome is not None or line.outcome.uid == after.outcome.uid:
            known = before.outcome or LineOutcome(after.outcome.uid, line.outcome.kind, "")
            self._change(line.outcome, known, after.outcome)
            if (before.text, known.text) == (after.text, after.outcome.text):
                return
        else:  # it became another outcome elsewhere: what was typed stays beside it
            _say(line, "summary", self._language, text)
            return
        _say(line, "summary", self._language, text if text != after.outcome.text.strip() else "")

    def _lift(self, line: models.Intervention, said: LineOutcome) -> None:
        last = self._work.db.scalar(
            select(func.max(models.Outcome.position)).where(
                models.Outcome.session_id == self._session_id
            )
        )
        outcome = models.Outcome(
            uid=said.uid,
            session_id=self._session_id,
            agenda_item_id=line.agenda_item_id,
            position=(last or 0) + 1,
            kind=said.kind,
        )
        field = _field(line)
        _say(outcome, "text", self._other, _words(line, field, self._other))
        _say(outcome, "text", self._language, "")
        self._work.db.add(outcome)
        self._change(outcome, LineOutcome(said.uid, said.kind, ""), said)
        line.outcome = outcome
        _say(line, field, self._other, "")
        _say(line, field, self._language, "")

    def _change(self, outcome: models.Outcome, before: LineOutcome, after: LineOutcome) -> None:
        """Write those fields that the page changed."""
        text = cleaned(after.text)
        check_text(text, ("text",))
        check_day(after.due, ("due",))
        if after.kind is not before.kind:
            outcome.kind = after.kind
        if after.text != before.text and (text or _words(outcome, "text", self._other)):
            _say(outcome, "text", self._language, text)
        if after.person_id != before.person_id:
            outcome.owner_person_id = after.person_id
        if after.body_ids != before.body_ids:
            _set_bodies(outcome, after.body_ids)
        if after.owner_text != before.owner_text:
            _say(outcome, "owner_text", "ar", after.owner_text.ar)
            _say(outcome, "owner_text", "fr", after.owner_text.fr)
        if (after.due, after.ongoing) != (before.due, before.ongoing):
            outcome.due, outcome.ongoing = after.due, after.ongoing

    def _remove_outcome(self, line: models.Intervention, outcome: models.Outcome) -> None:
        line.outcome = None
        self._work.db.flush()
        for attached in self._work.db.scalars(
            select(models.Attachment).where(models.Attachment.outcome_id == outcome.id)
        ):
            attached.outcome_id = None
        self._work.db.delete(outcome)
        self._work.db.flush()

    def _drop_if_empty(self, line: models.Intervention) -> None:
        texts = ("title_ar", "title_fr", "summary_ar", "summary_fr", "appeal_ar", "appeal_fr")
        if line.outcome is None and not any(getattr(line, text) for text in texts):
            self._work.db.delete(line)
            self._work.db.flush()

    def _place(self, line: models.Intervention, follows: str) -> None:
        """Give a line its position after another, or before all of its point."""
        kind = models.Intervention
        rows = list(
            self._work.db.execute(
                select(kind.id, kind.uid, kind.position, kind.agenda_item_id)
                .where(kind.session_id == self._session_id, kind.id != line.id)
                .order_by(kind.position, kind.id)
            )
        )
        here = [n for n, row in enumerate(rows) if row.agenda_item_id == self._item_id]
        after = next((n + 1 for n, row in enumerate(rows) if row.uid == follows), None)
        if after is None:
            after = here[0] if here and not follows else here[-1] + 1 if here else len(rows)
        low = rows[after - 1].position if after else 0
        high = rows[after].position if after < len(rows) else low + 2 * _ROOM
        if high - low > 1:
            line.position = low + (_ROOM if after == len(rows) else min(_STEP, (high - low) // 2))
            return
        order = [row.id for row in rows]
        order.insert(after, line.id)
        known = {
            one.id: one for one in self._work.db.scalars(select(kind).where(kind.id.in_(order)))
        }
        for n, key in enumerate(order, 1):
            known[key].position = n * _ROOM


def _field(line: models.Intervention) -> str:
    presents = line.kind is InterventionKind.PRESENTATION and line.outcome is None
    return "title" if presents else "summary"


def _words(record: models.Base, field: str, language: str) -> str:
    said: str = getattr(record, f"{field}_{language}")
    return said


def _say(record: models.Base, field: str, language: str, text: str) -> None:
    setattr(record, f"{field}_{language}", text)


def _set_speakers(line: models.Intervention, ids: Iterable[int]) -> None:
    known = {one.person_id: one for one in line.speakers}
    line.speakers = [known.get(one) or models.InterventionSpeaker(person_id=one) for one in ids]
    for position, speaker in enumerate(line.speakers, 1):
        speaker.position = position


def _set_bodies(outcome: models.Outcome, ids: Iterable[int]) -> None:
    known = {one.body_id: one for one in outcome.owner_bodies}
    outcome.owner_bodies = [known.get(one) or models.OutcomeBody(body_id=one) for one in ids]
    for position, owner in enumerate(outcome.owner_bodies, 1):
        owner.position = position
