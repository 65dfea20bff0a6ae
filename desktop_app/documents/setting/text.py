"""Running text set: paragraphs, section heads, lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from desktop_app.documents import blocks
from desktop_app.documents.setting import styles
from desktop_app.documents.setting.styles import Setting
from desktop_app.documents.typesetting.model import LineAlign, Run, TextStyle
from desktop_app.documents.typesetting.page import MM, Flow, Strip
from desktop_app.documents.typesetting.paragraph import Column, Paragraph, Whole, column
from desktop_app.documents.typesetting.pen import Pen, Tag
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_HANGING = 21 * MM
_HANGING_BESIDE = 16 * MM
_ITEM_HANGING = 8.5 * MM
_MARK = 7 * MM
_HEADING_RULE_GAP = 1.5
_CENTRED = 8.0
_SUBJECT = 3.0
_ATTESTATION = 9.0
_MARKS = re.compile("[\u064b-\u0652]")
_LETTERS = re.compile("[\u0620-\u064a]")
_VOCALISED = 0.25


def paragraph(block: blocks.Paragraph, setting: Setting) -> list[Flow]:
    """Set running text, one strip for each of its paragraphs."""
    before, after = map(setting.white, _white(block))
    flows = []
    texts = tuple(parted(block.text)) or (Bilingual(),)
    for number, text in enumerate(texts):
        label = Bilingual() if number else block.label
        columns = tuple(_columns(block, label, text, setting))
        if columns:
            flows.append(
                Flow(
                    block.name,
                    Paragraph(columns, whole=block.role == "subject"),
                    setting.white(styles.AFTER_PARAGRAPH) if number else before,
                    after,
                )
            )
    return flows


def parted(text: Bilingual) -> Iterator[Bilingual]:
    """Part a text at its line feeds, the languages' paragraphs in step; empty ones are left out."""
    paragraphs = (
        [part for part in text.get(language).split("\n") if part.strip()]
        for language in ("ar", "fr")
    )
    for arabic, french in zip_longest(*paragraphs, fillvalue=""):
        yield Bilingual(arabic, french)


def _white(block: blocks.Paragraph) -> tuple[float, float]:
    if block.role == "attestation":
        return _ATTESTATION, _ATTESTATION
    if block.hanging:
        return styles.AFTER_ITEM, styles.AFTER_ITEM
    if block.role == "subject":
        return _SUBJECT, _SUBJECT
    if block.align == "center":
        return _SUBJECT, _CENTRED
    return 0, styles.AFTER_PARAGRAPH


def _columns(
    block: blocks.Paragraph, label: Bilingual, text: Bilingual, setting: Setting
) -> Iterator[Column]:
    beside = bool(block.text.ar and block.text.fr)
    for language, x, width in setting.places(text or label, beside=beside):
        style = _style(block, language, width, setting)
        tag = setting.tag("P", language)
        name, words = label.get(language), bold_runs(text.get(language), block.bold_words)
        if not block.hanging:
            yield column(labelled(name, words), style, width, tag, x)
            continue
        hanging = _HANGING if width > styles.RAGGED_BELOW else _HANGING_BESIDE
        at_label, at_words = hung(x, width, hanging, language)
        if name:
            yield column((Run(name, bold=True),), style, hanging, tag, at_label)
        yield column(words, style, width - hanging, tag, at_words)


def hung(x: float, width: float, hanging: float, language: PaperLanguage) -> tuple[float, float]:
    """Give the x of a label's column and of the text beside it, in the order of the language."""
    if language == "ar":
        return x + width - hanging, x
    return x, x + hanging


def _style(
    block: blocks.Paragraph, language: PaperLanguage, width: float, setting: Setting
) -> TextStyle:
    """Narrow columns are ragged; a vocalised text gets more room between its lines."""
    align: LineAlign = block.align
    if align == "justify":
        if block.role == "subject":
            align = "center"
        elif width < styles.RAGGED_BELOW or block.hanging:
            align = "start"
    role: str = "address" if block.role == "subject" else block.role
    if role == "body" and language == "ar" and _vocalised(block.text.ar):
        role = "body.vocalised"
    return setting.style(role, language, align, bold=block.bold or block.role == "subject")


def _vocalised(text: str) -> bool:
    return len(_MARKS.findall(text)) > _VOCALISED * len(_LETTERS.findall(text))


def bold_runs(text: str, words: Sequence[str]) -> tuple[Run, ...]:
    """Part a text into runs, those equal to one of `words` in bold."""
    wanted = [re.escape(word) for word in words if word]
    if not wanted:
        return (Run(text),)
    parts = re.split(f"({'|'.join(wanted)})", text)
    return tuple(Run(part, bold=number % 2 == 1) for number, part in enumerate(parts) if part)


def labelled(label: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Run a bold label in before a text."""
    return (Run(label, bold=True), Run(" "), *runs) if label else runs


def heading(block: blocks.Heading, setting: Setting) -> list[Flow]:
    """Set a section head; two languages share a line over a rule."""
    columns = tuple(
        column(
            (Run(block.text.get(language)),),
            setting.style("heading", language, bold=True),
            width,
            setting.tag("H2", language),
            x,
        )
        for language, x, width in setting.places(block.text)
    )
    if not columns:
        return []
    before = styles.BEFORE_HEADING_TIGHT if setting.tight else styles.BEFORE_HEADING
    strip: Strip = Paragraph(columns, whole=True)
    if len(columns) > 1 and strip.height(0, strip.count) < setting.room / 2:
        strip = over_rule(strip, setting.width, _HEADING_RULE_GAP)
    return [Flow(block.name, strip, before, styles.AFTER_HEADING)]


def over_rule(strip: Strip, width: float, gap: float) -> Whole:
    """Put a light rule under a strip."""
    height = strip.height(0, strip.count)

    def draw(pen: Pen, x: float, y: float) -> None:
        strip.draw(pen, x, y, 0, strip.count)
        line = y + height + gap
        pen.pdf.rule(x, line, x + width, line, styles.RULE)

    return Whole(height + gap + styles.RULE, draw)


def items(block: blocks.Items, setting: Setting) -> list[Flow]:
    """Set a list: each mark in a column of its own, the text hanging beside it."""
    numbering = "Decimal" if block.numbered else "None"
    listed = setting.tag("L", numbering=numbering)
    flows = []
    for number, text in enumerate(block.items, 1):
        mark = f"{number}." if block.numbered else "–"
        entries = {language: Tag("LI", listed, language) for language in setting.languages}
        for position, part in enumerate(parted(text)):
            columns = [
                each
                for language, x, width in setting.places(part, beside=bool(text.ar and text.fr))
                for each in _item(
                    "" if position else mark,
                    part.get(language),
                    entries[language],
                    setting.style("body", language),
                    (x, width),
                )
            ]
            strip = Paragraph(tuple(columns))
            flows.append(Flow(block.name, strip, styles.AFTER_ITEM, styles.AFTER_ITEM))
    if flows:
        flows[-1] = replace(flows[-1], after=styles.AFTER_PARAGRAPH)
    return flows


def _item(
    mark: str, text: str, entry: Tag, style: TextStyle, place: tuple[float, float]
) -> Iterator[Column]:
    x, width = place
    at_mark, at_text = hung(x, width, _ITEM_HANGING, style.language)
    if style.language == "fr":
        at_mark += _ITEM_HANGING - _MARK
    if mark:
        yield column((Run(mark),), style, _MARK, Tag("Lbl", entry), at_mark)
    yield column((Run(text),), style, width - _ITEM_HANGING, Tag("LBody", entry), at_text)
