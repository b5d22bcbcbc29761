"""A document of a publication as it is handed out: saved, never shown inside our pages."""

from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from openkader.register.shelf import shelf
from openkader.web.views.document import LOCKED


def handed_out(value: Any) -> HttpResponse:
    """The document that this value of an item leads to; one that has changed on the shelf is not handed out."""
    content = shelf().take(value["sha256"], value["name"])
    disposition = content_disposition_header(as_attachment=True, filename=value["name"])
    headers = {**LOCKED, "Content-Disposition": str(disposition)}
    return HttpResponse(content, content_type=value["media_type"], headers=headers)
