"""The disk is waited for, of a file and of a folder; the mark of a file is that of what is in it."""

import hashlib
import os
from pathlib import Path

import pytest

from openkader.base.on_disk import digest_of, settle


def test_what_cannot_be_held_is_said_and_nothing_stays_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"a")
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", asked.append)
    for path in (tmp_path, tmp_path / "a"):
        settle(path)
    assert len(asked) == 2

    def broken(descriptor: int) -> None:
        asked.append(descriptor)
        raise OSError(5, "it broke")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="it broke"):
        settle(tmp_path)
    for descriptor in asked:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(descriptor)


@pytest.mark.parametrize("content", [b"", b"a" * 3_000_000])
def test_the_mark_of_a_file_is_that_of_its_whole_content(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert digest_of(tmp_path / "a") == hashlib.sha256(content).hexdigest()
