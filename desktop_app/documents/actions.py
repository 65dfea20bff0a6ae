"""The sheet of actions: what somebody has to do, with room to write beside it."""

from dataclasses import replace
from typing import Final

from db.codes import OutcomeKind
from db.unit_of_work import Reading
from desktop_app.documents.blocks import Cell, Column, Paper, Paragraph, Table, Title
from desktop_app.documents.follow_up_table import origin_words, outcome_cell, state_cell
from desktop_app.documents.letterhead import footer, header, place_date, present
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages, each, same
from desktop_app.documents.proceedings import due_cell, owner
from desktop_app.documents.scope import Scope
from desktop_app.services.followed import Followed, Register, Which, read_register
from desktop_app.services.institution_data import Institution
from desktop_app.wording import dates
from desktop_app.wording.bilingual import Bilingual

_TITLE: Final = Bilingual("لائحة الإجراءات والالتزامات", "Liste des actions et engagements")
_KINDS: Final = frozenset({OutcomeKind.ACTION, OutcomeKind.COMMITMENT})
_COLUMNS: Final = (
    (Bilingual("رقم", "N°"), 12.0, "number"),
    (Bilingual("الإجراء", "Action"), 53.0, "start"),
    (Bilingual("الجهة المسؤولة", "Responsable"), 32.0, "start"),
    (Bilingual("الأجل", "Échéance"), 21.0, "number"),
    (Bilingual("حالة الإنجاز", "État"), 26.0, "center"),
    (Bilingual("ملاحظات", "Observations"), 21.0, "start"),
)
_ROW: Final = 10.0


def read(reading: Reading, scope: Scope, options: PaperOptions) -> Register:
    """Read the actions and commitments of a scope, as the follow-up table does.

    Raises:
        UserError: there is no such person or body.
    """
    which = scope.about or Which(session_id=scope.session_id)
    return read_register(reading, replace(which, kinds=which.kinds or _KINDS), options.day)


def build(
    register: Register, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the sheet: by due date, those without any last."""
    lines = sorted(register.lines, key=lambda line: (line.outcome.due is None, line.outcome.due))
    title = each(languages, _TITLE.get)
    until = each(languages, lambda one: dates.until(options.day, one))
    head = each(languages, lambda one: f"{title.get(one)} – {until.get(one)}")
    subject = until
    if lines and register.which.session_id is not None:
        subject = each(languages, lambda one: origin_words(lines[0], one))
    lead = languages[0]
    return Paper(
        kind="actions",
        languages=languages,
        title=" – ".join((title.get(lead), subject.get(lead))),
        running_head=head,
        footer=footer(title, options.reference, head, languages),
        blocks=present(
            header(institution, languages, place_date(institution, options.day, languages)),
            Title(name="title", title=title, subject=subject),
            _table(lines, languages, one_session=register.which.session_id is not None),
            None if lines else _nothing(until, languages),
        ),
    )


def _table(lines: list[Followed], languages: Languages, *, one_session: bool) -> Table:
    columns = tuple(
        Column(
            each(languages, head.get),
            width,
            align="start" if holds == "start" else "center",
            one_line=holds == "number",
        )
        for head, width, holds in _COLUMNS
    )
    rows = tuple(_row(line, languages, one_session=one_session) for line in lines)
    return Table(name="table", columns=columns, rows=rows, row_height=_ROW)


def _row(line: Followed, languages: Languages, *, one_session: bool) -> tuple[Cell, ...]:
    one, reference = line.outcome, line.origin.reference
    number = str(one.position)
    if reference and not one_session:
        number = f"{reference} – {number}"
    return (
        Cell(same(number, languages)),
        outcome_cell(line, languages),
        Cell(each(languages, lambda lang: owner(one, lang))),
        Cell(each(languages, lambda lang: due_cell(one, lang))),
        state_cell(line, languages),
        Cell(),
    )


def _nothing(until: Bilingual, languages: Languages) -> Paragraph:
    words = Bilingual("لا إجراءات ولا التزامات {}.", "Aucune action ni aucun engagement {}.")
    text = each(languages, lambda one: words.get(one).format(until.get(one)))
    return Paragraph(name="nothing", text=text)
