"""F. Follow-up table: جدول تتبع تنفيذ القرارات والتوصيات / tableau de suivi."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Final

from db.codes import FollowUpState
from db.unit_of_work import Reading
from desktop_app.documents.blocks import (
    AnyBlock,
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Table,
    Title,
)
from desktop_app.documents.letterhead import footer, header, place_date, present
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    each,
    name_of_body,
    one_line,
    paragraphs,
    same,
    typed,
    who,
)
from desktop_app.documents.proceedings import due_cell, owner
from desktop_app.documents.scope import Scope
from desktop_app.services.followed import Followed, Register, Which, read_register
from desktop_app.services.institution_data import Institution
from desktop_app.wording import dates, numbers, session_types, vocabulary
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital

TITLE: Final = Bilingual(
    "جدول تتبع تنفيذ القرارات والتوصيات", "Tableau de suivi des décisions et recommandations"
)
_NAME: Final = Bilingual("جدول التتبع", "tableau de suivi")
_LATE: Final = Bilingual("متأخر", "En retard")
_NONE: Final = "—"
_BETWEEN: Final = " · "
_COLUMNS: Final = (
    (Bilingual("ر.ت", "N°"), 8, 8, "number"),
    (Bilingual("مرجع اللقاء وتاريخه", "Réunion (réf., date)"), 21, 18, "mark"),
    (Bilingual("القرار / التوصية", "Décision / recommandation"), 57, 64, "text"),
    (Bilingual("الجهة المسؤولة", "Responsable"), 32, 31, "text"),
    (Bilingual("المتدخلون", "Intervenants"), 23, 25, "text"),
    (Bilingual("الأجل", "Échéance"), 20, 18, "number"),
    (Bilingual("الأولوية", "Priorité"), 16, 17, "mark"),
    (Bilingual("حالة الإنجاز", "État"), 24, 22, "mark"),
    (Bilingual("النسبة", "%"), 12, 13, "number"),
    (
        Bilingual("الإجراءات المتخذة\u00a0/ الإكراهات", "Mesures prises\u00a0/ contraintes"),
        33,
        33,
        "text",
    ),
    (Bilingual("آخر تحيين", "Mise à jour"), 20, 18, "number"),
)
"""Head, width in Arabic and in French, and whether it holds text, marks, or unbroken numbers."""


def read(reading: Reading, scope: Scope, options: PaperOptions) -> Register:
    """Read the outcomes of a scope: those of a `Which`, or of the session that it belongs to.

    Raises:
        UserError: there is no such person or body.
    """
    which = scope.about or Which(session_id=scope.session_id)
    return read_register(reading, which, options.day)


def build(
    register: Register, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the follow-up table, with its counts under it."""
    return table_paper(register, institution, languages, options, each(languages, TITLE.get))


def table_paper(
    register: Register,
    institution: Institution,
    languages: Languages,
    options: PaperOptions,
    title: Bilingual,
    kind: str = "follow-ups",
) -> Paper:
    """Make a follow-up table under a title of its own."""
    day = options.day
    until = each(languages, lambda one: dates.until(day, one))
    head = each(languages, lambda one: f"{title.get(one)} – {until.get(one)}")
    about = each(languages, lambda one: _about(register, one, named=kind == "follow-ups"))
    lead = languages[0]
    return Paper(
        kind=kind,
        languages=languages,
        title=" – ".join(filter(None, (title.get(lead), about.get(lead)))),
        running_head=head,
        footer=footer(_NAME, options.reference, head, languages),
        landscape=True,
        blocks=present(
            header(institution, languages, place_date(institution, day, languages)),
            Title(
                name="title",
                title=title,
                subject=each(languages, lambda one: _situation(until, about, one)),
                framed=False,
            ),
            *tables(register, languages),
            counts(register, languages) if register.lines else _nothing(until, languages),
        ),
    )


def _situation(until: Bilingual, about: Bilingual, language: PaperLanguage) -> str:
    """الوضعية إلى غاية 25 ماي 2026 – المتأخر عن الأجل; *Situation au … – éléments en retard*."""
    begin = "الوضعية" if language == "ar" else "Situation"
    return " – ".join(filter(None, (f"{begin} {until.get(language)}", about.get(language))))


def _about(register: Register, language: PaperLanguage, *, named: bool) -> str:
    """Say which outcomes these are, and whose unless the title names the owner."""
    which, ar = register.which, language == "ar"
    told = [one_line(which.told.best(language))]
    if which.session_id is not None and register.lines:
        told.append(origin_words(register.lines[0], language))
    if named and register.person:
        told.append(capital(who(register.person, language)))
    if named and register.body:
        told.append(name_of_body(register.body, language))
    if which.late:
        told.append("المتأخر عن الأجل" if ar else "éléments en retard")
    elif which.unfinished:
        told.append("المفتوحة" if ar else "éléments ouverts")
    if named and not any(told) and which.session_id is None:
        told.append("جميع الجهات المسؤولة" if ar else "toutes entités responsables")
    return " – ".join(filter(None, told))


def origin_words(line: Followed, language: PaperLanguage) -> str:
    """المنبثقة عن ورشة العمل المنعقدة بتاريخ …; *issues de l’atelier de travail du …*."""
    kind, day = line.origin.type, line.origin.day
    if language == "ar":
        held = f" {session_types.participle(kind, 'ar')} بتاريخ" if day else ""
        end = f"{held} {dates.day(day, 'ar', weekday=False)}" if day else ""
        return f"المنبثقة عن {kind.definite}{end}"
    end = f" du {dates.day(day, 'fr', weekday=False)}" if day else ""
    return f"issues {session_types.du(kind)}{end}"


def tables(register: Register, languages: Languages) -> tuple[AnyBlock, ...]:
    """Set each group in a table under its head; the numbers go on from one to the next."""
    number = count(1)
    blocks: list[AnyBlock] = []
    for position, (title, lines) in enumerate(register.groups, 1):
        if not lines:
            continue
        if title:
            words = each(languages, lambda one, title=title: one_line(title.best(one)))  # type: ignore[misc]  # bound now
            blocks.append(Heading(name=f"group.{position}", text=words))
        rows = tuple(_row(next(number), line, languages) for line in lines)
        name = "table" if len(register.groups) == 1 else f"table.{position}"
        blocks.append(Table(name=name, columns=_columns(languages), rows=rows))
    return tuple(blocks)


def _columns(languages: Languages) -> tuple[Column, ...]:
    arabic = languages[0] == "ar"
    return tuple(
        Column(
            each(languages, head.get),
            ar if arabic else fr,
            align="start" if holds == "text" else "center",
            one_line=holds == "number",
        )
        for head, ar, fr, holds in _COLUMNS
    )


def _row(number: int, line: Followed, languages: Languages) -> tuple[Cell, ...]:
    one, origin = line.outcome, line.origin
    day = dates.cell(origin.day) if origin.day else ""
    return (
        Cell(same(number, languages)),
        Cell(same("\n".join(filter(None, (origin.reference, day))), languages)),
        outcome_cell(line, languages),
        Cell(each(languages, lambda lang: owner(one, lang))),
        _or_none(
            each(languages, lambda lang: paragraphs(typed(one.partners, languages).get(lang)))
        ),
        Cell(each(languages, lambda lang: due_cell(one, lang))),
        Cell(each(languages, lambda lang: vocabulary.label(one.priority, lang))),
        state_cell(line, languages),
        Cell(each(languages, lambda lang: numbers.percent(one.percent, lang))),
        _or_none(each(languages, lambda lang: _measures(line, languages, lang))),
        Cell(same(dates.cell(line.updated) if line.updated else _NONE, languages)),
    )


def outcome_cell(line: Followed, languages: Languages) -> Cell:
    """Give what was decided, its kind before it in bold."""
    one = line.outcome
    text = each(languages, lambda lang: paragraphs(typed(one.text, languages).get(lang)))
    return Cell(text, each(languages, lambda lang: _kind(line, text, lang)))


def _kind(line: Followed, text: Bilingual, language: PaperLanguage) -> str:
    if not text.get(language):
        return ""
    return vocabulary.label(line.outcome.kind, language) + (":" if language == "ar" else " :")


def state_cell(line: Followed, languages: Languages) -> Cell:
    """Give the state in words, and that it is late in bold under it."""

    def say(language: PaperLanguage) -> str:
        state = vocabulary.label(line.outcome.state, language)
        return f"{state}\n{_LATE.get(language)}" if line.late else state

    return Cell(each(languages, say), bold_words=(_LATE.ar, _LATE.fr))


def _measures(line: Followed, languages: Languages, language: PaperLanguage) -> str:
    one = line.outcome
    told = (one_line(one.reason), paragraphs(typed(one.remarks, languages).get(language)))
    return "\n".join(filter(None, told))


def _or_none(text: Bilingual) -> Cell:
    return Cell(text or Bilingual(_NONE, _NONE))


def counts(register: Register, languages: Languages) -> Table:
    """Count them by state in one framed line: labels and figures, which agree with nothing."""
    columns = (Column(Bilingual(), 1, align="center"),)
    words = each(
        languages, lambda one: _BETWEEN.join(f"{a} {b}" for a, b in _figures(register, one))
    )
    labels = [a for language in languages for a, _ in _figures(register, language)]
    return Table(name="counts", columns=columns, rows=((Cell(words, bold_words=tuple(labels)),),))


def _figures(register: Register, language: PaperLanguage) -> Iterable[tuple[str, str]]:
    lines = register.lines
    colon = ":" if language == "ar" else " :"
    by_state = Counter(line.outcome.state for line in lines)
    yield ("المجموع" if language == "ar" else "Total") + colon, str(len(lines))
    for state in _told_states(by_state):
        yield vocabulary.label(state, language) + colon, str(by_state[state])
    late = sum(line.late for line in lines)
    yield ("منها متأخر عن الأجل" if language == "ar" else "dont en retard") + colon, str(late)
    rate = 100 * by_state[FollowUpState.DONE] / len(lines)
    label = "نسبة الإنجاز" if language == "ar" else "Taux de réalisation"
    yield label + colon, numbers.percent(rate, language)


_ALWAYS: Final = (FollowUpState.DONE, FollowUpState.IN_PROGRESS, FollowUpState.NOT_STARTED)


def _told_states(by_state: Counter[FollowUpState]) -> Sequence[FollowUpState]:
    """Give the three that are always told, and those that there are."""
    order = (
        FollowUpState.DONE,
        FollowUpState.PARTLY_DONE,
        FollowUpState.IN_PROGRESS,
        FollowUpState.NOT_STARTED,
        FollowUpState.POSTPONED,
        FollowUpState.SUSPENDED,
        FollowUpState.CANCELLED,
        FollowUpState.PASSED_ON,
    )
    return [state for state in order if state in _ALWAYS or by_state[state]]


def _nothing(until: Bilingual, languages: Languages) -> Paragraph:
    words = Bilingual(
        "لا قرارات ولا توصيات مفتوحة {}.", "Aucune décision ni recommandation ouverte {}."
    )
    text = each(languages, lambda one: words.get(one).format(until.get(one)))
    return Paragraph(name="nothing", text=text)
