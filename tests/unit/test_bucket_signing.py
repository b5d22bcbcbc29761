"""What is asked of a bucket is signed as the interface says, by its own worked examples.

The examples are those of "Signature Calculations for the Authorization Header" (Amazon S3 API Reference).
"""

import hashlib

import pytest

from openkader.register.bucket_signing import Keys, authorization

KEYS = Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1")
ALWAYS = {"host": "examplebucket.s3.amazonaws.com", "x-amz-date": "20130524T000000Z"}
GET = {"range": "bytes=0-9"}
PUT = {"date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"}


@pytest.mark.parametrize(
    ("line", "more", "content", "signature"),
    [
        ("GET /test.txt", GET, b"", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        (
            "PUT /test%24file.text",
            PUT,
            b"Welcome to Amazon S3.",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        ),
    ],
)
def test_the_examples_of_the_interface_come_out(
    line: str, more: dict[str, str], content: bytes, signature: str
) -> None:
    headers = {**ALWAYS, **more, "x-amz-content-sha256": hashlib.sha256(content).hexdigest()}
    found = authorization(line, headers, KEYS)
    assert found.startswith(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
    )
    assert found.endswith(f"Signature={signature}")


def test_keys_that_are_shown_do_not_say_their_secret() -> None:
    assert "wJalr" not in repr(KEYS)
