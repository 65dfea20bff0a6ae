"""The scan of a signed paper, dropped where it belongs."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.codes import DocumentState, SessionState
from desktop_app.services.session_states import move
from desktop_app.services.sessions import get_session
from tests.services.drafts import PNG
from tests.ui.conftest import WAIT_MS, Open, open_papers, session_of
from tests.ui.papers.doing import drop, issued, settle, store_of


@pytest.mark.parametrize(("name", "data"), [("scan.pdf", b"%PDF-1.7\n%%EOF"), ("scan.PNG", PNG)])
def test_a_scan_that_is_dropped_makes_the_paper_signed_and_can_be_taken_back(
    name: str, data: bytes, open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    session = session_of(window).session
    assert session is not None
    with store_of(window).write("x") as work:
        move(work, session.id, SessionState.HELD, session.days[0])
    settle(window, tab, qtbot)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    scan = tmp_path / name
    scan.write_bytes(data)
    assert drop(tab.drop, scan)
    settle(window, tab, qtbot)
    (paper,) = issued(window)
    (copy,) = paper.signed_copies
    assert paper.state is DocumentState.SIGNED
    assert copy.file_name == f"{Path(paper.file_name).stem}-signé{scan.suffix.lower()}"
    chip = tab.papers.chip(tab.papers.currentRow())
    assert chip is not None
    assert chip.label == "Signé"
    with store_of(window).read() as reading:
        assert get_session(reading, session.id).state is SessionState.SIGNED
    assert window.obey("Ctrl+Z")
    settle(window, tab, qtbot)
    (paper,) = issued(window)
    assert paper.state is DocumentState.TO_SIGN
    assert paper.signed_copies == ()
    with store_of(window).read() as reading:
        assert get_session(reading, session.id).state is SessionState.HELD


def test_what_was_not_issued_cannot_be_signed(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "en")
    tab = open_papers(window, qtbot)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7\n%%EOF")
    assert drop(tab.drop, scan)
    assert window.message_bar.text.startswith("The signed copy was not kept: this paper was not")
    assert issued(window) == ()


@pytest.mark.parametrize("size", [0, 20, 400 * 1024 * 1024])
def test_what_is_no_scan_is_refused_in_one_sentence(
    size: int, open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "en")
    tab = open_papers(window, qtbot)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    scan = tmp_path / "scan.pdf"
    with scan.open("wb") as stream:
        stream.truncate(size)
    assert drop(tab.drop, scan)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    reason = {0: "it is empty"}.get(size, "it is no PDF file")
    reason = "it is larger than 50 MB" if size > 1000 else reason
    assert window.message_bar.text.startswith(f"“scan.pdf” was not kept: {reason}")
    (paper,) = issued(window)
    assert paper.state is DocumentState.TO_SIGN


def test_a_file_of_another_kind_is_not_taken(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = open_papers(open_window(record), qtbot)
    assert not drop(tab.drop, tmp_path / "scan.docx")
