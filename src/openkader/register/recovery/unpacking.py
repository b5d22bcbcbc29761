"""A backup read from beginning to end: each member is hashed while it goes where it is wanted, and then compared.

Nothing is believed before the end: whoever puts members down does it where nobody looks yet.
"""

import hashlib
import re
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import IO, BinaryIO

from openkader import __version__
from openkader.base.errors import Invalid, OpenKaderError, Problem
from openkader.base.releases import is_newer
from openkader.register.recovery.belongings import DOCUMENTS, KEPT
from openkader.register.recovery.manifest import (
    ABOUT,
    DATABASES,
    KEYS,
    MANIFEST,
    SEAL,
    About,
    Manifest,
    Member,
    changed,
    read_about,
    read_manifest,
    seal_of,
)
from openkader.register.recovery.packing import PIECE

# Where a member goes, given its name and mode; None: it is only tried.
Place = Callable[[str, int], "AbstractContextManager[BinaryIO] | None"]
_WHOLE = (ABOUT, MANIFEST, SEAL)
_MOST = 256 << 20  # of what is read whole
_FOLDERS = tuple(f"{folder}/" for folder in (DOCUMENTS, *KEPT))
_PART = re.compile(r"[^/\x00]{1,255}", re.DOTALL)


@dataclass(slots=True)
class Unpacking:
    """How far the reading is."""

    place: Place
    about: About | None = None
    found: list[Member] = field(default_factory=list)
    manifest: Manifest | None = None
    is_sealed: bool = False
    last: str = ""
    _written: bytes = b""

    def read(self, stream: BinaryIO) -> Manifest:
        """Read all of it; what is not as it was is said with the name of its member."""
        try:
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                for member in tar:
                    self._take(tar, member)
        except tarfile.TarError as error:
            raise self._cut() from error
        if self.manifest is None or not self.is_sealed:
            raise self._cut()
        return self.manifest

    def _cut(self) -> OpenKaderError:
        if self.about is None:
            return Invalid([Problem("backup.not-one", self.last or ABOUT)])
        return Invalid([Problem("backup.cut", self.last)])

    def _take(self, tar: tarfile.TarFile, member: tarfile.TarInfo) -> None:
        name = self.last = member.name[:300]
        if self.about is None and name != ABOUT:
            raise Invalid([Problem("backup.not-one", name)])
        if not member.isreg() or not _belongs(name) or (self.manifest is not None and name != SEAL):
            raise Invalid([Problem("backup.odd", name)])
        source = tar.extractfile(member)
        assert source is not None  # noqa: S101 - a regular file has content
        if name in _WHOLE:
            self._read(name, source.read(_MOST))
        else:
            self._pass(member, source)

    def _read(self, name: str, content: bytes) -> None:
        if name == ABOUT:
            self.about = read_about(content)
            if is_newer(self.about.version, than=__version__):
                raise Invalid([Problem("backup.newer", name, {"made": self.about.version[:40]})])
            self._note(name, len(content), hashlib.sha256(content).hexdigest())
        elif name == MANIFEST:
            self.manifest, self._written = self._compared(read_manifest(content)), content
        elif content != seal_of(self._written):
            raise changed(MANIFEST if self.manifest else SEAL)
        else:
            self.is_sealed = True

    def _pass(self, member: tarfile.TarInfo, source: IO[bytes]) -> None:
        """Through the hash, and to its place when it has one."""
        digest, size = hashlib.sha256(), 0
        with self.place(member.name, member.mode) or nullcontext() as target:
            for piece in _pieces(source):
                digest.update(piece)
                size += len(piece)
                if target is not None:
                    target.write(piece)
        self._note(member.name, size, digest.hexdigest())

    def _note(self, name: str, size: int, digest: str) -> None:
        self.found.append(Member(name=name, size=size, sha256=digest))

    def _compared(self, manifest: Manifest) -> Manifest:
        """The manifest, when what came before it is what it says."""
        noted = {member.name: member for member in manifest.members}
        for member in self.found:
            if noted.pop(member.name, None) != member:
                raise changed(member.name)
        for name in noted:
            raise Invalid([Problem("backup.gone", name)])
        if manifest.about != self.about:
            raise changed(MANIFEST)
        return manifest


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(PIECE):
        yield piece


def _belongs(name: str) -> bool:
    """Whether a backup of ours can have a member of this name; none leads out of the folder that it is put into."""
    parts = name.split("/")
    if any(part in (".", "..") or not _PART.fullmatch(part) for part in parts):
        return False
    single = (*_WHOLE, *DATABASES.values(), *(f"keys/{key}" for key in KEYS))
    return name in single or (len(parts) > 1 and name.startswith(_FOLDERS))
