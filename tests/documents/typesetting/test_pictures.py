import io
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from db.errors import UserError
from desktop_app.documents.typesetting import pictures
from desktop_app.documents.typesetting.pdf import PdfDocument
from tests.documents.readers import pdfa_findings, picture, structure
from tests.documents.typesetting.papers_for_tests import drawn


def _bytes(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def _half(mode: str, left: object, right: object, size: tuple[int, int] = (40, 20)) -> Image.Image:
    image = Image.new(mode, size, right)  # type: ignore[arg-type]  # any colour of the mode
    image.paste(left, (0, 0, size[0] // 2, size[1]))  # type: ignore[arg-type]  # as above
    return image


RGB = _half("RGB", (200, 0, 0), (0, 0, 200))
MODES = {
    "RGB": RGB,
    "grey": _half("L", 40, 220),
    "bilevel": _half("1", 0, 1),
    "palette": RGB.convert("P"),
    "alpha": _half("RGBA", (0, 0, 0, 255), (0, 0, 0, 0)),
    "grey alpha": _half("LA", (0, 255), (0, 0)),
    "16 bits": _half("I;16", 10_000, 60_000),
}


def _drawn(data: bytes, alternative: str = "شعار") -> bytes:
    return drawn(lambda pdf: pdf.image(data, 100, 200, 80, 40, alternative))


def _greys(data: bytes) -> tuple[int, int]:
    """How dark the left and the right half of the picture came out."""
    width, _, pixels = picture(_drawn(data), scale=1)
    return pixels[220 * width + 120], pixels[220 * width + 160]


@pytest.mark.parametrize("mode", MODES)
def test_every_kind_of_png_is_drawn(mode: str, tmp_path: Path) -> None:
    data = _bytes(MODES[mode], "PNG")
    left, right = _greys(data)
    if mode in {"RGB", "palette"}:
        assert 10 < right < left < 90
    else:
        assert left < 60
        assert right > 200
    assert pdfa_findings(_drawn(data), tmp_path) == []


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_kind_of_jpeg_is_drawn(mode: str, tmp_path: Path) -> None:
    data = _bytes(_half("L", 0, 255).convert(mode), "JPEG", quality=95)
    left, right = _greys(data)
    assert left < 60
    assert right > 200
    assert pdfa_findings(_drawn(data), tmp_path) == []


def test_a_jpeg_is_taken_as_it_is() -> None:
    data = _bytes(RGB, "JPEG")
    assert data in _drawn(data)


def test_a_photograph_taken_on_its_side_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    data = _bytes(_half("L", 0, 255), "JPEG", exif=exif)
    left, right = _greys(data)
    assert left > 200
    assert right < 60


@pytest.mark.parametrize("turned", range(1, 9))
def test_every_way_to_hold_a_camera_is_known(turned: int) -> None:
    upright = Image.new("L", (40, 20), 255)
    upright.paste(0, (0, 0, 10, 10))
    back = [None, 0, 3, 1, 5, 2, 6, 4][turned - 1]
    seen = upright if back is None else upright.transpose(Image.Transpose(back))
    exif = Image.Exif()
    exif[0x0112] = turned
    read = pictures.read(_bytes(seen, "PNG", exif=exif), 400, 200)
    assert (read.width, read.height, read.data) == (40, 20, upright.tobytes())


def test_a_photograph_is_no_finer_than_a_printer() -> None:
    fine = _bytes(_half("RGB", (0, 0, 0), (250, 250, 250), (4000, 2000)), "JPEG")
    read = pictures.read(fine, 80, 40)
    assert (read.width, read.height) == (333, 167)
    assert _greys(fine) == pytest.approx((0, 250), abs=12)


def test_a_picture_used_twice_is_stored_once() -> None:
    data = _bytes(RGB, "PNG")

    def draw(pdf: PdfDocument) -> None:
        pdf.image(data, 0, 0, 40, 20, "أ")
        pdf.image(data, 0, 100, 40, 20, "ب")
        pdf.image(data, 0, 200, 80, 40, "ج")

    with pikepdf.open(BytesIO(drawn(draw))) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 2


def test_its_words_are_said_in_its_place() -> None:
    data = _bytes(RGB, "PNG")
    (root,) = structure(_drawn(data, "شعار الأكاديمية"))
    assert [(kid.kind, kid.alternative) for kid in root.kids] == [("Figure", "شعار الأكاديمية")]


def test_an_ornament_is_no_figure() -> None:
    data = _bytes(RGB, "PNG")

    def draw(pdf: PdfDocument) -> None:
        with pdf.artifact():
            pdf.image(data, 0, 0, 40, 20, "شعار")
        with pdf.content(pdf.element("P")):
            pdf.image(data, 0, 50, 40, 20, "")

    (root,) = structure(drawn(draw))
    assert [kid.kind for kid in root.kids] == ["P"]


def _png_start(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + header + struct.pack(">I", 1000) + b"IDAT"


WHOLE_PNG = _bytes(RGB, "PNG")
NOISE = Image.effect_noise((200, 200), 80)
BAD = {
    "nothing": b"",
    "text": "محضر".encode(),
    "another kind": _bytes(RGB, "GIF"),
    "half a PNG": _bytes(NOISE, "PNG")[:9000],
    "half a JPEG": _bytes(NOISE, "JPEG")[:3000],
    "the start of a PNG": _png_start(10, 10),
    "a PNG with a torn chunk": WHOLE_PNG[:40] + b"\0\0\0\0" + WHOLE_PNG[44:],
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_picture_is_refused_in_a_sentence(name: str) -> None:
    for use in (lambda: _drawn(BAD[name]), lambda: pictures.size(BAD[name])):
        with pytest.raises(UserError, match="cannot be read") as refused:
            use()
        assert str(refused.value).endswith("nothing was changed.")


@pytest.mark.parametrize("side", [7000, 10_000, 14_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_refused(side: int) -> None:
    with pytest.raises(UserError, match="40 million pixels"):
        pictures.size(_png_start(side, side))


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(UserError, match="20 MB"):
        pictures.size(bytes(20_000_001))
