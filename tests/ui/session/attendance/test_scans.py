"""The scan of the signed sheet is dropped on the tab and stays with the session."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.i18n import Language
from desktop_app.ui.session.attendance.scans import size_words
from desktop_app.ui.session.attendance.tab import AttendanceTab
from desktop_app.ui.window import MainWindow
from tests.services.drafts import PNG
from tests.ui.conftest import Open
from tests.ui.programs import Taken
from tests.ui.session.attendance.taking import opened, prepare
from tests.ui.tour import settle


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    return open_window(record)


@pytest.fixture
def tab(window: MainWindow) -> AttendanceTab:
    assert window.desk.store
    return opened(window, prepare(window.desk.store, 6))


def drop(window: MainWindow, on: QWidget, *files: Path) -> bool:
    """Drop files somewhere, and tell whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(on.rect().center(), copy, data, button, none)
    enter.ignore()
    QApplication.sendEvent(on, enter)
    if not enter.isAccepted():
        return False
    where = QPointF(on.rect().center())
    QApplication.sendEvent(on, QDropEvent(where, copy, data, button, none))
    settle(window)
    return True


def pages() -> bytes:
    """Scan two pages into one TIFF file."""
    out, page = BytesIO(), Image.new("1", (200, 280), 1)
    page.save(out, "TIFF", compression="group4", save_all=True, append_images=[page])
    return out.getvalue()


@pytest.mark.parametrize(
    ("on_zone", "data", "ending"), [(True, pages(), "tiff"), (False, PNG, "png")]
)
def test_a_scan_is_kept_shown_opened_and_removed_with_undo(
    window: MainWindow,
    tab: AttendanceTab,
    tmp_path: Path,
    program: Taken,
    on_zone: bool,
    data: bytes,
    ending: str,
) -> None:
    file = tmp_path / f"مسح لائحة.{ending}"
    file.write_bytes(data)
    assert tab.scans.drop.isVisible()
    assert drop(window, tab.scans.drop if on_zone else tab, file)
    file.unlink()
    assert not tab.scans.drop.isVisible()
    ((sheet, opening, removing),) = tab.scans.lines
    assert sheet.size == len(data)
    assert sheet.file_name.endswith(f".{ending}")

    opening.trigger()
    settle(window)
    assert [path.read_bytes() for path in program.paths] == [data]

    removing.trigger()
    settle(window)
    assert (tab.scans.lines, tab.scans.drop.isVisible()) == ([], True)
    assert window.obey("Ctrl+Z")
    settle(window)
    assert [one.id for one, _, _ in tab.scans.lines] == [sheet.id]


def huge(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(400 * 1024 * 1024)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("huge.pdf", huge),
        ("empty.pdf", Path.touch),
        ("text.pdf", lambda file: file.write_text("no paper")),
        ("gone.pdf", lambda _: None),
        ("folder.pdf", Path.mkdir),
        ("محضر.docx", lambda file: file.write_bytes(b"PK")),
    ],
)
def test_what_is_no_scan_is_refused_in_a_sentence(
    window: MainWindow,
    tab: AttendanceTab,
    tmp_path: Path,
    name: str,
    make: Callable[[Path], object],
) -> None:
    make(tmp_path / name)
    assert drop(window, tab, tmp_path / name)
    assert name in window.message_bar.text
    assert window.message_bar.text.rstrip("\u2069").endswith(".")
    assert tab.scans.lines == []


def test_two_files_at_once_are_none(window: MainWindow, tab: AttendanceTab, tmp_path: Path) -> None:
    assert not drop(window, tab, tmp_path / "a.pdf", tmp_path / "b.pdf")


def test_what_no_program_takes_is_named(
    window: MainWindow, tab: AttendanceTab, tmp_path: Path, cache: Path
) -> None:
    file = tmp_path / "scan.png"
    file.write_bytes(PNG)
    drop(window, tab, file)
    tab.scans.lines[0][1].trigger()
    settle(window)
    assert window.message_bar.isVisible()
    assert list(cache.rglob("*.png"))


@pytest.mark.parametrize(
    ("language", "small", "large"),
    [("ar", "3 ك.ب", "1,2 م.ب"), ("fr", "3 ko", "1,2 Mo"), ("en", "3 kB", "1.2 MB")],
)
def test_sizes_are_written_as_people_write_them(
    open_window: Open, record: Path, language: Language, small: str, large: str
) -> None:
    desk = open_window(record, language).desk
    told = [size_words(desk, size).replace("\u00a0", " ") for size in (3_400, 1_234_567, 12)]
    assert [one.replace("\u2066", "").replace("\u2069", "") for one in told[:2]] == [small, large]
    assert "1" in told[2]
