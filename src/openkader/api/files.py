"""How the description tells of a file: one that is handed out, and one that is sent."""

from typing import Any

_BYTES = {"schema": {"type": "string", "format": "binary"}}
_OBJECT = {"schema": {"type": "object"}}


def given(what: str, *media: str) -> dict[str, Any]:
    """The answer of an address that hands out a file, in one of these media types."""
    return {"responses": {200: {"description": what, "content": dict.fromkeys(media, _BYTES)}}}


def given_signed(what: str) -> dict[str, Any]:
    """The same of a file in JSON that the installation signed."""
    return {"responses": {200: {"description": what, "content": {"application/json": _OBJECT}}}}


def sent(*media: str) -> dict[str, Any]:
    """What an address is sent whose message is the file itself, in one of these media types."""
    return {"requestBody": {"required": True, "content": dict.fromkeys(media, _BYTES)}}
