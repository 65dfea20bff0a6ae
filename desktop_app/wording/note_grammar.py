"""The grammar of dates in notes, over folded text (`db.folding`)."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from db.folding import fold

Unit = Literal["day", "week", "month"]


def _by_number(*spellings: str) -> dict[str, int]:
    return {
        fold(word): number for number, words in enumerate(spellings, 1) for word in words.split()
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


MONTHS: Mapping[str, int] = _by_number(
    "يناير janvier janv january jan",
    "فبراير février févr fév february feb",
    "مارس mars march mar",
    "أبريل avril avr april apr",
    "ماي مايو mai may",
    "يونيو يونيه juin june jun",
    "يوليوز يوليو يوليه juillet juil july jul",
    "غشت أغسطس août august aug",
    "شتنبر سبتمبر شتمبر septembre september sept sep",
    "أكتوبر octobre october oct",
    "نونبر نوفمبر نونمبر novembre november nov",
    "دجنبر ديسمبر دجمبر décembre december déc dec",
)
"""Spellings of the months: Moroccan, eastern, French, English, abbreviated; January is 1."""

WEEKDAYS: Mapping[str, int] = _by_number(
    "الاثنين lundi monday",
    "الثلاثاء الثلاثا mardi tuesday",
    "الأربعاء الأربعا mercredi wednesday",
    "الخميس jeudi thursday",
    "الجمعة vendredi friday",
    "السبت samedi saturday",
    "الأحد dimanche sunday",
)
"""Spellings of the weekdays; Monday is 1."""

_SHORT_WEEKDAYS = (
    *("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
)

DAY_WORDS: Mapping[str, int] = {
    **dict.fromkeys(map(fold, ("اليوم", "aujourd’hui", "today")), 0),
    **dict.fromkeys(map(fold, ("غدا", "غد", "الغد", "demain", "tomorrow")), 1),
    **dict.fromkeys(
        map(fold, ("بعد غد", "بعد الغد", "après-demain", "après demain", "day after tomorrow")), 2
    ),
}
"""Days named from today, with their distance."""

NUMBERS: Mapping[str, int] = {
    **_by_number(
        "un une one a an",
        "deux two",
        "ثلاثة ثلاث trois three",
        "أربعة أربع quatre four",
        "خمسة خمس cinq five",
        "ستة ست six",
        "سبعة سبع sept seven",
        "ثمانية ثماني ثمان huit eight",
        "تسعة تسع neuf nine",
        "عشرة عشر dix ten",
    ),
    "douze": 12,
    "quinze": 15,
    fold("خمسة عشر"): 15,
    "fifteen": 15,
    "vingt": 20,
    "عشرين": 20,
    "twenty": 20,
    "trente": 30,
    "ثلاثين": 30,
    "thirty": 30,
    "quarante-cinq": 45,
    "soixante": 60,
    "ستين": 60,
}
"""Numbers in words, as delays use them."""

UNITS: Mapping[str, tuple[Unit, int]] = {
    **dict.fromkeys(("ايام", "يوما", "jour", "jours", "day", "days"), ("day", 0)),
    **dict.fromkeys(("اسابيع", "اسبوعا", "semaine", "semaines", "week", "weeks"), ("week", 0)),
    **dict.fromkeys(("اشهر", "شهور", "شهرا", "mois", "month", "months"), ("month", 0)),
    "يوم": ("day", 1),
    "اسبوع": ("week", 1),
    "شهر": ("month", 1),
    "يومين": ("day", 2),
    "اسبوعين": ("week", 2),
    "شهرين": ("month", 2),
    "huitaine": ("day", 8),
    "quinzaine": ("day", 15),
}
"""Units of delays, with the number that the word alone says, 0 when it says none."""

_YEAR = r"(?:19|20)\d\d"
_MONTH = rf"(?:{_any(MONTHS)})(?!\w)\.?"
_NEXT = r"(?:المقبله?|القادمه?|prochaine?)"
_THIS = r"(?:الجاري|الحالي)"
_PREFIX = rf"(?:(?:{_any([*WEEKDAYS, *_SHORT_WEEKDAYS])})[.,،]? )?"
_END = r"(?:متم|نهايه|fin|end)"
_OF = r"(?:(?:de|of) )?(?:(?:شهر|هذا|du|la|the|ce|cette|this) )?"
_ORDINAL = r"\d{1,2}(?:er|re|st|nd|rd|th)?|الفاتح|فاتح|premier|first"
_COUNTED = r"(?:%|h\b|heure|jour|semaine|mois\b|point|day|hour|يوم|ايام|ساع|اسبوع|نقط|من اصل)"

_DEADLINE = (
    r"قبل|في اجل(?: اقصاه)?|الي غايه|داخل اجل(?: اقصاه)?|في غضون|خلال"
    r"|avant|d'ici(?: a| au)?|pour|au plus tard|jusqu'au?|sous(?: un delai de)?"
    r"|dans(?: un delai de)?|before|by|until|within|in"
)
_OTHER = r"يوم|بتاريخ|تاريخ|في|le|on"
_DELAY = re.compile(r"(?:اجل|غضون|خلال|d'ici|sous|dans|within|in)\b")
_TRIGGER = rf"(?P<trigger>(?:(?:(?P<deadline>{_DEADLINE})|{_OTHER}) ){{1,3}})?"
_ARTICLE = r"(?:(?:la|les|the|au|du) |l')?"
_LINE_END = r"(?=[^\w\n]*(?:\n|\Z))"
_BEFORE = (
    r"(?<!\w)(?<!\d[/.:,-])(?<!chaque )(?<!every )(?<!كل )(?<!صلاه )"
    r"(?<!رقم )(?<!n° )(?<!n°)(?<!no )[وف]?"
)

_DATES = (
    rf"{_PREFIX}(?P<iso_year>{_YEAR})-(?P<iso_month>\d{{1,2}})-(?P<iso_day>\d{{1,2}})(?![\w/:-])",
    (
        rf"{_PREFIX}(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})"
        rf"(?:(?P=mark)(?P<year>{_YEAR}|\d\d))?(?![\w/:%-]|[.,]\d)(?! ?{_COUNTED})"
    ),
    (
        rf"{_PREFIX}(?P<named_day>{_ORDINAL}) (?:من |of )?(?:شهر )?(?P<named_month>{_MONTH})"
        rf"(?:,? (?P<named_year>{_YEAR})(?!\w)|(?! ?,? \d{{4}}))"
    ),
    (
        rf"{_END} (?:شهر |du mois )?(?:de |d'|of )?(?P<end_month>{_MONTH})"
        rf"(?: (?P<end_year>{_YEAR})(?!\w))?"
    ),
    (
        rf"{_END} {_OF}(?P<end_next>next )?"
        r"(?P<end_unit>الشهر|الاسبوع|mois|semaine|month|week)(?!\w)"
        rf"(?: (?P<end_following>{_NEXT})| {_THIS})?"
    ),
    (
        rf"(?:منتصف |mi[- ]|mid[- ])(?:شهر )?(?P<middle_month>{_MONTH})"
        rf"(?: (?P<middle_year>{_YEAR})(?!\w))?"
    ),
    rf"(?P<this_week>هذا الاسبوع|الاسبوع {_THIS}|cette semaine|this week)",
    r"(?P<next_week>الاسبوع (?:المقبل|القادم)|semaine prochaine|next week)",
    (
        rf"(?:(?:next|this|هذا|ce) )?(?P<weekday>{_any(WEEKDAYS)})(?!\w)(?: {_NEXT})?"
        r"(?: (?P<weekday_next>من الاسبوع (?:المقبل|القادم)"
        r"|de la semaine prochaine|of next week))?"
        r"(?! \d)"
    ),
    rf"(?P<day_word>{_any(DAY_WORDS)})(?! ال)",
    (
        rf"(?:next )?(?:(?P<count>\d{{1,3}}|{_any(NUMBERS)}) )?(?P<unit>{_any(UNITS)})(?!\w)"
        r"(?: واحد)?(?! (?:ouvr|de |d'|(?!من |علي )[ء-ي]))"
    ),
    (
        r"(?P<session>(?:الجلسه|اللقاء|الاجتماع) (?:المقبله?|القادمه?)"
        r"|prochaine (?:seance|reunion|rencontre)|next (?:session|meeting))"
    ),
    r"(?P<ongoing>مستمره?|en continu|ongoing)",
)

FOUND = re.compile(
    rf"{_BEFORE}(?P<all>{_TRIGGER}{_ARTICLE}(?:{'|'.join(_DATES)})(?!\w))(?(trigger)|{_LINE_END})"
)
"""A trigger and a date, or a date at the end of a line."""


def milestone_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern that finds the names of milestones (folded) as `FOUND` finds dates."""
    return re.compile(
        rf"{_BEFORE}(?P<all>{_TRIGGER}{_ARTICLE}"
        rf"(?P<end>{_END} (?:(?:de la|de|des|du|of the|of) |de l')?)?"
        rf"(?P<milestone>{_any(names)})(?!\w))(?(trigger)|{_LINE_END})"
    )


def is_delay(trigger: str) -> bool:
    """Tell whether a trigger may be followed by a delay: خلال، داخل أجل; *sous, dans*; *within*."""
    return _DELAY.search(trigger) is not None
