"""Draw the pictures of the demonstration archive as woodcuts, in SVG.

Every picture is a function of a `Sheet`; its random numbers are seeded by the picture's name, so the same
script always cuts the same lines. `render.py` beside this file makes the PNGs of content/media from them;
`python docs/art/draw.py FOLDER [NAME...]` writes the SVG itself, to look at or to print large.
"""

# A drawing is read by its rows of coordinates: one number to a line, the file would be twice as long.
# fmt: off

import math
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

W, H = 1200, 760
INK, DARK, SLATE = "#1a1a18", "#3f3f3b", "#5b5a53"
MID, SOFT, PALE = "#7f7d73", "#b3b0a4", "#d6d3c6"
PAPER, WHITE = "#f0eee3", "#fbfaf6"

# Figures a hundred units high, feet at the origin.
COAT = "M-3-87H3L4-82Q13-80 14-70L13-44H9V0H2L0-40L-2 0H-9V-44H-13L-14-70Q-13-80-4-82z"
SKIRT = "M-3-87H3L4-82Q12-80 12-68L9-54Q18-30 20-4H8V0H2V-4H-2V0H-8V-4H-20Q-18-30-9-54L-12-68Q-12-80-4-82z"
SCARF = "M0-102Q-10-101-9-88L-12-77H12L9-88Q10-101 0-102z"

Point = tuple[float, float]
Shade = Callable[[float, float], float]


def n(value: float) -> str:
    """A coordinate in as few characters as a tenth of a pixel needs."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def poly(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + "z"


def lens(x1: float, y1: float, x2: float, y2: float, width: float, bow: float = 0) -> str:
    """One stroke of the gouge: pointed at both ends, `width` in the middle, bent sideways by `bow`."""
    length = math.hypot(x2 - x1, y2 - y1) or 1
    nx, ny = -(y2 - y1) / length, (x2 - x1) / length
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2
    a, b = bow * 2 + width, bow * 2 - width
    return (
        f"M{n(x1)} {n(y1)}Q{n(mx + nx * a)} {n(my + ny * a)} {n(x2)} {n(y2)}"
        f"Q{n(mx + nx * b)} {n(my + ny * b)} {n(x1)} {n(y1)}"
    )


def disc(x: float, y: float, rx: float, ry: float | None = None) -> str:
    ry = rx if ry is None else ry
    return f"M{n(x - rx)} {n(y)}a{n(rx)} {n(ry)} 0 1 0 {n(2 * rx)} 0a{n(rx)} {n(ry)} 0 1 0 {n(-2 * rx)} 0z"


class Sheet:
    """One sheet of paper and what has been printed on it, in order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rng = random.Random(name)
        self.parts: list[str] = []
        self.clips = 0

    def svg(self) -> str:
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" width="{W}" height="{H}">'
        ground = f'<path fill="{PAPER}" d="M0 0h{W}v{H}H0z"/>'
        return "\n".join([head, ground, *self.parts, "</svg>", ""])

    # The two kinds of mark.
    def fill(self, d: str | Sequence[str], tone: str = INK) -> None:
        d = d if isinstance(d, str) else "".join(d)
        if d:
            self.parts.append(f'<path fill="{tone}" d="{d}"/>')

    def line(self, d: str | Sequence[str], tone: str = INK, width: float = 2, cap: str = "butt") -> None:
        d = d if isinstance(d, str) else "".join(d)
        if d:
            end = "" if cap == "butt" else f' stroke-linecap="{cap}" stroke-linejoin="{cap}"'
            self.parts.append(f'<path fill="none" stroke="{tone}" stroke-width="{n(width)}"{end} d="{d}"/>')

    def clip(self, d: str) -> None:
        """Everything until `unclip` falls inside the outline `d`."""
        self.clips += 1
        self.parts.append(f'<clipPath id="c{self.clips}"><path d="{d}"/></clipPath><g clip-path="url(#c{self.clips})">')

    def unclip(self) -> None:
        self.parts.append("</g>")

    # Woodcut habits.
    def cut(self, points: Sequence[Point], tone: str = INK, wobble: float = 1.1, step: float = 26) -> str:
        """Fill a polygon whose edges the knife has followed by hand; returns the outline."""
        out: list[Point] = []
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            length = math.hypot(x2 - x1, y2 - y1)
            pieces = max(1, round(length / step))
            for k in range(pieces):
                j = self.rng.uniform(-wobble, wobble) if k else 0
                t = k / pieces
                out.append((x1 + (x2 - x1) * t - (y2 - y1) / (length or 1) * j, y1 + (y2 - y1) * t + (x2 - x1) / (length or 1) * j))
        d = poly(out)
        self.fill(d, tone)
        return d

    def rows(self, top: float, bottom: float, first: float, last: float) -> Iterable[tuple[float, float]]:
        """(y, nearness 0..1) of rows that open up towards the viewer."""
        y = top
        while y < bottom:
            t = (y - top) / (bottom - top)
            yield y, t
            y += first + (last - first) * t

    def sea(self, top: float, bottom: float = H + 6, shade: Shade = lambda _x, _y: 0.72, *, first: float = 4.5,
            last: float = 15, left: float = -20, right: float = W + 20, tones: Sequence[str] = (SOFT, MID, SLATE, INK)) -> None:
        """Horizontal broken lines; `shade` says how much of the paper at (x, y) is inked, 0 to about 1.2."""
        inked: dict[str, list[str]] = {tone: [] for tone in tones}
        for y, t in self.rows(top, bottom, first, last):
            x = left - self.rng.uniform(0, 60)
            while x < right:
                run = self.rng.uniform(10, 62) * (0.45 + 1.15 * t)
                dark = shade(x + run / 2, y)
                if self.rng.random() < dark:
                    thick = (0.7 + 2.6 * t) * (0.55 + 0.65 * dark) * self.rng.uniform(0.8, 1.2)
                    step = min(len(tones) - 1, int((0.12 + t * 0.95 + (dark - 0.7) * 0.5 + self.rng.uniform(-0.07, 0.07)) * len(tones)))
                    x1, x2 = max(x, left), min(x + run, right)
                    if x2 > x1 + 2:
                        tone = tones[max(0, step)]
                        inked[tone].append(lens(x1, y + self.rng.uniform(-0.8, 0.8), x2, y + self.rng.uniform(-0.8, 0.8), thick))
                    x += run + self.rng.uniform(1, 9) * (0.5 + t) * (1.6 - min(dark, 1.2))
                else:
                    x += run * 0.55 + self.rng.uniform(4, 16)
        for tone in tones:
            self.fill(inked[tone], tone)

    def sky(self, top: float, bottom: float, count: int, tone: str = PALE, shade: Shade | None = None, width: float = 1.5) -> None:
        """Thin lines, far apart, longest near the middle of the sheet."""
        marks = []
        for _ in range(count):
            y = self.rng.uniform(top, bottom)
            x = self.rng.uniform(-150, W)
            run = self.rng.uniform(60, 330)
            if shade is None or self.rng.random() < shade(x + run / 2, y):
                marks.append(lens(x, y, x + run, y, width))
        self.fill(marks, tone)

    def bank(self, top: float, bottom: float, shade: Shade, tone: str = DARK, gap: float = 7, width: float = 3) -> None:
        """Weather: close horizontal strokes whose length and weight follow `shade`."""
        marks = []
        y = top
        while y < bottom:
            x = -self.rng.uniform(0, 90)
            while x < W:
                run = self.rng.uniform(30, 150)
                dark = shade(x + run / 2, y)
                if self.rng.random() < dark:
                    marks.append(lens(x, y + self.rng.uniform(-1, 1), x + run, y + self.rng.uniform(-1, 1), width * (0.45 + 0.6 * dark)))
                x += run * self.rng.uniform(0.72, 1.02)
            y += gap
        self.fill(marks, tone)

    def gulls(self, places: Sequence[tuple[float, float, float]], tone: str = INK) -> None:
        for x, y, s in places:
            tip = self.rng.uniform(-3, 5)
            self.fill([lens(x - 13 * s, y - 5 * s + tip, x, y, 2.1 * s, -2.6 * s), lens(x, y, x + 14 * s, y - 7 * s, 2.1 * s, -2.6 * s)], tone)

    def burst(self, x: float, y: float, reach: float, rise: float, lean: float = 0) -> None:
        """A sea that has struck stone and gone up: a sheaf of strokes, its shadows, its drops."""
        for tone, count, thick, low in ((WHITE, 46, 0.2, 0.5), (PAPER, 14, 0.07, 0.6), (SLATE, 20, 0.03, 0.2), (WHITE, 30, 0.09, 0.7)):
            marks = []
            for _ in range(count):
                side = max(-1.6, min(1.6, self.rng.gauss(0, 0.62)))
                r = self.rng.uniform(low, 1) * (1.12 - 0.34 * abs(side))
                x1 = x + side * reach * 0.5
                x2, y2 = x + side * reach * 1.15 + lean * r * r, y - rise * r
                marks.append(lens(x1, y + reach * 0.16, x2, y2, reach * thick * self.rng.uniform(0.6, 1.1), side * reach * 0.16))
            self.fill(marks, tone)
        drops = []
        for _ in range(40):
            side, r = self.rng.gauss(0, 0.8), self.rng.uniform(0.7, 1.18)
            drops.append(disc(x + side * reach + lean * r * r, y - rise * r * (1.1 - 0.3 * abs(side)), self.rng.uniform(1.2, 3.4)))
        self.fill(drops, WHITE)

    def person(self, x: float, foot: float, h: float, *, skirt: bool = False, scarf: bool = False, lean: float = 0, tone: str = INK) -> None:
        """A small standing figure `h` high; `lean` (degrees) tips the shoulders."""
        d = disc(0, -92, 6.4, 7.6) + (SKIRT if skirt else COAT) + (SCARF if scarf else "")
        self.parts.append(f'<path fill="{tone}" transform="translate({n(x)} {n(foot)}) scale({h / 100:.2f}) skewX({n(lean)})" d="{d}"/>')


def light_on(centre: float, half: float, deep: float = 0.75) -> Shade:
    """A bright road on the water below `centre`."""
    return lambda x, _y: 0.8 - deep * math.exp(-(((x - centre) / half) ** 2))


# --- the pictures -------------------------------------------------------------------------------------------------


def gull_rock_light(s: Sheet) -> None:
    """The light on its rock, at the hour when lamp and sky are equally bright."""
    horizon, lx, ly = 452, 806, 158
    s.bank(0, 210, lambda x, y: max(0.0, 0.9 - y / 190 - 0.25 * math.sin(x / 170)), PALE, 11, 2.6)
    s.sky(120, horizon - 20, 46, PALE)
    for low, high in ((14, 88), (148, 236), (300, 372)):
        s.fill(poly([(lx, ly), (-10, low), (-10, high)]), WHITE)
    rays = [lens(lx - 70, ly + (y - ly) * 70 / lx, -20, y, 2.2) for y in (-40, 14, 50, 88, 118, 148, 190, 236, 268, 300, 336, 372, 404)]
    s.fill(rays, SOFT)
    s.fill([lens(lx + 60, ly + k, W + 60, ly + k * 6, 2) for k in (-26, -12, 2, 15, 29)], PALE)
    coast = [(-10, horizon), (-10, 428), (60, 408), (150, 402), (232, 424), (330, 398), (408, 372), (470, 380), (540, 408), (640, 416), (700, 430), (760, 440), (820, horizon)]
    d = s.cut(coast, DARK, 1.4)
    s.clip(d)
    s.fill([lens(x, y, x + s.rng.uniform(26, 70), y + 8, 1.6) for x, y in ((s.rng.uniform(0, 640), s.rng.uniform(384, 446)) for _ in range(46))], SLATE)
    s.unclip()
    s.sea(horizon, shade=lambda x, y: 0.84 - 0.62 * math.exp(-(((x - 300 + (y - horizon) * 0.3) / 190) ** 2)) + (0.4 if abs(x - 880) < 250 - (y - 560) * 0.4 and y > 540 else 0))
    rock = [(560, 566), (590, 548), (622, 552), (650, 520), (664, 482), (700, 470), (716, 436), (752, 430), (768, 404), (880, 402), (906, 420), (960, 416),
            (1010, 428), (1034, 462), (1076, 474), (1098, 512), (1140, 526), (1160, 556), (1188, 572), (1010, 584), (860, 578), (700, 586)]
    d = s.cut(rock, INK, 2.4, 18)
    s.clip(d)
    marks = []
    for _ in range(150):
        x, y = s.rng.uniform(575, 1150), s.rng.uniform(412, 580)
        run = s.rng.uniform(14, 46)
        if x + (y - 412) * 0.5 < 800 or s.rng.random() < 0.25:
            marks.append(lens(x, y, x - run * 0.55, y + run, s.rng.uniform(1.2, 3.6), 2))
    s.fill(marks, PAPER)
    s.fill([lens(x, y, x + 34, y + 14, 2) for x, y in ((s.rng.uniform(880, 1150), s.rng.uniform(430, 570)) for _ in range(30))], SLATE)
    s.unclip()
    s.fill([lens(x, 574 + s.rng.uniform(-6, 10), x + s.rng.uniform(30, 90), 576 + s.rng.uniform(-6, 10), s.rng.uniform(2, 5), -3) for x in range(540, 1180, 21)], WHITE)
    # tower
    s.cut([(766, 406), (781, 196), (831, 196), (846, 406)], INK, 0.8)
    s.fill(poly([(768, 402), (782, 200), (795, 200), (786, 402)]), WHITE)
    s.fill([lens(784 + s.rng.uniform(-2, 4), y, 812 + s.rng.uniform(-8, 6), y + 1, 1.7) for y in range(208, 402, 9)], WHITE)
    for y in (238, 300, 358):
        s.fill(poly([(808, y), (817, y), (817, y + 17), (808, y + 17)]), WHITE)
    s.cut([(768, 190), (844, 190), (840, 200), (772, 200)], INK, 0.5)
    s.line("M772 190V172M784 190V172M828 190V172M840 190V172M770 173H842", INK, 2.5)
    s.fill(poly([(784, 190), (784, 140), (828, 140), (828, 190)]), INK)
    s.fill(poly([(788, 180), (788, 144), (824, 144), (824, 180)]), WHITE)
    s.line("M788 180L806 144L824 180M797 180V144M815 180V144", INK, 1.8)
    s.fill([poly([(778, 141), (790, 120), (806, 106), (822, 120), (834, 141)]), disc(806, 102, 5.5), lens(806, 100, 806, 74, 1.8)])
    # keeper's house, wall and steps
    s.cut([(868, 406), (868, 368), (948, 368), (948, 410)], WHITE, 0.6)
    s.cut([(860, 370), (878, 338), (940, 338), (956, 370)], INK, 0.8)
    s.fill([poly([(926, 342), (926, 322), (940, 322), (940, 342)]), poly([(880, 380), (890, 380), (890, 392), (880, 392)]), poly([(902, 378), (914, 378), (914, 408), (902, 408)]), poly([(926, 380), (936, 380), (936, 392), (926, 392)])])
    s.fill([lens(933, 320, 960, 296, 2, 5), lens(958, 298, 1010, 276, 2.4, -6)], SOFT)
    s.line("M846 405H868M948 409H1006M960 409V398M974 409V398M988 409V398M1002 409V398M952 399H1006", INK, 2.4)
    s.line("M676 566l12-13h10l11-14h10l11-15h10l11-15h10l10-15h10l10-15h9l9-14h9l9-14h8l8-13h8l6-13h6l5-14", WHITE, 3)
    s.person(850, 404, 30)
    s.fill([lens(600, 592 + k * 11, 1160 - k * 30, 592 + k * 11, 5) for k in range(3)])
    s.burst(598, 574, 40, 108, -26)
    s.burst(668, 582, 28, 56, -14)
    s.burst(1150, 580, 26, 50, 12)
    s.gulls([(716, 118, 1.2), (884, 92, 1.4), (934, 134, 0.9), (540, 196, 1), (404, 250, 0.8), (1010, 180, 1.2), (1076, 226, 0.8), (640, 300, 1), (1080, 120, 0.6)])


def boat(s: Sheet, x: float, y: float, k: float, sails: str, seams: str) -> None:
    """A two-sailed fishing boat with its waterline at (x, y), `k` times life on this sheet."""
    def p(*pts: Point) -> str:
        return "L".join(f"{n(x + a * k)} {n(y + b * k)}" for a, b in pts)

    def q(path: Sequence[tuple[float, ...]]) -> str:
        out = "M" + p(path[0])
        for seg in path[1:]:
            pts = list(zip(seg[::2], seg[1::2], strict=True))
            out += ("L" if len(pts) == 1 else "Q") + " ".join(p(pt) for pt in pts)
        return out + "z"

    main = q([(10, -346), (118, -236, 122, -62), (10, -48)])
    fore = q([(-8, -318), (-118, -190, -122, -58), (-10, -50)])
    for d in (main, fore):
        s.fill(d, sails)
        s.line(d, INK, 2.6 * k + 0.8)
        s.clip(d)
        s.line("".join(f"M{p((-130, -300 + a), (130, -288 + a))}" for a in range(0, 260, 32)), seams, 1.2 * k + 0.5)
        s.fill([lens(x + (118 - a * 0.5) * k, y - (70 + a) * k, x + (60 - a * 0.4) * k, y - (66 + a) * k, 2.2 * k) for a in range(0, 150, 9)], seams)
        s.unclip()
    s.line(f"M{p((0, 8), (0, -372))}", INK, 6 * k + 0.6)
    s.line(f"M{p((0, -360), (170, -30))}M{p((0, -340), (-164, -24))}", INK, 1.1 * k + 0.4)
    s.fill(f"M{p((2, -372))}Q{p((26, -380))} {p((44, -364))}Q{p((24, -362))} {p((2, -356))}z")
    s.fill(q([(-172, -34), (-90, -2, 20, -4), (120, -6, 186, -48), (176, -10, 148, 30), (0, 40, -132, 28), (-156, 4, -172, -34)]))
    s.line(q([(-160, -14), (-90, 10, 20, 8), (120, 6, 172, -26), (120, 10, 20, 12), (-90, 14, -160, -14)]), WHITE, 1.1 * k)
    s.fill(poly([(x + 98 * k, y + 4 * k), (x + 100 * k, y - 58 * k), (x + 122 * k, y - 58 * k), (x + 122 * k, y + 4 * k)]))
    s.fill(poly([(x + 99 * k, y - 44 * k), (x + 100 * k, y - 52 * k), (x + 122 * k, y - 52 * k), (x + 122 * k, y - 44 * k)]), WHITE)
    for j in range(16):
        a, b = x + (112 + j * 11) * k, y - (62 + j * 3 + s.rng.uniform(-2, 2) * j * 0.5) * k
        s.fill(lens(a, b, a + (18 + j * 3) * k, b - s.rng.uniform(-3, 6) * k, (5 - j * 0.18) * k, s.rng.choice([-5, 5]) * k), DARK if j < 5 else MID if j < 11 else SOFT)
    for a, h in ((-96, 56), (-68, 48), (66, 54)):
        s.person(x + a * k, y + 4 * k, h * k, lean=4)


def three_boats(s: Sheet) -> None:
    """Three of the boats that came back, on the last of the flood."""
    horizon = 408
    s.fill(disc(806, 286, 112), WHITE)
    s.clip(disc(806, 286, 112))
    s.fill([lens(680, y, 930, y, 1.2 + (y - 250) / 40) for y in range(262, 410, 11)], PAPER)
    s.unclip()
    s.line(disc(806, 286, 112), SOFT, 1.6)
    s.sky(24, horizon - 30, 62, PALE)
    s.sky(30, 250, 22, SOFT, width=1.3)
    s.cut([(-10, horizon + 2), (-10, 372), (70, 366), (130, 380), (190, 392), (260, 398), (330, horizon + 2)], SLATE, 1)
    s.cut([(960, horizon + 2), (1040, 396), (1110, 388), (1210, 382), (1210, horizon + 2)], SLATE, 1)

    def shade(x: float, y: float) -> float:
        dark = 0.86 - 0.5 * math.exp(-(((x - 806) / 120) ** 2))
        for bx, by, k in ((352, 606, 1.12), (736, 500, 0.66), (1010, 450, 0.36)):
            if 0 < y - by < 150 * k and abs(x - bx - 12 * math.sin(y / 9)) < 140 * k:
                dark = 1.25
            elif 0 < y - by < 330 * k and abs(x - bx) < (120 - (y - by) * 0.3) * k:
                dark *= 0.4
        return dark

    s.sea(horizon, shade=shade)
    boat(s, 1010, 450, 0.36, WHITE, SOFT)
    boat(s, 736, 500, 0.66, DARK, PAPER)
    boat(s, 352, 606, 1.12, WHITE, SOFT)
    for bx, by, k in ((352, 606, 1.12), (736, 500, 0.66), (1010, 450, 0.36)):
        s.fill([lens(bx - 190 * k + d * 9 * k, by + (24 + d * 7) * k, bx - (90 - d * 12) * k, by + (26 + d * 7) * k, 3.4 * k) for d in range(5)], WHITE)
        s.fill([lens(bx + 60 * k + d * 14, by + (27 + d * 8) * k, bx + (180 - d * 8) * k, by + (26 + d * 8) * k, 3 * k) for d in range(4)], WHITE)
    s.gulls([(560, 120, 1.3), (618, 168, 0.9), (520, 196, 0.7), (1000, 150, 1.1), (1060, 190, 0.7), (150, 236, 0.8)])


def quay_street_houses(s: Sheet) -> None:
    """Quay Street from the water, with St Brannoc's behind it."""
    base, water = 470, 540
    s.sky(20, 330, 70, PALE)
    s.bank(30, 190, lambda x, y: max(0.0, 0.75 * math.exp(-(((x - 260) / 330) ** 2)) - abs(y - 110) / 160), SOFT, 12, 1.8)
    s.cut([(-10, base), (-10, 330), (140, 306), (300, 284), (470, 300), (640, 262), (800, 276), (980, 316), (1210, 296), (1210, base)], PALE, 1.6)
    s.fill([lens(x, y, x + s.rng.uniform(40, 110), y - 6, 1.8) for x, y in ((s.rng.uniform(0, 1150), s.rng.uniform(310, 420)) for _ in range(70))], SOFT)
    s.cut([(612, base), (612, 176), (628, 158), (628, 146), (640, 146), (640, 158), (662, 158), (662, 146), (674, 146), (674, 158), (690, 176), (690, base)], SLATE, 0.8)
    s.fill(poly([(628, 150), (651, 66), (674, 150)]), SLATE)
    s.line("M651 70V38M641 50H661", SLATE, 4)
    s.fill([poly([(642, 216), (642, 190), (651, 180), (660, 190), (660, 216)])], PAPER)
    x, houses, tones = -14.0, [], [INK, DARK, INK, SLATE, DARK, INK]
    while x < W:
        houses.append((x, s.rng.uniform(58, 96), s.rng.choice([138, 166, 190, 214, 236, 262]) + s.rng.uniform(-8, 8)))
        x += houses[-1][1] + 1.5
    for i, (hx, w, h) in enumerate(houses):
        tone, top, roof = tones[i % 6], base - h, s.rng.uniform(0.42, 0.68) * w
        s.cut([(hx, base), (hx, top), (hx + w, top), (hx + w, base)], tone, 0.7)
        if i % 4 == 2:
            steps = [(hx, top)]
            for k in range(1, 5):
                steps += [(hx + w * 0.125 * (k - 1), top - roof * k / 4), (hx + w * 0.125 * k, top - roof * k / 4)]
            s.fill(poly([*steps, *[(2 * hx + w - px, py) for px, py in reversed(steps)]]), tone)
        elif i % 4 == 1:
            s.cut([(hx - 3, top), (hx + w * 0.14, top - roof * 0.75), (hx + w * 0.86, top - roof * 0.75), (hx + w + 3, top)], INK, 0.8)
            s.fill([lens(hx + w * 0.16, top - roof * (0.12 + 0.15 * k), hx + w * 0.84, top - roof * (0.12 + 0.15 * k), 1.1) for k in range(4)], MID)
        else:
            s.cut([(hx - 4, top + 2), (hx + w / 2, top - roof), (hx + w + 4, top + 2)], INK, 0.8)
        if i % 3 == 0:
            cx = hx + w * 0.72
            s.fill(poly([(cx, top - 4), (cx, top - roof * 0.62 - 26), (cx + 13, top - roof * 0.62 - 26), (cx + 13, top - 4)]))
            if i % 2:
                s.fill([lens(cx + 6, top - roof - 14, cx + 34, top - roof - 44, 2, 6), lens(cx + 30, top - roof - 42, cx + 92, top - roof - 60, 2.6, -7)], SOFT)
        cols = 3 if w > 82 else 2
        panes, dark = [], []
        for row in range(int((h - 66) // 42) + 1):
            for c in range(cols):
                px, py = hx + w * (c + 0.5) / cols - 7, top + 16 + row * 42
                if py < base - (96 if i % 3 == 1 else 74):
                    (panes if s.rng.random() < 0.72 else dark).append((px, py))
        s.fill([poly([(a, b), (a + 14, b), (a + 14, b + 22), (a, b + 22)]) for a, b in panes], WHITE)
        s.line([f"M{n(a + 7)} {n(b)}v22M{n(a)} {n(b + 10)}h14" for a, b in panes], tone, 1.6)
        s.line([f"M{n(a)} {n(b)}h14v22h-14z" for a, b in dark], PAPER, 1.3)
        s.fill([lens(hx + 4, y, hx + w - 4, y, 0.9) for y in range(int(top + 44), base - 60, 42)], MID)
        if i % 3 == 1:
            s.fill(poly([(hx + 7, base - 46), (hx + w - 7, base - 46), (hx + w - 7, base - 8), (hx + 7, base - 8)]), WHITE)
            s.line(f"M{n(hx + w / 2)} {base - 46}v38M{n(hx + w / 4 + 3)} {base - 46}v38M{n(hx + w * 0.75 - 3)} {base - 46}v38", tone, 2)
            stripe = (w - 6) / 7
            s.fill([poly([(hx + 3 + k * stripe, base - 66), (hx + 3 + (k + 1) * stripe, base - 66), (hx + 2 + (k + 1) * stripe, base - 44), (hx + 2 + k * stripe, base - 44)]) for k in range(7)], INK)
            s.fill([poly([(hx + 3 + k * stripe, base - 66), (hx + 3 + (k + 1) * stripe, base - 66), (hx + 2 + (k + 1) * stripe, base - 44), (hx + 2 + k * stripe, base - 44)])
                    + disc(hx + 2 + (k + 0.5) * stripe, base - 44, stripe / 2, 4) for k in range(0, 7, 2)], WHITE)
        else:
            s.fill(poly([(hx + w * 0.36, base), (hx + w * 0.36, base - 40), (hx + w * 0.64, base - 40), (hx + w * 0.64, base)]), WHITE if i % 2 else PAPER)
            s.fill(poly([(hx + w * 0.36 + 4, base), (hx + w * 0.36 + 4, base - 30), (hx + w * 0.64 - 4, base - 30), (hx + w * 0.64 - 4, base)]), INK)
    # the quay
    s.cut([(-10, base), (1210, base), (1210, base + 14), (-10, base + 14)], WHITE, 0.6)
    s.cut([(-10, base + 14), (1210, base + 14), (1210, water), (-10, water)], SLATE, 0.8)
    joints = [lens(-10, y, 1210, y, 1) for y in (base + 31, base + 48)]
    joints += [lens(jx + off, y, jx + off, y + 16, 1) for y, off in ((base + 14, 0), (base + 31, 22), (base + 48, 8)) for jx in range(0, 1200, 46)]
    s.fill(joints, SOFT)
    s.line("M0 470H1200", INK, 2.5)
    for bx in (96, 318, 742, 1046):
        s.fill([poly([(bx - 9, base + 10), (bx - 7, base - 12), (bx + 7, base - 12), (bx + 9, base + 10)]), disc(bx, base - 14, 12, 6)], WHITE)
        s.fill([poly([(bx - 6, base + 10), (bx - 4.5, base - 11), (bx + 4.5, base - 11), (bx + 6, base + 10)]), disc(bx, base - 14, 9, 4)], INK)
    s.sea(water, shade=lambda x, y: 1.12 if any(abs(x + 9 * math.sin(y / 7) - (a + b / 2)) < b * 0.44 and y - water < c * 0.72 for a, b, c in houses) else 0.42, first=4, last=11, tones=(MID, SLATE, DARK, INK))
    s.line("M906 540V470M926 540V470M906 484h20M906 500h20M906 516h20M906 532h20", PAPER, 3)
    # a moored boat and its owner
    s.line("M500 632V404M500 414L400 622M500 414L640 612M500 470L592 452", WHITE, 9)
    s.line("M500 632V404M500 470L592 452", INK, 5)
    s.line("M500 414L400 622M500 414L640 612", INK, 2.4)
    s.line("M372 606Q470 640 560 632Q620 626 656 598Q650 640 612 668Q500 684 410 664Q382 640 372 606z", PAPER, 8)
    s.fill("M372 606Q470 640 560 632Q620 626 656 598Q650 640 612 668Q500 684 410 664Q382 640 372 606z")
    s.fill([lens(392, 630, 634, 628, 4, -12)], WHITE)
    s.fill(poly([(536, 634), (540, 596), (592, 590), (596, 628)]))
    s.fill(poly([(548, 614), (549, 602), (562, 601), (562, 613)]), WHITE)
    s.fill([lens(372 + k * 8, 676 + k * 12, 650 - k * 22, 678 + k * 12, 4.5) for k in range(5)], INK)
    s.fill([lens(402 + k * 21, 683 + k * 12, 560 - k * 5, 684 + k * 12, 2.2) for k in range(5)], WHITE)
    s.person(452, 642, 76, tone=PAPER)
    s.person(452, 642, 72)
    for i, (hx, w, _) in enumerate(houses):
        if i % 3 != 1:
            for k in range(3):
                s.fill(poly([(hx + w * 0.36 - 3 - k * 4, base + 3 + k * 4), (hx + w * 0.64 + 3 + k * 4, base + 3 + k * 4), (hx + w * 0.64 + 3 + k * 4, base + 7 + k * 4), (hx + w * 0.36 - 3 - k * 4, base + 7 + k * 4)]), WHITE)
                s.line(f"M{n(hx + w * 0.36 - 3 - k * 4)} {base + 7 + k * 4}H{n(hx + w * 0.64 + 3 + k * 4)}", INK, 1.4)
    cart = "M226 456L306 456L300 474L232 474zM306 459L338 448"
    s.line(cart + disc(266, 478, 14), WHITE, 8)
    s.fill("M226 456L306 456L300 474L232 474z")
    s.line("M306 459L338 448" + disc(266, 478, 13) + "M266 465V491M253 478H279", INK, 3)
    s.fill([disc(244, 452, 9), disc(262, 449, 10), disc(281, 452, 9)])
    for px, h, skirt in ((188, 44, True), (206, 40, False), (842, 44, False), (1110, 42, True)):
        s.person(px, base + 10, h + 6, skirt=skirt, tone=WHITE)
        s.person(px, base + 9, h, skirt=skirt)
    s.gulls([(180, 130, 1.1), (238, 168, 0.8), (860, 120, 1.3), (930, 172, 0.8), (1060, 90, 0.7)])


def turned(points: Sequence[Point], x: float, y: float, k: float, angle: float) -> list[Point]:
    """`points` scaled by `k`, turned by `angle` degrees and set down at (x, y)."""
    c, d = math.cos(math.radians(angle)) * k, math.sin(math.radians(angle)) * k
    return [(x + a * c - b * d, y + a * d + b * c) for a, b in points]


def wreck(s: Sheet, x: float, y: float, k: float, angle: float, *, mast: bool = True) -> None:
    """A boat adrift: dark hull, a pale strake, a mast that may have gone by the board."""
    def spar(a: Point, b: Point, width: float) -> str:
        (x1, y1), (x2, y2) = turned([a, b], x, y, k, angle)
        return lens(x1, y1, x2, y2, width * k)

    if mast:
        s.fill([spar((0, 10), (4, -190), 8), spar((4, -176), (-96, -8), 2.4), spar((4, -176), (112, -22), 2.4), spar((2, -60), (92, -88), 5)])
    else:
        s.fill([spar((0, 10), (2, -64), 9), spar((0, -58), (104, -34), 6), spar((2, -62), (60, -8), 2.2)])
    s.fill(poly(turned([(-120, -24), (-60, -6), (10, -3), (80, -10), (136, -38), (108, 24), (60, 36), (-70, 36), (-104, 20)], x, y, k, angle)))
    s.fill(poly(turned([(18, -4), (20, -36), (58, -38), (62, -8)], x, y, k, angle)))
    s.fill(poly(turned([(28, -18), (28, -30), (38, -30), (38, -18)], x, y, k, angle)), WHITE)
    (x1, y1), (x2, y2) = turned([(-108, -6), (122, -14)], x, y, k, angle)
    s.fill(lens(x1, y1, x2, y2, 3.4 * k, 6 * k), WHITE)


def broken_arm(s: Sheet) -> None:
    """The north arm at first light on 14 February 1974: two gaps, and the fleet behind them."""
    horizon = 350
    s.bank(4, horizon, lambda x, y: 1.02 - 0.66 * math.exp(-(((x - 250) / 260) ** 2 + ((y - 270) / 90) ** 2)) - y / 1500, INK, 15, 13)
    s.fill([lens(x, y, x - 46, y + 128, 2) for x, y in ((s.rng.uniform(-20, 1260), s.rng.uniform(-60, 270)) for _ in range(44))], PAPER)
    s.sea(horizon, 470, lambda x, y: 0.95, first=5, last=9, tones=(MID, SLATE, DARK, INK))

    def top(x: float) -> float:
        return 338 - (x - 120) * 0.098

    def foot(x: float) -> float:
        return 372 + (x - 120) * 0.152

    for a, b in ((120, 430), (560, 764), (930, 1215)):
        left = [] if a == 120 else [(a + 34, top(a)), (a + 20, top(a) + 20), (a + 34, top(a) + 34), (a + 6, top(a) + 56), (a + 12, top(a) + 80), (a - 22, foot(a) - 10)]
        right = [] if b > W else [(b + 24, foot(b) + 2), (b + 8, foot(b) - 26), (b + 14, foot(b) - 46), (b - 14, top(b) + 38), (b - 8, top(b) + 20), (b - 32, top(b) + 12)]
        start = [(a, foot(a)), (a + 6, top(a))] if a == 120 else [(a - 30, foot(a)), *left[::-1]]
        d = s.cut([*start, (b - 36 if right else b, top(b)), *right[::-1], (b, foot(b))], INK, 1)
        s.clip(d)
        courses = [0.13, 0.32, 0.52, 0.74]
        marks = [lens(a - 10, top(a) + (foot(a) - top(a)) * c, b + 20, top(b) + (foot(b) - top(b)) * c, 2.2 if c < 0.2 else 1.3) for c in courses]
        for c1, c2 in zip(courses, [*courses[1:], 1], strict=True):
            x = a - s.rng.uniform(0, 30)
            while x < b:
                marks.append(lens(x, top(x) + (foot(x) - top(x)) * c1, x, top(x) + (foot(x) - top(x)) * c2, 1.2))
                x += (22 + (x - 100) * 0.05) * s.rng.uniform(0.85, 1.25)
        marks += [lens(x, top(x) + 2, x + 40, top(x + 40) + 2, 4) for x in range(a, b, 44)]
        for _ in range((b - a) // 6):  # light on the wet faces
            x = s.rng.uniform(a, b)
            y = top(x) + (foot(x) - top(x)) * s.rng.uniform(0.15, 0.95)
            marks.append(lens(x, y, x + s.rng.uniform(8, 22), y + s.rng.uniform(-2, 3), s.rng.uniform(0.8, 2)))
        s.fill(marks, PAPER)
        s.unclip()
    s.fill([poly([(138, 338), (141, 252), (149, 252), (152, 336)]), poly([(132, 254), (145, 234), (158, 254)])])
    s.fill(poly([(141, 250), (149, 250), (149, 240), (141, 240)]), WHITE)
    for x, y, w, h, r in ((470, 398, 46, 30, 24), (524, 412, 38, 26, -18), (806, 424, 64, 40, -28), (872, 450, 72, 40, 16), (838, 402, 44, 30, 38)):
        s.fill(poly(turned([(0, 0), (w, 0), (w, h), (0, h)], x, y, 1, r)))
        (x1, y1), (x2, y2) = turned([(3, 5), (w - 4, 5)], x, y, 1, r)
        s.fill(lens(x1, y1, x2, y2, 3), WHITE)
    s.burst(500, 424, 100, 190, -30)
    s.burst(858, 462, 140, 330, -70)
    s.burst(150, 378, 46, 92, -22)
    # the swell inside the harbour
    crests = ((452, 22, 380, 0.4), (524, 30, 460, 2.1), (612, 36, 560, 4.0), (708, 34, 640, 5.4))
    for base, height, length, phase in crests:
        def at(x: float, base: float = base, height: float = height, length: float = length, phase: float = phase) -> float:
            v = math.sin(x / length * 2 * math.pi + phase)
            return base - height * (v + 0.32 * v * v)

        s.fill(poly([(-10, at(-10)), *[(x, at(x)) for x in range(10, 1211, 20)], (1210, H + 5), (-10, H + 5)]), PAPER)
        marks: dict[str, list[str]] = {INK: [], DARK: [], MID: []}
        for r in range(8):
            x = -20 - s.rng.uniform(0, 50)
            drop = r * r * 1.1 + r * 8
            while x < W:
                run = s.rng.uniform(50, 150)
                slope = at(x + 30) - at(x - 30)
                dark = 0.9 if slope < 6 else 0.5
                if s.rng.random() < dark - (0.25 if r < 1 else 0):
                    y1, y2 = at(x) + drop, at(x + run) + drop
                    tone = INK if slope < 0 or r < 2 else DARK if s.rng.random() < 0.6 else MID
                    bend = at(x + run / 2) + drop - (y1 + y2) / 2
                    marks[tone].append(lens(x, y1, x + run, y2, s.rng.uniform(3.2, 5.6) + (2.2 if slope < -6 else 0), bend))
                x += run + s.rng.uniform(2, 12)
        for tone, d in marks.items():
            s.fill(d, tone)
        s.fill([lens(x, at(x) - 1, x + 38, at(x + 38) - 1, 4.4) for x in range(0, W, 31) if at(x + 38) - at(x) < 3], WHITE)
        if base == 452:
            wreck(s, 664, 462, 0.42, -16)
            wreck(s, 1052, 476, 0.5, 22)
        elif base == 524:
            wreck(s, 196, 520, 0.72, 19)
            wreck(s, 470, 560, 0.66, -34, mast=False)
        elif base == 612:
            wreck(s, 826, 612, 1, -21)
            s.fill("M388 640q72-44 176-6q22 10 34 26q-110 26-226 10q4-18 16-30z")
            s.fill([lens(402, 646, 584, 650, 3, -20), lens(420, 632, 560, 632, 2.4, -12)], WHITE)
    s.fill([lens(980, 700, 1150, 668, 9), lens(96, 704, 214, 722, 8), lens(250, 690, 330, 668, 6)])
    s.gulls([(250, 180, 1.2), (318, 224, 0.8), (196, 250, 0.7)])


def net_lofts(s: Sheet) -> None:
    """The tarred store where the drift nets are kept, on a drying day."""
    ground = 604
    s.sky(30, 520, 80, PALE)
    s.fill(disc(1010, 168, 74), WHITE)
    s.line(disc(1010, 168, 74), SOFT, 1.4)
    s.bank(110, 250, lambda x, y: max(0.0, 0.95 * math.exp(-(((x - 1000) / 250) ** 2)) - abs(y - 190) / 90), SOFT, 11, 2)
    s.cut([(-10, 506), (1210, 506), (1210, 514), (-10, 514)], SOFT, 0.5)
    s.sea(508, 566, lambda x, y: 0.85, first=5, last=8, tones=(SOFT, MID))
    s.fill(poly([(-10, 556), (300, 566), (700, 560), (1210, 552), (1210, H + 5), (-10, H + 5)]), PAPER)
    x, w, wall, apex, first = 70, 610, 286, 64, 508
    middle = x + w / 2
    s.fill(poly([(x + w, ground), (x + w, wall), (x + w + 66, wall + 34), (x + w + 66, ground - 16)]), DARK)
    s.fill([lens(x + w + 2, y, x + w + 66, y + (y - 440) * -0.11, 1.4) for y in range(wall + 14, ground - 10, 14)], MID)
    s.cut([(x, first), (x, wall), (middle, apex), (x + w, wall), (x + w, first)], INK, 0.9)
    boards = []
    for y in range(apex + 30, first, 11):
        inset = max(0.0, (wall - y) / (wall - apex) * w / 2)
        a = x + 5 + inset
        while a < x + w - 8 - inset:
            b = min(a + s.rng.uniform(30, 120), x + w - 5 - inset)
            if s.rng.random() < 0.86:
                boards.append(lens(a, y, b, y + s.rng.uniform(-0.6, 0.6), s.rng.uniform(0.9, 1.9)))
            a = b + 6
    s.fill(boards, PAPER)
    s.fill(poly([(middle, apex - 14), (x + w + 22, wall + 8), (x + w + 90, wall + 34), (middle + 72, apex + 4)]), SLATE)
    s.fill([lens(middle + k * 25.6, apex - 8 + k * 18, middle + 68 + k * 25.8, apex + 6 + k * 21.6, 2) for k in range(1, 13)], PAPER)
    s.line(f"M{x - 22} {wall + 10}L{middle} {apex - 10}L{x + w + 22} {wall + 10}", PAPER, 25)
    s.line(f"M{x - 22} {wall + 10}L{middle} {apex - 10}L{x + w + 22} {wall + 10}", INK, 19)
    s.cut([(x, ground), (x, first), (x + w, first), (x + w, ground)], WHITE, 0.6)
    s.line(f"M{x} {ground}V{first}H{x + w}V{ground}", INK, 3)
    stones = []
    for r, y in enumerate(range(first + 16, ground, 16)):
        stones.append(lens(x, y, x + w, y, 1.6))
        stones += [lens(a, y - 16, a + 1, y, 1.6) for a in range(x + 20 + (r % 2) * 22, x + w, 44)]
    s.fill(stones, MID)
    for a in (x + 46, middle - 62, x + w - 170):
        s.fill(f"M{n(a)} {ground}V{first + 36}Q{n(a + 62)} {first + 2} {n(a + 124)} {first + 36}V{ground}z")
        s.line(f"M{n(a + 62)} {ground}V{first + 20}M{n(a)} {first + 44}H{n(a + 124)}", WHITE, 2)
        s.fill([lens(a + 8 + k * 13, first + 48, a + 8 + k * 13, ground - 3, 1.4) for k in range(9)], MID)
    for storey, (y, tall) in enumerate(((138, 78), (264, 86), (392, 92))):  # loading doors one over the other
        d = poly([(middle - 46, y), (middle + 46, y), (middle + 46, y + tall), (middle - 46, y + tall)])
        s.fill(d)
        s.line(d, WHITE, 3.4)
        s.fill(poly([(middle - 60, y + tall + 3), (middle + 60, y + tall + 3), (middle + 56, y + tall + 10), (middle - 56, y + tall + 10)]), WHITE)
        if storey == 1:
            for side in (-1, 1):
                s.fill(poly([(middle + side * 49, y), (middle + side * 84, y + 9), (middle + side * 84, y + tall - 4), (middle + side * 49, y + tall)]), WHITE)
                s.line([f"M{n(middle + side * k)} {y + 5}v{tall - 9}" for k in (57, 66, 75)], INK, 1.6)
            s.fill([lens(middle - 40 + k * 8, y + 3, middle - 36 + k * 7.4, y + tall - 3, 2, 4) for k in range(11)], PAPER)
        else:
            s.line(f"M{n(middle)} {y}v{tall}", WHITE, 2.4)
            s.line([f"M{n(middle + side * 5)} {y + 5}L{n(middle + side * 41)} {y + tall - 5}" for side in (-1, 1)], SOFT, 1.6)
    for y in (282, 408):
        for a in (x + 40, x + 128, x + w - 178, x + w - 90):
            s.fill(poly([(a, y), (a + 50, y), (a + 50, y + 62), (a, y + 62)]), INK)
            s.fill(poly([(a + 3, y + 3), (a + 47, y + 3), (a + 47, y + 59), (a + 3, y + 59)]), WHITE)
            s.line(f"M{a + 25} {y}v62M{a} {y + 22}h50M{a} {y + 42}h50", INK, 2.4)
            s.fill(poly([(a + 27, y + 24), (a + 47, y + 24), (a + 47, y + 40), (a + 27, y + 40)]), DARK if (a + y) % 3 else WHITE)
    # the hoist, and a net going up
    s.fill(poly([(middle - 13, apex + 22), (middle + 13, apex + 22), (middle + 13, apex + 48), (middle - 13, apex + 48)]), WHITE)
    s.fill([poly([(middle - 9, apex + 18), (middle + 9, apex + 18), (middle + 9, apex + 44), (middle - 9, apex + 44)]), disc(middle, apex + 54, 8)])
    s.fill(disc(middle, apex + 54, 3), WHITE)
    s.line(f"M{n(middle)} {apex + 60}V408", PAPER, 6)
    s.line(f"M{n(middle)} {apex + 60}V408", INK, 2.6)
    s.parts.append(f'<g transform="translate({n(middle - 451)} -58) scale(1.25)">')
    s.fill("M361 370Q320 412 332 464Q362 490 392 462Q402 408 361 370z", PAPER)
    s.line("M361 370Q320 412 332 464Q362 490 392 462Q402 408 361 370zM350 388L389 452M340 408L376 474M333 432L358 478M372 388L333 452M382 408L346 474M390 432L364 478", INK, 2.2)
    s.parts.append("</g>")
    # nets on poles
    poles = (812, 922, 1040, 1170)
    for p in poles:
        s.fill(poly([(p - 5, 690), (p - 3.5, 356), (p + 3.5, 356), (p + 5, 690)]))
        s.fill(lens(p - 16, 362, p + 18, 358, 4))
    for a, b, sag in ((812, 922, 40), (922, 1040, 46), (1040, 1170, 42)):
        mid, hem = (a + b) / 2, 590
        d = f"M{a} 366Q{mid} {366 + sag} {b} 366L{b - 8} {hem - 26}Q{mid + 20} {hem + 30} {a + 12} {hem - 6}z"
        s.clip(d)
        s.line([f"M{a - 240 + k * 13} 340Q{a - 96 + k * 13} 470 {a - 20 + k * 13} 640" for k in range(29)], DARK, 1.3)
        s.line([f"M{a - 20 + k * 13} 340Q{a - 76 + k * 13} 470 {a - 240 + k * 13} 640" for k in range(29)], DARK, 1.3)
        s.unclip()
        s.line(f"M{a} 366Q{mid} {366 + sag} {b} 366", INK, 3.6)
        s.fill([disc(a + (b - a) * t, 366 + sag * 2 * t * (1 - t), 5, 4) for t in (0.12, 0.28, 0.44, 0.6, 0.76, 0.9)])
        s.line(f"M{b - 8} {hem - 26}Q{mid + 20} {hem + 30} {a + 12} {hem - 6}", INK, 2.4)
    # shingle
    stones: dict[str, list[str]] = {SOFT: [], MID: [], INK: []}
    for y, t in s.rows(ground + 2, H, 6, 13):
        x = -10.0
        while x < W:
            r = s.rng.uniform(2, 6) * (0.5 + t)
            tone = s.rng.choice([SOFT, MID, MID, INK] if t > 0.3 else [SOFT, SOFT, MID])
            stones[tone].append(lens(x, y + s.rng.uniform(-2, 2), x + r * 3.4, y + s.rng.uniform(-2, 2), r * 0.75, -r * 0.5))
            x += r * s.rng.uniform(3.6, 13)
    for tone, d in stones.items():
        s.fill(d, tone)
    s.fill([lens(40 + k * 12, 613 + k * 7, 800 - k * 50, 610 + k * 7, 4.6) for k in range(4)], INK)
    # the net mender on a fish box
    s.fill(poly([(930, 660), (988, 660), (988, 694), (930, 694)]))
    s.fill([lens(934, 671, 984, 671, 2), lens(934, 682, 984, 682, 2)], WHITE)
    s.line("M940 664Q930 610 946 588Q962 578 978 592Q988 612 984 640L1012 652L1014 696H1000L998 664L976 668zM946 590L962 550L982 566V580", PAPER, 6)
    s.fill("M940 664Q930 610 946 588Q962 578 978 592Q988 612 984 640L1012 652L1014 696H1000L998 664L976 668z")
    s.fill(disc(964, 572, 13, 15))
    s.fill("M944 596Q938 566 956 556Q976 552 978 568L968 572Q966 584 972 592z")
    s.fill([lens(948, 604, 950, 656, 3, 3), lens(958, 612, 986, 634, 3.4)], PAPER)
    s.fill([lens(974, 604, 1022, 628, 9), lens(1018, 630, 996, 606, 5)])
    s.fill("M1008 620Q1080 640 1120 704Q1060 716 1000 702Q1022 664 1008 620z", PAPER)
    s.clip("M1008 620Q1080 640 1120 704Q1060 716 1000 702Q1022 664 1008 620z")
    s.line([f"M{960 + k * 11} 610l70 120M{1180 - k * 11} 610l-90 120" for k in range(18)], INK, 1.4)
    s.unclip()
    s.line("M1008 620Q1080 640 1120 704Q1060 716 1000 702", INK, 2.4)
    s.gulls([(870, 120, 1.2), (830, 180, 0.8), (1130, 286, 1), (770, 236, 0.7)])


def cannery(s: Sheet) -> None:
    """The first shift going in at the cannery."""
    ground = 560
    s.sky(60, 330, 56, PALE)
    s.bank(20, 250, lambda x, y: max(0.0, 0.5 - y / 420), PALE, 12, 2.4)
    s.bank(40, 250, lambda x, y: 0.95 * math.exp(-(((x - 330) / 330) ** 2)) - abs(y - 140) / 120, SOFT, 12, 3)
    # sawtooth roof: light falls in from the left
    span, top = 148, 372
    for x in range(-40, 780, span):
        s.cut([(x, top), (x + 12, top - 98), (x + span, top)], INK, 0.8)
        s.fill(poly([(x + 4, top - 6), (x + 13, top - 84), (x + 34, top - 66), (x + 28, top - 6)]), WHITE)
        s.line(f"M{x + 8} {top - 32}h21M{x + 11} {top - 58}h20M{x + 20} {top - 6}l3-70", INK, 2)
        s.fill([lens(x + 40 + k * 14, top - 74 + k * 9.6, x + 44 + k * 14, top - 8, 1.3) for k in range(1, 7)], MID)
    s.cut([(-10, ground), (-10, top), (778, top), (778, ground)], DARK, 0.8)
    bricks = []
    for r, y in enumerate(range(top + 8, ground, 9)):
        x = -10 + (r % 2) * 13.0
        while x < 776:
            if s.rng.random() < 0.55:
                bricks.append(lens(x, y, x + s.rng.uniform(14, 24), y, 1.1))
            x += 26
    s.fill(bricks, MID)
    for x in range(24, 760, 74):
        if 380 < x < 500:
            continue
        d = f"M{x} 486V424Q{x + 22} 398 {x + 44} 424V486z"
        s.fill(d, WHITE)
        s.line(d + f"M{x + 22} 412V486M{x} 438H{x + 44}M{x} 462H{x + 44}", INK, 2.4)
        s.fill(poly([(x - 4, 488), (x + 48, 488), (x + 48, 494), (x - 4, 494)]), PAPER)
    # the gate and its clock
    s.cut([(372, ground), (372, 396), (438, 344), (504, 396), (504, ground)], INK, 0.7)
    s.fill(f"M394 {ground}V470Q438 424 482 470V{ground}z", WHITE)
    s.line(f"M438 448V{ground}M394 496H482", INK, 2)
    s.fill(disc(438, 402, 22), WHITE)
    s.line(disc(438, 402, 22) + "M438 402V386M438 402L430 412", INK, 2.6)
    # boiler house, chimney, water tank
    s.cut([(778, ground), (778, 316), (1000, 316), (1000, ground)], INK, 0.8)
    s.cut([(768, 318), (768, 302), (1010, 302), (1010, 318)], INK, 0.5)
    s.fill([lens(784, y, 994, y, 1.2) for y in range(334, ground - 6, 17)], SLATE)
    for x in (806, 866, 926):
        s.fill(f"M{x} 470V380Q{x + 20} 356 {x + 40} 380V470z", WHITE)
        s.line(f"M{x + 20} 368V470M{x} 400H{x + 40}M{x} 430H{x + 40}", INK, 2.4)
    s.cut([(826, 304), (838, 104), (878, 104), (890, 304)], INK, 0.7)
    s.fill(poly([(831, 300), (842, 108), (851, 108), (845, 300)]), PAPER)
    s.fill([lens(833, y, 872, y + 2, 1.5) for y in range(122, 300, 12)], PAPER)
    s.fill([poly([(832, 104), (832, 92), (884, 92), (884, 104)]), poly([(834, 130), (882, 130), (883, 137), (833, 137)])])
    s.cut([(1000, ground), (1000, 436), (1210, 436), (1210, ground)], SLATE, 0.8)
    s.cut([(992, 438), (1040, 396), (1210, 396), (1210, 438)], INK, 0.8)
    s.fill([lens(1040 + k * 26, 400, 1014 + k * 30, 436, 1.5) for k in range(8)], MID)
    s.fill([poly([(x, 468), (x + 42, 468), (x + 42, 516), (x, 516)]) for x in (1030, 1100, 1170)], WHITE)
    s.line([f"M{x + 21} 468v48M{x} 492h42" for x in (1030, 1100, 1170)], INK, 2)
    s.fill([poly([(1086, 398), (1090, 300), (1096, 300), (1098, 398)]), poly([(1150, 398), (1148, 300), (1154, 300), (1160, 398)])])
    s.line("M1094 384L1150 316M1152 384L1096 316", INK, 2)
    s.cut([(1070, 308), (1070, 236), (1176, 236), (1176, 308)], INK, 0.6)
    s.fill([lens(1072, y, 1174, y, 1.8) for y in (252, 272, 292)], PAPER)
    s.cut([(1062, 238), (1123, 206), (1184, 238)], INK, 0.6)
    # quay and the women
    s.cut([(-10, ground), (1210, ground), (1210, 664), (-10, 664)], WHITE, 0.8)
    setts = []
    for y, t in s.rows(ground + 8, 660, 9, 16):
        x = s.rng.uniform(-20, 0)
        while x < W:
            w = s.rng.uniform(16, 30) * (0.7 + t)
            if s.rng.random() < 0.55:
                setts.append(lens(x, y, x + w, y, 1.2 + t))
            x += w + 7
    s.fill(setts, SOFT)
    s.line(f"M-10 {ground}H1210", INK, 2.5)
    x, row = 60.0, 0
    while x < 1120:
        h = s.rng.uniform(76, 86)
        foot = 646 + s.rng.uniform(-5, 5)
        if not 398 < x < 424:
            s.fill([lens(x + 4, foot + 1, x + 96, foot + 7, 5)], MID)
            s.person(x, foot, h, skirt=True, scarf=row % 3 != 1, lean=-3)
            if row % 2 == 0:
                s.fill(poly([(x - h * 0.08, foot - h * 0.52), (x + h * 0.05, foot - h * 0.52), (x + h * 0.07, foot - h * 0.1), (x - h * 0.13, foot - h * 0.1)]), WHITE)
            if row % 4 == 1:
                s.line(f"M{n(x + h * 0.14)} {n(foot - h * 0.56)}v{n(h * 0.2)}", INK, 3)
                s.fill(poly([(x + h * 0.06, foot - h * 0.36), (x + h * 0.24, foot - h * 0.36), (x + h * 0.22, foot - h * 0.22), (x + h * 0.08, foot - h * 0.22)]))
        x += s.rng.choice([38, 44, 50, 84])
        row += 1
    s.cut([(-10, 662), (1210, 662), (1210, 682), (-10, 682)], INK, 0.8)
    s.sea(686, shade=lambda x, y: 1.1 if 826 < x < 890 else 0.9, first=6, last=12, tones=(MID, SLATE, INK))
    s.gulls([(980, 140, 1.2), (1040, 92, 0.9), (930, 200, 0.7)])


def causeway(s: Sheet) -> None:
    """The causeway an hour after the tables said it was safe; the mainland beyond."""
    vx, vy = 720, 262

    def at(u: float, t: float) -> Point:
        """A point on the road: `u` across it (-1 to 1), `t` how near (0 the horizon, 1 our feet)."""
        return vx + (470 + u * 330 - vx) * t, vy + (H + 20 - vy) * t

    s.bank(0, 236, lambda x, y: max(0.05, min(1.0, (x - 240) / 620) * (1.05 - y / 330)), DARK, 8, 4.6)
    s.fill([lens(x, y, x - 60, y + 130, 1.7) for x, y in ((s.rng.uniform(700, 1300), s.rng.uniform(60, 190)) for _ in range(70))], PAPER)
    s.sky(20, 240, 26, SOFT, lambda x, _y: float(x < 520))
    s.cut([(-10, vy + 4), (-10, 240), (90, 232), (210, 244), (330, 250), (470, 244), (560, 226), (640, 222), (716, 240), (800, 248), (930, 236), (1050, 244), (1210, 238), (1210, vy + 4)], INK, 1.2)
    s.fill([poly([(x, 246), (x, 246 - h), (x + 5, 241 - h), (x + 10, 246 - h), (x + 10, 246)]) for x, h in ((566, 24), (578, 16), (590, 30), (604, 20), (618, 24), (632, 14))])
    s.fill([poly([(598, 230), (601, 178), (604, 230)])])
    s.fill([poly([(x, y), (x + 3, y), (x + 3, y + 4), (x, y + 4)]) for x, y in ((569, 228), (593, 222), (607, 232), (621, 228))], PAPER)
    s.sea(vy + 6, shade=lambda x, y: 0.9 - 0.5 * math.exp(-(((x - vx + (y - vy) * 0.55) / (60 + (y - vy) * 0.5)) ** 2)), first=4, last=17)
    # the road: far end, drowned middle, near end
    s.fill(poly([at(-1, 0.02), at(1, 0.02), at(1, 0.15), at(0.2, 0.165), at(-1, 0.15)]), WHITE)
    s.line("M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(-1, 0.15), at(-1, 0.02), at(1, 0.02), at(1, 0.15))), INK, 1.6)
    near = [at(-1, 1), at(-1, 0.47), at(-0.7, 0.452), at(-0.35, 0.47), at(0.02, 0.446), at(0.4, 0.462), at(0.72, 0.44), at(1, 0.46), at(1, 1)]
    for side in (-1, 1):
        s.fill(poly([at(side, 0.46), at(side, 1), at(side * 1.22 + 0.02, 1.04), at(side * 1.12, 0.47)]), INK)
        s.fill([lens(*at(side * 1.02, t), *at(side * 1.16, t + 0.01), 1.5 + t) for t in (0.5, 0.55, 0.6, 0.66, 0.72, 0.79, 0.86, 0.94)], PAPER)
    s.cut(near, WHITE, 1.2)
    s.clip(poly(near))
    marks: dict[str, list[str]] = {SOFT: [], MID: []}
    t = 0.44
    while t < 1:
        u = -1 + s.rng.uniform(0, 0.12)
        while u < 1:
            w = s.rng.uniform(0.09, 0.2)
            if s.rng.random() < 0.62:
                marks[MID if t < 0.56 else SOFT].append(lens(*at(u, t), *at(u + w, t), 1 + 2.2 * t, -2 * t))
            u += w + 0.03
        t *= 1.034
    for tone, d in marks.items():
        s.fill(d, tone)
    s.unclip()
    edge = near[1:8]
    for dy, tone in ((0, INK), (9, MID), (17, SOFT)):
        s.line("M" + "L".join(f"{n(x + dy)} {n(y + dy * 0.9)}" for x, y in edge), tone, 2.6 if dy == 0 else 1.6, "round")
    s.fill([lens(*at(u - 0.16, v), *at(u + 0.16, v + 0.002), 2.6) for u, v in ((-0.5, 0.425), (0.3, 0.42), (0.8, 0.43), (0, 0.4), (-0.8, 0.39), (0.55, 0.385), (-0.3, 0.37))], WHITE)
    # posts, all the way over
    t = 0.03
    while t < 1.1:
        x, y = at(-1.16, t)
        h, w = 190 * t, max(1.2, 9 * t)
        s.fill(poly([(x - w, y), (x - w * 0.8, y - h), (x + w * 0.8, y - h), (x + w, y)]))
        if t > 0.1:
            s.fill([poly([(x - w * 0.75, y - h * a), (x + w * 0.75, y - h * a), (x + w * 0.75, y - h * (a - 0.12)), (x - w * 0.75, y - h * (a - 0.12))]) for a in (0.96, 0.7)], WHITE)
        if t < 0.47:
            s.fill([lens(x - w * 2 - k, y + k * 4 * (t + 0.2), x + w * 2 + k, y + k * 4 * (t + 0.2), 1.4 + 3 * t) for k in range(5)])
        t *= 1.34
    # the refuge on stilts
    for dx in (-38, -12, 14, 40):
        s.fill(poly([(1010 + dx - 4, 420), (1010 + dx * 0.86 - 3, 282), (1010 + dx * 0.86 + 3, 282), (1010 + dx + 4, 420)]))
    s.line("M976 352L1046 310M1046 352L976 310M968 398L1054 350", INK, 2.6)
    s.cut([(962, 284), (962, 226), (1058, 226), (1058, 284)], INK, 0.8)
    s.cut([(950, 230), (1010, 184), (1070, 230)], INK, 0.8)
    s.fill([poly([(978, 242), (996, 242), (996, 260), (978, 260)]), poly([(1020, 240), (1038, 240), (1038, 282), (1020, 282)])], WHITE)
    s.line("M987 242v18M978 251h18", INK, 2)
    s.fill([lens(966, y, 1054, y, 1) for y in (235, 268, 277)], MID)
    s.line("M952 284H1070M1070 284V266M1046 284L1100 424M1062 284L1116 424" + "".join(f"M{1050 + k * 6} {296 + k * 16}h16" for k in range(8)), INK, 3)
    s.fill([lens(940 + k * 3, 422 + k * 9, 1100 - k * 6, 422 + k * 9, 4) for k in range(5)])
    # the last bus
    bx, by = at(0.22, 0.64)
    s.fill([lens(bx - 120, by + 6 + k * 7, bx + 96 - k * 12, by + 6 + k * 7, 6) for k in range(3)], MID)
    s.fill([poly([(bx + d - 13, by + 6), (bx + d - 13, by - 34), (bx + d + 13, by - 34), (bx + d + 13, by + 6)]) for d in (-52, 52)])
    s.fill(f"M{n(bx - 74)} {n(by - 18)}L{n(bx - 76)} {n(by - 136)}Q{n(bx - 72)} {n(by - 168)} {n(bx)} {n(by - 170)}Q{n(bx + 72)} {n(by - 168)} {n(bx + 76)} {n(by - 136)}L{n(bx + 74)} {n(by - 18)}z")
    s.fill(f"M{n(bx - 58)} {n(by - 98)}V{n(by - 132)}Q{n(bx - 54)} {n(by - 148)} {n(bx)} {n(by - 150)}Q{n(bx + 54)} {n(by - 148)} {n(bx + 58)} {n(by - 132)}V{n(by - 98)}z", WHITE)
    s.fill([disc(bx + d, by - 116, 8, 10) + poly([(bx + d - 13, by - 98), (bx + d - 8, by - 106), (bx + d + 8, by - 106), (bx + d + 13, by - 98)]) for d in (-34, -4, 30)])
    s.fill([lens(bx - 68, by - 86, bx + 68, by - 86, 2), lens(bx - 68, by - 40, bx + 68, by - 40, 2), disc(bx - 58, by - 62, 6), disc(bx + 58, by - 62, 6), poly([(bx - 22, by - 66), (bx + 22, by - 66), (bx + 22, by - 52), (bx - 22, by - 52)])], WHITE)
    px, py = at(-0.62, 0.54)
    s.person(px, py, 96)
    s.line(f"M{n(px + 9)} {n(py - 72)}L{n(px + 30)} {n(py - 58)}V{n(py - 44)}", INK, 4)
    s.fill(disc(px + 30, py - 36, 7, 9), INK)
    s.fill(disc(px + 30, py - 36, 4, 6), WHITE)
    s.fill([lens(px - 74, py + 2, px + 4, py + 4, 5)], MID)
    s.gulls([(300, 130, 1.3), (372, 168, 0.9), (240, 190, 0.7), (446, 110, 0.7)])


def wind_farm(s: Sheet) -> None:
    """The turbines off Hollin Bay before rain, and the mussel boat that works between them."""
    horizon = 516
    s.bank(4, horizon - 10, lambda x, y: 1.02 - max(0.0, (y - 330) / 230) - 0.25 * math.exp(-(((x - 960) / 230) ** 2 + ((y - 400) / 110) ** 2)), DARK, 13, 10)
    s.cut([(-10, horizon + 2), (-10, 486), (90, 478), (180, 492), (300, 500), (420, 496), (520, horizon + 2)], INK, 1)
    mills = ((1124, 496, 40, 12), (1062, 468, 56, 47), (978, 432, 80, 95), (858, 384, 112, 20), (662, 312, 168, 72), (318, 240, 226, 32))
    shade_at = [(x, length) for x, _hub, length, _turn in mills]

    def shade(x: float, y: float) -> float:
        dark = 0.95
        for mx, length in shade_at:
            if abs(x - mx + 10 * math.sin(y / 13)) < length * 0.13 and y < horizon + length * 0.95:
                dark = 0.12
        return dark

    s.sea(horizon, shade=shade, first=4.5, last=14, tones=(MID, SLATE, DARK, INK))
    for x, hub, length, turn in mills:
        w, foot = length * 0.062, horizon + length * 0.16
        s.fill(poly([(x - w * 1.6, foot), (x - w * 0.7, hub), (x + w * 0.7, hub), (x + w * 1.6, foot)]), WHITE)
        s.fill(poly([(x + w * 0.5, foot), (x + w * 0.25, hub), (x + w * 0.7, hub), (x + w * 1.6, foot)]), SOFT)
        s.line(f"M{n(x - w * 1.6)} {n(foot)}L{n(x - w * 0.7)} {n(hub)}M{n(x + w * 1.6)} {n(foot)}L{n(x + w * 0.7)} {n(hub)}", INK, 0.8 + length / 110)
        s.fill(poly([(x - w * 2.6, foot + length * 0.03), (x - w * 2.2, foot - length * 0.09), (x + w * 2.2, foot - length * 0.09), (x + w * 2.6, foot + length * 0.03)]))
        s.fill([lens(x - w * 4, foot + length * 0.03, x + w * 4, foot + length * 0.03, 1.5 + length * 0.018)], WHITE)
        for k in range(3):
            shape = [(-0.022, 0), (-0.05, -0.2), (-0.034, -0.62), (-0.004, -1), (0.012, -1), (0.026, -0.6), (0.032, -0.2), (0.022, 0)]
            blade = turned(shape, x, hub, length, turn + 120 * k)
            s.fill(poly(blade), WHITE)
            s.line(poly(blade), INK, 0.7 + length / 140, "round")
            s.line(poly(turned([(0.004, -0.06), (0.002, -0.9)], x, hub, length, turn + 120 * k)), SOFT, length / 120)
        s.fill(disc(x, hub, length * 0.052))
        s.fill(disc(x, hub, length * 0.026), WHITE)
    # mussel lines: rows of floats running out to the turbines
    floats, ropes = [], []
    for row in range(4):
        last: Point | None = None
        for k in range(13):
            t = 0.98 - k * 0.068
            x = 560 + row * 190 * t + (1 - t) * 250
            y = horizon + 26 + 190 * t * t + row * 5
            r = 3 + 9 * t
            if y < 740:
                floats.append(f"M{n(x - r)} {n(y + 1)}Q{n(x - r * 0.9)} {n(y - r)} {n(x)} {n(y - r)}Q{n(x + r * 0.9)} {n(y - r)} {n(x + r)} {n(y + 1)}z")
                if last:
                    ropes.append(f"M{n(last[0])} {n(last[1])}Q{n((x + last[0]) / 2)} {n((y + last[1]) / 2 + 7 * t)} {n(x)} {n(y)}")
                last = (x, y)
    s.line(ropes, PAPER, 5)
    s.line(ropes, INK, 1.6)
    s.fill(floats, PAPER)
    s.line(floats, PAPER, 4)
    s.fill(floats)
    # the boat
    x, y = 420.0, 664.0
    s.fill("M214 634Q270 656 420 654Q560 652 640 606Q636 664 596 694Q420 716 262 694Q224 670 214 634z", PAPER)
    s.line("M214 634Q270 656 420 654Q560 652 640 606Q636 664 596 694Q420 716 262 694Q224 670 214 634z", PAPER, 7)
    s.fill("M214 634Q270 656 420 654Q560 652 640 606Q636 664 596 694Q420 716 262 694Q224 670 214 634z")
    s.fill([lens(224, 654, 628, 636, 3.4, 16)], WHITE)
    house = [(470, 654), (474, 582), (552, 576), (568, 642)]
    s.fill(poly(house))
    s.line(poly(house), PAPER, 3)
    s.fill([poly([(482, 592), (506, 590), (506, 614), (481, 614)]), poly([(514, 589), (545, 587), (550, 610), (514, 613)])], WHITE)
    s.line("M514 578V516M514 524L630 610M514 530L470 580", PAPER, 6)
    s.line("M514 578V516M514 524L630 610", INK, 3.4)
    s.line("M300 652V540L376 572", PAPER, 11)
    s.line("M300 652V540L376 572", INK, 6)
    s.line("M374 572V634", PAPER, 4)
    s.line("M374 572V634", INK, 2)
    rope = [(374 + s.rng.uniform(-8, 8), 592 + k * 3.4) for k in range(16)]
    s.fill([disc(a, b, 9.5, 6.5) for a, b in rope], PAPER)
    s.fill([disc(a, b, 7, 4.5) for a, b in rope])
    for px in (340, 418):
        s.person(px, 662, 66, tone=PAPER)
        s.person(px, 660, 62)
    s.fill([lens(230 + k * 9, 702 + k * 9, 620 - k * 20, 702 + k * 9, 5) for k in range(5)])
    s.gulls([(330, 500, 0.9), (420, 470, 1.1), (250, 548, 0.8)])
    del x, y


def ferry_ellory(s: Sheet) -> None:
    """The Cape Ellory ferry outward bound, with the cape astern."""
    horizon, line = 452, 580
    s.sky(20, 300, 60, PALE)
    smoke: dict[str, list[str]] = {INK: [], DARK: [], MID: [], SOFT: []}
    for k in range(230):
        t = (k / 230) ** 1.15
        x = 604 - 640 * t + s.rng.uniform(-16, 16)
        y = 148 - 66 * math.sin(t * 2.2) + s.rng.uniform(-1, 1) * (12 + 62 * t)
        run = s.rng.uniform(30, 78) * (0.5 + t)
        tone = INK if t < 0.2 else DARK if t < 0.44 else MID if t < 0.72 else SOFT
        smoke[tone].append(lens(x, y, x - run, y + s.rng.uniform(-5, 7), s.rng.uniform(2.4, 6.4) * (1.25 - t * 0.7), s.rng.choice([-8, 6, 9])))
    for tone in (SOFT, MID, DARK, INK):
        s.fill(smoke[tone], tone)
    cape = [(-10, horizon + 2), (-10, 306), (40, 298), (110, 304), (150, 322), (178, 318), (214, 356), (240, 362), (262, 398), (300, 410), (318, 438), (372, horizon + 2)]
    d = s.cut(cape, DARK, 1.6)
    s.clip(d)
    s.fill([lens(x, y, x + s.rng.uniform(4, 16), y + s.rng.uniform(30, 70), 2.4) for x, y in ((s.rng.uniform(-10, 340), s.rng.uniform(318, 440)) for _ in range(60))], SOFT)
    s.fill([lens(x, 302 + s.rng.uniform(0, 18), x + 30, 306 + s.rng.uniform(0, 18), 2) for x in range(-10, 190, 16)], INK)
    s.unclip()
    s.fill([poly([(70, 302), (74, 254), (88, 254), (92, 302)]), poly([(70, 256), (81, 240), (92, 256)]), poly([(104, 304), (104, 286), (118, 276), (132, 286), (132, 308)])])
    s.cut([(900, horizon + 2), (980, 440), (1080, 436), (1210, 428), (1210, horizon + 2)], SOFT, 1)
    s.sea(horizon, shade=lambda x, y: 1.15 if 190 < x < 1040 and 586 < y < 640 - abs(x - 620) * 0.06 else 0.86 - 0.35 * math.exp(-(((x - 80) / 180) ** 2)) * (y > 590))
    # hull
    hull = f"M176 486Q400 506 700 500Q920 494 1078 442L1020 {line - 4}Q1012 {line + 6} 990 {line + 6}H236Q206 {line} 190 540Q180 512 176 486z"
    s.fill(hull)
    s.clip(hull)
    s.fill([lens(150, 500, 1090, 484, 3.4, 22)], WHITE)
    s.fill(poly([(150, line - 16), (1050, line - 16), (1050, line - 10), (150, line - 10)]), PAPER)
    s.fill([lens(x, y, x + s.rng.uniform(30, 90), y - 1, 1.3) for x, y in ((s.rng.uniform(190, 960), s.rng.uniform(536, 560)) for _ in range(30))], MID)
    s.fill([disc(x, 530 - max(0, x - 700) * 0.045, 5.5) for x in range(270, 980, 38)], WHITE)
    s.unclip()
    s.line("M1030 470L1040 500", WHITE, 3)
    # decks
    s.cut([(262, 498), (262, 442), (836, 442), (862, 496)], WHITE, 0.5)
    s.line("M262 498V442H836L862 496", INK, 2.6)
    s.line("M252 442H852", INK, 5)
    s.fill([poly([(x, 456), (x + 22, 456), (x + 22, 478), (x, 478)]) for x in range(284, 820, 36)])
    s.cut([(330, 440), (330, 384), (760, 384), (784, 440)], WHITE, 0.5)
    s.line("M330 440V384H760L784 440", INK, 2.6)
    s.line("M318 384H778", INK, 5)
    s.fill([poly([(x, 398), (x + 14, 398), (x + 14, 422), (x, 422)]) for x in range(348, 690, 27)])
    s.cut([(640, 382), (640, 322), (742, 322), (760, 382)], WHITE, 0.5)
    s.line("M640 382V322H742L760 382", INK, 2.6)
    s.fill([poly([(x, 334), (x + 18, 334), (x + 20, 356), (x, 356)]) for x in (652, 678, 704)] + [poly([(728, 334), (740, 334), (748, 356), (728, 356)])])
    s.fill(poly([(628, 324), (634, 312), (752, 312), (760, 324)]))
    s.line("M700 312V210M700 226L600 300M700 226L1052 440M700 250h-34M700 250h34", INK, 2.6)
    # funnel
    s.fill(poly([(540, 382), (556, 168), (626, 168), (618, 382)]))
    s.fill(poly([(551, 238), (554, 196), (624, 196), (623, 238)]), WHITE)
    s.fill([poly([(566, 232), (588, 202), (610, 232)])], INK)
    s.fill([lens(548 + s.rng.uniform(0, 3), y, 568, y + 1, 1.6) for y in range(250, 380, 9)], PAPER)
    s.fill(poly([(550, 168), (552, 158), (632, 158), (632, 168)]))
    s.line("M634 170V300", INK, 3)
    # boats and ventilators
    for x in (356, 452):
        s.fill(f"M{x} 352Q{x + 36} 362 {x + 72} 350Q{x + 66} 374 {x + 36} 376Q{x + 6} 374 {x} 352z", WHITE)
        s.line(f"M{x} 352Q{x + 36} 362 {x + 72} 350Q{x + 66} 374 {x + 36} 376Q{x + 6} 374 {x} 352zM{x + 4} 382V340q2-10 12-8M{x + 68} 382V340q-2-10-12-8", INK, 2.6)
    s.fill("M800 442V406Q800 392 818 394V408Q812 408 812 416V442zM302 442V404Q302 390 284 392V406Q290 406 290 414V442z")
    s.line("M176 486V462H262M200 489V464M224 491V464M248 494V464M862 496L866 470L1076 424M900 494L904 462M946 486L952 450M992 474L1000 440M1036 458L1044 430", INK, 2.4)
    s.line("M182 462V406", INK, 3)
    s.fill("M184 408Q206 400 222 412Q206 420 184 428z", DARK)
    for px, h in ((434, 36), (532, 34), (602, 36), (790, 38), (772, 36), (838, 38)):
        s.person(px, 442 if px > 780 else 384, h)
    s.line("M262 428H330M262 434H330M784 430H842M318 366H352M530 366H540", INK, 1.8)
    # bow wave and wake
    s.fill([lens(1018 - k * 17, line - 4 + k * 4, 1086 - k * 8, line + 10 + k * 7, 6 - k * 0.5, -5) for k in range(8)], WHITE)
    s.fill([lens(196 - k * 26, line + 9 + k * 5, 560 - k * 34, line + 6 + k * 7, 4.4) for k in range(9)], WHITE)
    s.fill([lens(-20, 590 + k * 13, 250 - k * 22, 582 + k * 4, 3.4) for k in range(7)], WHITE)
    s.fill([lens(250 + k * 14, line + 10 + k * 9, 1000 - k * 38, line + 10 + k * 9, 4.2) for k in range(4)])
    s.gulls([(206, 220, 1.6), (126, 196, 1), (268, 262, 0.9), (860, 240, 1.3), (930, 206, 0.8), (980, 286, 0.9), (64, 240, 0.6)])


def herring(s: Sheet, x: float, y: float, length: float, angle: float) -> None:
    """One herring, nose first along `angle`."""
    def place(*pts: Point) -> list[Point]:
        return turned(pts, x, y, length / 100, angle)

    def curve(*pts: Point) -> str:
        p = place(*pts)
        out = f"M{n(p[0][0])} {n(p[0][1])}"
        for a, b in zip(p[1::2], p[2::2], strict=True):
            out += f"Q{n(a[0])} {n(a[1])} {n(b[0])} {n(b[1])}"
        return out + "z"

    back = curve((50, 1), (36, -12), (8, -13), (-22, -12), (-38, -2), (-44, -10), (-52, -14), (-46, -4), (-47, 1), (-48, 8), (-52, 15), (-44, 8), (-38, 3), (-22, 13), (6, 14), (36, 12), (50, 1))
    s.line(back, PAPER, length / 22)
    s.fill(back)
    s.fill(curve((46, 4), (34, 11), (6, 12), (-20, 11), (-36, 2), (-20, 3), (2, 2), (30, 1), (46, 4)), WHITE)
    marks = []
    for k in range(8):
        p, q = place((24 - k * 7, 3), (20 - k * 7, 10.5 - k * 0.6))
        marks.append(lens(*p, *q, length / 95, length / 90))
    s.fill(marks, DARK)
    marks = []
    for k in range(9):
        p, q = place((26 - k * 6.6, -3.5 + (k % 2)), (19 - k * 6.6, -5 + (k % 2)))
        marks.append(lens(*p, *q, length / 70))
    gill = place((33, -8), (33, 8))
    marks.append(lens(*gill[0], *gill[1], length / 60, -length / 40))
    marks.append(disc(*place((41, -2))[0], length * 0.032))
    s.fill(marks, WHITE)
    s.fill(disc(*place((41, -2))[0], length * 0.015))


def lying_barrel(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    """A barrel seen head on."""
    s.fill(disc(x, y, r))
    s.line(disc(x, y, r - 2), PAPER, 1.6)
    s.line(disc(x, y, r * 0.93), WHITE, 2.4)
    s.fill(disc(x, y, r * 0.83), WHITE)
    s.clip(disc(x, y, r * 0.83))
    for k in range(-3, 4):
        a, b = turned([(k * r * 0.24, -r), (k * r * 0.24, r)], x, y, 1, turn)
        s.line(f"M{n(a[0])} {n(a[1])}L{n(b[0])} {n(b[1])}", INK, 2.6)
        grain = []
        for _ in range(5):
            u, v, run = k * r * 0.24 + s.rng.uniform(0.04, 0.2) * r, s.rng.uniform(-0.8, 0.6) * r, s.rng.uniform(0.12, 0.4) * r
            p, q = turned([(u, v), (u + 1, v + run)], x, y, 1, turn)
            grain.append(lens(*p, *q, 1.3))
        s.fill(grain, MID)
    s.fill([lens(x - r * 0.8 + k * 5, y + r * 0.5 + k * 6, x + r * 0.4 - k * 4, y + r * 0.72 + k * 3, 3) for k in range(4)], SLATE)
    s.unclip()
    s.line(disc(x, y, r * 0.83), INK, 3)
    s.line(f"M{n(x - r * 0.5)} {n(y)}a{n(r * 0.5)} {n(r * 0.5)} 0 0 1 {n(r)} 0", SLATE, 2)
    p = turned([(0, r * 0.42)], x, y, 1, turn)[0]
    s.fill(disc(*p, r * 0.075))
    s.fill(disc(p[0] - 1, p[1] - 1, r * 0.03), WHITE)


def standing_barrel(s: Sheet, x: float, foot: float, w: float, h: float) -> None:
    """An open barrel, light from the left; the mouth is left for its herring."""
    top, bulge, ry = foot - h, w * 0.16, w * 0.24
    d = f"M{n(x - w / 2)} {n(top)}Q{n(x - w / 2 - bulge)} {n(top + h / 2)} {n(x - w / 2 + 4)} {n(foot)}A{n(w / 2 - 4)} {n(ry * 0.8)} 0 0 0 {n(x + w / 2 - 4)} {n(foot)}Q{n(x + w / 2 + bulge)} {n(top + h / 2)} {n(x + w / 2)} {n(top)}z"
    s.fill(d)
    s.clip(d)
    for k in range(1, 12):
        u = math.cos(math.pi * k / 12)
        xa, xb = x - u * w / 2, x - u * (w / 2 + bulge)
        s.fill([lens(xa, top - 4, xa, foot + ry, 2, 0)] if abs(xa - xb) < 1 else f"M{n(xa)} {n(top)}Q{n(xb - (xb - xa) * 0)} {n(top + h / 2)} {n(xa)} {n(foot + ry)}Q{n(xb + 3)} {n(top + h / 2)} {n(xa)} {n(top)}z", PAPER if k < 7 else MID)
        if k < 7:
            s.fill([lens(xb + 4, y, xb + 4 + w * 0.055, y + 2, 2.4) for y in (top + h * v + s.rng.uniform(-5, 5) for v in (0.16, 0.24, 0.34, 0.42, 0.5, 0.58, 0.66, 0.76, 0.86))], WHITE)
    for v in (0.1, 0.3, 0.7, 0.9):
        y = top + h * v
        half = w / 2 + bulge * (1 - (2 * v - 1) ** 2) / 2 + 4
        band = f"M{n(x - half)} {n(y)}Q{n(x)} {n(y + ry * 2)} {n(x + half)} {n(y)}"
        s.line(band, WHITE, h * 0.052)
        s.line(band, INK, h * 0.036)
    s.unclip()
    s.fill(disc(x, top, w / 2 + 3, ry + 3))
    s.line(disc(x, top, w / 2 - 3, ry - 1), WHITE, 3)


def herring_barrels(s: Sheet) -> None:
    """A full barrel, a stack to be filled, and the fish that pays for both."""
    s.bank(0, 330, lambda x, y: 0.66 - y / 560, SOFT, 13, 2.4)
    s.sea(330, 452, lambda x, y: 0.85, first=5, last=9, tones=(SOFT, MID))
    s.fill([lens(940, 326, 1200, 318, 10), lens(1010, 318, 1210, 306, 9)], SLATE)
    s.fill([poly([(1100, 314), (1103, 250), (1109, 250), (1112, 314)])], SLATE)
    s.cut([(-10, 452), (1210, 452), (1210, H + 5), (-10, H + 5)], PAPER, 1)
    planks = [lens(-10, y, 1210, y + s.rng.uniform(-2, 2), 2.6 + t * 3) for y, t in s.rows(452, H, 26, 74)]
    s.fill(planks, INK)
    grain: list[str] = []
    for y, t in s.rows(458, H, 7, 13):
        x = -20.0
        while x < W:
            run = s.rng.uniform(30, 140)
            if s.rng.random() < 0.3:
                grain.append(lens(x, y, x + run, y + s.rng.uniform(-2, 2), 1 + t))
            x += run + 12
    s.fill(grain, SOFT)
    s.fill([lens(30 + k * 8, 606 + k * 9, 640 + k * 40, 604 + k * 10, 8) for k in range(5)] + [lens(700 + k * 10, 668 + k * 8, 1190, 664 + k * 9, 8) for k in range(6)], DARK)
    for x, y, turn in ((150, 492, 12), (384, 494, -24), (268, 292, 38)):
        lying_barrel(s, x, y, 116, turn)
    s.fill([poly([(16, 612), (54, 570), (70, 612)]), poly([(478, 612), (496, 572), (524, 612)])])
    standing_barrel(s, 860, 652, 320, 400)
    s.clip(disc(860, 252, 153, 71))
    s.fill(disc(860, 252, 160, 80), INK)
    for k in range(11):
        a = math.radians(k * 360 / 11 + 8)
        herring(s, 860 + math.cos(a) * 92, 252 + math.sin(a) * 43, 150, math.degrees(math.atan2(-math.sin(a) * 0.47, -math.cos(a))))
    for x, y, angle in ((834, 244, 160), (886, 260, -14), (858, 250, 196)):
        herring(s, x, y, 128, angle)
    s.unclip()
    s.line(disc(860, 252, 157, 75), INK, 4)
    # the lid against the barrel
    s.fill(disc(1092, 574, 62, 104))
    s.fill(disc(1084, 574, 56, 97), WHITE)
    s.clip(disc(1084, 574, 56, 97))
    s.line("M1060 470V680M1084 470V680M1108 470V680", INK, 2.6)
    s.fill([lens(1034 + s.rng.uniform(0, 100), y, 1036 + s.rng.uniform(0, 100), y + 40, 1.6) for y in range(480, 660, 7)], MID)
    s.line("M1026 540L1150 590", INK, 30)
    s.line("M1026 540L1150 590", WHITE, 23)
    s.fill([disc(1046, 549, 3), disc(1082, 563, 3), disc(1118, 577, 3)])
    s.unclip()
    # fish on the boards
    for x, y, length, angle in ((172, 690, 252, 173), (428, 676, 236, 7), (560, 724, 236, -5), (954, 724, 226, 184)):
        s.fill([lens(x - length * 0.42, y + 20, x + length * 0.46, y + 18, 9)], SLATE)
        herring(s, x, y, length, angle)
    # a gull that has noticed, on a fish box
    s.cut([(510, 560), (510, 470), (654, 470), (654, 560)], INK, 0.8)
    s.fill([lens(514, y, 650, y, 2.6) for y in (494, 518, 541)] + [poly([(520, 474), (526, 474), (526, 556), (520, 556)]), poly([(638, 474), (644, 474), (644, 556), (638, 556)])], PAPER)
    s.fill([lens(520 + k * 4, 566 + k * 8, 690 - k * 4, 564 + k * 8, 5) for k in range(3)], DARK)
    gull = "M540 440Q520 452 486 448Q508 430 520 404Q534 366 574 356Q580 330 602 324Q624 320 632 336L654 344L632 350Q628 376 606 398Q590 428 552 440z"
    s.parts.append('<g transform="translate(176 152) scale(.7)">')
    s.line(gull, PAPER, 12, "round")
    s.fill(gull, WHITE)
    s.line(gull, INK, 4, "round")
    s.fill("M466 452Q500 420 530 386Q560 372 582 384Q568 424 528 438Q496 446 466 452z", DARK)
    s.fill([lens(480 + k * 9, 446 - k * 8, 540 + k * 6, 428 - k * 9, 2.6) for k in range(5)], PAPER)
    s.fill([disc(613, 335, 4), poly([(630, 336), (660, 345), (631, 351)])])
    s.line("M560 438V454M578 430V454M560 454h-10M560 454h12M578 454h12", INK, 4)
    s.parts.append("</g>")
    s.gulls([(420, 110, 1.4), (500, 150, 0.9), (1040, 140, 1.1), (620, 90, 0.7)])


def lamp_room(s: Sheet) -> None:
    """The lens at Gull Rock, lit, and the keeper who winds it."""
    cx, cy = 560, 356
    s.fill(f"M0 0H{W}V{H}H0z")
    # night outside: stars, sea, the town
    s.fill([disc(s.rng.uniform(0, W), s.rng.uniform(20, 330), s.rng.uniform(0.7, 1.9)) for _ in range(70)], PAPER)
    s.sea(436, 640, lambda x, y: 0.3 + 0.62 * math.exp(-(((x - cx) / 430) ** 2)), first=8, last=13, tones=(MID, SOFT, PAPER, WHITE))
    s.fill([poly([(x, y), (x + 4, y), (x + 4, y + 5), (x, y + 5)]) for x, y in ((s.rng.uniform(20, 250), 425 + s.rng.uniform(-12, 4)) for _ in range(16))], WHITE)
    rays = []
    for k in range(60):
        a = math.radians(k * 6 + s.rng.uniform(-0.7, 0.7))
        near, far = 236 + s.rng.uniform(0, 20), s.rng.uniform(380, 1000)
        if abs(math.sin(a)) < 0.86:
            rays.append(lens(cx + math.cos(a) * near, cy + math.sin(a) * near * 1.1, cx + math.cos(a) * far, cy + math.sin(a) * far * 0.9, 6 if k % 2 else 2.6))
    s.fill(rays, WHITE)
    # the lantern's panes
    for x in (-6, 190, 930, 1130):
        s.line(f"M{x} -10V646", INK, 15)
        s.line(f"M{x - 4} -10V646", PAPER, 2)
    s.line("M-6 60L190 330L-6 600M190 60L380 330M190 600L380 330M380 330L330 -20M930 60L1130 330L930 600M930 60L750 330M930 600L750 330M1130 330L1210 210M1130 330L1210 450M750 330L800 -20", INK, 11)
    s.line("M-8 56L186 326L-8 596M188 56L378 326M932 56L1132 326M1132 326L1212 206", PAPER, 1.6)
    # the lens
    body = f"M{cx - 92} 96Q{cx - 210} 210 {cx - 214} {cy}Q{cx - 210} 500 {cx - 100} 606H{cx + 100}Q{cx + 210} 500 {cx + 214} {cy}Q{cx + 210} 210 {cx + 92} 96z"
    s.fill(body, WHITE)
    s.line(body, INK, 9)
    s.clip(body)
    for k, r in enumerate(range(64, 330, 19)):
        s.line(disc(cx, cy, r, r * 1.06), INK, 2 + k * 0.42)
        if k < 9:
            arcs = []
            for _ in range(4):
                a = s.rng.uniform(0, 2 * math.pi)
                b = a + s.rng.uniform(0.16, 0.5)
                q = r + 8
                arcs.append(lens(cx + math.cos(a) * q, cy + math.sin(a) * q * 1.06, cx + math.cos(b) * q, cy + math.sin(b) * q * 1.06, 2.4, -(1 - math.cos((b - a) / 2)) * q))
            s.fill(arcs, MID if k < 5 else DARK)
    for y in (*range(108, 196, 19), *range(524, 606, 19)):  # the reflecting prisms above and below
        s.fill(poly([(cx - 230, y), (cx + 230, y), (cx + 214, y + 9), (cx - 214, y + 9)]))
    s.line(f"M{cx} 90V{cy - 66}M{cx} {cy + 66}V610M{cx - 220} {cy}H{cx - 64}M{cx + 64} {cy}H{cx + 220}", INK, 5)
    s.fill([poly([(cx - 230, 88), (cx - 118, 88), (cx - 230, 330)]), poly([(cx + 120, 600), (cx + 230, 600), (cx + 230, 390)])], INK)
    s.unclip()
    s.fill(disc(cx, cy, 62, 66), WHITE)
    s.line(disc(cx, cy, 62, 66), INK, 5)
    s.fill([lens(cx + math.cos(a) * 22, cy + math.sin(a) * 24, cx + math.cos(a) * 50, cy + math.sin(a) * 54, 3) for a in (math.radians(k * 22.5) for k in range(16))], SOFT)
    s.fill(poly([(cx - 8, cy - 62), (cx + 8, cy - 62), (cx + 10, cy - 30), (cx - 10, cy - 30)]))
    s.line(f"M{cx - 9} {cy - 44}H{cx + 9}M{cx - 9} {cy - 52}H{cx + 9}", WHITE, 2)
    s.line(f"M{cx - 9} {cy - 31}Q{cx - 9} {cy - 20} {cx - 19} {cy - 8}A25 26 0 1 0 {cx + 19} {cy - 8}Q{cx + 9} {cy - 20} {cx + 9} {cy - 31}", INK, 3.4)
    s.line(f"M{cx - 5} {cy - 30}L{cx - 9} {cy + 4}L{cx - 3} {cy - 6}L{cx + 3} {cy + 4}L{cx + 9} {cy - 6}L{cx + 5} {cy - 30}", INK, 1.8)
    s.fill(poly([(cx - 108, 98), (cx - 74, 66), (cx + 74, 66), (cx + 108, 98)]))
    s.line(f"M{cx - 104} 96H{cx + 104}M{cx - 74} 67H{cx + 74}", PAPER, 3)
    s.fill([poly([(cx - 14, 68), (cx - 10, -10), (cx + 10, -10), (cx + 14, 68)])])
    s.line(f"M{cx - 10} -10L{cx - 14} 66M{cx + 10} -10L{cx + 14} 66", PAPER, 2)
    # pedestal and gallery floor
    s.fill(f"M0 640H{W}V{H}H0z")
    s.line(f"M-10 640H{W + 10}", PAPER, 4)
    s.fill([lens(-20, y, 1220, y, 1.6) for y in (664, 694, 730)], SLATE)
    s.fill([lens(cx + (k - 9) * 34, 642, cx + (k - 9) * 92, 770, 3) for k in range(19)], SLATE)
    s.fill([lens(cx - 330 + k * 12, 652 + k * 11, cx + 330 - k * 16, 652 + k * 11, 3.4) for k in range(8)], PAPER)
    ped = [(cx - 124, 606), (cx + 124, 606), (cx + 104, 628), (cx + 70, 636), (cx + 64, 714), (cx + 110, 740), (cx - 110, 740), (cx - 64, 714), (cx - 70, 636), (cx - 104, 628)]
    s.fill(poly(ped))
    s.line(poly(ped), PAPER, 3.4)
    s.fill([lens(cx - 52, y, cx + 4, y + 1, 2.2) for y in range(648, 712, 8)], PAPER)
    s.line(f"M{cx - 118} 616H{cx + 118}M{cx - 66} 640H{cx + 66}M{cx - 76} 718H{cx + 76}", PAPER, 3)
    s.line(f"M{cx + 64} 676h44v-20", PAPER, 9)
    s.line(f"M{cx + 64} 676h44v-20", INK, 4)
    # the stair down through the floor
    s.fill(poly([(120, 676), (318, 676), (286, H + 5), (66, H + 5)]))
    s.line("M66 764L120 676H318L288 764", PAPER, 3.4)
    for k in range(4):
        s.fill(poly([(140 - k * 12, 690 + k * 19), (300 - k * 4, 690 + k * 19), (298 - k * 4, 696 + k * 20), (137 - k * 12, 696 + k * 20)]), PAPER)
    s.line("M120 676V566M318 676V566M120 568H318M120 620H318", PAPER, 9)
    s.line("M120 680V566M318 680V566M120 568H318M120 620H318", INK, 5)
    s.fill([disc(120, 562, 7), disc(318, 562, 7)], PAPER)
    # the keeper, a cloth to the glass
    coat = "M884 424Q852 432 846 476L832 700H852V742H890V704H916V742H954V700H976L968 476Q962 434 934 424z"
    head = "M872 352L864 384L873 388L872 398Q874 424 894 430L934 430Q936 412 942 396Q950 372 944 350z"
    cap = "M848 360L868 346Q866 328 876 322Q908 306 942 322Q952 330 946 352L872 354z"
    arm = "M872 448Q836 452 806 440L776 384"
    for d in (coat, head, cap):
        s.line(d, PAPER, 6, "round")
    s.line(arm, PAPER, 42, "round")
    s.line("M952 450Q992 520 980 584", PAPER, 40, "round")
    for d in (coat, head, cap):
        s.fill(d)
    s.line(arm, INK, 36, "round")
    s.line("M952 450Q992 520 980 584", INK, 34, "round")
    s.fill("M858 450Q880 428 900 428L904 500L852 500z")
    s.fill(disc(772, 374, 15))
    s.line(disc(772, 374, 15), PAPER, 3)
    s.fill("M756 340Q748 376 762 392Q758 420 776 428Q790 416 782 392Q786 364 772 344z", WHITE)
    s.line("M756 340Q748 376 762 392Q758 420 776 428Q790 416 782 392Q786 364 772 344zM762 392Q770 396 782 392", INK, 2.4)
    s.line("M880 396Q892 404 892 424M868 350H944", PAPER, 3)
    s.fill([lens(846 - j * 0.9, 500 + j * 14, 868 + s.rng.uniform(-6, 12), 503 + j * 14, 3) for j in range(14)], PAPER)
    s.fill([lens(790 + j * 13, 409 + j * 10, 797 + j * 13, 428 + j * 8, 3) for j in range(4)], PAPER)
    s.line("M908 436L900 700", PAPER, 2.2)
    s.fill([disc(892 - j * 1.6, 470 + j * 44, 4) for j in range(4)], WHITE)
    s.line("M966 596H1000L1012 640H954zM1008 616L1040 590M972 596Q980 574 996 596", PAPER, 3.4, "round")
    s.fill(poly([(966, 597), (1000, 597), (1011, 639), (955, 639)]))
    s.line("M966 597H1000L1011 639H955zM1006 618L1038 592", PAPER, 3, "round")


def rope_walk(s: Sheet) -> None:
    """The lane going down to the old harbour, nets hung across it from window to window."""
    vx, vy = 612, 316

    def at(u: float, v: float, k: float) -> Point:
        """A point of the lane: `u` across (-1 to 1), `v` up from the stones, `k` how near."""
        return vx + u * 330 * k, vy + (470 - v * 760) * k

    def quad(u: float, v1: float, v2: float, k1: float, k2: float) -> str:
        return poly([at(u, v1, k1), at(u, v2, k1), at(u, v2, k2), at(u, v1, k2)])

    s.sky(10, 230, 40, PALE)
    s.fill(disc(716, 152, 58), WHITE)
    s.line(disc(716, 152, 58), SOFT, 1.4)
    s.bank(70, 240, lambda x, y: 0.9 * math.exp(-(((x - 640) / 260) ** 2)) - abs(y - 170) / 80, SOFT, 11, 2.2)
    # the harbour at the foot of it: water, the arm, masts
    s.sea(262, 400, lambda x, y: 0.9, first=5, last=8, left=420, right=800, tones=(MID, SLATE))
    s.cut([(420, 276), (700, 262), (800, 262), (800, 250), (700, 250), (420, 262)], DARK, 0.6)
    s.fill([poly([(716, 252), (718, 222), (726, 222), (728, 252)]), poly([(713, 223), (722, 212), (731, 223)])])
    for x, top, foot, yard in ((560, 118, 384, 26), (588, 168, 384, -22), (618, 96, 386, 30), (646, 150, 384, -24), (672, 186, 384, 20)):
        s.line(f"M{x} {foot}V{top}M{x} {top + 30}L{x + yard} {foot - 50}M{x} {top + 12}L{x - yard * 1.3} {foot - 20}", INK, 1.6)
        s.line(f"M{x} {foot}V{top}", INK, 4.4)
        s.line(f"M{x} {top + 44}L{x + yard} {top + 58}", INK, 3)
    s.fill("M540 384Q560 372 552 356Q610 372 690 358Q684 378 668 392H548z")
    s.fill(lens(552, 368, 688, 366, 2.4, 5), WHITE)
    # the stones
    far = 0.145
    ground = poly([at(-1, 0, far), at(1, 0, far), at(1, 0, 2.4), at(-1, 0, 2.4)])
    s.fill(ground, PAPER)
    s.fill(poly([at(-1, 0, far), at(-0.1, 0, far), at(-0.34, 0, 2.4), at(-1, 0, 2.4)]), SOFT)
    marks: dict[str, list[str]] = {INK: [], DARK: [], MID: [], SOFT: []}
    k = far
    while k < 1.0:
        u = -1.0
        while u < 1:
            run = s.rng.uniform(0.07, 0.13)
            shadow = u < -0.1 - 0.24 * k
            if s.rng.random() < (0.86 if shadow else 0.6):
                marks[(INK if s.rng.random() < 0.5 else DARK) if shadow else (MID if s.rng.random() < 0.4 else SOFT)].append(lens(*at(u, 0, k), *at(u + run, 0, k), 1 + 3.4 * k, -3.4 * k))
            u += run + 0.02
        k *= 1.052
    for tone, d in marks.items():
        s.fill(d, tone)
    s.line("M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(0.02, 0, far), at(-0.04, 0, 0.5), at(0.03, 0, 1.1))), INK, 3)
    # houses: the left side in shadow, the right in the sun
    edges = (2.6, 1.44, 0.98, 0.68, 0.475, 0.335, 0.24, 0.18, far)
    heights = ((1.02, 0.86, 1.0, 0.8, 0.92, 0.78, 0.9, 0.76), (0.96, 0.82, 0.94, 1.02, 0.8, 0.9, 0.76, 0.84))
    for side, u in ((0, -1), (1, 1)):
        for i in range(7, -1, -1):
            k1, k2, v = edges[i], edges[i + 1], heights[side][i]
            body = (INK, DARK)[i % 2] if side == 0 else (WHITE, PAPER)[i % 2]
            (x1, y1), (x2, y2) = at(u, v, k1), at(u, v, k2)
            gable = [at(u, 0, k1), (x1, y1), at(u * 0.98, v + 0.16, k1 - (k1 - k2) * 0.5), (x2, y2), at(u, 0, k2)] if i % 3 == 1 else [at(u, 0, k1), (x1, y1), (x2, y2), at(u, 0, k2)]
            s.fill(poly(gable), body)
            if i % 3 != 1:
                s.fill(poly([at(u * 0.97, v - 0.01, k1), at(u * 1.3, v + 0.2, k1), at(u * 1.3, v + 0.2, k2), at(u * 0.97, v - 0.01, k2)]), INK if side else DARK)
                s.line("M" + "L".join(f"{n(a)} {n(b)}" for a, b in (at(u * 0.97, v - 0.01, k1), at(u * 0.97, v - 0.01, k2))), PAPER if side == 0 else INK, 1 + 2.4 * k2)
            hatch = []
            for _ in range(int(34 + 60 * (k1 - k2))):
                c, t = s.rng.uniform(0.02, v - 0.02), s.rng.uniform(k2, k1 - (k1 - k2) * 0.12)
                hatch.append(lens(*at(u, c, t), *at(u, c, min(k1, t * s.rng.uniform(1.04, 1.14))), (1 + 1.4 * k2) * s.rng.uniform(0.8, 1.3)))
            s.fill(hatch, SLATE if side == 0 else SOFT)
            s.line("M" + "L".join(f"{n(a)} {n(b)}" for a, b in (at(u, 0, k2), at(u, v, k2))), SOFT if side == 0 else INK, 1 + 1.6 * k2)
            span = k1 - k2
            a, b = k1 - span * 0.62, k2 + span * 0.14
            lit, dark = (WHITE, INK) if side == 0 else (INK, WHITE)
            s.fill(quad(u, 0.62, 0.78, a + span * 0.06, b), lit)
            mid = (a + span * 0.06 + b) / 2
            s.line("M" + "L".join(f"{n(p)} {n(q)}" for p, q in (at(u, 0.62, mid), at(u, 0.78, mid))) + "M" + "L".join(f"{n(p)} {n(q)}" for p, q in (at(u, 0.7, a + span * 0.06), at(u, 0.7, b))), dark, 1 + 4 * k2)
            s.line(quad(u * 0.99, 0.6, 0.615, a + span * 0.1, b - span * 0.02), lit, 1 + 3 * k2)
            s.fill(quad(u, 0.24, 0.42, a + span * 0.02, b), lit)
            s.line("M" + "L".join(f"{n(p)} {n(q)}" for p, q in (at(u, 0.24, mid), at(u, 0.42, mid))), dark, 1 + 3 * k2)
            c, d = k1 - span * 0.14, k1 - span * 0.44
            s.fill(quad(u, 0.02, 0.4, c, d), lit)
            s.fill(quad(u, 0.02, 0.37, c - span * 0.03, d + span * 0.03), MID if side == 0 else DARK)
            s.fill(poly([at(u, 0.03, c), at(u * 0.86, 0.03, c), at(u * 0.86, 0.03, d), at(u, 0.03, d)]), WHITE)
            s.fill(poly([at(u * 0.86, 0.03, c), at(u * 0.86, 0, c), at(u * 0.86, 0, d), at(u * 0.86, 0.03, d)]), INK)
    # nets, far ones first
    for k, v1, v2, drop in ((0.34, 0.6, 0.64, 0.17), (0.82, 0.87, 0.83, 0.14)):
        (x1, y1), (x2, y2) = at(-1, v1, k), at(1, v2, k)
        mx, sag, deep = (x1 + x2) / 2, 92 * k, drop * 760 * k
        my = (y1 + y2) / 2 + sag
        d = f"M{n(x1)} {n(y1)}Q{n(mx)} {n(my)} {n(x2)} {n(y2)}L{n(x2 - 8 * k)} {n(y2 + deep * 0.8)}Q{n(mx + 60 * k)} {n(my + deep * 1.35)} {n(mx)} {n((y1 + y2) / 2 + sag * 0.5 + deep)}Q{n(x1 + 80 * k)} {n(my + deep * 0.9)} {n(x1 + 10 * k)} {n(y1 + deep * 0.7)}z"
        s.clip(d)
        gap = 7 + 11 * k
        reach = deep * 2 + sag * 2
        lines = [f"M{n(x1 - reach + j * gap)} {n(min(y1, y2) - 10)}l{n(reach)} {n(reach)}M{n(x1 + j * gap)} {n(min(y1, y2) - 10)}l{n(-reach)} {n(reach)}" for j in range(int((x2 - x1 + reach) / gap) + 2)]
        s.line(lines, PAPER, 2.2 + 2.4 * k)
        s.line(lines, INK, 0.8 + 1.2 * k)
        s.unclip()
        s.line(d, PAPER, 3 + 4 * k)
        s.line(d, INK, 1.4 + 2.6 * k)
        s.fill([disc(x1 + (x2 - x1) * t, (1 - t) ** 2 * y1 + 2 * t * (1 - t) * my + t * t * y2, 2 + 6.5 * k, 1.6 + 5 * k) for t in (0.06, 0.18, 0.3, 0.42, 0.54, 0.66, 0.78, 0.9)], INK)
    # the street: a tray for the boats, two children, an old man on his chair
    for u, k, h, skirt in ((0.36, 0.62, 196, True), (-0.1, 0.34, 92, False), (0.18, 0.31, 82, True), (0.1, 0.2, 58, False), (-0.3, 0.21, 58, True)):
        px, py = at(u, 0, k)
        s.fill([lens(px - h * 0.5, py + j * 3, px + h * 0.06, py + j * 3, 3 + h / 60) for j in range(3)], MID)
        s.person(px, py, h, skirt=skirt, scarf=skirt, tone=PAPER)
        s.person(px, py - 1, h * 0.965, skirt=skirt, scarf=skirt)
    px, py = at(0.36, 0, 0.62)
    s.fill(disc(px, py - 202, 46, 9), PAPER)
    s.fill(disc(px, py - 203, 42, 7))
    s.fill([disc(px - 24 + j * 16, py - 212, 9, 8) for j in range(4)] + [disc(px - 16 + j * 16, py - 222, 8, 7) for j in range(3)])
    s.fill([lens(px - 32 + j * 16, py - 214, px - 20 + j * 16, py - 214, 2.4, -3) for j in range(4)], WHITE)
    s.line(f"M{n(px - 20)} {n(py - 146)}L{n(px - 40)} {n(py - 168)}L{n(px - 30)} {n(py - 198)}", PAPER, 12, "round")
    s.line(f"M{n(px - 20)} {n(py - 146)}L{n(px - 40)} {n(py - 168)}L{n(px - 30)} {n(py - 198)}", INK, 8, "round")
    ox, oy = at(-0.66, 0, 0.7)
    old = f"M{n(ox - 24)} {n(oy)}L{n(ox - 26)} {n(oy - 78)}Q{n(ox - 28)} {n(oy - 132)} {n(ox - 4)} {n(oy - 138)}Q{n(ox + 20)} {n(oy - 132)} {n(ox + 18)} {n(oy - 78)}L{n(ox + 44)} {n(oy - 72)}L{n(ox + 46)} {n(oy)}H{n(ox + 30)}L{n(ox + 26)} {n(oy - 52)}H{n(ox - 10)}V{n(oy)}z"
    s.line(old + disc(ox - 2, oy - 154, 14, 17), PAPER, 5, "round")
    s.fill(old + disc(ox - 2, oy - 154, 14, 17))
    s.fill(poly([(ox - 17, oy - 158), (ox - 14, oy - 174), (ox + 10, oy - 174), (ox + 13, oy - 158)]), PAPER)
    s.line(f"M{n(ox + 20)} {n(oy - 108)}L{n(ox + 52)} {n(oy - 92)}M{n(ox + 52)} {n(oy - 102)}L{n(ox + 64)} {n(oy + 2)}", PAPER, 10, "round")
    s.line(f"M{n(ox + 8)} {n(oy - 112)}L{n(ox + 52)} {n(oy - 92)}", INK, 9, "round")
    s.line(f"M{n(ox + 52)} {n(oy - 102)}L{n(ox + 64)} {n(oy + 2)}", INK, 4.4, "round")
    s.gulls([(548, 60, 1.1), (690, 46, 0.9), (480, 100, 0.7)])


def rope_shed(s: Sheet) -> None:
    """Inside the rope-maker's shed: the spinner goes backwards from the wheel, paying out hemp."""
    vx, vy = 566, 330

    def at(u: float, v: float, k: float) -> Point:
        """A point of the shed: `u` across (-1 to 1), `v` up (0 the floor, 1 the eaves, 1.62 the ridge), `k` how near."""
        return vx + u * 640 * k, vy + (440 - v * 640) * k

    s.fill(f"M0 0H{W}V{H}H0z")
    far = 0.14
    s.fill(poly([at(-1, 0, far), at(1, 0, far), at(1, 0, 1.4), at(-1, 0, 1.4)]), DARK)
    s.fill(poly([at(-0.5, 0, far), at(0.5, 0, far), at(0.5, 0, 1.4), at(-0.62, 0, 1.4)]), PAPER)
    frames = [1.3, 0.93, 0.68, 0.5, 0.37, 0.275, 0.205, far]
    marks: list[str] = []
    for k1, k2 in zip(frames, frames[1:], strict=False):
        for j in range(7):  # boards of the walls and roof
            v = 0.12 + j * 0.13
            for side in (-1, 1):
                marks.append(lens(*at(side, v, k1), *at(side, v, k2), 1.6 * k1))
        for j in range(6):
            for side in (-1, 1):
                u, v = side * (1 - j / 6.5), 1 + 0.62 * j / 6.5
                marks.append(lens(*at(u, v, k1), *at(u, v, k2), 1.8 * k1))
        a, b = k1 - (k1 - k2) * 0.22, k2 + (k1 - k2) * 0.2
        window = [at(-1, 0.42, a), at(-1, 0.86, a), at(-1, 0.86, b), at(-1, 0.42, b)]
        s.fill(poly(window), WHITE)
        mid = (a + b) / 2
        s.line("M" + "L".join(f"{n(p[0])} {n(p[1])}" for p in (at(-1, 0.42, mid), at(-1, 0.86, mid))) + "M" + "L".join(f"{n(p[0])} {n(p[1])}" for p in (at(-1, 0.64, a), at(-1, 0.64, b))), INK, 6 * k1 + 1)
        patch = [at(-0.6, 0, a), at(0.1, 0, a * 0.94), at(0.1, 0, b * 0.94), at(-0.6, 0, b)]
        s.fill(poly(patch), WHITE)
        other = [at(1, 0.46, a), at(1, 0.8, a), at(1, 0.8, b), at(1, 0.46, b)]
        s.line(poly(other), SLATE, 2 + 3 * k1)
    s.fill(marks, SLATE)
    floor: dict[str, list[str]] = {INK: [], MID: []}
    k = far
    while k < 1.35:
        u = -1.0
        while u < 1:
            run = s.rng.uniform(0.05, 0.2)
            if s.rng.random() < (0.42 if abs(u) < 0.5 else 0.75):
                floor[INK if abs(u + run / 2) > 0.52 or s.rng.random() < 0.3 else MID].append(lens(*at(u, 0, k), *at(u + run, 0, k), 1.1 + 2.6 * k))
            u += run + 0.03
        k *= 1.062
    for tone, d in floor.items():
        s.fill(d, tone)
    # the far door, the morning in it
    s.fill(poly([at(-0.62, 0, far), at(-0.62, 1.02, far), at(0.62, 1.02, far), at(0.62, 0, far)]), WHITE)
    s.fill([lens(*at(-0.6, v, far), *at(0.6, v, far), 1.4) for v in (0.1, 0.18, 0.26)], MID)
    s.fill(poly([at(-0.1, 0.3, far), at(-0.02, 0.86, far), at(0.05, 0.3, far)]), SLATE)
    for k in reversed(frames[:-1]):  # trusses, far ones first
        w = 30 * k
        outline = [at(-1, 0, k), at(-1, 1, k), at(0, 1.62, k), at(1, 1, k), at(1, 0, k)]
        path = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in outline)
        tie = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(-1, 1, k), at(1, 1, k)))
        king = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(0, 1.0, k), at(0, 1.62, k))) + "M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(-0.5, 1.31, k), at(0, 1.0, k), at(0.5, 1.31, k)))
        for d, wide in ((king, w * 0.6), (tie, w), (path, w)):
            s.line(d, PAPER, wide + 1.2 + 1.6 * k)
            s.line(d, INK, wide)
    # the rails along the wall
    for t in (0.2, 0.3, 0.44, 0.64, 0.9):
        p = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(0.7, 0, t), at(0.7, 0.27, t))) + "M" + "L".join(f"{n(x)} {n(y)}" for x, y in (at(0.54, 0.27, t), at(0.86, 0.27, t)))
        s.line(p, PAPER, 20 * t + 3)
        s.line(p, INK, 20 * t)
    # and the strands on them
    for u, v in ((0.58, 0.29), (0.67, 0.29), (0.76, 0.29), (0.84, 0.29)):
        (x1, y1), (x2, y2) = at(u, v, 2.4), at(u, v, far)
        s.fill(poly([(x1, y1 - 13), (x2, y2 - 0.5), (x2, y2 + 0.5), (x1, y1 + 13)]), INK)
        s.fill(poly([(x1, y1 - 10), (x2, y2 - 0.4), (x2, y2 + 0.3), (x1, y1 + 5)]), PAPER)
        twist = []
        t = far
        while t < 2:
            x, y = at(u, v, t)
            twist.append(lens(x - 5 * t, y - 6 * t, x + 4 * t, y + 5 * t, 2.2 * t))
            t *= 1.03
        s.fill(twist, INK)
    # the spinner: hemp about his waist, his back to where he is going
    fx, fy = at(-0.06, 0, 0.46)
    s.fill([lens(fx - 60 + j * 5, fy + 2 + j * 6, fx + 40 + j * 8, fy + 3 + j * 7, 5) for j in range(4)], MID)
    man = "M-17 0L-15 -62Q-27 -74 -25 -92Q-26 -124 -15 -134Q-6 -139 -5 -143Q-15 -152 -12 -166Q-8 -178 2 -177Q13 -175 13 -164Q13 -150 5 -143Q8 -138 16 -134Q28 -126 26 -94Q27 -74 17 -62L19 0H5L1 -52L-3 0z"
    s.parts.append(f'<g transform="translate({n(fx)} {n(fy)}) scale(.84)">')
    s.line(man, WHITE, 5, "round")
    s.fill(man)
    s.fill("M-29 -96Q-40 -84 -28 -72Q0 -60 29 -72Q40 -84 29 -96Q0 -84 -29 -96z", WHITE)
    s.line("M-29 -96Q-40 -84 -28 -72Q0 -60 29 -72Q40 -84 29 -96Q0 -84 -29 -96zM-31 -84Q0 -70 32 -84M-24 -92Q0 -79 26 -92", INK, 2.4)
    s.fill("M-16 -166Q-18 -182 2 -183Q18 -182 15 -166Q0 -172 -16 -166z")
    s.line("M20 -126Q40 -112 36 -98L22 -96", WHITE, 11, "round")
    s.line("M20 -126Q40 -112 36 -98L22 -96M-20 -126Q-34 -112 -24 -98", INK, 8, "round")
    s.parts.append("</g>")
    # the yarn he is making, wheel, and the child who turns it
    wx, wy, wr = 250, 520, 168
    s.line(f"M{n(fx + 14)} {n(fy - 82)}Q{n((fx + wx) / 2)} {n(fy - 66)} {wx + 20} {wy - wr - 6}", INK, 7)
    s.line(f"M{n(fx + 14)} {n(fy - 82)}Q{n((fx + wx) / 2)} {n(fy - 66)} {wx + 20} {wy - wr - 6}", WHITE, 3.4)
    post = f"M{wx - 26} {H + 10}V{wy - wr - 40}M{wx - 60} {wy - wr - 14}H{wx + 60}M{wx - 130} {H + 10}L{wx - 26} {wy + 20}M{wx + 90} {H + 10}L{wx - 26} {wy + 20}"
    s.line(post, WHITE, 27)
    s.line(post, INK, 21)
    s.line(disc(wx, wy, wr * 0.86, wr), WHITE, 27)
    s.line(disc(wx, wy, wr * 0.86, wr), INK, 21)
    s.line(disc(wx, wy, wr * 0.86 - 3, wr - 3), PAPER, 2)
    spokes = "".join(f"M{wx} {wy}L{n(wx + math.cos(a) * wr * 0.82)} {n(wy + math.sin(a) * wr * 0.95)}" for a in (math.radians(j * 45 + 14) for j in range(8)))
    s.line(spokes, WHITE, 13)
    s.line(spokes, INK, 8)
    s.fill(disc(wx, wy, 25), WHITE)
    s.fill(disc(wx, wy, 21))
    s.fill(disc(wx, wy, 6), WHITE)
    s.line(f"M{wx} {wy}l56 44v26", WHITE, 13, "round")
    s.line(f"M{wx} {wy}l56 44v26", INK, 8, "round")
    child = ("M392 760L398 640Q384 600 394 566Q400 548 418 542Q400 530 404 506Q410 486 432 486Q456 490 456 512Q456 532 442 542Q464 550 468 584Q474 620 462 656L470 760H438L430 680L420 760z")
    s.line(child, WHITE, 6, "round")
    s.fill(child)
    s.line("M408 572Q370 604 312 592", WHITE, 26, "round")
    s.line("M408 572Q370 604 312 592", INK, 19, "round")
    s.fill("M400 504Q402 478 432 478Q460 480 460 504Q430 492 386 508z")
    s.fill([lens(452, 566 + j * 10, 466, 568 + j * 10, 2.6) for j in range(8)], PAPER)


PICTURES = (gull_rock_light, three_boats, quay_street_houses, broken_arm, net_lofts, cannery,
            causeway, wind_farm, ferry_ellory, herring_barrels, lamp_room, rope_walk, rope_shed)


def draw(picture: Callable[[Sheet], None]) -> tuple[str, str]:
    """(file stem, SVG text) of one picture."""
    sheet = Sheet(picture.__name__.replace("_", "-"))
    picture(sheet)
    return sheet.name, sheet.svg()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for stem, text in map(draw, PICTURES):
        if not sys.argv[2:] or stem in sys.argv[2:]:
            (folder / f"{stem}.svg").write_text(text, encoding="utf-8")
