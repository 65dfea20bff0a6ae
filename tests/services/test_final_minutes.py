"""The life of the minutes, and that final minutes stay as they are."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, event

from db.codes import (
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    DocumentState,
    SessionState,
)
from db.errors import UserError
from db.frozen import BESIDE, FINAL, GOES_ON, told
from db.models.base import Base
from db.undoing import undo
from db.unit_of_work import Store
from desktop_app.documents import finalising, rendering
from desktop_app.services import (
    final_minutes,
    follow_ups,
    merging,
    outcomes,
    outputs,
    papers,
    people,
    preparing,
    session_edits,
)
from desktop_app.services.drafts import Label, PersonDraft
from desktop_app.services.final_minutes import ToldBlock
from desktop_app.services.session_history import session_history
from desktop_app.services.sessions import get_session
from tests.services.test_use_cases import (
    USE_CASES,
    completed,
    finalised,
    kept,
    progress,
)

ON = date(2026, 3, 6)


@pytest.fixture
def final(store: Store) -> Store:
    """A record in which the minutes of session 1 are final."""
    with store.write("prepare") as work:
        kept(work)
        finalised(work)
    return store


def state(store: Store) -> tuple[DocumentState, int, bool]:
    with store.read() as reading:
        found = final_minutes.state_of(reading, 1)
    return found.state, found.version, found.final


def test_what_is_missing_keeps_minutes_from_being_final(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
    with pytest.raises(UserError, match="not finalised"), store.write("finalise") as work:
        finalising.finalise(work, 1, ("ar",))
    assert state(store) == (DocumentState.DRAFT, 0, False)
    with store.read() as reading:
        assert get_session(reading, 1).reference == ""
        assert final_minutes.list_versions(reading, 1) == ()


def test_final_minutes_are_numbered_kept_word_for_word_and_issued(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
        completed(work)
    with store.write("finalise") as work:
        done = finalising.finalise(work, 1, ("ar", "fr"))
    assert state(store) == (DocumentState.TO_SIGN, 1, True)
    with store.read() as reading:
        paper = papers.list_issued(reading, 1)[0]
        (version,) = final_minutes.list_versions(reading, 1)
        words = final_minutes.words_of(reading, 1, 1)
        assert paper.id == done.document_id
        assert (paper.minutes_version, paper.reference) == (1, "1/26")
        assert papers.issued_pdf(reading, paper.id) == done.rendered.pdf
        assert final_minutes.final_papers(reading, 1) == {DocumentLanguage.BOTH: done.rendered.pdf}
        assert version.papers == {DocumentLanguage.BOTH: paper.sha256}
        assert ToldBlock("title", "", "محضر اجتماع\nحول: «جودة المعطيات»") in words["ar"]
        assert any(block.head.endswith("Présents") for block in words["fr"])
        assert final_minutes.is_as_frozen(reading, 1, 1)
        assert get_session(reading, 1).state is SessionState.DRAFTING
    with pytest.raises(UserError, match="final already"), store.write("again") as work:
        finalising.finalise(work, 1, ("ar",))


def test_minutes_go_from_draft_to_sent(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
        completed(work)
        final_minutes.set_state(work, 1, DocumentState.TO_REVIEW, ON)
    assert state(store)[0] is DocumentState.TO_REVIEW
    with pytest.raises(UserError, match="only final minutes"), store.write("sign") as work:
        final_minutes.set_state(work, 1, DocumentState.SIGNED, ON)
    with store.write("finalise") as work:
        document = finalising.finalise(work, 1, ("ar",)).document_id
    with pytest.raises(UserError, match="final already"), store.write("back") as work:
        final_minutes.set_state(work, 1, DocumentState.DRAFT, ON)
    with store.write("sign") as work:
        outputs.keep_signed_copy(work, document, b"%PDF scan", "application/pdf", ON)
    assert state(store) == (DocumentState.SIGNED, 1, True)
    with store.read() as reading:
        assert get_session(reading, 1).state is SessionState.SIGNED
    with store.write("send") as work:
        papers.deliver(work, document, "المديرية", DeliveryMeans.POST)
    with store.read() as reading:
        (version,) = final_minutes.list_versions(reading, 1)
        assert [one.delivery.recipient for one in version.sent] == ["المديرية"]
        assert get_session(reading, 1).state is SessionState.SENT
    assert state(store)[0] is DocumentState.SENT
    with store.write("sign") as work:
        papers.mark_signed(work, document, ON)
    assert state(store)[0] is DocumentState.SENT


def test_a_signature_by_hand_and_an_old_paper_do_not_confuse_the_state(final: Store) -> None:
    with final.write("sign") as work:
        final_minutes.set_state(work, 1, DocumentState.SIGNED, ON)
    with final.read() as reading:
        assert get_session(reading, 1).state is SessionState.SIGNED
        last = papers.list_issued(reading, 1)[0]
    with final.write("reopen") as work:
        final_minutes.reopen(work, 1, "خطأ في تاريخ")
    with final.write("send") as work:
        papers.deliver(work, last.id, "الأكاديمية", DeliveryMeans.HAND)
    assert state(final) == (DocumentState.DRAFT, 1, False)


def test_reopened_for_a_reason_they_become_a_version_more(final: Store) -> None:
    with pytest.raises(UserError, match="for a reason"), final.write("reopen") as work:
        final_minutes.reopen(work, 1, " ")
    with final.write("reopen") as work:
        final_minutes.reopen(work, 1, "خطأ في تاريخ")
    with pytest.raises(UserError, match="not final"), final.write("reopen") as work:
        final_minutes.reopen(work, 1, "مرة أخرى")
    with final.read() as reading:
        assert final_minutes.state_of(reading, 1).reopening == "خطأ في تاريخ"
        assert final_minutes.is_as_frozen(reading, 1, 1)
        assert final_minutes.final_papers(reading, 1) == {}
    with final.write("edit") as work:
        session_edits.edit_fields(work, 1, {("theme", "fr"): "Un"})
    with final.read() as reading:
        assert not final_minutes.is_as_frozen(reading, 1, 1)
        before = get_session(reading, 1).reference
    with final.write("finalise") as work:
        finalising.finalise(work, 1, ("fr",))
    with final.read() as reading:
        first, second = final_minutes.list_versions(reading, 1)
        assert (first.number, first.reason) == (1, "")
        assert (second.number, second.reason) == (2, "خطأ في تاريخ")
        assert get_session(reading, 1).reference == before
        assert final_minutes.words_of(reading, 1, 1) != final_minutes.words_of(reading, 1, 2)
        with pytest.raises(UserError, match="no version 3"):
            final_minutes.words_of(reading, 1, 3)
    assert state(final) == (DocumentState.TO_SIGN, 2, True)


class TakenBackError(Exception):
    """Raised in place of each commit, so that the next use case finds the same record."""


def test_no_use_case_changes_final_minutes(final: Store) -> None:
    with final.read() as reading:
        before = told(reading.connection, 1)
    found: list[object] = []

    def look(connection: Connection) -> None:
        found.append(told(connection, 1))
        raise TakenBackError

    event.listen(final.engine, "commit", look)
    refused, passed = 0, 0
    for use_case, act in USE_CASES.items():
        found.clear()
        with suppress(TakenBackError):
            try:
                with final.write("act") as work:
                    act(work)
            except UserError as error:
                assert not found, use_case
                refused += error.message == FINAL.message
            else:
                passed += 1
        assert all(one == before for one in found), use_case
    event.remove(final.engine, "commit", look)
    assert refused > 30
    assert passed == 0


def test_follow_up_and_registry_go_on(final: Store) -> None:
    with final.write("follow") as work:
        follow_ups.record_progress(work, 1, progress())
        outcomes.edit(work, 1, {("due",): ON, ("ongoing",): False, ("priority",): "high"})
        outcomes.edit(work, 1, {("owner_bodies",): [], ("owner_text", "ar"): "الأكاديمية"})
        session_edits.edit_fields(
            work, 1, {("registry_reference",): "512/26", ("registry_date",): ON}
        )
    with final.read() as reading:
        session = get_session(reading, 1)
        assert (session.registry_reference, session.registry_date) == ("512/26", ON)
        assert session.outcomes[0].percent == 100
        assert final_minutes.is_as_frozen(reading, 1, 1)


def test_what_was_done_before_is_not_undone_after(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
    with store.write("complete") as edit:
        completed(edit)
    with store.write("finalise") as finalise:
        finalising.finalise(finalise, 1, ("ar",))
    with pytest.raises(UserError, match="final"), store.write("undo") as work:
        undo(work, edit.uid)
    with pytest.raises(UserError, match="kept for ever"), store.write("undo") as work:
        undo(work, finalise.uid)
    with store.write("reopen") as reopen:
        final_minutes.reopen(reopen, 1, "خطأ")
    with pytest.raises(UserError, match="finalising them"), store.write("undo") as work:
        undo(work, reopen.uid)


def test_somebody_found_twice_becomes_one_in_final_minutes_too(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
        twice = people.find_or_create(work, PersonDraft(name=Label("سلمى أوعلي")))
        session_edits.edit_fields(work, 1, {("rapporteur",): twice})
    with store.write("finalise") as work:
        finalised(work)
    with store.write("merge") as work:
        merging.merge(work, 1, twice)
    with store.read() as reading:
        rapporteur = get_session(reading, 1).rapporteur
        assert rapporteur is not None
        assert rapporteur.id == 1


def test_a_paper_in_another_language_shows_the_same_version(final: Store) -> None:
    with final.write("issue") as work:
        first = rendering.render(work, "minutes", 1, ("ar",))
        again = rendering.issue(work, first)
        other = rendering.issue(work, rendering.render(work, "minutes", 1, ("fr",)))
    assert first.places == ()
    with final.read() as reading:
        shown = {one.id: one.minutes_version for one in papers.list_issued(reading, 1)}
        assert shown[again] == shown[other] == 1
        assert set(final_minutes.final_papers(reading, 1)) == {
            DocumentLanguage.ARABIC,
            DocumentLanguage.FRENCH,
        }
        assert papers.issued_pdf(reading, again) == first.pdf


def test_a_session_with_final_minutes_is_not_deleted(final: Store) -> None:
    with pytest.raises(UserError), final.write("delete") as work:
        preparing.delete(work, 1)


def test_wordings_of_other_papers_go_on(final: Store) -> None:
    with pytest.raises(UserError, match="final"), final.write("word") as work:
        papers.replace_wording(work, 1, DocumentKind.MINUTES, "opening", "ar", "غيره")
    with final.write("word") as work:
        papers.replace_wording(work, 1, DocumentKind.INVITATION, "opening", "ar", "غيره")


def test_every_part_of_a_session_is_told_or_goes_on() -> None:
    parts, found = {"sessions"}, -1
    while found != len(parts):
        found = len(parts)
        for mapper in Base.registry.mappers:
            kind = mapper.class_
            if kind.owner is not None:
                keys = Base.metadata.tables[kind.__tablename__].columns[kind.owner].foreign_keys
                if {key.column.table.name for key in keys} & parts:
                    parts.add(kind.__tablename__)
    assert parts == GOES_ON.keys() | BESIDE
    for name, columns in GOES_ON.items():
        assert columns <= set(Base.metadata.tables[name].columns.keys())


def test_one_who_signs_alone_may_be_meant_otherwise(store: Store) -> None:
    with store.write("prepare") as work:
        kept(work)
        completed(work)
        session = get_session(work, 1)
    alone = replace(session, signatories=session.signatories[:1])
    assert "second" not in {lack.what for lack in final_minutes.gaps(session)}
    assert "second" in {lack.what for lack in final_minutes.gaps(alone)}


def test_sent_minutes_that_are_said_to_be_signed_do_not_step_back(final: Store) -> None:
    with final.write("send") as work:
        final_minutes.set_state(work, 1, DocumentState.SENT, ON)
    with final.write("sign") as work:
        final_minutes.set_state(work, 1, DocumentState.SIGNED, ON)
    with final.read() as reading:
        assert get_session(reading, 1).state is SessionState.SENT


def test_other_papers_leave_the_minutes_alone(final: Store) -> None:
    with final.write("issue") as work:
        report = rendering.issue(work, rendering.render(work, "report", 1, ("ar",)))
        papers.mark_signed(work, report, ON)
    assert state(final)[0] is DocumentState.TO_SIGN


def test_the_history_tells_of_versions_and_why_they_were_opened_again(final: Store) -> None:
    with final.write("reopen") as work:
        final_minutes.reopen(work, 1, "خطأ في تاريخ")
    with final.read() as reading:
        reopened, finalised_then = session_history(reading, 1)[:2]
    assert "خطأ في تاريخ" in {
        change.after for entry in reopened.entries for change in entry.changes
    }
    assert ("final_versions", (1,)) in {
        (entry.subject, entry.name) for entry in finalised_then.entries
    }
