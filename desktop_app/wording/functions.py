"""What people do in the administration: titles by gender, and plurals of mixed groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.gender import Gender
from desktop_app.wording.persons import Civility, composition


@dataclass(frozen=True, slots=True)
class FunctionForms:
    """A function with the forms that papers need.

    Attributes:
        ar_m, ar_f: Arabic titles; a noun may follow (see ``of``).
        women, men: Arabic plurals as subjects, without what follows them; empty when a function
            is not named in the plural.
        adjective_women, adjective_men: plural of the adjective after them, if any.
        fr_m, fr_f: French titles, without article.
        of: what may follow the title, in Arabic and in French.
        unique: whether one person holds it in a body, who is named by it.
    """

    ar_m: str
    ar_f: str
    women: str
    men: str
    fr_m: str
    fr_f: str
    of: tuple[Bilingual, ...] = ()
    adjective_women: str = ""
    adjective_men: str = ""
    unique: bool = False


FUNCTIONS: Mapping[str, FunctionForms] = {
    "director": FunctionForms(
        *("مدير", "مديرة", "مديرات", "مديرون", "directeur", "directrice"),
        of=(
            Bilingual("الأكاديمية", "de l’académie"),
            Bilingual("مؤسسة تعليمية", "d’établissement"),
        ),
    ),
    "provincial_director": FunctionForms(
        *("المدير الإقليمي", "المديرة الإقليمية", "المديرات", "المديرون"),
        *("directeur provincial", "directrice provinciale"),
        adjective_women="الإقليميات",
        adjective_men="الإقليميون",
        unique=True,
    ),
    "head": FunctionForms(
        *("رئيس", "رئيسة", "رئيسات", "رؤساء", "chef", "cheffe"),
        of=(
            Bilingual("قسم", "de division"),
            Bilingual("مصلحة", "de service"),
            Bilingual("مكتب", "de bureau"),
            Bilingual("المركز الجهوي", "du centre régional"),
            Bilingual("المركز الإقليمي", "du centre provincial"),
        ),
        unique=True,
    ),
    "secretary_general": FunctionForms(
        *("كاتب عام", "كاتبة عامة", "كاتبات", "كتاب", "secrétaire général", "secrétaire générale"),
        adjective_women="عامات",
        adjective_men="عامون",
    ),
    "chair": FunctionForms(
        *("رئيس الجلسة", "رئيسة الجلسة", "", "", "président de séance", "présidente de séance"),
        unique=True,
    ),
    "rapporteur": FunctionForms(
        *("مقرر الجلسة", "مقررة الجلسة", "مقررات", "مقررون", "rapporteur", "rapporteure"),
        unique=True,
    ),
    "deputy_head": FunctionForms(
        *("ناظر", "ناظرة", "ناظرات", "نظار", "censeur", "censeure"),
    ),
    "supervisor": FunctionForms(
        *("حارس عام", "حارسة عامة", "حارسات", "حراس"),
        *("surveillant général", "surveillante générale"),
        adjective_women="عامات",
        adjective_men="عامون",
    ),
    "head_of_works": FunctionForms(
        *("رئيس الأشغال", "رئيسة الأشغال", "رئيسات", "رؤساء"),
        *("chef des travaux", "cheffe des travaux"),
    ),
    "director_of_studies": FunctionForms(
        *("مدير الدراسة", "مديرة الدراسة", "مديرات", "مديرون"),
        *("directeur des études", "directrice des études"),
    ),
    "inspector": FunctionForms(
        *("مفتش", "مفتشة", "مفتشات", "مفتشون", "inspecteur", "inspectrice"),
    ),
    "pedagogical_inspector": FunctionForms(
        *("مفتش تربوي", "مفتشة تربوية", "مفتشات", "مفتشون"),
        *("inspecteur pédagogique", "inspectrice pédagogique"),
        adjective_women="تربويات",
        adjective_men="تربويون",
    ),
    "counsellor": FunctionForms(
        *("مستشار", "مستشارة", "مستشارات", "مستشارون", "conseiller", "conseillère"),
        of=(
            Bilingual("في التوجيه", "en orientation"),
            Bilingual("في التخطيط", "en planification"),
        ),
    ),
    "engineer": FunctionForms(
        *("مهندس", "مهندسة", "مهندسات", "مهندسون", "ingénieur", "ingénieure"),
        of=(Bilingual("دولة", "d’État"),),
    ),
    "administrator": FunctionForms(
        *("متصرف", "متصرفة", "متصرفات", "متصرفون", "administrateur", "administratrice"),
    ),
    "technician": FunctionForms(
        *("تقني", "تقنية", "تقنيات", "تقنيون", "technicien", "technicienne"),
    ),
    "clerk": FunctionForms(
        *("محرر", "محررة", "محررات", "محررون", "rédacteur", "rédactrice"),
    ),
    "attache": FunctionForms(
        *("ملحق", "ملحقة", "ملحقات", "ملحقون", "attaché", "attachée"),
        of=(Bilingual("الإدارة والاقتصاد", "d’administration et d’économie"),),
    ),
    "pedagogical_attache": FunctionForms(
        *("ملحق تربوي", "ملحقة تربوية", "ملحقات", "ملحقون"),
        *("attaché pédagogique", "attachée pédagogique"),
        adjective_women="تربويات",
        adjective_men="تربويون",
    ),
    "teacher": FunctionForms(
        *("أستاذ", "أستاذة", "أستاذات", "أساتذة", "enseignant", "enseignante"),
    ),
    "network_manager": FunctionForms(
        *("مدبر الشبكة المعلوماتية", "مدبرة الشبكة المعلوماتية", "مدبرات", "مدبرون"),
        *("gestionnaire du réseau", "gestionnaire du réseau"),
    ),
    "trainer": FunctionForms(
        *("مكون", "مكونة", "مكونات", "مكونون", "formateur", "formatrice"),
    ),
    "facilitator": FunctionForms(
        *("مؤطر", "مؤطرة", "مؤطرات", "مؤطرون", "animateur", "animatrice"),
    ),
    "coordinator": FunctionForms(
        *("منسق", "منسقة", "منسقات", "منسقون", "coordonnateur", "coordonnatrice"),
    ),
    "in_charge": FunctionForms(
        *("مكلف", "مكلفة", "مكلفات", "مكلفون", "chargé", "chargée"),
        of=(Bilingual("ب", "de"),),
    ),
    "responsible": FunctionForms(
        *("مسؤول", "مسؤولة", "مسؤولات", "مسؤولون", "responsable", "responsable"),
        of=(Bilingual("عن", "de"),),
    ),
    "correspondent": FunctionForms(
        *("مخاطب", "مخاطبة", "مخاطبات", "مخاطبون", "interlocuteur", "interlocutrice"),
    ),
    "representative": FunctionForms(
        *("ممثل", "ممثلة", "ممثلات", "ممثلون", "représentant", "représentante"),
    ),
    "parents_president": FunctionForms(
        *("رئيس جمعية الآباء", "رئيسة جمعية الآباء", "رئيسات", "رؤساء"),
        *("président de l’association de parents", "présidente de l’association de parents"),
        unique=True,
    ),
}
"""The functions shipped, by code."""


def title(
    code: str, gender: Gender, language: PaperLanguage, *, feminine_chief: bool = True
) -> str:
    """Give the title of a function in the person's gender.

    Args:
        code: of the function.
        gender: of the person.
        language: of the paper.
        feminine_chief: whether a woman is *cheffe*; some offices keep *Mme le chef*.

    Raises:
        KeyError: the function is unknown.
    """
    forms = FUNCTIONS[code]
    if language == "ar":
        return forms.ar_m if gender == "m" else forms.ar_f
    if gender == "m" or (not feminine_chief and forms.fr_f.startswith("cheffe")):
        return forms.fr_m
    return forms.fr_f


def in_gender(code: str, title: Bilingual, gender: Gender) -> Bilingual:
    """Give a title that begins with a function of the vocabulary in the other gender's form.

    Args:
        code: of the function; of one that is unknown the title stays as it is.
        title: with whatever follows the function, and in French its article or none.
        gender: of the person.
    """
    if (forms := FUNCTIONS.get(code)) is None:
        return title
    ar, fr = (forms.ar_m, forms.ar_f), (forms.fr_m, forms.fr_f)
    to = 0 if gender == "m" else 1
    article = title.fr[:3] if title.fr.startswith(("le ", "la ")) else ""
    turned = _turned(title.fr.removeprefix(article), fr[1 - to], fr[to])
    wanted = ("le ", "la ")[to] if article else ""
    return Bilingual(_turned(title.ar, ar[1 - to], ar[to]), wanted + turned)


def _turned(title: str, form: str, other: str) -> str:
    whole = title == form or title.startswith(f"{form} ")
    return other + title[len(form) :] if whole else title


def plural(
    code: str,
    civilities: Sequence[Civility] = (),
    *,
    before_noun: bool = False,
    after_preposition: bool = False,
    definite: bool = False,
) -> str:
    """Give the Arabic plural of a function: مديرات ومديرو، المفتشات والمفتشين.

    Args:
        code: of the function.
        civilities: of the group; men only and women only are named so, any other group is mixed.
        before_noun: a noun follows, so that the ن falls (مديرو المؤسسات).
        after_preposition: إلى، ل، لفائدة stand before it, so that ون becomes ين.
        definite: with the article.

    Raises:
        KeyError: the function is unknown.
    """
    forms = FUNCTIONS[code]
    men = _cased(forms.men, before_noun=before_noun, after_preposition=after_preposition)
    adjective = _cased(forms.adjective_men, before_noun=False, after_preposition=after_preposition)
    only = composition(civilities)
    words = {
        "m": (men, adjective),
        "f": (forms.women, forms.adjective_women),
        "mixed": (forms.women, men, adjective),
    }[only]
    if definite:
        words = tuple(_with_article(word) for word in words)
    if only == "mixed":
        words = (f"{words[0]} و{words[1]}", words[2])
    return " ".join(filter(None, words))


def _cased(word: str, *, before_noun: bool, after_preposition: bool) -> str:
    if not word.endswith("ون"):
        return word
    stem, ending = word[:-2], "ين" if after_preposition else "ون"
    return stem + (ending[:-1] if before_noun else ending)


def _with_article(word: str) -> str:
    return word if not word or word.startswith("ال") else f"ال{word}"
