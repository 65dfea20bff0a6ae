"""The director's one page: four figures, what is asked of him, what is late, room to answer."""

from datetime import date
from typing import Final

from desktop_app.documents import synthesis_words as say
from desktop_app.documents.blocks import (
    AnyBlock,
    Cell,
    Chart,
    Column,
    Fields,
    Figures,
    Heading,
    Items,
    Leader,
    Paper,
    Paragraph,
    Table,
    Title,
)
from desktop_app.documents.letterhead import footer, header, place_date, present
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages, each, one_line, same
from desktop_app.services.institution_data import Institution
from desktop_app.services.standing_data import LateOutcome
from desktop_app.services.statistics_data import Statistics
from desktop_app.wording import counted, dates
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

NAME: Final = Bilingual("بطاقة تركيبية", "Fiche de synthèse")
TITLE: Final = Bilingual(
    "بطاقة تركيبية للسيد مدير الأكاديمية", "Fiche de synthèse pour M. le directeur de l’académie"
)
TYPED: Final = ("asked",)
"""Blocks whose text the user completes."""
_MOST_LATE: Final = 3
_LONGEST: Final = 80
_LONGEST_OWNER: Final = 55
_MOST_BARS: Final = 8
_FEW_BARS: Final = 5
_ROOM, _ROOM_FULL = 22, 15
_HEADS: Final = (
    (Bilingual("ر.ت", "N°"), 10),
    (Bilingual("القرار / التوصية", "Décision / recommandation"), 66),
    (Bilingual("الجهة المسؤولة", "Responsable"), 47),
    (Bilingual("الأجل", "Échéance"), 22),
    (Bilingual("التأخر", "Retard"), 20),
)


def build(
    statistics: Statistics, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the page; what does not fit on one is told shorter, never on a second."""
    day, both = options.day, len(languages) > 1
    chart = None if both else _chart(statistics, languages)
    full = both or (chart is not None and len(chart.bars) > _FEW_BARS)
    subject = each(languages, lambda one: _subject(statistics, one))
    head = each(languages, lambda one: f"{NAME.get(one)} – {subject.get(one)}")
    return Paper(
        kind="director-page",
        languages=languages,
        title=head.get(languages[0]),
        running_head=head,
        footer=footer(NAME, options.reference, head, languages),
        blocks=present(
            header(institution, languages, place_date(institution, day, languages)),
            Title(name="title", title=each(languages, TITLE.get), subject=subject),
            _figures(statistics, languages),
            Heading(name="asked.heading", text=each(languages, _ASKED.get)),
            Items(name="asked", items=_asked(statistics, languages)),
            *_late(statistics.late_first[: 2 if full else _MOST_LATE], day, languages),
            chart,
            Fields(
                name="instructions",
                rows=((Leader(each(languages, _INSTRUCTIONS.get), Bilingual(" ", " ")),),),
                framed=True,
                room=_ROOM_FULL if full else _ROOM,
            ),
        ),
    )


_ASKED: Final = Bilingual("المطلوب من السيد المدير", "Ce qui est demandé à M. le directeur")
_INSTRUCTIONS: Final = Bilingual("تعليمات السيد المدير:", "Instructions de M. le directeur :")
_LATE: Final = Bilingual(
    "أهم التوصيات المتأخرة عن الأجل، من جميع اللقاءات",
    "Principaux éléments en retard, toutes rencontres confondues",
)


def _subject(statistics: Statistics, language: PaperLanguage) -> str:
    words = "حصيلة اللقاءات والتوصيات" if language == "ar" else "Rencontres et recommandations"
    return f"{words} {say.for_period(statistics.period, language)}"


def _figures(statistics: Statistics, languages: Languages) -> Figures:
    now, before = statistics.now, statistics.before

    def year_ago(language: PaperLanguage, told: str) -> str:
        if not before.sessions:
            return "لا لقاءات قبل سنة" if language == "ar" else "aucune un an avant"
        return f"{told} في السنة الماضية" if language == "ar" else f"{told} l’année précédente"

    def done(language: PaperLanguage) -> str:
        word = "من أصل" if language == "ar" else "sur"
        return f"{now.done} {word} {now.outcomes}"

    def present_before(language: PaperLanguage) -> str:
        return year_ago(language, say.of(before.presence.body_rate, language))

    return Figures(
        name="figures",
        figures=(
            (
                same(now.sessions, languages),
                each(languages, Bilingual("اللقاءات المنعقدة", "Rencontres tenues").get),
                each(languages, lambda one: year_ago(one, str(before.sessions))),
            ),
            (
                each(languages, lambda one: say.of(now.presence.body_rate, one)),
                each(languages, Bilingual("نسبة الحضور", "Taux de présence").get),
                each(languages, present_before),
            ),
            (
                each(languages, lambda one: say.of(now.completion, one)),
                each(languages, Bilingual("نسبة تنفيذ التوصيات", "Taux de réalisation").get),
                each(languages, done),
            ),
            (
                same(now.late, languages),
                each(languages, Bilingual("المتأخر عن الأجل", "En retard").get),
                each(languages, lambda one: year_ago(one, str(before.late))),
            ),
        ),
    )


def _asked(statistics: Statistics, languages: Languages) -> tuple[Bilingual, ...]:
    """Propose what to ask for where something is late, and leave a line to write on."""
    lines = each(languages, lambda _: say.DOTS)
    if not statistics.now.late:
        return (lines, lines)

    def press(language: PaperLanguage) -> str:
        number = statistics.now.late
        if language == "ar":
            return f"الحث على إنجاز القرارات والتوصيات المتأخرة عن الأجل، وعددها {number}؛"
        elements = counted.counted("element", number, "fr")
        return f"Relancer les responsables : {elements} en retard ;"

    return (each(languages, press), lines)


def _late(late: tuple[LateOutcome, ...], day: date, languages: Languages) -> tuple[AnyBlock, ...]:
    heading = Heading(name="late.heading", text=each(languages, _LATE.get))
    if not late:
        none = Bilingual("لا تأخر عن الأجل.", "Aucun retard.")
        return (heading, Paragraph(name="late", text=each(languages, none.get)))
    columns = tuple(
        Column(
            each(languages, head.get),
            width,
            align="start" if number in {1, 2} else "center",
            one_line=number not in {1, 2},
        )
        for number, (head, width) in enumerate(_HEADS)
    )
    rows = tuple(_late_row(*numbered, day, languages) for numbered in enumerate(late, 1))
    return (heading, Table(name="late", columns=columns, rows=rows))


def _late_row(number: int, line: LateOutcome, day: date, languages: Languages) -> tuple[Cell, ...]:
    days = (day - line.due).days
    return (
        Cell(same(number, languages)),
        Cell(each(languages, lambda one: _short(line.text.best(one)))),
        Cell(each(languages, lambda one: _short(line.owner.best(one), _LONGEST_OWNER))),
        Cell(same(dates.cell(line.due), languages)),
        Cell(each(languages, lambda one: counted.counted("day", days, one))),
    )


def _short(text: str, longest: int = _LONGEST) -> str:
    """Keep a text to what a line of the one page can hold."""
    words = one_line(text)
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + "…"


def _chart(statistics: Statistics, languages: Languages) -> Chart | None:
    chart = say.directorates_chart(statistics, languages)
    return chart if chart is None or len(chart.bars) <= _MOST_BARS else None
