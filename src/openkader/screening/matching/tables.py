"""Large tables that lie in files and are read in place: texts by number, and numbers by fingerprint."""

import hashlib
import json
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
_SUMS = "sums.json"
_BLOCK = 1 << 20


def fingerprint(text: str) -> int:
    """A number of 64 bits that no other text of a list is likely to have; the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def short_fingerprint(content: bytes) -> int:
    """A number of 32 bits, quickly made; whoever looks by it looks at the text afterwards."""
    return zlib.crc32(content)


class Texts:
    """Texts by number, as one run of bytes and the place where each begins."""

    def __init__(self, content: NDArray[np.uint8], starts: NDArray[np.int64]) -> None:
        self.content = content
        self.starts = starts

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return bytes(self.content[self.starts[number] : self.starts[number + 1]]).decode(
            "utf-8", "surrogatepass"
        )

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What is stored of it."""
        return {f"{name}.content": self.content, f"{name}.starts": self.starts}


class Places:
    """The numbers that stand under a fingerprint, by search in a sorted row."""

    def __init__(self, keys: NDArray[np.unsignedinteger], numbers: Numbers) -> None:
        self.keys = keys
        self.numbers = numbers

    def find(self, key: int) -> list[int]:
        """The numbers under one key."""
        wanted = self.keys.dtype.type(key)
        start, end = self.keys.searchsorted(wanted), self.keys.searchsorted(wanted, "right")
        found: list[int] = self.numbers[start:end].tolist()
        return found

    def find_all(self, keys: Sequence[int]) -> Numbers:
        """The numbers under any of some keys, each once and in order."""
        if not keys:
            return np.empty(0, dtype=np.int32)
        wanted = np.sort(np.array(keys, dtype=self.keys.dtype))  # one after the other they are found sooner
        starts = self.keys.searchsorted(wanted)
        starts = starts[self.keys.take(starts, mode="clip") == wanted] if len(self.keys) else starts[:0]
        if not len(starts):
            return np.empty(0, dtype=np.int32)
        ends = self.keys.searchsorted(self.keys[starts], "right")
        found = [self.numbers[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
        return np.unique(np.concatenate(found))

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What is stored of it."""
        return {f"{name}.keys": self.keys, f"{name}.numbers": self.numbers}


class TextsDraft:
    """Texts that are still being added; they lie as bytes from the start, for there may be millions."""

    def __init__(self) -> None:
        self._content = bytearray()
        self._starts = array("q", [0])

    def add(self, text: str) -> int:
        """Add one text; its number is how many there were before."""
        self._content += text.encode("utf-8", "surrogatepass")
        self._starts.append(len(self._content))
        return len(self._starts) - 2

    def __len__(self) -> int:
        return len(self._starts) - 1

    def finished(self) -> Texts:
        """The table, in the order in which the texts came."""
        content = np.frombuffer(bytes(self._content), dtype=np.uint8)
        return Texts(content, np.array(self._starts, dtype=np.int64))


class PlacesDraft:
    """Numbers and the fingerprints they stand under, still being added."""

    def __init__(self, width: type[np.unsignedinteger] = np.uint64) -> None:
        self._width = width
        self._keys = array("Q" if width is np.uint64 else "I")
        self._numbers = array("i")

    def add(self, keys: Iterable[int], number: int) -> None:
        """One number under some fingerprints."""
        before = len(self._keys)
        self._keys.extend(keys)
        self._numbers.extend(repeat(number, len(self._keys) - before))

    def finished(self) -> Places:
        """The table, sorted; under one key the numbers keep their order."""
        keys = np.array(self._keys, dtype=self._width)
        order = np.argsort(keys, kind="stable")
        return Places(keys[order], np.array(self._numbers, dtype=np.int32)[order])


class Damaged(Exception):
    """What lies in a folder is not what was once written there."""


def write_arrays(arrays: dict[str, NDArray[np.generic]], folder: Path) -> None:
    """One file an array, so that a reader maps only what it touches; and beside them what each adds up to."""
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values, allow_pickle=False)
    sums = {name: _sum(folder / f"{name}.npy") for name in arrays}
    (folder / _SUMS).write_text(json.dumps(sums), encoding="ascii")


def read_arrays(folder: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays of a folder, mapped and not read; a file cut off or changed would hide somebody, so `Damaged`."""
    try:
        sums = json.loads((folder / _SUMS).read_text(encoding="ascii"))
        if sums != {name: _sum(folder / f"{name}.npy") for name in sums}:
            raise Damaged(folder.name)
        # A plain view: the subclass for maps is slow on every slice.
        return {name: np.asarray(_mapped(folder / f"{name}.npy")) for name in sums}
    except (OSError, ValueError) as error:
        raise Damaged(folder.name) from error


def _mapped(path: Path) -> NDArray[np.generic]:
    mapped: NDArray[np.generic] = np.load(path, mmap_mode="r", allow_pickle=False)
    return mapped


def _sum(path: Path) -> int:
    """What a file adds up to: it tells an accident, and no intent; the folder is closed to others."""
    total = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            total = zlib.crc32(block, total)
    return total
