"""A version of the kader as a file to take along: signed for another organisation, or its tables as DMN."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.publication.dmn import dmn_of
from openkader.publication.kader_files import SUFFIX, packed
from openkader.publication.kader_files.house_key import signing_key
from openkader.register import services
from openkader.register.kaders import assessor_of, texts_of
from openkader.web.doors import acting, for_whom
from openkader.web.saving import saved
from openkader.web.shell import language


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_kader(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """The version as one signed file; it is the installation that signs."""
    name = f"{organisation}/{version}"
    kader, texts = assessor_of(name).kader, texts_of(name)
    key = signing_key(settings.OPENKADER_DATA, by=acting(request), now=timezone.now())
    content = packed(kader, texts, key)
    return _handed_out(request, name, "kader", content)


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_dmn(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """Its tables as DMN 1.3, for a tool that draws decisions."""
    name = f"{organisation}/{version}"
    return _handed_out(request, name, "dmn", dmn_of(assessor_of(name).kader, language()))


def _handed_out(request: HttpRequest, name: str, form: str, content: bytes) -> HttpResponse:
    """The file, once the trail knows."""
    digest = assessor_of(name).kader.digest
    services.note_kader_export(name, digest, form, by=acting(request), now=timezone.now())
    ending, media = (".dmn", "application/xml") if form == "dmn" else (SUFFIX, "application/json")
    file = name.replace("/", "-") + ending
    return saved(content, file, media)
