"""What the user of this computer chose for the window; the record itself keeps the rest."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.i18n import LANGUAGES, Language, default_language

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

Appearance = Literal["system", "light", "dark"]
APPEARANCES: Final[tuple[Appearance, ...]] = get_args(Appearance)
TEXT_SIZES: Final = (90, 100, 110, 120, 130)
"""Percent of the size that the window was drawn for."""


class Kept:
    """Choices that stay from one start to the next.

    Args:
        file: where they are kept; the user's own place when None.
    """

    def __init__(self, file: Path | None = None) -> None:
        form = QSettings.Format.IniFormat
        self._settings = (
            QSettings(form, QSettings.Scope.UserScope, "Mahdar", "window")
            if file is None
            else QSettings(str(file), form)
        )

    @property
    def language(self) -> Language:
        """Of the window; the system's while none was chosen."""
        name = self._settings.value("language")
        return next((one for one in LANGUAGES if one == name), None) or default_language()

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("language", language)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system has it."""
        name = self._settings.value("appearance")
        return next((one for one in APPEARANCES if one == name), "system")

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._settings.setValue("appearance", appearance)

    def is_dark(self, system: "Qt.ColorScheme") -> bool:
        """Tell whether the window looks dark.

        Args:
            system: how the system looks.
        """
        from PySide6.QtCore import Qt  # takes a tenth of the time until the first paint

        if self.appearance == "system":
            return system is Qt.ColorScheme.Dark
        return self.appearance == "dark"

    @property
    def looked_dark(self) -> bool | None:
        """Whether the window looked dark when it was closed; None before that."""
        look = self._settings.value("looked")
        return None if look is None else look == "dark"

    @looked_dark.setter
    def looked_dark(self, dark: bool) -> None:
        self._settings.setValue("looked", "dark" if dark else "light")

    @property
    def text_size(self) -> int:
        """In percent, one of `TEXT_SIZES`."""
        size = str(self._settings.value("text_size"))
        return next((one for one in TEXT_SIZES if str(one) == size), 100)

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._settings.setValue("text_size", percent)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window as Qt writes them; empty at first."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def choice(self, name: str, default: str = "") -> str:
        """Give a remembered choice of a screen, by its name (``mail``)."""
        return str(self._settings.value(f"choices/{name}", default))

    def remember(self, name: str, value: str) -> None:
        """Remember a choice of a screen."""
        self._settings.setValue(f"choices/{name}", value)
