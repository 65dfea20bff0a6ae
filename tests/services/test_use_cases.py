"""Every use case writes whole, into the journal, or not at all.

`USE_CASES` names them all: a public function of the program that takes a unit of work and is not
there fails `test_no_use_case_is_forgotten`.
"""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from db import models
from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    Civility,
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    DocumentState,
    FollowUpState,
    OutcomeKind,
    SessionState,
)
from db.journal import entries, replayed
from db.unit_of_work import Reading, Store, UnitOfWork
from desktop_app.documents import attesting, finalising, rendering, sending
from desktop_app.documents import sample as whole_sample
from desktop_app.services import (
    agenda,
    agenda_clock,
    attendance,
    attestations,
    bodies,
    calendar_settings,
    careers,
    carry_over,
    closing,
    final_minutes,
    follow_up_edits,
    follow_ups,
    groups,
    institution,
    invitees,
    line_details,
    merging,
    minutes,
    naming,
    outcomes,
    outputs,
    papers,
    people,
    phrases,
    preparing,
    presets,
    recipients,
    recording,
    records,
    reminders,
    removing,
    sample,
    saved_views,
    scans,
    series,
    session_edits,
    session_states,
    session_types,
    settings,
    signed_sheets,
)
from desktop_app.services.drafts import (
    AgendaDraft,
    AttendanceDraft,
    BodyDraft,
    FunctionDraft,
    InstitutionDraft,
    InterventionDraft,
    Label,
    OutcomeDraft,
    PersonDraft,
    PhraseDraft,
    ProgressDraft,
    SessionBasics,
    Words,
)
from desktop_app.services.follow_up_list import read_lines
from desktop_app.services.note_reading import Reading as Line
from desktop_app.services.people_data import BodyName
from desktop_app.services.presets_data import SetUp
from desktop_app.services.reminders import Reminding
from desktop_app.wording.bilingual import Bilingual
from tests.db.samples import tables
from tests.services.drafts import PNG, draft

PROGRAM = Path(__file__).parents[2] / "desktop_app"
NAME = Label("أمينة التادلي", "Amina Tadili")
DAY = date(2026, 3, 4)
LINES: dict[str, object] = {
    "agenda": [{"title": {"ar": "نقطة"}}],
    "attendance": [{"person": "salma", "state": "represented", "represented_by": "kamal"}],
    "interventions": [
        {"kind": "comment", "summary": {"ar": "كلام"}, "speakers": ["salma"], "agenda_item": 1}
    ],
    "outcomes": [{"kind": "action", "text": {"ar": "عمل"}, "owner_bodies": ["centre"]}],
    "facilitators": ["kamal"],
}


def kept(work: UnitOfWork) -> None:
    """Record what the use cases work on: the session, group, paper and delivery number 1."""
    recording.record_session(work, draft(**LINES))
    groups.create_group(work, NAME, [1, 2])
    people.find_or_create(work, PersonDraft(name=Label("زائد")))
    bodies.find_or_create(work, BodyDraft(kind=BodyKind.SCHOOL, name=Label("مدرسة زائدة")))
    papers.replace_wording(work, 1, DocumentKind.MINUTES, "opening", "ar", "كلام")
    phrases.add_phrase(work, phrase("عبارة", "1"))
    issued(work)
    papers.deliver(work, 1, "الأكاديمية", DeliveryMeans.HAND)
    signed = rendering.issue(work, rendering.render(work, "minutes", 1, ("fr",)))
    outputs.keep_signed_copy(work, signed, b"%PDF signed", "application/pdf", DAY)
    preparing.begin(work, "meeting", Label("جلسة تالية"), DAY)
    session_types.add(work, a_type("منتدى"))
    saved_views.keep(work, "follow-ups", "عرض", {})


def a_type(name: str) -> session_types.TypeDraft:
    return session_types.TypeDraft(
        indefinite=name, definite=name, plural=name, french="forum", french_plural="forums"
    )


def own_type(reading: Reading) -> str:
    return session_types.list_types(reading)[-1].kind.code


def issued(work: UnitOfWork, pdf: bytes = b"%PDF") -> None:
    papers.issue(
        work,
        pdf,
        session_id=1,
        kind=DocumentKind.MINUTES,
        language=DocumentLanguage.ARABIC,
        file_name="m.pdf",
        dated=DAY,
        signatories=[1, 2],
    )


def someone(reading: Reading) -> recipients.Recipient:
    return recipients.Recipient(people.list_people(reading, DAY)[0])


def sent(work: UnitOfWork) -> None:
    paper = rendering.render(work, "minutes", 1, ("ar",))
    sending.record_sending(work, paper, [someone(work)])


def uid(reading: Reading, person_id: int) -> str:
    return next(p.uid for p in people.list_people(reading, DAY) if p.id == person_id)


def picture(work: UnitOfWork, keep: Callable[[UnitOfWork, bytes], None]) -> None:
    keep(work, PNG)


def renamed_once(work: UnitOfWork) -> None:
    bodies.rename(work, 1, BodyName(DAY, Bilingual("مركز")))
    bodies.forget_name(work, 1, None)


def centre() -> InstitutionDraft:
    return InstitutionDraft(city=Label("خنيفرة", "Khénifra"))


def phrase(text: str, short: str) -> PhraseDraft:
    return PhraseDraft(text=Words(ar=text), abbreviation=Label(short))


def progress() -> ProgressDraft:
    return ProgressDraft(state=FollowUpState.DONE)


def proposal() -> OutcomeDraft:
    return OutcomeDraft(kind=OutcomeKind.PROPOSAL, text=Words("مقترح"))


def attended(work: UnitOfWork) -> None:
    lines = [AttendanceDraft(person=uid(work, 2))]
    session_edits.set_attendance(work, 1, lines)


def moved(work: UnitOfWork) -> None:
    agenda.move_item(work, agenda.add_item(work, 1, AgendaDraft(title=NAME)), 1)


def typed(work: UnitOfWork) -> None:
    said = minutes.LineOutcome("o", OutcomeKind.ACTION, "عمل", 1, (1,), due=DAY)
    line = minutes.PageLine("l", "عمل", speakers=(2,), outcome=said)
    minutes.save_lines(work, 1, 1, "ar", [minutes.LineChange("l", None, line)])


def somebody_came(work: UnitOfWork) -> int:
    """Record one whom nobody invited to session 1, and give the line."""
    guest = people.find_or_create(work, PersonDraft(name=NAME), 1)
    return attendance.walk_in(work, 1, guest)


def scanned(work: UnitOfWork) -> int:
    return signed_sheets.keep_sheet(work, 1, PNG, "image/png", DAY)


def rendered(work: UnitOfWork) -> None:
    rendering.issue(work, rendering.render(work, "report", 1, ("ar",)))


def after(
    first: Callable[[UnitOfWork], object], then: Callable[[UnitOfWork], object]
) -> Callable[[UnitOfWork], object]:
    """Do a use case that needs another before it."""

    def both(work: UnitOfWork) -> None:
        first(work)
        then(work)

    return both


def completed(work: UnitOfWork) -> None:
    """Give session 1 what final minutes need."""
    session_edits.edit_fields(work, 1, {("signatories",): [1, 2]})
    outcomes.edit(work, 1, {("ongoing",): True})


def finalised(work: UnitOfWork) -> None:
    completed(work)
    finalising.finalise(work, 1, ("ar",))


def final_came_back(work: UnitOfWork) -> None:
    """Sign the paper of final minutes, and let the minutes follow it."""
    completed(work)
    document = finalising.finalise(work, 1, ("ar",)).document_id
    paper = records.found(work, models.IssuedDocument, document)
    paper.state = DocumentState.SIGNED
    final_minutes.follow_paper(work, paper, DAY)


def carried(work: UnitOfWork) -> None:
    """Prepare session 3 as the next of session 1, and carry all that is proposed."""
    following = series.begin_next(work, 1, date(2026, 4, 1))
    carry_over.carry(work, following, carry_over.preview(work, following, DAY).chosen, DAY)


USE_CASES: dict[Callable[..., object], Callable[[UnitOfWork], object]] = {
    attendance.mark: lambda w: attendance.mark(w, 2, AttendanceState.EXCUSED),
    attendance.mark_rest: after(
        lambda w: attendance.mark(w, 2, AttendanceState.NOT_RECORDED),
        lambda w: attendance.mark_rest(w, 1),
    ),
    attendance.remove_line: after(
        lambda w: attendance.mark(w, 2, AttendanceState.ABSENT),
        lambda w: attendance.remove_line(w, 1),
    ),
    attendance.represent: after(
        lambda w: attendance.mark(w, 2, AttendanceState.PRESENT),
        lambda w: attendance.represent(w, 1, 1),
    ),
    attendance.set_late: lambda w: attendance.set_late(w, 1, late=True),
    attendance.set_left_early: lambda w: attendance.set_left_early(w, 1, left_early=True),
    attendance.walk_in: somebody_came,
    agenda.add_item: lambda w: agenda.add_item(w, 1, AgendaDraft(title=NAME)),
    agenda.edit_item: lambda w: agenda.edit_item(w, 1, {("title", "fr"): "Un"}),
    agenda.move_item: moved,
    agenda.remove_item: lambda w: agenda.remove_item(w, 1),
    agenda_clock.spend: lambda w: agenda_clock.spend(w, 1, 60),
    attestations.number: lambda w: attestations.number(w, 1, 2, DAY),
    attesting.attest: lambda w: attesting.attest(w, 1, 2, ("ar",)),
    bodies.find_or_create: lambda w: bodies.find_or_create(w, BodyDraft(kind="school", name=NAME)),  # type: ignore[arg-type]  # a code, as from a file
    bodies.set_email: lambda w: bodies.set_email(w, 1, "dp@example.org"),
    bodies.rename: lambda w: bodies.rename(w, 1, BodyName(DAY, Bilingual("مركز"))),
    bodies.add: lambda w: bodies.add(w, BodyDraft(kind=BodyKind.SCHOOL, name=NAME)),
    bodies.forget_name: renamed_once,
    bodies.set_kind: lambda w: bodies.set_kind(w, 1, BodyKind.SCHOOL),
    bodies.set_name: lambda w: bodies.set_name(w, 1, NAME, Label("م"), DAY),
    bodies.set_parent: lambda w: bodies.set_parent(w, 1, 2),
    bodies.set_town: lambda w: bodies.set_town(w, 1, Label("خنيفرة")),
    careers.change_post: lambda w: careers.change_post(w, 1, Label("مهندسة"), 1, DAY),
    careers.correct: lambda w: careers.correct(w, 1, NAME, None, DAY),
    careers.forget: lambda w: careers.forget(w, 1),
    careers.leave_service: lambda w: careers.leave_service(w, 1, DAY),
    careers.set_body: lambda w: careers.set_body(w, 2, 1, DAY),
    careers.set_title: lambda w: careers.set_title(w, 2, Label("مهندس", "ingénieur"), DAY),
    careers.set_unique: lambda w: careers.set_unique(w, 2, unique=True, on=DAY),
    calendar_settings.set_calendar: lambda w: calendar_settings.set_calendar(
        w, calendar_settings.CalendarDraft(correction=0)
    ),
    carry_over.carry: carried,
    closing.close: lambda w: closing.close(w, 1, "13:15", DAY),
    final_minutes.follow_paper: final_came_back,
    final_minutes.freeze: after(completed, lambda w: final_minutes.freeze(w, 1, {})),
    final_minutes.reopen: after(finalised, lambda w: final_minutes.reopen(w, 1, "خطأ في تاريخ")),
    final_minutes.set_state: lambda w: final_minutes.set_state(w, 1, DocumentState.TO_REVIEW, DAY),
    finalising.finalise: finalised,
    follow_up_edits.edit_many: lambda w: follow_up_edits.edit_many(
        w, [1], follow_up_edits.Changes(percent=50)
    ),
    follow_ups.record_progress: lambda w: follow_ups.record_progress(w, 1, progress()),
    minutes.save_lines: typed,
    groups.create_group: lambda w: groups.create_group(w, NAME, [2, 1, 2]),
    groups.rename_group: lambda w: groups.rename_group(w, 1, Label("لجنة")),
    groups.set_members: lambda w: groups.set_members(w, 1, [2]),
    invitees.invite: lambda w: invitees.invite(w, 2, [1]),
    invitees.invite_group: lambda w: invitees.invite_group(w, 2, 1),
    invitees.same_as_last: lambda w: invitees.same_as_last(w, 2, DAY),
    invitees.set_answer: lambda w: invitees.set_answer(w, 1, 1, Answer.YES),
    invitees.uninvite: lambda w: invitees.uninvite(w, 1, [1]),
    institution.set_emblem: lambda w: picture(w, institution.set_emblem),
    institution.set_header_picture: lambda w: picture(w, institution.set_header_picture),
    institution.set_institution: lambda w: institution.set_institution(w, centre()),
    outcomes.add: lambda w: outcomes.add(w, 1, proposal()),
    outcomes.add_line: lambda w: outcomes.add_line(w, 1, OutcomeKind.ACTION, Line("عمل", 1)),
    outcomes.edit: lambda w: outcomes.edit(w, 1, {("text", "fr"): "Travail"}),
    outcomes.move: lambda w: outcomes.move(w, outcomes.add(w, 1, proposal()), -1),
    outcomes.remove: lambda w: outcomes.remove(w, 1),
    outcomes.set_state: lambda w: outcomes.set_state(w, 1, FollowUpState.DONE),
    naming.record: lambda w: naming.record(w, "السيدة سلمى أوبها، مهندسة", DAY),
    merging.merge: lambda w: merging.merge(w, 1, 2),
    merging.merge_bodies: lambda w: merging.merge_bodies(w, 1, 2),
    line_details.edit_line: lambda w: line_details.edit_line(w, 1, {("summary", "fr"): "mots"}),
    outputs.keep_signed_copy: lambda w: outputs.keep_signed_copy(w, 1, PNG, "image/png", DAY),
    scans.keep: lambda w: scans.keep(w, 1, PNG, "image/png", DAY),
    outputs.record_print: lambda w: outputs.record_print(w, 1, "Kyocera", 2),
    outputs.record_saved: lambda w: outputs.record_saved(w, 1, "محضر.pdf"),
    outputs.remove_signed_copy: lambda w: outputs.remove_signed_copy(w, 1),
    papers.confirm_delivery: lambda w: papers.confirm_delivery(w, 1),
    papers.deliver: lambda w: papers.deliver(w, 1, "المديرية", DeliveryMeans.POST),
    papers.give_number: lambda w: papers.give_number(w, 1, DocumentKind.MINUTES, DAY),
    papers.issue: lambda w: issued(w, b"%PDF corrected"),
    papers.mark_signed: lambda w: papers.mark_signed(w, 1, DAY),
    papers.set_number: lambda w: papers.set_number(w, 1, DocumentKind.INVITATION, "7/26"),
    papers.next_number: lambda w: papers.next_number(w, DocumentKind.ATTESTATION, DAY),
    papers.put_back: lambda w: papers.put_back(w, 1, DocumentKind.MINUTES, "opening", "ar"),
    papers.replace_wording: lambda w: papers.replace_wording(
        w, 1, DocumentKind.MINUTES, "opening", "fr", "x", person_id=1
    ),
    people.appoint: lambda w: people.appoint(w, 1, FunctionDraft(title=NAME), 1, DAY),
    people.find_or_create: lambda w: people.find_or_create(w, PersonDraft(name=NAME), 1),
    people.add: lambda w: people.add(w, PersonDraft(name=NAME)),
    people.set_civility: lambda w: people.set_civility(w, 2, Civility.MR),
    people.set_name: lambda w: people.set_name(w, 1, NAME),
    people.set_email: lambda w: people.set_email(w, 1, "amina@example.ma"),
    people.set_phone: lambda w: people.set_phone(w, 1, "05 23 00 00 00"),
    phrases.add_phrase: lambda w: phrases.add_phrase(w, phrase("جملة", "2")),
    phrases.edit_phrase: lambda w: phrases.edit_phrase(w, 1, phrase("أخرى", "1")),
    phrases.remove_phrase: lambda w: phrases.remove_phrase(w, 1),
    phrases.restore_shipped: phrases.restore_shipped,
    phrases.set_loyalty: lambda w: phrases.set_loyalty(w, on=True),
    records.keep_setting: lambda w: records.keep_setting(w, "colour", "blue"),
    preparing.begin: lambda w: preparing.begin(w, "meeting", NAME, DAY),
    preparing.begin_again: lambda w: preparing.begin_again(w, 1, DAY),
    preparing.delete: lambda w: preparing.delete(w, 2),
    presets.set_up: lambda w: presets.set_up(w, SetUp(centre=NAME)),
    recipients.set_address: lambda w: recipients.set_address(w, someone(w), "salma@example.org"),
    reminders.record: lambda w: reminders.record(
        w, Reminding(someone(w), tuple(read_lines(w, [1], DAY))), "ar"
    ),
    removing.remove_body: lambda w: removing.remove_body(w, 2),
    removing.remove_group: lambda w: removing.remove_group(w, 1),
    removing.remove_person: lambda w: removing.remove_person(w, 3),
    recording.record_session: lambda w: recording.record_session(w, draft(**LINES)),
    rendering.issue: rendered,
    sample.fill: sample.fill,
    whole_sample.fill: whole_sample.fill,
    saved_views.forget: lambda w: saved_views.forget(w, 1),
    saved_views.keep: lambda w: saved_views.keep(w, "follow-ups", "آخر", {}),
    sending.record_sending: sent,
    series.begin_next: lambda w: series.begin_next(w, 1, DAY),
    series.choose: after(lambda w: series.create(w, 1, NAME), lambda w: series.choose(w, 2, 1)),
    series.create: lambda w: series.create(w, 1, NAME),
    series.rename: after(
        lambda w: series.create(w, 1, NAME), lambda w: series.rename(w, 1, Label("سلسلة"))
    ),
    series.repeat: lambda w: series.repeat(w, 1, [DAY, date(2026, 4, 1)]),
    session_edits.create_session: lambda w: session_edits.create_session(
        w, SessionBasics(type="meeting", theme=NAME, chair=uid(w, 1))
    ),
    session_edits.edit_fields: lambda w: session_edits.edit_fields(w, 1, {("theme", "fr"): "Un"}),
    session_edits.edit_session: lambda w: session_edits.edit_session(
        w, 1, SessionBasics(type="workshop", theme=NAME, days=(DAY,), signatories=(uid(w, 2),))
    ),
    session_edits.set_agenda: lambda w: session_edits.set_agenda(w, 1, [AgendaDraft(title=NAME)]),
    session_edits.set_attendance: attended,
    session_edits.set_interventions: lambda w: session_edits.set_interventions(
        w,
        1,
        [InterventionDraft(kind="answer", speakers=(uid(w, 2),), summary=Words("ا"))],  # type: ignore[arg-type]  # a code
    ),
    session_edits.set_outcomes: lambda w: session_edits.set_outcomes(
        w,
        1,
        [proposal()],
    ),
    session_states.cancel: lambda w: session_states.cancel(w, 1, DAY, "سبب"),
    session_states.move: lambda w: session_states.move(w, 1, SessionState.INVITED, DAY),
    session_states.postpone: lambda w: session_states.postpone(w, 1, DAY, to=date(2026, 3, 5)),
    session_types.add: lambda w: session_types.add(w, a_type("ملتقى")),
    session_types.edit: lambda w: session_types.edit(w, own_type(w), a_type("معرض")),
    session_types.remove: lambda w: session_types.remove(w, own_type(w)),
    signed_sheets.keep_sheet: scanned,
    signed_sheets.remove_sheet: after(
        lambda w: outputs.keep_signed_copy(w, 1, b"%PDF 2", "application/pdf", DAY),
        lambda w: signed_sheets.remove_sheet(w, 1),
    ),
    settings.change: lambda w: settings.change(w, ("institution", "phone"), "0523"),
}
each_use_case = pytest.mark.parametrize(
    "act", USE_CASES.values(), ids=[f"{f.__module__}.{f.__name__}" for f in USE_CASES]
)


def public_functions(tree: ast.AST, name: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Give the functions and methods of a module that others may call, with their full names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield f"{name}.{node.name}", node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node, f"{name}.{node.name}")


def test_no_use_case_is_forgotten() -> None:
    found = set()
    for file in PROGRAM.rglob("*.py"):
        module = ".".join(file.relative_to(PROGRAM.parent).with_suffix("").parts)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for name, function in public_functions(tree, module):
            given = function.args
            takes = [*given.posonlyargs, *given.args, *given.kwonlyargs]
            kinds = {ast.unparse(one.annotation).strip("'") for one in takes if one.annotation}
            if "UnitOfWork" in kinds:
                found.add(name)
    assert found == {f"{one.__module__}.{one.__qualname__}" for one in USE_CASES}


@each_use_case
def test_its_write_is_whole_in_the_journal(
    store: Store, act: Callable[[UnitOfWork], object]
) -> None:
    with store.write("prepare") as work:
        kept(work)
    before = tables(store.engine)
    with store.write("act", "salma") as work:
        act(work)
    after = tables(store.engine)
    assert after != before
    with store.read() as reading:
        told = entries(reading, unit=work.uid)
        everything = replayed(entries(reading))
    assert {(entry.use_case, entry.who) for entry in told} == {("act", "salma")}
    changed = {
        (table, key)
        for table in after
        for key in before[table].keys() | after[table].keys()
        if before[table].get(key) != after[table].get(key)
    }
    assert {(entry.subject, entry.record_uid) for entry in told} == changed
    assert {name: rows for name, rows in everything.items() if rows} == {
        name: rows for name, rows in after.items() if rows
    }


class FaultError(Exception):
    """Planted."""


@each_use_case
def test_made_to_fail_half_way_it_leaves_no_trace(
    store: Store, act: Callable[[UnitOfWork], object]
) -> None:
    with store.write("prepare") as work:
        kept(work)
    before = tables(store.engine)
    written = count_writes(store, act)
    assert written > 1
    for last in {written // 2, written}:
        fail_at(store, last, act)
        assert tables(store.engine) == before
        with store.read() as reading:
            assert {entry.use_case for entry in entries(reading)} == {"prepare"}


def count_writes(store: Store, act: Callable[[UnitOfWork], object]) -> int:
    """Run a use case, count its statements that write, and take it back."""
    count = 0

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        nonlocal count
        count += statement.startswith(("INSERT", "UPDATE", "DELETE"))

    def take_back(_connection: Connection) -> None:
        raise FaultError

    event.listen(store.engine, "before_cursor_execute", note)
    event.listen(store.engine, "commit", take_back)
    try:
        with pytest.raises(FaultError), store.write("act") as work:
            act(work)
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
        event.remove(store.engine, "commit", take_back)
    return count


def fail_at(store: Store, last: int, act: Callable[[UnitOfWork], object]) -> None:
    """Run a use case and let its statement number `last` fail."""
    count = 0

    def fail(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        nonlocal count
        count += statement.startswith(("INSERT", "UPDATE", "DELETE"))
        if count == last:
            raise FaultError

    event.listen(store.engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(FaultError), store.write("act") as work:
            act(work)
    finally:
        event.remove(store.engine, "before_cursor_execute", fail)
