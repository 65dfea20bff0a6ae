"""A text in two languages."""

from desktop_app.wording.bilingual import Bilingual


def test_one_language_serves_for_the_other_when_asked() -> None:
    text = Bilingual(ar="مرحبا")
    assert text.get("ar") == "مرحبا"
    assert text.get("fr") == ""
    assert text.best("fr") == "مرحبا"
    assert Bilingual(fr="Bonjour").best("ar") == "Bonjour"


def test_a_text_given_in_no_language_is_empty() -> None:
    assert not Bilingual()
    assert Bilingual(fr="x")
    assert Bilingual(ar="س")
