"""To whom a letter is written: the address line, and how a French letter calls them."""

from collections.abc import Sequence

from db.codes import Civility
from desktop_app.documents.phrases import one_line, who
from desktop_app.services.people_data import Person
from desktop_app.wording import functions, persons
from desktop_app.wording.bilingual import PaperLanguage


def addressed(person: Person, language: PaperLanguage) -> str:
    """Name one person in an address line: السيدة رئيسة المركز, *Mme la Cheffe du centre*."""
    if person.function.unique and person.function.title:
        return one_line(persons.titled(person.civility, person.function, language))
    return who(person, language)


def group(people: Sequence[Person], language: PaperLanguage) -> str:
    """Name all those invited: by the function they share, or as participants."""
    if len(people) == 1:
        return addressed(people[0], language)
    if not people:
        return ""
    civilities = [person.civility for person in people]
    called = persons.group(civilities, language)
    made_of = persons.composition(civilities)
    if language == "fr":
        return f"{called} les {'participantes' if made_of == 'f' else 'participants'}"
    shared = _shared_function(people)
    if shared:
        plural = functions.plural(shared, civilities, after_preposition=True, definite=True)
        return f"{called} {plural}"
    words = {"m": "المشاركين", "f": "المشاركات", "mixed": "المشاركات والمشاركين"}
    return f"{called} {words[made_of]}"


def _shared_function(people: Sequence[Person]) -> str:
    """Give the code of a function that all hold and that needs no place after it in the plural."""
    codes = {person.function.code for person in people}
    forms = functions.FUNCTIONS.get(codes.pop()) if len(codes) == 1 else None
    if forms is None or not forms.women:
        return ""
    bare = all(person.function.title.ar in {forms.ar_m, forms.ar_f} for person in people)
    return people[0].function.code if bare or forms.adjective_men else ""


def call(people: Sequence[Person]) -> str:
    """Call those written to, in French: *Madame la Cheffe du centre,*, *Mesdames, Messieurs,*."""
    if not people:
        return persons.call((Civility.UNKNOWN, Civility.UNKNOWN))
    return persons.call([person.civility for person in people], people[0].function)
