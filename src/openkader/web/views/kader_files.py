"""A version of the kader as a file to take along: signed for another organisation, or its tables as DMN."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.publication.kader_files.handing_on import dmn_file, signed_file
from openkader.web.doors import acting, for_whom
from openkader.web.saving import saved
from openkader.web.shell import language


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_kader(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """The version as one signed file."""
    file = signed_file(f"{organisation}/{version}", by=acting(request), now=timezone.now())
    return saved(file.content, file.name, file.media_type)


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_dmn(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """Its tables as DMN 1.3, for a tool that draws decisions."""
    file = dmn_file(f"{organisation}/{version}", language(), by=acting(request), now=timezone.now())
    return saved(file.content, file.name, file.media_type)
