"""The rules of the house that a machine can see: types, style, walls, and what may not be named."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
}
UNSPEAKABLE = re.compile(r"(?<![\w./-])/(?:work|root|tmp|home)/\w")


@pytest.mark.parametrize("tool", TOOLS)
def test_the_whole_tree_passes(tool: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *TOOLS[tool]],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_imports_only_go_down() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_qt_stays_in_the_window() -> None:
    offenders = [
        str(path.relative_to(ROOT))
        for folder in ("db", "desktop_app", "resources")
        for path in (ROOT / folder).rglob("*.py")
        if "PySide6" in path.read_text("utf-8")
        and not path.is_relative_to(ROOT / "desktop_app" / "ui")
        and path != ROOT / "desktop_app" / "app.py"
    ]
    assert offenders == []


@pytest.fixture
def listed() -> list[str]:
    """What is recorded of the tree, by name; whoever owns the folder."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("only git knows what belongs to the tree")
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    run = subprocess.run(listing, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return run.stdout.rstrip("\0").split("\0")


def test_the_top_level_is_the_agreed_one(listed: list[str]) -> None:
    tops = {name.split("/")[0] for name in listed}
    agreed = {"desktop_app", "resources", "db", "main.py", "pyproject.toml", "tests"}
    beside = {"README.md", "LICENSE", "docs", ".ci", ".gitignore", ".gitattributes"}
    assert agreed <= tops <= agreed | beside


def test_no_path_of_a_machine_is_named(listed: list[str]) -> None:
    named = []
    for name in listed:
        try:
            text = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        if name != "tests/test_house.py" and UNSPEAKABLE.search(text):
            named.append(name)
    assert named == []
