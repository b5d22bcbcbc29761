"""Two programs that write at the same moment: one wins, the other is told, and nothing is there twice.

Both have looked before either writes, which a gate sees to, so that nothing hangs on luck.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installation import Installation
from tests.integration.conftest import copied

Said = dict[str, list[tuple[int, str]]]
SCRIPT = """
import json
from openkader.register import audit
from tests.integration import two_programs
found = two_programs.told()
assert audit.verify() is None
print(json.dumps(found))
"""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A register on each kind of database, in which all races are run once."""
    folder = tmp_path_factory.mktemp("race") / "data"
    if request.param == "sqlite":
        yield Installation(Path(shutil.copytree(request.getfixturevalue("built").data, folder)))
        return
    template = request.getfixturevalue("built_on_postgres")
    data = Path(shutil.copytree(template.data, folder))
    with copied(template, request.getfixturevalue("postgres_url")) as url:
        yield Installation(data, url)


@pytest.fixture(scope="module")
def said(house: Installation) -> dict[str, Said]:
    """What both programs were told in every race: the status, and what is wrong or where it is."""
    out, error = house.script(SCRIPT).communicate(timeout=120)
    assert out, error
    found: dict[str, dict[str, list[list[object]]]] = json.loads(out)
    return {
        kind: {name: [(int(str(one[0])), str(one[1])) for one in both] for name, both in races.items()}
        for kind, races in found.items()
    }


def test_of_two_who_change_what_both_saw_one_is_told_that_it_was_overtaken(said: dict[str, Said]) -> None:
    for name, (first, second) in said["changes"].items():
        assert first[0] in {200, 201}, (name, first)
        assert (second[0], second[1].rpartition(".")[2]) in {(412, "meanwhile"), (412, "overtaken")}, name


def test_what_is_sent_again_at_the_same_moment_is_there_once(said: dict[str, Said]) -> None:
    for name, (first, second) in said["again"].items():
        assert {first[0], second[0]} <= {200, 201}, name
        assert first[1] == second[1] != "", name


def test_an_initiative_that_was_begun_already_is_not_said_to_be_new(said: dict[str, Said]) -> None:
    first, second = said["again"]["initiative"]
    assert (first[0], second[0]) == (200, 201)


def test_what_is_so_already_is_said_and_not_done_again(said: dict[str, Said], house: Installation) -> None:
    for name, (first, second) in said["already"].items():
        assert first[0] in {200, 201}, name
        assert second[0] in {first[0], 409}, name
    found = [
        house.sql("SELECT count(*) FROM register_networkstanding"),
        house.sql("SELECT count(*) FROM register_networkcorrection"),
        house.sql("SELECT count(*) FROM register_handover"),
    ]
    assert found == [[(1,)], [(2,)], [(1,)]]


def test_two_things_at_the_same_place_each_have_a_number(said: dict[str, Said]) -> None:
    for name, (first, second) in said["beside"].items():
        assert (first[0], second[0]) == (201, 201), name
        assert first[1] != second[1], name


def test_one_document_at_the_case_and_with_an_advice_is_kept_once(
    said: dict[str, Said], house: Installation
) -> None:
    """They hold another record each; of both the second finds what the first kept."""
    first, second = (place.rpartition("/")[2] for _status, place in said["apart"]["document"])
    assert first == second
    rows = house.sql("SELECT reference FROM register_document WHERE reference LIKE 'V-5-D%'")
    assert max(rows) == (first,)
