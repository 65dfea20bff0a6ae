"""Slow work: done elsewhere, told here."""

import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.tasks import Task, TaskRunner


def unwanted(result: object) -> None:
    """Fail when anything is told."""
    pytest.fail(repr(result))


@pytest.fixture
def runner(qapp: QApplication) -> TaskRunner:
    return TaskRunner(qapp)


def test_work_is_done_elsewhere_and_its_result_comes_back_here(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    threads: list[int] = []
    results: list[int] = []

    def done(result: int) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    def work(_: object) -> int:
        threads.append(threading.get_ident())
        return 42

    runner.run(work, done)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] != threads[1] == threading.get_ident()
    assert runner.idle
    runner.stop()


def test_a_failure_goes_to_the_bar_or_to_who_asked_for_it(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[str] = []
    asked: list[str] = []
    runner.failed.connect(lambda error: told.append(str(error)))

    def break_down(_: Task[None]) -> None:
        raise ValueError("broken")

    runner.run(break_down, unwanted)
    runner.run(break_down, unwanted, lambda error: asked.append(str(error)))
    qtbot.waitUntil(lambda: bool(told and asked))
    assert (told, asked) == (["broken"], ["broken"])
    assert runner.idle
    runner.stop()


def test_progress_can_be_read_while_it_runs(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    changes: list[bool] = []
    runner.changed.connect(lambda: changes.append(runner.watched is not None))

    def work(task: Task[str]) -> str:
        task.step(3, 20)
        go_on.wait(10)
        return "done"

    task = runner.run(work, lambda _: None, title="Printing")
    qtbot.waitUntil(lambda: task.steps == (3, 20))
    assert runner.watched is task
    go_on.set()
    qtbot.waitUntil(lambda: runner.idle)
    assert changes == [True, False]
    runner.stop()


def test_what_is_given_up_gives_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on, reached = threading.Event(), []

    def work(task: Task[str]) -> str:
        go_on.wait(10)
        task.step(1, 2)
        reached.append("went on")
        return "result"

    running = runner.run(work, unwanted, unwanted)
    blocked = runner.run(lambda _: go_on.wait(10), lambda _: None)
    waiting = runner.run(lambda _: reached.append("began"), unwanted, unwanted)
    running.cancel()
    waiting.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: runner.idle)
    assert running.cancelled
    assert not blocked.cancelled
    assert reached == []
    runner.stop()


def test_a_result_that_comes_after_giving_up_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    task = runner.run(lambda _: go_on.wait(10), unwanted)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: runner.idle)
    runner.stop()


def test_stopping_waits_for_what_runs(runner: TaskRunner, qtbot: QtBot) -> None:
    finished: list[bool] = []
    began = threading.Event()

    def work(_: Task[None]) -> None:
        began.set()
        threading.Event().wait(0.2)
        finished.append(True)

    runner.run(work, lambda _: None)
    qtbot.waitUntil(began.is_set)
    runner.stop()
    assert finished == [True]
