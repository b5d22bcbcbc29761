"""A kader of another organisation as the register takes it: on its way from the file to a draft."""

from openkader.publication.kader_files.receiving import Received
from openkader.register.kader_draft_entries import SignedKader


def as_signed(found: Received) -> SignedKader:
    """A file whose signature holds, as the service takes it."""
    return SignedKader(
        kader=found.kader.id,
        digest=found.kader.digest,
        publisher=found.publisher,
        fingerprint=found.fingerprint,
        texts=found.texts,
        content=found.content,
        file_name=found.file_name,
    )
