"""A version of a kader as one signed file, for another organisation; and such a file taken in as a draft."""

from openkader.publication.kader_files.drafts import Taken, take_in
from openkader.publication.kader_files.envelope import SUFFIX, packed
from openkader.publication.kader_files.keys import KEY_FILE, fingerprint_of, kept_key, public_key, shown

__all__ = [
    "KEY_FILE",
    "SUFFIX",
    "Taken",
    "fingerprint_of",
    "kept_key",
    "packed",
    "public_key",
    "shown",
    "take_in",
]
