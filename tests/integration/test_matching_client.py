"""The client that OpenSanctions publishes, against a served installation, and the example of the how-to."""

import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from yente_client import Client, Person
from yente_client.exceptions import AuthenticationError, BadRequestError, NotFoundError, ServerError
from yente_client.models import MatchError

from tests.installation import Installation
from tests.integration.matching_house import BEDACHT, OTHER_WANG, WANG, a_list
from tests.integration.test_serving import served

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "screen-from-another-tool.md"
SECRET = """
from datetime import timedelta
from django.utils import timezone
from openkader.casework.permissions import HouseHand
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.tokens import TokenEntry
now = timezone.now()
hand = {"by": HouseHand("cli:test"), "now": now}
services.open_account("tool", "een-lang-wachtwoord-2030", post=Post(roles=[AccountRole.REVIEWER]), **hand)
last = now.date() + timedelta(days=30)
print(services.open_token(TokenEntry(account="tool", name="tool", scopes=(TokenScope.SCREEN,), ends_on=last), **hand))
"""


@pytest.fixture(scope="module")
def served_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, str, str, Path]]:
    """An installation with two lists, its address, the key of a tool, and where its lines go."""
    house = Installation(tmp_path_factory.mktemp("matching") / "data")
    assert house.run("migrate").returncode == 0
    now = datetime.now(UTC)
    a_list(house.data, "fictional", WANG, BEDACHT, now=now)
    a_list(house.data, "another", OTHER_WANG, now=now)
    said, wrong = house.script(SECRET).communicate(timeout=60)
    assert "okt_" in said, wrong
    with served(house, "--workers", "1") as (site, log):
        yield house, f"{site}/api/yente", said.strip(), log


@pytest.fixture
def client(served_house: tuple[Installation, str, str, Path]) -> Iterator[Client]:
    _, address, key, _ = served_house
    with Client(base_url=address, api_key=key, app_name="Tests") as found:
        yield found


def test_the_client_matches_a_person(client: Client) -> None:
    found = client.match(Person(firstName="Wang", lastName="Verzonnen", birthDate="1962-03-04"), limit=3)
    assert found.top is not None
    assert (found.top.id, found.top.match, found.top.datasets) == ("fic-1", True, ["fictional"])
    assert found.top.last_seen is not None
    assert found.query["properties"]["name"] == ["Wang Verzonnen"]
    assert (found.total.value, found.limit, len(found.matches)) == (1, 3, 1)
    assert "same_birth_date" in found.top.contributing_explanations


def test_the_client_matches_many(client: Client) -> None:
    people = [(str(number), Person(name=f"Verzonnen Mens {number}")) for number in range(5)]
    asked = [*people, ("wang", Person(name="王虚构"))]
    found = dict(client.match_iter(asked, datasets=["fictional", "another"], on_error="collect"))
    assert set(found) == {key for key, _ in asked}
    assert not [one for one in found.values() if isinstance(one, MatchError)]
    wang = found["wang"]
    assert not isinstance(wang, MatchError)
    assert [one.id for one in wang.matches][:1] == ["fic-1"]


def test_the_client_searches_fetches_and_looks_around(client: Client) -> None:
    assert (
        client.search("Verzonnen Tuinbouw", datasets=["default"], schema="Company").results[0].id == "fic-2"
    )
    assert client.fetch("fic-1").properties["programId"] == ["FIC-1"]
    assert client.algorithms().best == "openkader"
    catalog = client.datasets()
    assert (catalog.current, catalog.datasets[0].children) == (["another", "fictional"],) * 2
    assert client.datasets() == catalog
    assert (client.healthz().status, client.readyz().status) == ("ok", "ok")


def test_the_client_hears_what_is_wrong(
    client: Client, served_house: tuple[Installation, str, str, Path]
) -> None:
    person = Person(name="Wang Verzonnen")
    with pytest.raises(BadRequestError, match="changed_since"):
        client.match(person, changed_since="2026-01-01")
    with pytest.raises(BadRequestError, match="logic-v2"):
        client.match(person, algorithm="logic-v2")
    with pytest.raises(NotFoundError):
        client.match(person, datasets=["sanctions"])
    with pytest.raises(NotFoundError):
        client.adjacent("fic-1")
    with (
        Client(base_url=served_house[1], api_key="okt_onbekend") as stranger,
        pytest.raises(AuthenticationError),
    ):
        stranger.match(person)


def test_the_example_of_the_guide_works(served_house: tuple[Installation, str, str, Path]) -> None:
    _, address, key, _ = served_house
    (example,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    code = example.replace("https://openkader.example.nl/api/yente", address).replace("okt_…", key)
    with redirect_stdout(StringIO()) as said:
        exec(compile(code, "guide", "exec"), {})  # noqa: S102  our own page
    first, *_, second, third = said.getvalue().splitlines()
    assert "Wang Verzonnen ['fictional']" in first
    assert (second, third) == ("kvk 12345678 1", "['FIC-1']")


def test_no_name_stands_in_the_log_or_the_trail(
    client: Client, served_house: tuple[Installation, str, str, Path]
) -> None:
    house, _, _, log = served_house
    client.match(Person(name="Onbekende Bedachteling"))
    client.search("Onbekende Bedachteling")
    assert "Bedachteling" not in log.read_text("utf-8")
    details = json.dumps(house.sql("select detail from register_auditevent"))
    assert "names" in details
    assert "Bedachteling" not in details


def test_a_list_that_is_gone_is_an_error_and_not_clear(
    client: Client, served_house: tuple[Installation, str, str, Path]
) -> None:
    pointer = served_house[0].data / "lists/another/current"
    held = pointer.read_text()
    pointer.unlink()
    try:
        with pytest.raises(ServerError, match="another"):
            client.match(Person(name="Wang Verzonnen"))
        with pytest.raises(ServerError):
            client.healthz()
    finally:
        pointer.write_text(held)
    assert client.match(Person(name="Wang Verzonnen")).results
