"""Numbers as text: figures, percentages, ordinals, heads of sections, numbers in words."""

from decimal import ROUND_HALF_UP, Decimal

from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.gender import Gender
from desktop_app.wording.prepositions import LRM

Number = int | float | Decimal

_UNITS_M = (
    *("صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
)
_UNITS_F = (*("صفر", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),)
_TENS = ("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_ORDINALS_M = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"),
    "العاشر",
)
_ORDINALS_F = (
    *("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة"),
    *("التاسعة", "العاشرة"),
)
_SECTIONS = (
    *("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"),
)
_FRENCH_UNITS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit"),
    "dix-neuf",
)
_FRENCH_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")),
    (1, "I"),
)


def ltr(text: str) -> str:
    """Keep a text in left-to-right order inside Arabic: telephones, references, percentages."""
    return LRM + text


def figure(value: Number, language: PaperLanguage, places: int = 1) -> str:
    """Write a number in digits: decimal comma, thousands parted by a dot or a no-break space.

    Args:
        value: the number; halves are rounded away from zero.
        language: of the paper.
        places: decimals kept at most; a decimal part of zeros falls.
    """
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, part = f"{abs(exact):,f}".partition(".")
    part = part.rstrip("0")
    text = whole.replace(",", "." if language == "ar" else "\u202f") + (f",{part}" if part else "")
    return f"-{text}" if exact < 0 else text


def percent(value: Number, language: PaperLanguage, *, in_words: bool = False) -> str:
    """Write a percentage, 0 to 100, with one decimal at most: ``87,5%`` and ``87,5 %``.

    In Arabic the mark U+200E comes before it, for it is one left-to-right run. In words, whole
    numbers up to 100 only (سبعة وثمانون في المائة); others stay in digits.
    """
    if in_words and value == int(value) and 0 <= value <= 100:
        words = cardinal(int(value), language)
        return f"{words} في المائة" if language == "ar" else f"{words} pour cent"
    text = figure(value, language)
    return ltr(f"{text}%") if language == "ar" else f"{text} %"


def ordinal(number: int, gender: Gender, language: PaperLanguage) -> str:
    """Write an ordinal: الأول، الحادية عشرة; *1er, 1re, 2e*. Arabic beyond 99: ``رقم 100``."""
    if language == "fr":
        return str(number) + ("e" if number != 1 else "er" if gender == "m" else "re")
    names = _ORDINALS_M if gender == "m" else _ORDINALS_F
    if 1 <= number <= 10:
        return names[number - 1]
    tens, unit = divmod(number, 10)
    if not 1 <= tens <= 9:
        return f"رقم {number}"
    if unit == 1:
        small = "الحادي" if gender == "m" else "الحادية"
    else:
        small = names[unit - 1] if unit else ""
    if tens == 1:
        return f"{small} {'عشر' if gender == 'm' else 'عشرة'}"
    ten = f"ال{_TENS[tens - 2]}"
    return f"{small} و{ten}" if small else ten


def section(number: int, language: PaperLanguage) -> str:
    """Number the head of a section: أولا … عاشرا، حادي عشر …; *I., II.*."""
    if language == "fr":
        return f"{roman(number)}."
    if number <= len(_SECTIONS):
        return _SECTIONS[number - 1]
    return ordinal(number, "m", "ar").removeprefix("ال") if number < 20 else str(number)


def roman(number: int) -> str:
    """Write a number from 1 in Roman figures."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def cardinal(
    number: int, language: PaperLanguage, gender: Gender = "m", *, oblique: bool = False
) -> str:
    """Write a whole number in words.

    Args:
        number: 0 to 100, and 200; others come back in digits.
        language: of the paper.
        gender: of the noun counted; Arabic 3 to 10 take the opposite.
        oblique: the Arabic form after a preposition (عشرين، اثني عشر).
    """
    if not (0 <= number <= 100 or number == 200):
        return figure(number, language)
    return _french(number, gender) if language == "fr" else _arabic(number, gender, oblique)


def _arabic(number: int, gender: Gender, oblique: bool) -> str:
    if number >= 100:
        return "مائة" if number == 100 else "مائتين" if oblique else "مائتان"
    tens, unit = divmod(number, 10)
    if number <= 10:
        return _unit(number, gender, oblique)
    if tens == 1:
        return _teen(unit, gender, oblique)
    ten = _TENS[tens - 2]
    if oblique:
        ten = ten.removesuffix("ون") + "ين"
    return f"{_before_tens(unit, gender, oblique)} و{ten}" if unit else ten


def _before_tens(unit: int, gender: Gender, oblique: bool) -> str:
    if unit == 1:
        return "واحد" if gender == "m" else "إحدى"
    return "ثمان" if (unit, gender) == (8, "f") else _unit(unit, gender, oblique)


def _unit(number: int, gender: Gender, oblique: bool) -> str:
    # the tables hold the words that go with a masculine and with a feminine noun
    word = (_UNITS_M if gender == "m" else _UNITS_F)[number]
    return word.removesuffix("ان") + "ين" if number == 2 and oblique else word


def _teen(unit: int, gender: Gender, oblique: bool) -> str:
    ten = "عشر" if gender == "m" else "عشرة"
    if unit == 1:
        return f"{'أحد' if gender == 'm' else 'إحدى'} {ten}"
    if unit == 2:
        return f"{_unit(2, gender, oblique).removesuffix('ن')} {ten}"
    return f"{_unit(unit, gender, oblique)} {ten}"


def _french(number: int, gender: Gender) -> str:
    if number >= 100:
        return "cent" if number == 100 else "deux cents"
    if number < 20:
        return "une" if number == 1 and gender == "f" else _FRENCH_UNITS[number]
    tens, unit = divmod(number, 10)
    if tens >= 7:
        tens, unit = tens - tens % 2, number - (tens - tens % 2) * 10
    base = "quatre-vingt" if tens == 8 else _FRENCH_TENS[tens - 2]
    if not unit:
        return f"{base}s" if tens == 8 else base
    small = "une" if unit == 1 and gender == "f" else _FRENCH_UNITS[unit]
    joined = " et " if unit in {1, 11} and tens != 8 else "-"
    return base + joined + small
