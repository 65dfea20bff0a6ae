"""Tables set: columns scaled to the text, cells in one or two languages, rows to be signed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents import blocks
from desktop_app.documents.setting import styles
from desktop_app.documents.setting.styles import Setting
from desktop_app.documents.setting.text import bold_runs, labelled
from desktop_app.documents.typesetting import table as rows
from desktop_app.documents.typesetting.lines import natural_width
from desktop_app.documents.typesetting.model import Run, TextStyle
from desktop_app.documents.typesetting.page import MM, Flow
from desktop_app.documents.typesetting.paragraph import column
from desktop_app.documents.typesetting.pen import Tag
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_PADDING = 0.95 * MM
_PADDING_DENSE = 0.9 * MM
_PADDING_TIGHT = 0.8 * MM
_SIDE = 1.7 * MM
_SIDE_DENSE = 1.3 * MM
_SIDE_FIRST_HEAD = 0.4 * MM
_LONGEST_WORDS = 3
_LONGEST_LINES = 30
_SPARE = 0.1


@dataclass(frozen=True, slots=True)
class _Look:
    """The type and the padding of one table."""

    setting: Setting
    dense: bool
    large: bool = False

    @property
    def side(self) -> float:
        """Padding beside the text."""
        return _SIDE_DENSE if self.dense else _SIDE

    @property
    def padding(self) -> float:
        """Padding above and below the text."""
        if self.setting.tight:
            return _PADDING_TIGHT
        return _PADDING_DENSE if self.dense else _PADDING

    def style(self, language: PaperLanguage, align: blocks.Align, *, bold: bool) -> TextStyle:
        """Give the type of a cell; cells are ragged."""
        role = "cell.dense" if self.dense else "cell.large" if self.large else "cell"
        return self.setting.style(
            role,
            language,
            "start" if align == "justify" else align,
            bold=bold,
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell's text stands: the column's width, the padding beside it, how it is ranged."""

    width: float
    side: float
    align: blocks.Align
    centred: bool


def table(block: blocks.Table, setting: Setting) -> list[Flow]:
    """Set a table, with as many empty rows as it may be filled with.

    It becomes dense of itself when a column is narrower than its longest word.
    """
    if not block.columns:
        return []
    looks = [_Look(setting, block.dense, block.large), _Look(setting, dense=True)]
    fitting = ((look, widths) for look in looks if (widths := _widths(block, look)))
    look, widths = next(fitting, (looks[0], _scaled(block.columns, setting.width)))
    tag = setting.tag("Table", None if setting.both else setting.lead)
    head = _head(block, widths, look, tag)
    body = list(_body(block, widths, look, tag, head))
    if head and head.height > setting.room / 2:
        body = [*rows.divided(head, setting.room / 2), *body]
        head = None
    edges = tuple(_edges(widths, setting))
    strip = rows.Table(edges, body, head, _unmarked(head), total=block.total, fill=block.fill_page)
    return [Flow(block.name, strip, styles.BEFORE_TABLE, styles.AFTER_TABLE)] if body else []


def _blank_rows(block: blocks.Table) -> tuple[tuple[blocks.Cell, ...], ...]:
    """Give the empty rows that may fill the page, numbered on from those of the table."""
    empty = (blocks.Cell(),) * (len(block.columns) - 1)
    numbers = range(len(block.rows) + 1, len(block.rows) + block.fill_page + 1)
    return tuple((blocks.Cell(Bilingual(str(n), str(n))), *empty) for n in numbers)


def _edges(widths: Sequence[float], setting: Setting) -> Iterator[tuple[float, float]]:
    """Give each column's left and right edge; the first stands at the reading start."""
    at = 0.0
    for width in widths:
        left = setting.width - at - width if setting.lead == "ar" else at
        yield left, left + width
        at += width


def _scaled(columns: Sequence[blocks.Column], width: float) -> list[float]:
    total = sum(each.width for each in columns)
    return [each.width * width / total for each in columns]


def _widths(block: blocks.Table, look: _Look) -> list[float] | None:
    """Scale the columns to the text, none narrower than its longest word; None if none can be."""
    widths = _scaled(block.columns, look.setting.width)
    least = [
        max(
            _widest(_head_words(each), look, bold=True)
            + 2 * (look.side if number else _SIDE_FIRST_HEAD),
            _widest(
                _cell_words(block, number),
                look,
                bold=False,
                most=_LONGEST_LINES if each.one_line else _LONGEST_WORDS,
            )
            + 2 * look.side,
        )
        for number, each in enumerate(block.columns)
    ]
    if all(width >= need for width, need in zip(widths, least, strict=True)):
        return widths
    if sum(least) > look.setting.width:
        return None
    missing = sum(max(need - width, 0) for width, need in zip(widths, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(widths, least, strict=True))
    share = missing / spare
    return [
        max(need, width - max(width - need, 0) * share)
        for width, need in zip(widths, least, strict=True)
    ]


def _head_words(column: blocks.Column) -> Iterator[tuple[PaperLanguage, str]]:
    for word in column.head.ar.split():
        yield "ar", word
    for word in column.head.fr.split():
        yield "fr", word


def _cell_words(block: blocks.Table, number: int) -> Iterator[tuple[PaperLanguage, str]]:
    """Give the words of a column, or its whole texts where they are never broken."""
    one_line = block.columns[number].one_line
    for row in block.rows:
        cell = row[number]
        for words in (cell.label, cell.text):
            for word in [words.ar] if one_line else words.ar.split():
                yield "ar", word
            for word in [words.fr] if one_line else words.fr.split():
                yield "fr", word


def _widest(
    words: Iterable[tuple[PaperLanguage, str]],
    look: _Look,
    *,
    bold: bool,
    most: int = _LONGEST_WORDS,
) -> float:
    """Give the width of the widest word, measuring the longest only."""
    longest: dict[PaperLanguage, set[str]] = {"ar": set(), "fr": set()}
    for language, word in words:
        if language in look.setting.languages:
            longest[language].add(word)
    return max(
        (
            natural_width((Run(word, bold),), look.style(language, "start", bold=bold)) + _SPARE
            for language, found in longest.items()
            for word in sorted(found, key=lambda word: (-len(word), word))[:most]
        ),
        default=0,
    )


def _head(block: blocks.Table, widths: Sequence[float], look: _Look, tag: Tag) -> rows.Row | None:
    if not any(each.head for each in block.columns):
        return None
    line = Tag("TR", tag)
    cells = []
    for number, (each, width) in enumerate(zip(block.columns, widths, strict=True)):
        side = look.side if number else _SIDE_FIRST_HEAD
        place = _Place(width, side, "center", centred=True)
        holder = Tag("TH", line, attributes={"scope": "Column"})
        cells.append(_cell(blocks.Cell(each.head, bold=True), place, look, holder))
    return rows.row(cells, look.padding)


def _unmarked(head: rows.Row | None) -> rows.Row | None:
    """Give the head as it is repeated: no content of its own."""
    if head is None:
        return None
    cells = tuple(
        cell._replace(tag=None, parts=tuple(part._replace(tag=None) for part in cell.parts))
        for cell in head.cells
    )
    return head._replace(cells=cells)


def _body(
    block: blocks.Table,
    widths: Sequence[float],
    look: _Look,
    tag: Tag,
    head: rows.Row | None,
) -> Iterator[rows.Row]:
    tallest = look.setting.room - (head.height if head else 0)
    least = block.row_height * MM
    every = block.rows + _blank_rows(block)
    total = len(block.rows) - 1 if block.total else None
    for number, row in enumerate(every):
        line = Tag("TR", tag)
        cells = []
        for each, content, width in zip(block.columns, row, widths, strict=True):
            shown = replace(content, bold=True) if number == total else content
            centred = bool(least) or (look.setting.both and each.one_line)
            place = _Place(width, look.side, each.align, centred=centred)
            cells.append(_cell(shown, place, look, Tag("TD", line)))
        above = rows.FRAME if number == total else rows.INNER
        yield from rows.divided(rows.row(cells, look.padding, least, above), tallest)


def _cell(content: blocks.Cell, place: _Place, look: _Look, tag: Tag) -> rows.Cell:
    """Set a cell: each language's paragraphs one under the other, the same words once."""
    languages = look.setting.languages
    if content.text.ar == content.text.fr and content.label.ar == content.label.fr:
        languages = languages[:1]
    given = [each for each in languages if content.text.get(each) or content.label.get(each)]
    parts = []
    for language in given:
        style = look.style(language, place.align, bold=content.bold)
        lines = content.text.get(language).split("\n")
        for number, line in enumerate(lines):
            label = "" if number else content.label.get(language)
            holder = Tag("P", tag, language) if len(given) * len(lines) > 1 else tag
            runs = labelled(label, bold_runs(line, content.bold_words))
            parts.append(column(runs, style, place.width - 2 * place.side, holder, place.side))
    return rows.Cell(tuple(parts), tag, place.centred)
