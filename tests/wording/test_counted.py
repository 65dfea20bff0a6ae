"""Section 1.3: counted nouns."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.wording.counted import NOUNS, change, counted, in_words, none

TABLE = """
participant | لا مشارك | مشارك واحد | مشاركان | 5 مشاركين | 28 مشاركا | 100 مشارك
invited | لا مدعو | مدعو واحد | مدعوان | 5 مدعوين | 28 مدعوا | 100 مدعو
decision | لا قرار | قرار واحد | قراران | 5 قرارات | 28 قرارا | 100 قرار
day | 0 يوم | يوم واحد | يومان | 5 أيام | 28 يوما | 100 يوم
week | 0 أسبوع | أسبوع واحد | أسبوعان | 5 أسابيع | 28 أسبوعا | 100 أسبوع
month | 0 شهر | شهر واحد | شهران | 5 أشهر | 28 شهرا | 100 شهر
meeting | لا لقاء | لقاء واحد | لقاءان | 5 لقاءات | 28 لقاء | 100 لقاء
request | لا طلب | طلب واحد | طلبان | 5 طلبات | 28 طلبا | 100 طلب
participant_f | لا مشاركة | مشاركة واحدة | مشاركتان | 5 مشاركات | 28 مشاركة | 100 مشاركة
recommendation | لا توصية | توصية واحدة | توصيتان | 5 توصيات | 28 توصية | 100 توصية
hour | 0 ساعة | ساعة واحدة | ساعتان | 5 ساعات | 28 ساعة | 100 ساعة
minute | 0 دقيقة | دقيقة واحدة | دقيقتان | 5 دقائق | 28 دقيقة | 100 دقيقة
second | 0 ثانية | ثانية واحدة | ثانيتان | 5 ثوان | 28 ثانية | 100 ثانية
message | لا رسالة | رسالة واحدة | رسالتان | 5 رسائل | 28 رسالة | 100 رسالة
document | لا وثيقة | وثيقة واحدة | وثيقتان | 5 وثائق | 28 وثيقة | 100 وثيقة
copy | لا نسخة | نسخة واحدة | نسختان | 5 نسخ | 28 نسخة | 100 نسخة
point | لا نقطة | نقطة واحدة | نقطتان | 5 نقط | 28 نقطة | 100 نقطة
session | لا جلسة | جلسة واحدة | جلستان | 5 جلسات | 28 جلسة | 100 جلسة
attestation | لا شهادة | شهادة واحدة | شهادتان | 5 شهادات | 28 شهادة | 100 شهادة
operation | لا عملية | عملية واحدة | عمليتان | 5 عمليات | 28 عملية | 100 عملية
institution | لا مؤسسة | مؤسسة واحدة | مؤسستان | 5 مؤسسات | 28 مؤسسة | 100 مؤسسة
directorate | لا مديرية | مديرية واحدة | مديريتان | 5 مديريات | 28 مديرية | 100 مديرية
system | لا منظومة | منظومة واحدة | منظومتان | 5 منظومات | 28 منظومة | 100 منظومة
body | لا جهة | جهة واحدة | جهتان | 5 جهات | 28 جهة | 100 جهة
page | لا صفحة | صفحة واحدة | صفحتان | 5 صفحات | 28 صفحة | 100 صفحة
year | 0 سنة | سنة واحدة | سنتان | 5 سنوات | 28 سنة | 100 سنة
"""
ROWS = [line.split(" | ") for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_form(row: list[str]) -> None:
    assert [counted(row[0], n, "ar") for n in (0, 1, 2, 5, 28, 100)] == row[1:]


@pytest.mark.parametrize(
    ("noun", "genitive", "accusative"),
    [
        ("day", ["يوم واحد", "يومين", "3 أيام"], ["يوما واحدا", "يومين", "3 أيام"]),
        ("hour", ["ساعة واحدة", "ساعتين", "3 ساعات"], ["ساعة واحدة", "ساعتين", "3 ساعات"]),
        ("participant_f", ["مشاركة واحدة", "مشاركتين"], ["مشاركة واحدة", "مشاركتين"]),
        ("meeting", ["لقاء واحد", "لقاءين"], ["لقاء واحدا", "لقاءين"]),
    ],
)
def test_case_changes_one_and_two_only(
    noun: str, genitive: list[str], accusative: list[str]
) -> None:
    for number, (gen, acc) in enumerate(zip(genitive, accusative, strict=True), start=1):
        assert counted(noun, number, "ar", "gen") == gen
        assert counted(noun, number, "ar", "acc") == acc


@pytest.mark.parametrize(
    ("noun", "number", "expected"),
    [
        ("participant", 0, "0 participant"),
        ("day", 1, "1 jour"),
        ("point", 1.5, "1,5 point"),
        ("day", 2, "2 jours"),
        ("point", 2.2, "2,2 points"),
        ("month", 3, "3 mois"),
        ("element", 2, "2 éléments"),
        ("directorate", 5, "5 directions provinciales"),
        ("participant", 1234, "1\u202f234 participants"),
    ],
)
def test_french(noun: str, number: float, expected: str) -> None:
    assert counted(noun, number, "fr") == expected


def test_none_in_a_sentence() -> None:
    assert none("participant", "fr") == "aucun participant"
    assert none("recommendation", "fr") == "aucune recommandation"
    assert none("participant", "ar") == "لا مشارك"


@pytest.mark.parametrize(
    ("noun", "number", "expected"),
    [
        ("participant_f", 1, "مشاركة واحدة"),
        ("participant", 28, "ثمانية وعشرين (28) مشاركا"),
        ("participant", 1, "مشارك واحد"),
        ("participant", 2, "مشاركين"),
        ("participant", 3, "ثلاثة (3) مشاركين"),
        ("recommendation", 3, "ثلاث (3) توصيات"),
        ("recommendation", 8, "ثماني (8) توصيات"),
        ("participant", 10, "عشرة (10) مشاركين"),
        ("participant", 12, "اثني عشر (12) مشاركا"),
        ("participant_f", 12, "اثنتي عشرة (12) مشاركة"),
        ("participant", 100, "مائة (100) مشارك"),
        ("participant", 103, "103 مشاركين"),
        ("participant", 0, "لا مشارك"),
    ],
)
def test_arabic_in_words(noun: str, number: int, expected: str) -> None:
    assert in_words(noun, number, "ar") == expected


def test_arabic_in_words_as_a_subject() -> None:
    assert in_words("participant", 28, "ar", "plain") == "ثمانية وعشرون (28) مشاركا"
    assert in_words("participant", 2, "ar", "plain") == "مشاركان"


@pytest.mark.parametrize(
    ("noun", "number", "expected"),
    [
        ("participant_f", 1, "1 participante"),
        ("participant", 28, "vingt-huit (28) participants"),
        ("participant_f", 21, "vingt et une (21) participantes"),
        ("participant", 2, "deux (2) participants"),
        ("participant", 0, "0 participant"),
        ("participant", 103, "103 participants"),
    ],
)
def test_french_in_words(noun: str, number: int, expected: str) -> None:
    assert in_words(noun, number, "fr") == expected


@given(st.sampled_from(sorted(NOUNS)), st.integers(3, 10**6))
def test_the_form_follows_the_last_two_digits(noun: str, number: int) -> None:
    form = counted(noun, number, "ar").split(" ", 1)[1]
    rest = number % 100
    same = {True: 5, rest >= 11: 28, rest < 3: 100}[True]
    assert form == counted(noun, same, "ar").split(" ", 1)[1]


@given(st.sampled_from(sorted(NOUNS)), st.integers(0, 10**6))
def test_one_and_two_carry_no_digit_and_others_do(noun: str, number: int) -> None:
    written = counted(noun, number, "ar")
    digits = "".join(c for c in written if c.isdecimal())
    if number in {1, 2}:
        assert not digits
    elif number:
        assert int(digits) == number


@given(st.sampled_from(sorted(NOUNS)), st.decimals(2, 99, places=1))
def test_decimals_take_the_bare_singular(noun: str, number: Decimal) -> None:
    if number % 1:
        assert counted(noun, number, "ar").endswith(f" {NOUNS[noun].one}")


@pytest.mark.parametrize(
    ("delta", "arabic", "french"),
    [
        (2.2, "بزيادة قدرها 2,2 نقطة", "en hausse de 2,2 points"),
        (-2.2, "بتراجع قدره 2,2 نقطة", "en baisse de 2,2 points"),
        (0, "دون تغيير", "stable"),
        (0.04, "دون تغيير", "stable"),
        (1, "بزيادة قدرها نقطة واحدة", "en hausse de 1 point"),
        (-2, "بتراجع قدره نقطتان", "en baisse de 2 points"),
    ],
)
def test_change(delta: float, arabic: str, french: str) -> None:
    assert change(delta, "ar") == arabic
    assert change(delta, "fr") == french


def test_an_unknown_noun_is_an_error() -> None:
    with pytest.raises(KeyError):
        counted("dragon", 3, "ar")
