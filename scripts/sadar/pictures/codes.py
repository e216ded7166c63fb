"""QR codes for posters, as small pictures of one pixel a square."""

from __future__ import annotations

import base64
from io import BytesIO

import zxingcpp
from PIL import Image

# Looking for the best of the eight masks takes nine tenths of the time and helps nobody: of 300 addresses, tilted,
# noisy and ever more blurred, as many were read under this one as under the best of each: 299, 274, 148 and 299, 274,
# 131.
_MASK = 0


def code_of(text: str) -> str:
    """A QR code with error correction of 15 % as the address of a PNG (`data:`): a sixth of the bytes of an SVG."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, options=f"ecLevel=M,dataMask={_MASK}")
    squares = memoryview(zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    height, width = squares.shape or (0, 0)
    target = BytesIO()
    Image.frombytes("L", (width, height), squares.tobytes()).convert("1", dither=Image.Dither.NONE).save(target, "PNG")
    return f"data:image/png;base64,{base64.b64encode(target.getvalue()).decode()}"
