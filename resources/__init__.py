"""What ships with the program: fonts, icons, colour profile, languages, samples."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(path: str) -> Traversable:
    """Find a shipped file, in a checkout, a wheel or a frozen program alike.

    Args:
        path: below `resources/`, with forward slashes, as in ``fonts/Amiri-Regular.ttf``.
    """
    return files("resources").joinpath(*path.split("/"))
