"""Lines that were once read in a wrong encoding are put right, but only where there can be no doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.intake.lines import Line, Lines

# letters with which UTF-8 begins if it is read as an encoding of one byte a letter, each before one that carries it on
_SUSPECT = re.compile(
    r"[ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑ×ØÙÚâãäåæçèéêëìíîïðбвгРСТУФХĂĐŃÎâ√‚]"  # noqa: RUF001
    r"[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸˇ˘˙˛˝ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґё№єјЅѕї°¢£§•¶ß®©´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»ÀÃÕ]"  # noqa: RUF001
)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Mended:
    """A line that was put right, by its number, as it was and as it is."""

    number: int
    before: str
    after: str


def mend(found: Lines) -> tuple[Lines, tuple[Mended, ...]]:
    """Return a file's lines with those put right that were garbled for certain, and what was done."""
    mended = [Mended(line.number, line.text, after) for line in found.lines if (after := _mended(line.text))]
    # two letters that were one may be meant so, unless what cannot be meant stands in the same file
    if not any(len(one.before) - len(one.after) > 1 for one in mended):
        return found, ()
    return replace(found, lines=_with(found.lines, {one.number: one.after for one in mended})), tuple(mended)


def _with(lines: Sequence[Line], mended: Mapping[int, str]) -> tuple[Line, ...]:
    return tuple(replace(line, text=mended.get(line.number, line.text)) for line in lines)


def _mended(text: str) -> str:
    """Return a line put right, "" if it is sound or if there is any doubt."""
    if text.isascii() or not _SUSPECT.search(text):
        return ""
    import ftfy  # noqa: PLC0415 - only where a line looks as if it were garbled
    from ftfy.badness import is_bad  # noqa: PLC0415

    if not is_bad(text):
        return ""
    after, plan = ftfy.fix_encoding_and_explain(text)
    # each step must be the very reverse of a mistake that people's programs make, and lose nothing
    certain = plan is not None and bool(plan) and all(step.action in {"encode", "decode"} for step in plan)
    if not certain or is_bad(after) or "\ufffd" in after or not after.strip():
        return ""
    return after.strip()


def told(one: Mended) -> str:
    """Return in a few words what was put right in a line."""
    at = next((at for at, (a, b) in enumerate(zip(one.before, one.after, strict=False)) if a != b), 0)
    low = max(0, one.before.rfind(" ", 0, at) + 1)
    return f"“{_short(one.before[low:])}” is now “{_short(one.after[low:])}”"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + "…"
