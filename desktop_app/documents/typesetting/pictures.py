"""Pictures that a user chose, made fit for a printed page."""

import io
import struct
from typing import Literal, NamedTuple

from PIL import Image

from db.errors import UserError

MOST_BYTES = 20_000_000
_MAX_PIXELS = 40_000_000  # an A4 page at 600 dots an inch has 35 million
_ORIENTATION = 0x0112  # how the camera was held (Exif 2.3, 4.6.4)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DOTS_PER_POINT = 300 / 72  # finer than this no office printer sets a photograph


class Picture(NamedTuple):
    """A picture as a PDF image takes it, without transparency.

    Attributes:
        data: samples of 8 bits, row after row, or a JPEG file when `is_jpeg`.
    """

    width: int
    height: int
    space: Literal["DeviceGray", "DeviceRGB"]
    data: bytes
    is_jpeg: bool


def size(data: bytes) -> tuple[int, int]:
    """Give a picture's width and height in pixels as it will stand on the page.

    Raises:
        UserError: when it is no picture, broken, or too large.
    """
    return _open(data).size


def read(data: bytes, width: float, height: float) -> Picture:
    """Read a PNG or JPEG file to be printed at a size in points.

    It is set upright as its camera noted, laid on white, turned to grey or RGB, and reduced to
    300 dots an inch when it is finer.

    Raises:
        UserError: when it is no picture, broken, or too large.
    """
    image = _open(data)
    target = (
        max(1, round(width * _DOTS_PER_POINT)),
        max(1, round(height * _DOTS_PER_POINT)),
    )
    fits = image.width <= 2 * target[0] and image.height <= 2 * target[1]
    if image.format == "JPEG" and image.mode in {"L", "RGB"} and fits:
        return Picture(*image.size, _space(image), data, is_jpeg=True)
    flat = _flattened(image)
    if not fits:
        flat.thumbnail(target, Image.Resampling.LANCZOS)
    return Picture(*flat.size, _space(flat), flat.tobytes(), is_jpeg=False)


def _open(data: bytes) -> Image.Image:
    """Decode a picture, upright; one that was turned is no file any more (format None)."""
    if len(data) > MOST_BYTES:
        raise UserError(
            "The picture is larger than {limit} MB. Choose a smaller one; nothing was changed.",
            limit=MOST_BYTES // 1_000_000,
        )
    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        too_large = image.width * image.height > _MAX_PIXELS
        if not too_large:
            image.load()
            turn = _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1))
            if turn is not None:
                image = image.transpose(turn)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        too_large = True
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        raise UserError(
            "The picture cannot be read: it is damaged, or it is neither a PNG nor a JPEG file. "
            "Choose another one; nothing was changed."
        ) from error
    if too_large:
        raise UserError(
            "The picture has more than {limit} million pixels. Choose a smaller one; nothing was "
            "changed.",
            limit=_MAX_PIXELS // 1_000_000,
        )
    return image


def _flattened(image: Image.Image) -> Image.Image:
    """Lay a picture on white paper, in grey if it has no colour, else in RGB."""
    if image.has_transparency_data:
        coloured = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        flat = Image.alpha_composite(paper, coloured).convert("RGB")
        return flat.convert("L") if image.mode == "LA" else flat
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.point(lambda sample: sample / 256).convert("L")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")


def _space(image: Image.Image) -> Literal["DeviceGray", "DeviceRGB"]:
    return "DeviceGray" if image.mode == "L" else "DeviceRGB"
