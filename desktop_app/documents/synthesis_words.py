"""The sentences of papers that tell what a period came to, and their tables and charts."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from desktop_app.documents.blocks import Bar, Cell, Chart, Column, Table
from desktop_app.documents.phrases import Languages, each, same
from desktop_app.services.statistics_data import Figures, Period, Span, Statistics, Step
from desktop_app.wording import counted, dates, numbers
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital
from desktop_app.wording.prepositions import de

Say = Callable[[PaperLanguage], str]
DOTS: Final = "." * 80
NOTHING: Final = "—"
_STEPS: Final = (Step.DONE, Step.IN_PROGRESS, Step.LATE, Step.OPEN)
_KEY: Final = (
    Bilingual("منجز", "Réalisé"),
    Bilingual("في طور الإنجاز", "En cours"),
    Bilingual("متأخر عن الأجل", "En retard"),
    Bilingual("لم يحل أجله", "Non échu"),
)
_HEADS: Final = (
    (Bilingual("المديرية الإقليمية", "Direction provinciale"), 33),
    (Bilingual("لقاءات شاركت فيها", "Rencontres suivies"), 21),
    (Bilingual("المشاركات والمشاركون", "Participantes et participants"), 27),
    (Bilingual("نسبة الحضور", "Taux de présence"), 22),
    (Bilingual("القرارات والتوصيات", "Décisions et recommandations"), 26),
    (Bilingual("منها منجز", "Dont réalisé"), 19),
    (Bilingual("نسبة التنفيذ", "Taux de réalisation"), 21),
)


def for_period(period: Period, language: PaperLanguage) -> str:
    """برسم السنة الدراسية 2025/2026; *au titre du premier semestre 2025/2026*."""
    match period.span:
        case Span.MONTH:
            return dates.for_month(period.first, language)
        case Span.TERM:
            year = dates.school_year(period.first, language).split()[-1]
            return f"{dates.for_term(period.term, language)} {year}"
        case Span.YEAR:
            return dates.for_school_year(period.first, language)
        case _:
            return dates.period(period.first, period.last, language)


def held(figures: Figures, period: Period, language: PaperLanguage) -> str:
    """Say how many meetings were held, and how many took part."""
    told, many = for_period(period, language), figures.sessions
    people = counted.counted("participant", figures.presence.participants, language)
    if language == "fr":
        several = f"{numbers.figure(many, 'fr')} rencontres se sont tenues {told}, avec {people}."
        few = {
            0: f"Aucune rencontre ne s’est tenue {told}.",
            1: f"Une rencontre s’est tenue {told}, avec {people}.",
        }
        return few.get(many, several)
    meetings = counted.counted("meeting", many, "ar")
    several = f"بلغ عدد اللقاءات المنعقدة {meetings}، {told}، شارك فيها {people}."
    few = {
        0: f"لم ينعقد أي لقاء {told}.",
        1: f"انعقد لقاء واحد {told}، شارك فيه {people}.",
        2: f"انعقد لقاءان {told}، شارك فيهما {people}.",
    }
    return few.get(many, several)


def rate(statistics: Statistics, language: PaperLanguage) -> str:
    """Say how much of what was decided is done, with last year beside it."""
    now, before = statistics.now, statistics.before
    if now.completion is None:
        return (
            "ولم تسجل أي قرارات أو توصيات."
            if language == "ar"
            else "Aucune décision ni recommandation n’a été consignée."
        )
    share = numbers.percent(now.completion, language)
    if language == "ar":
        text = f"وبلغت نسبة تنفيذ القرارات والتوصيات {share} ({now.done} من أصل {now.outcomes})"
    else:
        text = f"Le taux de réalisation est de {share} ({now.done} sur {now.outcomes})"
    if before.completion is not None:
        past = numbers.percent(before.completion, language)
        when = for_period(statistics.period.last_year(), language)
        change = counted.change(round(now.completion, 1) - round(before.completion, 1), language)
        text += (
            f"، مقابل {past} {when}، أي {change}"
            if language == "ar"
            else f", contre {past} {when}, {change}"
        )
    return f"{text}."


def late(statistics: Statistics, language: PaperLanguage) -> str:
    """Say how much is late, and since when."""
    now = statistics.now
    if not now.late or now.late_since is None:
        return "ولم يسجل أي تأخر عن الأجل." if language == "ar" else "Aucun retard n’est constaté."
    days = (statistics.today - now.late_since).days
    if language == "ar":
        since = counted.counted("day", days, "ar", "gen")
        return f"وبلغ عدد القرارات والتوصيات المتأخرة عن الأجل {now.late}، أقدمها منذ {since}."
    oldest = de(counted.counted("day", days, "fr"))
    return f"{counted.counted('element', now.late, 'fr')} en retard, le plus ancien {oldest}."


def attendance(figures: Figures, language: PaperLanguage) -> str:
    """Say how many of those invited came, or were represented."""
    share = figures.presence.body_rate
    if share is None:
        return ""
    told, sent = numbers.percent(share, language), figures.presence.represented
    if language == "ar":
        return f"وبلغت نسبة حضور الجهات المدعوة {told}، منها {sent} بالتمثيل."
    return (
        f"Le taux de présence des entités invitées est de {told}, dont {sent} par représentation."
    )


def sentences(*said: str) -> str:
    """Join what was said."""
    return " ".join(filter(None, said))


def of(share: float | None, language: PaperLanguage) -> str:
    """Write a share, or that there is none."""
    return NOTHING if share is None else numbers.percent(share, language)


def directorates_table(statistics: Statistics, languages: Languages) -> Table:
    """Set what each directorate came to, and the whole under them."""
    columns = tuple(
        Column(
            each(languages, head.get),
            width,
            align="center" if number else "start",
            one_line=number > 0,
        )
        for number, (head, width) in enumerate(_HEADS)
    )
    rows = [
        _row(
            each(languages, one.name.best),
            (one.sessions, one.presence.participants, one.outcomes, one.steps.get(Step.DONE, 0)),
            one.presence.body_rate,
            languages,
        )
        for one in statistics.directorates
    ]
    now = statistics.now
    total = _row(
        each(languages, Bilingual("المجموع", "Total").get),
        (now.sessions, now.presence.participants, now.outcomes, now.done),
        now.presence.body_rate,
        languages,
    )
    return Table(name="directorates", columns=columns, rows=(*rows, total), total=True)


def _row(
    name: Bilingual,
    figures: tuple[int, int, int, int],
    presence: float | None,
    languages: Languages,
) -> tuple[Cell, ...]:
    sessions, came, outcomes, done = figures
    completion = 100 * done / outcomes if outcomes else None
    return (
        Cell(name),
        Cell(same(sessions, languages)),
        Cell(same(came, languages)),
        Cell(_fixed(presence, languages)),
        Cell(same(outcomes, languages)),
        Cell(same(done, languages)),
        Cell(_fixed(completion, languages)),
    )


def _fixed(share: float | None, languages: Languages) -> Bilingual:
    """Write a share with its one decimal, so that a column lines up."""

    def say(language: PaperLanguage) -> str:
        if share is None:
            return NOTHING
        figure = f"{share:.1f}".replace(".", ",")
        return numbers.ltr(f"{figure}%") if language == "ar" else f"{figure} %"

    return each(languages, say)


def directorates_chart(
    statistics: Statistics, languages: Languages, number: int | None = None
) -> Chart | None:
    """Show the outcomes in the charge of each directorate by how they stand."""
    caption = Bilingual(
        "القرارات والتوصيات حسب المديرية الإقليمية وحالة الإنجاز",
        "Décisions et recommandations par direction provinciale et par état",
    )
    return _chart(
        "directorates.chart",
        _numbered(caption, number, languages),
        [
            Bar(each(languages, one.name.best), tuple(one.steps.get(step, 0) for step in _STEPS))
            for one in statistics.directorates
            if one.outcomes
        ],
        each_key=[each(languages, words.get) for words in _KEY],
    )


def types_chart(statistics: Statistics, languages: Languages, number: int) -> Chart | None:
    """Show how many sessions of each type were held."""
    caption = Bilingual("عدد اللقاءات حسب النوع", "Nombre de rencontres par type")
    bars = [
        Bar(each(languages, lambda one, label=label: capital(label.best(one))), (count,))  # type: ignore[misc]  # bound now
        for _, label, count in statistics.now.by_type
    ]
    return _chart("types.chart", _numbered(caption, number, languages), bars)


def months_chart(statistics: Statistics, languages: Languages, number: int) -> Chart | None:
    """Show how many sessions each month had, last year's beside them."""
    now = dict(statistics.now.by_month)
    past = {day.replace(year=day.year + 1): count for day, count in statistics.before.by_month}
    months = sorted({*now, *past})
    if not 2 <= len(months) <= 12:
        return None
    caption = Bilingual("عدد اللقاءات حسب الشهر", "Nombre de rencontres par mois")
    bars = [
        Bar(
            each(languages, lambda one, day=day: _month(day, one)),  # type: ignore[misc]  # bound now
            (now.get(day, 0), past.get(day, 0)) if past else (now.get(day, 0),),
        )
        for day in months
    ]
    key = (
        Bilingual("الفترة الحالية", "Période en cours"),
        Bilingual("الفترة نفسها من السنة الماضية", "Même période de l’année précédente"),
    )
    return _chart(
        "months.chart",
        _numbered(caption, number, languages),
        bars,
        each_key=[each(languages, words.get) for words in key] if past else (),
        upright=True,
    )


def _month(day: date, language: PaperLanguage) -> str:
    name = dates.month(day, language).split()[-2]
    return name if language == "ar" else name.removeprefix("d’")


def _numbered(caption: Bilingual, number: int | None, languages: Languages) -> Bilingual:
    if number is None:
        return each(languages, caption.get)
    heads: dict[PaperLanguage, str] = {"ar": "المبيان", "fr": "Graphique"}
    return each(languages, lambda one: f"{heads[one]} {number} – {caption.get(one)}")


def _chart(
    name: str,
    caption: Bilingual,
    bars: Sequence[Bar],
    *,
    each_key: Sequence[Bilingual] = (),
    upright: bool = False,
) -> Chart | None:
    if not bars:
        return None
    return Chart(name=name, caption=caption, bars=tuple(bars), key=tuple(each_key), upright=upright)


def last_year(statistics: Statistics, language: PaperLanguage) -> str:
    """Say how many meetings the same days of last year had."""
    count, came = statistics.before.sessions, statistics.before.presence.participants
    if not count:
        return ""
    meetings = counted.counted("meeting", count, language)
    people = counted.counted("participant", came, language)
    if language == "ar":
        return f"وشهدت الفترة نفسها من السنة الماضية {meetings}، بحضور {people}."
    return f"La même période de l’année précédente comptait {meetings}, avec {people}."


def closing(figures: Figures, language: PaperLanguage) -> str:
    """Say how long it takes, on average, until something is done."""
    if figures.days_to_close is None:
        return ""
    days = counted.counted("day", round(figures.days_to_close), language, "gen")
    if language == "ar":
        return f"وبلغ متوسط مدة الإنجاز: {days}."
    return f"Délai moyen de réalisation : {days}."
