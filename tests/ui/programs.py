"""A program that the system opens files and folders with, in place of a mail program."""

from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot

if TYPE_CHECKING:
    from email.message import EmailMessage


class Taken(QObject):
    """A program that takes files and folders, and notes what it was given.

    Args:
        cache: where they have to lie.
    """

    def __init__(self, cache: Path) -> None:
        super().__init__()
        self._cache = cache
        self.paths: list[Path] = []
        self.mails: list[EmailMessage] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        path = Path(url.toLocalFile())
        assert path.is_relative_to(self._cache)
        self.paths.append(path)
        if path.suffix == ".eml":
            self.mails.append(message_from_bytes(path.read_bytes(), policy=policy.strict))
