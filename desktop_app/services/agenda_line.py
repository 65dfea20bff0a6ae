"""A point of an agenda typed on one line: its title, who presents it, how long it takes."""

import re
from dataclasses import dataclass
from typing import Final

from desktop_app.services.note_reading import Names, read_who

_MINUTES: Final = re.compile(
    r"(?:^|\s)/\s*(\d{1,9})\s*(?:د|دقيقة|دقائق|min|mn|minutes?)?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """What a line says.

    Attributes:
        title: the line without the rest.
        presenter_id: of the person named after ``@``.
        minutes: as typed after ``/``, reasonable or not.
    """

    title: str
    presenter_id: int | None = None
    minutes: int | None = None


def read_line(text: str, names: Names) -> AgendaLine:
    """Read a line such as ``عرض التغطية @هشام بوعزة /20``; what is not understood is title.

    Args:
        text: as typed.
        names: of the people who may follow ``@``.
    """
    found = _MINUTES.search(text)
    minutes = int(found[1]) if found else None
    said = read_who(text[: found.start()] if found else text, names)
    return AgendaLine(said.text, said.person_id, minutes)
