"""The mails that were opened and of which nobody has said yet whether they were sent."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.documents.rendering import Rendered

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop_app.ui.papers.mailing import Letter


@dataclass(frozen=True, slots=True)
class Opened:
    """A mail that was opened.

    Attributes:
        rendered: the paper that it goes with.
        letters: the mail, then those to be opened after it.
        total: how many there were when the first was opened.
        own: the folder where its files lie.
    """

    rendered: Rendered
    letters: "tuple[Letter, ...]"
    total: int
    own: Path


class Outbox:
    """Keeps the mail that was opened last for each paper, until it is said to be sent."""

    def __init__(self) -> None:
        self._opened: dict[Hashable, Opened] = {}

    def keep(self, opened: Opened) -> None:
        """Have it wait for an answer."""
        self._opened[_paper(opened.rendered)] = opened

    def settle(self, opened: Opened) -> None:
        """Forget it: the answer was given."""
        self._opened.pop(_paper(opened.rendered), None)

    def waiting(self, rendered: Rendered) -> Opened | None:
        """Give what waits for an answer of a paper, if anything does."""
        return self._opened.get(_paper(rendered))


def _paper(rendered: Rendered) -> "Hashable":
    material = rendered.material
    scope = material.scope
    return (
        scope.session_id,
        scope.subject,
        rendered.kind,
        rendered.language,
        material.options.people,
    )
