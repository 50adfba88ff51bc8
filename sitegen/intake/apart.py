"""Documents read in processes of their own, so that one that kills or hangs its reader is one reject."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module

from sitegen.intake import importers, reading
from sitegen.intake.bounds import Bounds, TooSlowError, with_memory, within
from sitegen.intake.reading import Document, Understood
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem
from sitegen.workers import Task, at, each_range

Outcome = Understood | tuple[Problem, ...]
_Shared = tuple[Sequence[Document], Bounds]

# a process of its own costs more than reading so few bytes of text, which needs no library that could die
_FEW_BYTES = 1 << 20
_MAX_RANGE = 25


def read(documents: Sequence[Document], jobs: int, bounds: Bounds) -> Iterator[Outcome]:
    """Yield, in order, what was understood of each document, or the reasons for which it is put aside.

    One that takes more than it may is put aside, and so is one at which the process that reads it dies.
    """
    _load({one.importer for one in documents})
    done = 0
    while done < len(documents):
        rest = documents[done:]
        alone = len(rest) + 1 if _are_light(rest) else 0
        size = max(1, min(_MAX_RANGE, len(rest) // (4 * jobs)))
        try:
            for outcomes in each_range(_TASK, (rest, bounds), len(rest), jobs, alone=alone, size=size, apart=True):
                done += len(outcomes)
                yield from outcomes
        except BuildError:
            stuck = documents[done : done + size]
            # in a pool of several the one that died may have been at another document
            yield from [(_killed(rest[0]),)] if len(rest) == 1 else _by_halves(stuck, bounds)
            done += len(stuck)


def _load(words: set[str]) -> None:
    """Load what importers are slow to load, before processes are forked that would each load it."""
    for name in sorted({name for word in words for name in importers.LIBRARIES.get(word, ())}):
        with suppress(ImportError):  # the importer says what is missing
            import_module(name)


def _are_light(documents: Sequence[Document]) -> bool:
    texts = all(one.importer == "text" for one in documents)
    return texts and sum(len(one.member.data) for one in documents) < _FEW_BYTES


def _by_halves(documents: Sequence[Document], bounds: Bounds) -> Iterator[Outcome]:
    """Yield the outcomes of documents of which one may have killed its reader, until it is alone."""
    half = (len(documents) + 1) // 2
    yield from read(documents[:half], 1, bounds)
    yield from read(documents[half:], 1, bounds)


def _killed(document: Document) -> Problem:
    said = "The process that read this document died, or had to be ended."
    hint = "Look at the document; --as takes another importer."
    return problem("seed-killed", said, Place(document.member.name), hint)


def _range(shared: _Shared, first: int, end: int) -> list[Outcome]:
    documents, bounds = shared
    return [_outcome(documents[number], number, bounds) for number in range(first, end)]


def _outcome(document: Document, number: int, bounds: Bounds) -> Outcome:
    at(number)
    seconds = bounds.seconds_of(len(document.member.data))
    try:
        with within(seconds), with_memory(bounds.memory):
            return reading.understood(document, reading.read(document))
    except BuildError as error:
        return error.problems
    except MemoryError:
        return (reading.too_heavy(document),)
    except TooSlowError:
        said = f"Reading this document took more than {seconds:.0f} seconds."
        hint = "Look at what it holds; cut it in parts, or save its text alone."
        return (problem("seed-too-slow", said, Place(document.member.name), hint),)


def _part(shared: _Shared, first: int, end: int) -> _Shared:
    return shared[0][first:end], shared[1]


def _name(shared: _Shared, number: int) -> str:
    return shared[0][number].member.name


_TASK: Task[_Shared, list[Outcome]] = Task(_range, _part, _name)
