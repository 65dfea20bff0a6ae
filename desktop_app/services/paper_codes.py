"""The code that an issued paper carries: which paper, which version, how its words begin to hash.

``MAHDAR/<uid in base 32>/<version>/<start of the digest>``: capitals, digits and slashes alone,
which a QR code holds in fewer squares than other letters.
"""

import base64
import re
import uuid
from dataclasses import dataclass
from typing import Final

_MARK: Final = "MAHDAR"
_START: Final = 8
_CODE: Final = re.compile(rf"{_MARK}/([A-Z2-7]{{26}})/([1-9][0-9]{{0,8}})/([0-9A-F]{{{_START}}})")
_NAMESPACE: Final = uuid.UUID("6b1c0f52-2c6e-5d0b-9a1e-7d6f2e9b4c11")


@dataclass(frozen=True, slots=True)
class PaperCode:
    """What a code says.

    Attributes:
        uid: of the issued paper.
        version: of the paper, from 1.
        start: of its digest, in small hexadecimal digits.
    """

    uid: str
    version: int
    start: str


def paper_uid(*parts: object) -> str:
    """Give the uid of an issued paper: the same parts give the same uid on every machine."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(map(str, parts))))


def code_text(uid: str, version: int, digest: str) -> str:
    """Write the code of a paper.

    Args:
        uid: of the issued paper.
        version: of the paper.
        digest: of its words, in hexadecimal digits.
    """
    letters = base64.b32encode(uuid.UUID(uid).bytes).decode().rstrip("=")
    return f"{_MARK}/{letters}/{version}/{digest[:_START].upper()}"


def read_code(text: str) -> PaperCode | None:
    """Read the code of a paper; None for any other text."""
    read = _CODE.fullmatch(text)
    if read is None:
        return None
    uid = uuid.UUID(bytes=base64.b32decode(f"{read[1]}======"))
    return PaperCode(str(uid), int(read[2]), read[3].lower())
