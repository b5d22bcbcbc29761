"""A document of a publication as it is handed out: saved, never shown inside our pages."""

from typing import Any

from django.http import HttpResponse

from openkader.register.shelf import shelf
from openkader.web.saving import saved


def handed_out(value: Any) -> HttpResponse:
    """The document that this value of an item leads to; one that has changed on the shelf is not handed out."""
    content = shelf().take(value["sha256"], value["name"])
    return saved(content, value["name"], value["media_type"])
