"""Where one can be in the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A screen, and what it shows.

    Attributes:
        place: code of the screen (`desktop_app.ui.screens`).
        key: id of the record that it shows, for a screen of one record.
        part: code of its tab or part, where it has several; the first when empty.
    """

    place: str
    key: int | None = None
    part: str = ""

    def same_page(self, other: "Address") -> bool:
        """Whether both are parts of one page."""
        return (self.place, self.key) == (other.place, other.key)
