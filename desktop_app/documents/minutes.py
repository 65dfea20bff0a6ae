"""A. Minutes: محضر / procès-verbal."""

from datetime import date

from db.codes import Civility
from desktop_app.documents.blocks import Paper, Paragraph, Signature, Signatures, Title
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
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    at_hour,
    bare_day,
    double_day,
    each,
    function_line,
    gender_of,
    inline_place,
    inner,
    invitation_words,
    on_end,
    one_line,
    organiser,
    paragraphs,
    place,
    quoted,
    sentence,
    signing_function,
    subject,
    typed,
    who,
    whos,
)
from desktop_app.documents.proceedings import (
    agenda,
    discussion,
    opening_of_works,
    outcomes_sentence,
    outcomes_table,
    presentations,
)
from desktop_app.documents.roll import attendance
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Session
from desktop_app.wording import carried, counted, dates, prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital


def build(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the minutes; with one signatory they are a report by title."""
    report = len(session.signatories) == 1
    number = session.registry_reference or session.reference
    day = options.dated or last_day(session)
    names = paper_names(session, report=report)
    head = marked(session, running_head(session, names[1], languages), languages)
    sections = (
        Section(
            "attendance",
            Bilingual("الحضور", "Présents"),
            attendance(session, institution, languages),
        ),
        Section(
            "agenda",
            Bilingual("جدول الأعمال", "Ordre du jour"),
            present(agenda(session, languages)),
        ),
        Section(
            "works",
            Bilingual("افتتاح الأشغال", "Ouverture des travaux"),
            opening_of_works(session, languages),
        ),
        Section("carried", carried.FOLLOW_UP, present(followed_up(session, languages))),
        Section("presentations", Bilingual("العروض", "Exposés"), presentations(session, languages)),
        Section(
            "discussion",
            Bilingual("المناقشة", "Débat"),
            discussion(session, languages, say_none=True),
        ),
        Section(
            "outcomes",
            Bilingual("القرارات والتوصيات", "Décisions et recommandations"),
            present(outcomes_sentence(session, languages), outcomes_table(session, languages)),
        ),
        Section(
            "other",
            Bilingual("مختلفات", "Questions diverses"),
            present(other_business(session, languages)),
        ),
    )
    return Paper(
        kind="minutes",
        languages=languages,
        title=title_text(session, names[1], languages[0]),
        running_head=head,
        footer=marked(session, footer(names[0], number, head, languages), languages)
        if number
        else head,
        blocks=present(
            header(institution, languages),
            reference(institution, number, day),
            title(session, names[1], languages, report=report),
            opening(session, institution, languages),
            *numbered(sections, languages),
            closing(session, institution, languages),
            done(institution, day, languages),
            signatures(session, languages),
            notes(session.enclosures, session.copies, languages),
        ),
    )


def marked(session: Session, words: Bilingual, languages: Languages) -> Bilingual:
    """Say on every page that minutes are a draft, or a corrected version."""
    mark = _DRAFT
    if session.minutes_final:
        n = session.minutes_version
        mark = Bilingual(f"نسخة مصححة رقم {n}", f"Version corrigée n° {n}")
        mark = mark if n > 1 else Bilingual()
    return each(languages, lambda one: " – ".join(filter(None, (mark.get(one), words.get(one)))))


def last_day(session: Session) -> date | None:
    """Give the date under minutes and reports: typed, or the last day of the session."""
    return session.minutes_dated or (session.days[-1] if session.days else None)


def paper_names(session: Session, *, report: bool) -> tuple[Bilingual, Bilingual]:
    """Give the short name of the paper and its title: minutes, or a report."""
    kind, du = session.type, session_types.du(session.type)
    if report:
        return (
            Bilingual("تقرير", "compte rendu"),
            Bilingual(f"تقرير حول {kind.definite}", f"Compte rendu {du}"),
        )
    return (
        Bilingual("محضر", "procès-verbal"),
        Bilingual(f"محضر {kind.indefinite}", f"Procès-verbal {du}"),
    )


def running_head(session: Session, title: Bilingual, languages: Languages) -> Bilingual:
    """Say the title and the last day, as it stands at the head of later pages."""
    return each(
        languages,
        lambda one: " – ".join(
            [title.get(one), *(bare_day(day, one) for day in session.days[-1:])]
        ),
    )


def title_text(session: Session, title: Bilingual, language: PaperLanguage) -> str:
    """Name the file: title and theme."""
    return " – ".join(filter(None, (title.get(language), inner(session.theme, language))))


def title(
    session: Session, names: Bilingual, languages: Languages, *, report: bool = False
) -> Title:
    """Set the title with the theme under it; a report's title has its own حول already."""
    about = "الموضوع: " if report else "حول: "

    def say(language: PaperLanguage) -> str:
        theme = one_line(session.theme.best(language))
        if not theme:
            return ""
        label = about if language == "ar" else "Objet : "
        return label + quoted(theme, language)

    return Title(name="title", title=each(languages, names.get), subject=each(languages, say))


def opening(session: Session, institution: Institution, languages: Languages) -> Paragraph | None:
    """Say when, where, about what, under whom and on what ground the session was held."""
    if not session.days:
        return None
    say = {"ar": _opening_ar, "fr": _opening_fr}
    text = each(languages, lambda one: one_line(say[one](session, institution)))
    return Paragraph(name="opening", text=text)


def _opening_ar(session: Session, institution: Institution) -> str:
    kind = session.type
    visit = kind.verbs == "C"
    begin = _days_ar(session, institution)
    what = [session_types.held(kind, "ar"), "" if visit else place(session, "ar"), kind.indefinite]
    if visit and visited(session, "ar"):
        what.append(f"همت {visited(session, 'ar')}")
    parts = [f"{begin}، {' '.join(filter(None, what))}"]
    about = subject(session, "ar")
    if organiser(session, "ar") and not visit:
        parts.append(f"من تنظيم {organiser(session, 'ar')}")
        parts.append(about)
    elif visit:
        parts.append(about)
    else:
        parts[0] = f"{parts[0]} {about}".strip()
    chair = "" if visit or session.chair is None else f"برئاسة {who(session.chair, 'ar')}"
    parts.append(chair)
    if chair and session.on_behalf_of:
        parts.append(f"نيابة عن {who(session.on_behalf_of, 'ar')}")
    if session.facilitators:
        led = "وبتأطير من" if chair else "بتأطير من"
        parts.append(f"{led} {whos(session.facilitators, 'ar')}")
    parts += _ground_ar(session)
    return sentence("، ".join(filter(None, parts)))


def _days_ar(session: Session, institution: Institution) -> str:
    if len(session.days) > 1:
        number = counted.counted("day", len(session.days), "ar", "gen")
        return f"على مدى {number}، {dates.span(session.days, 'ar')}"
    day = double_day(session, institution, "ar")
    hour = at_hour(session.start, institution, "ar")
    return f"في يوم {day}، {hour}" if hour else f"في يوم {day}"


def _ground_ar(session: Session) -> list[str]:
    letter = invitation_words(session, "ar")
    framework = inner(session.framework, "ar")
    if letter:
        return [f"وذلك بناء على {letter}", f"وفي إطار {framework}" if framework else ""]
    return [f"وذلك في إطار {framework}"] if framework else []


def _opening_fr(session: Session, institution: Institution) -> str:
    kind = session.type
    visit = kind.verbs == "C"
    if len(session.days) > 1:
        days = session.days
        span = dates.period(days[0], days[-1], "fr") if on_end(session) else dates.span(days, "fr")
        begin = capital(span)
    else:
        day = double_day(session, institution, "fr")
        begin = ", ".join(filter(None, (f"Le {day}", at_hour(session.start, institution, "fr"))))
    where = prepositions.a(visited(session, "fr")) if visit else inline_place(session, "fr")
    held = session_types.held(kind, "fr")
    about = subject(session, "fr")
    if visit:
        parts = [begin, one_line(f"{held} {session_types.un(kind)} {where}"), about]
    else:
        parts = [begin, one_line(f"{held} {where} {session_types.un(kind)}")]
        if organiser(session, "fr"):
            parts += [f"{session_types.organised(kind)} par {organiser(session, 'fr')}", about]
        else:
            parts[-1] = f"{parts[-1]} {about}".strip()
    if session.facilitators:
        parts.append(f"{session_types.animated(kind)} par {whos(session.facilitators, 'fr')}")
    if session.chair and not visit:
        parts.append(f"sous la présidence {prepositions.de(who(session.chair, 'fr'))}")
        if session.on_behalf_of:
            parts.append(f"au nom {prepositions.de(who(session.on_behalf_of, 'fr'))}")
    letter, framework = invitation_words(session, "fr"), inner(session.framework, "fr")
    ground = [f"conformément {prepositions.a(letter)}"] if letter else []
    ground += [f"dans le cadre {prepositions.de(framework)}"] if framework else []
    parts.append(" et ".join(ground))
    return sentence(", ".join(filter(None, parts)))


def visited(session: Session, language: PaperLanguage) -> str:
    """Name what a visit went to: the place itself."""
    return inner(session.place.site, language) or inner(session.place.room, language)


def other_business(session: Session, languages: Languages) -> Paragraph | None:
    """Give what was raised beside the agenda."""
    text = each(
        languages, lambda one: paragraphs(typed(session.other_business, languages).get(one))
    )
    return Paragraph(name="other.text", text=text) if text else None


def closing(session: Session, institution: Institution, languages: Languages) -> Paragraph:
    """Say how and when the session ended, and what became of the points that were left."""
    say = {"ar": _closing_ar, "fr": _closing_fr}
    return Paragraph(
        name="closing",
        text=each(languages, lambda one: say[one](session, institution)),
        keep_with_next=True,
    )


def _closing_ar(session: Session, institution: Institution) -> str:
    words = session_types.end(session.type, "ar")
    if session.agenda and session.agenda_exhausted:
        words = f"وبعد استنفاد جميع نقط جدول الأعمال، {words}"
    if session.end:
        words += f" {at_hour(session.end, institution, 'ar')}"
        if len(session.days) > 1:
            words += f" من يوم {dates.day(session.days[-1], 'ar')}"
        else:
            words += " من اليوم نفسه"
    left = "" if session.agenda_exhausted else " وأرجئت النقط المتبقية إلى لقاء لاحق."
    return f"{words}.{left}"


def _closing_fr(session: Session, institution: Institution) -> str:
    words = session_types.end(session.type, "fr")
    if session.agenda and session.agenda_exhausted:
        words = f"l’ordre du jour étant épuisé, {words}"
    if session.end:
        words += f" {at_hour(session.end, institution, 'fr')}"
    rest = " Les points restants sont renvoyés à une prochaine rencontre."
    return f"{capital(words)}.{'' if session.agenda_exhausted else rest}"


def signatures(session: Session, languages: Languages) -> Signatures:
    """Set who signs: those named, else the rapporteur and the chair, with names left open."""
    signers = session.signatories
    if len(signers) == 1:
        return Signatures(name="signatures", signatures=(writer(signers[0], languages),))
    if signers:
        return Signatures(
            name="signatures",
            signatures=tuple(_signature(session, person, languages) for person in signers),
        )
    roles = ((session.rapporteur, _RAPPORTEUR, _SECRETARY), (session.chair, _CHAIR, _CHAIRING))
    return Signatures(
        name="signatures",
        signatures=tuple(
            _role(person, title, neutral, languages) for person, title, neutral in roles
        ),
    )


_DRAFT = Bilingual("مسودة", "Projet")
_Title = tuple[Bilingual, Bilingual]
_RAPPORTEUR: _Title = (
    Bilingual("مقرر الجلسة", "Le rapporteur"),
    Bilingual("مقررة الجلسة", "La rapporteure"),
)
_CHAIR: _Title = (
    Bilingual("رئيس الجلسة", "Le président de séance"),
    Bilingual("رئيسة الجلسة", "La présidente de séance"),
)
_WRITER: _Title = (
    Bilingual("محرر التقرير", "Le rédacteur"),
    Bilingual("محررة التقرير", "La rédactrice"),
)
_SECRETARY = Bilingual("كتابة الجلسة", "Secrétariat de séance")
_CHAIRING = Bilingual("رئاسة الجلسة", "Présidence de séance")
_WRITING = Bilingual("تحرير التقرير", "Rédaction")


def writer(person: Person | None, languages: Languages) -> Signature:
    """Set who signs a report."""
    return _role(person, _WRITER, _WRITING, languages)


def _signature(session: Session, person: Person, languages: Languages) -> Signature:
    if session.rapporteur and person.id == session.rapporteur.id:
        return _role(person, _RAPPORTEUR, _SECRETARY, languages)
    if session.chair and person.id == session.chair.id:
        return _role(person, _CHAIR, _CHAIRING, languages)
    return Signature(
        function=each(languages, lambda one: signing_function(person, one)),
        name=each(languages, person.name.best),
    )


def _role(
    person: Person | None, title: _Title, neutral: Bilingual, languages: Languages
) -> Signature:
    if person is None:
        return Signature(each(languages, neutral.get))
    known = person.civility is not Civility.UNKNOWN
    words = title[gender_of(person) == "f"] if known else neutral
    return Signature(
        function=each(languages, words.get),
        name=each(languages, person.name.best),
        below=each(languages, lambda one: function_line(person, one)),
    )
