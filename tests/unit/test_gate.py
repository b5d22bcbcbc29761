"""The gate finds what it is there to find."""

import os
import subprocess
from pathlib import Path

import pytest

from checkers import hosts, publiccode, size
from checkers.finding import Finding

ROOT = Path(__file__).resolve().parents[2]
pytest_plugins = ["pytester"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project under git, since the gate looks at what git would keep."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


def texts(findings: list[Finding]) -> str:
    return "\n".join(finding.text for finding in findings if not finding.is_note)


def test_a_file_of_more_than_five_hundred_lines_is_too_long(project: Path) -> None:
    (project / "long.py").write_text("x = 1\n" * 501)
    assert "501 lines" in texts(size.look(project))


def test_three_hundred_lines_are_a_question_and_no_failure(project: Path) -> None:
    (project / "longish.py").write_text("x = 1\n" * 301)
    assert [finding.is_note for finding in size.look(project)] == [True]


def test_a_function_of_more_than_forty_lines_is_too_long(project: Path) -> None:
    (project / "deep.py").write_text("def deep():\n" + "    x = 1\n" * 40)
    assert "deep has 41 lines" in texts(size.look(project))


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager"])
def test_a_module_name_says_something(project: Path, name: str) -> None:
    (project / f"{name}.py").write_text("")
    assert "says nothing" in texts(size.look(project))


@pytest.mark.parametrize(
    "trace", ["https://py" + "pi.org/simple", "/ro" + "ot/.cache", "/wo" + "rk/main/src"]
)
def test_a_trace_of_a_machine_is_found_with_its_line(project: Path, trace: str) -> None:
    (project / "notes.md").write_text(f"first\nsee {trace}\n")
    assert texts(hosts.look(project)).startswith("notes.md:2")


def test_a_lock_holds_no_address_at_all(project: Path) -> None:
    (project / "requirements.txt").write_text("--index-url https://mirror.example.org/simple\n")
    assert "requirements.txt: holds an address" in texts(hosts.look(project))


def test_what_git_ignores_is_not_looked_at(project: Path) -> None:
    (project / ".gitignore").write_text("local/\n")
    (project / "local").mkdir()
    (project / "local" / "utils.py").write_text("")
    assert size.look(project) == []


def test_publiccode_names_the_version_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "src/openkader").mkdir(parents=True)
    (tmp_path / "src/openkader/__init__.py").write_text('__version__ = "9.9.9"\n')
    (tmp_path / "CHANGELOG.md").write_text("")
    (tmp_path / "publiccode.yml").write_text((ROOT / "publiccode.yml").read_text("utf-8"))
    found = texts(publiccode.look(tmp_path))
    assert "the package is 9.9.9" in found
    assert "no chapter for 9.9.9" in found


def test_a_skipped_test_fails_where_nothing_may_be_skipped(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENKADER_REQUIRE_ALL", "1")
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{ROOT / 'src'}")
    pytester.makeconftest((ROOT / "tests/conftest.py").read_text("utf-8"))
    pytester.makepyfile("import pytest\n\n@pytest.mark.skip(reason='later')\ndef test_it():\n    pass\n")
    result = pytester.runpytest_subprocess("-p", "no:django")
    result.stdout.fnmatch_lines(["*Skipped where nothing may be skipped*"])
    result.assert_outcomes(errors=1)
