"""What must hold before anything is recorded, for a file and for the window alike.

`checked` cleans every text, checks the shape of a draft against its declaration and then what
its fields mean together. Everything refused is a `FieldError`: one sentence that names the field,
and the place of that field for whoever wants to point at it.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar, cast

import msgspec

from db.codes import AttendanceState, FollowUpState, InterventionKind, SessionState
from db.errors import UserError
from desktop_app.calendar import FIRST_YEAR, LAST_YEAR
from desktop_app.i18n import N_
from desktop_app.services.drafts import (
    LONGEST_PROSE,
    AgendaDraft,
    AttendanceDraft,
    BodyDraft,
    Draft,
    InstitutionDraft,
    InterventionDraft,
    OutcomeDraft,
    PersonDraft,
    ProgressDraft,
    SessionBasics,
    SessionDraft,
)
from desktop_app.services.text import cleaned, is_damaged

Path = tuple[str | int, ...]
AnyDraft = TypeVar("AnyDraft", bound=Draft)

_PROSE = frozenset(
    {"text", "summary", "appeal", "objectives", "conclusions", "other_business"}
    | {"remarks", "reason", "source", "addressees"}
)
MET = frozenset({SessionState.HELD, SessionState.DRAFTING, SessionState.SIGNED, SessionState.SENT})
NEEDS_REASON = frozenset(
    {
        FollowUpState.SUSPENDED,
        FollowUpState.POSTPONED,
        FollowUpState.CANCELLED,
        FollowUpState.PASSED_ON,
    }
)
_WITHOUT_SPEAKER = frozenset({InterventionKind.COMMENT, InterventionKind.NOTE})
_CAME = AttendanceState.PRESENT
_THERE = frozenset({_CAME, AttendanceState.REMOTE})
_KEY_TAKEN = UserError("this key is already given to another.")
_UID_TAKEN = UserError("this uid is already given to another.")
_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")


class FieldError(UserError):
    """A field that cannot be recorded as it is.

    Attributes:
        path: keys and indexes from the draft down to the field, as in
            ``("people", 2, "name", "ar")``.
        problem: what is wrong with it, without naming it.
    """

    def __init__(self, path: Path, problem: UserError) -> None:
        if path:
            super().__init__(N_("“{field}”: {problem}"), field=_shown(path), problem=problem)
        else:
            super().__init__(problem.message, **problem.values)
        self.path = path
        self.problem = problem


def checked(value: object, kind: type[AnyDraft]) -> AnyDraft:
    """Give a draft as it may be recorded, its texts cleaned.

    Args:
        value: a draft, or the plain dictionaries and lists of a file.
        kind: of draft.

    Raises:
        FieldError: something in it is refused.
    """
    plain = _cleaned(msgspec.to_builtins(value), (), one_line=True)
    try:
        draft = msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise _explained(str(error)) from error
    for shape, check in _CHECKS:
        if isinstance(draft, shape):
            check(draft, ())
    return draft


def checked_list(
    values: Sequence[AnyDraft], kind: type[AnyDraft], field: str
) -> tuple[AnyDraft, ...]:
    """Check the lines of one list of a session, as `checked` does, each under its place.

    Raises:
        FieldError: a line is refused.
    """
    lines: list[AnyDraft] = []
    for index, value in enumerate(values):
        try:
            lines.append(checked(value, kind))
        except FieldError as error:
            raise FieldError((field, index, *error.path), error.problem) from error
    if kind is AttendanceDraft:
        _attendance(cast("list[AttendanceDraft]", lines), (field,))
    return tuple(lines)


def require(condition: object, path: Path, problem: UserError) -> None:
    """Refuse a field unless a condition holds.

    Raises:
        FieldError: it does not hold.
    """
    if not condition:
        raise FieldError(path, problem)


def whole(text: str, path: Path) -> None:
    """Refuse a text that was damaged on its way.

    Raises:
        FieldError: it holds half a character.
    """
    require(
        not is_damaged(text),
        path,
        UserError("it holds half a character: the text was damaged, type it again."),
    )


def check_text(text: str, path: Path, limit: int = LONGEST_PROSE) -> None:
    """Refuse a text that was damaged on its way, or is too long.

    Raises:
        FieldError: it holds half a character, or more letters than the limit.
    """
    whole(text, path)
    require(
        len(text) <= limit,
        path,
        UserError("it is longer than {limit} letters: shorten it.", limit=limit),
    )


def _shown(path: Path) -> str:
    words = [f"{part + 1}" if isinstance(part, int) else part for part in path]
    return " › ".join(words)


def _cleaned(value: object, path: Path, *, one_line: bool) -> object:
    if isinstance(value, str):
        whole(value, path)
        return cleaned(value, one_line=one_line)
    if isinstance(value, dict):
        for key in value:
            whole(key, path)
        return {
            key: _cleaned(item, (*path, key), one_line=one_line and key not in _PROSE)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_cleaned(item, (*path, n), one_line=one_line) for n, item in enumerate(value)]
    return value


# --- shape -------------------------------------------------------------------------------------

_EXPECTED = {
    "str": UserError("a text in quotation marks is expected."),
    "int": UserError("a whole number is expected."),
    "bool": UserError("true or false is expected."),
    "array": UserError("a list in square brackets is expected."),
    "object": UserError("an object in braces is expected."),
}
_SHAPES: tuple[tuple[str, Callable[[str], UserError]], ...] = (
    (r"missing required field `(.*)`", lambda _: UserError("this field is missing.")),
    (
        r"unknown field `(.*)`",
        lambda _: UserError("no field has this name: correct the name or take the field out."),
    ),
    (
        r"Invalid enum value (.*)",
        lambda value: UserError("{value} is none of the values of this field.", value=value),
    ),
    (
        r"Expected `str` of length <= (\d+)",
        lambda limit: UserError("it is longer than {limit} letters: shorten it.", limit=limit),
    ),
    (r"Expected `str` of length >= (\d+)", lambda _: UserError("it is empty.")),
    (
        r"Expected `array` of length <= (\d+)",
        lambda limit: UserError("it has more than {limit} entries.", limit=limit),
    ),
    (
        r"Expected `int` ([<>]= -?\d+)",
        lambda bound: UserError("the number must be {bound}.", bound=bound),
    ),
    (r"encoded (date)", lambda _: UserError("a day such as 2026-04-22 is expected.")),
    (r"matching (regex)", lambda _: UserError("an hour such as 09:30 is expected.")),
    (r"Expected `(?:null \| )?(str|int|bool|array|object)\b", lambda kind: _EXPECTED[kind]),
)


def _explained(message: str) -> FieldError:
    """Turn a sentence of msgspec's into one for the user."""
    said, _, place = message.partition(" - at `")
    path: list[str | int] = [
        int(index) if index else key
        for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", place.rstrip("`"))
    ]
    for pattern, problem in _SHAPES:
        if found := re.search(pattern, said):
            if "field `" in said:
                path.append(found[1])
            return FieldError(tuple(path), problem(found[1]))
    return FieldError(tuple(path), UserError("this value cannot be recorded."))


# --- meaning -----------------------------------------------------------------------------------


def _body(body: BodyDraft, path: Path) -> None:
    require(body.name.bilingual(), (*path, "name"), UserError("a body needs a name."))
    _address(body.email, (*path, "email"))


def _person(person: PersonDraft, path: Path) -> None:
    require(person.name.bilingual(), (*path, "name"), UserError("a person needs a name."))
    _address(person.email, (*path, "email"))


def _address(email: str, path: Path) -> None:
    require(
        not email or _ADDRESS.fullmatch(email),
        path,
        UserError("an e-mail address such as name@example.ma is expected."),
    )


def _institution(institution: InstitutionDraft, path: Path) -> None:
    require(institution.name.bilingual(), (*path, "name"), UserError("a centre needs a name."))
    _address(institution.email, (*path, "email"))


def check_day(day: date | None, path: Path) -> None:
    """Refuse a day that papers could not write in both calendars.

    Raises:
        FieldError: it lies outside the years of the tables.
    """
    require(
        day is None or FIRST_YEAR <= day.year <= LAST_YEAR,
        path,
        UserError("the year must be from {first} to {last}.", first=FIRST_YEAR, last=LAST_YEAR),
    )


def _basics(session: SessionBasics, path: Path) -> None:
    require(session.theme.bilingual(), (*path, "theme"), UserError("a session needs a theme."))
    for index, day in enumerate(session.days):
        check_day(day, (*path, "days", index))
        require(
            index == 0 or session.days[index - 1] < day,
            (*path, "days", index),
            UserError("the days must follow one another, each once."),
        )
    check_day(session.since, (*path, "since"))
    check_day(session.minutes_dated, (*path, "minutes_dated"))
    check_day(session.invitation.dated, (*path, "invitation", "dated"))
    check_day(session.invitation.reply_by, (*path, "invitation", "reply_by"))
    require(
        session.days or session.state not in MET,
        (*path, "days"),
        UserError("a session that was held needs its day."),
    )
    require(
        session.reason or session.state is not SessionState.CANCELLED,
        (*path, "reason"),
        UserError("a session that is cancelled needs its reason."),
    )
    if session.start and session.end:
        require(
            session.start < session.end,
            (*path, "end"),
            UserError("the session must end after its start."),
        )


def _attendance(lines: Sequence[AttendanceDraft], path: Path) -> None:
    states = {line.person: line.state for line in lines}
    seen: set[str] = set()
    for index, line in enumerate(lines):
        here = (*path, index)
        require(
            line.person not in seen,
            (*here, "person"),
            UserError("this person already has a line in the attendance."),
        )
        seen.add(line.person)
        represented = line.state is AttendanceState.REPRESENTED
        require(
            (line.represented_by is not None) == represented,
            (*here, "represented_by"),
            UserError("who came instead is given when, and only when, a person is represented."),
        )
        require(
            line.represented_by != line.person,
            (*here, "represented_by"),
            UserError("nobody represents himself."),
        )
        require(
            not represented or states.get(line.represented_by or "", _CAME) in _THERE,
            (*here, "represented_by"),
            UserError("who came instead must be present himself."),
        )
        require(
            line.state in _THERE or not (line.late or line.left_early),
            (*here, "state"),
            UserError("only who was present can have come late or left early."),
        )


def _intervention(said: InterventionDraft, path: Path) -> None:
    require(
        said.speakers or said.kind in _WITHOUT_SPEAKER,
        (*path, "speakers"),
        UserError("a speaker is needed here."),
    )
    if said.kind is InterventionKind.PRESENTATION:
        require(
            said.title.bilingual(), (*path, "title"), UserError("a presentation needs a title.")
        )
    elif said.kind is not InterventionKind.ADDRESS:
        require(
            said.summary.bilingual(), (*path, "summary"), UserError("what was said is missing.")
        )


def _outcome(outcome: OutcomeDraft, path: Path) -> None:
    require(outcome.text.bilingual(), (*path, "text"), UserError("an outcome needs its text."))
    _progress(outcome, path)


def _progress(progress: OutcomeDraft | ProgressDraft, path: Path) -> None:
    check_day(progress.due, (*path, "due"))
    check_day(progress.review_on, (*path, "review_on"))
    require(
        not (progress.due and progress.ongoing),
        (*path, "due"),
        UserError("what goes on without end has no due date."),
    )
    require(
        progress.reason or progress.state not in NEEDS_REASON,
        (*path, "reason"),
        UserError("what is suspended, postponed, cancelled or passed on needs its reason."),
    )
    if progress.percent is not None:
        require(
            (progress.percent == 100) == (progress.state is FollowUpState.DONE),
            (*path, "percent"),
            UserError("what is done stands at 100, and nothing else does."),
        )


def _point(point: AgendaDraft, path: Path) -> None:
    require(
        point.title.bilingual(),
        (*path, "title"),
        UserError("a point of the agenda needs a title."),
    )


def _session(session: SessionDraft, path: Path) -> None:
    for field, named in (("bodies", session.bodies), ("people", session.people)):
        _once([one.key for one in named], (*path, field), "key", _KEY_TAKEN)
        _once([one.uid for one in named], (*path, field), "uid", _UID_TAKEN)
    for index, body in enumerate(session.bodies):
        _body(body, (*path, "bodies", index))
    for index, person in enumerate(session.people):
        _person(person, (*path, "people", index))
    for index, point in enumerate(session.agenda):
        _point(point, (*path, "agenda", index))
    _attendance(session.attendance, (*path, "attendance"))
    for index, said in enumerate(session.interventions):
        _intervention(said, (*path, "interventions", index))
        _item(said.agenda_item, session, (*path, "interventions", index))
    for index, outcome in enumerate(session.outcomes):
        _outcome(outcome, (*path, "outcomes", index))
        _item(outcome.agenda_item, session, (*path, "outcomes", index))


def _once(names: Sequence[str], path: Path, field: str, problem: UserError) -> None:
    for index, name in enumerate(names):
        require(not name or name not in names[:index], (*path, index, field), problem)


def _item(position: int | None, session: SessionDraft, path: Path) -> None:
    require(
        position is None or position <= len(session.agenda),
        (*path, "agenda_item"),
        UserError("the agenda has no such point."),
    )


_CHECKS: tuple[tuple[type[Draft], Callable[..., None]], ...] = (
    (SessionBasics, _basics),
    (SessionDraft, _session),
    (BodyDraft, _body),
    (PersonDraft, _person),
    (InstitutionDraft, _institution),
    (AgendaDraft, _point),
    (InterventionDraft, _intervention),
    (OutcomeDraft, _outcome),
    (ProgressDraft, _progress),
)
