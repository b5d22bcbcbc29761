"""A kader of somebody else as it comes in: verified, and read as strictly as one's own. Nothing is kept here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem, Refusal, Refused
from openkader.kader import Kader, load_texts
from openkader.publication.kader_files import keys
from openkader.publication.kader_files.envelope import MOST_BYTES, opened, too_large
from openkader.publication.kader_files.signed_json import written_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A file that holds: the kader in it with its texts, the key that signed it, and the file itself."""

    kader: Kader
    texts: Mapping[str, str]
    fingerprint: str
    content: bytes
    file_name: str

    @property
    def publisher(self) -> str:
        """How the kader names its organisation, on one line and without signs that move a cursor."""
        return one_line(self.kader.organisation.in_("nl"))


def received(content: bytes, name: str, trusted: str | None = None) -> Received:
    """The kader in a file, or in one sentence why not; whoever names a key accepts no other."""
    envelope = opened(content, name)
    require_key(envelope.fingerprint, trusted)
    kader = kader_in(
        f"{envelope.organisation}/{envelope.version}", envelope.files, envelope.digest, file=name
    )
    return Received(
        kader=kader,
        texts=envelope.files,
        fingerprint=envelope.fingerprint,
        content=content,
        file_name=name,
    )


def require_key(fingerprint: str, trusted: str | None) -> None:
    """Whoever names a key accepts no file that another signed."""
    if trusted is not None and keys.as_typed(trusted) != fingerprint:
        raise Refused(Refusal("kader-file.not-trusted", {"fingerprint": keys.shown(fingerprint)}))


def one_line(words: str) -> str:
    """What somebody else wrote, on one line and without signs that move a cursor."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())[:300]


def kader_in(name: str, texts: Mapping[str, str], digest: str, file: str) -> Kader:
    """The kader that these texts make; another than its digest says is refused."""
    kader = load_texts(texts, name)
    if kader.digest != digest:
        raise Invalid([Problem("kader-file.other-digest", file)])
    return kader


def content_of(path: Path) -> bytes:
    """The file at a path, as far as such a file can be large."""
    return written_at(path, MOST_BYTES, too_large)
