"""Pictures drawn for the tests: small, and each byte of them ours."""

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from sitegen import files
from sitegen.images import making

WIDTHS = (40, 80, 140)
MOST = 40_000_000


def photograph(width: int, height: int, seed: int = 1, mode: str = "RGB") -> Image.Image:
    """Draw something with many colours, soft and with grain, as photographs are."""
    chance = random.Random(seed)
    small = Image.new("RGB", (8, 8))
    small.putdata([(chance.randrange(256), chance.randrange(256), chance.randrange(256)) for _ in range(64)])
    soft = small.resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", (width, height), chance.randbytes(width * height)).convert("RGB")
    return Image.blend(soft, grain, 0.1).convert(mode)


def drawing(width: int, height: int) -> Image.Image:
    """Draw black lines on paper."""
    picture = Image.new("RGB", (width, height), "#f1eee5")
    pen = ImageDraw.Draw(picture)
    for step in range(0, width, 6):
        pen.line((step, 0, width - step, height), fill="#1a1a18", width=2)
    return picture


def encoded(picture: Image.Image, kind: str = "JPEG", **settings: Any) -> bytes:
    """Return a picture as a file's bytes."""
    out = BytesIO()
    picture.save(out, kind, **settings)
    return out.getvalue()


def decoded(cache: Path, part: making.Part | None) -> Image.Image:
    """Return what was made, as a browser reads it."""
    assert part is not None
    picture = Image.open(BytesIO(files.read_bytes(cache / making.name(part))))
    picture.load()
    return picture


def bomb(width: int, height: int) -> bytes:
    """Return a tiny PNG that claims to be of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
