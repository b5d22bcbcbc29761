"""The description of the interface beside the NL API Design Rules 2.1, each named after its address in the standard.

The standard: https://gitdocumentatie.logius.nl/publicatie/api/adr/2.1/ (Logius, 2025). The same rules stand in the
form that a linter reads in docs/reference/api-design-rules.yaml. Spectral runs them too, where it is: tests/linter
pins it, and `npm ci --ignore-scripts` there installs it, as `.ci/run` does.
"""

import copy
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import yaml

from openkader.api.interface import VERSION, example
from openkader.api.shapes import Shape

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
RULES = REFERENCE / "api-design-rules.yaml"
DESCRIPTION = example()
CAMEL = re.compile(r"[a-z][a-zA-Z0-9]*")
SEGMENT = re.compile(r"[a-z][a-z0-9-]*|\{[a-z][a-zA-Z0-9]*\}")
PATHS = sorted(DESCRIPTION["paths"])


def operations() -> Iterator[tuple[str, str, Any]]:
    for path, found in DESCRIPTION["paths"].items():
        for method, operation in found.items():
            yield path, method, operation


ALL = list(operations())
NAMED = [f"{method} {path}" for path, method, _ in ALL]
of_every_operation = pytest.mark.parametrize(("path", "method", "operation"), ALL, ids=NAMED)


def shapes() -> Iterator[tuple[str, str, Any]]:
    """Every field of every object."""
    for name, shape in DESCRIPTION["components"]["schemas"].items():
        for field, form in shape.get("properties", {}).items():
            yield name, field, form


def test_core_doc_openapi() -> None:
    assert DESCRIPTION["openapi"].startswith("3.1")


def test_core_doc_openapi_contact() -> None:
    assert {"name", "email", "url"} <= set(DESCRIPTION["info"]["contact"])


def test_core_semver() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
    assert DESCRIPTION["info"]["version"] == VERSION


def test_core_uri_version() -> None:
    assert all(re.search(r"/v\d+$", server["url"]) for server in DESCRIPTION["servers"])


def test_core_transport_tls() -> None:
    assert all(server["url"].startswith("https://") for server in DESCRIPTION["servers"])


@pytest.mark.parametrize("path", PATHS)
def test_core_no_trailing_slash(path: str) -> None:
    assert not path.endswith("/")


@pytest.mark.parametrize("path", PATHS)
def test_core_path_segments_kebab_case(path: str) -> None:
    assert all(SEGMENT.fullmatch(part) for part in path.split("/")[1:])


@of_every_operation
def test_core_http_methods(path: str, method: str, operation: Any) -> None:
    assert method in {"get", "post", "put", "patch", "delete"}
    assert operation["summary"]
    assert operation["description"]
    assert operation["operationId"]


@of_every_operation
def test_core_query_keys_camel_case(path: str, method: str, operation: Any) -> None:
    names = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
    assert [name for name in names if not CAMEL.fullmatch(name)] == []


@of_every_operation
def test_core_version_header(path: str, method: str, operation: Any) -> None:
    assert [code for code, one in operation["responses"].items() if "API-Version" not in one["headers"]] == []


@of_every_operation
def test_core_error_handling_problem_details(path: str, method: str, operation: Any) -> None:
    wrong = {code: one for code, one in operation["responses"].items() if code >= "400"}
    assert {"401", "403", "404", "503"} <= set(wrong)
    assert all(set(one["content"]) == {"application/problem+json"} for one in wrong.values())
    assert {"status", "title", "detail"} <= set(
        DESCRIPTION["components"]["schemas"]["Probleem"]["properties"]
    )


@of_every_operation
def test_core_error_handling_invalid_input(path: str, method: str, operation: Any) -> None:
    assert "400" in operation["responses"]


def test_core_date_time() -> None:
    days = [(name, field, form) for name, field, form in shapes() if re.search(r"[a-z]Op$", field)]
    assert len(days) > 10
    for name, field, form in days:
        forms = {one.get("format") for one in (form, *form.get("anyOf", ()))}
        assert forms & {"date", "date-time"}, f"{name}.{field}"


def test_house_property_names() -> None:
    """One form of names, in the language of core/interface-language."""
    assert [
        f"{shape}.{field}" for shape, field, _ in shapes() if not CAMEL.fullmatch(field.lstrip("_"))
    ] == []


def test_no_two_objects_have_one_name() -> None:
    """The description knows an object by its name: of two with the same one would be lost."""
    named: dict[str, set[str]] = {}
    for kind in (Shape, StrEnum):
        for one in below(kind):
            if one.__module__.startswith("openkader.api.") and ".matching" not in one.__module__:
                named.setdefault(one.__name__, set()).add(one.__module__)
    assert {name: where for name, where in named.items() if len(where) > 1} == {}


def below(kind: type[Any]) -> Iterator[type[Any]]:
    found: list[type[Any]] = type.__subclasses__(kind)
    for one in found:
        yield one
        yield from below(one)


@of_every_operation
def test_house_every_address_asks_for_a_token(path: str, method: str, operation: Any) -> None:
    assert operation["security"] == [{"ByToken": []}]


# --- the same for a linter -------------------------------------------------------------------


def ours() -> dict[str, Any]:
    """The rules that we wrote, by their names; the others are those of Spectral itself."""
    rules = yaml.safe_load(RULES.read_text("utf-8"))["rules"]
    return {name: rule for name, rule in rules.items() if isinstance(rule, dict)}


def test_every_rule_of_the_linter_has_a_test_here_and_the_other_way_round() -> None:
    tests = {name for name in globals() if name.startswith(("test_core_", "test_house_"))}
    assert {f"test_{name.replace('-', '_')}" for name in ours()} == tests


@pytest.mark.parametrize("name", [name for name in ours() if name.startswith("core-")])
def test_a_rule_leads_to_its_place_in_the_standard(name: str) -> None:
    address = ours()[name]["documentationUrl"].partition("#/")[2]
    assert address.replace("/", "-") == name


HERE = Path(__file__).resolve().parents[1] / "linter" / "node_modules" / ".bin"
SPECTRAL = shutil.which("spectral", path=HERE) or shutil.which("spectral") or ""


def linted(description: object, folder: Path) -> set[str]:
    """The names of the rules that Spectral says are broken."""
    file = folder / "openapi.json"
    file.write_text(json.dumps(description), "utf-8")
    command = [SPECTRAL, "lint", "--ruleset", str(RULES), "--format", "json", "--quiet", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr
    return {one["code"] for one in json.loads(done.stdout)}


# Spectral comes from npm, not from Debian: where it is, it runs. A skipped test would close the gate.
if SPECTRAL:

    def test_the_linter_finds_nothing(tmp_path: Path) -> None:
        assert linted(DESCRIPTION, tmp_path) == set()

    def test_the_linter_finds_every_rule_that_is_broken(tmp_path: Path) -> None:
        broken = copy.deepcopy(DESCRIPTION)
        broken["openapi"] = "3.1"
        del broken["info"]["contact"]["email"]
        broken["info"]["version"] = "1"
        broken["servers"][0]["url"] = "http://openkader.example.nl/api"
        operation = broken["paths"]["/verzoeken"]["get"]
        operation["parameters"][0]["name"] = "be_reik"
        operation["responses"]["200"]["headers"] = {}
        operation["responses"]["404"]["content"] = {"text/html": {}}
        del operation["responses"]["400"]
        operation["security"] = []
        broken["paths"]["/Verzoeken_alle/"] = {"trace": broken["paths"]["/verzoeken"]["post"]}
        broken["components"]["schemas"]["Verzoek"]["properties"] |= {
            "ontvangenOp": {"type": "string"},
            "vol_ledig": {"type": "string"},
        }
        assert set(ours()) <= linted(broken, tmp_path)
