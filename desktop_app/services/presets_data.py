"""The academies to choose from at the first start, and what it asks for; no database."""

from enum import StrEnum
from functools import cache
from typing import Annotated

from msgspec import Meta, json

from db.codes import Civility
from desktop_app.services.drafts import Draft, InstitutionDraft, Label, Line
from desktop_app.services.institution_data import HeaderMode
from desktop_app.wording import centre
from resources import resource

_STATE = InstitutionDraft()
"""Its header begins with the lines of the State and the ministry."""


class Level(StrEnum):
    """Whether a centre works for a whole academy or for one of its directorates."""

    REGIONAL = "regional"
    PROVINCIAL = "provincial"


class Place(Draft, frozen=True):
    """A region, province or prefecture; the French name with its article where it has one.

    Attributes:
        code: of the census; empty for a place that the user added.
        town: where its academy or directorate sits; the place's own name when it has that name.
        town_to_check: nothing at hand confirms the town.
    """

    name: Label
    code: Annotated[str, Meta(max_length=20)] = ""
    town: Label = Label()
    town_to_check: bool = False

    @property
    def seat(self) -> Label:
        """The town, also when it is named after the place."""
        return self.town if self.town.bilingual() else self.name


class Academy(Place, frozen=True, kw_only=True):
    """An academy, by the region it works for, with the places of its directorates."""

    directorates: tuple[Place, ...]

    @property
    def official_name(self) -> Label:
        """Its name as papers write it."""
        made = centre.academy_name(self.name.bilingual())
        return Label(made.ar, made.fr)


class SetUp(Draft, frozen=True, kw_only=True):
    """What the first start asks for.

    Attributes:
        academy: its official name; empty when none is recorded.
        directorate: official name of the one that a provincial centre belongs to.
        directorates: the places of all that are recorded beside it.
        head: who heads the centre and signs; nobody yet when nameless.
        title: function of the head; made from the centre's name when empty.
    """

    level: Level = Level.REGIONAL
    academy: Label = Label()
    academy_town: Label = Label()
    directorate: Label = Label()
    directorate_town: Label = Label()
    directorates: Annotated[tuple[Place, ...], Meta(max_length=100)] = ()
    centre: Label
    city: Label = Label()
    head: Label = Label()
    civility: Civility = Civility.UNKNOWN
    title: Label = Label()
    header_mode: HeaderMode = HeaderMode.TEXT
    email: Line = ""

    @property
    def owner(self) -> Label:
        """What the centre belongs to: its directorate, or else its academy."""
        return self.directorate if self.level is Level.PROVINCIAL else self.academy


@cache
def academies() -> tuple[Academy, ...]:
    """Give the academies of all regions, in the order of the regions' numbers."""
    return json.decode(resource("presets/academies.json").read_bytes(), type=tuple[Academy, ...])


def settings(draft: SetUp) -> InstitutionDraft:
    """Give the settings that a centre begins with; its header is made of the names above it."""
    own = draft.directorate if draft.level is Level.PROVINCIAL else Label()
    names = (draft.academy, own, draft.centre)
    return InstitutionDraft(
        name=draft.centre,
        academy=draft.owner,
        header_ar=_STATE.header_ar[:2] + centre.header_lines(tuple(name.ar for name in names)),
        header_fr=_STATE.header_fr[:2] + centre.header_lines(tuple(name.fr for name in names)),
        header_mode=draft.header_mode,
        city=draft.city,
        email=draft.email,
        signatory="head" if draft.head.bilingual() else None,
    )
