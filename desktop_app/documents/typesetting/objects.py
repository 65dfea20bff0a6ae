"""Objects of a PDF file as ReportLab numbers and writes them."""

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

_LEVEL = 5
"""Of deflating: a quarter faster than zlib's own 6, and less than one byte in a hundred longer."""


class _Body(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is not typed
    """An object whose bytes are known, at the latest when the file is written."""

    def __init__(self) -> None:
        self.body = b""

    def format(self, _document: object) -> bytes:
        return self.body


class Objects:
    """The numbered objects of one file."""

    def __init__(self) -> None:
        self._document: Any = pdfdoc.PDFDocument(dummyoutline=1, invariant=1, pdfVersion=(1, 7))
        self._bodies: dict[int, _Body] = {}
        self._digest = hashlib.sha256()

    def reserve(self) -> int:
        """Number an object whose content follows with `put`."""
        body = _Body()
        self._document.Reference(body)
        number: int = self._document.objectcounter
        self._bodies[number] = body
        return number

    def put(self, number: int, content: str) -> None:
        """Give a numbered object its content."""
        self._bodies[number].body = content.encode("ascii")

    def add(self, content: str) -> int:
        """Number an object of which all is known."""
        number = self.reserve()
        self.put(number, content)
        return number

    def stream(self, data: bytes, entries: str = "", *, compress: bool = True) -> int:
        """Add a stream.

        Args:
            data: its bytes; their filter, if they have one already, is named in `entries`.
            entries: of its dictionary, beside the length.
            compress: deflate the bytes.
        """
        self._digest.update(data)
        if compress:
            data = zlib.compress(data, _LEVEL)
            entries += " /Filter /FlateDecode"
        number = self.reserve()
        # PDF/A asks for an end of line before endstream (ISO 19005-2, 6.1.7.1).
        self._bodies[number].body = (
            f"<< {entries} /Length {len(data)} >>\nstream\n".encode("ascii") + data + b"\nendstream"
        )
        return number

    def write(self, catalogue: int, information: int) -> bytes:
        """Write the file.

        Args:
            catalogue: number of the document's catalogue.
            information: of its Info dictionary.
        """
        document = self._document
        document.Catalog = self._bodies[catalogue]
        document.info = self._bodies[information]
        document.signature = self._digest
        return bytes(document.format())


def reference(number: int) -> str:
    """Refer to an object."""
    return f"{number} 0 R"


def array(numbers: list[int]) -> str:
    """Write an array of references."""
    return f"[{' '.join(map(reference, numbers))}]"


def dictionary(entries: Mapping[str, object]) -> str:
    """Write a dictionary whose values are written already."""
    return f"<< {' '.join(f'/{key} {value}' for key, value in entries.items())} >>"


def text(value: str) -> str:
    """Write a text string in any script (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{value.encode('utf-16-be', 'replace').hex().upper()}>"
