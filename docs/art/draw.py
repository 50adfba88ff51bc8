"""Draw the twelve pictures of the demonstration archive as small SVG woodcuts beside this file.

Every picture is a function of a `Sheet`; its random numbers are seeded by the picture's name, so the same
script always cuts the same lines. `python docs/art/draw.py [NAME...]`, then `python docs/art/render.py`.
"""

import math
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

W, H = 1200, 760
INK, DARK, SLATE = "#1a1a18", "#3f3f3b", "#5b5a53"
MID, SOFT, PALE = "#7f7d73", "#b3b0a4", "#d6d3c6"
PAPER, WHITE = "#f0eee3", "#fbfaf6"

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

    def spray(self, x: float, y: float, reach: float, rise: float, count: int, tone: str = WHITE, lean: float = 0) -> None:
        """A sea that has struck stone: a fan of strokes and drops."""
        marks = []
        for _ in range(count):
            a = self.rng.gauss(0, 0.42)
            r = self.rng.uniform(0.25, 1)
            x1 = x + self.rng.uniform(-0.35, 0.35) * reach
            x2 = x1 + math.sin(a) * reach * r + lean * r
            y2 = y - math.cos(a) * rise * r
            marks.append(lens(x1, y, x2, y2, self.rng.uniform(1.5, 5.5) * (1.25 - r), self.rng.uniform(-4, 4)))
            if self.rng.random() < 0.6:
                marks.append(disc(x2 + self.rng.uniform(-10, 16), y2 - self.rng.uniform(2, 26), self.rng.uniform(1, 2.8)))
        self.fill(marks, tone)

    def person(self, x: float, foot: float, h: float, *, skirt: bool = False, scarf: bool = False, lean: float = 0, tone: str = INK) -> None:
        """A small standing figure `h` high; `lean` tips the shoulders."""
        top, hip = foot - h, foot - h * 0.47
        s = lean * h
        self.fill(disc(x + s, top + h * 0.075, h * 0.066, h * 0.078), tone)
        if scarf:
            self.fill(poly([(x + s - h * 0.09, top + h * 0.17), (x + s, top - h * 0.02), (x + s + h * 0.09, top + h * 0.17)]), tone)
        wide = 0.19 if skirt else 0.11
        self.fill(poly([(x + s - h * 0.12, top + h * 0.19), (x + s + h * 0.12, top + h * 0.19), (x + h * 0.13, hip),
                        (x + h * wide, foot - (h * 0.05 if skirt else h * 0.2)), (x - h * wide, foot - (h * 0.05 if skirt else h * 0.2)), (x - h * 0.13, hip)]), tone)
        for side in (-1, 1):
            self.fill(poly([(x + side * h * 0.02, hip), (x + side * h * 0.12, hip), (x + side * h * 0.1, foot), (x + side * h * 0.02, foot)]), tone)


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
    s.line("M690 560l12-14h10l11-15h10l11-16h10l10-16h9l9-15h9l8-14h8", WHITE, 3)
    s.person(704, 546, 26)
    s.gulls([(470, 150, 1.4), (540, 196, 1), (404, 250, 0.8), (1010, 180, 1.2), (1076, 226, 0.8), (640, 300, 1), (1080, 120, 0.6)])


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
    s.fill([lens(x - 150 * k, y - 12 * k, x + 160 * k, y - 16 * k, 3 * k, 7 * k)], WHITE)
    for a, h in ((-96, 44), (-70, 38), (70, 42)):
        s.person(x + a * k, y + 2 * k, h * k)


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
                if py < base - 74:
                    (panes if s.rng.random() < 0.72 else dark).append((px, py))
        s.fill([poly([(a, b), (a + 14, b), (a + 14, b + 22), (a, b + 22)]) for a, b in panes], WHITE)
        s.line([f"M{n(a + 7)} {n(b)}v22M{n(a)} {n(b + 10)}h14" for a, b in panes], tone, 1.6)
        s.line([f"M{n(a)} {n(b)}h14v22h-14z" for a, b in dark], PAPER, 1.3)
        s.fill([lens(hx + 4, y, hx + w - 4, y, 0.9) for y in range(int(top + 44), base - 60, 42)], MID)
        if i % 3 == 1:
            s.fill(poly([(hx + 7, base - 46), (hx + w - 7, base - 46), (hx + w - 7, base - 8), (hx + 7, base - 8)]), WHITE)
            s.line(f"M{n(hx + w / 2)} {base - 46}v38M{n(hx + w / 4 + 3)} {base - 46}v38M{n(hx + w * 0.75 - 3)} {base - 46}v38", tone, 2)
            s.fill([poly([(hx + 2 + k * (w - 4) / 5, base - 60), (hx + 2 + (k + 1) * (w - 4) / 5, base - 60), (hx + 2 + (k + 1) * (w - 4) / 5, base - 45), (hx + 2 + k * (w - 4) / 5, base - 45)]) for k in range(0, 5, 2)], WHITE)
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
        s.fill([poly([(bx - 5, base + 2), (bx - 4, base - 15), (bx + 4, base - 15), (bx + 5, base + 2)]), disc(bx, base - 16, 8, 4.5)], INK)
    s.sea(water, shade=lambda x, y: 0.62 + 0.58 * max((1 - abs(x - (a + b / 2)) / b) * (1 if y - water < c * 0.62 else 0) for a, b, c in houses), first=4, last=13)
    s.line("M906 540V470M926 540V470M906 484h20M906 500h20M906 516h20M906 532h20", PAPER, 3)
    # a moored boat and its owner
    s.line("M500 632V414M500 424L410 622M500 424L636 616", INK, 3.6)
    s.fill("M372 606Q470 640 560 632Q620 626 656 598Q650 640 612 668Q500 684 410 664Q382 640 372 606z")
    s.fill([lens(392, 630, 634, 628, 4, -12)], WHITE)
    s.fill(poly([(536, 634), (540, 596), (592, 590), (596, 628)]))
    s.fill(poly([(548, 614), (549, 602), (562, 601), (562, 613)]), WHITE)
    s.fill([lens(372 + k * 8, 676 + k * 12, 650 - k * 22, 678 + k * 12, 4.5) for k in range(5)], INK)
    s.fill([lens(402 + k * 21, 683 + k * 12, 560 - k * 5, 684 + k * 12, 2.2) for k in range(5)], WHITE)
    s.person(454, 640, 62)
    for px, h, skirt in ((188, 44, True), (206, 40, False), (842, 44, False), (1110, 42, True)):
        s.person(px, base + 3, h, skirt=skirt, tone=WHITE)
        s.person(px, base + 3, h - 5, skirt=skirt)
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
    s.bank(4, horizon, lambda x, y: 1.02 - 0.66 * math.exp(-(((x - 250) / 260) ** 2 + ((y - 270) / 90) ** 2)) - y / 1500, INK, 7.5, 6)
    s.fill([lens(x, y, x - 46, y + 118, 1.6) for x, y in ((s.rng.uniform(-20, 1260), s.rng.uniform(-60, 270)) for _ in range(150))], PAPER)
    s.sea(horizon, 470, lambda x, y: 0.95, first=5, last=9, tones=(MID, SLATE, DARK, INK))

    def top(x: float) -> float:
        return 338 - (x - 120) * 0.098

    def foot(x: float) -> float:
        return 372 + (x - 120) * 0.152

    for a, b in ((430, 560), (764, 930)):  # white water standing in the gaps
        s.fill(poly([(a - 40, foot(a) + 30), (a - 18, top(a) + 12), (a + 30, top(a) + 34), ((a + b) / 2, top(b) + 14), (b - 20, top(b) + 30), (b + 30, top(b) + 20), (b + 90, foot(b) + 66)]), WHITE)
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
    s.spray(488, 402, 120, 200, 90, lean=-34)
    s.spray(842, 430, 190, 330, 150, lean=-58)
    s.spray(150, 372, 66, 86, 34, lean=-20)
    # the swell inside the harbour
    crests = ((452, 22, 380, 0.4), (524, 30, 460, 2.1), (612, 36, 560, 4.0), (708, 34, 640, 5.4))
    for base, height, length, phase in crests:
        def at(x: float, base: float = base, height: float = height, length: float = length, phase: float = phase) -> float:
            v = math.sin(x / length * 2 * math.pi + phase)
            return base - height * (v + 0.32 * v * v)

        s.fill(poly([(-10, at(-10)), *[(x, at(x)) for x in range(10, 1211, 20)], (1210, H + 5), (-10, H + 5)]), PAPER)
        marks: dict[str, list[str]] = {INK: [], DARK: [], MID: []}
        for r in range(13):
            x = -20 - s.rng.uniform(0, 50)
            drop = r * r * 0.42 + r * 4.6
            while x < W:
                run = s.rng.uniform(24, 84)
                slope = at(x + 30) - at(x - 30)
                dark = 0.9 if slope < 6 else 0.5
                if s.rng.random() < dark - (0.25 if r < 1 else 0):
                    y1, y2 = at(x) + drop, at(x + run) + drop
                    tone = INK if slope < 0 or r < 2 else DARK if s.rng.random() < 0.6 else MID
                    bend = at(x + run / 2) + drop - (y1 + y2) / 2
                    marks[tone].append(lens(x, y1, x + run, y2, s.rng.uniform(1.6, 3.2) + (1.6 if slope < -6 else 0), bend))
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
    """The tarred sheds where the drift nets hang, on a drying day."""
    ground = 604
    s.sky(30, 520, 80, PALE)
    s.fill(disc(1010, 168, 74), WHITE)
    s.line(disc(1010, 168, 74), SOFT, 1.4)
    s.bank(110, 250, lambda x, y: max(0.0, 0.95 * math.exp(-(((x - 1000) / 250) ** 2)) - abs(y - 190) / 90), SOFT, 11, 2)
    s.cut([(-10, 506), (1210, 506), (1210, 514), (-10, 514)], SOFT, 0.5)
    s.sea(508, 566, lambda x, y: 0.85, first=5, last=8, tones=(SOFT, MID))
    s.fill(poly([(-10, 556), (300, 566), (700, 560), (1210, 552), (1210, H + 5), (-10, H + 5)]), PAPER)
    sheds = ((26, 138, 470), (188, 116, 396), (322, 146, 520), (492, 112, 430), (622, 124, 344))
    for i, (x, w, h) in enumerate(sheds):
        top, roof = ground - h, w * 0.62
        s.fill(poly([(x + w, ground), (x + w, top + 10), (x + w + 26, top + 40), (x + w + 26, ground - 12)]), DARK)
        s.fill([lens(x + w + 2, y, x + w + 26, y + 6, 1.2) for y in range(int(top + 56), ground - 14, 15)], MID)
        s.cut([(x, ground), (x, top), (x + w, top), (x + w, ground)], INK, 0.9)
        s.cut([(x - 9, top + 5), (x + w / 2, top - roof), (x + w + 9, top + 5)], INK, 0.8)
        s.fill(poly([(x + w / 2, top - roof), (x + w + 9, top + 5), (x + w + 34, top + 34), (x + w / 2 + 28, top - roof + 24)]), SLATE)
        s.fill([lens(x + w / 2 + k * (w + 18) / 16 + 2, top - roof + k * roof / 8 + 2, x + w / 2 + 28 + k * 12 / 8 + k * (w - 60) / 16, top - roof + 26 + k * (roof + 8) / 8, 1.5) for k in range(1, 8)], PAPER)
        s.line(f"M{x + w / 2} {n(top - roof + 26)}h-34v10", INK, 5)
        boards = []
        for y in range(int(top - roof * 0.7), ground - 4, 12):
            inset = max(0, (top - y) / roof * w / 2)
            a = x + 4 + inset
            while a < x + w - 6 - inset:
                b = min(a + s.rng.uniform(30, 90), x + w - 4 - inset)
                if s.rng.random() < 0.9:
                    boards.append(lens(a, y, b, y + s.rng.uniform(-0.6, 0.6), s.rng.uniform(0.9, 1.9)))
                a = b + 5
        s.fill(boards, PAPER if i % 2 == 0 else SOFT)
        for k, y in enumerate(range(int(top + 18), ground - 90, 112)):
            cx = x + w / 2
            d = poly([(cx - 23, y), (cx + 23, y), (cx + 23, y + 58), (cx - 23, y + 58)])
            s.fill(d, INK)
            s.line(d, WHITE, 2.6)
            if (i + k) % 3 == 0:  # an open door, nets inside
                s.fill(poly([(cx + 25, y), (cx + 44, y + 7), (cx + 44, y + 64), (cx + 25, y + 58)]), WHITE)
                s.line(f"M{cx + 31} {y + 4}v55M{cx + 38} {y + 6}v56", INK, 1.4)
                s.fill([lens(cx - 18 + a, y + 4, cx - 14 + a * 0.8, y + 56, 1.8, 3) for a in range(0, 38, 6)], PAPER)
            else:
                s.fill([lens(cx - 12 + a, y + 3, cx - 12 + a, y + 56, 1.3) for a in (0, 12, 24)], MID)
        s.fill(poly([(x + w * 0.3, ground), (x + w * 0.3, ground - 70), (x + w * 0.7, ground - 70), (x + w * 0.7, ground)]), INK)
        s.line(f"M{n(x + w * 0.3)} {ground}v-70h{n(w * 0.4)}v70M{n(x + w * 0.5)} {ground}v-70", WHITE, 2.4)
    # hoist rope and a net going up
    s.line("M361 110V300", INK, 2)
    s.fill("M361 296Q330 330 340 372Q362 392 384 370Q392 326 361 296z", PAPER)
    s.line("M361 296Q330 330 340 372Q362 392 384 370Q392 326 361 296zM350 318L382 366M344 340L372 380M340 362L354 382M373 318L342 366M381 340L350 380", INK, 2)
    # nets on poles
    poles = (800, 912, 1036, 1170)
    for p in poles:
        s.fill(poly([(p - 5, 690), (p - 3.5, 356), (p + 3.5, 356), (p + 5, 690)]))
        s.fill(lens(p - 16, 362, p + 18, 358, 4))
    for a, b, sag in ((800, 912, 40), (912, 1036, 46), (1036, 1170, 42)):
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
    s.fill([lens(20, 612 + k * 7, 790 - k * 50, 610 + k * 7, 4.6) for k in range(4)], INK)
    # the net mender on a fish box
    s.fill(poly([(930, 660), (988, 660), (988, 694), (930, 694)]))
    s.fill([lens(934, 671, 984, 671, 2), lens(934, 682, 984, 682, 2)], WHITE)
    s.fill("M940 664Q930 610 946 588Q962 578 978 592Q988 612 984 640L1012 652L1014 696H1000L998 664L976 668z")
    s.fill(disc(964, 572, 13, 15))
    s.fill(poly([(946, 590), (962, 550), (982, 566), (982, 580)]))
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
    # smoke
    smoke: dict[str, list[str]] = {SOFT: [], MID: [], DARK: []}
    for k in range(170):
        t = k / 170
        x = 846 - 780 * t ** 1.2 + s.rng.uniform(-20, 20)
        y = 92 + 42 * math.sin(t * 5) * t + s.rng.uniform(-1, 1) * (14 + 76 * t)
        run = s.rng.uniform(26, 64) * (0.5 + t)
        smoke[DARK if t < 0.24 else MID if t < 0.6 else SOFT].append(lens(x, y, x - run, y + s.rng.uniform(-5, 5), s.rng.uniform(2, 5.2) * (1.2 - t * 0.6), s.rng.choice([-7, 7, 10])))
    for tone, d in smoke.items():
        s.fill(d, tone)
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
        h = s.rng.uniform(92, 108)
        foot = 640 + s.rng.uniform(-7, 7)
        if not 398 < x < 424:
            s.fill([lens(x + 4, foot + 1, x + 96, foot + 7, 5)], MID)
            s.person(x, foot, h, skirt=True, scarf=row % 3 != 1, lean=-0.05)
            if row % 2 == 0:
                s.fill(poly([(x - h * 0.1, foot - h * 0.5), (x + h * 0.03, foot - h * 0.52), (x + h * 0.05, foot - h * 0.1), (x - h * 0.15, foot - h * 0.1)]), WHITE)
            if row % 4 == 1:
                s.line(f"M{n(x + h * 0.14)} {n(foot - h * 0.56)}v{n(h * 0.2)}", INK, 3)
                s.fill(poly([(x + h * 0.06, foot - h * 0.36), (x + h * 0.24, foot - h * 0.36), (x + h * 0.22, foot - h * 0.22), (x + h * 0.08, foot - h * 0.22)]))
        x += s.rng.choice([44, 52, 60, 92])
        row += 1
    s.cut([(-10, 662), (1210, 662), (1210, 682), (-10, 682)], INK, 0.8)
    s.sea(686, shade=lambda x, y: 1.1 if 826 < x < 890 else 0.9, first=6, last=12, tones=(MID, SLATE, INK))
    s.gulls([(980, 140, 1.2), (1040, 92, 0.9), (930, 200, 0.7)])
