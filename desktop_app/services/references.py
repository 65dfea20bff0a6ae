"""Reference numbers, made from a pattern: ``{seq}/{yy}``, ``{service}-{seq:03}/{yyyy}``."""

import re
from datetime import date

from db.errors import UserError
from desktop_app.services.validation import require

_FIELD = re.compile(r"\{(seq|yyyy|yy|service)(?::0?([1-9]))?\}")


def checked_pattern(pattern: str) -> None:
    """Refuse a pattern that gives no number, or the same number every year.

    Raises:
        FieldError: it lacks the number or the year, or holds an unknown field.
    """
    names = {found[1] for found in _FIELD.finditer(pattern)}
    require(
        "seq" in names
        and names & {"yy", "yyyy"}
        and not re.search("[{}]", _FIELD.sub("", pattern)),
        ("reference_pattern",),
        UserError(
            "a pattern such as {example} is expected, with the number and the year.",
            example="{seq}/{yy}",
        ),
    )


def reference(pattern: str, number: int, on: date, service: str = "") -> str:
    """Write a number as the pattern has it.

    Args:
        pattern: as `checked_pattern` lets it pass.
        number: from 1 in each civil year.
        on: the day of the paper, which gives the year.
        service: what stands for ``{service}``.
    """
    values = {"yyyy": f"{on.year:04}", "yy": f"{on.year % 100:02}", "service": service}

    def put(found: re.Match[str]) -> str:
        if found[1] == "seq":
            return f"{number:0{found[2] or 1}}"
        return values[found[1]]

    return _FIELD.sub(put, pattern)
