"""The description of the interface beside the NL API Design Rules 2.1, each named after its address in the standard.

The standard: https://gitdocumentatie.logius.nl/publicatie/api/adr/2.1/ (Logius, 2025).
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from openkader.api.interface import VERSION, example

DESCRIPTION = example()
CAMEL = re.compile(r"_?[a-z][a-zA-Z0-9]*")


def operations() -> Iterator[tuple[str, str, Any]]:
    for path, found in DESCRIPTION["paths"].items():
        for method, operation in found.items():
            yield path, method, operation


ALL = list(operations())
NAMED = [f"{method} {path}" for path, method, _ in ALL]


def shapes() -> Iterator[tuple[str, str]]:
    """Every field of every object."""
    for name, shape in DESCRIPTION["components"]["schemas"].items():
        for field in shape.get("properties", {}):
            yield name, field


def test_core_doc_openapi() -> None:
    assert DESCRIPTION["openapi"].startswith("3.1")


def test_core_doc_openapi_contact() -> None:
    assert {"name", "email", "url"} <= set(DESCRIPTION["info"]["contact"])


def test_core_semver() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
    assert DESCRIPTION["info"]["version"] == VERSION


def test_core_uri_version_and_transport_tls() -> None:
    assert all(re.fullmatch(r"https://.*/v\d+", server["url"]) for server in DESCRIPTION["servers"])


@pytest.mark.parametrize("path", sorted(DESCRIPTION["paths"]))
def test_core_no_trailing_slash_and_path_segments_kebab_case(path: str) -> None:
    assert not path.endswith("/")
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*|\{[a-z][a-zA-Z0-9]*\}", part) for part in path.split("/")[1:])


@pytest.mark.parametrize(("path", "method", "operation"), ALL, ids=NAMED)
def test_core_http_methods(path: str, method: str, operation: Any) -> None:
    assert method in {"get", "post", "put", "patch", "delete"}
    assert operation["summary"]
    assert operation["description"]
    assert operation["operationId"]


@pytest.mark.parametrize(("path", "method", "operation"), ALL, ids=NAMED)
def test_core_query_keys_camel_case(path: str, method: str, operation: Any) -> None:
    names = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
    assert [name for name in names if not CAMEL.fullmatch(name)] == []


@pytest.mark.parametrize(("path", "method", "operation"), ALL, ids=NAMED)
def test_core_version_header(path: str, method: str, operation: Any) -> None:
    assert [code for code, one in operation["responses"].items() if "API-Version" not in one["headers"]] == []


@pytest.mark.parametrize(("path", "method", "operation"), ALL, ids=NAMED)
def test_core_error_handling_problem_details(path: str, method: str, operation: Any) -> None:
    wrong = {code: one for code, one in operation["responses"].items() if code >= "400"}
    assert {"400", "401", "403", "404", "503"} <= set(wrong)
    assert all(set(one["content"]) == {"application/problem+json"} for one in wrong.values())
    assert {"status", "title", "detail"} <= set(
        DESCRIPTION["components"]["schemas"]["Probleem"]["properties"]
    )


@pytest.mark.parametrize(("path", "method", "operation"), ALL, ids=NAMED)
def test_every_address_asks_for_a_token(path: str, method: str, operation: Any) -> None:
    assert operation["security"] == [{"ByToken": []}]


def test_core_interface_language_one_form_of_names() -> None:
    assert [f"{shape}.{field}" for shape, field in shapes() if not CAMEL.fullmatch(field)] == []
