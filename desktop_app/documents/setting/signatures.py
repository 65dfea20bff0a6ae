"""The foot of a paper set: signature blocks, enclosures and copies, the notice."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.documents import blocks
from desktop_app.documents.setting import styles, tables, words
from desktop_app.documents.setting.styles import Setting
from desktop_app.documents.setting.text import labelled
from desktop_app.documents.typesetting.model import Run
from desktop_app.documents.typesetting.page import MM, Cut, Flow
from desktop_app.documents.typesetting.paragraph import Column, Paragraph, Whole, column
from desktop_app.documents.typesetting.pen import Pen
from desktop_app.wording.bilingual import Bilingual

_BLOCK = 68 * MM
_TALL = 45 * MM
_TALL_LANDSCAPE = 30 * MM
_ROOM = 25 * MM
_BEFORE = 12.0
_BEFORE_RULE = 8.0
_RULE_GAP = 4.0
_ROW = 14
_MOST_BLOCKS = 2


def signatures(block: blocks.Signatures, setting: Setting) -> list[Flow]:
    """Set one block at the end side, two level from edge to edge, more as a table.

    Blocks taller than a page are set as a table too, whose rows can be divided.
    """
    if not block.signatures:
        return []
    placed = []
    for number, signature in enumerate(block.signatures):
        at_end = number == len(block.signatures) - 1
        x = setting.at_end(_BLOCK) if at_end else setting.at_start(_BLOCK)
        placed.append(list(_lines(signature, x, setting)))
    tall = _TALL_LANDSCAPE if setting.landscape else _TALL
    text = max(sum(each.height for each in columns) for columns in placed)
    height = max(0 if setting.tight else tall, text + _ROOM)
    if len(block.signatures) > _MOST_BLOCKS or height > setting.room:
        return _whole(tables.table(_as_table(block), setting), setting)

    def draw(pen: Pen, x: float, y: float) -> None:
        for columns in placed:
            top = y
            for each in columns:
                each.draw(pen, x, top)
                top += each.height

    return [Flow(block.name, Whole(height, draw), setting.white(_BEFORE), styles.AFTER_PARAGRAPH)]


def _lines(signature: blocks.Signature, x: float, setting: Setting) -> Iterator[Column]:
    for text, bold in (
        (signature.above, False),
        (signature.function, True),
        (signature.name, False),
        (signature.below, False),
    ):
        for language in setting.languages:
            if text.get(language):
                style = setting.style("body", language, "center", bold=bold)
                tag = setting.tag("P", language)
                yield column((Run(text.get(language)),), style, _BLOCK, tag, x)


def _whole(flows: list[Flow], setting: Setting) -> list[Flow]:
    """Keep a table of signatures on one page, unless it is so tall that it would empty another."""
    table = flows[0].strip
    height = table.height(0, table.count)
    if height > setting.room / 2:
        return flows

    def draw(pen: Pen, x: float, y: float) -> None:
        table.draw(pen, x, y, 0, table.count)

    return [replace(flows[0], strip=Whole(height, draw))]


def _as_table(block: blocks.Signatures) -> blocks.Table:
    heads = words.SIGNATURE_HEADS
    return blocks.Table(
        name=block.name,
        columns=(
            blocks.Column(heads[0], 10, "center", one_line=True),
            blocks.Column(heads[1], 95),
            blocks.Column(heads[2], 60),
        ),
        rows=tuple(
            (
                blocks.Cell(Bilingual(str(number), str(number))),
                blocks.Cell(_one_under_the_other(signature)),
                blocks.Cell(),
            )
            for number, signature in enumerate(block.signatures, 1)
        ),
        row_height=_ROW,
    )


def _one_under_the_other(signature: blocks.Signature) -> Bilingual:
    parts = (signature.above, signature.name, signature.function, signature.below)
    return Bilingual(
        "\n".join(part.ar for part in parts if part.ar),
        "\n".join(part.fr for part in parts if part.fr),
    )


def notes(block: blocks.Notes, setting: Setting) -> list[Flow]:
    """Set enclosures and copies under a rule."""
    flows = [_rule(block.name, setting)]
    for label, text in block.rows:
        columns = tuple(
            column(
                labelled(label.get(language), (Run(text.get(language)),)),
                setting.style("note", language),
                width,
                setting.tag("P", language),
                x,
            )
            for language, x, width in setting.places(text)
        )
        if columns:
            flows.append(Flow(block.name, Paragraph(columns), after=0))
    return _with_rule(flows)


def notice(block: blocks.Notice, setting: Setting) -> list[Flow]:
    """Set the notice, whole, under a light rule."""
    columns = tuple(
        column(
            labelled(block.lead.get(language), (Run(block.text.get(language)),)),
            setting.style("notice", language),
            width,
            setting.tag("P", language),
            x,
        )
        for language, x, width in setting.places(block.text)
    )
    strips = [Flow(block.name, Paragraph(columns, whole=True))] if columns else []
    return _with_rule([_rule(block.name, setting), *strips])


def _rule(name: str, setting: Setting) -> Flow:
    def draw(pen: Pen, x: float, y: float) -> None:
        pen.pdf.rule(x, y, x + setting.width, y, styles.RULE)

    return Flow(name, Whole(styles.RULE, draw), _BEFORE_RULE, _RULE_GAP)


def _with_rule(flows: list[Flow]) -> list[Flow]:
    """Keep the rule with what stands under it, and that together; a rule over nothing falls out."""
    if len(flows) == 1:
        return []
    rest = [replace(flow, cut_before=Cut.AVOID) for flow in flows[2:]]
    return [flows[0], replace(flows[1], cut_before=Cut.NEVER), *rest]
