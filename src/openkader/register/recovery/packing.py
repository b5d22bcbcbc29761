"""A backup as a stream of bytes: a tar of which each member is hashed while it passes.

It is written by drawing on it a piece at a time, so that it need not fit in memory, whether it goes straight
into a file or through encryption.
"""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from openkader.register.recovery.manifest import Member

PIECE = 1 << 20
_END = bytes(2 * tarfile.BLOCKSIZE)


@dataclass(slots=True)
class Packing:
    """What was packed so far."""

    moment: int
    members: list[Member] = field(default_factory=list)

    def small(self, name: str, content: bytes) -> Iterator[bytes]:
        """A member that is at hand."""
        yield from self.pieces(name, io.BytesIO(content), (len(content), 0o600))

    def pieces(self, name: str, file: BinaryIO, shape: tuple[int, int]) -> Iterator[bytes]:
        """A member of this size and mode, from its file; a file that became shorter meanwhile is an error."""
        size, mode = shape
        head = tarfile.TarInfo(name)
        head.size, head.mode, head.mtime = size, mode & 0o777, self.moment
        yield head.tobuf(tarfile.PAX_FORMAT)
        digest, left = hashlib.sha256(), size
        while left:
            piece = file.read(min(PIECE, left))
            if not piece:
                raise OSError(f"{name} became shorter while it was read")
            digest.update(piece)
            left -= len(piece)
            yield piece
        yield bytes(-size % tarfile.BLOCKSIZE)
        self.members.append(Member(name=name, size=size, sha256=digest.hexdigest()))

    def opened(self, name: str, file: BinaryIO) -> Iterator[bytes]:
        """A file as it is at this moment."""
        found = os.fstat(file.fileno())
        yield from self.pieces(name, file, (found.st_size, found.st_mode))

    def end(self) -> Iterator[bytes]:
        """Two empty blocks, by which a tar knows that it is whole."""
        yield _END


class Drawn(io.RawIOBase):
    """Pieces that are made while somebody reads them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        super().__init__()
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")
        self.failed: Exception | None = (
            None  # why it could not go on; a library that reads it has words of its own
        )

    def readable(self) -> bool:
        """It can."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """The next part, in the room that there is."""
        while not self._rest:
            try:
                piece = next(self._pieces, None)
            except Exception as error:
                self.failed = error
                raise
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        number = min(len(buffer), len(self._rest))
        buffer[:number] = self._rest[:number]
        self._rest = self._rest[number:]
        return number
