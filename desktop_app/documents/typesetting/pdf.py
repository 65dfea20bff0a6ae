"""Drawing lines, rules and pictures into a tagged PDF/A-2u file.

Coordinates are points from the page's top left corner; `y` grows down.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal

from desktop_app.documents.typesetting import objects, pictures
from desktop_app.documents.typesetting.faces import Face, Language
from desktop_app.documents.typesetting.font import EmbeddedFont
from desktop_app.documents.typesetting.metadata import Metadata
from desktop_app.documents.typesetting.model import Line
from desktop_app.documents.typesetting.structure import (
    LOCALES,
    Element,
    StructureTree,
)
from resources import resource

HEAD_GREY = 0xE6 / 0xFF
LABEL_GREY = 0xF2 / 0xFF
_DOT = 1.1  # across, of a leader
_DOT_PITCH = 2.2
_DASH = 0.1  # under a dot's round caps; pdfium draws a shorter one as long as this
_HAIR = 0.01  # thousandths of the type size: a step too small to be written

Owner = Element | Literal["artifact"]


@dataclass(slots=True)
class _Page:
    width: float
    height: float
    code: list[str] = field(default_factory=list)
    open: Owner | None = None


@dataclass(slots=True)
class _Owned:
    """The time in which all that is drawn belongs to one owner."""

    owners: list[Owner]
    owner: Owner
    begin: Callable[[Owner], _Page]

    def __enter__(self) -> None:
        self.owners.append(self.owner)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and isinstance(self.owner, Element) and not self.owner.kids:
            self.begin(self.owner)
        self.owners.pop()


class PdfDocument:
    """A file being drawn, page after page.

    The same drawing gives the same bytes, whatever the day and the machine's clock.
    """

    def __init__(
        self,
        *,
        title: str,
        language: Language,
        author: str,
        created: date,
        subject: str = "",
    ) -> None:
        self._metadata = Metadata(title, language, author, subject, created)
        self._objects = objects.Objects()
        self._tree = StructureTree()
        self._pages: list[_Page] = []
        self._owners: list[Owner] = []
        self._fonts: dict[Face, tuple[str, EmbeddedFont]] = {}
        # The lines that were drawn, kept beside their code so that no identity is given out twice.
        self._lines: dict[int, tuple[Line, str]] = {}
        self._images: dict[tuple[bytes, float, float], tuple[str, int]] = {}

    def add_page(self, width: float, height: float) -> None:
        """Begin a page; what is drawn next stands on it."""
        if self._pages:
            _close(self._pages[-1])
        self._pages.append(_Page(width, height))
        self._tree.add_page()

    def element(
        self,
        kind: str,
        parent: Element | None = None,
        *,
        language: Language | None = None,
        **attributes: str,
    ) -> Element:
        """Add a structure element after its parent's other kids.

        Args:
            kind: a standard structure type (``P``, ``H1``, ``Table``, ``TH``…).
            parent: the document when left out.
            language: when it differs from the parent's.
            attributes: see `structure.Element`.

        Raises:
            ValueError: for a kind or an attribute that is none.
        """
        return self._tree.element(kind, parent, language, attributes)

    def content(self, element: Element) -> AbstractContextManager[None]:
        """What is drawn inside belongs to the element, on this page and the next ones.

        An element that nothing is drawn into keeps its place in the order, as an empty cell must.
        """
        return _Owned(self._owners, element, self._begin)

    def artifact(self) -> AbstractContextManager[None]:
        """What is drawn inside is no content: running heads, page numbers, rules."""
        return _Owned(self._owners, "artifact", self._begin)

    def draw_line(self, line: Line, x: float, y: float) -> None:
        """Draw a line of text.

        Args:
            line: its pieces are drawn strictly from left to right.
            x: left edge of the column.
            y: the baseline.

        Raises:
            ValueError: outside `content` and `artifact`, where nobody could read it aloud.
        """
        if not self._owners:
            raise ValueError("a line is drawn outside content and artifact")
        if not line.pieces:
            return
        page = self._begin(self._owners[-1])
        known = self._lines.get(id(line))
        if known is None:
            known = self._lines[id(line)] = (line, self._shown(line))
        page.code.append(f"BT {x + line.pieces[0].x:.2f} {page.height - y:.2f} Td {known[1]} ET")

    def _shown(self, line: Line) -> str:
        """Select fonts and show glyphs, wherever the line stands."""
        pen = line.pieces[0].x
        face, size = None, 0.0
        shown, end = [], ""
        for piece, at, _ in line.pieces:
            if piece.face is not face or piece.size != size:
                face, size = piece.face, piece.size
                name, font = self._font(face)
                thousandth = size / 1000
                shown.append(f"{end}/{name} {size:g} Tf [<")
                end = ">] TJ "
            step = (at - pen) / thousandth
            if step > _HAIR or step < -_HAIR:
                step = round(step, 2)
                shown.append(f">{-step:g}<")
                pen += step * thousandth
            codes, width = font.encode(piece.clusters, piece.level % 2)
            shown.append(codes)
            pen += width * thousandth
        return f"{''.join(shown)}>] TJ".replace("<>", "")

    def rule(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """Draw a straight black line.

        Like every frame, fill and leader it is no content, unless drawn in a figure.
        """
        page = self._decorate()
        page.code.append(
            f"{thickness:g} w {x1:.2f} {page.height - y1:.2f} m {x2:.2f} {page.height - y2:.2f} l S"
        )

    def frame(self, x: float, y: float, width: float, height: float, thickness: float) -> None:
        """Draw a black frame whose lines are centred on the box."""
        page = self._decorate()
        page.code.append(f"{thickness:g} w {_box(page, x, y, width, height)} re S")

    def fill(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a box; `grey` goes from 0, black, to 1, white."""
        page = self._decorate()
        page.code.append(f"{grey:.4g} g {_box(page, x, y, width, height)} re f 0 g")

    def squares(self, rows: Sequence[Sequence[bool]], x: float, y: float, side: float) -> None:
        """Draw the dark squares of a code into a box of so long a side, as one shape."""
        page = self._decorate()
        unit = side / len(rows)
        boxes = [
            _box(page, x + first * unit, y + number * unit, (last - first) * unit, unit)
            for number, row in enumerate(rows)
            for first, last in _runs(row)
        ]
        page.code.append(f"{' re '.join(boxes)} re f")

    def ink(self, grey: float) -> None:
        """Write the lines that follow in a grey, from 0, black, which is usual, to 1, white."""
        self._begin(self._owners[-1] if self._owners else "artifact").code.append(f"{grey:g} g")

    def dots(self, x1: float, x2: float, y: float) -> None:
        """Draw a dotted leader from `x1` to `x2`, the foot of its dots on the baseline `y`."""
        page = self._decorate()
        length = max(x2 - x1 - _DOT, _DOT)
        pitch = length / max(1, round(length / _DOT_PITCH))
        level = page.height - y + _DOT / 2
        page.code.append(
            f"q {_DOT} w 1 J [{_DASH} {pitch - _DASH:.3f}] 0 d {x1 + _DOT / 2:.2f} {level:.2f} m "
            f"{x2 - _DOT / 2 + pitch / 3:.2f} {level:.2f} l S Q"
        )

    def image(
        self, data: bytes, x: float, y: float, width: float, height: float, alternative: str
    ) -> None:
        """Draw a PNG or JPEG picture over the whole of a box.

        Args:
            data: the file; `pictures.size` gives its proportions.
            x: left edge.
            y: top edge.
            width: of the box.
            height: of the box.
            alternative: said in its place by a reader; without it the picture is an ornament.

        Raises:
            UserError: when it is no picture, broken, or too large.
        """
        name = self._image(data, width, height)
        page = self._begin(self._figure(x, y, width, height, alternative))
        page.code.append(
            f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {page.height - y - height:.2f} cm /{name} Do Q"
        )

    def _figure(self, x: float, y: float, width: float, height: float, alternative: str) -> Owner:
        owner = self._owners[-1] if self._owners else self._tree.root
        if not alternative or not isinstance(owner, Element):
            return "artifact"
        foot = self._pages[-1].height - y - height
        bounds = f"[{x:.2f} {foot:.2f} {x + width:.2f} {foot + height:.2f}]"
        return self.element(
            "Figure", owner, alternative=alternative, placement="Block", bounds=bounds
        )

    def finish(self) -> bytes:
        """Write the file; nothing can be drawn after it."""
        into = self._objects
        fonts = {name: objects.reference(font.write(into)) for name, font in self._fonts.values()}
        images = {name: objects.reference(number) for name, number in self._images.values()}
        shared = into.add(
            objects.dictionary(
                {"Font": objects.dictionary(fonts), "XObject": objects.dictionary(images)}
            )
        )
        page_tree = into.reserve()
        pages = [
            self._write_page(page, index, page_tree, shared)
            for index, page in enumerate(self._pages)
        ]
        into.put(
            page_tree,
            f"<< /Type /Pages /Kids {objects.array(pages)} /Count {len(pages)} >>",
        )
        xmp = into.stream(self._metadata.xmp(), "/Type /Metadata /Subtype /XML", compress=False)
        profile = into.stream(resource("color/sRGB.icc").read_bytes(), "/N 3")
        catalogue = {
            "Type": "/Catalog",
            "Pages": objects.reference(page_tree),
            "Lang": f"({LOCALES[self._metadata.language]})",
            "MarkInfo": "<< /Marked true >>",
            "StructTreeRoot": objects.reference(self._tree.write(into, pages)),
            # No /Direction: with R2L pdfium reads French paragraphs backwards.
            "ViewerPreferences": "<< /DisplayDocTitle true >>",
            "Metadata": objects.reference(xmp),
            "OutputIntents": f"[<< /Type /OutputIntent /S /GTS_PDFA1 "
            f"/OutputConditionIdentifier (sRGB) /Info (sRGB) "
            f"/DestOutputProfile {objects.reference(profile)} >>]",
        }
        return into.write(
            into.add(objects.dictionary(catalogue)), into.add(self._metadata.information())
        )

    def _write_page(self, page: _Page, index: int, parent: int, shared: int) -> int:
        _close(page)
        content = self._objects.stream("\n".join(page.code).encode("ascii"))
        return self._objects.add(
            objects.dictionary(
                {
                    "Type": "/Page",
                    "Parent": objects.reference(parent),
                    "MediaBox": f"[0 0 {page.width:.2f} {page.height:.2f}]",
                    "Resources": objects.reference(shared),
                    "Contents": objects.reference(content),
                    "StructParents": index,
                    "Tabs": "/S",
                }
            )
        )

    def _begin(self, owner: Owner) -> _Page:
        """Have what follows on the last page belong to an owner."""
        page = self._pages[-1]
        if page.open is not owner:
            _close(page)
            page.open = owner
            if isinstance(owner, Element):
                page.code.append(f"/{owner.kind} <</MCID {self._tree.mark(owner)}>> BDC")
            else:
                page.code.append("/Artifact BMC")
        return page

    def _decorate(self) -> _Page:
        owner = self._owners[-1] if self._owners else "artifact"
        in_figure = isinstance(owner, Element) and owner.kind == "Figure"
        return self._begin(owner if in_figure else "artifact")

    def _font(self, face: Face) -> tuple[str, EmbeddedFont]:
        found = self._fonts.get(face)
        if found is None:
            found = self._fonts[face] = (f"F{len(self._fonts) + 1}", EmbeddedFont(face))
        return found

    def _image(self, data: bytes, width: float, height: float) -> str:
        """Add a picture once for each size."""
        key = (hashlib.sha256(data).digest(), width, height)
        if key not in self._images:
            picture = pictures.read(data, width, height)
            entries = {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": picture.width,
                "Height": picture.height,
                "ColorSpace": f"/{picture.space}",
                "BitsPerComponent": 8,
            }
            if picture.is_jpeg:
                entries["Filter"] = "/DCTDecode"
            written = " ".join(f"/{name} {value}" for name, value in entries.items())
            number = self._objects.stream(picture.data, written, compress=not picture.is_jpeg)
            self._images[key] = (f"I{len(self._images) + 1}", number)
        return self._images[key][0]


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give where dark squares side by side begin and end."""
    at = 0
    for dark, run in groupby(row):
        length = len(tuple(run))
        if dark:
            yield at, at + length
        at += length


def _close(page: _Page) -> None:
    if page.open is not None:
        page.code.append("EMC")
        page.open = None


def _box(page: _Page, x: float, y: float, width: float, height: float) -> str:
    return f"{x:.2f} {page.height - y - height:.2f} {width:.2f} {height:.2f}"
