"""Messages in three languages, and whether the catalogues are whole."""

import locale
import re
import string

import pytest
from babel.messages.catalog import Message

from db.errors import UserError
from desktop_app import i18n
from desktop_app.direction import ltr
from desktop_app.i18n import Language, catalogue, default_language
from tests import catalogues


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لا جلسة"),
        (1, "جلسة واحدة"),
        (2, "جلستان"),
        (3, "3 جلسات"),
        (10, "10 جلسات"),
        (11, "11 جلسة"),
        (99, "99 جلسة"),
        (100, "100 جلسة"),
        (103, "103 جلسات"),
    ],
)
def test_arabic_nouns_agree_with_their_number(n: int, said: str) -> None:
    assert catalogue("ar").plural("{n} session", "{n} sessions", n) == said


def test_french_and_english_count() -> None:
    french, english = catalogue("fr"), catalogue("en")
    assert french.plural("{n} session", "{n} sessions", 0) == "0 séance"
    assert french.plural("{n} session", "{n} sessions", 2) == "2 séances"
    assert english.plural("{n} session", "{n} sessions", 1) == "1 session"
    assert english.plural("{n} session", "{n} sessions", 0) == "0 sessions"


def test_a_message_is_given_with_its_places_filled() -> None:
    assert catalogue("en")("Page {page} of {pages}", page=1, pages=2) == "Page 1 of 2"
    assert catalogue("ar")("Page {page} of {pages}", page=1, pages=2) == "الصفحة 1 من 2"
    assert catalogue("fr")("Page {page} of {pages}", page=1, pages=2) == "Page 1 sur 2"


def test_a_message_can_be_marked_now_and_said_later() -> None:
    assert catalogue("fr")(i18n.N_("Print")) == "Imprimer"


def test_an_error_within_an_error_is_translated_too() -> None:
    inner = UserError("a session needs a theme.")
    outer = UserError("“{field}”: {problem}", field="theme", problem=inner)
    assert catalogue("ar").error(outer) == "«theme»: موضوع الجلسة ناقص."
    assert catalogue("en").error(outer) == "“theme”: a session needs a theme."


def test_on_screens_what_fills_a_place_keeps_its_own_direction() -> None:
    message = "Saved: {file}"
    assert catalogue("ar", isolate=True)(message, file="a-2.pdf").endswith(ltr("a-2.pdf"))
    assert catalogue("ar", isolate=True)(message, file="محضر.pdf").endswith(" محضر.pdf")
    assert catalogue("fr", isolate=True)(message, file="محضر.pdf").endswith("\u2068محضر.pdf\u2069")
    assert catalogue("fr", isolate=True)(message, file="a-2.pdf").endswith(" a-2.pdf")
    assert catalogue("ar")(message, file="a-2.pdf").endswith(" a-2.pdf")
    assert catalogue("ar", isolate=True)(message, file="") == catalogue("ar")(message, file="")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ar_MA.UTF-8"}, "ar"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_MA"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "fr"),
    ],
)
def test_the_language_is_that_of_the_system(
    environment: dict[str, str], language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(locale, "getlocale", lambda: ("French_France", "1252"))
    assert default_language() == language


def test_an_unknown_system_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))
    assert default_language() == "en"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _both(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    string = message.string or ""
    said = (string,) if isinstance(string, str) else tuple(string)
    return ids, said


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
class TestCatalogue:
    """Whether a catalogue says all that the sources say; `python -m tests.catalogues` mends it."""

    def test_it_holds_the_messages_of_the_sources_and_no_other(self, language: str) -> None:
        found = {str(message.id) for message in catalogues.messages(catalogues.extracted())}
        kept = {str(message.id) for message in catalogues.messages(catalogues.stored(language))}
        assert kept == found

    def test_everything_is_translated(self, language: str) -> None:
        missing = catalogues.untranslated(catalogues.stored(language))
        assert [message.id for message in missing] == []

    def test_it_is_compiled(self, language: str) -> None:
        compiled = catalogues.po_file(language).with_suffix(".mo").read_bytes()
        assert compiled == catalogues.compiled(catalogues.stored(language))

    def test_places_are_those_of_the_source(self, language: str) -> None:
        for message in catalogues.messages(catalogues.stored(language)):
            ids, said = _both(message)
            for form in said:
                lost = _places(ids[-1]) - _places(form)
                assert lost <= ({"n"} if len(ids) > 1 else set()), form
                assert _places(form) <= _places(ids[-1]), form

    def test_its_style_is_that_of_the_product(self, language: str) -> None:
        for message in catalogues.messages(catalogues.stored(language)):
            for form in _both(message)[1]:
                assert "!" not in form
                if language == "ar":
                    assert "عفوا" not in form
                    bare = re.sub(r"\d,\d", "", form)  # pages to print: 3,5-7
                    assert not set(",;?") & set(bare), form
                else:
                    assert "'" not in form, form
                    assert not re.search(r" [:;?»](?!\S)|« ", form), form  # no-break spaces
