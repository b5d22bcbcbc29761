"""What is handed in to publish something: what is begun, what is drafted, published and revoked."""

from dataclasses import dataclass

from openkader.casework.publishing import Draft, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPublicationEntry:
    """Something of the register of which somebody wants a publication."""

    kind: Subject
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDraftEntry:
    """A version of a draft; `seen` is the number of the newest that its writer had before them, 0 for none."""

    publication: str
    seen: int
    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseEntry:
    """A draft that is published as it was seen; `shown` is the digest of what stood on the page."""

    publication: str
    draft: int
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationEntry:
    """A publication that is taken down, and why."""

    publication: str
    reason: str
