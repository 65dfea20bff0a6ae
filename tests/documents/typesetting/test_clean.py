"""What users type, made fit for paper."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.direction import LRI, PDI
from desktop_app.documents.typesetting.clean import RLI, clean, typeset
from desktop_app.documents.typesetting.faces import Language

N, T = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("محضر", "محضر"),
        ("a\0b\x07c\x1bd\x7fe", "abcde"),
        ("a\ud800b\udfffc", "abc"),
        ("un\r\ndeux\rtrois\u2028quatre\x85cinq\x0bsix", "un\ndeux\ntrois\nquatre\ncinq\nsix"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("a   b", "a b"),
        (f"mot {N} :", f"mot{N}:"),
        ("cafe\u0301", "café"),
        ("cafe" + "\u0301" * 300 + "s", "café" + "\u0301" * 30 + "s"),
        ("\u0627\u0653", "\u0622"),
        ("x\u202ey\u202dz\u202a\u202b\u202c", "xyz"),
        ("\u2067a\u2069", "\u2067a\u2069"),
        ("\u2067a\nb\u2069", "a\nb"),
        ("a\u2069\u2067\u2066b\u2069", "a\u2066b\u2069"),
        ("a\u200fb\u200e", "a\u200fb\u200e"),
        ("co\u00adopérer\u200b\ufeff\u2060", "coopérer"),
        ("نص\ufe0f\ufffe\uffff\U0001fffe\U000e0041", "نص"),
        ("هـ\u200d م\u200cن", "هـ\u200d م\u200cن"),
        ("a\u200db", "ab"),
        ("\uf0b7 point", "• point"),
        ("\ue000\U000f1234", "\ufffd\ufffd"),
        ("\ufee3\ufea4\ufec0\ufeae", "محضر"),
        ("\ufefb", "لا"),
        ("ﷺ \ufd3e\ufd3f \ufe76", "ﷺ \ufd3e\ufd3f \ufe76"),
        ("a & b <c@d.ma> <b>", "a & b <c@d.ma> <b>"),
    ],
)
def test_what_must_not_reach_paper_is_dropped_and_the_rest_composed(
    typed: str, cleaned: str
) -> None:
    assert clean(typed) == cleaned


@given(st.text())
def test_cleaned_text_is_clean_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not {unicodedata.category(char) for char in cleaned if char != "\n"} & {
        "Cc", "Cs", "Co", "Zl", "Zp",
    }  # fmt: skip
    cleaned.encode()


FRENCH = [
    ("l'atelier d'aujourd'hui", "l’atelier d’aujourd’hui"),
    ("12' et 'mot'", "12' et 'mot'"),
    ("Quoi ?", f"Quoi{T}?"),
    ("Quoi? Non! Si;", f"Quoi{T}? Non{T}! Si{T};"),
    ("Hein ?!", f"Hein{T}?!"),
    ("Objet : ordre du jour:", f"Objet{N}: ordre du jour{N}:"),
    ("à 10:30, http://a.ma?b=c;d", "à 10:30, http://a.ma?b=c;d"),
    ("« MASSAR » et «PMP»", f"«{N}MASSAR{N}» et «{N}PMP{N}»"),
    ("87,5 % de 1 250 ou 12 345 678", f"87,5{N}% de 1{N}250 ou 12{N}345{N}678"),
    ("en 2019 250 élèves", "en 2019 250 élèves"),
    ("9 h 30 à 16 h, 45 min", f"9{N}h{N}30 à 16{N}h, 45{N}min"),
    ("le 12 mars 2019, le 1er avril 2020", f"le 12{N}mars 2019, le 1er{N}avril 2020"),
    ("n° 14, Mme Alaoui, M. Idrissi", f"n°{N}14, Mme{N}Alaoui, M.{N}Idrissi"),
    ("(Mme Alaoui)", f"(Mme{N}Alaoui)"),
    ("Béni Mellal et Fquih Ben Salah", f"Béni{N}Mellal et Fquih{N}Ben{N}Salah"),
    ("tél. 05 23 48 20 00 ou +212 5 23 48 20 00",
     f"tél. 05{N}23{N}48{N}20{N}00 ou +212{N}5{N}23{N}48{N}20{N}00"),
    ("mot – mot - mot", f"mot{N}– mot{N}- mot"),
    ("– mot", "– mot"),
    ("( a )", f"({N}a{N})"),
    ("le 12/م/2019", f"le {RLI}12/م/2019{PDI}"),
    ("note رقم 14-26", f"note {RLI}رقم{N}{LRI}14-26{PDI}{PDI}"),
    ("2018-2019", "2018-2019"),
    ("un\ndeux !", f"un\ndeux{T}!"),
    ("", ""),
]  # fmt: skip

ARABIC = [
    ("كلمة : نص ؛ ثم ؟", f"كلمة{N}: نص{N}؛ ثم{N}؟"),
    ("( نص ) « نص »", f"({N}نص{N}) «{N}نص{N}»"),
    ("«نص»", "«نص»"),
    ("يوم 12 مارس 2019", f"يوم 12{N}مارس 2019"),
    ("12 ربيع الأول 1447 هـ", f"12{N}ربيع{N}الأول 1447{N}هـ"),
    ("الموافق لـ 22 أبريل، ولـ 4 أيام", f"الموافق لـ{N}22{N}أبريل، ولـ{N}4 أيام"),
    ("رقم 14/26", f"رقم{N}14/26"),
    ("السيد المدير والسيدة الرئيسة", f"السيد{N}المدير والسيدة{N}الرئيسة"),
    ("وللأستاذ فلان", f"وللأستاذ{N}فلان"),
    ("السيدات والسادة الحاضرون", "السيدات والسادة الحاضرون"),
    ("الساعة 9:30", f"الساعة{N}9:30"),
    ("لمدة 3 ساعات و150 درهما", f"لمدة 3{N}ساعات و150{N}درهما"),
    ("بني ملال والفقيه بن صالح", f"بني{N}ملال والفقيه{N}بن{N}صالح"),
    ("أولا – نص - نص", f"أولا{N}– نص{N}- نص"),
    ("الموسم 2018-2019.", f"الموسم {LRI}2018-2019{PDI}."),
    ("الموسم 2018 – 2019", f"الموسم {LRI}2018{N}–{N}2019{PDI}"),
    ("المرجع 19-045 بتاريخ 12/03/2019", f"المرجع {LRI}19-045{PDI} بتاريخ 12/03/2019"),
    ("الهاتف:0523-48-20-00", f"الهاتف:{LRI}0523-48-20-00{PDI}"),
    ("الهاتف: 05 23 48 20 00", f"الهاتف: {LRI}05{N}23{N}48{N}20{N}00{PDI}"),
    ("‎+212 523 48 20 00".strip("\u200e"), f"{LRI}+212{N}523{N}48{N}20{N}00{PDI}"),
    ("عددهم 1 250 000 أو 1 250", f"عددهم {LRI}1{N}250{N}000{PDI} أو {LRI}1{N}250{PDI}"),
    ("حساب 230 4501 12", f"حساب {LRI}230{N}4501{N}12{PDI}"),
    ("سنة 2019 250 تلميذا", "سنة 2019 250 تلميذا"),
    ("نسبة 87,5% أو 12 %", f"نسبة {LRI}87,5%{PDI} أو {LRI}12{N}%{PDI}"),
    ("من 9:30 – 12:00", f"من {LRI}9:30{N}–{N}12:00{PDI}"),
    ("من 9:30-12:00", f"من {LRI}9:30-12:00{PDI}"),
    ("درجة -5 أو +3%", f"درجة {LRI}-5{PDI} أو {LRI}+3%{PDI}"),
    ("عبر contact-si@exemple.ma، أو", f"عبر {LRI}contact-si@exemple.ma{PDI}، أو"),
    ("موقع https://exemple.ma/a-b/ هنا", f"موقع {LRI}https://exemple.ma/a-b/{PDI} هنا"),
    ("لغة C++ و C#", f"لغة {LRI}C++{PDI} و {LRI}C#{PDI}"),
    ("منظومة MASSAR 2.0 و MASSAR 2018-2019", "منظومة MASSAR 2.0 و MASSAR 2018-2019"),
    ("و2018-2019", f"و{LRI}2018-2019{PDI}"),
    ("يوم 12/م/2019", "يوم 12/م/2019"),
    ("نسخة A2-3 و v2.0-1", "نسخة A2-3 و v2.0-1"),
    ("٢٠١٨-٢٠١٩", "٢٠١٨-٢٠١٩"),
    ("l'atelier ;", f"l'atelier{N};"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "set_"), FRENCH)
def test_french_gets_its_spaces_and_apostrophes(text: str, set_: str) -> None:
    assert typeset(text, "fr") == set_


@pytest.mark.parametrize(("text", "set_"), ARABIC)
def test_arabic_gets_its_no_breaks_and_isolates(text: str, set_: str) -> None:
    assert typeset(text, "ar") == set_


@pytest.mark.parametrize(
    ("text", "language"),
    [*((text, "fr") for text, _ in FRENCH), *((text, "ar") for text, _ in ARABIC)],
)
def test_typesetting_twice_changes_only_what_once_did(text: str, language: Language) -> None:
    once = typeset(text, language)
    without = once.translate(dict.fromkeys(map(ord, (LRI, RLI, PDI))))
    assert typeset(without, language) == once


@given(st.text(alphabet="ab12 '«»:;!?%-–+@./()سرقم \n", max_size=30), st.sampled_from(["ar", "fr"]))
def test_typesetting_changes_no_character_but_spaces_and_apostrophes(
    text: str, language: Language
) -> None:
    def bare(whole: str) -> str:
        kept = [char for char in whole if char not in f" {N}{T}{LRI}{RLI}{PDI}"]
        return "".join(kept).replace("’", "'")

    assert bare(typeset(text, language)) == bare(text)
