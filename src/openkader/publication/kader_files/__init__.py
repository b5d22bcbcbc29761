"""A version of a kader as one signed file, for another organisation; and such a file as it comes in."""

from openkader.publication.kader_files.drafts import LaidAside, lay_aside
from openkader.publication.kader_files.envelope import MOST_BYTES, SUFFIX, packed
from openkader.publication.kader_files.keys import (
    KEY_FILE,
    fingerprint_of,
    kept_key,
    public_key,
    shown,
)
from openkader.publication.kader_files.receiving import Received, content_of, received

__all__ = [
    "KEY_FILE",
    "MOST_BYTES",
    "SUFFIX",
    "LaidAside",
    "Received",
    "content_of",
    "fingerprint_of",
    "kept_key",
    "lay_aside",
    "packed",
    "public_key",
    "received",
    "shown",
]
