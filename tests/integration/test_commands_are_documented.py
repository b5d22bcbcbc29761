"""The reference describes every command, with its verbs and options."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from openkader.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")


def usage(command: str) -> str:
    run = [sys.executable, "-m", "openkader", command, "--help"]
    said = subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout
    return said.partition("\n\n")[0]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_command_is_described_with_its_verbs_and_options(command: str) -> None:
    shown = usage(command)
    verbs = [
        verb
        for verbs in re.findall(r"\s([a-z][a-z-]*(?:\|[a-z-]+)*)\s+\.\.\.", shown)
        for verb in verbs.split("|")
    ]
    for heading in [f"{command} {verb}" for verb in verbs] or [command]:
        assert f"## openkader {heading}\n" in REFERENCE
    for option in set(re.findall(r"--[a-z-]+", shown)):
        assert option in REFERENCE
