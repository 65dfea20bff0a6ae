"""What changed between two versions of the minutes, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from db.unit_of_work import Reading
from desktop_app.documents.blocks import Cell, Column, Paper, Paragraph, Table, Title
from desktop_app.documents.letterhead import footer, header, place_date, present
from desktop_app.documents.minutes import paper_names
from desktop_app.documents.minutes_words import present_words
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages, each, inner, quoted
from desktop_app.documents.scope import Scope
from desktop_app.services.final_minutes import list_versions
from desktop_app.services.institution_data import Institution
from desktop_app.services.minutes_changes import BlockChange, pairs, versions_compared
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.wording import dates
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

Numbers = tuple[int, int | None]
_TITLE: Final = Bilingual("بيان التغييرات", "État des modifications")
_PARTS: Final = {
    "title": Bilingual("العنوان", "Titre"),
    "reference": Bilingual("الرقم", "Numéro"),
    "opening": Bilingual("الافتتاح", "Ouverture"),
    "closing": Bilingual("الاختتام", "Clôture"),
    "signatures": Bilingual("التوقيعات", "Signatures"),
    "notes": Bilingual("المرفقات", "Pièces jointes"),
}
_ELSE: Final = Bilingual("جزء آخر", "Autre partie")
_NONE: Final = "—"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of the minutes of one session.

    Attributes:
        numbers: the earlier and the later; None for what the minutes say now.
        reason: why the earlier was re-opened.
        on: the day on which the later became final; None for what they say now.
        changes: what reads otherwise, by language.
    """

    session: Session
    numbers: Numbers
    reason: str
    on: date | None
    changes: dict[PaperLanguage, tuple[BlockChange, ...]]


def compared(reading: Reading, session_id: int, numbers: Numbers) -> Compared:
    """Compare two versions of the minutes of a session.

    Raises:
        UserError: there is no such session or version.
    """
    session = get_session(reading, session_id)
    _, later = numbers
    version = next((one for one in list_versions(reading, session_id) if one.number == later), None)
    return Compared(
        session=session,
        numbers=numbers,
        reason=version.reason if version else session.reopening,
        on=version.finalised_at.astimezone().date() if version else None,
        changes=versions_compared(reading, session_id, numbers, present_words(reading, session_id)),
    )


def part_of(change: BlockChange, language: PaperLanguage) -> str:
    """Name the part of the minutes in which something changed."""
    if change.head:
        return change.head
    return _PARTS.get(change.name.partition(".")[0], _ELSE).get(language)


def scope_of(session_id: int, numbers: Numbers) -> Scope:
    """Give what the paper of two versions is about."""
    earlier, later = numbers
    return Scope(
        subject=f"versions:{earlier}-{later or 'now'}", about=numbers, session_id=session_id
    )


def read(reading: Reading, scope: Scope, options: PaperOptions) -> Compared:  # noqa: ARG001 - as every kind reads
    """Read two versions: those asked for, else the last that follow one another.

    Raises:
        UserError: there is no such version, or one alone.
    """
    session_id = scope.session_id or 0
    found = scope.about or next(iter(pairs(reading, session_id)), (1, None))
    return compared(reading, session_id, found)


def build(
    matter: Compared, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the paper: one row for each part that reads otherwise, before and after."""
    title = each(languages, lambda one: _title(matter, one))
    lead = languages[0]
    return Paper(
        kind="changes",
        languages=languages,
        title=title.get(lead),
        running_head=title,
        footer=footer(_TITLE, matter.session.reference, title, languages),
        landscape=True,
        blocks=present(
            header(institution, languages, place_date(institution, options.day, languages)),
            Title(
                name="title",
                title=title,
                subject=each(languages, lambda one: _subject(matter, one)),
                framed=False,
            ),
            _why(matter, languages),
            *(_table(matter, language, languages) for language in languages),
        ),
    )


def _title(matter: Compared, language: PaperLanguage) -> str:
    earlier, later = matter.numbers
    report = len(matter.session.signatories) == 1
    name = paper_names(matter.session, report=report)[0].get(language)
    of = {"ar": f"{_TITLE.ar} في ال{name}", "fr": f"{_TITLE.fr} du {name}"}[language]
    if later is None:
        return (
            f"{of} – "
            + {
                "ar": f"من النسخة {earlier} إلى المسودة الحالية",
                "fr": f"de la version {earlier} au projet actuel",
            }[language]
        )
    return (
        f"{of} – "
        + {
            "ar": f"من النسخة {earlier} إلى النسخة {later}",
            "fr": f"de la version {earlier} à la version {later}",
        }[language]
    )


def _subject(matter: Compared, language: PaperLanguage) -> str:
    session = matter.session
    theme = inner(session.theme, language)
    parts = [session.reference, quoted(theme, language) if theme else ""]
    parts += [dates.day(day, language) for day in session.days[-1:]]
    return " – ".join(filter(None, parts))


def _why(matter: Compared, languages: Languages) -> Paragraph | None:
    if not matter.reason:
        return None
    labels = Bilingual("سبب إعادة الفتح:", "Motif de réouverture :")
    return Paragraph(
        name="why",
        label=each(languages, labels.get),
        text=each(languages, lambda _: matter.reason),
    )


def _table(matter: Compared, language: PaperLanguage, languages: Languages) -> Table | Paragraph:
    alone = (language,)
    name = "table" if len(languages) == 1 else f"table.{language}"
    changes = matter.changes.get(language, ())
    if not changes:
        nothing = Bilingual("لم يتغير شيء في النص.", "Le texte n’a pas changé.")
        return Paragraph(name=name, text=each(alone, nothing.get))
    earlier, later = matter.numbers
    heads = (
        Bilingual("الجزء", "Partie"),
        Bilingual(f"كان (النسخة {earlier})", f"Avant (version {earlier})"),
        Bilingual(f"أصبح (النسخة {later})", f"Après (version {later})")
        if later
        else Bilingual("أصبح (المسودة)", "Après (projet)"),
    )
    return Table(
        name=name,
        columns=tuple(
            Column(each(alone, head.get), width)
            for head, width in zip(heads, (40.0, 113.0, 113.0), strict=True)
        ),
        rows=tuple(
            (
                _cell(part_of(change, language), language),
                _cell(change.before or _NONE, language),
                _cell(change.after or _NONE, language),
            )
            for change in changes
        ),
    )


def _cell(text: str, language: PaperLanguage) -> Cell:
    text = text.replace("\t", " · ")
    return Cell(Bilingual(text, "") if language == "ar" else Bilingual("", text))
