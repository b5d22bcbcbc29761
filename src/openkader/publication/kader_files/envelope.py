"""The file itself: JSON with the texts of a kader, its digest, and a signature over exactly these bytes.

JSON and no zip: there are no paths to unpack and nothing that swells, the same kader gives the same bytes,
and an official can open the file and read it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Problem
from openkader.kader import Kader
from openkader.publication.kader_files import keys
from openkader.publication.kader_files.signed_json import (
    canonical,
    canonical_or_none,
    has,
    signature_of,
    signer_of,
)

FORM = "openkader-kader-1"
SUFFIX = ".kader.json"
MOST_BYTES = 4 << 20  # some thirty times the kader of a province
_MOST_FILES = 500
_ORGANISATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}")
_FILE = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_.-]{0,80}/){0,4}[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}\.yaml")
_PARTS = {"form", "kader", "signature"}
_CONTENT = {"organisation": str, "version": str, "digest": str, "files": dict}
_SIGNATURE = {"key": str, "value": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A file that holds: what is in it, and the key that it was signed with."""

    organisation: str
    version: str
    digest: str
    files: Mapping[str, str]
    public: bytes

    @property
    def fingerprint(self) -> str:
        """The short name of the key."""
        return keys.fingerprint_of(self.public)


def packed(kader: Kader, texts: Mapping[str, str], key: Ed25519PrivateKey) -> bytes:
    """A kader, with the texts that it was read from, as one signed file."""
    organisation, _, version = kader.id.partition("/")
    content = {
        "organisation": organisation,
        "version": version,
        "digest": kader.digest,
        "files": dict(texts),
    }
    check_names(organisation, version, texts, version)
    signed = {
        "form": FORM,
        "kader": content,
        "signature": signature_of(_signed(content), key),
    }
    written = canonical(signed)
    if len(written) > MOST_BYTES:
        raise too_large(version)
    return written


def opened(written: bytes, name: str) -> Envelope:
    """What a file holds, once its signature does; nothing is written anywhere."""
    if len(written) > MOST_BYTES:
        raise too_large(name)
    found = _parsed(written, name)
    content, signature = found["kader"], found["signature"]
    public = _verified(content, signature, name)
    check_names(content["organisation"], content["version"], content["files"], name)
    return Envelope(**content, public=public)


def too_large(name: str) -> Invalid:
    """That a file is larger than one of ours can be."""
    return Invalid([Problem("kader-file.too-large", name, {"limit": f"{MOST_BYTES >> 20} MB"})])


def _parsed(written: bytes, name: str) -> dict[str, Any]:
    """The parts of the envelope, each of the right sort."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError) as error:  # cut off, or nothing of ours
        raise Invalid([Problem("kader-file.not-one", name)]) from error
    if not isinstance(found, dict) or not str(found.get("form", "")).startswith("openkader-kader-"):
        raise Invalid([Problem("kader-file.not-one", name)])
    if found["form"] != FORM:
        raise Invalid([Problem("kader-file.newer", name)])
    if not found.get("signature"):
        raise Invalid([Problem("kader-file.unsigned", name)])
    if found.keys() != _PARTS or not (
        has(found.get("kader"), _CONTENT) and has(found["signature"], _SIGNATURE)
    ):
        raise Invalid([Problem("kader-file.tampered", name)])
    if not all(isinstance(text, str) for text in found["kader"]["files"].values()):
        raise Invalid([Problem("kader-file.tampered", name)])
    if canonical_or_none(found) != written:
        raise Invalid([Problem("kader-file.tampered", name)])
    return found


def _verified(content: Mapping[str, object], signature: Mapping[str, object], name: str) -> bytes:
    """The key that signed, when it did."""
    try:
        return signer_of(_signed(content), signature)
    except ValueError as error:
        raise Invalid([Problem("kader-file.tampered", name)]) from error


def check_names(organisation: str, version: str, files: Mapping[str, str], name: str) -> None:
    """Nothing in a file may come to lie outside the folder of its own version."""
    pairs = ((organisation, _ORGANISATION), (version, _VERSION))
    wrong = [word for word, form in pairs if not form.fullmatch(word)]
    wrong += [file for file in files if not _FILE.fullmatch(file)]
    if len({file.lower() for file in files}) < len(files) or not 0 < len(files) <= _MOST_FILES:
        wrong.append(f"{len(files)} × .yaml")
    if wrong:
        raise Invalid([Problem("kader-file.bad-path", name, {"path": wrong[0][:80]})])


def _signed(content: Mapping[str, object]) -> object:
    """What the signature is over: the form, so that it counts for nothing else, and the content."""
    return {"form": FORM, "kader": content}
