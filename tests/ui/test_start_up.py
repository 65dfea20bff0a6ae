"""What only a process of its own can show."""

import subprocess
import sys
from pathlib import Path

LATE = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "hijridate", "msgspec", "platformdirs")

FIRST_PAINT = f"""
import sys
from PySide6.QtWidgets import QApplication
from desktop_app.app import make_window
application = QApplication([])
window = make_window(application, sys.argv[1], "ar")
loaded = []
def painted():
    loaded.extend(name for name in {LATE!r} if name in sys.modules)
    application.exit(0)
window.painted.disconnect()
window.painted.connect(painted)
window.show()
application.exec()
print(",".join(loaded) or "nothing", "PySide6.QtWidgets" in sys.modules)
"""

UPDATES = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
widget.show()
for _ in range(20_000):
    widget.update()
"""

SHORT_LIFE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app import app
made = app.make_window
def closing(*arguments):
    window = made(*arguments)
    window.ready.connect(lambda: QTimer.singleShot(0, window.close))
    return window
app.make_window = closing
sys.exit(app.run(sys.argv[1], "fr"))
"""


def _run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_nothing_heavy_is_loaded_before_the_window_is_seen(sample_file: Path) -> None:
    done = _run(FIRST_PAINT, str(sample_file))
    assert done.stdout.strip() == "nothing True", done.stderr


def test_qt_and_python_agree_about_none() -> None:
    done = _run(UPDATES)
    assert done.returncode == 0, done.stderr


def test_the_program_ends_well_when_its_window_is_closed(sample_file: Path) -> None:
    done = _run(SHORT_LIFE, str(sample_file))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
