"""Arabic and French words made to agree with a person or a noun."""

from typing import Literal

Gender = Literal["m", "f"]


def past(verb: str, gender: Gender) -> str:
    """Give the past of a verb, third person singular, from its masculine.

    A final ا or ى falls before the feminine ت: أكد → أكدت، دعا → دعت، ألقى → ألقت. Words after
    the verb (ألقى كلمة) stay as they are. A verb before its subject stays singular.
    """
    if gender == "m":
        return verb
    head, space, rest = verb.partition(" ")
    return (head[:-1] if head.endswith(("ا", "ى")) else head) + "ت" + space + rest


def present(verb: str, gender: Gender) -> str:
    """Give the present of a verb, third person singular, from its masculine: يشهد → تشهد."""
    return verb if gender == "m" else "ت" + verb[1:]


def adjective(word: str, gender: Gender) -> str:
    """Make an Arabic adjective or participle agree: العامل → العاملة، شاكرا → شاكرة.

    Only the first word changes (المعني بالأمر → المعنية بالأمر).
    """
    if gender == "m":
        return word
    head, space, rest = word.partition(" ")
    return head.removesuffix("ا") + "ة" + space + rest


def suffixed(stem: str, gender: Gender, *, several: bool = False) -> str:
    """Join a pronoun to a stem: ل → له، لها، لهم; كلمت → كلمته، كلمتها، كلمتهم."""
    return stem + ("هم" if several else "ه" if gender == "m" else "ها")


def french(word: str, gender: Gender) -> str:
    """Make a regular French adjective or participle agree: intéressé → intéressée."""
    return word if gender == "m" else word + "e"


def of_noun(phrase: str) -> Gender:
    """Guess the gender of an Arabic noun or of a body's name from its first word.

    Bodies: المركز، القسم، المكتب، المجلس are masculine; الأكاديمية، المديرية، المصلحة، المؤسسة،
    المدرسة، الثانوية، الجمعية، الوزارة feminine.
    """
    head = phrase.strip().partition(" ")[0]
    return "f" if head.endswith("ة") else "m"
