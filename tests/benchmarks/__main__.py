"""Measure Mahdar against others in one run, and print the ratios.

    python -m pip install -e '.[test,benchmark]'
    python -m tests.benchmarks

Times are medians of runs taken in turn (A B A B …), so that a machine that slows down slows both.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from desktop_app.documents import papers, setting
from desktop_app.documents.blocks import Paper
from tests.benchmarks import content, peers, start
from tests.benchmarks.register import measure_register, write_register
from tests.benchmarks.window import measure_window

ROOT = Path(__file__).parents[2]
PAGES = 4


def in_turn(runs: int, *works: Callable[[int], object]) -> list[float]:
    """Run the works in turn and give the median of each, in milliseconds."""
    times: list[list[float]] = [[] for _ in works]
    for run in range(runs + 1):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work(run)
            taken.append((time.perf_counter() - begun) * 1000)
    return [median(taken[1:]) for taken in times]


def row(name: str, ours: float, theirs: float, bound: str) -> None:
    """Print one line of the table."""
    print(f"{name:<58}{ours:>9.0f}{theirs:>9.0f}{ours / theirs:>8.2f}  {bound}")


def minutes(number: int) -> setting.SetPaper:
    """Set fresh minutes."""
    paper = papers.build("minutes", content.session(number), content.institution(), ("ar",))
    return setting.set_paper(paper, author="Mahdar", dated=date(2026, 4, 22))


def measure_papers() -> None:
    """Set the same minutes with the product and with its peers, in one warm process."""
    import typst
    from weasyprint import HTML

    def paper(number: int) -> Paper:
        return papers.build("minutes", content.session(number), content.institution(), ("ar",))

    def with_weasyprint(number: int) -> None:
        HTML(string=peers.as_html(paper(number))).write_pdf()

    compiler = typst.Compiler(font_paths=[str(peers.FONTS)], ignore_system_fonts=True)

    def with_typst(number: int) -> None:
        compiler.compile(peers.as_typst(paper(number)).encode(), pdf_standards=["a-2u"])

    print(f"minutes of {minutes(1).pages} pages, thirty attendees")
    ours, weasyprint, markup, latin = in_turn(
        7, minutes, with_weasyprint, with_typst, lambda _: peers.latin_pages(PAGES)
    )
    row("  against WeasyPrint, same content", ours, weasyprint, "at most 0.125")
    row("  against Typst, warm compiler, a fresh document", ours, markup, "at most 1")
    row("  against plain Latin paragraphs by ReportLab, same pages", ours, latin, "")


class Processes:
    """Runs programs, each in a process of its own.

    Attributes:
        peak: most memory that any of them took, in MB.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        self._surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def of(self, program: str, *arguments: str) -> Callable[[int], object]:
        """Give the work of running a program once, whole."""
        line = start.command(program, *arguments)
        return lambda _: self._run(line)

    def _run(self, line: list[str]) -> None:
        surroundings = self._surroundings
        with subprocess.Popen(line, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL) as child:
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, line)
        self.peak = max(self.peak, used.ru_maxrss / 1024)


def measure_processes(folder: Path) -> None:
    """Time whole processes: minutes from cold, the window painted and usable."""
    sample, many = str(folder / "sample.mahdar"), str(folder / "many.mahdar")
    for program, file in ((start.SAMPLE, sample), (start.MANY, many)):
        line = start.command(program, file)
        subprocess.run(line, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    processes = Processes()
    cold, bare, with_sqlalchemy, painted, usable = in_turn(
        9,
        processes.of(start.MINUTES, sample, str(folder / "minutes.pdf")),
        processes.of(start.BARE),
        processes.of(start.BARE_WITH_SQLALCHEMY),
        processes.of(start.PAINTED, many),
        processes.of(start.USABLE, many),
    )
    print("whole processes")
    row("  minutes from cold to file, against a bare window", cold, bare, "")
    row("  window painted, against a bare window", painted, bare, "at most 1.3")
    row("  window usable with 2,000 sessions, against a bare window", usable, bare, "")
    row("  the same, against a bare window with SQLAlchemy", usable, with_sqlalchemy, "at most 1.6")
    print(f"peak memory of any of these processes: {processes.peak:.0f} MB (bound: 200)")
    walked = Processes()
    walked.of(start.WALK, many)(0)
    print(f"peak memory of a window after every screen was open: {walked.peak:.0f} MB (bound: 300)")
    measure_window(Path(many), in_turn, row)


def main() -> None:
    """Print the table."""
    print(f"{'':<58}{'ours ms':>9}{'theirs':>9}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        measure_processes(Path(folder))
        register = Path(folder) / "register.mahdar"
        write_register(register)
        print("the register: 20,000 sessions, 200,000 outcomes, 1,000,000 attendances")
        measure_register(register, in_turn, row)
    measure_papers()


if __name__ == "__main__":
    main()
