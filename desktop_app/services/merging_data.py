"""Two records laid side by side before they become one: frozen, without a database."""

from dataclasses import dataclass
from datetime import date

from db.codes import AttendanceState, BodyKind, Civility
from desktop_app.services.uses import Uses
from desktop_app.wording.bilingual import Bilingual

Shown = Bilingual | Civility | BodyKind | str


@dataclass(frozen=True, slots=True)
class MergedField:
    """One field of both records.

    Attributes:
        code: its name among the choices.
        kept: what the record that stays has.
        other: what the other has.
        takes_other: whether the other's wins unless the user chooses otherwise: it is filled and
            this one is not, or it is newer.
        since: from which days these hold, for what has its day.
    """

    code: str
    kept: Shown
    other: Shown
    takes_other: bool = False
    since: tuple[date | None, date | None] = (None, None)

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return (self.kept, self.since[0]) != (self.other, self.since[1])


@dataclass(frozen=True, slots=True)
class Clash:
    """A session in which both have a line of attendance, which becomes one.

    Attributes:
        stays: the state that the line is left with.
    """

    session_id: int
    theme: Bilingual
    day: date | None
    kept: AttendanceState
    other: AttendanceState
    stays: AttendanceState


@dataclass(frozen=True, slots=True)
class Merging:
    """What becomes of two records.

    Attributes:
        keep_id: the one that stays.
        other_id: the one that goes, once all that names it names the first.
        fields: in the order in which they are shown.
        kept_uses, other_uses: what names each of them.
        clashes: sessions that both attended or were invited to.
    """

    keep_id: int
    other_id: int
    fields: tuple[MergedField, ...]
    kept_uses: Uses
    other_uses: Uses
    clashes: tuple[Clash, ...] = ()
