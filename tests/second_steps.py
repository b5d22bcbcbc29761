"""The code of a code app, counted by ourselves."""

import base64
import hmac
import struct
import time
from hashlib import sha1


def code_of(secret: str, steps: int = 0) -> str:
    """The six digits of this moment, by RFC 6238; or of some half minutes later."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
