"""What a screen reader is told, read back from the file."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from desktop_app.documents.typesetting.faces import AMIRI
from desktop_app.documents.typesetting.pdf import PdfDocument
from desktop_app.documents.typesetting.shape import shape
from desktop_app.documents.typesetting.structure import Element
from tests.documents.readers import Node, structure
from tests.documents.typesetting.papers_for_tests import A4, document, drawn, line_of

WORD = line_of(AMIRI, 12, shape(AMIRI, "rtl", "محضر"))


def _write(pdf: PdfDocument, element: Element, y: float = 100) -> None:
    with pdf.content(element):
        pdf.draw_line(WORD, 60, y)


def _kinds(nodes: tuple[Node, ...]) -> list[object]:
    return [(node.kind, _kinds(node.kids)) if node.kids else node.kind for node in nodes]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and kid.Type == "/StructElem":
            yield from _elements(kid)


def _marked(page: pikepdf.Page) -> list[int]:
    """The numbers of a page's marked content; nothing is drawn outside a mark."""
    numbers, inside = [], False
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator in {"BDC", "BMC"}:
            assert not inside
            inside = True
            if operator == "BDC":
                numbers.append(int(step.operands[1].MCID))
        elif operator == "EMC":
            inside = False
        else:
            assert inside, operator
    assert not inside
    return numbers


def _check_marks(data: bytes) -> None:
    """Every piece of marked content and its element name each other, on the right page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        claimed: set[tuple[object, ...]] = set()
        for element in _elements(tree.K):
            for kid in element.get("/K", []):
                if isinstance(kid, int):
                    claimed.add((element.Pg.objgen, kid, element.objgen))
                elif kid.Type == "/MCR":
                    claimed.add((kid.Pg.objgen, int(kid.MCID), element.objgen))
        found: set[tuple[object, ...]] = set()
        parents = dict(zip(tree.ParentTree.Nums[::2], tree.ParentTree.Nums[1::2], strict=True))
        for page in pdf.pages:
            for number in _marked(page):
                owner = parents[page.StructParents][number]
                found.add((page.objgen, number, owner.objgen))
        assert found == claimed
        assert tree.ParentTreeNextKey == len(pdf.pages)


def test_kinds_and_languages_stand_in_reading_order() -> None:
    def draw(pdf: PdfDocument) -> None:
        _write(pdf, pdf.element("H1"), 60)
        section = pdf.element("Sect")
        _write(pdf, pdf.element("P", section, language="ar"), 90)
        _write(pdf, pdf.element("P", section, language="fr"), 120)
        items = pdf.element("L", numbering="Decimal")
        item = pdf.element("LI", items)
        _write(pdf, pdf.element("Lbl", item), 150)
        _write(pdf, pdf.element("LBody", item), 150)

    page = drawn(draw)
    (root,) = structure(page)
    assert _kinds((root,)) == [
        ("Document", ["H1", ("Sect", ["P", "P"]), ("L", [("LI", ["Lbl", "LBody"])])])
    ]
    assert [node.language for node in root.kids[1].kids] == ["ar-MA", "fr-MA"]
    _check_marks(page)


def test_a_table_tells_its_heads_from_its_cells() -> None:
    def draw(pdf: PdfDocument) -> None:
        table = pdf.element("Table")
        row = pdf.element("TR", pdf.element("THead", table))
        _write(pdf, pdf.element("TH", row, scope="Column", column_span="2"), 60)
        row = pdf.element("TR", pdf.element("TBody", table))
        _write(pdf, pdf.element("TD", row), 90)
        with pdf.content(pdf.element("TD", row)):
            pass

    page = drawn(draw)
    assert _kinds(structure(page)) == [
        ("Document", [("Table", [("THead", [("TR", ["TH"])]), ("TBody", [("TR", ["TD", "TD"])])])])
    ]
    with pikepdf.open(BytesIO(page)) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot.K))
        (head,) = [element for element in elements if element.S == "/TH"]
        assert head.A[0].O == "/Table"
        assert head.A[0].Scope == "/Column"
        assert head.A[0].ColSpan == 2
        assert all("/A" not in element for element in elements if element.S == "/TD")


def test_an_element_goes_on_over_the_page_end() -> None:
    pdf = document()
    paragraph, other = pdf.element("P"), pdf.element("P")
    for _ in range(3):
        pdf.add_page(*A4)
        _write(pdf, paragraph)
    _write(pdf, other)
    page = pdf.finish()
    _check_marks(page)
    with pikepdf.open(BytesIO(page)) as file:
        (first, *_) = file.Root.StructTreeRoot.K.K
        assert [str(kid.Type) for kid in list(first.K)[1:]] == ["/MCR", "/MCR"]
        assert first.Pg.objgen == file.pages[0].objgen


def test_a_page_end_inside_an_element_leaves_no_mark_open() -> None:
    pdf = document()
    pdf.add_page(*A4)
    with pdf.content(pdf.element("P")):
        pdf.draw_line(WORD, 60, 700)
        pdf.add_page(*A4)
        pdf.draw_line(WORD, 60, 100)
    page = pdf.finish()
    _check_marks(page)
    with pikepdf.open(BytesIO(page)) as file:
        assert [_marked(sheet) for sheet in file.pages] == [[0], [0]]


def test_lines_of_one_element_are_one_piece_even_around_nothing() -> None:
    def draw(pdf: PdfDocument) -> None:
        paragraph = pdf.element("P")
        _write(pdf, paragraph, 100)
        with pdf.artifact():
            pass
        _write(pdf, paragraph, 120)

    with pikepdf.open(BytesIO(drawn(draw))) as file:
        assert _marked(file.pages[0]) == [0]


def test_rules_are_no_content_but_those_of_a_figure_are() -> None:
    def draw(pdf: PdfDocument) -> None:
        _write(pdf, paragraph := pdf.element("P"), 100)
        with pdf.content(paragraph):
            pdf.rule(60, 110, 200, 110, 0.4)
        with pdf.content(pdf.element("Figure", alternative="مبيان")):
            pdf.frame(60, 200, 100, 80, 0.7)

    page = drawn(draw)
    _check_marks(page)
    with pikepdf.open(BytesIO(page)) as file:
        tags = [
            str(step.operands[0])
            for step in pikepdf.parse_content_stream(file.pages[0])
            if str(step.operator) in {"BDC", "BMC"}
        ]
    assert tags == ["/P", "/Artifact", "/Figure"]
    assert structure(page)[0].kids[1].alternative == "مبيان"


def test_an_element_may_have_a_title() -> None:
    page = drawn(lambda pdf: _write(pdf, pdf.element("Sect", title="القرارات")))
    with pikepdf.open(BytesIO(page)) as file:
        assert str(file.Root.StructTreeRoot.K.K[0].T) == "القرارات"


def test_an_element_never_drawn_does_no_harm() -> None:
    def draw(pdf: PdfDocument) -> None:
        pdf.element("P")
        _write(pdf, pdf.element("P", pdf.element("Div")))

    page = drawn(draw)
    _check_marks(page)
    assert _kinds(structure(page)) == [("Document", [("Div", ["P"])])]


def test_a_slip_in_a_kind_or_an_attribute_is_told() -> None:
    with pytest.raises(ValueError, match="Paragraph"):
        document().element("Paragraph")
    with pytest.raises(ValueError, match="colspan"):
        document().element("TD", colspan="2")


def test_the_file_says_that_it_is_tagged_and_in_which_language() -> None:
    for language, locale in (("ar", "ar-MA"), ("fr", "fr-MA")):
        pdf = document(language=language)
        pdf.add_page(*A4)
        with pikepdf.open(BytesIO(pdf.finish())) as file:
            root = file.Root
            assert root.MarkInfo.Marked
            assert str(root.Lang) == locale
            assert root.ViewerPreferences.DisplayDocTitle
            assert "/Direction" not in root.ViewerPreferences
            assert file.pages[0].Tabs == "/S"
