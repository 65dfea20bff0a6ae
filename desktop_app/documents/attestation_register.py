"""The register of attestations: one line for each, signed by who receives it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from db.unit_of_work import Reading
from desktop_app.calendar import first_of_school_year, school_year
from desktop_app.documents.blocks import (
    Cell,
    Column,
    Fields,
    Leader,
    Paper,
    Paragraph,
    Table,
    Title,
)
from desktop_app.documents.letterhead import header, present
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages, body_in_cell, civil_name, each, same
from desktop_app.documents.scope import Scope
from desktop_app.services.attestations import Given, register
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.wording import counted, dates, persons
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital

_TITLE: Final = Bilingual("سجل الشهادات", "Registre des attestations")
_COLUMNS: Final = (
    (Bilingual("رقم الشهادة", "N°"), 17, True),
    (Bilingual("تاريخ التحرير", "Établie le"), 21, True),
    (Bilingual("الاسم الكامل", "Nom et prénom"), 38, False),
    (Bilingual("مقر العمل", "Lieu d’affectation"), 36, False),
    (Bilingual("اللقاء", "Rencontre"), 14, True),
    (Bilingual("تاريخ التسلم", "Remise le"), 17, False),
    (Bilingual("التوقيع", "Émargement"), 22, False),
)
_ROW: Final = 10.5
_ON_A_SHEET: Final = (15, 10)
"""Lines of a sheet, which is totalled and signed by itself: of one language, of two."""


def of_school_year(day: date) -> Scope:
    """Ask for the register of the school year that a day lies in."""
    first = first_of_school_year(day)
    last = first.replace(year=first.year + 1, month=8, day=31)
    return Scope(subject=f"{first}/{last}", about=(first, last))


def read(reading: Reading, scope: Scope, options: PaperOptions) -> tuple[date, tuple[Given, ...]]:
    """Read the attestations given of a session, in a period, or in the school year of the paper."""
    if scope.session_id is None:
        period = scope.about or of_school_year(options.day).about
        given = register(reading, period=period)
        day = period[0]
    else:
        given = register(reading, session_id=scope.session_id)
        day = given[0].dated if given else options.day
    return day, given


def build(
    matter: tuple[date, tuple[Given, ...]],
    institution: Institution,
    languages: Languages,
    options: PaperOptions,
) -> Paper:
    """Make the register, a sheet after the other."""
    day, given = matter
    size = _ON_A_SHEET[len(languages) - 1]
    sheets = [given[at : at + size] for at in range(0, len(given) or 1, size)]
    responsible = options.signatory or institution.signatory
    papers = tuple(
        _sheet(day, sheet, number, institution, languages, responsible)
        for number, sheet in enumerate(sheets, 1)
    )
    if len(papers) == 1:
        return papers[0]
    first = papers[0]
    return Paper(
        kind=first.kind,
        languages=languages,
        title=first.title,
        running_head=first.running_head,
        footer=first.footer,
        sections=papers,
    )


def _sheet(
    day: date,
    given: Sequence[Given],
    number: int,
    institution: Institution,
    languages: Languages,
    responsible: Person | None,
) -> Paper:
    year = each(languages, lambda one: capital(dates.school_year(day, one)))
    title = each(languages, _TITLE.get)
    ref = {"ar": "المرجع: {} {} – الورقة {}", "fr": "Réf. : {} {} – feuille n° {}"}
    lead = languages[0]
    return Paper(
        kind="attestation-register",
        languages=languages,
        title=f"{title.get(lead)} – {year.get(lead)}",
        running_head=each(languages, lambda one: f"{title.get(one)} – {year.get(one)}"),
        footer=each(
            languages,
            lambda one: ref[one].format(_TITLE.get(one).lower(), school_year(day), number),
        ),
        blocks=present(
            header(institution, languages),
            Title(name=f"title.{number}", title=title, subject=year),
            *(
                (
                    _table(given, number, languages),
                    _closing(given, number, languages, responsible),
                )
                if given
                else (_nothing(languages),)
            ),
        ),
    )


def _nothing(languages: Languages) -> Paragraph:
    words = Bilingual(
        "لم تسلم أي شهادة إلى حد الآن.", "Aucune attestation n’a encore été délivrée."
    )
    return Paragraph(name="nothing", text=each(languages, words.get))


def _table(given: Sequence[Given], number: int, languages: Languages) -> Table:
    columns = tuple(
        Column(
            each(languages, head.get),
            width,
            align="center" if one_line else "start",
            one_line=one_line,
        )
        for head, width, one_line in _COLUMNS
    )
    rows = tuple(
        (
            Cell(same(one.reference, languages)),
            Cell(same(dates.cell(one.dated), languages)),
            Cell(each(languages, lambda lang, one=one: civil_name(one.person, lang))),  # type: ignore[misc]  # bound now
            Cell(each(languages, lambda lang, one=one: body_in_cell(one.person, lang))),  # type: ignore[misc]  # likewise
            Cell(same(one.session_reference, languages)),
            Cell(),
            Cell(),
        )
        for one in given
    )
    return Table(name=f"table.{number}", columns=columns, rows=rows, row_height=_ROW)


def _closing(
    given: Sequence[Given], number: int, languages: Languages, responsible: Person | None
) -> Fields:
    """مجموع الصفحة: 15 شهادة، من رقم 25/26 إلى رقم 39/26, and who answers for the sheet."""

    def total(language: PaperLanguage) -> str:
        count = counted.counted("attestation", len(given), language)
        numbers = [one.reference for one in given if one.reference]
        if not numbers:
            return count
        a, b = numbers[0], numbers[-1]
        if language == "ar":
            return f"{count}، " + (f"رقم {a}" if a == b else f"من رقم {a} إلى رقم {b}")
        return f"{count}, " + (f"n° {a}" if a == b else f"du n° {a} au n° {b}")

    woman = responsible is not None and persons.gender(responsible.civility) == "f"
    signs = Bilingual(
        "توقيع المسؤولة:" if woman else "توقيع المسؤول:", "Signature du responsable :"
    )
    if woman:
        signs = Bilingual(signs.ar, "Signature de la responsable :")
    label = Bilingual("مجموع الصفحة:", "Total de la page :")
    return Fields(
        name=f"closing.{number}",
        rows=(
            (
                Leader(each(languages, label.get), each(languages, total)),
                Leader(each(languages, signs.get)),
            ),
        ),
    )
