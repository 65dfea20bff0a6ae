"""Section 1.2: every row of the table of functions."""

import pytest

from db.codes import Civility
from desktop_app.wording import functions
from desktop_app.wording.functions import FUNCTIONS, plural, title

TITLES = """
director | مدير | مديرة | directeur | directrice
provincial_director | المدير الإقليمي | المديرة الإقليمية | directeur provincial | directrice provinciale
head | رئيس | رئيسة | chef | cheffe
secretary_general | كاتب عام | كاتبة عامة | secrétaire général | secrétaire générale
chair | رئيس الجلسة | رئيسة الجلسة | président de séance | présidente de séance
rapporteur | مقرر الجلسة | مقررة الجلسة | rapporteur | rapporteure
deputy_head | ناظر | ناظرة | censeur | censeure
supervisor | حارس عام | حارسة عامة | surveillant général | surveillante générale
head_of_works | رئيس الأشغال | رئيسة الأشغال | chef des travaux | cheffe des travaux
director_of_studies | مدير الدراسة | مديرة الدراسة | directeur des études | directrice des études
inspector | مفتش | مفتشة | inspecteur | inspectrice
pedagogical_inspector | مفتش تربوي | مفتشة تربوية | inspecteur pédagogique | inspectrice pédagogique
counsellor | مستشار | مستشارة | conseiller | conseillère
engineer | مهندس | مهندسة | ingénieur | ingénieure
administrator | متصرف | متصرفة | administrateur | administratrice
technician | تقني | تقنية | technicien | technicienne
clerk | محرر | محررة | rédacteur | rédactrice
attache | ملحق | ملحقة | attaché | attachée
pedagogical_attache | ملحق تربوي | ملحقة تربوية | attaché pédagogique | attachée pédagogique
teacher | أستاذ | أستاذة | enseignant | enseignante
network_manager | مدبر الشبكة المعلوماتية | مدبرة الشبكة المعلوماتية | gestionnaire du réseau | gestionnaire du réseau
trainer | مكون | مكونة | formateur | formatrice
facilitator | مؤطر | مؤطرة | animateur | animatrice
coordinator | منسق | منسقة | coordonnateur | coordonnatrice
in_charge | مكلف | مكلفة | chargé | chargée
responsible | مسؤول | مسؤولة | responsable | responsable
correspondent | مخاطب | مخاطبة | interlocuteur | interlocutrice
representative | ممثل | ممثلة | représentant | représentante
parents_president | رئيس جمعية الآباء | رئيسة جمعية الآباء | président de l’association de parents | présidente de l’association de parents
"""  # noqa: E501  # one row of the specification a line
ROWS = [line.split(" | ") for line in TITLES.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_titles(row: list[str]) -> None:
    code = row[0]
    assert row[1:] == [
        title(code, "m", "ar"),
        title(code, "f", "ar"),
        title(code, "m", "fr"),
        title(code, "f", "fr"),
    ]


def test_an_office_may_keep_the_masculine_of_chief() -> None:
    assert title("head", "f", "fr", feminine_chief=False) == "chef"
    assert title("head_of_works", "f", "fr", feminine_chief=False) == "chef des travaux"
    assert title("director", "f", "fr", feminine_chief=False) == "directrice"


def test_the_table_holds_every_function() -> None:
    assert [row[0] for row in ROWS] == list(FUNCTIONS)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("secretary_general", "كاتبات وكتاب عامون"),
        ("head", "رئيسات ورؤساء"),
        ("deputy_head", "ناظرات ونظار"),
        ("supervisor", "حارسات وحراس عامون"),
        ("head_of_works", "رئيسات ورؤساء"),
        ("inspector", "مفتشات ومفتشون"),
        ("counsellor", "مستشارات ومستشارون"),
        ("engineer", "مهندسات ومهندسون"),
        ("administrator", "متصرفات ومتصرفون"),
        ("technician", "تقنيات وتقنيون"),
        ("clerk", "محررات ومحررون"),
        ("attache", "ملحقات وملحقون"),
        ("teacher", "أستاذات وأساتذة"),
        ("trainer", "مكونات ومكونون"),
        ("in_charge", "مكلفات ومكلفون"),
        ("responsible", "مسؤولات ومسؤولون"),
        ("correspondent", "مخاطبات ومخاطبون"),
        ("parents_president", "رئيسات ورؤساء"),
    ],
)
def test_mixed_plural_alone(code: str, expected: str) -> None:
    assert plural(code) == expected


@pytest.mark.parametrize(
    ("code", "expected", "after_preposition"),
    [
        ("director", "مديرات ومديرو", "مديرات ومديري"),
        ("rapporteur", "مقررات ومقررو", "مقررات ومقرري"),
        ("director_of_studies", "مديرات ومديرو", "مديرات ومديري"),
        ("attache", "ملحقات وملحقو", "ملحقات وملحقي"),
        ("network_manager", "مدبرات ومدبرو", "مدبرات ومدبري"),
        ("coordinator", "منسقات ومنسقو", "منسقات ومنسقي"),
        ("head", "رئيسات ورؤساء", "رئيسات ورؤساء"),
    ],
)
def test_mixed_plural_before_a_noun(code: str, expected: str, after_preposition: str) -> None:
    assert plural(code, before_noun=True) == expected
    assert plural(code, before_noun=True, after_preposition=True) == after_preposition


def test_definite_plurals() -> None:
    assert plural("provincial_director", definite=True) == "المديرات والمديرون الإقليميون"
    assert plural("provincial_director", definite=True, after_preposition=True) == (
        "المديرات والمديرين الإقليميين"
    )
    assert plural("inspector", definite=True, after_preposition=True) == "المفتشات والمفتشين"
    assert plural("supervisor", definite=True, after_preposition=True) == (
        "الحارسات والحراس العامين"
    )


def test_groups_of_men_or_of_women_only() -> None:
    men, women = [Civility.MR] * 3, [Civility.MRS] * 3
    assert plural("director", men, before_noun=True, after_preposition=True) == "مديري"
    assert plural("director", women, before_noun=True) == "مديرات"
    assert plural("supervisor", women) == "حارسات عامات"
    assert plural("supervisor", men) == "حراس عامون"
    assert plural("supervisor", [*men, *women]) == "حارسات وحراس عامون"


def test_what_may_follow_a_title() -> None:
    following = {code: [(o.ar, o.fr) for o in f.of] for code, f in FUNCTIONS.items() if f.of}
    assert following["head"][:3] == [
        ("قسم", "de division"),
        ("مصلحة", "de service"),
        ("مكتب", "de bureau"),
    ]
    assert following["counsellor"] == [
        ("في التوجيه", "en orientation"),
        ("في التخطيط", "en planification"),
    ]
    assert following["engineer"] == [("دولة", "d’État")]
    assert following["in_charge"] == [("ب", "de")]
    assert following["responsible"] == [("عن", "de")]


def test_an_unknown_function_is_an_error() -> None:
    with pytest.raises(KeyError):
        functions.title("king", "m", "ar")
