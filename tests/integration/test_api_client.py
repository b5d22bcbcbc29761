"""The program in the how-to does what the page says, as it stands there, at a house that is served."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.installation import Installation
from tests.integration.test_serving import served
from tests.web_pages import PASSWORD

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "let-a-program-hand-in-requests.md"


def blocks(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def run(site: str, secret: str, sent: str, key: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", blocks("python"), key],
        env={"PATH": os.environ["PATH"], "OPENKADER_URL": site, "OPENKADER_TOKEN": secret},
        input=sent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def typed(house: Installation, line: str) -> str:
    """What a command of the page says; where it asks for a password, it gets one."""
    more = ["--password-from-stdin"] if " account add " in line else []
    command = [sys.executable, "-m", *shlex.split(line), *more]
    done = subprocess.run(
        command, env=house.environment, input=PASSWORD, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def test_the_program_hands_in_a_request_once_and_says_what_is_wrong(house: Installation) -> None:
    assert house.run("migrate").returncode == 0
    secret = [typed(house, line) for line in blocks("sh").splitlines()][-1].split()[-1]
    sent = json.loads(blocks("json"))
    with served(house) as (site, _log):
        done = [run(site, secret, json.dumps(sent), "formulier-1") for _ in range(2)]
        wrong = run(site, secret, json.dumps({**sent, "land": "Cathay"}), "formulier-2")
    assert [one.stdout for one in done] == ["ZH-2026-00001\n"] * 2, done[0].stderr
    assert house.sql("SELECT count(*) FROM register_request") == [(1,)]
    assert wrong.returncode == 1
    assert '"land"' in wrong.stderr
