"""Documents are brought from the folder to a bucket and back: each whole or not at all, and none is lost on the way."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from openkader.register.bucket import Bucket
from openkader.register.moving import Moving, move_documents
from openkader.register.shelf import Folder
from tests.installation import Installation
from tests.s3_server import environment_of

PAPERS, PIECES = (
    9,
    2,
)  # that the demo keeps, and of its list, which lies there too where machines share a database
KILLED = """
import os, signal
from openkader.register.bucket import Bucket
put, left = Bucket.put, [4]
def killed(self, content):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return put(self, content)
Bucket.put = killed
from openkader.cli.main import main
main(["documents", "move", "--to", "bucket"])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "documents")


def files_of(house: Installation) -> list[Path]:
    return sorted(path for path in (house.data / "documents").rglob("*") if path.is_file())


def said(house: Installation, *more: str) -> str:
    done = house.run("documents", "move", *more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_house_moves_to_a_bucket_after_it_was_killed_and_comes_back(
    filled: Installation, bucket: Bucket
) -> None:
    moving = replace(filled, more=environment_of(bucket))
    files = PAPERS + (PIECES if filled.database_url else 0)
    assert f"{files} files would be brought, 0 are there" in said(moving, "--to", "bucket", "--dry-run")
    killed = moving.script(KILLED)
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert f"{files - 3} files brought, 3 were there already, 0 removed" in said(moving, "--to", "bucket")
    assert f"0 files brought, {files} were there already, 0 removed" in said(moving, "--to", "bucket")
    there = f"0 files brought, {files} were there already, {files} removed"
    assert there in said(moving, "--to", "bucket", "--remove")
    assert files_of(filled) == []
    assert moving.run("documents", "verify").returncode == 0
    back = f"{files} files brought, 0 were there already, {files} removed"
    assert back in said(moving, "--to", "folder", "--remove")
    assert len(files_of(filled)) == files
    assert filled.run("documents", "verify").returncode == 0


def test_without_a_bucket_there_is_nowhere_to_bring_them(filled: Installation) -> None:
    done = filled.run("documents", "move", "--to", "bucket")
    assert (done.returncode, "No bucket is set" in done.stderr) == (3, True)


def test_what_is_gone_or_changed_is_named_and_stays(folder: Folder, bucket: Bucket) -> None:
    whole, gone, changed = (folder.put(word) for word in (b"whole", b"gone", b"changed"))
    folder.drop(gone)
    folder._place(changed).write_bytes(b"CHANGED")
    done = move_documents([whole, gone, changed], Moving(source=folder, target=bucket, remove=True))
    assert (done.brought, done.there, done.removed, sorted(done.lost)) == (1, 0, 1, sorted([gone, changed]))
    assert (bucket.size(changed), folder.size(changed)) == (None, 7)


def test_what_is_whole_on_the_other_side_alone_is_not_lost(folder: Folder, bucket: Bucket) -> None:
    digest = bucket.put(b"brought before")
    done = move_documents([digest], Moving(source=folder, target=bucket))
    assert (done.brought, done.there, done.lost) == (0, 1, [])


def test_nothing_is_removed_for_something_else_of_the_same_length(folder: Folder, bucket: Bucket) -> None:
    digest = folder.put(b"abc")
    bucket._asked("PUT", digest, content=b"abd", seconds=30)
    looked = move_documents([digest], Moving(source=folder, target=bucket, only_look=True, remove=True))
    assert (looked.brought, looked.removed, folder.size(digest)) == (1, 0, 3)
    done = move_documents([digest], Moving(source=folder, target=bucket, remove=True))
    assert (done.brought, done.removed) == (1, 1)
    assert bucket.take(digest, "abc.txt") == b"abc"
