"""Section 1.2: verbs of speech and the words that agree with the speaker."""

import pytest

from desktop_app.wording import gender
from desktop_app.wording.speech import VERBS, said

TABLE = """
أكد أن souligne que · أوضح أن précise que · أشار إلى signale · أضاف أن ajoute que · ذكّر ب rappelle · أبرز met en évidence · استعرض passe en revue · قدم présente · تناول traite de · اقترح propose · دعا إلى appelle à · حث على engage à · طلب demande · تساءل عن s’interroge sur · أثار soulève · أجاب بأن répond que · رحب ب souhaite la bienvenue à · شكر remercie · نوه ب salue · عبر عن exprime · تحفظ على émet des réserves sur · صادق على approuve · التزم ب s’engage à · تدخل intervient · ألقى كلمة prononce une allocution · أعطى الكلمة ل donne la parole à · أنهى termine
"""  # noqa: E501  # the specification's own line, *souhaite la bienvenue* with its preposition


def test_every_verb_of_the_list() -> None:
    written = [
        " ".join(
            filter(
                None,
                (v.ar, v.ar_object, v.ar_link, v.fr, v.fr_object, v.fr_link),
            )
        )
        for v in VERBS.values()
    ]
    assert " · ".join(written) == TABLE.strip()


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("أكد", "أكدت"),
        ("دعا", "دعت"),
        ("ألقى", "ألقت"),
        ("أنهى", "أنهت"),
        ("ألقى كلمة", "ألقت كلمة"),
        ("استعرض", "استعرضت"),
    ],
)
def test_feminine_of_a_past_verb(masculine: str, feminine: str) -> None:
    assert gender.past(masculine, "m") == masculine
    assert gender.past(masculine, "f") == feminine


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("شاكرا", "شاكرة"),
        ("داعيا", "داعية"),
        ("مبرزا", "مبرزة"),
        ("العامل", "العاملة"),
        ("المعني بالأمر", "المعنية بالأمر"),
        ("المكلف", "المكلفة"),
    ],
)
def test_feminine_of_participles_and_adjectives(masculine: str, feminine: str) -> None:
    assert gender.adjective(masculine, "m") == masculine
    assert gender.adjective(masculine, "f") == feminine


@pytest.mark.parametrize(
    ("stem", "his", "her", "their"),
    [
        ("ل", "له", "لها", "لهم"),
        ("من", "منه", "منها", "منهم"),
        ("عن", "عنه", "عنها", "عنهم"),
        ("كلمت", "كلمته", "كلمتها", "كلمتهم"),
        ("جواب", "جوابه", "جوابها", "جوابهم"),
    ],
)
def test_pronouns(stem: str, his: str, her: str, their: str) -> None:
    assert gender.suffixed(stem, "m") == his
    assert gender.suffixed(stem, "f") == her
    assert gender.suffixed(stem, "f", several=True) == their


def test_present_and_french() -> None:
    assert gender.present("يشهد", "m") == "يشهد"
    assert gender.present("يشهد", "f") == "تشهد"
    assert gender.french("intéressé", "m") == "intéressé"
    assert gender.french("intéressé", "f") == "intéressée"


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ("المركز القسم المكتب المجلس", "m"),
        ("الأكاديمية المديرية المصلحة المؤسسة المدرسة الثانوية الجمعية الوزارة", "f"),
    ],
)
def test_gender_of_bodies(bodies: str, expected: str) -> None:
    assert {gender.of_noun(f"{body} الجهوي") for body in bodies.split()} == {expected}


def test_a_verb_stands_before_its_subject_in_arabic() -> None:
    chief = ["السيدة رئيسة المركز"]
    assert said("stress", chief, "f", "ar") == "أكدت السيدة رئيسة المركز أن"
    assert said("recall", chief, "f", "ar", "الأهداف") == "ذكّرت السيدة رئيسة المركز بالأهداف"
    assert said("give_floor", chief, "f", "ar", "المديرية") == (
        "أعطت السيدة رئيسة المركز الكلمة للمديرية"
    )
    assert said("intervene", ["السيد س"], "m", "ar") == "تدخل السيد س"
    assert said("present", ["السيدة س", "السيد ع"], "f", "ar", "عرضا") == (
        "قدمت السيدة س والسيد ع عرضا"
    )


def test_the_subject_comes_first_in_french() -> None:
    chief = ["la cheffe du centre"]
    assert said("stress", chief, "f", "fr", "il reste à faire") == (
        "La cheffe du centre souligne qu’il reste à faire"
    )
    assert said("stress", chief, "f", "fr", "huit écoles") == (
        "La cheffe du centre souligne que huit écoles"
    )
    assert said("treat", chief, "f", "fr", "le calendrier") == (
        "La cheffe du centre traite du calendrier"
    )
    assert said("appeal", chief, "f", "fr", "les directions") == (
        "La cheffe du centre appelle aux directions"
    )
    assert said("wonder", ["M. A", "Mme B"], "m", "fr", "les délais") == (
        "M. A et Mme B s’interrogent sur les délais"
    )
    assert said("answer", ["M. A"], "m", "fr") == "M. A répond que"
