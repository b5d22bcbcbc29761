"""Files that the register says it keeps, and that are gone from the folder or changed in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from openkader.register.models import (
    AgreementDeed,
    AuditEvent,
    ContextFigure,
    Document,
    Evidence,
    KaderAdoption,
    KaderOrigin,
    ListPiece,
    RecommendationFollowUp,
)
from openkader.register.selectors.trail import FIELDS, NEWEST, Event, event_of
from openkader.register.shelf import FileState, shelf
from openkader.register.together import Part, Row, together

_FILE = ("measure__activity__reference", "name", "sha256", "size")


@dataclass(frozen=True, slots=True, kw_only=True)
class LostFile:
    """A file that can no longer be shown as it came, and the case, activity, agreement or kader that it belongs to."""

    place: str
    name: str
    digest: str
    state: FileState


def lost_evidence(year: int) -> list[LostFile]:
    """The evidence of a year of which the file is gone, or no longer as long as it was."""
    return list(_lost(_evidence(measure__year=year), whole=False))


def lost_evidence_and_newest(year: int) -> tuple[list[LostFile], Event | None]:
    """The same and the newest event of all, in one question."""
    found = together(
        {
            "files": Part(Evidence, Q(size__isnull=False, measure__year=year), _FILE),
            "newest": Part(AuditEvent, Q(id=NEWEST), FIELDS),
        }
    )
    lost = list(_lost(map(_file, found["files"]), whole=False))
    return lost, next(map(event_of, found["newest"]), None)


def _file(row: Row) -> tuple[str, str, str, int]:
    place, name, digest, size = (row[column] for column in _FILE)
    return str(place), str(name), str(digest), int(str(size))


def lost_files() -> tuple[int, list[LostFile]]:
    """How many files the register keeps, and those that are gone or changed; each is read to its end."""
    documents = Document.objects.order_by("id").values_list("request__reference", "name", "digest", "size")
    others = (*_evidence(), *_agreements(), *_outlook(), *_kaders(), *_lists())
    kept = {row[2]: row for row in (*documents.iterator(), *others)}
    return len(kept), list(_lost(kept.values(), whole=True))


def _evidence(**chosen: object) -> Iterator[tuple[str, str, str, int]]:
    files = Evidence.objects.filter(size__isnull=False, **chosen).order_by("id")
    for place, name, digest, size in files.values_list(*_FILE):
        yield str(place), str(name), str(digest), int(size or 0)


def _agreements() -> Iterator[tuple[str, str, str, int]]:
    files = AgreementDeed.objects.filter(size__isnull=False).order_by("id")
    for place, name, digest, size in files.values_list("agreement__reference", "name", "sha256", "size"):
        yield str(place), str(name), str(digest), int(size or 0)


def _outlook() -> Iterator[tuple[str, str, str, int]]:
    """What shows that a recommendation was followed up, and the sources of context figures."""
    shown = RecommendationFollowUp.objects.filter(size__isnull=False).order_by("id")
    columns = ("recommendation__reference", "name", "sha256", "size")
    sources = ContextFigure.objects.filter(size__isnull=False).order_by("id")
    for rows in (shown.values_list(*columns), sources.values_list("reference", "file_name", *columns[2:])):
        for place, name, digest, size in rows:
            yield str(place), str(name), str(digest), int(size or 0)


def _kaders() -> Iterator[tuple[str, str, str, int]]:
    """The decisions by which a kader was adopted, and the signed files of other organisations."""
    columns = ("file_name", "sha256", "size")
    decisions = KaderAdoption.objects.order_by("id").values_list("kader", *columns)
    signed = KaderOrigin.objects.order_by("id").values_list("draft__reference", *columns)
    yield from decisions
    yield from signed


def _lists() -> Iterator[tuple[str, str, str, int]]:
    """The lists that names are compared with, where the shelf has them."""
    pieces = ListPiece.objects.order_by("id")
    yield from pieces.values_list("snapshot__list__name", "file", "digest", "size")


def _lost(files: Iterable[tuple[str, str, str, int]], *, whole: bool) -> Iterator[LostFile]:
    named, kept = list(files), shelf()
    looked = () if whole else kept.states([(digest, size) for _, _, digest, size in named])
    for number, (place, name, digest, size) in enumerate(named):
        state = kept.state(digest, size, whole=True) if whole else looked[number]
        if state is not FileState.HERE:
            yield LostFile(place=place, name=name, digest=digest, state=state)
