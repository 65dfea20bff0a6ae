"""B. Report: تقرير / compte rendu, the data of minutes under one signature."""

from collections import Counter
from functools import partial

from desktop_app.documents.blocks import (
    AnyBlock,
    Cell,
    Column,
    Items,
    Paper,
    Paragraph,
    Signatures,
    Table,
)
from desktop_app.documents.carried import followed_up
from desktop_app.documents.letterhead import (
    Section,
    done,
    footer,
    header,
    notes,
    numbered,
    present,
    reference,
)
from desktop_app.documents.minutes import (
    last_day,
    paper_names,
    running_head,
    title,
    title_text,
    writer,
)
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    each,
    inline_place,
    inner,
    listed,
    name_of_body,
    one_line,
    organiser,
    place,
    same,
    sentence,
    theme,
    when,
)
from desktop_app.documents.proceedings import (
    discussion,
    opening_of_works,
    outcomes_table,
    presentations,
)
from desktop_app.documents.roll import attended
from desktop_app.services.institution_data import Institution
from desktop_app.services.session_data import Session
from desktop_app.wording import carried, gender, prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital


def build(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the report, of an own session or of one the centre was a guest at."""
    number = session.registry_reference or session.reference
    day = options.dated or last_day(session)
    short, long = paper_names(session, report=True)
    head = running_head(session, long, languages)
    course = (
        *opening_of_works(session, languages),
        *presentations(session, languages),
        *discussion(session, languages, say_none=False),
    )
    sections = (
        Section(
            "context",
            Bilingual("السياق", "Contexte"),
            present(context(session, institution, languages, guest=options.guest)),
        ),
        Section("objectives", Bilingual("الأهداف", "Objectifs"), objectives(session, languages)),
        Section(
            "participants",
            Bilingual("الحضور", "Participants"),
            present(participants(session, languages), bodies(session, languages)),
        ),
        Section("course", Bilingual("مجريات اللقاء", "Déroulement"), course),
        Section("carried", carried.FOLLOW_UP, present(followed_up(session, languages))),
        Section(
            "conclusions",
            Bilingual("أهم الخلاصات", "Conclusions"),
            conclusions(session, languages),
        ),
        Section(
            "outcomes",
            Bilingual("التوصيات", "Recommandations"),
            present(outcomes_table(session, languages)),
        ),
    )
    signer = session.signatories[0] if session.signatories else session.rapporteur
    return Paper(
        kind="report",
        languages=languages,
        title=title_text(session, long, languages[0]),
        running_head=head,
        footer=footer(short, number, head, languages),
        blocks=present(
            header(institution, languages),
            reference(institution, number, day),
            title(session, long, languages, report=True),
            *numbered(sections, languages),
            closing(languages),
            done(institution, day, languages),
            Signatures(name="signatures", signatures=(writer(signer, languages),)),
            notes(session.enclosures, session.copies, languages),
        ),
    )


def context(
    session: Session, institution: Institution, languages: Languages, *, guest: bool
) -> Paragraph | None:
    """Say what was held, where, when and by whom; or in whose session the centre took part."""
    if guest and session.organiser:
        say = {"ar": _guest_ar, "fr": _guest_fr}
        text = each(languages, lambda one: say[one](session, institution))
    elif session.days:
        own = {"ar": _context_ar, "fr": _context_fr}
        text = each(languages, lambda one: own[one](session))
    else:
        return None
    return Paragraph(name="context", text=text)


def _context_ar(session: Session) -> str:
    kind, framework = session.type, inner(session.framework, "ar")
    what = one_line(f"{kind.indefinite} {theme(session, 'ar')}")
    where = one_line(f"{session_types.held(kind, 'ar')} {place(session, 'ar')}")
    parts = [f"في إطار {framework}" if framework else "", where, when(session, "ar"), what]
    parts.append(f"من تنظيم {organiser(session, 'ar')}" if session.organiser else "")
    return sentence("، ".join(filter(None, parts)))


def _context_fr(session: Session) -> str:
    kind, framework = session.type, inner(session.framework, "fr")
    what = one_line(f"{session_types.un(kind)} {theme(session, 'fr')}")
    where = one_line(f"{session_types.held(kind, 'fr')} {place(session, 'fr')}")
    if framework:
        parts = [f"dans le cadre {prepositions.de(framework)}", where, when(session, "fr"), what]
    else:
        held = one_line(f"{session_types.held(kind, 'fr')} {inline_place(session, 'fr')}")
        parts = [when(session, "fr"), f"{held} {what}"]
    by = organiser(session, "fr")
    parts.append(f"{session_types.organised(kind)} par {by}" if by else "")
    return sentence(capital(", ".join(filter(None, parts))))


def _guest_ar(session: Session, institution: Institution) -> str:
    kind, centre, by = session.type, institution.name.best("ar"), organiser(session, "ar")
    took_part = gender.past("شارك", gender.of_noun(centre))
    organised = session_types.organised_by(kind, gender.of_noun(by))
    parts = [
        one_line(f"{took_part} {centre} في {kind.indefinite} {organised} {by}"),
        when(session, "ar"),
        theme(session, "ar"),
    ]
    return sentence("، ".join(filter(None, parts)))


def _guest_fr(session: Session, institution: Institution) -> str:
    kind = session.type
    organised = f"{session_types.organised(kind)} par {organiser(session, 'fr')}"
    to_what = f"{prepositions.a(session_types.un(kind))} {organised}"
    parts = [
        f"{institution.name.best('fr')} a participé {to_what}",
        when(session, "fr"),
        theme(session, "fr"),
    ]
    return sentence(capital(one_line(", ".join(filter(None, parts)))))


def objectives(session: Session, languages: Languages) -> tuple[AnyBlock, ...]:
    """List what the session aimed at."""
    kind = session.type
    ar = f"{session_types.aimed(kind)} {kind.definite} إلى ما يلي:"
    this = capital(session_types.this(kind, "fr"))
    several, one = (f"{this} {kind.french} a pour {what} :" for what in ("objectifs", "objectif"))
    return _introduced("objectives", (ar, several, one), session.objectives, languages)


def conclusions(session: Session, languages: Languages) -> tuple[AnyBlock, ...]:
    """List what the works came to."""
    leads = (
        "وخلصت الأشغال إلى ما يلي:",
        "Les travaux aboutissent aux conclusions suivantes :",
        "Les travaux aboutissent à la conclusion suivante :",
    )
    return _introduced("conclusions", leads, session.conclusions, languages)


def _introduced(
    name: str, leads: tuple[str, str, str], texts: tuple[Bilingual, ...], languages: Languages
) -> tuple[AnyBlock, ...]:
    """Set a list under its lead: in Arabic, in French before several items, before one."""
    items = listed(texts, languages)
    if not items:
        return ()
    ar, several, one = leads
    text = each(languages, Bilingual(ar, one if len(items) == 1 else several).get)
    return (
        Paragraph(name=f"{name}.sentence", text=text, align="start", keep_with_next=True),
        Items(name=f"{name}.items", items=items, numbered=len(items) > 1),
    )


def participants(session: Session, languages: Languages) -> Paragraph | None:
    """Count those who were there and the bodies they came from, as labels with figures."""
    there = attended(session)
    if not there:
        return None
    number, entities = len(there), len({person.body.id for person in there if person.body})

    def say(language: PaperLanguage) -> str:
        if language == "ar":
            more = f" عدد الجهات الممثلة: {entities}." if entities else ""
            return f"عدد المشاركات والمشاركين: {number}.{more}"
        more = f" ; entités représentées : {entities}" if entities else ""
        return f"Nombre de participantes et participants : {number}{more}."

    return Paragraph(name="participants.sentence", text=each(languages, say), align="start")


def bodies(session: Session, languages: Languages) -> Table | None:
    """Count those who were there by body, in the order of the record."""
    found = {person.body.id: person.body for person in attended(session) if person.body}
    counts = Counter(person.body.id for person in attended(session) if person.body)
    if len(found) < 2:
        return None
    columns = (
        Column(each(languages, Bilingual("الجهة", "Entité").get), 110),
        Column(
            each(languages, Bilingual("العدد", "Nombre").get), 30, align="center", one_line=True
        ),
    )
    rows = tuple(
        (
            Cell(each(languages, partial(name_of_body, body))),
            Cell(same(counts[key], languages)),
        )
        for key, body in found.items()
    )
    return Table(name="participants.table", columns=columns, rows=rows)


def closing(languages: Languages) -> Paragraph | None:
    """End an Arabic report with its greeting; a French one has none."""
    if "ar" not in languages:
        return None
    return Paragraph(name="closing", text=Bilingual("والسلام."), align="start", keep_with_next=True)
