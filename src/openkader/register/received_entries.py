"""What is handed to the services of mail that came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openkader.casework.mail import Received


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedEntry:
    """A mail that was read and looked at; `attachments` say of each what it is, or why it is not taken.

    `digest` leads to it on the shelf; None where it may not be kept.
    """

    key: str
    mail: Received
    size: int
    digest: str | None = None
    attachments: Sequence[Mapping[str, object]] = field(default_factory=tuple)
