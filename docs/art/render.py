"""Render the SVG pictures beside this file to palette PNGs in content/media.

Needs `pip install cairosvg pillow`; sitegen itself depends on neither at build time for this.
"""

import io
import sys
from pathlib import Path

import cairosvg
from PIL import Image

HERE = Path(__file__).resolve().parent
MEDIA = HERE.parent.parent / "content" / "media"
# The inks of draw.py and the greys that smoothing makes between them and the paper.
INKS = ("1a1a18", "2d2d2a", "3f3f3b", "5b5a53", "6d6b64", "7f7d73", "99968b", "b3b0a4", "c5c2b5", "d6d3c6", "e3e0d5", "f0eee3", "f6f4ed", "fbfaf6")


def palette() -> Image.Image:
    """A one-pixel picture that carries the palette."""
    carrier = Image.new("P", (1, 1))
    colours = [int(ink[i : i + 2], 16) for ink in INKS for i in (0, 2, 4)]
    carrier.putpalette(colours + colours[:3] * (256 - len(INKS)))
    return carrier


def render(svg: Path) -> Path:
    """Write the picture of `svg` and return where."""
    png = cairosvg.svg2png(url=str(svg), output_width=1200, output_height=760)
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(palette=palette(), dither=Image.Dither.NONE)
    out = MEDIA / f"{svg.stem}.png"
    picture.save(out, optimize=True, bits=4)
    return out


if __name__ == "__main__":
    MEDIA.mkdir(parents=True, exist_ok=True)
    for source in sorted(HERE.glob("*.svg")):
        if not sys.argv[1:] or source.stem in sys.argv[1:]:
            made = render(source)
            print(f"{made.name:26} {made.stat().st_size / 1024:6.1f} KB   svg {source.stat().st_size / 1024:5.1f} KB")
