"""What all tests stand on."""

import signal


def pytest_configure() -> None:
    # a shell starts what runs in the background deaf to Ctrl-C, and so would be all builds that tests interrupt
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
