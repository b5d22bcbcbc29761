"""Requests and answers held to the published OpenAPI documents of the ZGW standards, where somebody fetched those.

They are not ours to bring along; `OPENKADER_ZGW_OPENAPI` names a folder with `zaken.yaml`, `documenten.yaml`,
`catalogi.yaml` and `besluiten.yaml`, as VNG Realisatie publishes them (gemma-zaken, `api-specificatie`).
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

FOLDER = os.environ.get("OPENKADER_ZGW_OPENAPI", "")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache
def document(api: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((Path(FOLDER) / f"{api}.yaml").read_text("utf-8"), _LOADER)  # noqa: S506 - a safe one
    return found


def complaints(
    api: str, method: str, path: str, said: object, *, status: str = "", query: Any = ()
) -> list[str]:
    """What the document has against a request (no status) or an answer; nothing where no document is named."""
    if not FOLDER:
        return []
    whole = document(api)
    item = whole["paths"][path]
    operation = item[method.lower()]
    known = {
        at(whole, one)["name"] for one in (*operation.get("parameters", ()), *item.get("parameters", ()))
    }
    wrong = [f"{path}?{name}" for name in query if name not in known]
    part = operation["responses"][status] if status else operation.get("requestBody")
    if part is None:
        return wrong
    schema = at(whole, part)["content"]["application/json"]["schema"]
    ready = _ready(whole, schema, is_request=not status, is_part=method == "PATCH")
    errors = Draft202012Validator(ready, format_checker=FormatChecker()).iter_errors(said)
    return wrong + [f"{path}: {'.'.join(map(str, one.path))}: {one.message}" for one in errors]


def at(whole: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """What a part of a document is, or refers to."""
    while "$ref" in schema:
        found: Any = whole
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


def _ready(whole: dict[str, Any], schema: Any, *, is_request: bool, is_part: bool, depth: int = 0) -> Any:
    """The schema as JSON Schema has it: with null, without what is only read, and with all it refers to."""
    if not isinstance(schema, dict) or depth > 12:
        return {}
    schema = at(whole, schema)
    more: Any = {"is_request": is_request, "is_part": is_part, "depth": depth + 1}
    found = {
        key: value
        for key, value in schema.items()
        if key
        in ("type", "enum", "format", "maxLength", "minLength", "pattern", "maximum", "minimum", "maxItems")
    }
    if "properties" in schema:
        found["properties"] = {key: _ready(whole, one, **more) for key, one in schema["properties"].items()}
        read = {key for key, one in schema["properties"].items() if at(whole, one).get("readOnly")}
        required = [key for key in schema.get("required", ()) if not (is_request and key in read)]
        found["required"] = [] if is_part and is_request else required
    if "items" in schema:
        found["items"] = _ready(whole, schema["items"], **more)
    for key in ("allOf", "oneOf", "anyOf"):
        if key in schema:
            # An empty text is one of the choices of the standard, and fits two of them at times.
            found["anyOf" if key == "oneOf" else key] = [_ready(whole, one, **more) for one in schema[key]]
    return {"anyOf": [found, {"type": "null"}]} if schema.get("nullable") else found
