"""The code on issued papers: the digest of what they say, and the squares that are drawn."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import cache

from desktop_app.documents.blocks import Paper
from desktop_app.services.paper_codes import PaperCode, code_text, read_code

__all__ = ["PaperCode", "Squares", "code_text", "digest_of", "read_code", "squares"]

Squares = tuple[tuple[bool, ...], ...]
"""Rows from the top, each from left to right; dark ones are true."""


def digest_of(paper: Paper) -> str:
    """Give the SHA-256 of a paper's words and of how they stand together, as small hex digits.

    What has its usual value is left out, so that a later version of the program, which knows more
    of blocks, gives the same digest.
    """
    told = json.dumps(_plain(paper), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def squares(text: str) -> Squares:
    """Give the squares of a QR code, of which 15 % may be lost.

    Args:
        text: capitals, digits and slashes.
    """
    from reportlab.graphics.barcode import qrencoder  # only for what is issued

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QRAlphaNum(text))
    code.make()
    size = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in size) for row in size)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {"": type(value).__name__, **dict(_told(value))}
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _told(record: object) -> Iterator[tuple[str, object]]:
    for field in fields(record):  # type: ignore[arg-type]  # asked by the only caller
        value = getattr(record, field.name)
        usual = field.default if field.default_factory is MISSING else field.default_factory()
        if value != usual:
            yield field.name, _plain(value)
