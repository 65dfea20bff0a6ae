"""What other programs find in a PDF file: words, fonts, structure, conformance."""

import ctypes
import re
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pypdfium2
from pypdfium2 import raw

from tests.programs import program

_TURNS = dict.fromkeys(range(0x202A, 0x202F), " ")
_CLAIMS_UA = re.compile(
    rb"<pdfuaid:part.*?</pdfuaid:part>|<pdfaExtension:schemas.*?</pdfaExtension:schemas>", re.DOTALL
)


def poppler_text(data: bytes) -> str:
    """All text as poppler reads it; its marks of turning are spaces here."""
    run = subprocess.run(
        [program("pdftotext"), "-enc", "UTF-8", "-", "-"],
        input=data,
        capture_output=True,
        check=True,
    )
    assert not run.stderr, run.stderr.decode()
    return run.stdout.decode().translate(_TURNS)


def pdfium_text(data: bytes) -> str:
    """All text as pdfium reads it."""
    document = pypdfium2.PdfDocument(data)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return "\n".join(texts)


def picture(data: bytes, scale: float = 2, page: int = 0) -> tuple[int, int, bytes]:
    """A page as pdfium draws it: width, height, one byte of grey for each pixel."""
    document = pypdfium2.PdfDocument(data)
    sheet = document[page]
    bitmap = sheet.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    drawn = b"".join(
        rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height)
    )
    size = bitmap.width, bitmap.height
    sheet.close()
    document.close()
    return *size, drawn


def poppler_picture(data: bytes, dots: int = 144) -> bytes:
    """The first page as poppler draws it, one byte of grey for each pixel."""
    command = [program("pdftoppm"), "-gray", "-r", str(dots), "-f", "1", "-l", "1", "-"]
    drawn = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    _, _, pixels = drawn.partition(b"\n255\n")
    return pixels


def qpdf_complaints(data: bytes, folder: Path) -> str:
    """What qpdf has against the file; nothing when it is sound."""
    file = folder / "checked.pdf"
    file.write_bytes(data)
    command = [program("qpdf"), "--check", str(file)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return run.stdout + run.stderr if run.returncode else ""


def pdfa_findings(data: bytes, folder: Path) -> list[str]:
    """What pikepdf's validator has against the file as PDF/A-2b.

    It knows neither level U nor the PDF/UA identifier with its schema, so the file is judged as
    one that claims B alone; nothing else is changed, not even the length.
    """
    claimed = _CLAIMS_UA.sub(lambda found: b" " * len(found[0]), data)
    claimed = claimed.replace(b"conformance>U<", b"conformance>B<")
    file = folder / "claims-b.pdf"
    file.write_bytes(claimed)
    report = pikepdf.pdfa.validate_written(file, "2b")
    assert report.passed == (not report.findings)
    return [f"{finding.rule}: {finding.message}" for finding in report.findings]


@dataclass(frozen=True)
class FontInFile:
    """A Type0 font as a reader sees it.

    Attributes:
        widths: W by code, in thousandths; advances: hmtx by glyph, in thousandths.
        glyphs: by code; characters: ToUnicode by code.
        drawn: the codes shown on the pages.
    """

    name: str
    widths: dict[int, int]
    advances: list[float]
    glyphs: list[int]
    characters: dict[int, str]
    drawn: set[int]
    program: bytes


def fonts(data: bytes) -> list[FontInFile]:
    """The fonts of a file, with the codes drawn from each."""
    with pikepdf.open(BytesIO(data)) as pdf:
        drawn: dict[str, set[int]] = {}
        found: dict[str, pikepdf.Object] = {}
        for page in pdf.pages:
            found |= {str(name): font for name, font in page.Resources.Font.items()}
            for name, code in _shown(page):
                drawn.setdefault(name, set()).add(code)
        return [_font(font, drawn.get(name, set())) for name, font in sorted(found.items())]


def _shown(page: pikepdf.Page) -> Iterator[tuple[str, int]]:
    name = ""
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "Tf":
            name = str(step.operands[0])
        elif str(step.operator) == "TJ":
            for part in step.operands[0]:
                if isinstance(part, pikepdf.String):
                    codes = bytes(part)
                    for code in struct.unpack(f">{len(codes) // 2}H", codes):
                        yield name, code


def _font(font: pikepdf.Object, drawn: set[int]) -> FontInFile:
    below = font.DescendantFonts[0]
    program = below.FontDescriptor.FontFile2.read_bytes()
    tables = sfnt_tables(program)
    (upem,) = struct.unpack_from(">H", tables["head"], 18)
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    advances = [
        struct.unpack_from(">H", tables["hmtx"], 4 * glyph)[0] * 1000 / upem
        for glyph in range(count)
    ]
    mapped = below.CIDToGIDMap.read_bytes()
    first, widths = below.W
    return FontInFile(
        name=str(font.BaseFont),
        widths={int(first) + i: int(width) for i, width in enumerate(widths)},
        advances=advances,
        glyphs=list(struct.unpack(f">{len(mapped) // 2}H", mapped)),
        characters=to_unicode(font.ToUnicode.read_bytes()),
        drawn=drawn,
        program=program,
    )


def sfnt_tables(program: bytes) -> dict[str, bytes]:
    """The tables of a TrueType file; their checksums are right."""
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {}
    for i in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", program, 12 + 16 * i)
        body = program[offset : offset + length]
        summed = bytearray(body + bytes(-length % 4))
        if tag == b"head":
            summed[8:12] = bytes(4)
        assert sum(struct.unpack(f">{len(summed) // 4}I", summed)) & 0xFFFFFFFF == checksum
        tables[tag.decode()] = body
    return tables


def to_unicode(cmap: bytes) -> dict[int, str]:
    """The pairs of a ToUnicode map, whose blocks are as long as they say and at most 100."""
    characters: dict[int, str] = {}
    for count, block in re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", cmap.decode(), re.DOTALL):
        pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", block)
        assert len(pairs) == int(count) <= 100
        for code, character in pairs:
            assert int(code, 16) not in characters
            characters[int(code, 16)] = bytes.fromhex(character).decode("utf-16-be")
    return characters


@dataclass(frozen=True)
class Node:
    """A structure element as pdfium reads it on one page."""

    kind: str
    language: str
    alternative: str
    kids: tuple["Node", ...]


def structure(data: bytes, page: int = 0) -> tuple[Node, ...]:
    """The structure tree of a page, by pdfium."""
    document = pypdfium2.PdfDocument(data)
    sheet = document[page]
    tree = raw.FPDF_StructTree_GetForPage(sheet)
    nodes = tuple(
        _node(raw.FPDF_StructTree_GetChildAtIndex(tree, i))
        for i in range(raw.FPDF_StructTree_CountChildren(tree))
    )
    raw.FPDF_StructTree_Close(tree)
    sheet.close()
    document.close()
    return nodes


def _node(element: object) -> Node:
    kids = []
    for i in range(raw.FPDF_StructElement_CountChildren(element)):
        kid = raw.FPDF_StructElement_GetChildAtIndex(element, i)
        if kid:
            kids.append(_node(kid))
    return Node(
        _string(raw.FPDF_StructElement_GetType, element),
        _string(raw.FPDF_StructElement_GetLang, element),
        _string(raw.FPDF_StructElement_GetAltText, element),
        tuple(kids),
    )


def _string(get: object, element: object) -> str:
    assert callable(get)
    buffer = ctypes.create_string_buffer(4096)
    length = get(element, buffer, len(buffer))
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le")


@dataclass(frozen=True)
class Tagged:
    """A piece of marked content, in the order of the structure tree: its lines, by pdfium.

    Attributes:
        language: of its element or of the nearest one above that tells it.
    """

    kind: str
    language: str
    lines: tuple[str, ...]


def tagged(data: bytes) -> list[Tagged]:
    """What a screen reader reads, page after page in the order of the structure tree.

    The words of an Arabic line stand in the file from left to right; here they are put in order
    by their places, as readers do.
    """
    document = pypdfium2.PdfDocument(data)
    found: list[Tagged] = []
    for page in document:
        texts = _marked_texts(page)
        tree = raw.FPDF_StructTree_GetForPage(page)
        for i in range(raw.FPDF_StructTree_CountChildren(tree)):
            root = raw.FPDF_StructTree_GetChildAtIndex(tree, i)
            found += _tagged_in(root, "", texts)
        raw.FPDF_StructTree_Close(tree)
        page.close()
    document.close()
    return found


_Texts = dict[int, list[tuple[float, float, str]]]


def _marked_texts(page: pypdfium2.PdfPage) -> _Texts:
    """The texts of each number of marked content: height from the top, x, words."""
    layer = page.get_textpage()
    texts: _Texts = {}
    for i in range(raw.FPDFPage_CountObjects(page)):
        part = raw.FPDFPage_GetObject(page, i)
        number = raw.FPDFPageObj_GetMarkedContentID(part)
        if raw.FPDFPageObj_GetType(part) == raw.FPDF_PAGEOBJ_TEXT and number >= 0:
            length = raw.FPDFTextObj_GetText(part, layer, None, 0)
            buffer = (ctypes.c_ushort * (length // 2))()
            raw.FPDFTextObj_GetText(part, layer, buffer, length)
            place = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(part, place)
            words = bytes(buffer).decode("utf-16-le").rstrip("\0")
            texts.setdefault(number, []).append((-round(place.f, 1), place.e, words))
    layer.close()
    return texts


def _tagged_in(element: object, language: str, texts: _Texts) -> Iterator[Tagged]:
    language = _string(raw.FPDF_StructElement_GetLang, element) or language
    kind = _string(raw.FPDF_StructElement_GetType, element)
    for i in range(max(raw.FPDF_StructElement_GetMarkedContentIdCount(element), 0)):
        number = raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, i)
        leftwards = -1 if language.startswith("ar") else 1
        parts = sorted((y, leftwards * x, text) for y, x, text in texts.get(number, ()))
        lines = tuple(
            " ".join(text for _, _, text in line)
            for _, line in groupby(parts, key=lambda part: part[0])
        )
        yield Tagged(kind, language, lines)
    for i in range(raw.FPDF_StructElement_CountChildren(element)):
        kid = raw.FPDF_StructElement_GetChildAtIndex(element, i)
        if kid:
            yield from _tagged_in(kid, language, texts)


def word_boxes(data: bytes) -> list[tuple[float, float, list[tuple[float, float, float, float]]]]:
    """For each page by poppler its width and height, and left, top, right, bottom of its words."""
    run = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True
    )
    return [
        (
            float(width),
            float(height),
            [
                tuple(map(float, edges))  # type: ignore[misc]  # four of them
                for edges in re.findall(
                    r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', page
                )
            ],
        )
        for width, height, page in re.findall(
            r'<page width="(.*?)" height="(.*?)">(.*?)</page>', run.stdout.decode(), re.DOTALL
        )
    ]
