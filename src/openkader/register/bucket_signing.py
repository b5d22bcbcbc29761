"""The signature that shows who asks something of a bucket: AWS Signature Version 4, in the headers.

Four kinds of request on plain paths need a fraction of it. Source: "Signature Calculations for the Authorization
Header", Amazon S3 API Reference; its worked examples are our tests.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

_METHOD = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Keys:
    """Who asks, and the secret that only they and the server know; it is never sent."""

    key: str
    secret: str = field(repr=False)
    region: str


def authorization(line: str, headers: Mapping[str, str], keys: Keys) -> str:
    """The header for a request of this line (`GET /bucket/name`); all these headers are signed.

    They are in small letters, and hold `host`, `x-amz-date` and `x-amz-content-sha256`. Of the path, only what
    needs no escaping is taken.
    """
    method, _, path = line.partition(" ")
    moment = headers["x-amz-date"]
    names = ";".join(sorted(headers))
    told = "".join(f"{name}:{headers[name].strip()}\n" for name in sorted(headers))
    request = "\n".join((method, path, "", told, names, headers["x-amz-content-sha256"]))
    scope = f"{moment[:8]}/{keys.region}/s3/aws4_request"
    said = "\n".join((_METHOD, moment, scope, hashlib.sha256(request.encode()).hexdigest()))
    secret = f"AWS4{keys.secret}".encode()
    for word in scope.split("/"):
        secret = _mark(secret, word)
    return f"{_METHOD} Credential={keys.key}/{scope}, SignedHeaders={names}, Signature={_mark(secret, said).hex()}"


def _mark(secret: bytes, word: str) -> bytes:
    return hmac.digest(secret, word.encode(), "sha256")
