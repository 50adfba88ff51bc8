"""A process that counts its file calls and, told a number, kills itself before that one."""

import os
import signal
import sys
from collections.abc import Callable

CALLS = frozenset(
    ("open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "os.truncate")
)


def die_before(nth: int, calls: frozenset[str] = CALLS) -> Callable[[], int]:
    """Let this process, and none that it starts, die by SIGKILL before its nth file call; return what counts them.

    0 lets it live.
    """
    main, made = os.getpid(), 0

    def count(name: str, _arguments: object) -> None:
        nonlocal made
        if name in calls and os.getpid() == main:
            made += 1
            if made == nth:
                os.kill(main, signal.SIGKILL)

    sys.addaudithook(count)
    return lambda: made
