from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import (
    AnyBlock,
    Block,
    Cell,
    Column,
    Fields,
    Header,
    Items,
    Leader,
    Notes,
    Notice,
    Paper,
    Paragraph,
    Reference,
    Signature,
    Signatures,
    Table,
    Title,
)
from desktop_app.documents.rewording import reworded, tidy, wording
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.documents.reading import block, blocks, made, text
from tests.documents.samples import AR, BOTH, workshop

KINDS = ("minutes", "report", "attendance-sheet", "invitation", "attestation")
WORDS = st.text(alphabet="ابجabc:.؛« 12\t\n/", max_size=60).map(tidy)
LINES = WORDS.map(lambda words: "\n".join(filter(None, words.split("\n"))))


def paper_of(*some: AnyBlock) -> Paper:
    return Paper("minutes", BOTH, "", Bilingual(), Bilingual(), some)


def again(one: AnyBlock, language: PaperLanguage, typed: str) -> AnyBlock:
    return reworded(paper_of(one), {(one.name, language): typed}).blocks[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_of_every_paper_gives_back_what_was_typed(kind: str) -> None:
    paper = made(kind, workshop(other_business=Bilingual("لا شيء")), BOTH)
    typed = {
        (one.name, language): f"نص {one.name}\tيكتب\nسطر ثان"
        for one in blocks(paper)
        for language in paper.languages
    }
    changed = reworded(paper, typed)
    for one in blocks(changed):
        for language in paper.languages:
            assert wording(one, language) == typed[one.name, language]
    assert changed != paper
    assert made(kind, workshop(other_business=Bilingual("لا شيء")), BOTH) == paper


@pytest.mark.parametrize("kind", KINDS)
def test_typing_the_same_words_changes_nothing(kind: str) -> None:
    paper = made(kind, workshop(), BOTH)
    same = {
        (one.name, language): wording(one, language)
        for one in blocks(paper)
        for language in paper.languages
    }
    assert reworded(paper, same) == paper


BLOCKS: tuple[AnyBlock, ...] = (
    Header(name="b", lines_ar=("أ", "ب"), place_date=Bilingual("بني ملال", "Béni Mellal")),
    Reference(name="b", number="/26", blank=True),
    Title(name="b", title=Bilingual("محضر", "PV"), subject=Bilingual("حول", "Objet")),
    Paragraph(name="b", text=Bilingual("نص", "texte"), label=Bilingual("الغياب:", "Absences :")),
    Fields(name="b", rows=((Leader(Bilingual("المكان:", "Lieu :"), Bilingual("قاعة")),),)),
    Table(
        name="b",
        columns=(Column(Bilingual("ر.ت", "N°"), 10), Column(Bilingual("قرار", "Décision"), 90)),
        rows=((Cell(Bilingual("1", "1")), Cell(Bilingual("نص"), Bilingual("قرار:"))),),
    ),
    Signatures(name="b", signatures=(Signature(Bilingual("رئيس"), Bilingual("أحمد")),)),
    Notes(name="b", rows=((Bilingual("المرفقات:"), Bilingual("لائحة.")),)),
    Notice(name="b", lead=Bilingual("بيان."), text=Bilingual("نص")),
)


@pytest.mark.parametrize("one", BLOCKS, ids=lambda one: type(one).__name__)
@settings(deadline=None)
@given(typed=WORDS)
def test_any_words_come_back_from_any_block(one: AnyBlock, typed: str) -> None:
    for language in BOTH:
        changed = again(one, language, typed)
        assert wording(changed, language) == typed
        other: PaperLanguage = "fr" if language == "ar" else "ar"
        if not isinstance(one, Reference):
            assert wording(changed, other) == wording(one, other)


@settings(deadline=None)
@given(typed=LINES)
def test_any_items_come_back(typed: str) -> None:
    one = Items(name="b", items=(Bilingual("أول؛", "premier ;"), Bilingual("ثان.")))
    for language in BOTH:
        assert wording(again(one, language, typed), language) == typed


def test_an_emptied_item_falls_out_unless_the_other_language_has_it() -> None:
    one = Items(name="b", items=(Bilingual("أول؛", "premier ;"), Bilingual("ثان.")))
    assert again(one, "ar", "") == replace(one, items=(Bilingual("", "premier ;"),))


def test_a_number_typed_over_a_leader_is_a_number() -> None:
    blank = Reference(name="b", number="/26", blank=True)
    assert again(blank, "ar", "15/26") == Reference(name="b", number="15/26")
    assert again(blank, "ar", "/27") == Reference(name="b", number="/27", blank=True)


def test_a_label_may_be_kept_changed_or_dropped() -> None:
    one = Paragraph(name="b", text=Bilingual("نص"), label=Bilingual("الغياب:"))
    assert wording(one, "ar") == "الغياب:\tنص"
    kept = again(one, "ar", "المتغيبون:\tنص آخر")
    assert isinstance(kept, Paragraph)
    assert (kept.label.ar, kept.text.ar) == ("المتغيبون:", "نص آخر")
    dropped = again(one, "ar", "نص آخر")
    assert isinstance(dropped, Paragraph)
    assert (dropped.label.ar, dropped.text.ar) == ("", "نص آخر")


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    state = Cell(Bilingual("في طور الإنجاز\nمتأخر"), bold_words=("متأخر",))
    table = Table(
        name="table",
        columns=(Column(Bilingual("رقم"), 1), Column(Bilingual("حالة"), 1)),
        rows=((Cell(Bilingual("1")), state), (Cell(Bilingual("2")), Cell(Bilingual("منجز")))),
    )
    assert wording(table, "ar") == "رقم\tحالة\n1\tفي طور الإنجاز ↵ متأخر\n2\tمنجز"
    changed = again(table, "ar", "رقم\tحالة\n1\tمعلق ↵ متأخر\n2\tمنجز")
    assert isinstance(changed, Table)
    assert [row[1].text.ar for row in changed.rows] == ["معلق\nمتأخر", "منجز"]
    assert again(table, "ar", wording(table, "ar")) == table


def test_a_table_keeps_its_bold_labels_and_takes_rows_and_heads() -> None:
    paper = made("minutes", workshop(), BOTH)
    typed = (
        "ر.ت\tالمخرج\tالمسؤول\tالأجل\tملاحظات\n1\tتوصية: نص أول\n2\tنص ثان\n3\tقرار: ثالث\tالمركز"
    )
    table = block(reworded(paper, {("outcomes.table", "ar"): typed}), "outcomes.table")
    assert isinstance(table, Table)
    assert [column.head.ar for column in table.columns][1:4] == ["المخرج", "المسؤول", "الأجل"]
    assert [column.head.fr for column in table.columns][1] == "Décision / recommandation"
    assert [row[1].label.ar for row in table.rows] == ["توصية:", "", "قرار:"]
    assert [row[1].text.ar for row in table.rows] == ["نص أول", "نص ثان", "ثالث"]
    assert table.rows[0][1].text.fr == "Adopter le programme opérationnel"
    assert table.rows[2][1].text.fr == ""


def test_fields_by_hand_keep_their_leaders() -> None:
    paper = made("attendance-sheet", workshop())
    changed = reworded(paper, {("closing", "ar"): "عدد الحاضرين:\tالتوقيع:"})
    closing, before = block(changed, "closing"), block(paper, "closing")
    assert isinstance(closing, Fields)
    assert isinstance(before, Fields)
    assert [field.label.ar for field in closing.rows[0]] == ["عدد الحاضرين:", "التوقيع:"]
    assert [field.width for field in closing.rows[0]] == [one.width for one in before.rows[0]]


def test_one_of_a_batch_is_reworded_alone() -> None:
    paper = made("attestation", workshop())
    name = "statement.person-7"
    changed = reworded(paper, {(name, "ar"): "نص خاص."})
    assert text(changed, name) == "نص خاص."
    assert text(changed, "statement.person-2") == text(paper, "statement.person-2")


def test_what_the_paper_does_not_have_is_passed_over() -> None:
    paper = made("minutes", workshop(), AR)
    assert reworded(paper, {("gone", "ar"): "x", ("opening", "fr"): "x"}) == paper


def test_line_endings_and_outer_spaces_are_put_right() -> None:
    assert tidy(" a \r\n b\t c \t\r\n\r\n") == "a\nb\tc"


def test_a_block_of_no_known_kind_is_refused() -> None:
    stranger = Block(name="b")
    with pytest.raises(TypeError):
        wording(stranger, "ar")  # type: ignore[arg-type]  # what the test is about
    with pytest.raises(TypeError):
        again(stranger, "ar", "x")  # type: ignore[arg-type]  # what the test is about
