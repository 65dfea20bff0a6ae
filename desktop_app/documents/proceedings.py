"""What was said and decided, for minutes and report alike: one function per block."""

from collections.abc import Sequence
from functools import partial

from db.codes import InterventionKind
from desktop_app.documents.blocks import (
    AnyBlock,
    Cell,
    Column,
    Items,
    Paragraph,
    Table,
)
from desktop_app.documents.phrases import (
    Languages,
    each,
    gender_of,
    inner,
    listed,
    name_of_body,
    one_line,
    paragraphs,
    past,
    quoted,
    same,
    sentence,
    subject_of,
    typed,
    who,
)
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import AgendaItem, Intervention, Outcome, Session
from desktop_app.wording import dates, gender, numbers, prepositions, session_types, vocabulary
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital, que

_NO_LABEL = Bilingual()


def agenda(session: Session, languages: Languages, name: str = "agenda.items") -> Items | None:
    """List the points of the agenda, in order."""
    points = sorted(session.agenda, key=lambda item: item.position)
    items = listed([point.title for point in points], languages)
    return Items(name=name, items=items) if items else None


def opening_of_works(session: Session, languages: Languages) -> tuple[AnyBlock, ...]:
    """Say how the works were opened: recitation, anthem, addresses, or the chair's word alone."""
    addresses = _of(session, InterventionKind.ADDRESS)
    first, later = addresses[:1], addresses[1:]

    def begin(language: PaperLanguage) -> str:
        ritual = _ritual(session, language)
        words = [ritual] if ritual else []
        if first:
            words.append(_address(first[0], languages, language, opening=True, after=bool(ritual)))
        elif session.chair:
            words.append(_opened_by(session, session.chair, language))
        return " ".join(filter(None, words))

    blocks = [_paragraph("works.opening", each(languages, begin))]
    for address in later:
        text = each(languages, partial(_later_address, address, languages))
        blocks.append(_paragraph(f"address.{address.uid}", text))
    return tuple(filter(None, blocks))


def _ritual(session: Session, language: PaperLanguage) -> str:
    quran, anthem = session.opened_with_quran, session.opened_with_anthem
    if not quran and not anthem:
        return ""
    if language == "ar":
        how = "تلاوة آيات بينات من الذكر الحكيم" if quran else "ترديد النشيد الوطني"
        more = " وترديد النشيد الوطني" if quran and anthem else ""
        return f"افتتحت أشغال {session.type.definite} ب{how}{more}."
    how = "la récitation de versets du Saint Coran" if quran else "l’hymne national"
    more = ", suivie de l’hymne national" if quran and anthem else ""
    return f"Les travaux {session_types.du(session.type)} s’ouvrent par {how}{more}."


def _opened_by(session: Session, chair: Person, language: PaperLanguage) -> str:
    if language == "ar":
        verb = past("افتتح", (chair,))
        return f"{verb} {subject_of((chair,), 'ar')} أشغال {session.type.definite}."
    return (
        f"{capital(subject_of((chair,), 'fr'))} ouvre les travaux {session_types.du(session.type)}."
    )


def _address(
    address: Intervention,
    languages: Languages,
    language: PaperLanguage,
    *,
    opening: bool,
    after: bool = False,
) -> str:
    if not _told_in(address, languages, language):
        return ""
    about, appeal = inner(address.summary, language), inner(address.appeal, language)
    if not opening or len(address.speakers) != 1:
        return _further_address(address.speakers, about, appeal, language)
    (speaker,) = address.speakers
    if language == "ar":
        who_speaks = gender_of(speaker)
        his = gender.suffixed("كلمت", who_speaks)
        thanking = gender.adjective("شاكرا", who_speaks)
        told = f"، و{past('أشار', (speaker,))} إلى {about}" if about else ""
        asked = f"، و{past('دعا', (speaker,))} إلى {appeal}" if appeal else ""
        return sentence(
            f"{'و' if after else ''}في {his} الافتتاحية، "
            f"{past('رحب', (speaker,))} {subject_of((speaker,), 'ar')} "
            f"بالحاضرات والحاضرين، {thanking} لهم تلبية الدعوة{told}{asked}"
        )
    pronoun = "Elle" if gender_of(speaker) == "f" else "Il"
    told = f". {pronoun} signale {about}" if about else ""
    asked = f" et appelle {prepositions.a(appeal)}" if appeal else ""
    return sentence(
        f"Dans son allocution d’ouverture, {subject_of((speaker,), 'fr')} souhaite la bienvenue "
        "aux participantes et aux participants et les remercie d’avoir répondu à l’invitation"
        f"{told}{asked}"
    )


def _later_address(address: Intervention, languages: Languages, language: PaperLanguage) -> str:
    return _address(address, languages, language, opening=False)


def _further_address(
    speakers: Sequence[Person], about: str, appeal: str, language: PaperLanguage
) -> str:
    """Tell an address of several people, or after the first: the address itself calls."""
    if language == "ar":
        if speakers:
            verb = past("ألقى", speakers)
            head = f"{verb} {subject_of(speakers, 'ar')} كلمة"
        else:
            head = "ألقيت كلمة"
        told = f"، تضمنت {about}" if about else ""
        return sentence(f"{head}{told}{f'، ودعت إلى {appeal}' if appeal else ''}")
    if speakers:
        verb = "prononce" if len(speakers) == 1 else "prononcent"
        head = f"{subject_of(speakers, 'fr')} {verb} une allocution"
    else:
        head = "Une allocution est prononcée"
    verbs = [f"porte sur {about}"] if about else []
    verbs += [f"appelle {prepositions.a(appeal)}"] if appeal else []
    return sentence(head + (f", qui {' et '.join(verbs)}" if verbs else ""))


def presentations(session: Session, languages: Languages) -> tuple[AnyBlock, ...]:
    """Tell each presentation, numbered when there are several."""
    shown = _of(session, InterventionKind.PRESENTATION)
    blocks = []
    for number, one in enumerate(shown, start=1):
        text = each(languages, partial(_presentation, one, languages))
        label = (
            each(languages, partial(_presentation_label, number)) if len(shown) > 1 else _NO_LABEL
        )
        blocks.append(_paragraph(f"presentation.{one.uid}", text, label))
    return tuple(filter(None, blocks))


def _presentation_label(number: int, language: PaperLanguage) -> str:
    if language == "ar":
        return f"العرض {numbers.ordinal(number, 'm', 'ar')}."
    return f"Exposé n° {number}."


def _presentation(one: Intervention, languages: Languages, language: PaperLanguage) -> str:
    if not _told_in(one, languages, language):
        return ""
    title, summary = inner(one.title, language), inner(one.summary, language)
    speakers = one.speakers
    if language == "ar":
        about = f" حول {quoted(title, 'ar')}" if title else ""
        told = f"، تضمن {summary}" if summary else ""
        if not speakers:
            return sentence(f"قدم عرض{about}{told}")
        verb = past("قدم", speakers)
        return sentence(f"{verb} {subject_of(speakers, 'ar')} عرضا{about}{told}")
    about = f" sur {quoted(title, 'fr')}" if title else ""
    told = f", qui porte sur {summary}" if summary else ""
    if not speakers:
        return sentence(f"Un exposé est présenté{about}{told}")
    verb = "présente" if len(speakers) == 1 else "présentent"
    return sentence(f"{capital(subject_of(speakers, 'fr'))} {verb} un exposé{about}{told}")


def discussion(session: Session, languages: Languages, *, say_none: bool) -> tuple[AnyBlock, ...]:
    """Give the notes of each point, then comments and answers.

    Args:
        session: whose discussion it is.
        languages: of the paper.
        say_none: says that nobody spoke when nobody did.
    """
    points = sorted(session.agenda, key=lambda item: item.position)
    blocks = [_notes(point, session, languages) for point in points]
    blocks.append(_notes(None, session, languages))
    spoken = _of(session, InterventionKind.COMMENT, InterventionKind.ANSWER)
    for one in spoken:
        text = each(languages, partial(_spoken, one, languages))
        blocks.append(_paragraph(f"intervention.{one.uid}", text))
    kept = tuple(block for block in blocks if block is not None)
    if kept or not say_none:
        return kept
    none = {"ar": "لم تسجل أي تدخلات.", "fr": "Aucune intervention n’est enregistrée."}
    return (Paragraph(name="discussion.none", text=each(languages, none.__getitem__)),)


def _notes(point: AgendaItem | None, session: Session, languages: Languages) -> Paragraph | None:
    """Set the notes on a point, or those on none."""
    notes = [
        typed(line.summary, languages)
        for line in _of(session, InterventionKind.NOTE)
        if line.agenda_item_id == (point.id if point else None) and line.outcome_id is None
    ]
    text = each(languages, lambda one: paragraphs("\n".join(note.get(one) for note in notes)))
    if not text:
        return None
    if point is None:
        return Paragraph(name="notes.other", text=text)
    label = each(languages, lambda one: _point_label(point, one) if text.get(one) else "")
    return Paragraph(name=f"point.{point.uid}", text=text, label=label)


def _point_label(point: AgendaItem, language: PaperLanguage) -> str:
    words = inner(point.title, language)
    if not words:
        return ""
    return f"{words}:" if language == "ar" else f"{capital(words)} :"


def _spoken(one: Intervention, languages: Languages, language: PaperLanguage) -> str:
    about = inner(one.summary or one.title, language)
    if not about or not _told_in(one, languages, language):
        return ""
    if one.kind is InterventionKind.ANSWER:
        return sentence(_answer(one.speakers, about, language))
    if not one.speakers:
        return sentence(
            f"تمحورت تدخلات الحاضرات والحاضرين حول {about}"
            if language == "ar"
            else f"Les interventions portent sur {about}"
        )
    names = subject_of(one.speakers, language)
    if language == "ar":
        return sentence(f"{past('تدخل', one.speakers)} {names} في موضوع {about}")
    verb = "intervient" if len(one.speakers) == 1 else "interviennent"
    return sentence(f"{capital(names)} {verb} au sujet {prepositions.de(about)}")


def _answer(speakers: Sequence[Person], about: str, language: PaperLanguage) -> str:
    if language == "ar":
        if not speakers:
            return f"وفي معرض الجواب، تم توضيح أن {about}"
        his = gender.suffixed("جواب", gender_of(speakers[0]), several=len(speakers) > 1)
        verb = past("أوضح", speakers)
        return f"وفي معرض {his}، {verb} {subject_of(speakers, 'ar')} أن {about}"
    if not speakers:
        return f"En réponse, il est précisé {que(about)}"
    verb = "précise" if len(speakers) == 1 else "précisent"
    return f"En réponse, {subject_of(speakers, 'fr')} {verb} {que(about)}"


def outcomes_sentence(session: Session, languages: Languages) -> Paragraph:
    """Introduce the outcomes, or say that there are none."""
    definite, du = session.type.definite, session_types.du(session.type)
    if session.outcomes:
        ar = f"أسفرت أشغال {definite} عما يلي:"
        fr = f"Les travaux {du} aboutissent à ce qui suit :"
    else:
        ar = f"لم تسفر أشغال {definite} عن أي قرار أو توصية."
        fr = f"Les travaux {du} ne donnent lieu à aucune décision ni recommandation."
    return Paragraph(
        name="outcomes.sentence",
        text=each(languages, Bilingual(ar, fr).get),
        keep_with_next=bool(session.outcomes),
    )


def outcomes_table(session: Session, languages: Languages, only: int | None = None) -> Table | None:
    """Set the outcomes in a table, in order: kind and text, owner, due date, remarks.

    Args:
        session: whose outcomes they are.
        languages: of the paper.
        only: the id of the one that is wanted, which keeps its number.
    """
    if not session.outcomes:
        return None
    heads = (
        (Bilingual("ر.ت", "N°"), 9.5),
        (Bilingual("القرار / التوصية", "Décision / recommandation"), 68.0),
        (Bilingual("الجهة المسؤولة", "Responsable"), 38.0),
        (Bilingual("أجل الإنجاز", "Échéance"), 22.5),
        (Bilingual("ملاحظات", "Observations"), 27.0),
    )
    columns = tuple(
        Column(
            each(languages, head.get),
            width,
            align="center" if number in (0, 3) else "start",
            one_line=number in (0, 3),
        )
        for number, (head, width) in enumerate(heads)
    )
    ordered = sorted(session.outcomes, key=lambda outcome: outcome.position)
    rows = tuple(
        _outcome_row(number, one, languages)
        for number, one in enumerate(ordered, start=1)
        if only in {None, one.id}
    )
    return Table(name="outcomes.table", columns=columns, rows=rows)


def _outcome_row(number: int, one: Outcome, languages: Languages) -> tuple[Cell, ...]:
    return (
        Cell(same(number, languages)),
        worded(one, languages),
        Cell(each(languages, lambda lang: owner(one, lang))),
        Cell(each(languages, lambda lang: due_cell(one, lang))),
        Cell(each(languages, lambda lang: paragraphs(typed(one.remarks, languages).get(lang)))),
    )


def worded(one: Outcome, languages: Languages) -> Cell:
    """Give what an outcome says, its kind before it in bold."""
    text = each(languages, lambda lang: paragraphs(typed(one.text, languages).get(lang)))
    label = each(
        languages,
        lambda lang: (
            vocabulary.label(one.kind, lang) + (":" if lang == "ar" else " :")
            if text.get(lang)
            else ""
        ),
    )
    return Cell(text, label)


def due_cell(one: Outcome, language: PaperLanguage) -> str:
    """Give the due date of an outcome, as a cell of a table does."""
    if one.due:
        return dates.cell(one.due)
    if one.ongoing:
        return "مستمر" if language == "ar" else "en continu"
    return ""


def owner(one: Outcome, language: PaperLanguage) -> str:
    """Name who is in charge of an outcome, as a cell of a table does."""
    text = one_line(one.owner_text.best(language))
    if text:
        return capital(text) if language == "fr" else text
    names = [who(one.owner_person, language)] if one.owner_person else []
    names += [name_of_body(body, language) for body in one.owner_bodies]
    return ("؛ " if language == "ar" else " ; ").join(names)


def _of(session: Session, *kinds: InterventionKind) -> list[Intervention]:
    chosen = [one for one in session.interventions if one.kind in kinds]
    return sorted(chosen, key=lambda one: one.position)


def _told_in(one: Intervention, languages: Languages, language: PaperLanguage) -> bool:
    """Whether a language of a two-language paper has words of its own for it, or needs none."""
    words = [text for text in (one.title, one.summary, one.appeal) if text]
    return len(languages) == 1 or not words or any(text.get(language) for text in words)


def _paragraph(name: str, text: Bilingual, label: Bilingual = _NO_LABEL) -> Paragraph | None:
    if not text:
        return None
    return Paragraph(
        name=name,
        text=text,
        label=Bilingual(label.ar if text.ar else "", label.fr if text.fr else ""),
    )
