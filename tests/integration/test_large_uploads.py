"""A file of a hundred megabytes, sent to the real server under the real limit: refused, and nothing else is lost."""

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.installation import Installation, free_port

HUNDRED_MB, PIECE = 100_000_000, bytes(1 << 20)
BORDER = "open-kader-made-up-border"
TYPED = "Wij komen in april met tien tuinders (bedacht)."
MOST_GROWTH_KB = 24_000  # of memory; what is within the limit waits on disk
SECONDS = 5


SERVING = """
from django.core.management import call_command
from openkader.cli.serving import serve
call_command("migrate", verbosity=0)
serve(["127.0.0.1:{port}"], ready="open", beside=lambda stop: None)
"""


@pytest.fixture
def served(house: Installation) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """An empty house, served by gunicorn as everywhere, with the settings that it has by itself."""
    port = free_port()
    process = house.script(SERVING.format(port=port))
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n", process.communicate()
    yield port, process
    process.terminate()
    process.communicate(timeout=20)


def largest(process: subprocess.Popen[str]) -> int:
    """The most memory that any process of the server ever had, in kB."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    told = [Path(f"/proc/{pid}/status").read_text() for pid in (str(process.pid), *children)]
    return max(int(re.findall(r"VmHWM:\s+(\d+)", one)[0]) for one in told)


def a_form(fields: dict[str, str], size: int) -> tuple[dict[str, str], Iterator[bytes]]:
    """A form with a file, made as it is sent."""
    parts = [
        f'--{BORDER}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    head = "".join(parts) + (
        f'--{BORDER}\r\nContent-Disposition: form-data; name="documents"; filename="alles.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    tail = f"\r\n--{BORDER}--\r\n"

    def body() -> Iterator[bytes]:
        yield head.encode()
        yield from (PIECE[: min(len(PIECE), size - start)] for start in range(0, size, len(PIECE)))
        yield tail.encode()

    headers = {
        "Content-Type": f"multipart/form-data; boundary={BORDER}",
        "Content-Length": str(len(head.encode()) + size + len(tail)),
    }
    return headers, body()


def test_a_hundred_megabytes_are_refused_with_a_page_and_what_was_typed_is_kept(
    house: Installation, served: tuple[int, subprocess.Popen[str]]
) -> None:
    port, process = served
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        page = sent_to(line, process)
    assert "alles.pdf is larger than 10 MB" in re.sub(r"<[^>]*>", "", page)
    assert TYPED in page
    log = (house.data / "openkader.log").read_text("utf-8")
    assert "refused: attachment.too-large to a visitor at request_form" in log
    assert TYPED not in log


def sent_to(line: HTTPConnection, process: subprocess.Popen[str]) -> str:
    """The page after a form with the file, which took little time and little memory."""
    line.request(
        "POST", "/verzoek/", "kind=incoming_delegation", {"Content-Type": "application/x-www-form-urlencoded"}
    )
    answer = line.getresponse()
    answer.read()
    place = answer.headers["Location"]
    before, start = largest(process), time.monotonic()
    headers, body = a_form({"kind": "incoming_delegation", "subject": TYPED, "go": "on"}, HUNDRED_MB)
    line.request("POST", place, body, headers)
    answer = line.getresponse()
    answer.read()
    assert answer.status == 302
    line.request("GET", answer.headers["Location"])
    page = line.getresponse().read().decode()
    assert time.monotonic() - start < SECONDS
    assert largest(process) - before < MOST_GROWTH_KB
    return page
