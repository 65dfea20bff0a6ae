"""Who came: counts, sentence, table and labels, and those who were there."""

from collections.abc import Callable, Iterable
from functools import partial

from db.codes import AttendanceState
from desktop_app.documents.blocks import AnyBlock, Cell, Column, Paragraph, Table
from desktop_app.documents.letterhead import present
from desktop_app.documents.phrases import (
    Languages,
    body_in_cell,
    civil_name,
    each,
    function_beside_body,
    gender_of,
    same,
    sentence,
    who,
)
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Attendance, Session
from desktop_app.wording import attendance as attendance_wording
from desktop_app.wording.attendance import Absences, AttendanceCounts
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_THERE = (AttendanceState.PRESENT, AttendanceState.REMOTE)


def lines(session: Session) -> tuple[Attendance, ...]:
    """Give the lines of the record, in order."""
    return tuple(sorted(session.attendance, key=lambda line: line.position))


def attended(session: Session) -> tuple[Person, ...]:
    """Give those who were there, in the room or at a distance."""
    return tuple(line.person for line in lines(session) if line.state in _THERE)


def attendance(
    session: Session, institution: Institution, languages: Languages
) -> tuple[AnyBlock, ...]:
    """Say who came, who was excused, absent or represented."""
    return present(
        attendance_sentence(session, languages),
        attendance_table(session, languages),
        *attendance_labels(session, institution, languages),
    )


def attendance_sentence(session: Session, languages: Languages) -> Paragraph | None:
    """Say how many came; nothing while someone is not recorded, or for fewer than three."""
    counts = attendance_counts(session)
    text = each(languages, lambda one: attendance_wording.sentence(session.type, counts, one))
    return Paragraph(name="attendance.sentence", text=text) if text else None


def attendance_table(session: Session, languages: Languages) -> Table | None:
    """List those who were there, in the order of the record."""
    there = attended(session)
    if not there:
        return None
    heads = (
        (Bilingual("ر.ت", "N°"), 9.5, 10.0),
        (Bilingual("الاسم الكامل", "Nom et prénom"), 41.5, 46.0),
        (Bilingual("الصفة", "Qualité"), 67.5, 75.0),
        (Bilingual("الجهة", "Entité"), 46.5, 34.0),
    )
    columns = tuple(
        Column(
            each(languages, head.get),
            ar if "ar" in languages else fr,
            align="center" if number == 0 else "start",
            one_line=number == 0,
        )
        for number, (head, ar, fr) in enumerate(heads)
    )
    rows = tuple(
        (
            Cell(same(number, languages)),
            Cell(each(languages, partial(civil_name, person))),
            Cell(each(languages, partial(function_beside_body, person))),
            Cell(each(languages, partial(body_in_cell, person))),
        )
        for number, person in enumerate(there, start=1)
    )
    return Table(name="attendance.table", columns=columns, rows=rows)


def attendance_counts(session: Session) -> AttendanceCounts:
    """Count those invited, those who came or sent someone, and those who came uninvited."""
    record = lines(session)
    came = {line.person.id: line for line in record if line.state in _THERE}
    invited = [line for line in record if line.invited]
    substitutes = {line.represented_by_id for line in record if _is_represented(line)}
    present_lines = [
        came[key]
        for line in invited
        if (key := (line.represented_by_id or 0) if _is_represented(line) else line.person.id)
        in came
    ]
    remote = [line for line in present_lines if line.state is AttendanceState.REMOTE]
    walk_ins = [
        line for line in came.values() if not line.invited and line.person.id not in substitutes
    ]
    return AttendanceCounts(
        invited=len(invited),
        present=len(present_lines),
        remote=len(remote),
        walk_ins=len(walk_ins),
        unrecorded=sum(line.state is AttendanceState.NOT_RECORDED for line in record),
        invited_women=_women(invited),
        present_women=_women(present_lines),
        remote_women=_women(remote),
        walk_in_women=_women(walk_ins),
    )


def _is_represented(line: Attendance) -> bool:
    return line.state is AttendanceState.REPRESENTED


def _women(record: Iterable[Attendance]) -> int:
    return sum(gender_of(line.person) == "f" for line in record)


def attendance_labels(
    session: Session, institution: Institution, languages: Languages
) -> tuple[AnyBlock, ...]:
    """Name those excused, absent, represented, and, if the centre wants it, late or gone early."""
    record = lines(session)
    by_id = {line.person.id: line.person for line in record}
    there = [line for line in record if line.state in _THERE and institution.lateness_shown]
    replaced = [line for line in record if _is_represented(line)]
    excused = [line for line in record if line.state is AttendanceState.EXCUSED]
    absent = [
        line
        for line in record
        if line.state is AttendanceState.ABSENT
        or (_is_represented(line) and line.represented_by_id not in by_id)
    ]

    def named(chosen: Iterable[Attendance], language: PaperLanguage) -> tuple[str, ...]:
        return tuple(who(line.person, language) for line in chosen)

    def pairs(language: PaperLanguage) -> tuple[tuple[str, str], ...]:
        return tuple(
            (who(by_id[line.represented_by_id], language), who(line.person, language))
            for line in replaced
            if line.represented_by_id in by_id
        )

    late = [line for line in there if line.late]
    left = [line for line in there if line.left_early]
    return present(
        _label("excused", lambda one: Absences(excused=named(excused, one)), languages),
        _label("absent", lambda one: Absences(absent=named(absent, one)), languages),
        _label("represented", lambda one: Absences(represented=pairs(one)), languages),
        _label("late", lambda one: Absences(late=named(late, one)), languages),
        _label("left", lambda one: Absences(left_early=named(left, one)), languages),
    )


def _label(
    name: str, absences: Callable[[PaperLanguage], Absences], languages: Languages
) -> Paragraph | None:
    """Set one line of those that follow the sentence, its label apart."""
    line = each(languages, lambda one: "".join(attendance_wording.lines(absences(one), one)))
    if not line:
        return None
    parts = {one: line.get(one).partition(": ") for one in languages}
    return Paragraph(
        name=f"attendance.{name}",
        text=each(languages, lambda one: sentence(parts[one][2].removesuffix("."))),
        label=each(languages, lambda one: f"{parts[one][0]}:"),
        role="note",
        align="start",
    )
