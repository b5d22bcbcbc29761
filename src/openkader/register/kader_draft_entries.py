"""What is handed to the services of a kader that is drafted, taken over and adopted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openkader.register.documents import DocumentEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderDraftEntry:
    """A next version that is begun: from which one, what for, and from when it should be in force."""

    base: str
    name: str
    in_force_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedKader:
    """A kader of another organisation in a file whose signature holds, with the key that signed it.

    `kader` and `digest` are its name and digest as the file says them, `publisher` is how it names its organisation.
    """

    kader: str
    digest: str
    publisher: str
    fingerprint: str
    texts: Mapping[str, str]
    content: bytes
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderTakeOverEntry(KaderDraftEntry):
    """A next version that begins as the kader of another organisation; `base` is the version here that it follows."""

    signed: SignedKader


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsTakeOverEntry(KaderDraftEntry):
    """A next version that begins as ours with one file more, in which stand lines and lists of another organisation.

    The texts of `signed` are that one file, its digest is of that text, and its `kader` is what they stand in there.
    """

    signed: SignedKader
    messages: int
    lists: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderTextEntry:
    """A text of one file of a draft, as it is saved after a step was seen."""

    draft: str
    file: str
    text: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderAdoptionEntry:
    """The decision on a draft; `seen` is the digest of what was read, `document` the decision as it was signed."""

    draft: str
    seen: str
    body: str
    adopted_on: date
    in_force_from: date
    document: DocumentEntry
