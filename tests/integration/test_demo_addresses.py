"""What the demo says to look at is there to be looked at."""

import re
import socket
import subprocess
from contextlib import closing
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.installation import Installation


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status(address: str) -> int:
    try:
        with urlopen(address, timeout=20) as answer:  # noqa: S310 - an address of our own demo
            return int(answer.status)
    except HTTPError as error:
        return error.code


def read_until(process: subprocess.Popen[str], word: str) -> str:
    said = ""
    while word not in said:
        line = process.stdout.readline() if process.stdout else ""
        assert line, f"the demo stopped: {process.communicate()[1]}"
        said += line
    return said


def test_every_address_that_the_demo_prints_answers(house: Installation) -> None:
    process = house.start("demo", "--port", str(free_port()))
    try:
        addresses = re.findall(r"http://\S+", read_until(process, "Ctrl-C"))
        answers = {address: status(address) for address in addresses}
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert answers
    assert set(answers.values()) == {200}, answers
