"""The file itself: JSON with the texts of a kader, its digest, and a signature over exactly these bytes.

JSON and no zip: there are no paths to unpack and nothing that swells, the same kader gives the same bytes,
and an official can open the file and read it. It is written in one way only, and what is written otherwise is refused,
so that no two programs can read different things in one signed file.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Problem
from openkader.kader import Kader
from openkader.publication.kader_files import keys

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
    _check_names(content, version)
    signed = {
        "form": FORM,
        "kader": content,
        "signature": {
            "key": b64encode(keys.public_key(key)).decode(),
            "value": b64encode(key.sign(_signed(content))).decode(),
        },
    }
    written = _canonical(signed)
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
    _check_names(content, name)
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
        _has(found.get("kader"), _CONTENT) and _has(found["signature"], _SIGNATURE)
    ):
        raise Invalid([Problem("kader-file.tampered", name)])
    if not all(isinstance(text, str) for text in found["kader"]["files"].values()):
        raise Invalid([Problem("kader-file.tampered", name)])
    if _canonical_or_none(found) != written:
        raise Invalid([Problem("kader-file.tampered", name)])
    return found


def _has(part: object, kinds: Mapping[str, type]) -> bool:
    """Whether a part has exactly these fields, each of its sort."""
    return (
        isinstance(part, dict)
        and part.keys() == kinds.keys()
        and all(isinstance(part[key], kind) for key, kind in kinds.items())
    )


def _verified(content: Mapping[str, object], signature: Mapping[str, object], name: str) -> bytes:
    """The key that signed, when it did."""
    try:
        public = b64decode(str(signature["key"]), validate=True)
        keys.signs(public).verify(b64decode(str(signature["value"]), validate=True), _signed(content))
    except (ValueError, InvalidSignature) as error:
        raise Invalid([Problem("kader-file.tampered", name)]) from error
    return public


def _check_names(content: Mapping[str, object], name: str) -> None:
    """Nothing in the file may come to lie outside the folder of its own version."""
    files = content["files"]
    assert isinstance(files, dict)  # noqa: S101 - seen before
    pairs = ((str(content["organisation"]), _ORGANISATION), (str(content["version"]), _VERSION))
    wrong = [word for word, form in pairs if not form.fullmatch(word)]
    wrong += [file for file in files if not _FILE.fullmatch(file)]
    if len({file.lower() for file in files}) < len(files) or not 0 < len(files) <= _MOST_FILES:
        wrong.append(f"{len(files)} × .yaml")
    if wrong:
        raise Invalid([Problem("kader-file.bad-path", name, {"path": wrong[0][:80]})])


def _signed(content: Mapping[str, object]) -> bytes:
    """The bytes that the signature is over: the form, so that it counts for nothing else, and the content."""
    return _canonical({"form": FORM, "kader": content})


def _canonical(value: object) -> bytes:
    """The one way in which it is written."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def _canonical_or_none(value: object) -> bytes | None:
    try:
        return _canonical(value)
    except ValueError:  # half a letter of two
        return None
