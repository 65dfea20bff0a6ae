"""Other people's programs, against which Mahdar's papers are held."""

import os
import shutil

import pytest


def program(name: str) -> str:
    """Find a program, or skip the test; a CI may not do without it."""
    found = shutil.which(name)
    if found is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    return found or name
