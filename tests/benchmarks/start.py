"""Whole processes: from nothing to a painted window, a usable one, a file on disk.

Each program here is run by `__main__` in a process of its own, and prints nothing: the clock
outside it is the measure. The bare window is the mark that the product is held against.
"""

import sys

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget(); window.resize(1366, 768); window.show(); app.processEvents()
"""

BARE_WITH_SQLALCHEMY = "import sqlalchemy\n" + BARE

SAMPLE = """
import sys
from desktop_app.cli import main
sys.exit(main(["sample", sys.argv[1]]))
"""

MANY = """
import sys
from pathlib import Path
from tests.benchmarks.content import many_sessions
many_sessions(Path(sys.argv[1]), 2000)
"""

MINUTES = """
import sys
from desktop_app.cli import main
sys.exit(main(["render", "minutes", "--database", sys.argv[1], "--language", "ar",
               "--output", sys.argv[2]]))
"""

PAINTED = """
import sys
from desktop_app import app
sys.exit(app.run(sys.argv[1], "ar", until="painted"))
"""

USABLE = PAINTED.replace("painted", "usable")

WALK = """
import sys
from pathlib import Path
from tests.benchmarks.window import walk
walk(Path(sys.argv[1]))
"""


def command(program: str, *arguments: str) -> list[str]:
    """Give the command that runs a program in a process of its own."""
    return [sys.executable, "-c", program, *arguments]
