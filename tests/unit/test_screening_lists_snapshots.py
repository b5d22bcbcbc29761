"""Snapshots never change, and a list that did not come well never takes the place of one that did."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from openkader.base.errors import Invalid, NotFound, Problem, Unavailable
from openkader.screening.lists import (
    Definition,
    Fetched,
    Format,
    ListFolder,
    Lists,
    Outcome,
    Terms,
    add,
    compare,
    kept_files,
    read_listed,
    update,
    updating,
)
from tests.unit.screening_lists import UN

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)


def people(*names: str, country: str = "NL") -> bytes:
    entities = (
        {"id": name, "schema": "Person", "properties": {"name": [name], "country": [country]}}
        for name in names
    )
    return "".join(json.dumps(entity) + "\n" for entity in entities).encode()


class Web:
    """A source that gives what it is told to give."""

    def __init__(self, content: Mapping[str, bytes] | bytes = b"") -> None:
        self.content = content if isinstance(content, Mapping) else {"source": content}
        self.etags: dict[str, str] = {}
        self.asked: list[str] = []
        self.error: Exception | None = None

    def __call__(self, source: str, into: Path, etag: str) -> Fetched:
        self.asked.append(etag)
        if self.error:
            raise self.error
        if etag and etag == self.etags.get(source):
            return Fetched(unchanged=True)
        into.write_bytes(self.content[source])
        return Fetched(name=f"{source}.json", etag=self.etags.get(source, ""))


@pytest.fixture
def folder(tmp_path: Path) -> ListFolder:
    """A list with a definition and no snapshot."""
    found = Lists(tmp_path / "lists").folder("made-up")
    found.define(Definition(id="made-up", format=Format.FTM, sources=("source",)))
    return found


def renew(folder: ListFolder, content: bytes, **terms: object) -> Outcome:
    return update(folder, Web(content), Terms(now=NOW, **terms))  # type: ignore[arg-type]


def codes(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def captions(folder: ListFolder) -> list[str]:
    current = folder.current()
    assert current
    return [listed.entity.caption for listed in read_listed(folder.entities(current))]


def test_a_snapshot_holds_the_original_the_entities_and_what_they_are_known_by(folder: ListFolder) -> None:
    seen: list[int] = []
    assert renew(folder, people("Oak", "Elm"), progress=seen.append) is Outcome.RENEWED
    current = folder.current()
    assert current
    assert current.name.startswith("2026-11-23-")
    assert (current.entities, dict(current.counts), current.format) == (2, {"Person": 2}, Format.FTM)
    assert (folder.path / current.name / "original" / "source.json").read_bytes() == people("Oak", "Elm")
    assert current.files[0]["bytes"] == str(len(people("Oak", "Elm")))
    assert captions(folder) == ["Oak", "Elm"]
    assert seen == [1, 2]
    assert not (folder.path / ".draft").exists()


def test_nothing_in_a_snapshot_may_be_written(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    current = folder.current()
    assert current
    files = [path for path in (folder.path / current.name).rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o444}


def test_the_same_file_leaves_the_snapshot_in_force(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    assert update(folder, Web(people("Oak")), Terms(now=LATER)) is Outcome.UNCHANGED
    assert len(folder.names()) == 1
    last = folder.last()
    assert last
    assert (last.worked, last.at) == (True, LATER.isoformat())


def test_a_source_that_says_nothing_changed_is_believed(folder: ListFolder) -> None:
    web = Web(people("Oak"))
    web.etags = {"source": '"one"'}
    update(folder, web, Terms(now=NOW))
    assert update(folder, web, Terms(now=LATER)) is Outcome.UNCHANGED
    assert web.asked == ["", '"one"']


def test_another_reader_reads_the_same_files_again(
    folder: ListFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web(people("Oak"))
    web.etags = {"source": '"one"'}
    update(folder, web, Terms(now=NOW))
    monkeypatch.setattr(updating, "READER", 99)
    assert update(folder, web, Terms(now=NOW)) is Outcome.RENEWED
    assert web.asked == ["", ""]
    assert len(folder.names()) == 2


def test_of_several_files_the_unchanged_ones_are_taken_over(folder: ListFolder) -> None:
    folder.define(Definition(id="made-up", format=Format.OFAC_CSV, sources=("sdn", "alt")))
    row = '1,"OAK, Old","individual","TEST"' + ",-0- " * 8 + "\r\n\x1a"
    web = Web({"sdn": row.encode(), "alt": b'1,1,"aka","ELM",-0- \r\n\x1a'})
    web.etags = {"sdn": '"s1"', "alt": '"a1"'}
    update(folder, web, Terms(now=NOW))
    web.content, web.etags = {"alt": b'1,1,"aka","ASH",-0- \r\n\x1a'}, {"sdn": '"s1"', "alt": '"a2"'}
    assert update(folder, web, Terms(now=LATER)) is Outcome.RENEWED
    current = folder.current()
    assert current
    entity = next(read_listed(folder.entities(current))).entity
    assert [name.value for name in entity.names] == ["OAK, Old", "ASH"]
    assert [file["etag"] for file in current.files] == ['"s1"', '"a2"']


def test_two_files_of_one_name_do_not_overwrite_each_other(folder: ListFolder) -> None:
    assert updating._free_name("../sdn.csv", 1, set()) == "sdn.csv"
    assert updating._free_name("sdn.csv", 2, {"sdn.csv"}) == "2-sdn.csv"
    assert updating._free_name("", 3, set()) == "3-"


def test_a_list_that_lost_a_large_part_is_not_put_in_force(folder: ListFolder) -> None:
    names = [f"Person {number}" for number in range(100)]
    renew(folder, people(*names))
    with pytest.raises(Invalid) as refused:
        renew(folder, people(*names[:89]))
    assert codes(refused) == ["list.shrunken"]
    assert len(captions(folder)) == 100
    last = folder.last()
    assert last
    assert (last.worked, last.reasons()[0].detail["found"]) == (False, "89")
    assert renew(folder, people(*names[:90])) is Outcome.RENEWED


def test_somebody_may_say_that_the_list_did_shrink_but_never_to_nobody(folder: ListFolder) -> None:
    renew(folder, people(*(f"Person {number}" for number in range(100))))
    assert renew(folder, people("Oak"), accept_shrunken=True) is Outcome.RENEWED
    with pytest.raises(Invalid) as refused:
        renew(folder, b"", accept_shrunken=True)
    assert codes(refused) == ["list.empty"]
    assert captions(folder) == ["Oak"]


def test_a_list_may_have_another_share(folder: ListFolder) -> None:
    folder.define(Definition(id="made-up", format=Format.FTM, sources=("source",), at_least=0.5))
    renew(folder, people("Oak", "Elm"))
    assert renew(folder, people("Oak")) is Outcome.RENEWED


def test_a_record_that_cannot_be_read_is_told_and_too_many_are_refused(folder: ListFolder) -> None:
    renew(folder, people("Oak") + b"nonsense\n")
    current = folder.current()
    assert current
    assert (current.unreadable, current.problems[0]["where"]) == (1, "source.json:2")
    with pytest.raises(Invalid) as refused:
        renew(folder, people("Oak", "Elm") + b"nonsense\n" * 3)
    assert codes(refused)[0] == "list.too-many-unreadable"


def test_a_file_that_was_cut_off_leaves_the_former_in_force(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    with pytest.raises(Invalid) as refused:
        renew(folder, people("Oak", "Elm")[:-20])
    assert codes(refused) == ["list.cut"]
    assert captions(folder) == ["Oak"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Unavailable("list.unreachable", {"source": "x", "reason": "y"}), "list.unreachable"),
        (NotFound("list", "x"), "list.not-renewed"),
    ],
)
def test_a_source_that_cannot_be_had_leaves_the_former_in_force(
    folder: ListFolder, error: Exception, code: str
) -> None:
    renew(folder, people("Oak"))
    web = Web()
    web.error = error
    with pytest.raises(type(error)):
        update(folder, web, Terms(now=LATER))
    last = folder.last()
    assert last
    assert [problem.code for problem in last.reasons()] == [code]
    assert captions(folder) == ["Oak"]


def test_a_disk_that_is_full_is_an_outage_and_is_said_with_the_list(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    web = Web()
    web.error = OSError(28, "No space left on device")
    with pytest.raises(Unavailable, match=r"list\.not-stored"):
        update(folder, web, Terms(now=LATER))
    last = folder.last()
    assert last
    assert (last.worked, last.reasons()[0].code) == (False, "list.not-stored")
    assert captions(folder) == ["Oak"]


def test_a_mistake_of_our_own_is_said_with_the_list_as_well(folder: ListFolder) -> None:
    web = Web()
    web.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        update(folder, web, Terms(now=NOW))
    last = folder.last()
    assert last
    assert last.reasons() == (Problem("list.not-renewed", "made-up", {"reason": "ZeroDivisionError"}),)


def test_the_same_list_made_anew_leaves_the_snapshot_in_force(tmp_path: Path) -> None:
    """The United Nations put the moment of making into the file, so that every day it is another file."""
    folder = Lists(tmp_path / "lists").folder("un")
    folder.define(Definition(id="un", format=Format.UN_XML, sources=("source",)))
    renew(folder, UN.encode())
    first = folder.names()
    anew = UN.replace('dateGenerated="2026-02-27', 'dateGenerated="2026-02-28', 1)
    assert anew != UN
    assert update(folder, Web(anew.encode()), Terms(now=LATER)) is Outcome.UNCHANGED
    assert folder.names() == first
    other = anew.replace("Goma", "Bukavu")
    assert update(folder, Web(other.encode()), Terms(now=LATER)) is Outcome.RENEWED


def test_what_was_left_behind_by_a_crash_does_no_harm(folder: ListFolder) -> None:
    (folder.path / ".draft" / "original").mkdir(parents=True)
    (folder.path / ".draft" / "original" / "1").write_text("half")
    renew(folder, people("Oak"))
    (folder.path / "current").unlink()  # as if the power went before the last step
    assert folder.current() is None
    assert renew(folder, people("Oak")) is Outcome.RENEWED
    assert (captions(folder), len(folder.names())) == (["Oak"], 1)


def test_the_mapping_of_a_table_is_kept_with_the_snapshot(folder: ListFolder) -> None:
    mapping = "table: {schema: Company, properties: {name: A}}"
    folder.define(Definition(id="made-up", format=Format.TABLE, sources=("source",), mapping=mapping))
    renew(folder, b"A,B\nOak,1\n")
    current = folder.current()
    assert current
    assert (folder.path / current.name / "mapping.yaml").read_text() == mapping
    other = mapping.replace("Company", "Organization")
    folder.define(Definition(id="made-up", format=Format.TABLE, sources=("source",), mapping=other))
    assert renew(folder, b"A,B\nOak,1\n") is Outcome.RENEWED


def test_lists_are_found_by_name_and_a_name_leads_nowhere_else(folder: ListFolder, tmp_path: Path) -> None:
    lists = Lists(tmp_path / "lists")
    assert lists.all() == [folder]
    assert lists.known("made-up") == folder
    with pytest.raises(NotFound):
        lists.known("other")
    for name in ("../out", "", "Caps", "a" * 64, ".hidden"):
        with pytest.raises(Invalid):
            lists.folder(name)


def test_only_a_list_without_snapshots_can_be_taken_back(folder: ListFolder, tmp_path: Path) -> None:
    lists = Lists(tmp_path / "lists")
    renew(folder, people("Oak"))
    lists.remove(folder)
    assert lists.all() == [folder]
    bare = lists.folder("bare")
    bare.define(Definition(id="bare", format=Format.FTM, sources=("x",)))
    assert (bare.current(), bare.last()) == (None, None)
    lists.remove(bare)
    assert lists.all() == [folder]


def test_a_snapshot_is_found_by_the_beginning_of_its_name(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    update(folder, Web(people("Elm")), Terms(now=LATER))
    first, second = folder.names()
    assert folder.snapshot(first).name == first
    assert folder.snapshot("2026-11-24").name == second
    for name in ("2026", "1999", ""):
        with pytest.raises(NotFound):
            folder.snapshot(name)


def test_a_damaged_file_of_a_list_is_named(folder: ListFolder) -> None:
    (folder.path / "list.json").write_text("half of")
    with pytest.raises(Unavailable) as refused:
        folder.definition()
    assert refused.value.detail["file"].endswith("made-up/list.json")


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"format": "paper"}', "[" * 10_000, "\x00"])
def test_a_snapshot_that_says_something_else_than_was_written_is_damaged(
    folder: ListFolder, content: str
) -> None:
    renew(folder, people("Oak"))
    manifest = folder.path / folder.names()[0] / "manifest.json"
    manifest.chmod(0o600)
    manifest.write_text(content)
    with pytest.raises(Unavailable, match=r"list\.damaged"):
        folder.current()


def test_a_pointer_to_nowhere_is_damage(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    for pointer in ("2026-01-01-00000000", "", "\udcff"):
        (folder.path / "current").write_bytes(pointer.encode("utf-8", "surrogateescape"))
        with pytest.raises(Unavailable, match=r"list\.damaged"):
            folder.current()


def test_renewing_mends_a_damaged_snapshot_but_still_knows_how_large_the_list_was(folder: ListFolder) -> None:
    renew(folder, people("Oak", "Elm", "Ash"))
    first = folder.current()
    update(folder, Web(people("Oak", "Elm", "Ash", "Fir")), Terms(now=LATER))
    for broken in ("current", f"{folder.names()[1]}/manifest.json"):
        place = folder.path / broken
        place.chmod(0o600)
        place.write_text("nowhere")
        with pytest.raises(Invalid) as refused:
            update(folder, Web(people("Oak")), Terms(now=LATER))
        assert codes(refused) == ["list.shrunken"]
        assert update(folder, Web(people("Oak", "Elm", "Ash", "Fir")), Terms(now=LATER)) is Outcome.RENEWED
        assert captions(folder) == ["Oak", "Elm", "Ash", "Fir"]
    assert first
    assert folder.snapshot(first.name) == first


def test_entities_that_are_not_those_that_were_written_are_made_anew(folder: ListFolder) -> None:
    """Whoever strikes a name out of the file, or loses half of it, would make somebody look clear."""
    renew(folder, people("Oak", "Elm"))
    current = folder.current()
    assert current
    path = folder.entities(current)
    path.chmod(0o600)
    path.write_bytes(people("Elm"))
    with pytest.raises(Unavailable, match=r"list\.damaged"):
        folder.check(current)
    assert renew(folder, people("Oak", "Elm")) is Outcome.RENEWED
    folder.check(current)
    path.chmod(0o600)
    path.unlink()
    with pytest.raises(Unavailable, match=r"list\.damaged"):
        folder.check(current)


def test_a_half_written_file_never_takes_the_place_of_a_whole_one(
    folder: ListFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(kept_files, "settle", fail)
    with pytest.raises(OSError, match="Input/output"):
        folder.define(Definition(id="other", format=Format.FTM, sources=()))
    assert folder.definition().id == "made-up"


def test_the_difference_between_two_snapshots(folder: ListFolder) -> None:
    renew(folder, people("Oak", "Elm", "Ash"))
    update(folder, Web(people("Ash", "Fir") + people("Elm", country="BE")), Terms(now=LATER))
    before, after = (folder.path / name / "entities.ftm.json" for name in folder.names())
    found = compare(before, after)
    assert (dict(found.added), dict(found.removed)) == ({"Fir": "Fir"}, {"Oak": "Oak"})
    change = found.changed[0]
    assert (change.id, dict(change.gained), dict(change.lost)) == (
        "Elm",
        {"country": ("BE",)},
        {"country": ("NL",)},
    )
    assert found.touched == {"Fir", "Elm"}


def test_against_nothing_everything_is_new(folder: ListFolder) -> None:
    renew(folder, people("Oak"))
    current = folder.current()
    assert current
    found = compare(None, folder.entities(current))
    assert found.touched == frozenset({"Oak"})
    assert found.changed == ()
    assert not found.removed


def test_a_list_is_one_only_when_it_was_read(tmp_path: Path) -> None:
    """A list that nobody ever read closes all screening; Ctrl-C must not leave one."""
    lists, web = Lists(tmp_path / "lists"), Web(people("Oak"))
    new = Definition(id="new", format=Format.FTM, sources=("source",))
    for broken_off in (KeyboardInterrupt(), Invalid([]), OSError(28, "No space left on device")):
        web.error = broken_off  # type: ignore[assignment]
        with pytest.raises((KeyboardInterrupt, Invalid, Unavailable)):
            add(lists, new, web, Terms(now=NOW))
        assert (lists.all(), list(lists.path.iterdir())) == ([], [])
    lists.folder("new").propose(new)  # as a computer leaves it that goes down meanwhile
    assert lists.all() == []
    web.error = None
    add(lists, new, web, Terms(now=NOW))
    assert lists.known("new").definition() == new
    assert captions(lists.known("new")) == ["Oak"]


def test_an_attempt_remembers_its_reasons(folder: ListFolder) -> None:
    with pytest.raises(Invalid):
        renew(folder, b"")
    last = folder.last()
    assert last
    assert last.reasons() == (Problem("list.empty", "made-up", {}),)
