"""A version of the kader as it is handed on from a page or to a program, once the trail knows that it goes."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from openkader.kader import Kader
from openkader.publication.dmn import dmn_of
from openkader.publication.kader_files.envelope import SUFFIX, packed
from openkader.publication.kader_files.house_key import signing_key
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.services.note_export import note_kader_export

SIGNED, DMN = "application/json", "application/xml"


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A file with the name and the media type under which it goes."""

    name: str
    media_type: str
    content: bytes


def signed_file(version: str, *, by: str, now: datetime) -> HandedOn:
    """The version as one signed file; it is the installation that signs."""
    kader, texts = assessor_of(version).kader, texts_of(version)
    content = packed(kader, texts, signing_key(settings.OPENKADER_DATA, by=by, now=now))
    note_kader_export(version, kader.digest, "kader", by=by, now=now)
    return HandedOn(_named(kader, SUFFIX), SIGNED, content)


def dmn_file(version: str, language: str, *, by: str, now: datetime) -> HandedOn:
    """Its tables as DMN 1.3, for a tool that draws decisions; it is not signed."""
    kader = assessor_of(version).kader
    content = dmn_of(kader, language)
    note_kader_export(version, kader.digest, "dmn", by=by, now=now)
    return HandedOn(_named(kader, ".dmn"), DMN, content)


def _named(kader: Kader, ending: str) -> str:
    return kader.id.replace("/", "-") + ending
