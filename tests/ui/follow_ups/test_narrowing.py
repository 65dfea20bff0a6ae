"""What a printed table says under its title of all that narrows it."""

from datetime import date

import pytest

from db.codes import FollowUpState, OutcomeKind, Priority
from desktop_app.services.follow_up_data import Filters, Standing
from desktop_app.ui.follow_ups.narrowing import Named, told
from desktop_app.wording.bilingual import Bilingual

EVERY = Standing.ALL
MAY = date(2026, 5, 1), date(2026, 5, 31)
YEAR = date(2025, 9, 1), date(2026, 8, 31)
HELD = Bilingual(
    "المنبثقة عن اللقاءات المنعقدة برسم السنة الدراسية 2025/2026",
    "issues des rencontres tenues au titre de l’année scolaire 2025/2026",
)
BODY = Bilingual("مديرية أزيلال", "DP d’Azilal")


@pytest.mark.parametrize(
    ("filters", "named", "ar", "fr"),
    [
        (Filters(), Named(), "المفتوحة", "éléments ouverts"),
        (Filters(standing=EVERY), Named(), "جميع القرارات والتوصيات", "tous les éléments"),
        (
            Filters(body_id=5, kind=OutcomeKind.DECISION),
            Named(owner=BODY),
            "مديرية أزيلال – المفتوحة – القرارات",
            "DP d’Azilal – éléments ouverts – décisions",
        ),
        (
            Filters(
                standing=EVERY, state=FollowUpState.IN_PROGRESS, priority=Priority.HIGH, series_id=2
            ),
            Named(series=Bilingual("لجنة القيادة", "Comité de pilotage")),
            "حالة الإنجاز: في طور الإنجاز – الأولوية: مرتفعة – سلسلة «لجنة القيادة»",
            "état : en cours – priorité : haute – série « Comité de pilotage »",
        ),
        (
            Filters(standing=EVERY, due_from=MAY[0], due_to=MAY[1], words=" شبكة  واي‑فاي "),
            Named(),
            "المستحقة من فاتح ماي 2026 إلى متم ماي 2026 – المتضمنة: «شبكة واي‑فاي»",
            "échéances du 1er au 31 mai 2026 – contenant : « شبكة واي‑فاي »",
        ),
        (
            Filters(standing=EVERY, due_from=MAY[0]),
            Named(),
            "المستحقة ابتداء من فاتح ماي 2026",
            "échéances à compter du 1er mai 2026",
        ),
        (
            Filters(standing=EVERY, due_to=MAY[1], review=True),
            Named(),
            "حان وقت مراجعتها – المستحقة إلى غاية 31 ماي 2026",
            "à réexaminer – échéances jusqu’au 31 mai 2026",
        ),
        (
            Filters(ahead=True, held_from=YEAR[0], held_to=YEAR[1]),
            Named(),
            "المفتوحة – المستحقة بعد هذا الأسبوع أو دون أجل – " + HELD.ar,
            "éléments ouverts – au-delà de cette semaine ou sans échéance – " + HELD.fr,
        ),
    ],
)
def test_all_that_narrows_a_table_is_told(filters: Filters, named: Named, ar: str, fr: str) -> None:
    words = told(filters, named)
    assert words.ar.replace("\u00a0", " ") == ar
    assert words.fr.replace("\u00a0", " ") == fr
