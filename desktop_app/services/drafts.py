"""What is about to be recorded, before it has keys: the shape of a file or of a filled form.

People and bodies are named once, under a key of the draft's own, and referred to by that key; a
key that the draft does not define is looked up among the `uid`s on file. Text, order and meaning
are checked by `validation.checked`, never here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    Civility,
    DocumentLanguage,
    FollowUpState,
    InterventionKind,
    Mode,
    OutcomeKind,
    Priority,
    SessionState,
)
from desktop_app.services.institution_data import HeaderMode, NumberingMode
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.centre import DEFAULT_NAME

Key = Annotated[str, Meta(min_length=1, max_length=64)]
Uid = Annotated[str, Meta(max_length=36)]
LONGEST_LINE = 300
Line = Annotated[str, Meta(max_length=LONGEST_LINE)]
LONGEST_PROSE = 20_000
Prose = Annotated[str, Meta(max_length=LONGEST_PROSE)]
Clock = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Percent = Annotated[int, Meta(ge=0, le=100)]
Minutes = Annotated[int, Meta(ge=1, le=1440)]
Position = Annotated[int, Meta(ge=1, le=500)]


class Draft(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The habits of every draft: never changed, no field that is not known."""


AnyDraft = TypeVar("AnyDraft", bound=Draft)


def changed(draft: AnyDraft, path: Sequence[str], value: object) -> AnyDraft:
    """Give a draft with one of its fields changed; whether it may be is asked by the checks.

    Args:
        draft: that holds the field.
        path: of the field, as in ``("place", "room", "ar")``.
        value: as the field holds it, or as a file would.
    """
    name, *rest = path
    inside = changed(getattr(draft, name), rest, value) if rest else _typed(draft, name, value)
    return msgspec.structs.replace(draft, **{name: inside})


def _typed(draft: Draft, name: str, value: object) -> object:
    """Give a code or a list as its field holds it; what cannot be there is left to the checks."""
    kind = next(field.type for field in msgspec.structs.fields(draft) if field.name == name)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return value


class Label(Draft, frozen=True, kw_only=False):
    """A name or a title in Arabic and in French, at most 300 letters each."""

    ar: Line = ""
    fr: Line = ""

    def bilingual(self) -> Bilingual:
        """Give it as the record keeps it."""
        return Bilingual(self.ar, self.fr)


class Words(Draft, frozen=True):
    """A text in Arabic and in French; line feeds part its paragraphs."""

    ar: Prose = ""
    fr: Prose = ""

    def bilingual(self) -> Bilingual:
        """Give it as the record keeps it."""
        return Bilingual(self.ar, self.fr)


Labels = Annotated[tuple[Label, ...], Meta(max_length=100)]
Phrases = Annotated[tuple[Words, ...], Meta(max_length=100)]


class BodyDraft(Draft, frozen=True):
    """A body; one with the same uid, or the same kind and name, is taken from file.

    Attributes:
        key: by which this draft refers to it.
        parent: key of the body it belongs to.
        valid_from: first day of this name; from always when not given.
    """

    kind: BodyKind
    name: Label
    key: Annotated[str, Meta(max_length=64)] = ""
    uid: Uid = ""
    short_name: Label = Label()
    town: Label = Label()
    email: Line = ""
    parent: Key | None = None
    valid_from: date | None = None


class FunctionDraft(Draft, frozen=True):
    """What a person does, as `desktop_app.wording.persons.Function` has it."""

    title: Label = Label()
    unique: bool = False
    code: Annotated[str, Meta(max_length=64)] = ""


class PersonDraft(Draft, frozen=True):
    """A person; one with the same uid, or the same name in the same body, is taken from file."""

    name: Label
    key: Annotated[str, Meta(max_length=64)] = ""
    uid: Uid = ""
    civility: Civility = Civility.UNKNOWN
    function: FunctionDraft = FunctionDraft()
    body: Key | None = None
    email: Line = ""
    phone: Annotated[str, Meta(max_length=40)] = ""


class PlaceDraft(Draft, frozen=True):
    """Where a session meets; rooms and sites in French with their article."""

    mode: Mode = Mode.IN_PERSON
    room: Label = Label()
    site: Label = Label()
    platform: Line = ""


class LetterDraft(Draft, frozen=True):
    """What the invitation says beside the session itself."""

    reference: Line = ""
    dated: date | None = None
    binding: bool = False
    addressees: Words = Words()
    under: Label = Label()
    references: Labels = ()
    enclosures: Labels = ()
    copies: Labels = ()
    agenda_enclosed: bool = False
    reply_by: date | None = None


class AgendaDraft(Draft, frozen=True):
    """One point of the agenda; its position is its place in the list."""

    title: Label
    uid: Uid = ""
    presenter: Key | None = None
    planned_minutes: Minutes | None = None


class AttendanceDraft(Draft, frozen=True):
    """One line of the attendance sheet."""

    person: Key
    invited: bool = True
    answer: Answer = Answer.NONE
    state: AttendanceState = AttendanceState.NOT_RECORDED
    represented_by: Key | None = None
    late: bool = False
    left_early: bool = False


class InterventionDraft(Draft, frozen=True):
    """What one or several persons said, or a note; `agenda_item` counts from 1.

    Attributes:
        at: the time of day when it was written.
    """

    kind: InterventionKind
    uid: Uid = ""
    speakers: Annotated[tuple[Key, ...], Meta(max_length=20)] = ()
    title: Label = Label()
    summary: Words = Words()
    appeal: Words = Words()
    agenda_item: Position | None = None
    at: Clock | None = None


class OutcomeDraft(Draft, frozen=True):
    """What came of the session, with its follow-up; `agenda_item` counts from 1.

    Attributes:
        percent: when it is not given, 100 for what is done and 0 for the rest.
    """

    kind: OutcomeKind
    text: Words
    uid: Uid = ""
    owner_person: Key | None = None
    owner_bodies: Annotated[tuple[Key, ...], Meta(max_length=20)] = ()
    owner_text: Label = Label()
    partners: Label = Label()
    due: date | None = None
    ongoing: bool = False
    priority: Priority = Priority.NORMAL
    state: FollowUpState = FollowUpState.NOT_STARTED
    percent: Percent | None = None
    reason: Prose = ""
    remarks: Words = Words()
    review_on: date | None = None
    agenda_item: Position | None = None


class ProgressDraft(Draft, frozen=True):
    """How far an outcome is now; `percent` as in `OutcomeDraft`, else as it was."""

    state: FollowUpState
    percent: Percent | None = None
    reason: Prose = ""
    due: date | None = None
    ongoing: bool = False
    review_on: date | None = None


class SessionBasics(Draft, frozen=True):
    """A session without its lists: what is known when it is prepared.

    Attributes:
        since: the day on which it came to its state, when it is known.
        reason: why it is postponed or cancelled.
    """

    type: Key
    theme: Label
    state: SessionState = SessionState.PLANNED
    since: date | None = None
    reason: Prose = ""
    purpose: Label = Label()
    objectives: Phrases = ()
    framework: Label = Label()
    days: Annotated[tuple[date, ...], Meta(max_length=60)] = ()
    start: Clock | None = None
    end: Clock | None = None
    hijri: Label = Label()
    place: PlaceDraft = PlaceDraft()
    organiser: Key | None = None
    chair: Key | None = None
    on_behalf_of: Key | None = None
    rapporteur: Key | None = None
    facilitators: Annotated[tuple[Key, ...], Meta(max_length=20)] = ()
    signatories: Annotated[tuple[Key, ...], Meta(max_length=40)] = ()
    invitation: LetterDraft = LetterDraft()
    opened_with_quran: bool = False
    opened_with_anthem: bool = False
    agenda_exhausted: bool = True
    conclusions: Phrases = ()
    other_business: Words = Words()
    enclosures: Labels = ()
    copies: Labels = ()
    registry_reference: Line = ""
    registry_date: date | None = None
    minutes_dated: date | None = None
    source: Prose = ""


class SessionDraft(SessionBasics, frozen=True):
    """A whole session with the people and bodies it speaks of."""

    uid: Uid = ""
    reference: Line = ""
    bodies: Annotated[tuple[BodyDraft, ...], Meta(max_length=500)] = ()
    people: Annotated[tuple[PersonDraft, ...], Meta(max_length=1000)] = ()
    agenda: Annotated[tuple[AgendaDraft, ...], Meta(max_length=100)] = ()
    attendance: Annotated[tuple[AttendanceDraft, ...], Meta(max_length=1000)] = ()
    interventions: Annotated[tuple[InterventionDraft, ...], Meta(max_length=500)] = ()
    outcomes: Annotated[tuple[OutcomeDraft, ...], Meta(max_length=500)] = ()


class InstitutionDraft(Draft, frozen=True):
    """The centre's names, header, numbers and habits, as its settings keep them.

    Attributes:
        signatory: key or uid of who signs.
        common_numbers: one series of numbers for all papers, not one for each kind.
        paper_language: that papers are made in; that of the window when not given.
        notice_text: of the notice under an attendance sheet; its own words when empty.
    """

    name: Label = Label(DEFAULT_NAME.ar, DEFAULT_NAME.fr)
    academy: Label = Label(
        "الأكاديمية الجهوية للتربية والتكوين", "l’académie régionale d’éducation et de formation"
    )
    header_ar: Annotated[tuple[Line, ...], Meta(max_length=10)] = (
        "المملكة المغربية",
        "وزارة التربية الوطنية والتعليم الأولي والرياضة",
        "الأكاديمية الجهوية للتربية والتكوين",
        "المركز الجهوي لمنظومة الإعلام",
    )
    header_fr: Annotated[tuple[Line, ...], Meta(max_length=10)] = (
        "Royaume du Maroc",
        "Ministère de l’Éducation nationale, du Préscolaire et des Sports",
        "Académie régionale d’éducation et de formation",
        "Centre régional du système d’information",
    )
    header_mode: HeaderMode = HeaderMode.TEXT
    city: Label = Label()
    email: Line = ""
    phone: Annotated[str, Meta(max_length=40)] = ""
    numbering: NumberingMode = NumberingMode.PATTERN
    reference_pattern: Annotated[str, Meta(max_length=60)] = "{seq}/{yy}"
    common_numbers: bool = False
    service_code: Annotated[str, Meta(max_length=20)] = ""
    paper_language: DocumentLanguage | None = None
    hours_in_words: bool = True
    hijri_date: bool = True
    blank_date: bool = False
    lateness_shown: bool = False
    phone_on_sheet: bool = False
    blank_lines: Annotated[int, Meta(ge=0, le=40)] = 8
    data_notice: bool = True
    notice_text: Words = Words()
    cndp_number: Annotated[str, Meta(max_length=60)] = ""
    signatory: Key | None = None


class PhraseDraft(Draft, frozen=True):
    """A phrase of the phrase bank, under its abbreviations."""

    text: Words
    category: Line = ""
    abbreviation: Label = Label()


class GroupDraft(Draft, frozen=True):
    """A named group of people, by their keys."""

    name: Label
    members: Annotated[tuple[Key, ...], Meta(max_length=1000)] = ()
