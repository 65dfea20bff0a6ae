"""Counted nouns: the form that a number asks for, in Arabic and in French."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.gender import Gender
from desktop_app.wording.gender import french as feminine
from desktop_app.wording.numbers import Number, cardinal, figure

Case = Literal["plain", "gen", "acc"]
"""Arabic case: as a subject, after a preposition, as an object or a measure."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is counted.

    Attributes:
        gender, one, two, few, many: in Arabic: the singular, the dual (subject), the plural of
            3 to 10, and the singular as it stands after 11 to 99.
        french, french_plural, french_gender: in French, without article.
    """

    gender: Gender
    one: str
    two: str
    few: str
    many: str
    french: str
    french_plural: str
    french_gender: Gender


def _feminine(one: str, few: str, french: str, french_gender: Gender, plural: str = "") -> Noun:
    two = one.removesuffix("ة") + "تان"
    return Noun("f", one, two, few, one, french, plural or f"{french}s", french_gender)


def _regular(one: str, french: str, french_gender: Gender, plural: str = "") -> Noun:
    return _feminine(one, one.removesuffix("ة") + "ات", french, french_gender, plural)


def _masculine(
    one: str, few: str, many: str, french: str, french_gender: Gender, plural: str = ""
) -> Noun:
    return Noun("m", one, f"{one}ان", few, many, french, plural or f"{french}s", french_gender)


NOUNS: Mapping[str, Noun] = {
    "participant": _masculine("مشارك", "مشاركين", "مشاركا", "participant", "m"),
    "participant_f": _regular("مشاركة", "participante", "f"),
    "invited": _masculine("مدعو", "مدعوين", "مدعوا", "invité", "m"),
    "invited_f": _regular("مدعوة", "invitée", "f"),
    "person": _masculine("شخص", "أشخاص", "شخصا", "personne", "f"),
    "decision": _masculine("قرار", "قرارات", "قرارا", "décision", "f"),
    "day": _masculine("يوم", "أيام", "يوما", "jour", "m"),
    "week": _masculine("أسبوع", "أسابيع", "أسبوعا", "semaine", "f"),
    "month": _masculine("شهر", "أشهر", "شهرا", "mois", "m", "mois"),
    "meeting": _masculine("لقاء", "لقاءات", "لقاء", "rencontre", "f"),
    "request": _masculine("طلب", "طلبات", "طلبا", "demande", "f"),
    "element": _masculine("عنصر", "عناصر", "عنصرا", "élément", "m"),
    "recommendation": _regular("توصية", "recommandation", "f"),
    "hour": _regular("ساعة", "heure", "f"),
    "minute": _feminine("دقيقة", "دقائق", "minute", "f"),
    "second": _feminine("ثانية", "ثوان", "seconde", "f"),
    "message": _feminine("رسالة", "رسائل", "message", "m"),
    "document": _feminine("وثيقة", "وثائق", "document", "m"),
    "copy": _feminine("نسخة", "نسخ", "exemplaire", "m"),
    "point": _feminine("نقطة", "نقط", "point", "m"),
    "session": _regular("جلسة", "séance", "f"),
    "attestation": _regular("شهادة", "attestation", "f"),
    "operation": _regular("عملية", "action", "f"),
    "institution": _regular("مؤسسة", "établissement", "m"),
    "directorate": _regular("مديرية", "direction provinciale", "f", "directions provinciales"),
    "system": _regular("منظومة", "système", "m"),
    "body": _regular("جهة", "entité", "f"),
    "page": _regular("صفحة", "page", "f"),
    "year": _feminine("سنة", "سنوات", "année", "f"),
}
"""The nouns shipped, by code; ``_f`` for women only."""

_OF_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))


def counted(noun_code: str, number: Number, language: PaperLanguage, case: Case = "plain") -> str:
    """Write a number with its noun: لا مشارك، مشارك واحد، مشاركان، 5 مشاركين; *2 jours*.

    Args:
        noun_code: a code of `NOUNS`.
        number: not negative.
        language: of the paper.
        case: in Arabic it changes 1 (acc. يوما واحدا) and 2 (يومين).

    Raises:
        KeyError: the noun is unknown.
    """
    noun = NOUNS[noun_code]
    if language == "fr":
        return f"{figure(number, 'fr')} {noun.french if number < 2 else noun.french_plural}"
    if number == 0:
        return f"{0 if noun_code in _OF_TIME else 'لا'} {noun.one}"
    if number in {1, 2}:
        return _one_or_two(noun, int(number), case)
    return f"{figure(number, 'ar')} {_form(noun, number)}"


def in_words(noun_code: str, number: int, language: PaperLanguage, case: Case = "gen") -> str:
    """Write a number in words, then in digits, with its noun: ثمانية وعشرين (28) مشاركا.

    One and two in Arabic, one in French, and what is over 100 are written as `counted` does.

    Args:
        noun_code: a code of `NOUNS`.
        number: not negative.
        language: of the paper.
        case: in Arabic, of the words; after a preposition unless told otherwise.

    Raises:
        KeyError: the noun is unknown.
    """
    if number > 100 or number <= (2 if language == "ar" else 1):
        return counted(noun_code, number, language, case)
    noun = NOUNS[noun_code]
    if language == "fr":
        words = cardinal(number, "fr", noun.french_gender)
        return f"{words} ({number}) {noun.french_plural}"
    words = cardinal(number, "ar", noun.gender, oblique=case != "plain")
    return f"{words} ({number}) {_form(noun, number)}"


def none(noun_code: str, language: PaperLanguage) -> str:
    """Say that there is none, inside a sentence: لا مشارك; *aucun participant*.

    Raises:
        KeyError: the noun is unknown.
    """
    noun = NOUNS[noun_code]
    if language == "ar":
        return counted(noun_code, 0, "ar")
    return f"{feminine('aucun', noun.french_gender)} {noun.french}"


def _one_or_two(noun: Noun, number: int, case: Case) -> str:
    if number == 2:
        return noun.two if case == "plain" else noun.two.removesuffix("ان") + "ين"
    if noun.gender == "f":
        return f"{noun.one} واحدة"
    return f"{noun.many} واحدا" if case == "acc" else f"{noun.one} واحد"


def _form(noun: Noun, number: Number) -> str:
    rest = number % 100
    if rest != int(rest):
        return noun.one
    if 3 <= rest <= 10:
        return noun.few
    return noun.many if rest >= 11 else noun.one


def change(delta: Number, language: PaperLanguage) -> str:
    """Compare two percentages: بزيادة قدرها 2,2 نقطة، دون تغيير; *en baisse de 2,2 points*.

    Args:
        delta: in points; what rounds to no tenth is no change.
        language: of the paper.
    """
    size = abs(Decimal(str(delta)).quantize(Decimal("0.1"), ROUND_HALF_UP))
    if not size:
        return "دون تغيير" if language == "ar" else "stable"
    points = counted("point", size, language)
    if language == "ar":
        return f"{'بزيادة قدرها' if delta > 0 else 'بتراجع قدره'} {points}"
    return f"en {'hausse' if delta > 0 else 'baisse'} de {points}"
