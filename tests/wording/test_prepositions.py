"""Section 2: prepositions joined to names, every cell of both tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.wording.prepositions import INVISIBLE, a, bi, de, li

ARABIC = """
بني ملال | ببني ملال · لبني ملال
أزيلال | بأزيلال · لأزيلال
الفقيه بن صالح | بالفقيه بن صالح · للفقيه بن صالح
خنيفرة | بخنيفرة · لخنيفرة
الأكاديمية الجهوية | بالأكاديمية الجهوية · للأكاديمية الجهوية
المديرية الإقليمية | بالمديرية الإقليمية · للمديرية الإقليمية
اللقاء التواصلي | باللقاء التواصلي · للقاء التواصلي
اللجنة | باللجنة · للجنة
لجنة القيادة | بلجنة القيادة · للجنة القيادة
اليوسفية | باليوسفية · لليوسفية
التزام المركز | بالتزام المركز · لالتزام المركز
الالتزام | بالالتزام · للالتزام
إفران | بإفران · لإفران
آسفي | بآسفي · لآسفي
اجتماع تنسيقي | باجتماع تنسيقي · لاجتماع تنسيقي
فاتح شتنبر | بفاتح شتنبر · لفاتح شتنبر
MASSAR | بـMASSAR · لـMASSAR
منظومة MASSAR | بمنظومة MASSAR · لمنظومة MASSAR
22 أبريل | بـ\u00a022 أبريل · لـ\u00a022 أبريل
«مسار ولي» | بـ«مسار ولي» · لـ«مسار ولي»
"""
FRENCH = """
Béni Mellal | de Béni Mellal · à Béni Mellal
Azilal | d’Azilal · à Azilal
Fquih Ben Salah | de Fquih Ben Salah · à Fquih Ben Salah
El Jadida | d’El Jadida · à El Jadida
Ifrane | d’Ifrane · à Ifrane
Youssoufia | de Youssoufia · à Youssoufia
Had Soualem | de Had Soualem · à Had Soualem
Ouarzazate | d’Ouarzazate · à Ouarzazate
l’académie | de l’académie · à l’académie
la direction provinciale | de la direction provinciale · à la direction provinciale
le centre régional | du centre régional · au centre régional
les directions provinciales | des directions provinciales · aux directions provinciales
l’AREF | de l’AREF · à l’AREF
le CRSI | du CRSI · au CRSI
MASSAR | de MASSAR · à MASSAR
ESISE | d’ESISE · à ESISE
8 heures | de 8 heures · à 8 heures
onze heures | de onze heures · à onze heures
« Massar Waliye » | de « Massar Waliye » · à « Massar Waliye »
harmoniser | d’harmoniser · à harmoniser
"""


def cells(table: str) -> list[tuple[str, str]]:
    rows = (line.split(" | ") for line in table.strip().split("\n"))
    return [(text, joined) for text, joined in rows]


@pytest.mark.parametrize(("text", "joined"), cells(ARABIC))
def test_arabic(text: str, joined: str) -> None:
    assert f"{bi(text)} · {li(text)}" == joined


@pytest.mark.parametrize(("text", "joined"), cells(FRENCH))
def test_french(text: str, joined: str) -> None:
    assert f"{de(text)} · {a(text)}" == joined


WHOSE_AL_IS_OF_THE_ROOT = "التزام التزامات التحاق التماس التقاء التقاط التئام التباس التفات التفاف"


@pytest.mark.parametrize("word", WHOSE_AL_IS_OF_THE_ROOT.split())
def test_words_whose_al_is_of_the_root(word: str) -> None:
    assert li(word) == f"ل{word}"
    assert li(f"{word}ه بالقرار") == f"ل{word}ه بالقرار"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("الله", "لله"),
        ("التقاعد", "للتقاعد"),
        ("ڭلميم", "لڭلميم"),
        ("(مسار)", "لـ(مسار)"),
        ("٢٢ أبريل", "لـ\u00a0٢٢ أبريل"),
        ("\u2067الأكاديمية\u2069", "للأكاديمية"),
        ("  الأكاديمية ", "للأكاديمية"),
        ("\u200e87,5%", "لـ\u00a0\u200e87,5%"),
    ],
)
def test_other_beginnings(text: str, joined: str) -> None:
    assert li(text) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("M. le chef", "de M. le chef"),
        ("Mme la cheffe", "de Mme la cheffe"),
        ("l'académie", "de l'académie"),
        ("hygiène", "d’hygiène"),
        ("heures", "d’heures"),
        ("Yves", "d’Yves"),
        ("huit jours", "de huit jours"),
        ("oui", "de oui"),
        ("œuvres", "d’œuvres"),
        ("Écoles", "d’Écoles"),
        ("yaourt", "de yaourt"),
    ],
)
def test_elision(text: str, joined: str) -> None:
    assert de(text) == joined


def test_nothing_joins_to_nothing() -> None:
    assert [join(" \u200e") for join in (bi, li, de, a)] == [""] * 4


@given(st.text())
def test_li_never_doubles_a_lam(text: str) -> None:
    joined = li(text)
    assert not joined.startswith("للل")
    assert not joined.startswith("لال") or text.strip(INVISIBLE)[:3] == "الت"


@given(st.text(alphabet="الف بتمق22M«", min_size=1))
def test_what_is_joined_ends_as_it_did(text: str) -> None:
    clean = text.strip(INVISIBLE)
    for join in (bi, li):
        joined = join(text)
        assert joined.endswith(clean.removeprefix("ال").removeprefix("ل"))
        assert bool(joined) is bool(clean)


@given(st.text())
def test_de_and_a_keep_every_text_after_its_article(text: str) -> None:
    clean = text.strip(INVISIBLE)
    for join, words in ((de, ("de ", "du ", "des ", "d’")), (a, ("à ", "au ", "aux "))):
        joined = join(text)
        if not clean:
            assert joined == ""
        else:
            assert joined.startswith(words)
            assert joined.endswith(clean.removeprefix("le ").removeprefix("les "))
