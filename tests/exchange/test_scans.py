"""Codes of scans: of pictures, of each page of a PDF or a TIFF, of what holds none."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.exchange.scan_looking import look
from desktop_app.exchange.scans import read_codes
from desktop_app.exchange.signed_copy import Scan, read_scan
from desktop_app.services.scans import Match

CODES = ("MAHDAR/ONE", "MAHDAR/TWO")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "centre.mahdar") as made:
        yield made


def pages(kind: str, *, size: int = 300) -> bytes:
    """Scan one page for each code, where the file can hold several."""
    sheets = []
    for text in CODES:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        sheet = Image.new("L", (size, size), 255)
        sheet.paste(Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=4)), (20, 20))
        sheets.append(sheet)
    out = BytesIO()
    several: dict[str, object] = {"save_all": True, "append_images": sheets[1:]}
    sheets[0].save(out, kind, **(several if kind in {"PDF", "TIFF"} else {}))
    return out.getvalue()


@pytest.mark.parametrize(("kind", "codes"), [("PDF", CODES), ("TIFF", CODES), ("JPEG", CODES[:1])])
def test_every_page_is_looked_at(kind: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "scan"
    file.write_bytes(pages(kind))
    steps: list[None] = []
    assert read_codes(read_scan(file), lambda: steps.append(None)) == codes
    assert len(steps) >= len(codes)


def test_a_large_picture_is_looked_at_smaller() -> None:
    assert read_codes(Scan(pages("PNG", size=5400), "image/png")) == CODES[:1]


def test_what_is_damaged_holds_no_code() -> None:
    assert read_codes(Scan(b"%PDF-1.7 damaged %%EOF", "application/pdf")) == ()
    assert read_codes(Scan(pages("PNG")[:200], "image/png")) == ()


def test_files_are_looked_at_in_turn_and_none_stops_the_others(
    store: Store, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.tif"
    scan.write_bytes(pages("TIFF"))
    text, gone, large = tmp_path / "a.pdf", tmp_path / "gone.pdf", tmp_path / "large.pdf"
    text.write_bytes(b"no picture")
    with large.open("wb") as stream:
        stream.truncate(400 * 1024 * 1024)
    steps: list[tuple[int, int]] = []
    found = look(store, [text, gone, large, scan], lambda done, of: steps.append((done, of)))
    assert [bool(one.error) for one in found.files] == [True, True, True, False]
    assert [one.match for one in found.files[3].known] == [Match.NO_CODE]
    assert steps[:4] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert found.waiting == ()
