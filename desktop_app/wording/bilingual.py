"""A text kept in Arabic and in French."""

from dataclasses import dataclass
from typing import Literal

PaperLanguage = Literal["ar", "fr"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in both languages; a language not given is empty."""

    ar: str = ""
    fr: str = ""

    def __bool__(self) -> bool:
        return bool(self.ar or self.fr)

    def get(self, language: PaperLanguage) -> str:
        """Give the text in one language, empty when it was not given."""
        return self.ar if language == "ar" else self.fr

    def best(self, language: PaperLanguage) -> str:
        """Give the text in one language, or in the other when it was not given."""
        return self.get(language) or self.ar or self.fr
