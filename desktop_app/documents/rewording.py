"""What a user typed over a block, and how it goes back into it.

Every block has one plain text in each language. Line feeds part its lines (paragraphs, items,
rows, people who sign) and tabs the parts of a line:

==============  ======================================================================
Header          its lines, then after an empty line place and date
Reference       the number; one that begins with ``/`` keeps its dotted leader
Title           the title, then the subject from the second line on
Heading         the head
Paragraph       the text, after its label and a tab when it has one
Items           one item a line
Fields          one row a line, tabs between fields; a label ends with its colon
Table           heads first, then one row a line, tabs between cells; a label stays
                a label when the cell still begins with it, ↵ parts the lines of a cell
Signatures      one a line: function, name, line under the name, line above
Notes           label, tab, text
Notice          lead-in, tab, text
Chart           its caption; figures are the record's
Figures         one a line: figure, what it counts, what it is beside
==============  ======================================================================
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import singledispatch
from itertools import zip_longest
from typing import TypeVar

from desktop_app.documents.blocks import (
    AnyBlock,
    Block,
    Cell,
    Chart,
    Fields,
    Figures,
    Header,
    Heading,
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
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_LABEL = re.compile(r"^([^:]*:)(?: (.+))?$", re.DOTALL)
_BREAK = " ↵ "
_BREAKS = re.compile(" *↵ *")
_NOTHING = Bilingual()
_T = TypeVar("_T")


def tidy(text: str) -> str:
    """Give a typed wording without the spaces around its lines and cells, nor empty last ones."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = ["\t".join(cell.strip() for cell in line.split("\t")).rstrip("\t") for line in lines]
    return "\n".join(rows).rstrip("\n")


def wording(block: AnyBlock, language: PaperLanguage) -> str:
    """Give the text of a block in one language, as a user may edit it."""
    return tidy(_text(block, language))


def reworded(paper: Paper, wordings: Mapping[tuple[str, PaperLanguage], str]) -> Paper:
    """Give the paper with other words in some of its blocks.

    Args:
        paper: as it was built; building it again without wordings puts everything back.
        wordings: by name of block and language. A block that the paper no longer has, and a
            language that it does not speak, are passed over.
    """

    def of(block: AnyBlock) -> AnyBlock:
        for language in paper.languages:
            typed = wordings.get((block.name, language))
            if typed is not None:
                block = _with(block, language, tidy(typed))
        return block

    return replace(
        paper,
        blocks=tuple(map(of, paper.blocks)),
        sections=tuple(reworded(section, wordings) for section in paper.sections),
    )


def _put(old: Bilingual, language: PaperLanguage, text: str) -> Bilingual:
    return Bilingual(text, old.fr) if language == "ar" else Bilingual(old.ar, text)


def _joined(first: str, mark: str, rest: str) -> str:
    return f"{first}{mark}{rest}" if rest else first


def _run_in(label: str, text: str) -> str:
    return " ".join(filter(None, (label, text)))


def _labelled(label: str, text: str) -> str:
    return f"{label}\t{text}" if label else text


def _unlabelled(text: str) -> tuple[str, str]:
    label, _, rest = text.partition("\t")
    return (label, rest) if label and rest else ("", text)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _cells(line: str, count: int) -> list[str]:
    cells = line.split("\t", count - 1)
    return cells + [""] * (count - len(cells))


def _trimmed(things: Iterable[_T], says: Callable[[_T], object]) -> tuple[_T, ...]:
    """Drop the last ones that say nothing."""
    kept = list(things)
    while kept and not says(kept[-1]):
        kept.pop()
    return tuple(kept)


@singledispatch
def _text(block: Block, language: PaperLanguage) -> str:
    raise TypeError((block, language))


@singledispatch
def _with(block: Block, language: PaperLanguage, text: str) -> AnyBlock:
    raise TypeError((block, language, text))


@_text.register
def _(block: Header, language: PaperLanguage) -> str:
    lines = block.lines_ar if language == "ar" else block.lines_fr
    return _joined("\n".join(lines), "\n\n", block.place_date.get(language))


@_with.register
def _(block: Header, language: PaperLanguage, text: str) -> AnyBlock:
    before, parted, after = text.rpartition("\n\n")
    head, place = (before, after) if parted else (text, "")
    lines = tuple(_lines(head))
    block = replace(block, place_date=_put(block.place_date, language, place))
    return replace(block, lines_ar=lines) if language == "ar" else replace(block, lines_fr=lines)


@_text.register
def _(block: Reference, _language: PaperLanguage) -> str:
    return block.number


@_with.register
def _(block: Reference, _language: PaperLanguage, text: str) -> AnyBlock:
    return replace(block, number=text, blank=text.startswith("/"))


@_text.register
def _(block: Title, language: PaperLanguage) -> str:
    return _joined(block.title.get(language), "\n", block.subject.get(language))


@_with.register
def _(block: Title, language: PaperLanguage, text: str) -> AnyBlock:
    title, _, subject = text.partition("\n")
    return replace(
        block,
        title=_put(block.title, language, title),
        subject=_put(block.subject, language, subject),
    )


@_text.register
def _(block: Heading, language: PaperLanguage) -> str:
    return block.text.get(language)


@_with.register
def _(block: Heading, language: PaperLanguage, text: str) -> AnyBlock:
    return replace(block, text=_put(block.text, language, text))


@_text.register
def _(block: Paragraph, language: PaperLanguage) -> str:
    return _labelled(block.label.get(language), block.text.get(language))


@_with.register
def _(block: Paragraph, language: PaperLanguage, text: str) -> AnyBlock:
    label, rest = _unlabelled(text)
    return replace(
        block, label=_put(block.label, language, label), text=_put(block.text, language, rest)
    )


@_text.register
def _(block: Items, language: PaperLanguage) -> str:
    return "\n".join(item.get(language) for item in block.items)


@_with.register
def _(block: Items, language: PaperLanguage, text: str) -> AnyBlock:
    pairs = zip_longest(block.items, _lines(text))
    items = (_put(old or _NOTHING, language, new or "") for old, new in pairs)
    return replace(block, items=tuple(filter(None, items)))


@_text.register
def _(block: Fields, language: PaperLanguage) -> str:
    return "\n".join(
        "\t".join(_run_in(field.label.get(language), field.text.get(language)) for field in row)
        for row in block.rows
    )


@_with.register
def _(block: Fields, language: PaperLanguage, text: str) -> AnyBlock:
    rows = (
        tuple(
            _field(old or Leader(_NOTHING), language, new or "")
            for old, new in zip_longest(row or (), line.split("\t") if line else ())
        )
        for row, line in zip_longest(block.rows, _lines(text))
    )
    return replace(block, rows=_trimmed((_trimmed(row, _says) for row in rows), bool))


def _says(field: Leader) -> bool:
    return bool(field.label or field.text)


def _field(old: Leader, language: PaperLanguage, text: str) -> Leader:
    parts = _LABEL.match(text)
    label, rest = (parts[1], parts[2] or "") if parts else ("", text)
    return replace(old, label=_put(old.label, language, label), text=_put(old.text, language, rest))


@_text.register
def _(block: Table, language: PaperLanguage) -> str:
    heads = [column.head.get(language) for column in block.columns]
    rows = [
        [
            _run_in(cell.label.get(language), cell.text.get(language)).replace("\n", _BREAK)
            for cell in row
        ]
        for row in block.rows
    ]
    return "\n".join("\t".join(row) for row in [heads, *rows])


@_with.register
def _(block: Table, language: PaperLanguage, text: str) -> AnyBlock:
    count = len(block.columns)
    head, *lines = [
        [_BREAKS.sub("\n", cell) for cell in _cells(line, count)] for line in text.split("\n")
    ]
    columns = tuple(
        replace(column, head=_put(column.head, language, new))
        for column, new in zip(block.columns, head, strict=True)
    )
    labels = [
        {row[number].label.get(language) for row in block.rows} - {""} for number in range(count)
    ]
    empty = (Cell(),) * count
    rows = (
        tuple(
            _cell(cell, language, new, known)
            for cell, new, known in zip(row or empty, line or [""] * count, labels, strict=True)
        )
        for row, line in zip_longest(block.rows, lines)
    )
    return replace(block, columns=columns, rows=_trimmed(rows, _filled))


def _filled(row: Sequence[Cell]) -> bool:
    return any(cell.text or cell.label for cell in row)


def _cell(old: Cell, language: PaperLanguage, text: str, labels: Iterable[str]) -> Cell:
    label = next((known for known in labels if f"{text} ".startswith(f"{known} ")), "")
    return replace(
        old,
        label=_put(old.label, language, label),
        text=_put(old.text, language, text[len(label) :].removeprefix(" ")),
    )


@_text.register
def _(block: Signatures, language: PaperLanguage) -> str:
    return "\n".join(
        "\t".join(part.get(language) for part in (one.function, one.name, one.below, one.above))
        for one in block.signatures
    )


@_with.register
def _(block: Signatures, language: PaperLanguage, text: str) -> AnyBlock:
    def one(old: Signature, line: str) -> Signature:
        function, name, below, above = _cells(line, 4)
        return Signature(
            function=_put(old.function, language, function),
            name=_put(old.name, language, name),
            below=_put(old.below, language, below),
            above=_put(old.above, language, above),
        )

    pairs = zip_longest(block.signatures, _lines(text))
    signatures = (one(old or Signature(_NOTHING), line or "") for old, line in pairs)
    return replace(block, signatures=_trimmed(signatures, _signs))


def _signs(one: Signature) -> bool:
    return bool(one.function or one.name or one.below or one.above)


@_text.register
def _(block: Notes, language: PaperLanguage) -> str:
    return "\n".join(
        _labelled(label.get(language), text.get(language)) for label, text in block.rows
    )


@_with.register
def _(block: Notes, language: PaperLanguage, text: str) -> AnyBlock:
    def one(old: tuple[Bilingual, Bilingual] | None, line: str) -> tuple[Bilingual, Bilingual]:
        label, rest = _unlabelled(line)
        before = old or (_NOTHING, _NOTHING)
        return _put(before[0], language, label), _put(before[1], language, rest)

    pairs = zip_longest(block.rows, _lines(text))
    return replace(block, rows=_trimmed((one(old, line or "") for old, line in pairs), any))


@_text.register
def _(block: Notice, language: PaperLanguage) -> str:
    return _labelled(block.lead.get(language), block.text.get(language))


@_with.register
def _(block: Notice, language: PaperLanguage, text: str) -> AnyBlock:
    lead, rest = _unlabelled(text)
    return replace(
        block, lead=_put(block.lead, language, lead), text=_put(block.text, language, rest)
    )


@_text.register
def _(block: Chart, language: PaperLanguage) -> str:
    return block.caption.get(language)


@_with.register
def _(block: Chart, language: PaperLanguage, text: str) -> AnyBlock:
    return replace(block, caption=_put(block.caption, language, text))


@_text.register
def _(block: Figures, language: PaperLanguage) -> str:
    return "\n".join("\t".join(part.get(language) for part in one) for one in block.figures)


@_with.register
def _(block: Figures, language: PaperLanguage, text: str) -> AnyBlock:
    nothing = (_NOTHING, _NOTHING, _NOTHING)

    def one(old: tuple[Bilingual, ...] | None, line: str) -> tuple[Bilingual, Bilingual, Bilingual]:
        figure, label, beside = (
            _put(part, language, word)
            for part, word in zip(old or nothing, _cells(line, 3), strict=True)
        )
        return figure, label, beside

    pairs = zip_longest(block.figures, _lines(text))
    return replace(block, figures=_trimmed((one(old, line or "") for old, line in pairs), any))
