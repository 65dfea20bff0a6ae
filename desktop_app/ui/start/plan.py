"""What the first start has been told so far; what follows from it is filled in until typed over."""

from typing import Final

from db.codes import Civility
from desktop_app.services.drafts import Label
from desktop_app.services.institution_data import HeaderMode
from desktop_app.services.presets_data import Academy, Level, Place, SetUp, academies
from desktop_app.wording import centre
from desktop_app.wording.bilingual import Bilingual

FIELDS: Final = (
    *("academy.ar", "academy.fr", "directorate.ar", "directorate.fr"),
    *("centre.ar", "centre.fr", "city.ar", "city.fr"),
    *("head.ar", "head.fr", "title.ar", "title.fr", "email"),
)
"""Texts that the user may type, by the names that `SetUp` has for them."""
_CENTRES: Final = {Level.REGIONAL: centre.DEFAULT_NAME, Level.PROVINCIAL: centre.PROVINCIAL_NAME}


class Plan:
    """A centre about to be set up.

    Attributes:
        level: regional or provincial.
        academy: the one chosen, or None for a blank one.
        own: the place of the directorate that a provincial centre belongs to, if it was chosen.
        places: those of the academy's directorates, and what the user added.
        left_out: those of them that are not recorded.
        civility: of the head.
        header_mode: how papers begin.
        texts: what is typed or filled in, by `FIELDS`.
    """

    def __init__(self) -> None:
        self.level = Level.REGIONAL
        self.academy: Academy | None = None
        self.own: Place | None = None
        self.places: list[Place] = []
        self.left_out: set[Place] = set()
        self.civility = Civility.UNKNOWN
        self.header_mode = HeaderMode.TEXT
        self.texts = dict.fromkeys(FIELDS, "")
        self._filled = dict(self.texts)
        self._fill_in()

    @property
    def is_provincial(self) -> bool:
        """Whether the centre belongs to a directorate."""
        return self.level is Level.PROVINCIAL

    def choose_level(self, level: Level) -> None:
        """Make the centre regional or provincial."""
        self.level = level
        self._fill_in()

    def choose_academy(self, code: str) -> None:
        """Take an academy by its region's code; none when it is empty."""
        self.academy = next((one for one in academies() if one.code == code), None)
        self.own = None
        self.places = list(self.academy.directorates) if self.academy else []
        self.left_out = set()
        self._fill_in()

    def choose_own(self, code: str) -> None:
        """Take the directorate of a provincial centre by its place's code; none when empty."""
        self.own = next((place for place in self.places if place.code == code), None)
        self._fill_in()

    def choose_civility(self, civility: Civility) -> None:
        """Say how the head is addressed."""
        self.civility = civility
        self._fill_in()

    def put(self, field: str, text: str) -> None:
        """Take what was typed into a field."""
        self.texts[field] = text
        self._fill_in()

    def add_place(self, name: Label) -> Place:
        """Add the place of another directorate."""
        place = Place(name=name)
        self.places.append(place)
        return place

    def turn(self, place: Place) -> None:
        """Leave a directorate out, or take it in again."""
        self.left_out ^= {place}

    def label(self, name: str) -> Label:
        """Give a text in both languages (``centre``)."""
        return Label(self.texts[f"{name}.ar"].strip(), self.texts[f"{name}.fr"].strip())

    def set_up(self) -> SetUp:
        """Give it as it is to be recorded."""
        seat = self.academy.seat if self.academy else Label()
        regional = [place for place in self.places if place not in self.left_out]
        return SetUp(
            level=self.level,
            academy=self.label("academy"),
            academy_town=seat,
            directorate=self.label("directorate") if self.is_provincial else Label(),
            directorate_town=self.own.seat if self.is_provincial and self.own else Label(),
            directorates=() if self.is_provincial else tuple(regional),
            centre=self.label("centre"),
            city=self.label("city"),
            head=self.label("head"),
            civility=self.civility,
            title=self.label("title"),
            header_mode=self.header_mode,
            email=self.texts["email"].strip(),
        )

    def _fill_in(self) -> None:
        academy = self.academy.official_name if self.academy else Label()
        own = self.own.name.bilingual() if self.own else Bilingual()
        if self.is_provincial:
            town = self.own.seat if self.own else Label()
        else:
            town = self.academy.seat if self.academy else Label()
        self._suggest("academy", academy)
        self._suggest("directorate", centre.directorate_name(own))
        self._suggest("city", town)
        self._suggest("centre", _CENTRES[self.level])
        named = self.label("centre").bilingual()
        self._suggest("title", centre.head_title(named, self.civility))

    def _suggest(self, name: str, text: Label | Bilingual) -> None:
        """Fill a text in where nothing is typed, or only what was filled in before."""
        for language, words in (("ar", text.ar), ("fr", text.fr)):
            field = f"{name}.{language}"
            if self.texts[field] == self._filled[field]:
                self.texts[field] = words
            self._filled[field] = words
