"""Sending documents along: for what, how large, and how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal

MOST_DOCUMENTS = 10
TOGETHER = 3  # so many times the limit of one


class Purpose(StrEnum):
    """For what somebody sent a document along."""

    ATTACHMENT = "attachment"
    DELEGATION_LIST = "delegation_list"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Sent:
    """One document as it was sent: its name, how large it is, and what it is for."""

    name: str
    size: int
    purpose: Purpose = Purpose.ATTACHMENT


def may_send(documents: Sequence[Sent], most_bytes: int) -> Refusal | None:
    """Each within the limit, all together within some times that, and not more than a person would read."""
    limit = {"limit": megabytes(most_bytes)}
    for document in documents:
        if document.size > most_bytes:
            return Refusal("attachment.too-large", {**limit, "name": document.name})
    if len(documents) > MOST_DOCUMENTS:
        return Refusal("attachment.too-many", {"number": str(MOST_DOCUMENTS)})
    if sum(document.size for document in documents) > TOGETHER * most_bytes:
        return Refusal("attachment.too-much", {"limit": megabytes(TOGETHER * most_bytes)})
    return None


def megabytes(size: int) -> str:
    """A limit as people write it."""
    return f"{size / 1_000_000:g} MB"
