"""The head of a paper alone."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.specimen import head
from desktop_app.services.institution_data import HeaderMode
from desktop_app.wording.bilingual import PaperLanguage
from tests.documents.readers import pdfium_text
from tests.documents.samples import AR, FR, INSTITUTION

DAY = date(2026, 3, 23)


@pytest.mark.parametrize("languages", [AR, FR], ids=["ar", "fr"])
@pytest.mark.parametrize("mode", [HeaderMode.TEXT, HeaderMode.BILINGUAL])
def test_it_shows_the_lines_of_the_mode(
    mode: HeaderMode, languages: tuple[PaperLanguage, ...]
) -> None:
    made = head(replace(INSTITUTION, header_mode=mode), languages, DAY)
    written = pdfium_text(made.pdf)
    two = mode is HeaderMode.BILINGUAL
    assert ("Royaume du Maroc" in written) is (two or languages == FR)
    assert ("المملكة المغربية" in written) is (two or languages == AR)
    assert made.pages == 1
    assert [place.name for place in made.places] == ["header"]
