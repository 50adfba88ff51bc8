"""Draw the pictures and render them to palette PNGs in content/media.

Needs `pip install cairosvg pillow`; sitegen itself needs neither for the pictures once they are made.
`python docs/art/render.py [NAME...]`
"""

import io
import sys
from pathlib import Path

import cairosvg
from draw import H, PICTURES, W, draw
from PIL import Image

MEDIA = Path(__file__).resolve().parents[2] / "content" / "media"
INKS = ("1a1a18", "3f3f3b", "5b5a53", "7f7d73", "b3b0a4", "d6d3c6", "f0eee3", "fbfaf6")
# Pictures that are nearly all black strokes: two greys fewer save a sixth of the file and cannot be seen.
FEW = ("1a1a18", "3f3f3b", "7f7d73", "b3b0a4", "f0eee3", "fbfaf6")
STARK = ("broken-arm", "herring-barrels", "lamp-room", "wind-farm")


def palette(inks: tuple[str, ...]) -> Image.Image:
    """A one-pixel picture that carries the palette."""
    carrier = Image.new("P", (1, 1))
    colours = [int(ink[i : i + 2], 16) for ink in inks for i in (0, 2, 4)]
    carrier.putpalette(colours + colours[:3] * (256 - len(inks)))
    return carrier


def render(stem: str, svg: str) -> Path:
    """Write the picture and return where."""
    png = cairosvg.svg2png(bytestring=svg.encode(), output_width=W, output_height=H)
    inks = palette(FEW if stem in STARK else INKS)
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(palette=inks, dither=Image.Dither.NONE)
    out = MEDIA / f"{stem}.png"
    picture.save(out, optimize=True, bits=4)
    return out


if __name__ == "__main__":
    MEDIA.mkdir(parents=True, exist_ok=True)
    for name, text in map(draw, PICTURES):
        if not sys.argv[1:] or name in sys.argv[1:]:
            made = render(name, text)
            print(f"{made.name:24} {made.stat().st_size / 1024:5.1f} KB")
