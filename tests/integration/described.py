"""What the interface answers to the programs of the tests, held to its own description at each call."""

import re
from functools import lru_cache
from typing import Any

from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from openkader.api.interface import example
from tests.openapi_documents import at

ROOT = "/api/v1"
_FORMS = ("application/json", "application/problem+json")


class DescribedClient(Client):
    """A program that believes nothing which the description does not say."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        form = response.headers.get("Content-Type", "").partition(";")[0]
        if form in _FORMS and response.content:
            place = f"{request['REQUEST_METHOD'].lower()} {request['PATH_INFO']}"
            wrong = complaints(place, response.status_code, form, response.json())
            assert wrong == [], f"{place} answers {response.status_code} otherwise than it is described"
        return response


def complaints(place: str, status: int, form: str, said: object) -> list[str]:
    """What the description has against an answer; nothing where it does not have the address."""
    method, _, path = place.partition(" ")
    found = next((one for shape, one in _addresses() if shape.fullmatch(path)), None)
    if found is None or method not in _description()["paths"][found]:
        return []
    judge = _judge(found, method, str(status), form)
    if judge is None:
        return [f"{status} {form} is not described"] if status < 300 else []
    return [f"{'.'.join(map(str, one.path))}: {one.message}"[:300] for one in judge.iter_errors(said)]


@lru_cache
def _description() -> dict[str, Any]:
    return example()


@lru_cache
def _addresses() -> list[tuple[re.Pattern[str], str]]:
    """Each address as what it may look like, those with fewer open places first."""
    paths = sorted(_description()["paths"], key=lambda path: (path.count("{"), path))
    return [(re.compile(ROOT + re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))), path) for path in paths]


@lru_cache
def _judge(path: str, method: str, status: str, form: str) -> Draft202012Validator | None:
    whole = _description()
    answers = whole["paths"][path][method]["responses"]
    described = at(whole, answers[status]) if status in answers else {}
    schema = described.get("content", {}).get(form, {}).get("schema")
    if schema is None:
        return None
    return Draft202012Validator({**schema, "components": whole["components"]}, format_checker=FormatChecker())
