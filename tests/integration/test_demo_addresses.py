"""What the demo says to look at is there to be looked at."""

import re
import socket
import subprocess
from urllib.error import HTTPError
from urllib.parse import urlsplit
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
    assert {urlsplit(address).hostname for address in answers} == {"localhost"}


def test_the_name_leads_to_the_demo_by_either_number(house: Installation) -> None:
    port = free_port()
    process = house.start("demo", "--port", str(port))
    try:
        read_until(process, "Ctrl-C")
        found = {str(info[4][0]) for info in socket.getaddrinfo("localhost", port, type=socket.SOCK_STREAM)}
        for number in found:
            with socket.create_connection((number, port), timeout=5) as line:
                line.sendall(b"GET /aanmelden/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
                assert b" 200 " in line.recv(64), number
    finally:
        process.terminate()
        process.communicate(timeout=20)
