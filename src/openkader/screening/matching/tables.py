"""Large tables that lie in files and are read in place: texts by number, and numbers by fingerprint."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


def fingerprint(text: str) -> int:
    """A number of 64 bits that no other text of a list is likely to have; the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def short_fingerprint(text: str) -> int:
    """A number of 32 bits, quickly made; whoever looks by it looks at the text afterwards."""
    return zlib.crc32(text.encode())


class Texts:
    """Texts by number, as one run of bytes and the place where each begins."""

    def __init__(self, content: NDArray[np.uint8], starts: NDArray[np.int64]) -> None:
        self.content = content
        self.starts = starts

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        """The table of some texts, in their order."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        starts = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), starts)

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

    @classmethod
    def of(cls, keys: Sequence[int], numbers: Sequence[int], width: type[np.unsignedinteger]) -> "Places":
        """The table of pairs; under one key the numbers keep their order."""
        unsorted = np.array(keys, dtype=width)
        order = np.argsort(unsorted, kind="stable")
        return cls(unsorted[order], np.array(numbers, dtype=np.int32)[order])

    def find(self, key: int) -> list[int]:
        """The numbers under one key."""
        wanted = self.keys.dtype.type(key)
        start, end = np.searchsorted(self.keys, wanted), np.searchsorted(self.keys, wanted, "right")
        return [int(number) for number in self.numbers[start:end]]

    def find_all(self, keys: Sequence[int]) -> Numbers:
        """The numbers under any of some keys, each once and in order."""
        wanted = np.array(keys, dtype=self.keys.dtype)
        starts, ends = np.searchsorted(self.keys, wanted), np.searchsorted(self.keys, wanted, "right")
        found = [self.numbers[start:end] for start, end in zip(starts, ends, strict=True) if end > start]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int32)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What is stored of it."""
        return {f"{name}.keys": self.keys, f"{name}.numbers": self.numbers}


def write_arrays(arrays: dict[str, NDArray[np.generic]], folder: Path) -> None:
    """One file an array, so that a reader maps only what it touches."""
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)


def read_arrays(folder: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays of a folder, mapped and not read."""
    found = {}
    for path in folder.glob("*.npy"):
        array = np.load(path, mmap_mode="r", allow_pickle=False)
        # A plain view: the subclass for maps is slow on every slice.
        found[path.name.removesuffix(".npy")] = np.asarray(array)
    return found
