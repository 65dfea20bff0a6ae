"""What the papers share around their text: header, reference, place and date, section heads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from desktop_app.documents.blocks import (
    AnyBlock,
    Fields,
    Header,
    Heading,
    Leader,
    Notes,
    Paragraph,
    Role,
)
from desktop_app.documents.blocks import Reference as ReferenceBlock
from desktop_app.documents.phrases import Languages, bare_day, each, enumeration
from desktop_app.services.institution_data import HeaderMode, Institution, NumberingMode
from desktop_app.wording import numbers, prepositions
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_DOTS = "." * 20
_DATE_BY_HAND = 38.0


def present(*blocks: AnyBlock | None) -> tuple[AnyBlock, ...]:
    """Keep the blocks that there are."""
    return tuple(block for block in blocks if block is not None)


def header(
    institution: Institution, languages: Languages, place_date: Bilingual | None = None
) -> Header:
    """Make the head of the first page: the office's picture, or its lines in one or two columns."""
    written = place_date or Bilingual()
    if institution.header_mode is HeaderMode.PICTURE and institution.header_picture:
        return Header(name="header", picture=institution.header_picture, place_date=written)
    ar, fr = institution.header_ar, institution.header_fr
    two = institution.header_mode is HeaderMode.BILINGUAL or len(languages) == 2
    return Header(
        name="header",
        lines_ar=ar if two or "ar" in languages or not fr else (),
        lines_fr=fr if two or "fr" in languages or not ar else (),
        emblem=institution.emblem if two else b"",
        place_date=written,
    )


def headed(institution: Institution, header: HeaderMode | bytes | None) -> Institution:
    """Give the centre a mode or a picture in place of its own header."""
    if header is None:
        return institution
    if isinstance(header, bytes):
        return replace(institution, header_mode=HeaderMode.PICTURE, header_picture=header)
    return replace(institution, header_mode=header)


def reference(institution: Institution, number: str, year: date | None) -> ReferenceBlock | None:
    """Make the line of the number: the number, a leader before the year, or nothing.

    Args:
        institution: whose numbering decides what stands where there is no number.
        number: as given, or empty.
        year: any day of the year of the paper; without it the leader stands alone.
    """
    if number:
        return ReferenceBlock(name="reference", number=number)
    if institution.numbering is NumberingMode.NONE:
        return None
    end = f"/{year.year % 100:02}" if year else "/"
    return ReferenceBlock(name="reference", number=end, blank=True)


def place_date(institution: Institution, day: date | None, languages: Languages) -> Bilingual:
    """Say where and when a letter is written, with dots when it is dated by hand."""

    def say(language: PaperLanguage) -> str:
        city = institution.city.best(language)
        if day is None or institution.blank_date:
            if language == "ar":
                return f"{city} في: {_DOTS}".strip()
            return f"{city}, le {_DOTS}" if city else f"Le {_DOTS}"
        written = bare_day(day, language)
        if language == "ar":
            return f"{city} في {written}" if city else f"في {written}"
        return f"{city}, le {written}" if city else f"Le {written}"

    return each(languages, say)


def done(
    institution: Institution, day: date | None, languages: Languages, role: Role = "body"
) -> Paragraph | Fields:
    """Say at the foot of a paper where and when it was written, or leave the date to the hand."""

    def begin(language: PaperLanguage) -> str:
        city = institution.city.best(language)
        if language == "ar":
            return f"وحرر {prepositions.bi(city)} في" if city else "وحرر في"
        return f"Fait {prepositions.a(city)}, le" if city else "Fait le"

    if day is None or institution.blank_date:
        label = each(languages, lambda one: begin(one) + (":" if one == "ar" else " :"))
        field = Leader(label, width=_DATE_BY_HAND)
        return Fields(name="done", rows=((field,),), keep_with_next=True)
    text = each(languages, lambda one: f"{begin(one)} {bare_day(day, one)}.")
    return Paragraph(name="done", text=text, role=role, align="start", keep_with_next=True)


def footer(
    paper: Bilingual, number: str, without_number: Bilingual, languages: Languages
) -> Bilingual:
    """Say in the foot which paper this is: its kind and number, or what it is called."""
    if not number:
        return without_number
    labels = {"ar": "المرجع: {} رقم {}", "fr": "Réf. : {} n° {}"}
    return each(languages, lambda one: labels[one].format(paper.get(one), number))


def notes(
    enclosures: Sequence[Bilingual], copies: Sequence[Bilingual], languages: Languages
) -> Notes | None:
    """Name what is enclosed and who gets a copy, after the signatures."""
    rows = (
        (Bilingual("المرفقات:", "Pièces jointes :"), enclosures),
        (Bilingual("نسخة موجهة إلى:", "Ampliation :"), copies),
    )
    kept = tuple(
        (Bilingual(label.ar if text.ar else "", label.fr if text.fr else ""), text)
        for label, texts in rows
        if (text := enumeration(texts, languages))
    )
    return Notes(name="notes", rows=kept) if kept else None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper under a head of its own.

    Attributes:
        name: of its head's block, with ``.heading`` after it.
        title: without number.
    """

    name: str
    title: Bilingual
    blocks: Sequence[AnyBlock]


def numbered(sections: Iterable[Section], languages: Languages) -> tuple[AnyBlock, ...]:
    """Set the sections under their heads, numbered in words; one without blocks falls out."""
    blocks: list[AnyBlock] = []
    for number, section in enumerate((one for one in sections if one.blocks), start=1):
        text = each(languages, partial(_head, number, section.title))
        blocks += [Heading(name=f"{section.name}.heading", text=text), *section.blocks]
    return tuple(blocks)


def _head(number: int, title: Bilingual, language: PaperLanguage) -> str:
    mark = " –" if language == "ar" else ""
    return f"{numbers.section(number, language)}{mark} {title.get(language)}"
