"""Pages of a PDF on any thread: what nobody shows leaves nothing open."""

import gc
import threading
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.ui.papers.pdf import PdfPages
from desktop_app.ui.tasks import CancelledError


def paper(words: str = "minutes") -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, words)
    canvas.save()
    return out.getvalue()


def documents() -> int:
    """Count the documents that pdfium holds."""
    return sum(isinstance(one, pypdfium2.PdfDocument) for one in gc.get_objects())


def test_a_paper_that_is_never_drawn_leaves_no_document_open() -> None:
    gc.collect()
    before = documents()
    made = [PdfPages(paper()) for _ in range(3)]
    assert documents() == before
    made[0].draw(0, 1)
    assert documents() == before + 1
    made[0].close()


def test_nothing_is_drawn_of_a_paper_that_was_let_go() -> None:
    with PdfPages(paper()) as pages:
        assert "minutes" in pages.words(0)
    for ask in (lambda: pages.draw(0, 1), lambda: pages.words(0)):
        with pytest.raises(CancelledError):
            ask()


def test_papers_are_read_and_dropped_on_several_threads() -> None:
    wrong: list[str] = []

    def read(name: str) -> None:
        for _ in range(60):
            PdfPages(paper())  # given up before it was shown
            with PdfPages(paper(name)) as pages:
                if name not in pages.words(0) or pages.draw(0, 0.2).isNull():
                    wrong.append(name)

    threads = [threading.Thread(target=read, args=(f"paper-{n}",)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
