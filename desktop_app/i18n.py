"""Languages of the window and of the command line: gettext catalogues, no Qt.

English sentences are the sources; `resources/locale` holds the Arabic and French catalogues.
Babel finds messages by the names `say`, `plural`, `N_` and `UserError`, so a catalogue is called
`say` wherever it is used.
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, Protocol, get_args

from desktop_app.direction import has_arabic, isolated, ltr, own_order

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["ar", "fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


class Sentence(Protocol):
    """A message with named places and what fills them, as `db.errors.UserError` carries it."""

    message: str
    values: dict[str, object]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "find this, translate it later"
    """Mark a message that is stored now and translated when it is shown."""
    return message


class Catalogue:
    """The words of one language.

    Args:
        language: of the sentences given.
        translations: what gettext read.
        isolate: keep each text that fills a place in its own direction, by Unicode isolates; for
            screens, not for plain output.
    """

    def __init__(
        self, language: Language, translations: "NullTranslations", *, isolate: bool = False
    ) -> None:
        self.language = language
        self._translations = translations
        self._isolate = isolate

    @property
    def right_to_left(self) -> bool:
        """Whether the language is read from the right."""
        return self.language == "ar"

    def __call__(self, message: str, **values: object) -> str:
        """Give a message in this language, its named places filled."""
        return self._translations.gettext(message).format(**self._filling(values))

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Give the form that agrees with `n`, which also fills the place ``{n}``."""
        form = self._translations.ngettext(singular, plural, n)
        return form.format(n=n, **self._filling(values))

    def error(self, error: Sentence) -> str:
        """Give the sentence of a `UserError` in this language."""
        return self(error.message, **error.values)

    def _filling(self, values: dict[str, object]) -> dict[str, object]:
        return {name: self._filled(value) for name, value in values.items()}

    def _filled(self, value: object) -> object:
        if hasattr(value, "message") and hasattr(value, "values"):
            return self.error(value)
        if not self._isolate or not isinstance(value, str) or not value:
            return value
        if not has_arabic(value):
            return ltr(value) if self.right_to_left else value
        shown = isolated(value, right_to_left=True)
        return shown if self.right_to_left else own_order(shown)


@lru_cache
def catalogue(language: Language, *, isolate: bool = False) -> Catalogue:
    """Open the catalogue of a language.

    Args:
        language: ``ar``, ``fr`` or ``en``.
        isolate: see `Catalogue`.
    """
    from gettext import GNUTranslations, NullTranslations  # after the first paint

    from resources import resource  # likewise

    if language == "en":
        return Catalogue(language, NullTranslations(), isolate=isolate)
    with resource(f"locale/{language}/LC_MESSAGES/mahdar.mo").open("rb") as file:
        return Catalogue(language, GNUTranslations(file), isolate=isolate)


def default_language() -> Language:
    """Give the language of the user's system: Arabic, French, or else English."""
    import locale  # not when a language was chosen

    stated = [os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((name for name in stated if name), None) or locale.getlocale()[0] or ""
    return next((language for language in LANGUAGES if name.lower().startswith(language)), "en")
