"""What an installation is made of, and what is known of its weaknesses."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import audit
import bill

LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)


def test_the_bill_holds_every_locked_package_with_its_digests(tmp_path: Path) -> None:
    file = tmp_path / "bill.json"
    done = subprocess.run([sys.executable, bill.__file__, file], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(file.read_text())
    assert (found["bomFormat"], found["metadata"]["component"]["name"]) == ("CycloneDX", "openkader")
    known = {(one["name"], one["version"]): json.dumps(one) for one in found["components"]}
    text = bill.LOCK.read_text()
    assert set(known) == set(LOCKED.findall(text))
    digests = re.findall(r"sha256:([0-9a-f]{64})", text)
    assert len(digests) > len(known)
    assert [digest for digest in digests if digest not in "".join(known.values())] == []


def test_the_audit_says_that_it_could_not_ask(capsys: pytest.CaptureFixture[str]) -> None:
    """The tool itself would say that all is well."""
    assert (
        audit.judge([{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}])
        == 5
    )
    assert audit.judge([]) == 5
    assert "not known to be well" in capsys.readouterr().err


def test_the_audit_names_what_is_weak(capsys: pytest.CaptureFixture[str]) -> None:
    weak = {"name": "b", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
    assert audit.judge([weak, {"name": "a", "skip_reason": "not found"}]) == 1
    said = capsys.readouterr().out
    assert "b 1: PYSEC-1, mended in 2" in said
    assert "Within which time that is mended stands in SECURITY.md." in said
    assert audit.judge([{"name": "a", "version": "1", "vulns": []}]) == 0


def test_what_the_audit_points_at_says_a_time_for_each_severity() -> None:
    text = (audit.ROOT / "SECURITY.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (critical|high|medium|low)[^|]*\| ([^|]*\d+[^|]*) \|$", text, re.MULTILINE))
    assert set(rows) == {"critical", "high", "medium", "low"}
    assert "`make audit`" in text
