"""A secret is written once: whoever comes second keeps the first, and nobody else reads it."""

from pathlib import Path

from openkader.base.kept_once import keep_once


def test_the_first_stays_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "key"
    keep_once(path, b"first")
    keep_once(path, b"second")
    assert path.read_bytes() == b"first"
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]
