"""What a picture weighs and costs in each format, at equal likeness: `python bench/picture_formats.py [WIDTH …]`.

Photographs come with scikit-learn (`bench` extra), drawings from `content/media/`. Likeness is the mean structural
similarity of blocks of 8 x 8 pixels; the bytes at the likeness that JPEG has at quality 80 are read off between the
qualities tried.
"""

import sys
import time
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.float64]
MEDIA = Path(__file__).parents[1] / "content" / "media"
QUALITIES = (30, 40, 50, 60, 70, 80, 90, 95)
FORMATS: dict[str, dict[str, Any]] = {
    "JPEG": {"format": "JPEG", "progressive": True, "optimize": True},
    "WebP 4": {"format": "WEBP", "method": 4},
    "WebP 6": {"format": "WEBP", "method": 6},
    "AVIF 8": {"format": "AVIF", "speed": 8, "max_threads": 1},
    "AVIF 6": {"format": "AVIF", "speed": 6, "max_threads": 1},
}


def photographs() -> list[Image.Image]:
    """Return the two photographs of scikit-learn."""
    from sklearn.datasets import load_sample_images  # noqa: PLC0415 - slow to import

    return [Image.fromarray(one) for one in load_sample_images().images]


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return how alike two pictures of one size look, 1 for equal."""
    a, b = (_blocks(np.asarray(each.convert("L"), float)) for each in (one, other))
    means, spreads = (a.mean(1), b.mean(1)), (a.var(1), b.var(1))
    both = (a * b).mean(1) - means[0] * means[1]
    upper = (2 * means[0] * means[1] + 6.5) * (2 * both + 58.5)
    return float((upper / ((means[0] ** 2 + means[1] ** 2 + 6.5) * (spreads[0] + spreads[1] + 58.5))).mean())


def _blocks(grey: Grey) -> Grey:
    height, width = (side // 8 for side in grey.shape)
    return grey[: height * 8, : width * 8].reshape(height, 8, width, 8).transpose(0, 2, 1, 3).reshape(-1, 64)


def tried(picture: Image.Image, settings: dict[str, Any]) -> list[tuple[float, int, float]]:
    """Return likeness, bytes and seconds of processor time at each quality."""
    found = []
    for quality in QUALITIES:
        out = BytesIO()
        begun = time.process_time()
        picture.save(out, quality=quality, **settings)
        found.append((likeness(picture, Image.open(out).convert("RGB")), out.tell(), time.process_time() - begun))
    return found


def at(wanted: float, rows: list[tuple[float, int, float]]) -> tuple[float, float]:
    """Return bytes and seconds at a likeness, read off between the qualities tried."""
    for (low, less, quick), (high, more, slow) in pairwise(sorted(rows)):
        if low <= wanted <= high:
            part = (wanted - low) / (high - low or 1)
            return less + part * (more - less), quick + part * (slow - quick)
    nearest = min(rows, key=lambda row: abs(row[0] - wanted))
    return float(nearest[1]), nearest[2]


def measure(name: str, pictures: Sequence[Image.Image], width: int) -> None:
    """Print bytes and time of each format against JPEG at quality 80, over all pictures."""
    totals = dict.fromkeys(FORMATS, (0.0, 0.0))
    for one in pictures:
        small = one.convert("RGB").resize((width, round(one.height * width / one.width)))
        rows = {label: tried(small, settings) for label, settings in FORMATS.items()}
        wanted = rows["JPEG"][QUALITIES.index(80)][0]
        for label in FORMATS:
            size, seconds = at(wanted, rows[label])
            totals[label] = totals[label][0] + size, totals[label][1] + seconds
    for label, (size, seconds) in totals.items():
        ratio = size / totals["JPEG"][0]
        print(
            f"{name}, {width} pixels: {label:6} {ratio:5.2f} of JPEG's bytes, {1000 * seconds / len(pictures):6.0f} ms"
        )


def main() -> None:
    """Measure photographs and drawings in each width."""
    drawings = [Image.open(path) for path in sorted(MEDIA.glob("*.png"))]
    for width in [int(one) for one in sys.argv[1:]] or [400, 640]:
        measure("photographs", photographs(), width)
        measure("drawings", drawings, width)


if __name__ == "__main__":
    main()
