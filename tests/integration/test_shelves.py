"""What is promised of a document holds wherever it lies: in the folder, and in a bucket of a real server."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Unavailable
from openkader.register.bucket import Bucket
from openkader.register.shelf import FileState, Folder, Shelf
from tests.s3_server import environment_of

CONTENT = b"%PDF-1.7 een brief\n" * 50
DIGEST = hashlib.sha256(CONTENT).hexdigest()
OTHER = hashlib.sha256(b"another").hexdigest()
Spoil = Callable[[str, bytes], None]


@pytest.fixture(params=["folder", "bucket"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Shelf, Spoil]:
    """Each kind of shelf in turn, and how somebody else writes something in it."""
    if request.param == "folder":
        folder = Folder(tmp_path / "documents")
        return folder, lambda digest, content: _written_over(folder, digest, content)
    bucket: Bucket = request.getfixturevalue("bucket")
    return bucket, lambda digest, content: _sent_over(bucket, digest, content)


def _written_over(folder: Folder, digest: str, content: bytes) -> None:
    place = folder._place(digest)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _sent_over(bucket: Bucket, digest: str, content: bytes) -> None:
    bucket._asked("PUT", digest, content=content, seconds=30)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Unavailable) as caught:
        call()
    return caught.value.code


@pytest.mark.parametrize("content", [CONTENT, b"\x00", b"x" * 3_000_001], ids=["letter", "byte", "megabytes"])
def test_what_was_kept_comes_back_as_it_was(kept: tuple[Shelf, Spoil], content: bytes) -> None:
    shelf, _ = kept
    digest = shelf.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert shelf.take(digest, "brief.pdf") == content
    assert shelf.size(digest) == len(content)
    assert shelf.state(digest, len(content), whole=True) is FileState.HERE


def test_nothing_at_all_can_be_kept_too(kept: tuple[Shelf, Spoil]) -> None:
    shelf, _ = kept
    assert shelf.take(shelf.put(b""), "leeg.txt") == b""


def test_the_same_content_is_kept_once(kept: tuple[Shelf, Spoil]) -> None:
    shelf, spoil = kept
    shelf.put(CONTENT)
    spoil(DIGEST, CONTENT[::-1])  # as long, so that a second writing would show
    assert shelf.put(CONTENT) == DIGEST
    assert shelf.found(DIGEST) == CONTENT[::-1]


def test_half_a_document_is_mended_by_keeping_it_again(kept: tuple[Shelf, Spoil]) -> None:
    shelf, spoil = kept
    spoil(DIGEST, CONTENT[:100])
    shelf.put(CONTENT)
    assert shelf.take(DIGEST, "brief.pdf") == CONTENT


def test_what_was_changed_is_told_and_not_handed_out(kept: tuple[Shelf, Spoil]) -> None:
    shelf, spoil = kept
    spoil(DIGEST, CONTENT[:-1] + b"!")
    assert refused(lambda: shelf.take(DIGEST, "brief.pdf")) == "attachment.gone"
    assert shelf.state(DIGEST, len(CONTENT)) is FileState.HERE  # at a glance it is as long as it was
    assert shelf.state(DIGEST, len(CONTENT), whole=True) is FileState.CHANGED
    spoil(DIGEST, b"short")
    assert shelf.state(DIGEST, len(CONTENT)) is FileState.CHANGED


def test_what_is_gone_is_told_and_may_be_taken_away_again(kept: tuple[Shelf, Spoil]) -> None:
    shelf, _ = kept
    shelf.put(CONTENT)
    for _again in range(2):
        shelf.drop(DIGEST)
        assert shelf.size(DIGEST) is None
        assert shelf.state(DIGEST, len(CONTENT)) is FileState.GONE
        assert refused(lambda: shelf.take(DIGEST, "brief.pdf")) == "attachment.gone"


def test_many_are_looked_at_together(kept: tuple[Shelf, Spoil]) -> None:
    shelf, spoil = kept
    several = [(shelf.put(bytes([number])), 1) for number in range(12)]
    spoil(several[3][0], b"longer")
    shelf.drop(several[5][0])
    states = shelf.states([*several, several[0]])
    assert [number for number, one in enumerate(states) if one is not FileState.HERE] == [3, 5]
    assert (states[3], states[5]) == (FileState.CHANGED, FileState.GONE)
    assert shelf.states([]) == []


def test_a_shelf_that_can_be_used_has_no_trouble(kept: tuple[Shelf, Spoil]) -> None:
    shelf, _ = kept
    assert shelf.trouble() == ""


_OTHER_PROCESS = """
import sys, django
django.setup()
from openkader.register.shelf import shelf
print(shelf().put(sys.stdin.buffer.read()))
"""


def test_two_processes_share_a_bucket(bucket: Bucket, tmp_path: Path) -> None:
    """Both keep the same at the same moment, and each reads what the other kept."""
    settings = environment_of(bucket)
    processes = []
    for number in range(2):
        environment: dict[str, Any] = {
            **os.environ,
            **settings,
            "OPENKADER_DATA": str(tmp_path / str(number)),
        }
        one = subprocess.Popen(
            [sys.executable, "-c", _OTHER_PROCESS],
            env={**environment, "DJANGO_SETTINGS_MODULE": "openkader.conf.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(one)
    said = [one.communicate("hetzelfde", timeout=60)[0].strip() for one in processes]
    assert said[0] == said[1] == hashlib.sha256(b"hetzelfde").hexdigest()
    assert bucket.take(said[0], "brief.txt") == b"hetzelfde"
    assert not (tmp_path / "0" / "documents").exists()
