"""Extracts: one decision of the minutes, or what one owner or one body has in hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.errors import UserError
from db.unit_of_work import Reading
from desktop_app.documents import follow_up_table
from desktop_app.documents.blocks import Paper, Paragraph, Title
from desktop_app.documents.invitation import signature
from desktop_app.documents.letterhead import footer, header, place_date, present
from desktop_app.documents.minutes import paper_names
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    bare_day,
    each,
    inner,
    name_of_body,
    quoted,
    who,
)
from desktop_app.documents.proceedings import outcomes_table
from desktop_app.documents.scope import Scope
from desktop_app.services.followed import Register, Which, owners_of, read_register
from desktop_app.services.institution_data import Institution
from desktop_app.services.session_data import Outcome, Session
from desktop_app.services.sessions import get_session
from desktop_app.wording import prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_NO_SUCH = UserError(
    "The extract was not made: that outcome is not in this session any more. Choose another;"
    " nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Decided:
    """One outcome, in the session that it came of."""

    session: Session
    outcome: Outcome


def of_outcome(session_id: int, outcome_id: int) -> Scope:
    """Ask for the extract of one outcome."""
    return Scope(subject=f"outcome:{outcome_id}", about=outcome_id, session_id=session_id)


def of_person(person_id: int, *, unfinished: bool = True) -> Scope:
    """Ask for the extract of what one person has in hand."""
    which = Which(person_id=person_id, unfinished=unfinished)
    return Scope(subject=f"owner:{person_id}", about=which, person_id=person_id)


def of_body(body_id: int, *, unfinished: bool = True) -> Scope:
    """Ask for the extract of what one body, and all that belongs to it, has in hand."""
    which = Which(body_id=body_id, unfinished=unfinished)
    return Scope(subject=f"body:{body_id}", about=which)


def for_owners(reading: Reading, outcome_ids: Iterable[int]) -> tuple[Scope, ...]:
    """Ask for an extract for each who is in charge of some outcomes."""
    people, bodies = owners_of(reading, outcome_ids)
    return (*map(of_body, bodies), *map(of_person, people))


def read(reading: Reading, scope: Scope, options: PaperOptions) -> Register | Decided:
    """Read one outcome by its id, or those of a `Which`.

    Raises:
        UserError: there is no such session, outcome, person or body.
    """
    if isinstance(scope.about, Which):
        return read_register(reading, scope.about, options.day)
    if scope.session_id is None:
        raise _NO_SUCH
    session = get_session(reading, scope.session_id)
    one = next((one for one in session.outcomes if one.id == scope.about), None)
    if one is None:
        raise _NO_SUCH
    return Decided(session, one)


def build(
    matter: Register | Decided,
    institution: Institution,
    languages: Languages,
    options: PaperOptions,
) -> Paper:
    """Make the extract."""
    if isinstance(matter, Decided):
        return _decision(matter, institution, languages, options)
    title = each(languages, lambda one: _of_owner(matter, one))
    return follow_up_table.table_paper(
        matter, institution, languages, options, title, kind="extract"
    )


def _of_owner(register: Register, language: PaperLanguage) -> str:
    if register.person:
        owner = who(register.person, language)
    else:
        owner = name_of_body(register.body, language) if register.body else ""
    if language == "ar":
        return " ".join(
            filter(None, ("مستخرج من جدول التتبع", owner and f"خاص {prepositions.bi(owner)}"))
        )
    return " : ".join(filter(None, ("Extrait du tableau de suivi", owner)))


def _decision(
    decided: Decided, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    session = decided.session
    title = each(languages, lambda one: _title(session, one))
    subject = each(languages, lambda one: _subject(decided, one))
    head = each(languages, lambda one: f"{title.get(one)} – {_point(decided.outcome, one)}")
    number = session.registry_reference or session.reference
    report = len(session.signatories) == 1
    lead = languages[0]
    return Paper(
        kind="extract",
        languages=languages,
        title=f"{title.get(lead)} – {_point(decided.outcome, lead)}",
        running_head=head,
        footer=footer(paper_names(session, report=report)[0], number, head, languages),
        blocks=present(
            header(institution, languages, place_date(institution, options.day, languages)),
            Title(name="title", title=title, subject=subject),
            _theme(session, languages),
            _item(decided, languages),
            outcomes_table(session, languages, only=decided.outcome.id),
            _true_copy(languages),
            signature(options.signatory or institution.signatory, languages),
        ),
    )


def _title(session: Session, language: PaperLanguage) -> str:
    kind, report = session.type, len(session.signatories) == 1
    number = session.registry_reference or session.reference
    if language == "ar":
        name = "تقرير حول" if report else "محضر"
        return f"مستخرج من {name} {kind.definite}" + (f" رقم {number}" if number else "")
    name = "compte rendu" if report else "procès-verbal"
    return f"Extrait du {name} {session_types.du(kind)}" + (f" n° {number}" if number else "")


def _subject(decided: Decided, language: PaperLanguage) -> str:
    session, point = decided.session, _point(decided.outcome, language)
    if not session.days:
        return point
    day = bare_day(session.days[0], language)
    if language == "ar":
        return f"{session_types.participle(session.type, 'ar')} بتاريخ {day} – {point}"
    return f"du {day} – {point}"


def _point(outcome: Outcome, language: PaperLanguage) -> str:
    return f"النقطة {outcome.position}" if language == "ar" else f"point n° {outcome.position}"


def _theme(session: Session, languages: Languages) -> Paragraph:
    return Paragraph(
        name="theme",
        label=each(languages, Bilingual("الموضوع:", "Objet :").get),
        text=each(languages, lambda one: quoted(session.theme.best(one), one)),
        align="start",
    )


def _item(decided: Decided, languages: Languages) -> Paragraph | None:
    """Name the point of the agenda that it came of."""
    wanted = decided.outcome.agenda_item_id
    item = next((one for one in decided.session.agenda if one.id == wanted), None)
    if item is None or not item.title:
        return None
    return Paragraph(
        name="item",
        label=each(languages, Bilingual("نقطة جدول الأعمال:", "Point de l’ordre du jour :").get),
        text=each(languages, lambda one: inner(item.title, one)),
        align="start",
        keep_with_next=True,
    )


def _true_copy(languages: Languages) -> Paragraph:
    words = Bilingual("مستخرج مطابق للأصل.", "Extrait conforme à l’original.")
    return Paragraph(
        name="true-copy", text=each(languages, words.get), align="start", keep_with_next=True
    )
