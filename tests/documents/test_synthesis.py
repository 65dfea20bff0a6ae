"""The papers of a period: figures filled in, sentences that agree, charts with their figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.documents import synthesis_words as words
from desktop_app.documents.blocks import Bar, Chart, Figures, Paper
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import Rendered, make, render
from desktop_app.documents.rewording import reworded, wording
from desktop_app.documents.setting import set_paper
from desktop_app.documents.synthesis import scope_of
from desktop_app.services import sample
from desktop_app.services.statistics_data import (
    DirectorateFigures,
    Period,
    Presence,
    Span,
    Statistics,
    Step,
    period_of,
)
from desktop_app.services.statistics_data import Figures as Told
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.documents.reading import block

DAY = date(2026, 11, 25)
DATED = PaperOptions(dated=DAY)
YEAR = period_of(Span.YEAR, date(2026, 3, 1))
AR: tuple[PaperLanguage, ...] = ("ar",)
FR: tuple[PaperLanguage, ...] = ("fr",)
BOTH: tuple[PaperLanguage, ...] = ("ar", "fr")


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with create_store(tmp_path_factory.mktemp("sample") / "centre.mahdar") as made:
        with made.write("sample.fill") as work:
            sample.fill(work)
        yield made


def made(
    centre: Store, kind: str, languages: tuple[PaperLanguage, ...], period: Period = YEAR
) -> Rendered:
    with centre.read() as reading:
        return render(reading, kind, scope_of(period), languages, DATED)


def told(now: Told, before: Told | None = None) -> Statistics:
    return Statistics(YEAR, DAY, now, before or Told(YEAR.last_year()), (), (), (), (), ())


def test_the_synthesis_tells_the_year_in_sentences_tables_and_charts(centre: Store) -> None:
    arabic = made(centre, "synthesis", AR)
    text = said(arabic.paper, "ar")
    assert "بلغ عدد اللقاءات المنعقدة 4 لقاءات، برسم السنة الدراسية 2025/2026" in text
    assert "(7 من أصل 14)" in text
    assert "يحتسب لكل منها، ويحتسب في المجموع مرة واحدة" in text
    french = said(made(centre, "synthesis", FR).paper, "fr")
    assert "4 rencontres se sont tenues au titre de l’année scolaire 2025/2026" in french
    assert "4 éléments en retard, le plus ancien de 345 jours." in french
    with pikepdf.open(BytesIO(arabic.pdf)) as pdf:
        told_aloud = [str(one.Alt) for one in pdf.objects if _is_figure(one)]
    assert len(told_aloud) == 3
    assert any("بني ملال (منجز 3، في طور الإنجاز 1، متأخر عن الأجل 2" in one for one in told_aloud)


def said(paper: Paper, language: PaperLanguage) -> str:
    return "\n".join(wording(one, language) for one in paper.blocks)


def _is_figure(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure


@pytest.mark.parametrize("languages", [AR, FR, BOTH])
def test_the_director_gets_one_page(centre: Store, languages: tuple[PaperLanguage, ...]) -> None:
    rendered = made(centre, "director-page", languages)
    assert rendered.pages == 1
    figures = block(rendered.paper, "figures")
    assert isinstance(figures, Figures)
    assert [one[0].best("fr") for one in figures.figures][::3] == ["4", "4"]


def test_one_page_holds_long_words_and_many_directorates(centre: Store) -> None:
    rendered = made(centre, "director-page", AR)
    matter = rendered.material.matter
    long = Bilingual("تعميم دليل استعمال فضاء ولي على جميع المؤسسات التعليمية " * 9)
    late = [replace(one, text=long, owner=long) for one in matter.late_first]
    steps = {Step.DONE: 900, Step.LATE: 1, Step.IN_PROGRESS: 12, Step.OPEN: 3}
    every = [
        DirectorateFigures(n, Bilingual(f"مديرية {n}"), 1, Presence(), steps) for n in range(9)
    ]
    for count in (6, 8, 9):
        fuller = replace(matter, late_first=tuple(late), directorates=tuple(every[:count]))
        assert make(replace(rendered.material, matter=fuller), AR).pages == 1


def test_a_period_without_anything_says_so(centre: Store) -> None:
    empty = Period(Span.ANY, date(2000, 1, 1), date(2000, 1, 31))
    text = said(made(centre, "synthesis", AR, empty).paper, "ar")
    assert "لم ينعقد أي لقاء من فاتح يناير 2000 إلى متم يناير 2000." in text
    french = said(made(centre, "synthesis", FR, empty).paper, "fr")
    assert "Aucune rencontre ne s’est tenue" in french
    assert "Aucun retard n’est constaté." in french
    assert "une seule fois" not in french
    page = made(centre, "director-page", FR, empty)
    assert page.pages == 1


def test_last_year_stands_beside() -> None:
    month = period_of(Span.MONTH, date(2026, 5, 1))
    now = Told(month, 2, steps={Step.DONE: 3, Step.OPEN: 1}, days_to_close=11.6)
    past = Told(month.last_year(), 1, steps={Step.DONE: 1, Step.LATE: 1})
    both = replace(told(now, past), period=month)
    assert words.held(now, month, "ar").startswith("انعقد لقاءان برسم شهر ماي 2026")
    assert words.held(past, month, "fr").startswith("Une rencontre s’est tenue")
    assert words.rate(both, "fr") == (
        "Le taux de réalisation est de 75 % (3 sur 4), contre 50 % au titre du mois de mai 2025, "
        "en hausse de 25 points."
    )
    assert "مقابل" in words.rate(both, "ar")
    assert "لقاء واحد" in words.last_year(both, "ar")
    assert words.last_year(both, "fr").startswith("La même période")
    assert words.closing(now, "ar") == "وبلغ متوسط مدة الإنجاز: 12 يوما."
    assert words.closing(now, "fr") == "Délai moyen de réalisation : 12 jours."
    term = period_of(Span.TERM, date(2026, 10, 1))
    assert words.for_period(term, "ar") == "برسم الأسدس الأول 2026/2027"


def test_months_stand_side_by_side_with_last_year() -> None:
    now = Told(YEAR, 3, by_month=((date(2025, 10, 1), 2), (date(2026, 4, 1), 1)))
    past = Told(YEAR.last_year(), 1, by_month=((date(2024, 10, 1), 4),))
    chart = words.months_chart(told(now, past), FR, 3)
    assert chart is not None
    assert [bar.parts for bar in chart.bars] == [(2, 4), (1, 0)]
    assert [bar.label.fr for bar in chart.bars] == ["octobre", "avril"]
    assert words.months_chart(told(Told(YEAR)), FR, 3) is None


@given(st.lists(st.tuples(*[st.integers(0, 99_999)] * 4), min_size=1, max_size=9))
def test_a_chart_stays_within_the_text(sizes: list[tuple[int, int, int, int]]) -> None:
    key = tuple(Bilingual(name, name) for name in "abcd")
    bars = tuple(Bar(Bilingual(f"مديرية {n}"), size) for n, size in enumerate(sizes))
    chart = Chart(name="chart", caption=Bilingual("مبيان"), bars=bars, key=key)
    paper = Paper("synthesis", AR, "مبيان", Bilingual(), Bilingual(), (chart,))
    assert set_paper(paper, author="", dated=DAY).pages == 1


def test_captions_and_figures_can_be_typed_over(centre: Store) -> None:
    paper = made(centre, "director-page", FR).paper
    for name, typed in (("directorates.chart", "Où en sont-elles ?"), ("figures", "5\tRéunions")):
        assert typed not in wording(block(paper, name), "fr")
        changed = reworded(paper, {(name, "fr"): typed})
        assert wording(block(changed, name), "fr").startswith(typed)
    assert set_paper(reworded(paper, {("figures", "fr"): ""}), author="", dated=DAY).pages == 1
    nothing = Chart(name="chart", caption=Bilingual(), bars=())
    empty = Paper("synthesis", FR, "x", Bilingual(), Bilingual(), (nothing,))
    assert set_paper(empty, author="", dated=DAY).pages == 1


def test_nothing_late_and_last_year_stand_on_one_page(centre: Store) -> None:
    rendered = made(centre, "director-page", FR)
    past = replace(rendered.material.matter.now, period=YEAR.last_year())
    matter = replace(rendered.material.matter, before=past, late_first=())
    page = make(replace(rendered.material, matter=matter), FR)
    assert page.pages == 1
    assert "4 l’année précédente" in said(page.paper, "fr")
    assert "Aucun retard." in said(page.paper, "fr")
    now = Told(YEAR, 3, by_month=((date(2025, 10, 1), 2), (date(2026, 4, 1), 1)))
    before = Told(YEAR.last_year(), 1, by_month=((date(2024, 10, 1), 4),))
    chart = words.months_chart(told(now, before), FR, 1)
    assert chart is not None
    paper = Paper("synthesis", FR, "x", Bilingual(), Bilingual(), (chart,))
    assert set_paper(paper, author="", dated=DAY).pages == 1
