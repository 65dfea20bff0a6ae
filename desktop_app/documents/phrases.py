"""Phrases that several papers share, from the dataclasses, with the grammar of `wording`."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time

from db.codes import Mode
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Body, Person
from desktop_app.services.session_data import Session
from desktop_app.wording import dates, gender, lists, persons, prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import bare, capital
from desktop_app.wording.gender import Gender

Languages = tuple[PaperLanguage, ...]
_ENDS = " \t\n.،؛,;:"
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_STOPS = (".", "!", "؟", "?", "…")


def each(languages: Languages, say: Callable[[PaperLanguage], str]) -> Bilingual:
    """Say the same thing in each language of a paper."""
    return Bilingual(say("ar") if "ar" in languages else "", say("fr") if "fr" in languages else "")


def same(text: object, languages: Languages) -> Bilingual:
    """Give a number or a date that is written alike in every language."""
    return each(languages, lambda _: str(text))


# Typed text ---------------------------------------------------------------------------------


def one_line(text: str) -> str:
    """Bring text on one line, with single spaces; no-break ones stay what they are."""
    return _SPACES.sub(" ", text).strip()


def _bare(text: str) -> str:
    return one_line(text).rstrip(_ENDS)


def inner(text: Bilingual, language: PaperLanguage) -> str:
    """Give typed text as a part of a generated sentence: on one line, without its last stop."""
    return _bare(text.best(language))


def typed(text: Bilingual, languages: Languages) -> Bilingual:
    """Give typed text as it stands alone: in a one-language paper the other language serves."""
    if len(languages) == 1:
        language = languages[0]
        best = text.best(language)
        return Bilingual(best) if language == "ar" else Bilingual("", best)
    return text


def paragraphs(text: str) -> str:
    """Give typed paragraphs, each on one line, without empty ones."""
    return "\n".join(filter(None, map(one_line, text.split("\n"))))


def sentence(text: str) -> str:
    """End a sentence with a point unless it has its own end."""
    return text if text.endswith(_STOPS) else f"{text}."


def quoted(text: str, language: PaperLanguage) -> str:
    """Set a title between « », once."""
    line = one_line(text)
    already = re.fullmatch(r"«([^«»]*)»", line)
    title = already[1].strip() if already else line
    return f"«{title}»" if language == "ar" else f"« {title} »"


def listed(texts: Sequence[Bilingual], languages: Languages) -> tuple[Bilingual, ...]:
    """Punctuate the items of a list: semicolons, and a point after the last."""
    items = [typed(text, languages) for text in texts]
    kept = [one for one in (Bilingual(_bare(one.ar), _bare(one.fr)) for one in items) if one]
    ends = [
        max((number for number, one in enumerate(kept) if one.get(language)), default=0)
        for language in ("ar", "fr")
    ]

    def marked(number: int, text: str, end: int, mark: str) -> str:
        if not text:
            return ""
        return sentence(text) if number == end else text + mark

    return tuple(
        Bilingual(marked(number, one.ar, ends[0], "؛"), marked(number, one.fr, ends[1], " ;"))
        for number, one in enumerate(kept)
    )


# Persons and bodies -------------------------------------------------------------------------


def gender_of(person: Person) -> Gender:
    """Give the gender that words about a person agree with."""
    return persons.gender(person.civility)


def who(person: Person, language: PaperLanguage) -> str:
    """Name a person inside a sentence, by function or by name."""
    body = person.body.name if person.body else None
    return one_line(persons.who(person.civility, person.name, person.function, body, language))


def whos(people: Iterable[Person], language: PaperLanguage) -> str:
    """Name several persons inside a sentence."""
    return lists.join((who(person, language) for person in people), language)


def subject_of(people: Sequence[Person], language: PaperLanguage) -> str:
    """Name the subjects of a verb; a comma closes what a name is followed by."""
    comma, last = ("،", " و") if language == "ar" else (",", " et ")
    names = [who(person, language) for person in people]
    return last.join(f"{name}{comma}" if comma in name else name for name in names)


def past(verb: str, subjects: Sequence[Person]) -> str:
    """Make an Arabic verb agree with the nearest of the subjects after it."""
    return gender.past(verb, gender_of(subjects[0]))


def all_women(people: Sequence[Person]) -> bool:
    """Whether a group holds women only."""
    return bool(people) and all(gender_of(person) == "f" for person in people)


def civil_name(person: Person, language: PaperLanguage) -> str:
    """Give civility and name: السيدة مريم أوعلي, *Mme Meryem Ouali*."""
    title = persons.civil(person.civility, language)
    return one_line(f"{title} {person.name.best(language)}")


def function_words(person: Person, language: PaperLanguage) -> str:
    """Give a function after a name: رئيسة المركز, *cheffe du centre*; empty when unknown."""
    title = one_line(person.function.title.best(language))
    return bare(title) if language == "fr" else title


def function_in_cell(person: Person, language: PaperLanguage) -> str:
    """Give a function in a cell of a table."""
    words = function_words(person, language)
    return capital(words) if language == "fr" else words


def function_beside_body(person: Person, language: PaperLanguage) -> str:
    """Give a function in a cell beside its body's: the town that the body names is not repeated."""
    words = function_in_cell(person, language)
    town = one_line(person.body.town.get(language)) if person.body else ""
    if not town:
        return words
    end = f" {prepositions.bi(town) if language == 'ar' else prepositions.de(town)}"
    return words.removesuffix(end) if body_in_cell(person, language).endswith(end) else words


def function_line(person: Person, language: PaperLanguage) -> str:
    """Give function and body under a name: مهندسة بالمركز الجهوي, *Ingénieure au centre*."""
    words = function_in_cell(person, language)
    if person.function.unique or person.body is None or not words:
        return words
    place = person.body.name.best(language)
    joined = prepositions.bi(place) if language == "ar" else prepositions.a(place)
    return f"{words} {joined}"


def signing_function(person: Person, language: PaperLanguage) -> str:
    """Give the function above a signature: رئيسة المركز الجهوي, *La Cheffe du centre*."""
    words = one_line(person.function.title.best(language))
    return persons.signed(words) if language == "fr" else words


def name_of_body(body: Body, language: PaperLanguage) -> str:
    """Name a body in a cell of a table, short when it has a short name in that language."""
    name = one_line(body.short_name.get(language) or body.name.best(language))
    return capital(bare(name)) if language == "fr" else name


def body_in_cell(person: Person, language: PaperLanguage) -> str:
    """Name a person's body in a cell of a table; empty when it is not known."""
    return name_of_body(person.body, language) if person.body else ""


# Session ------------------------------------------------------------------------------------


def theme(session: Session, language: PaperLanguage) -> str:
    """Give « حول «…» » or « sur le thème « … » », empty without a theme."""
    title = session.theme.best(language)
    if not one_line(title):
        return ""
    return f"{'حول' if language == 'ar' else 'sur le thème'} {quoted(title, language)}"


def subject(session: Session, language: PaperLanguage) -> str:
    """Say what a session was devoted to: its purpose when one was typed, else its theme."""
    purpose = inner(session.purpose, language)
    if not purpose:
        return theme(session, language)
    verb = session_types.dedicated(session.type, language)
    joined = prepositions.li(purpose) if language == "ar" else prepositions.a(purpose)
    return f"{verb} {joined}"


def place(session: Session, language: PaperLanguage) -> str:
    """Say where a session meets: in a room, at a distance, or both."""
    how = session.place.mode
    room, site, platform = _where(session, language)
    if language == "ar":
        here = one_line(f"{prepositions.bi(room)} {prepositions.bi(site)}")
        through = f"عبر منصة {platform}" if platform else ""
        far = through if session.type.remote else one_line(f"عن بعد {through}")
        both = one_line(f"حضوريا {here} و{far}")
    else:
        inside = prepositions.de(site) if room else prepositions.a(site)
        here = one_line(f"{prepositions.a(room)} {inside}")
        through = f"sur la plateforme {platform}" if platform else ""
        far = ", ".join(filter(None, ("à distance", through)))
        both = one_line(f"en présence {here} et {far}")
        far = through if session.type.remote else far
    if session.type.remote or how is Mode.REMOTE:
        return far
    return both if how is Mode.MIXED else here


def _where(session: Session, language: PaperLanguage) -> tuple[str, str, str]:
    where = session.place
    return inner(where.room, language), inner(where.site, language), _bare(where.platform)


def inline_place(session: Session, language: PaperLanguage) -> str:
    """Give the place as it stands before other words: a comma closes an inserted one."""
    words = place(session, language)
    return f"{words}," if language == "fr" and ", " in words else words


def named_place(session: Session, language: PaperLanguage) -> str:
    """Give the place after a label: قاعة الاجتماعات بمقر الأكاديمية, *Salle … du siège*."""
    how = session.place.mode
    room, site, platform = _where(session, language)
    if session.type.remote or how is Mode.REMOTE:
        far = "عن بعد" if language == "ar" else "À distance"
        return " – ".join(filter(None, (far, platform)))
    if language == "ar":
        here = one_line(f"{room} {prepositions.bi(site)}") if room else site
    else:
        here = capital(bare(one_line(f"{room} {prepositions.de(site)}") if room else site))
    return " – ".join(filter(None, (here, platform))) if how is Mode.MIXED else here


def organiser(session: Session, language: PaperLanguage) -> str:
    """Name the other body that organises, empty when it is the centre itself."""
    return one_line(session.organiser.name.best(language)) if session.organiser else ""


def bare_day(day: date, language: PaperLanguage) -> str:
    """Write a date without its weekday."""
    return dates.day(day, language, weekday=False)


def double_day(session: Session, institution: Institution, language: PaperLanguage) -> str:
    """Write the first day with its Hijri date when the centre wants it."""
    first = session.days[0]
    if not institution.hijri_date:
        return dates.day(first, language)
    return dates.double(first, language, session.hijri.get(language) or None, institution.hijri)


def on_end(session: Session) -> bool:
    """Whether the days of a session follow one another without a gap."""
    days = session.days
    return bool(days) and (days[-1] - days[0]).days + 1 == len(set(days))


def when(session: Session, language: PaperLanguage) -> str:
    """Say on what day or days: يوم …، يومي …، خلال الفترة الممتدة من … إلى …; *le …, du … au …*."""
    words = dates.span(session.days, language)
    if language == "ar" and len(session.days) > 2 and on_end(session):
        return f"خلال الفترة الممتدة {words}"
    return words


def at_hour(at: time | None, institution: Institution, language: PaperLanguage) -> str:
    """Say at what time: على الساعة التاسعة والنصف صباحا, *à 9 h 30*; empty when not known."""
    if at is None:
        return ""
    if language == "ar":
        return f"على الساعة {dates.hour(at, 'ar', in_words=institution.hours_in_words)}"
    return f"à {dates.hour(at, 'fr')}"


def invitation_words(session: Session, language: PaperLanguage) -> str:
    """Name the invitation by number and date: الدعوة رقم …, *l’invitation n° … du …*."""
    letter = session.invitation
    if not letter.reference and letter.dated is None:
        return ""
    if language == "ar":
        words = "الاستدعاء" if letter.binding else "الدعوة"
        day = bare_day(letter.dated, "ar") if letter.dated else ""
        if not letter.reference:
            return f"{words} {'المؤرخ' if letter.binding else 'المؤرخة'} في {day}"
        return f"{words} رقم {letter.reference}" + (f" بتاريخ {day}" if day else "")
    words = "la convocation" if letter.binding else "l’invitation"
    number = f" n° {letter.reference}" if letter.reference else ""
    return f"{words}{number}" + (f" du {bare_day(letter.dated, 'fr')}" if letter.dated else "")


def enumeration(texts: Sequence[Bilingual], languages: Languages) -> Bilingual:
    """Put typed texts on one line, parted by semicolons, with a point at the end."""

    def say(language: PaperLanguage) -> str:
        words = [_bare(typed(one, languages).get(language)) for one in texts]
        line = ("؛ " if language == "ar" else " ; ").join(filter(None, words))
        return sentence(line) if line else ""

    return each(languages, say)
