"""A file that is handed out to be saved and is never shown inside our pages."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def saved(content: bytes, name: str, media_type: str) -> HttpResponse:
    """The content under a name; what else locks it up stands in `conf.headers`, for every such answer."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": str(disposition)})
