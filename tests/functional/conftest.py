"""The demo as a visitor meets it: `openkader demo`, served by the real server, in a real browser."""

import json
import socket
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.installation import Installation, free_port

# A machine that does other work beside the tests is slow to start a demo.
PATIENCE_SECONDS = 240
# And slow to show a page: the five seconds of the library are fewer than a busy machine may need.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The installation that the demo of these tests runs in."""
    return Installation(tmp_path_factory.mktemp("demo") / "data", more={"OPENKADER_LANGUAGE": "nl"})


@pytest.fixture(scope="session")
def site(house: Installation) -> Iterator[str]:
    """The address of a demo that runs as long as the tests do."""
    port = free_port()
    process = house.start("demo", "--port", str(port))
    try:
        yield wait_for(port, process)
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def filled(house: Installation, site: str) -> dict[str, str]:
    """Cases and accounts in states that the demo does not have; the secret of the code app of one."""
    process = house.script("from tests.functional.filled import fill\nfill()")
    said, wrong = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 0, wrong
    return dict(json.loads(said))


def wait_for(port: int, process) -> str:
    """The address, as soon as somebody listens there; by its name, for which a browser makes a passkey."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the demo stopped: {process.stderr.read()}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return f"http://localhost:{port}"
    pytest.fail("the demo did not answer")
