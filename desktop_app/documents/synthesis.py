"""G. Synthesis report: تقرير تركيبي / rapport de synthèse, of a month, a term, a year, any days."""

from typing import Final

from db.unit_of_work import Reading
from desktop_app.documents import synthesis_words as say
from desktop_app.documents.blocks import Paper, Paragraph, Title
from desktop_app.documents.invitation import signature
from desktop_app.documents.letterhead import (
    Section,
    footer,
    header,
    numbered,
    place_date,
    present,
    reference,
)
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages, each
from desktop_app.documents.scope import Scope
from desktop_app.services.institution_data import Institution
from desktop_app.services.statistics import get_statistics
from desktop_app.services.statistics_data import Period, Span, Statistics, period_of
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_SHARED: Final = Bilingual(
    "ملاحظة: ما تتولاه عدة مديريات يحتسب لكل منها، ويحتسب في المجموع مرة واحدة.",
    "Note : ce qui revient à plusieurs directions compte pour chacune d’elles, et une seule fois "
    "dans le total.",
)
TITLE: Final = Bilingual("تقرير تركيبي", "Rapport de synthèse")
TYPED: Final = ("objectives", "quality", "constraints", "proposals", "outlook")
"""Blocks whose text the user completes."""


def scope_of(period: Period) -> Scope:
    """Give the scope of the papers of a period."""
    return Scope(subject=period.code, about=period)


def read(reading: Reading, scope: Scope, options: PaperOptions) -> Statistics:
    """Count the period of a scope, else the school year of the paper's day, as it stands then."""
    return get_statistics(reading, scope.about or period_of(Span.YEAR, options.day), options.day)


def build(
    statistics: Statistics, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the synthesis: figures filled in, last year beside them, texts to complete."""
    day = options.day
    subject = each(languages, lambda one: _subject(statistics, one))
    head = each(languages, lambda one: f"{TITLE.get(one)} – {subject.get(one)}")
    return Paper(
        kind="synthesis",
        languages=languages,
        title=head.get(languages[0]),
        running_head=head,
        footer=footer(TITLE, options.reference, head, languages),
        blocks=present(
            header(institution, languages, place_date(institution, day, languages)),
            reference(institution, options.reference, day) if options.reference else None,
            Title(name="title", title=each(languages, TITLE.get), subject=subject),
            *numbered(_sections(statistics, languages), languages),
            signature(options.signatory or institution.signatory, languages),
        ),
    )


def _subject(statistics: Statistics, language: PaperLanguage) -> str:
    period = say.for_period(statistics.period, language)
    if language == "ar":
        return f"حول حصيلة اللقاءات وتتبع التوصيات {period}"
    return f"Bilan des rencontres et suivi des recommandations {period}"


def _sections(statistics: Statistics, languages: Languages) -> tuple[Section, ...]:
    def text(name: str, words: say.Say) -> Paragraph:
        return Paragraph(name=name, text=each(languages, words))

    charts = present(
        say.types_chart(statistics, languages, 1),
        say.directorates_chart(statistics, languages, 2),
        say.months_chart(statistics, languages, 3),
    )
    counted = present(
        text("figures", lambda one: _figures(statistics, one)),
        say.directorates_table(statistics, languages),
        _shared(statistics, languages),
        *charts,
    )
    return (
        Section(
            "introduction",
            Bilingual("تقديم", "Introduction"),
            (text("introduction", lambda one: _introduction(statistics, one)),),
        ),
        Section(
            "objectives",
            Bilingual("الأهداف", "Objectifs"),
            (text("objectives", lambda _: say.DOTS),),
        ),
        Section("quantity", Bilingual("الحصيلة الكمية", "Bilan quantitatif"), counted),
        Section(
            "quality",
            Bilingual("الحصيلة النوعية", "Bilan qualitatif"),
            (text("quality", lambda _: say.DOTS),),
        ),
        Section(
            "constraints",
            Bilingual("الإكراهات", "Contraintes"),
            (text("constraints", lambda one: constraints(statistics, one)),),
        ),
        Section(
            "proposals",
            Bilingual("المقترحات والحلول", "Propositions"),
            (text("proposals", lambda _: say.DOTS),),
        ),
        Section(
            "outlook",
            Bilingual("الآفاق", "Perspectives"),
            (text("outlook", lambda _: say.DOTS),),
        ),
    )


def constraints(statistics: Statistics, language: PaperLanguage) -> str:
    """Say what is late, which the user goes on from."""
    return say.late(statistics, language).removeprefix("و")


def _introduction(statistics: Statistics, language: PaperLanguage) -> str:
    period = say.for_period(statistics.period, language)
    if language == "ar":
        return (
            f"يعرض هذا التقرير حصيلة اللقاءات المنعقدة {period}، "
            "ومآل القرارات والتوصيات المنبثقة عنها."
        )
    return (
        f"Le présent rapport rend compte des rencontres tenues {period} "
        "et de la suite donnée aux décisions et recommandations."
    )


def _shared(statistics: Statistics, languages: Languages) -> Paragraph | None:
    """Say why a total is less than its lines, when one outcome is in the charge of several."""
    if sum(one.outcomes for one in statistics.directorates) <= statistics.now.outcomes:
        return None
    return Paragraph(name="shared", text=each(languages, _SHARED.get), role="note")


def _figures(statistics: Statistics, language: PaperLanguage) -> str:
    now = statistics.now
    return say.sentences(
        say.held(now, statistics.period, language),
        say.last_year(statistics, language),
        say.attendance(now, language),
        say.rate(statistics, language),
        say.late(statistics, language),
        say.closing(now, language),
    )
