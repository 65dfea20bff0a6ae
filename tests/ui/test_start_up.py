"""What only a process of its own can show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LATE = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "hijridate", "msgspec", "platformdirs")

FIRST_PAINT = f"""
import sys
from PySide6.QtWidgets import QApplication
from desktop_app import app
from desktop_app.ui import curtain, window
loaded = []
def look(name, names={LATE!r}):
    loaded.append(",".join(late for late in names if late in sys.modules) or "none at " + name)
class Watched(curtain.Curtain):
    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        self.painted.connect(lambda: look("curtain"))
app.Curtain = Watched
opened = window.MainWindow.open_record
def open_record(self):
    look("window")
    opened(self)
window.MainWindow.open_record = open_record
app.run(sys.argv[1], "ar", until="usable")
look("list", ("sqlalchemy.orm", "msgspec", "alembic", "reportlab"))
print("; ".join(loaded), "sqlalchemy" in sys.modules)
"""

AFTERWARDS = """
import sys
from PySide6.QtWidgets import QApplication
from desktop_app import app
from desktop_app.ui.kept import Kept
application = QApplication(["mahdar", *app.STYLE])
window = app.make_window(application, sys.argv[1], Kept(), "ar")
LATER = {"desktop_app.ui." + name for name in (
    "palette.palette", "papers.tab", "person.page", "settings.page", "keys_page.all_keys")}
window.shown.connect(lambda: print(*(LATER & set(sys.modules))))
window.show()
while not set(sys.modules) >= LATER | {"desktop_app.documents.rendering", "pypdfium2"}:
    application.processEvents()
window.close()
"""

UPDATES = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
widget.show()
for _ in range(20_000):
    widget.update()
"""

UNTIL_USABLE = """
import sys
from desktop_app import app
sys.exit(app.run(sys.argv[1], sys.argv[2] or None, until="usable"))
"""

CHOOSE = """
import sys
from desktop_app import app
from desktop_app.ui.window import MainWindow
opened = MainWindow.open_record
def choose(window):
    print(window.desk.language, window.desk.dark)
    window.desk.set_language("ar")
    window.desk.set_appearance("dark")
    opened(window)
MainWindow.open_record = choose
sys.exit(app.run(sys.argv[1], until="usable"))
"""


FAIL_INSIDE = """
import sys
from PySide6.QtCore import QTimer
from desktop_app import app
from desktop_app.ui.window import MainWindow
opened = MainWindow.open_record
def fail(window):
    opened(window)
    QTimer.singleShot(0, lambda: 1 / 0)
    window.ready.connect(lambda: print(window.message_bar.text))
MainWindow.open_record = fail
sys.exit(app.run(sys.argv[1], "en", until="usable"))
"""


def _run(
    code: str, *arguments: str, settings: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LANGUAGE": "fr"}
    if settings is not None:
        environment |= {"XDG_CONFIG_HOME": str(settings), "HOME": str(settings)}
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env=environment,
        timeout=120,
    )


def test_nothing_heavy_is_loaded_before_the_window_is_seen(sample_file: Path) -> None:
    done = _run(FIRST_PAINT, str(sample_file))
    assert done.stdout.strip() == "none at curtain; none at window; none at list True", done.stderr


def test_the_rest_is_loaded_once_the_list_was_seen(sample_file: Path) -> None:
    done = _run(AFTERWARDS, str(sample_file))
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


def test_qt_and_python_agree_about_none() -> None:
    done = _run(UPDATES)
    assert done.returncode == 0, done.stderr


def test_the_program_ends_well_when_its_window_is_closed(sample_file: Path) -> None:
    done = _run(UNTIL_USABLE, str(sample_file), "fr")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_in_any_callback_is_told_in_the_window(sample_file: Path) -> None:
    done = _run(FAIL_INSIDE, str(sample_file))
    assert "error of its own (ZeroDivisionError)" in done.stdout
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="settings lie where Windows says")
def test_language_and_appearance_are_those_chosen_last(sample_file: Path, tmp_path: Path) -> None:
    first = _run(CHOOSE, str(sample_file), settings=tmp_path)
    second = _run(CHOOSE, str(sample_file), settings=tmp_path)
    assert (first.stdout.strip(), second.stdout.strip()) == ("fr False", "ar True"), first.stderr
