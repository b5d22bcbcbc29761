"""Files that the register says it keeps, and that are gone from the folder or changed in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from openkader.register.models import Document, Evidence
from openkader.register.shelf import FileState, shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class LostFile:
    """A file that can no longer be shown as it came, and the case or activity that it belongs to."""

    place: str
    name: str
    digest: str
    state: FileState


def lost_evidence(year: int) -> list[LostFile]:
    """The evidence of a year of which the file is gone, or no longer as long as it was."""
    return list(_lost(_evidence(measure__year=year), whole=False))


def lost_files() -> tuple[int, list[LostFile]]:
    """How many files the register keeps, and those that are gone or changed; each is read to its end."""
    documents = Document.objects.order_by("id").values_list("request__reference", "name", "digest", "size")
    kept = {row[2]: row for row in (*documents.iterator(), *_evidence())}
    return len(kept), list(_lost(iter(kept.values()), whole=True))


def _evidence(**chosen: object) -> Iterator[tuple[str, str, str, int]]:
    files = Evidence.objects.filter(size__isnull=False, **chosen).order_by("id")
    for place, name, digest, size in files.values_list(
        "measure__activity__reference", "name", "sha256", "size"
    ):
        yield str(place), str(name), str(digest), int(size or 0)


def _lost(files: Iterator[tuple[str, str, str, int]], *, whole: bool) -> Iterator[LostFile]:
    kept = shelf()
    for place, name, digest, size in files:
        state = kept.state(digest, size, whole=whole)
        if state is not FileState.HERE:
            yield LostFile(place=place, name=name, digest=digest, state=state)
