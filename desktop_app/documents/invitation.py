"""D. Invitation or convocation: دعوة، استدعاء; one for all, or a letter for each person."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.codes import Mode
from db.errors import UserError
from desktop_app.documents import addressing
from desktop_app.documents.blocks import (
    AnyBlock,
    Paper,
    Paragraph,
    Role,
    Signature,
    Signatures,
)
from desktop_app.documents.letterhead import (
    footer,
    header,
    notes,
    place_date,
    present,
    reference,
)
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    at_hour,
    bare_day,
    each,
    enumeration,
    inner,
    one_line,
    place,
    sentence,
    signing_function,
    theme,
    when,
)
from desktop_app.documents.proceedings import agenda
from desktop_app.documents.roll import lines
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Session
from desktop_app.wording import dates, persons, prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital

_ARTICLE = re.compile(r"les? |la |l’", re.IGNORECASE)
_NAMES = {False: Bilingual("دعوة", "invitation"), True: Bilingual("استدعاء", "convocation")}


def build(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make one letter to all those invited, or one for each person, set as one file.

    Who signs the letters gets one only when asked for by name.

    Raises:
        UserError: none of those chosen is invited.
    """
    people = invited(session, options)
    if options.people and not people:
        raise UserError(
            "No invitation was made: none of those chosen is invited to this session. "
            "Invite them first, then try again."
        )
    general = _letter(session, institution, languages, options, people)
    if not options.each or not people:
        return general
    letters = tuple(
        _letter(session, institution, languages, options, (person,), person.uid)
        for person in recipients(session, institution, options)
    )
    return letters[0] if len(letters) == 1 else replace(general, blocks=(), sections=letters)


def recipients(
    session: Session, institution: Institution, options: PaperOptions
) -> tuple[Person, ...]:
    """Give those who get a letter of their own."""
    people = invited(session, options)
    sender = options.signatory or institution.signatory
    if sender is None or options.people:
        return people
    return tuple(person for person in people if person.id != sender.id) or people


def invited(session: Session, options: PaperOptions) -> tuple[Person, ...]:
    """Give those invited, or those chosen among them, in the order of the record."""
    wanted = set(options.people)
    people = [line.person for line in lines(session) if line.invited]
    return tuple(person for person in people if not wanted or person.id in wanted)


def _letter(
    session: Session,
    institution: Institution,
    languages: Languages,
    options: PaperOptions,
    people: Sequence[Person],
    uid: str = "",
) -> Paper:
    letter = session.invitation
    one = people[0] if uid else None
    sender = options.signatory or institution.signatory
    day = options.dated or letter.dated
    name = _NAMES[letter.binding]
    title = Bilingual(
        f"{name.ar} {_to_take_part(session)} {session.type.indefinite}",
        f"{capital(name.fr)} {prepositions.a(session_types.un(session.type))}",
    )
    head = each(languages, lambda lang: _with_day(title.get(lang), day, lang))
    blocks = present(
        header(institution, languages, place_date(institution, day, languages)),
        reference(
            institution, letter.reference, day or (session.days[0] if session.days else None)
        ),
        sender_line(sender, languages),
        addressee_line(session, people, one, languages),
        hierarchy_line(session, languages),
        *labels(session, languages),
        call(session, people, one, languages),
        body(session, institution, languages),
        None if letter.agenda_enclosed else agenda(session, languages, "agenda"),
        link(session, languages),
        substitute(session, institution, languages),
        farewell(session, people, one, languages),
        signature(sender, languages),
        notes((), letter.copies, languages),
    )
    if uid:
        blocks = tuple(replace(block, name=f"{block.name}.{uid}") for block in blocks)
    return Paper(
        kind="invitation",
        languages=languages,
        title=" – ".join(
            filter(None, (title.get(languages[0]), inner(session.theme, languages[0])))
        ),
        running_head=head,
        footer=footer(name, letter.reference, head, languages),
        blocks=blocks,
    )


def _with_day(text: str, day: date | None, language: PaperLanguage) -> str:
    return " – ".join([text, *([bare_day(day, language)] if day else [])])


def _to_take_part(session: Session) -> str:
    return "للمشاركة في" if session.type.verbs == "C" else "لحضور"


def _centred(name: str, text: Bilingual, role: Role = "subject") -> Paragraph | None:
    return Paragraph(name=name, text=text, role=role, align="center") if text else None


def sender_line(sender: Person | None, languages: Languages) -> Paragraph | None:
    """من رئيسة المركز الجهوي; *De la Cheffe du centre régional*."""
    if sender is None or not sender.function.title:
        return None

    def say(language: PaperLanguage) -> str:
        title = one_line(sender.function.title.best(language))
        if language == "ar":
            return f"من {title}"
        return capital(prepositions.de(persons.capital_noun(title)))

    return _centred("from", each(languages, say))


def addressee_line(
    session: Session, people: Sequence[Person], one: Person | None, languages: Languages
) -> Paragraph | None:
    """إلى السيد …, *À M. …*; for all: the typed line, or the group by its civilities."""
    typed_line = session.invitation.addressees

    def say(language: PaperLanguage) -> str:
        if one is not None:
            words = addressing.addressed(one, language)
        elif typed_line:
            words = inner(typed_line, language)
        else:
            words = addressing.group(people, language)
        if not words:
            return ""
        return f"إلى {words}" if language == "ar" else capital(prepositions.a(words))

    return _centred("to", each(languages, say))


def hierarchy_line(session: Session, languages: Languages) -> Paragraph | None:
    """تحت إشراف …; *Sous couvert de …*."""

    def say(language: PaperLanguage) -> str:
        words = inner(session.invitation.under, language)
        if not words:
            return ""
        if language == "ar":
            return f"تحت إشراف {words}"
        return f"Sous couvert {prepositions.de(words)}"

    return _centred("under", each(languages, say), "body")


def labels(session: Session, languages: Languages) -> tuple[AnyBlock, ...]:
    """Set subject, references and enclosures under their labels."""
    letter = session.invitation
    several = len(letter.references) > 1
    enclosed = letter.enclosures
    if letter.agenda_enclosed and not enclosed:
        enclosed = (Bilingual("البرنامج", "programme"),)
    rows = (
        (
            "subject",
            Bilingual("الموضوع:", "Objet :"),
            each(languages, lambda one: _subject(session, one)),
        ),
        (
            "references",
            Bilingual("المراجع:" if several else "المرجع:", "Réf. :"),
            enumeration(letter.references, languages),
        ),
        ("enclosures", Bilingual("المرفقات:", "P.J. :"), enumeration(enclosed, languages)),
    )
    return tuple(
        Paragraph(
            name=name,
            text=text,
            label=Bilingual(label.ar if text.ar else "", label.fr if text.fr else ""),
            align="start",
            hanging=True,
        )
        for name, label, text in rows
        if text
    )


def _subject(session: Session, language: PaperLanguage) -> str:
    name = _NAMES[session.invitation.binding].get(language)
    if language == "ar":
        what = f"{name} {_to_take_part(session)} {session.type.indefinite}"
    else:
        what = f"{name} {prepositions.a(session_types.un(session.type))}"
    return sentence(one_line(f"{what} {theme(session, language)}"))


def _called(session: Session, people: Sequence[Person], one: Person | None) -> Sequence[Person]:
    """Give those whom a letter calls: one person, all those invited, or nobody in particular."""
    if one is not None:
        return (one,)
    return () if session.invitation.addressees else people


def call(
    session: Session, people: Sequence[Person], one: Person | None, languages: Languages
) -> Paragraph:
    """Open a letter: in Arabic with its formula, in French by calling those it is written to."""
    text = Bilingual(
        "سلام تام بوجود مولانا الإمام المؤيد بالله،",
        addressing.call(_called(session, people, one)),
    )
    return Paragraph(
        name="call",
        text=each(languages, text.get),
        align="center" if languages == ("ar",) else "start",
    )


def body(session: Session, institution: Institution, languages: Languages) -> Paragraph:
    """Invite: on what ground, to what, when, where, and with what agenda."""
    say = {"ar": _body_ar, "fr": _body_fr}
    text = each(languages, lambda one: say[one](session, institution))
    listed = bool(session.agenda) and not session.invitation.agenda_enclosed
    return Paragraph(name="body", text=text, keep_with_next=listed)


def _programme(session: Session, language: PaperLanguage) -> str:
    if session.invitation.agenda_enclosed:
        return "وفق البرنامج المرفق طيه." if language == "ar" else "selon le programme ci-joint."
    if any(inner(item.title, language) for item in session.agenda):
        return "وفق جدول الأعمال الآتي:" if language == "ar" else "selon l’ordre du jour ci-après :"
    return ""


def _ended(parts: Sequence[str], mark: str) -> str:
    text = mark.join(filter(None, parts))
    return text if text.endswith(":") else sentence(text)


def _hour(session: Session, institution: Institution, language: PaperLanguage) -> str:
    """Say at what hour; over several days, from what hour on."""
    if len(session.days) > 1 and session.start:
        if language == "fr":
            return dates.hours(session.start, None, "fr")
        return dates.hours(session.start, None, "ar", in_words=institution.hours_in_words)
    return at_hour(session.start, institution, language)


def _body_ar(session: Session, institution: Institution) -> str:
    letter, kind = session.invitation, session.type
    count = sum(1 for text in letter.references if inner(text, "ar"))
    about = (
        "بالموضوع المشار إليه",
        "بالموضوع والمرجع المشار إليهما",
        "بالموضوع والمراجع المشار إليها",
    )[min(count, 2)]
    framework = inner(session.framework, "ar")
    asked = "المرجو منكم" if letter.binding else "يشرفني دعوتكم"
    attend = "حضور" if letter.binding else "لحضور"
    if kind.verbs == "C":
        attend = "المشاركة في" if letter.binding else "للمشاركة في"
    invited_to = f"{asked} {attend} {kind.definite} {session_types.future(kind, 'ar')}"
    first = when(session, "ar") or _hour(session, institution, "ar") or place(session, "ar")
    rest = (
        _hour(session, institution, "ar") if session.days else "",
        place(session, "ar") if first != place(session, "ar") else "",
        _programme(session, "ar"),
    )
    parts = [
        "وبعد",
        f"فعلاقة {about} أعلاه",
        f"وفي إطار {framework}" if framework else "",
        one_line(f"{invited_to} {first}"),
        *rest,
    ]
    return _ended(parts, "، ")


def _following(references: Sequence[Bilingual]) -> list[str]:
    """Say what a French letter follows: the one reference by name, or those cited above it."""
    texts = [text for text in (inner(one, "fr") for one in references) if text]
    if not texts:
        return []
    if len(texts) > 1:
        return ["faisant suite aux références citées ci-dessus"]
    if _ARTICLE.match(texts[0]):
        return [f"faisant suite {prepositions.a(texts[0])}"]
    return ["faisant suite à la référence citée ci-dessus"]


def _body_fr(session: Session, institution: Institution) -> str:
    letter, kind = session.invitation, session.type
    grounds = _following(letter.references)
    framework = inner(session.framework, "fr")
    grounds += [f"dans le cadre {prepositions.de(framework)}"] if framework else []
    asked = "convoquer" if letter.binding else "inviter à prendre part"
    invited_to = f"{prepositions.a(session_types.le(kind))} {session_types.future(kind, 'fr')}"
    parts = [
        " et ".join(grounds),
        one_line(f"j’ai l’honneur de vous {asked} {invited_to} {when(session, 'fr')}"),
        _hour(session, institution, "fr"),
        place(session, "fr"),
        _programme(session, "fr"),
    ]
    return capital(_ended(parts, ", "))


def link(session: Session, languages: Languages) -> Paragraph | None:
    """Say that the link to a remote meeting will follow."""
    if session.place.mode is Mode.IN_PERSON and not session.type.remote:
        return None
    words = Bilingual(
        "وسيوافيكم المركز برابط الولوج قبل الموعد.", "Le lien d’accès vous sera communiqué."
    )
    return Paragraph(name="link", text=each(languages, words.get))


def substitute(
    session: Session, institution: Institution, languages: Languages
) -> Paragraph | None:
    """Ask for a substitute before a day; without that day nothing is asked."""
    day = session.invitation.reply_by
    if day is None:
        return None
    mail = institution.email or institution.phone

    def say(language: PaperLanguage) -> str:
        if language == "ar":
            where = f" عبر {mail}" if mail else ""
            return (
                "وفي حال تعذر الحضور، المرجو انتداب من ينوب عنكم، وإخبارنا بذلك قبل يوم "
                f"{dates.day(day, 'ar')}{where}."
            )
        address = f", à l’adresse {mail}" if institution.email else ""
        return (
            "En cas d’empêchement, je vous prie de désigner un représentant et de nous en informer "
            f"avant le {dates.day(day, 'fr')}{address}."
        )

    return Paragraph(name="substitute", text=each(languages, say))


def farewell(
    session: Session, people: Sequence[Person], one: Person | None, languages: Languages
) -> Paragraph:
    """Take leave."""
    called = addressing.call(_called(session, people, one))
    words = Bilingual(
        "وتقبلوا فائق التقدير والاحترام، والسلام.",
        f"Veuillez agréer, {called} l’expression de ma considération distinguée.",
    )
    return Paragraph(
        name="farewell", text=each(languages, words.get), align="start", keep_with_next=True
    )


def signature(sender: Person | None, languages: Languages) -> Signatures | None:
    """Set who signs the letter; nothing when the centre has no signatory yet."""
    if sender is None:
        return None
    one = Signature(
        function=each(languages, lambda lang: signing_function(sender, lang)),
        name=each(languages, sender.name.best),
    )
    return Signatures(name="signatures", signatures=(one,))
