"""The proof beside the settings: what is typed can be seen on it at once."""

from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from db.codes import DocumentKind
from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.documents.proof import render_proof
from desktop_app.services import sample
from desktop_app.services.papers import coming_number
from desktop_app.services.settings import Settings, get_all

DAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = create_store(tmp_path_factory.mktemp("proof") / "centre.mahdar")
    with store.write("sample.fill") as work:
        sample.fill(work)
    return store


def words(pdf: bytes) -> str:
    return " ".join(
        page.get_textpage().get_text_range().replace("\r\n", " ") for page in PdfDocument(pdf)
    )


def shown(store: Store, kind: str = "minutes", *changes: tuple[tuple[str, ...], object]) -> str:
    with store.read() as reading:
        settings = get_all(reading)
        for path, value in changes:
            settings = settings.changed(path, value)
        return words(render_proof(reading, kind, settings, DAY))


FRENCH = (("institution", "paper_language"), "fr")


def test_it_is_made_of_a_session_of_the_centre(centre: Store) -> None:
    assert "Beni Mellal" not in shown(centre, "minutes", FRENCH)
    assert "Béni Mellal" in shown(centre, "minutes", FRENCH)


@pytest.mark.parametrize("kind", ["minutes", "attendance-sheet", "invitation"])
def test_an_empty_record_has_one_too(tmp_path: Path, kind: str) -> None:
    with create_store(tmp_path / "centre.mahdar") as store:
        assert "Qualité des données" in shown(store, kind, FRENCH)


@pytest.mark.parametrize(
    ("path", "value", "seen"),
    [
        (("institution", "header_fr"), ("Une ligne à part",), "Une ligne à part"),
        (("institution", "city", "fr"), "Azilal", "Fait à Azilal"),
        (("institution", "reference_pattern"), "{yyyy}-{seq:03}", "2026-0"),
    ],
)
def test_what_is_typed_is_seen(
    centre: Store, path: tuple[str, ...], value: object, seen: str
) -> None:
    assert seen not in shown(centre, "minutes", FRENCH)
    assert seen in shown(centre, "minutes", FRENCH, (path, value))


@pytest.mark.parametrize("mode", ["blank", "none"])
def test_the_coming_number_leaves_with_the_pattern(centre: Store, mode: str) -> None:
    with centre.read() as reading:
        coming = coming_number(reading, DocumentKind.MINUTES, DAY)
    assert f"n° {coming}" in shown(centre, "minutes", FRENCH)
    assert coming not in shown(centre, "minutes", FRENCH, (("institution", "numbering"), mode))


def test_a_pattern_that_numbers_nothing_is_refused(centre: Store) -> None:
    with pytest.raises(UserError, match="a pattern such as"):
        shown(centre, "minutes", (("institution", "reference_pattern"), "{seq}"))


def test_it_is_short(centre: Store) -> None:
    with centre.read() as reading:
        pdf = render_proof(reading, "minutes", Settings(), DAY)
    assert len(PdfDocument(pdf)) <= 2
