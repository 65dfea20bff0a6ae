from dataclasses import replace

import pytest

from db.codes import BodyKind, Mode
from desktop_app.documents import phrases
from desktop_app.services.people_data import Body
from desktop_app.services.session_data import Place
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.persons import Function
from tests.documents.samples import AR, BOTH, CHIEF, FR, SUPPORT, TADILI, session

ROOM = Bilingual("قاعة الاجتماعات", "la salle de réunions")
SITE = Bilingual("مقر الأكاديمية", "le siège de l’académie")


@pytest.mark.parametrize(
    ("kind", "place", "ar", "fr"),
    [
        (
            "meeting",
            Place(room=ROOM, site=SITE),
            "بقاعة الاجتماعات بمقر الأكاديمية",
            "à la salle de réunions du siège de l’académie",
        ),
        ("meeting", Place(site=SITE), "بمقر الأكاديمية", "au siège de l’académie"),
        ("meeting", Place(room=ROOM), "بقاعة الاجتماعات", "à la salle de réunions"),
        ("meeting", Place(), "", ""),
        ("meeting", Place(Mode.REMOTE), "عن بعد", "à distance"),
        (
            "meeting",
            Place(Mode.REMOTE, platform="Teams"),
            "عن بعد عبر منصة Teams",
            "à distance, sur la plateforme Teams",
        ),
        (
            "remote_meeting",
            Place(Mode.REMOTE, platform="Teams"),
            "عبر منصة Teams",
            "sur la plateforme Teams",
        ),
        ("remote_meeting", Place(Mode.REMOTE), "", ""),
        (
            "meeting",
            Place(Mode.MIXED, site=SITE, platform="Teams"),
            "حضوريا بمقر الأكاديمية وعن بعد عبر منصة Teams",
            "en présence au siège de l’académie et à distance, sur la plateforme Teams",
        ),
        ("meeting", Place(Mode.MIXED), "حضوريا وعن بعد", "en présence et à distance"),
    ],
)
def test_where_a_session_meets(kind: str, place: Place, ar: str, fr: str) -> None:
    held = session(kind, place=place)
    assert phrases.place(held, "ar") == ar
    assert phrases.place(held, "fr") == fr


def test_an_inserted_place_is_closed_by_a_comma_in_french() -> None:
    remote = session("meeting", place=Place(Mode.REMOTE, platform="Teams"))
    assert phrases.inline_place(remote, "fr").endswith("Teams,")
    assert phrases.inline_place(remote, "ar").endswith("Teams")


def test_subject_is_the_purpose_or_else_the_theme() -> None:
    theme = Bilingual("مسك النقط", "Saisie des notes")
    themed = session("meeting", theme=theme)
    assert phrases.subject(themed, "ar") == "حول «مسك النقط»"
    assert phrases.subject(themed, "fr") == "sur le thème « Saisie des notes »"
    purpose = Bilingual("تدارس النتائج", "l’étude des résultats")
    devoted = session("workshop", theme=theme, purpose=purpose)
    assert phrases.subject(devoted, "ar") == "خصصت لتدارس النتائج"
    assert phrases.subject(devoted, "fr") == "consacré à l’étude des résultats"
    assert phrases.subject(session("meeting"), "fr") == ""


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("مسار ولي", "ar", "«مسار ولي»"),
        ("«مسار ولي»", "ar", "«مسار ولي»"),
        ("« Massar »", "fr", "« Massar »"),
        ("منصة «مسار» الجديدة", "ar", "«منصة «مسار» الجديدة»"),
        ("«أ» و«ب»", "ar", "««أ» و«ب»»"),
    ],
)
def test_a_title_is_quoted_once(typed: str, language: PaperLanguage, expected: str) -> None:
    assert phrases.quoted(typed, language) == expected


def test_typed_text_inside_a_sentence_loses_its_own_end() -> None:
    assert phrases.inner(Bilingual(" النص\n الأول. "), "ar") == "النص الأول"
    assert phrases.inner(Bilingual(fr="le texte ;"), "ar") == "le texte"
    assert phrases.sentence("هل تم ذلك؟") == "هل تم ذلك؟"
    assert phrases.sentence("تم ذلك") == "تم ذلك."


def test_no_break_spaces_stay() -> None:
    assert phrases.one_line("لـ\u00a022  أبريل\n") == "لـ\u00a022 أبريل"


def test_lists_end_each_item_and_the_last() -> None:
    items = (Bilingual("أول.", "premier"), Bilingual(" "), Bilingual("ثان؛", "second."))
    assert phrases.listed(items, BOTH) == (
        Bilingual("أول؛", "premier ;"),
        Bilingual("ثان.", "second."),
    )
    assert phrases.listed((Bilingual("أول", "premier"), Bilingual("ثان")), BOTH) == (
        Bilingual("أول؛", "premier."),
        Bilingual("ثان."),
    )
    assert phrases.listed((Bilingual("أول"),), FR) == (Bilingual("", "أول."),)
    assert phrases.listed((), AR) == ()


def test_functions_as_they_stand_after_a_name_in_a_cell_under_and_above_one() -> None:
    assert (
        phrases.function_words(CHIEF, "fr") == "cheffe du centre régional du système d’information"
    )
    assert phrases.function_in_cell(SUPPORT, "fr") == "Ingénieure"
    assert phrases.function_line(SUPPORT, "ar") == "مهندسة بالمركز الجهوي لمنظومة الإعلام"
    assert phrases.function_line(TADILI, "fr") == "Administratrice"
    assert phrases.signing_function(CHIEF, "fr") == (
        "La Cheffe du centre régional du système d’information"
    )


TOWN = Bilingual("الفقيه بن صالح", "Fquih Ben Salah")
DIRECTORATE = Body(
    id=90,
    uid="dp",
    kind=BodyKind.DIRECTORATE,
    name=Bilingual(
        "المديرية الإقليمية بالفقيه بن صالح", "la direction provinciale de Fquih Ben Salah"
    ),
    short_name=Bilingual("", "DP de Fquih Ben Salah"),
    town=TOWN,
)
TITLE = Bilingual(
    "رئيس المركز الإقليمي بالفقيه بن صالح", "le chef du centre provincial de Fquih Ben Salah"
)
SHORT = Bilingual("رئيس المركز الإقليمي", "Chef du centre provincial")
WHOLE = Bilingual(TITLE.ar, "Chef du centre provincial de Fquih Ben Salah")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (DIRECTORATE, SHORT),
        (replace(DIRECTORATE, short_name=Bilingual("المديرية", "DP")), WHOLE),
        (replace(DIRECTORATE, town=Bilingual("خنيفرة", "Khénifra")), WHOLE),
        (replace(DIRECTORATE, town=Bilingual()), WHOLE),
        (None, WHOLE),
    ],
)
def test_beside_its_body_a_function_does_not_repeat_the_town(
    body: Body | None, said: Bilingual
) -> None:
    held = replace(CHIEF, function=Function(title=TITLE, unique=True), body=body)
    for language in BOTH:
        assert phrases.function_beside_body(held, language) == said.get(language)
