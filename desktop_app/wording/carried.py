"""The points that a session of a series begins with."""

from typing import Final

from desktop_app.wording import gender
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.session_types import SessionType, du

FOLLOW_UP: Final = Bilingual("تتبع القرارات والتوصيات", "Suivi des décisions et recommandations")
_PREVIOUS_AR: Final = {"m": "السابق", "f": "السابقة"}


def approval(kind: SessionType) -> Bilingual:
    """Name the point that approves the minutes of the session before: ``الاجتماع السابق``."""
    return Bilingual(
        f"المصادقة على محضر {kind.definite} {_PREVIOUS_AR[kind.gender]}",
        f"Approbation du procès-verbal {du(kind)} {gender.french('précédent', kind.french_gender)}",
    )
