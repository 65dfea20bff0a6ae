"""Start Mahdar: the window without arguments, the command line with them."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging
    from sys import UnraisableHookArgs


def _unraisable(failure: "UnraisableHookArgs") -> None:
    """Be quiet when the user broke off while a library was tidying up."""
    if not issubclass(failure.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(failure)


def _worth_logging(record: "logging.LogRecord") -> bool:
    return not record.exc_info or record.exc_info[0] is not KeyboardInterrupt


def _run() -> int:
    sys.unraisablehook = _unraisable
    try:
        import logging  # whatever is loaded may be broken off

        from desktop_app.cli import main  # likewise

        if logging.lastResort is not None:
            logging.lastResort.addFilter(_worth_logging)
        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(_run())
