"""argv -> verb -> exit code."""

import gc
import os
import signal
import sys

import click

from sitegen.console import Console
from sitegen.problems import BuildError, FileError, LockedError, SitegenError, UsageError
from sitegen.verbs import GOOD
from sitegen.verbs import cli as commands

# what a verb ends with; hosts take any other code than 0 as a failed deploy
FAILED, USAGE, IO, LOCKED, INTERRUPTED, TERMINATED = 1, 2, 74, 75, 130, 143
_CODES: tuple[tuple[type[SitegenError], int], ...] = (
    (UsageError, USAGE),
    (FileError, IO),
    (LockedError, LOCKED),
    (BuildError, FAILED),
)


def main() -> None:
    """Run the command line and leave with its exit code."""
    # as at Ctrl-C: no worker stays behind, and what was begun is left as every build can take it up
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(TERMINATED))
    # garbage is looked for seldom: nearly all that a build makes lives to its end, and looking costs a tenth
    gc.set_threshold(100_000, 50, 50)
    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # without giving back an archive's memory value by value: a twentieth of an edit
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run the command line; return the exit code. A mistake of sitegen's own shows its traceback with --debug only."""
    debug = "--debug" in arguments
    try:
        ended = commands.main(
            [one for one in arguments if one != "--debug"], prog_name="sitegen", standalone_mode=False
        )
    except SitegenError as error:
        color = "--no-color" not in arguments and "NO_COLOR" not in os.environ
        Console(level=-1, color=color).problems(error.problems)
        return next(code for kind, code in _CODES if isinstance(error, kind))
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except OSError as error:
        if debug:
            raise
        click.echo(f"error: {error.filename or 'a file'}: {error.strerror or error}.", err=True)
        return IO
    except Exception as error:
        if debug:
            raise
        click.echo(
            f"error: {type(error).__name__}: {error}. This is a mistake of sitegen's own; --debug shows where.",
            err=True,
        )
        return FAILED
    return ended if isinstance(ended, int) else GOOD
