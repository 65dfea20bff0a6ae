"""The blocks that papers are made of: words by language, with no measure and no font.

A paper is an ordered list of named blocks. The same list is set as PDF (`setting`) and can give
plain text. Every wording is a `Bilingual`; a paper in one language leaves the other empty, and a
paragraph missing in one language of a two-language paper spans the width.

What a user typed over a generated wording is plain text with one meaning of line feed and tab:
`wording` gives it, `reworded` puts it back into the block.
"""

from dataclasses import dataclass, field
from typing import Literal

from desktop_app.wording.bilingual import Bilingual, PaperLanguage

Align = Literal["start", "center", "end", "justify"]
Role = Literal["body", "note", "notice", "subject", "letterhead", "attestation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A named part of a paper; names are unique within it and stable over time.

    Attributes:
        name: by which a replaced wording is kept (``opening``, ``attendance.sentence``).
        keep_with_next: never the last thing on a page.
    """

    name: str
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Block):
    """The head of the first page: centred lines, in one or two languages, or a picture."""

    lines_ar: tuple[str, ...] = ()
    lines_fr: tuple[str, ...] = ()
    picture: bytes = b""
    emblem: bytes = b""
    place_date: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Block):
    """``رقم: 14/26``; with `blank` a dotted leader stands before the year (``/26``)."""

    number: str
    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Block):
    """The title, its subject, and for two languages both one under the other.

    Attributes:
        framed: in a light frame; large: the size of an attestation's title.
    """

    title: Bilingual
    subject: Bilingual = Bilingual()
    framed: bool = True
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """A section head, its number already in its words."""

    text: Bilingual
    keep_with_next: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """Running text; line feeds part paragraphs.

    Attributes:
        label: bold run-in label before the first paragraph (``الغياب بعذر:``).
        bold_words: words set in bold wherever they stand in the text (an attested name).
        hanging: the label hangs in a column of its own, as in a letter (21 mm).
    """

    text: Bilingual
    label: Bilingual = Bilingual()
    bold_words: tuple[str, ...] = ()
    role: Role = "body"
    align: Align = "justify"
    hanging: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items(Block):
    """A list, one item a paragraph, numbered or dashed."""

    items: tuple[Bilingual, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Leader:
    """A label with its text, or with a dotted line to be filled by hand.

    Attributes:
        label: bold; plain before a line of a given width, where it is part of a sentence.
        text: printed instead of the line, or after a line of a given width (``في … مشاركا``).
        width: of the line in millimetres, 0 for what is left of the row.
    """

    label: Bilingual
    text: Bilingual = Bilingual()
    width: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(Block):
    """Labels with their text, or a leader where it is empty, in rows across the page.

    Attributes:
        framed: whole in a light frame at the foot of a page of its own paper.
        room: left free in the frame under the rows, in millimetres.
    """

    rows: tuple[tuple[Leader, ...], ...]
    framed: bool = False
    room: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: text, and a bold label run in before it (``قرار:``).

    Attributes:
        bold_words: words set in bold wherever they stand in the text.
    """

    text: Bilingual = Bilingual()
    label: Bilingual = Bilingual()
    bold: bool = False
    bold_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        width: in millimetres; the widths of a table are scaled to the width of its text.
        align: of its cells; heads are always centred.
        one_line: holds numbers, dates or codes that are never broken.
    """

    head: Bilingual
    width: float
    align: Align = "start"
    one_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table with a repeated head; its first column stands at the reading start.

    Attributes:
        row_height: at least, in millimetres; rows to be signed are that high and centred.
        fill_page: up to so many empty numbered rows are added to fill the last page, at least
            three when not 0, going on from the number in the first column.
        dense: smaller type; large: that of running text.
        total: the last row is a total.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_height: float = 0
    fill_page: int = 0
    dense: bool = False
    large: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs: lines above (delegation), function in bold, name, line under the name."""

    function: Bilingual
    name: Bilingual = Bilingual()
    above: Bilingual = Bilingual()
    below: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures(Block):
    """The signature blocks: one at the end side, two level, more in a table."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes(Block):
    """Enclosures and copies, under a rule, each with its bold label."""

    rows: tuple[tuple[Bilingual, Bilingual], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Block):
    """The data-protection notice, whole, under a light rule, with a bold lead-in."""

    lead: Bilingual
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: what it counts, and its parts from the axis on.

    Attributes:
        parts: a size for each fill of the chart's key, or for the one fill when it has no key.
    """

    label: Bilingual
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Block):
    """Bars that grow from the axis in reading order, each with its figures, under a caption.

    Attributes:
        key: what each part of a bar is: done, in progress, late, not due, in this order; none
            where bars have one part.
        upright: columns side by side, as months run, one for each part.
    """

    caption: Bilingual
    bars: tuple[Bar, ...]
    key: tuple[Bilingual, ...] = ()
    upright: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Block):
    """Framed figures side by side: the figure large, what it counts, and what it is beside."""

    figures: tuple[tuple[Bilingual, Bilingual, Bilingual], ...]


AnyBlock = (
    Header
    | Reference
    | Title
    | Heading
    | Paragraph
    | Items
    | Fields
    | Table
    | Signatures
    | Notes
    | Notice
    | Chart
    | Figures
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to be set.

    Attributes:
        languages: one, or Arabic then French for both side by side.
        title: for the file's own title and the reader's window.
        running_head: short title and date, from page 2.
        footer: reference at the reading start of every page.
        sections: several papers set as one file, each from a page of its own with its own page
            count (a batch of attestations); the other fields then describe the file.
    """

    kind: str
    languages: tuple[PaperLanguage, ...]
    title: str
    running_head: Bilingual
    footer: Bilingual
    blocks: tuple[AnyBlock, ...] = ()
    landscape: bool = False
    sections: tuple["Paper", ...] = field(default=())
