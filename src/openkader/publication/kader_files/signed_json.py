"""JSON that is written in one way only, and a signature over exactly those bytes.

What is written otherwise is refused, so that no two programs can read different things in one signed file: a key that
stands there twice, a number with a tail, a blank more. What counts for one form counts for no other, as the form is
signed too.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Problem
from openkader.publication.kader_files import keys


def written_at(path: Path, most: int, too_large: Callable[[str], Invalid]) -> bytes:
    """The file at a path, as far as one of its sort can be large."""
    try:
        with path.open("rb") as file:
            written = file.read(most + 1)
    except OSError as error:
        raise Invalid(
            [Problem("document.unreadable", path.name, {"reason": error.strerror or ""})]
        ) from error
    if len(written) > most:
        raise too_large(path.name)
    return written


def canonical(value: object) -> bytes:
    """The one way in which it is written."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def canonical_or_none(value: object) -> bytes | None:
    """The same; nothing of what cannot be written, such as half a letter of two."""
    try:
        return canonical(value)
    except (ValueError, RecursionError):
        return None


def has(part: object, kinds: Mapping[str, type]) -> bool:
    """Whether a part has exactly these fields, each of its sort."""
    return (
        isinstance(part, dict)
        and part.keys() == kinds.keys()
        and all(isinstance(part[key], kind) for key, kind in kinds.items())
    )


def signature_of(content: object, key: Ed25519PrivateKey) -> dict[str, str]:
    """The signature, as it stands in a file."""
    return {
        "key": b64encode(keys.public_key(key)).decode(),
        "value": b64encode(key.sign(canonical(content))).decode(),
    }


def signer_of(content: object, signature: Mapping[str, object]) -> bytes:
    """The public key that signed, when it did; `ValueError` when it did not."""
    public = b64decode(str(signature["key"]), validate=True)
    try:
        keys.signs(public).verify(b64decode(str(signature["value"]), validate=True), canonical(content))
    except InvalidSignature as error:
        raise ValueError("signature") from error
    return public
