"""What centres, academies and directorates are called, and the head of their papers."""

import re
from typing import Final

from db.codes import Civility
from desktop_app.wording import functions
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.french import capital, with_article
from desktop_app.wording.persons import gender
from desktop_app.wording.prepositions import bi, de

DEFAULT_NAME: Final = Bilingual(
    "المركز الجهوي لمنظومة الإعلام", "le centre régional du système d’information"
)
"""What a centre is called until it gives its own names."""

PROVINCIAL_NAME: Final = Bilingual(
    "المركز الإقليمي لمنظومة الإعلام", "le centre provincial du système d’information"
)

_ACADEMY: Final = Bilingual(
    "الأكاديمية الجهوية للتربية والتكوين", "l’académie régionale d’éducation et de formation"
)
_DIRECTORATE: Final = "la direction provinciale"
_ARTICLE: Final = re.compile(r"\A(?:les? |la |l[’'])")
_BEFORE_REGION: Final = re.compile(r" (?=لجهة )| de la (?=région )")


def academy_name(region: Bilingual) -> Bilingual:
    """Give the official name of a region's academy; a French region with its article, if any."""
    french = de(region.fr) if _ARTICLE.match(region.fr) else region.fr
    return Bilingual(f"{_ACADEMY.ar} لجهة {region.ar}", f"{_ACADEMY.fr} de la région {french}")


def directorate_name(place: Bilingual) -> Bilingual:
    """Give the official name of the directorate of a province or prefecture."""
    return Bilingual(
        f"المديرية الإقليمية {bi(place.ar)}" if place.ar else "",
        f"{_DIRECTORATE} {de(place.fr)}" if place.fr else "",
    )


def directorate_short_name(name: Bilingual) -> Bilingual:
    """Give what a directorate is called in a narrow column, if it has an official name."""
    if not name.fr.startswith(_DIRECTORATE):
        return Bilingual()
    return Bilingual("", f"DP{name.fr.removeprefix(_DIRECTORATE)}")


def head_title(centre: Bilingual, civility: Civility) -> Bilingual:
    """Give the title of who heads a centre: رئيسة المركز الجهوي، *la cheffe du centre régional*."""
    person = gender(civility)
    chief = with_article(functions.title("head", person, "fr"), person)
    return Bilingual(
        f"{functions.title('head', person, 'ar')} {centre.ar}" if centre.ar else "",
        f"{chief} {de(centre.fr)}" if centre.fr else "",
    )


def header_lines(names: tuple[str, ...]) -> tuple[str, ...]:
    """Write bodies as lines of a header: no article, a capital, an academy's region apart."""
    return tuple(
        capital(_ARTICLE.sub("", line, count=1))
        for name in names
        if name
        for line in _BEFORE_REGION.split(name)
    )
