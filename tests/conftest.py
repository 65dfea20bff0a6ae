"""Every test runs without a screen unless it asks for one, and with settings of its own.

No property has a time limit.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

_WINDOW = Path(__file__).parent / "ui"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def settings_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither read nor change the settings and the record of whoever runs the tests."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Measure what the tests of the floors below the window run, and nothing else.

    What the window runs is tried by its own tests, which tracing would slow down by half. Without
    coverage nothing is marked: pytest-cov fails with both.
    """
    unmeasured = config.getoption("no_cov", default=False)
    for item in items:
        if unmeasured:
            item.own_markers[:] = [mark for mark in item.own_markers if mark.name != "no_cover"]
        elif _WINDOW in item.path.parents:
            item.add_marker("no_cover")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many keys the moments of the working day took."""
    moments = sorted(
        value
        for report in terminalreporter.stats.get("passed", ())
        for name, value in report.user_properties
        if name == "moment"
    )
    if moments:
        terminalreporter.section("keys and clicks of the moments")
        terminalreporter.line(f"{'moment':<8}{'language':<10}{'keys':>5}{'at most':>9}")
    for moment, language, keys, at_most, besides in moments:
        terminalreporter.line(f"{moment:<8}{language:<10}{keys:>5}{at_most:>9}  {besides}".rstrip())
