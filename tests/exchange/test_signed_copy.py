"""Scans of signed papers, looked at before they are kept."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from db.errors import UserError
from desktop_app.exchange.signed_copy import MOST_MEGABYTES, read_scan
from tests.services.drafts import PNG


def picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.4\n...\n%%EOF\n", "application/pdf"),
        (b"\n\n%PDF-1.7 ... %%EOF", "application/pdf"),
        (PNG, "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("TIFF"), "image/tiff"),
    ],
)
def test_pdf_files_and_pictures_are_taken_as_they_are(
    data: bytes, media_type: str, tmp_path: Path
) -> None:
    file = tmp_path / "محضر.bin"
    file.write_bytes(data)
    scan = read_scan(file)
    assert (scan.data, scan.media_type) == (data, media_type)


@pytest.mark.parametrize(
    "data", [b"text", b"%PDF-1.4 cut short", b"MZ\x90" * 50, PNG[:40], b"\xff\xd8\xff"]
)
def test_anything_else_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(data)
    with pytest.raises(UserError, match=r"“scan.pdf” was not kept: it is no PDF"):
        read_scan(file)


def test_a_file_that_is_too_large_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    with file.open("wb") as stream:
        stream.truncate(400 * 1024 * 1024)
    with pytest.raises(UserError, match=f"larger than {MOST_MEGABYTES} MB"):
        read_scan(file)


def test_an_empty_file_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").touch()
    with pytest.raises(UserError, match="it is empty"):
        read_scan(tmp_path / "scan.pdf")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a file without end is needed")
def test_what_tells_no_size_is_read_no_further_than_allowed() -> None:
    with pytest.raises(UserError, match=f"larger than {MOST_MEGABYTES} MB"):
        read_scan(Path("/dev/zero"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_scan(tmp_path / "gone.pdf")
