"""What the demo says to look at is there to be looked at."""

import re
import subprocess
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.installation import Installation, free_port


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
