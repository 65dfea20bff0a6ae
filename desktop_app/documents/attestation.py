"""E. Attestation: شهادة حضور، مشاركة، تأطير; one for each person who was there."""

from dataclasses import replace

from db.errors import UserError
from desktop_app.documents.blocks import (
    AnyBlock,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Title,
)
from desktop_app.documents.letterhead import done, footer, header, present, reference
from desktop_app.documents.minutes import last_day
from desktop_app.documents.options import Attested, PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    civil_name,
    each,
    function_words,
    gender_of,
    inline_place,
    inner,
    one_line,
    sentence,
    signing_function,
    theme,
    when,
)
from desktop_app.documents.roll import attended
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Session
from desktop_app.wording import counted, dates, gender, persons, prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital, que
from desktop_app.wording.gender import Gender

_TITLES = {
    Attested.ATTENDANCE: Bilingual("شهادة حضور", "Attestation de présence"),
    Attested.PARTICIPATION: Bilingual("شهادة مشاركة", "Attestation de participation"),
    Attested.FACILITATION: Bilingual("شهادة تأطير", "Attestation d’animation"),
}


def build(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make an attestation for each person who was there, set as one file.

    Raises:
        UserError: nobody to attest: no one is recorded as present, or none of those chosen.
    """
    people = recipients(session, institution, options)
    if not people:
        raise UserError(
            "No attestation was made: none of those chosen is recorded as present. "
            "Record the attendance first, then try again."
        )
    papers = tuple(_one(session, institution, languages, options, person) for person in people)
    if len(papers) == 1:
        return papers[0]
    title = _TITLES[options.attested]
    about = inner(session.theme, languages[0])
    return Paper(
        kind="attestation",
        languages=languages,
        title=" – ".join(filter(None, (title.get(languages[0]), about))),
        running_head=each(languages, title.get),
        footer=each(languages, title.get),
        sections=papers,
    )


def recipients(
    session: Session, institution: Institution, options: PaperOptions
) -> tuple[Person, ...]:
    """Give those who were there, or who led, and of them those chosen.

    Who signs attests for others: the signatory gets one only when asked for by name.
    """
    led = options.attested is Attested.FACILITATION
    people = session.facilitators if led else attended(session)
    wanted = set(options.people)
    if wanted:
        return tuple(person for person in people if person.id in wanted)
    signer = options.signatory or institution.signatory
    return tuple(person for person in people if not signer or person.id != signer.id)


def _one(
    session: Session,
    institution: Institution,
    languages: Languages,
    options: PaperOptions,
    person: Person,
) -> Paper:
    title = _TITLES[options.attested]
    number = options.references.get(person.id, "")
    day = options.dated or last_day(session)
    signer = options.signatory or institution.signatory
    blocks = present(
        header(institution, languages),
        reference(institution, number, day),
        Title(name="title", title=each(languages, title.get), large=True),
        statement(session, institution, languages, options, person),
        delivery(languages, options, person),
        done(institution, day, languages, "attestation"),
        signature(signer, options.on_behalf_of, languages),
    )
    named = each(languages, lambda one: f"{title.get(one)} – {civil_name(person, one)}")
    kind = each(languages, Bilingual("شهادة", "attestation").get)
    return Paper(
        kind="attestation",
        languages=languages,
        title=named.get(languages[0]),
        running_head=named,
        footer=footer(kind, number, named, languages),
        blocks=tuple(_named(block, person) for block in blocks),
    )


def statement(
    session: Session,
    institution: Institution,
    languages: Languages,
    options: PaperOptions,
    person: Person,
) -> Paragraph:
    """Attest: who attests, of whom, what was done, where, when, how long."""
    signer = options.on_behalf_of or options.signatory or institution.signatory
    say = {"ar": _statement_ar, "fr": _statement_fr}
    text = each(languages, lambda one: say[one](session, institution, options, signer, person))
    names = tuple(
        dict.fromkeys(filter(None, (one_line(person.name.best(one)) for one in languages)))
    )
    return Paragraph(name="statement", text=text, bold_words=names, role="attestation")


def _statement_ar(
    session: Session,
    institution: Institution,
    options: PaperOptions,
    signer: Person | None,
    person: Person,
) -> str:
    kind, of = session.type, gender_of(person)
    attests = gender.present("يشهد", _gender_of_signer(signer, institution))
    body = one_line(person.body.name.best("ar")) if person.body else ""
    role: session_types.Role = (
        "facilitator" if options.attested is Attested.FACILITATION else "attendee"
    )
    did = f"قد {session_types.did(kind, role, of, 'ar')}"
    parts = [
        one_line(f"{attests} {_signer(signer, institution, 'ar')} أن {civil_name(person, 'ar')}"),
        function_words(person, "ar"),
        f"{gender.adjective('العامل', of)} {prepositions.bi(body)}" if body else "",
        one_line(f"{did} {theme(session, 'ar')}"),
        _held(session, "ar"),
        _hours(session, "ar"),
        f"بمجموع {counted.counted('hour', options.hours, 'ar', 'gen')}" if options.hours else "",
    ]
    return sentence("، ".join(filter(None, parts)))


def _statement_fr(
    session: Session,
    institution: Institution,
    options: PaperOptions,
    signer: Person | None,
    person: Person,
) -> str:
    kind = session.type
    body = one_line(person.body.name.best("fr")) if person.body else ""
    role: session_types.Role = (
        "facilitator" if options.attested is Attested.FACILITATION else "attendee"
    )
    did = session_types.did(kind, role, gender_of(person), "fr")
    signing = capital(_signer(signer, institution, "fr"))
    parts = [
        f"{signing} atteste {que(civil_name(person, 'fr'))}",
        function_words(person, "fr"),
        f"en fonction {prepositions.a(body)}" if body else "",
        one_line(f"{did} {theme(session, 'fr')}"),
        _held(session, "fr"),
        _hours(session, "fr"),
        f"soit {counted.counted('hour', options.hours, 'fr')}" if options.hours else "",
    ]
    return sentence(", ".join(filter(None, parts)))


def _signer(signer: Person | None, institution: Institution, language: PaperLanguage) -> str:
    """Name who attests by function, or the centre itself."""
    title = one_line(signer.function.title.best(language)) if signer else ""
    return title or one_line(institution.name.best(language))


def _gender_of_signer(signer: Person | None, institution: Institution) -> Gender:
    if signer and signer.function.title:
        return gender_of(signer)
    return gender.of_noun(institution.name.best("ar"))


def _held(session: Session, language: PaperLanguage) -> str:
    if not session.days:
        return ""
    held = session_types.participle(session.type, language)
    return one_line(f"{held} {inline_place(session, language)} {when(session, language)}")


def _hours(session: Session, language: PaperLanguage) -> str:
    """Say from when to when, for a session of one day."""
    if len(session.days) != 1 or session.end is None:
        return ""
    return dates.hours(session.start, session.end, language)


def delivery(languages: Languages, options: PaperOptions, person: Person) -> Paragraph:
    """Say what the attestation is given for, and that it was asked for when it was."""
    of = gender_of(person)

    def say(language: PaperLanguage) -> str:
        if language == "fr":
            asked = " sur sa demande" if options.asked_for else ""
            who = "l’" + gender.french("intéressé", of)
            return (
                f"La présente attestation est délivrée à {who}{asked} pour servir et valoir ce que "
                "de droit."
            )
        if options.asked_for:
            to, by = gender.suffixed("ل", of), gender.suffixed("من", of)
            return f"وقد سلمت {to} هذه الشهادة بطلب {by} للإدلاء بها عند الحاجة."
        whom = prepositions.li(gender.adjective("المعني بالأمر", of))
        return f"وقد سلمت هذه الشهادة {whom} للإدلاء بها عند الحاجة."

    return Paragraph(name="delivery", text=each(languages, say), role="attestation")


def signature(
    signer: Person | None, on_behalf_of: Person | None, languages: Languages
) -> Signatures | None:
    """Set who signs, under the words of delegation when it is for another."""
    if signer is None:
        return None

    def above(language: PaperLanguage) -> str:
        if on_behalf_of is None:
            return ""
        title = one_line(on_behalf_of.function.title.best(language))
        title = title or civil_name(on_behalf_of, language)
        if language == "ar":
            by = gender.suffixed("من", gender_of(on_behalf_of))
            return f"عن {title} وبتفويض {by}"
        return f"Pour {persons.capital_noun(title)} et par délégation"

    one = Signature(
        function=each(languages, lambda lang: signing_function(signer, lang)),
        name=each(languages, signer.name.best),
        above=each(languages, above),
    )
    return Signatures(name="signatures", signatures=(one,))


def _named(block: AnyBlock, person: Person) -> AnyBlock:
    return replace(block, name=f"{block.name}.{person.uid}")
