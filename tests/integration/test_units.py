"""What an installation is started with: units of systemd and an image, as `deploy` holds them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from openkader.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SERVICES = ("openkader-web.service", "openkader-work.service", "openkader-lists.service")
MOST_EXPOSED = 20  # of 100; systemd calls what is under it OK


@pytest.fixture(scope="module")
def analyze() -> str:
    found = shutil.which("systemd-analyze")
    if not found:
        pytest.skip("no systemd-analyze on this machine (Debian: apt-get install systemd)")
    return found


@pytest.fixture
def units(tmp_path: Path) -> list[str]:
    """The units, with a command that is on this machine."""
    for path in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]:
        text = path.read_text("utf-8").replace("/opt/openkader/.venv/bin/openkader", sys.executable)
        (tmp_path / path.name).write_text(text, "utf-8")
    return sorted(str(path) for path in tmp_path.iterdir())


def test_systemd_understands_every_line(analyze: str, units: list[str]) -> None:
    done = subprocess.run([analyze, "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(units) == 4


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_sees_and_writes_little(analyze: str, units: list[str], name: str) -> None:
    (unit,) = [one for one in units if one.endswith(name)]
    asked = ["security", "--offline=true", "--no-pager", f"--threshold={MOST_EXPOSED}", unit]
    done = subprocess.run([analyze, *asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", [*SERVICES, "Containerfile"])
def test_what_is_started_is_a_command_that_there_is(name: str) -> None:
    text = (DEPLOY / name).read_text("utf-8")
    started = re.findall(r"^ExecStart=\S+/openkader (\S+)", text, re.MULTILINE) or re.findall(
        r'^CMD \["(\w+)"', text, re.MULTILINE
    )
    assert len(started) == 1
    assert set(started) <= set(COMMANDS)


def test_the_last_stage_of_the_image_is_nobody_special_and_builds_nothing() -> None:
    last = (DEPLOY / "Containerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", last, re.MULTILINE)
    assert not re.search(r"pip install|apt-get|gcc|COPY \. ", last)


def test_the_example_names_no_secret_and_only_settings_that_there_are() -> None:
    lines = (DEPLOY / "environment.example").read_text("utf-8").splitlines()
    found = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    described = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    assert [name for name in found if f"`{name}`" not in described] == []
    assert [name for name in found if re.search("KEY|TOKEN|PASSWORD", name) and found[name]] == []
