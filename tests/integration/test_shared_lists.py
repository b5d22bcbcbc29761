"""Every machine screens with the same lists: rows say what is in force, the shelf has it, a folder only keeps some."""

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Invalid, NotFound, Unavailable
from openkader.cli.main import main
from openkader.cli.rescreening import rescreen
from openkader.cli.words import Screen
from openkader.register import shared_lists
from openkader.register.bucket import Bucket
from openkader.register.destroying.leaving import unrecorded
from openkader.register.engines import Closed, Ready
from openkader.register.former_lists import take_over_lists
from openkader.register.house_lists import house_lists
from openkader.register.models import ListPiece, ListRenewal, ListSnapshot, NameList
from openkader.register.recovery.copying import named_documents
from openkader.register.selectors.files import lost_files
from openkader.register.services import reseal_second_steps
from openkader.register.shared_lists import SharedLists
from openkader.register.shelf import Shelf
from openkader.screening.engine import KeptEngine, open_engine
from openkader.screening.entities import Entity, ListedName
from openkader.screening.lists import (
    Attempt,
    Definition,
    Fetch,
    Fetched,
    Format,
    Lists,
    Outcome,
    Standing,
    Terms,
    add,
    state_of,
    update,
)
from tests.integration.register_house import HAND, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
SOURCE = "https://lists.example/people.json?token=secret"
FICTIONAL = Definition(id="fictional", format=Format.FTM, sources=(SOURCE,))


@dataclass(slots=True)
class Away(Shelf):
    """A shelf in memory, that can be away."""

    kept: dict[str, bytes] = field(default_factory=dict)
    is_away: bool = False
    puts: int = 0

    def put(self, content: bytes) -> str:
        self._ask()
        digest = hashlib.sha256(content).hexdigest()
        self.kept[digest] = content
        self.puts += 1
        return digest

    def found(self, digest: str) -> bytes | None:
        self._ask()
        return self.kept.get(digest)

    def size(self, digest: str) -> int | None:
        self._ask()
        return len(self.kept[digest]) if digest in self.kept else None

    def drop(self, digest: str) -> None:
        self.kept.pop(digest, None)

    def trouble(self) -> str:
        return "away" if self.is_away else ""

    def _ask(self) -> None:
        if self.is_away:
            raise Unavailable("shelf.away")


@pytest.fixture
def shelf(settings: Any) -> Away:
    settings.BUCKET = Away()
    return settings.BUCKET  # type: ignore[no-any-return]


@pytest.fixture
def one(shelf: Away, settings: Any, tmp_path: Path) -> Lists:
    """The lists as the first machine has them."""
    settings.OPENKADER_DATA = tmp_path / "one"
    found = house_lists()
    assert isinstance(found, SharedLists)
    return found


@pytest.fixture
def other(one: Lists, tmp_path: Path) -> Lists:
    """The same, on a machine where nothing was ever fetched."""
    return SharedLists(tmp_path / "other" / "lists")


def giving(*names: str) -> Fetch:
    """A publisher with a list of these people."""

    def fetch(source: str, into: Path, etag: str) -> Fetched:
        entries = [{"id": name, "schema": "Person", "properties": {"name": [name]}} for name in names]
        into.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")
        return Fetched(name="people.json", etag="mark")

    return fetch


def added(lists: Lists, *names: str) -> None:
    add(lists, FICTIONAL, giving(*names), Terms(now=NOW))


def renewed(lists: Lists, *names: str) -> Outcome:
    return update(lists.folder("fictional"), giving(*names), Terms(now=NOW + timedelta(days=1)))


def asked(name: str) -> Entity:
    return Entity(id="q", schema="Person", dataset="", names=(ListedName(name),), properties={})


def is_found(lists: Lists, name: str) -> bool:
    return any(hit.score > 0.9 for hit in open_engine(lists).screen(asked(name)).hits)


def test_what_one_machine_adds_another_screens_with(one: Lists, other: Lists) -> None:
    added(one, "Wang Verzonnen")
    assert is_found(other, "Wang Verzonnen")
    assert state_of(other.known("fictional")) == state_of(one.known("fictional"))
    assert state_of(other.known("fictional")).standing(NOW) is Standing.RENEWED


def test_backing_up_moving_and_destroying_know_what_lies_on_the_shelf(one: Lists) -> None:
    added(one, "Wang Verzonnen")
    digests = set(ListPiece.objects.values_list("digest", flat=True))
    assert digests <= set(named_documents())
    assert unrecorded(digests) == set()


def test_what_one_machine_renews_a_process_on_another_opens_anew(one: Lists, other: Lists) -> None:
    added(one, "Wang Verzonnen")
    kept, ready = KeptEngine(other), Ready(other, lambda: open_engine(other))
    former, worker = kept.now(), ready.now()
    assert kept.now() is former
    assert renewed(one, "Wang Verzonnen", "Li Bedacht") is Outcome.RENEWED
    assert kept.now().screener.screen(asked("Li Bedacht")).hits
    assert kept.now().places.find("Li Bedacht")
    assert ready.now() is not worker
    assert len(other.folder("fictional").names()) == 2


def test_a_list_in_many_pieces_is_whole_again(
    one: Lists, other: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_lists, "PIECE", 100)
    added(one, *(f"Naam {number} Verzonnen" for number in range(50)))
    assert ListPiece.objects.filter(file="entities.ftm.json").count() > 50
    here, there = one.folder("fictional"), other.folder("fictional")
    current = there.current()
    assert current is not None
    assert there.entities(current).read_bytes() == here.entities(current).read_bytes()
    assert (
        there.original(current, "people.json").read_bytes()
        == here.original(current, "people.json").read_bytes()
    )
    there.check(current)


def test_a_list_lies_in_a_real_bucket_too(
    one: Lists, other: Lists, settings: Any, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BUCKET = bucket
    monkeypatch.setattr(shared_lists, "PIECE", 100_000)
    added(one, "Wang Verzonnen", *(f"Naam {number} Verzonnen" for number in range(3000)))
    assert ListPiece.objects.count() > 3
    assert is_found(other, "Wang Verzonnen")
    number, lost = lost_files()
    assert (number, lost) == (ListPiece.objects.values("digest").distinct().count(), [])


def test_the_folder_may_go_at_any_time(one: Lists) -> None:
    added(one, "Wang Verzonnen")
    shutil.rmtree(one.path)
    assert is_found(one, "Wang Verzonnen")
    shutil.rmtree(one.path)
    assert renewed(one, "Wang Verzonnen") is Outcome.UNCHANGED


def test_what_is_damaged_here_is_fetched_anew(one: Lists) -> None:
    added(one, "Wang Verzonnen")
    folder = one.folder("fictional")
    current = folder.current()
    assert current is not None
    path = folder.entities(current)
    path.chmod(0o600)
    path.write_text("{")
    assert is_found(one, "Wang Verzonnen")
    assert path.read_text() != "{"


def test_while_the_shelf_is_away_what_was_fetched_serves(one: Lists, other: Lists, shelf: Away) -> None:
    added(one, "Wang Verzonnen")
    assert is_found(other, "Wang Verzonnen")
    shelf.is_away = True
    assert is_found(other, "Wang Verzonnen")
    assert state_of(other.known("fictional")).is_usable


def test_a_machine_that_cannot_get_what_is_in_force_takes_no_older_one(
    one: Lists, other: Lists, shelf: Away
) -> None:
    added(one, "Wang Verzonnen")
    ready = Ready(other, lambda: open_engine(other))
    ready.now().screen(asked("Wang Verzonnen"))
    renewed(one, "Wang Verzonnen", "Li Bedacht")
    shelf.is_away = True
    closed = ready.now()
    assert isinstance(closed, Closed)
    assert closed.failure.code == "shelf.away"
    with pytest.raises(Unavailable, match=r"shelf\.away"):
        KeptEngine(other).now()
    shelf.is_away = False
    assert ready.now().screen(asked("Li Bedacht")).hits


def test_a_list_that_cannot_be_had_now_is_not_called_damaged(
    one: Lists, other: Lists, shelf: Away, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    added(one, "Wang Verzonnen")
    shelf.is_away = True
    settings.OPENKADER_DATA = other.path.parent
    assert main(["lists", "status"]) == 1
    said = capsys.readouterr().out
    assert ("kan nu niet worden gebruikt" in said, "beschadigd" in said) == (True, False)
    shelf.is_away = False
    main(["lists", "status"])
    assert "van kracht: 1 entiteiten" in capsys.readouterr().out


def test_a_piece_that_is_gone_or_another_is_damage_and_a_renewal_mends_it(
    one: Lists, other: Lists, shelf: Away
) -> None:
    added(one, "Wang Verzonnen")
    (piece,) = ListPiece.objects.filter(file="entities.ftm.json")
    for spoil in (lambda: shelf.kept.update({piece.digest: b"{}"}), lambda: shelf.kept.pop(piece.digest)):
        spoil()
        with pytest.raises(Unavailable, match=r"list\.damaged"):
            open_engine(other)
    assert renewed(other, "Wang Verzonnen") is Outcome.RENEWED
    assert is_found(other, "Wang Verzonnen")


def test_a_renewal_that_cannot_reach_the_shelf_leaves_the_former_in_force(
    one: Lists, other: Lists, shelf: Away
) -> None:
    added(one, "Wang Verzonnen")
    former = one.folder("fictional").current()
    shelf.is_away = True
    with pytest.raises(Unavailable, match=r"shelf\.away"):
        renewed(one, "Wang Verzonnen", "Li Bedacht")
    state = state_of(other.known("fictional"))
    assert state.current == former
    assert state.standing(NOW) is Standing.FAILED
    assert [problem.code for problem in state.last.reasons()] == ["shelf.away"]  # type: ignore[union-attr]
    assert not (one.path / "fictional" / ".draft").exists()


def test_whoever_falls_over_between_shelf_and_rows_leaves_the_former_in_force(
    one: Lists, other: Lists, shelf: Away, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(one, "Wang Verzonnen")
    before, puts = ListSnapshot.objects.count(), shelf.puts

    def falls(*_: object) -> None:
        raise RuntimeError("the power went out")

    with monkeypatch.context() as patch:
        patch.setattr(ListPiece.objects, "bulk_create", falls)
        with pytest.raises(RuntimeError):
            renewed(one, "Wang Verzonnen", "Li Bedacht")
    assert shelf.puts > puts
    assert ListSnapshot.objects.count() == before
    assert not is_found(other, "Li Bedacht")
    assert renewed(one, "Wang Verzonnen", "Li Bedacht") is Outcome.RENEWED


def test_a_list_that_does_not_prove_itself_is_none(one: Lists, other: Lists) -> None:
    with pytest.raises(Invalid):
        added(one)
    assert (one.all(), other.all(), NameList.objects.count()) == ([], [], 0)
    with pytest.raises(NotFound):
        other.known("fictional")
    assert not state_of(other.folder("fictional")).is_usable


def test_an_address_with_a_token_is_not_read_from_a_copy_of_the_database(one: Lists, settings: Any) -> None:
    added(one, "Wang Verzonnen")
    row = NameList.objects.get()
    assert "secret" not in row.definition
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "k" * 60
    assert one.folder("fictional").definition() == FICTIONAL
    assert reseal_second_steps(**HAND).done == 1
    settings.SECRET_KEY_FALLBACKS = []
    assert one.folder("fictional").definition() == FICTIONAL
    settings.SECRET_KEY = "l" * 60
    with pytest.raises(Unavailable, match=r"list\.locked"):
        one.folder("fictional").definition()
    assert reseal_second_steps(**HAND).lost == 1
    assert state_of(one.known("fictional")).damage is not None
    assert is_found(one, "Wang Verzonnen")  # what is in force needs no address


def test_a_list_whose_address_nobody_can_open_is_added_once_more_and_keeps_its_snapshots(
    one: Lists, settings: Any, tmp_path: Path
) -> None:
    added(one, "Wang Verzonnen")
    settings.SECRET_KEY = "l" * 60
    file = tmp_path / "list.json"
    giving("Wang Verzonnen")("", file, "")
    again = ["lists", "add", "fictional", "--format", "ftm", str(file)]
    assert main(again) == 0
    assert one.folder("fictional").definition().sources == (str(file),)
    assert main(again) == 3


def test_an_attempt_at_work_is_not_broken_off_and_one_that_ended_without_a_word_is(
    one: Lists, other: Lists
) -> None:
    added(one, "Wang Verzonnen")
    assert not other.folder("fictional").is_broken_off
    NameList.objects.update(is_begun=True)
    assert other.folder("fictional").is_broken_off
    renewed(one, "Wang Verzonnen")
    assert not other.folder("fictional").is_broken_off


def test_what_changed_in_a_list_waits_until_the_shelf_is_back(
    one: Lists, other: Lists, shelf: Away, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    added(one, "Wang Verzonnen")
    rescreen(one, NOW, Screen("nl"))
    renewed(one, "Wang Verzonnen", "Li Bedacht")
    shelf.is_away = True
    settings.OPENKADER_DATA = other.path.parent
    rescreen(other, NOW, Screen("nl"))
    assert ListRenewal.objects.count() == 1
    shelf.is_away = False
    rescreen(other, NOW, Screen("nl"))
    assert ListRenewal.objects.count() == 2


def test_what_a_former_release_kept_is_taken_over_once(
    one: Lists, other: Lists, settings: Any, shelf: Away
) -> None:
    data = settings.OPENKADER_DATA
    former = Lists(data / "lists")
    add(former, FICTIONAL, giving("Wang Verzonnen"), Terms(now=NOW))
    later = Terms(now=NOW + timedelta(days=1))
    update(former.folder("fictional"), giving("Wang Verzonnen", "Li Bedacht"), later)
    folder = former.known("fictional")
    names, current, last = folder.names(), folder.current(), folder.last()
    take_over_lists(data)
    found = other.known("fictional")
    assert (found.names(), found.current(), found.last()) == (names, current, last)
    assert found.definition() == FICTIONAL
    assert is_found(other, "Li Bedacht")
    assert former.all() == []
    puts = shelf.puts
    take_over_lists(data)
    assert is_found(one, "Li Bedacht")
    assert shelf.puts == puts


def test_a_machine_whose_folder_comes_later_changes_nothing(one: Lists, other: Lists, tmp_path: Path) -> None:
    added(one, "Wang Verzonnen")
    former = Lists(other.path)
    add(former, FICTIONAL, giving("Zhao Fictief"), Terms(now=NOW))
    take_over_lists(tmp_path / "other")
    assert is_found(other, "Wang Verzonnen")
    assert not is_found(other, "Zhao Fictief")


def test_a_list_that_was_damaged_in_the_folder_screens_nobody_after_it_was_taken_over(
    one: Lists, settings: Any
) -> None:
    former = Lists(settings.OPENKADER_DATA / "lists")
    add(former, FICTIONAL, giving("Wang Verzonnen"), Terms(now=NOW))
    folder = former.known("fictional")
    current = folder.current()
    assert current is not None
    folder.entities(current).chmod(0o600)
    folder.entities(current).write_text("{")
    (folder.path / "last.json").write_text("{")
    take_over_lists(settings.OPENKADER_DATA)
    with pytest.raises(Unavailable, match=r"screening\.list-unread"):
        open_engine(one)


def test_a_take_over_that_cannot_reach_the_shelf_is_no_list_and_is_done_again(
    one: Lists, settings: Any, shelf: Away
) -> None:
    former = Lists(settings.OPENKADER_DATA / "lists")
    add(former, FICTIONAL, giving("Wang Verzonnen"), Terms(now=NOW))
    shelf.is_away = True
    with pytest.raises(Unavailable):
        take_over_lists(settings.OPENKADER_DATA)
    assert one.all() == []
    shelf.is_away = False
    take_over_lists(settings.OPENKADER_DATA)
    assert is_found(one, "Wang Verzonnen")


def test_how_an_attempt_went_is_known_everywhere(one: Lists, other: Lists) -> None:
    added(one, "Wang Verzonnen")
    attempt = Attempt(at=NOW.isoformat(), worked=False, worked_before="2030-01-01T00:00:00+00:00")
    one.folder("fictional").note(attempt)
    assert other.folder("fictional").last() == attempt
