"""A program reads what another version of a kader changes, and what becomes of past cases under a draft."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api.replays import limits_of
from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.cli.generating import generate
from openkader.kader import Assessor
from openkader.kader.soundness.difference_words import DifferenceWords
from openkader.register import models, services
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.draft_kaders import difference_of
from openkader.register.kaders import assessor_of
from openkader.register.selectors.kader_replays import how_many_seen, replay_found
from tests.integration.kader_house import BASE, begun, saved, text_of
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.replay_house import HAND, asked, holding_back, worked
from tests.unit.draft_kaders import VERSION, packs_with_a_draft
from tests.web_pages import colleague, page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
KADER = f"/api/v1/kaders/{BASE}"
DRAFT = "/api/v1/kaderconcepten/KC-1"
REPLAYS = f"{DRAFT}/naspelingen"
REPLAY = f"{REPLAYS}/KC-1-NS1"
WORDS = {
    "take_up": "oppakken",
    "take_up_with_conditions": "oppakken_onder_voorwaarden",
    "hold": "aanhouden",
    "refer": "doorverwijzen",
    "refuse": "weigeren",
}


@pytest.fixture(autouse=True)
def own_data(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def replayed(assessor: Assessor) -> str:
    """A draft that holds back what was taken up, and what became of sixty made-up cases."""
    generate(60, 4, assessor)
    reference = asked(holding_back(begun()))
    worked()
    return reference


@pytest.fixture
def second(settings: Any, tmp_path: Path) -> str:
    settings.OPENKADER_PACKS = packs_with_a_draft(tmp_path)
    return f"{KADER}/verschillen/{VERSION}"


def all_of(client: Client, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while address:
        shown = told(client.get(address))
        found += shown["zaken"]
        address = shown["_links"].get("volgende", {}).get("href")
    return found


def test_the_difference_of_two_versions_is_that_of_the_page(second: str) -> None:
    found = told(a_program(READ).get(second))
    older, newer = (assessor_of(name).kader for name in (BASE, f"zuid-holland/{VERSION}"))
    house = difference_of(older, newer)
    words = DifferenceWords(house, "nl")
    assert (found["was"]["digest"], found["wordt"]["digest"]) == (older.digest, newer.digest)
    assert found["samenvatting"] == words.headline
    assert words.headline in re.sub(r"<[^>]+>", "", page(f"/kader/{BASE}/verschil/{VERSION}/"))
    assert {(one["was"], one["wordt"]): one["aantal"] for one in found["matrix"]} == {
        (WORDS[was], WORDS[becomes]): number for (was, becomes), number in house.matrix.items()
    }
    assert sum(one["aantal"] for one in found["matrix"]) == found["aantalGevallen"]
    assert [one["omschrijvingen"] for one in found["voorstellen"]] == [
        words.descriptions(change.region.short) for change in house.outcomes
    ]
    milder = next(
        one for one in found["voorstellen"] if (one["was"], one["wordt"]) == ("weigeren", "aanhouden")
    )
    assert not milder["isStrenger"]
    assert milder["voorbeeld"]
    told_parts = [one.title for _, parts in words.parts() for one in parts]
    assert [one["titel"] for one in found["onderdelen"]] == told_parts
    lines = " ".join(line for one in found["onderdelen"] for line in one["zinnen"])
    assert "was “-21”, wordt “-28”" in lines
    assert not found["isGelijkwaardig"]


def test_it_is_said_in_the_language_that_is_asked_and_of_itself_there_is_no_difference(second: str) -> None:
    client = a_program(READ)
    english = told(client.get(second, headers={"accept-language": "en"}))
    assert english["samenvatting"].startswith("The proposal changes in")
    same = told(client.get(f"{KADER}/verschillen/2024-01-01"))
    assert (same["samenvatting"], same["isGelijkwaardig"]) == ("Beide versies zeggen hetzelfde.", True)
    assert (same["voorstellen"], same["onderdelen"]) == ([], [])
    assert client.get(f"{KADER}/verschillen/1999-01-01").status_code == 404
    assert client.get("/api/v1/kaders/nergens/2024-01-01/verschillen/2024-01-01").status_code == 404


def test_a_draft_says_what_it_changes_and_while_it_is_no_kader_nothing() -> None:
    reference = holding_back(begun())
    client = a_program(READ)
    found = told(client.get(f"{DRAFT}/verschillen"))
    assert found["was"]["kader"] == BASE
    assert {(one["was"], one["wordt"]) for one in found["voorstellen"]} >= {("oppakken", "aanhouden")}
    saved(reference, text_of(reference)[0] + "onzin: 1\n")
    assert client.get(f"{DRAFT}/verschillen").status_code == 404
    assert client.get("/api/v1/kaderconcepten/NOPE/verschillen").status_code == 404


def test_how_far_a_replay_is_and_that_it_is_of_an_earlier_text() -> None:
    reference = asked(holding_back(begun()))
    client = a_program(READ)
    (line,) = told(client.get(REPLAYS))["naspelingen"]
    assert (line["nummer"], line["stand"], line["aantalZaken"]) == (reference, "wacht", None)
    assert (line["aantalTeGaan"], line["isVanEerdereTekst"]) == (None, False)
    found = told(client.get(REPLAY))
    assert {name: found[name] for name in line} == line
    assert found["uitkomst"] is None
    assert client.get(f"{REPLAY}/verschillen/1/zaken").status_code == 404
    services.stop_kader_replay(reference, **HAND)
    saved("KC-1", text_of("KC-1")[0] + "\n# later\n")
    (line,) = told(client.get(REPLAYS))["naspelingen"]
    assert (line["stand"], line["isVanEerdereTekst"]) == ("gestopt", True)
    assert line["geeindigdDoor"] == str(HAND["by"])


def test_what_a_replay_found_is_what_the_page_shows(replayed: str) -> None:
    client = a_program(READ)
    found, house = told(client.get(REPLAY)), replay_found(replayed)
    shown = found["uitkomst"]
    assert (found["aantalZaken"], found["aantalAnders"]) == (house["cases"], house["changed"])
    assert found["aantalAnders"] > 0
    assert [(one["was"], one["wordt"], one["aantal"]) for one in shown["matrix"]] == [
        (WORDS[one["before"]], WORDS[one["after"]], one["cases"]) for one in house["matrix"]
    ]
    assert {one["verschil"]: one["aantalZaken"] for one in shown["verschillen"]} == {
        one["number"]: one["cases"] for one in house["differences"]
    }
    assert sum(one["aantalZaken"] for one in shown["verschillen"]) == found["aantalAnders"]
    assert {one["maatregel"]: (one["erbij"], one["eraf"]) for one in shown["maatregelen"]} == {
        name: (house["measures"]["added"].get(name, 0), house["measures"]["removed"].get(name, 0))
        for name in {**house["measures"]["added"], **house["measures"]["removed"]}
    }
    limits = [one["aantalZaken"] for one in shown["beperkingen"]]
    assert sorted(limits) == sorted(row["cases"] for rows in house["facts"].values() for row in rows)
    said = text(colleague("de", "decider").get("/kader/studio/KC-1/naspelen/"))
    assert f"{found['aantalAnders']} van de {found['aantalZaken']} zaken vallen anders uit" in said


def test_each_way_of_differing_leads_to_the_cases_that_one_may_see(replayed: str) -> None:
    stranger, decider = (
        a_program(READ, team="elders"),
        a_program(READ, role=AccountRole.AUDITOR, name="auditor"),
    )
    ways = told(decider.get(REPLAY))["uitkomst"]["verschillen"]
    for way in ways:
        cases = all_of(decider, way["zaken"]["href"])
        assert len(cases) == way["aantalZaken"] == way["aantalZichtbaar"]
        assert way["aantalZichtbaar"] == how_many_seen(replayed, way["verschil"], reader=HOUSE)
        assert decider.get(f"/api/v1/verzoeken/{cases[0]['verzoek']}").status_code == 200
    way, secret = ways[0], all_of(decider, ways[0]["zaken"]["href"])[0]["verzoek"]
    models.Request.objects.filter(reference=secret).update(
        confidentiality=Confidentiality.SECRET, team="china", assignee=None
    )
    read = models.AuditEvent.objects.filter(action="dossier.read", dossier=secret)
    before, tables = read.count(), everything()
    assert secret not in {one["verzoek"] for one in all_of(stranger, way["zaken"]["href"])}
    now = told(stranger.get(REPLAY))["uitkomst"]["verschillen"]
    mine = next(one for one in now if one["verschil"] == way["verschil"])
    assert mine["aantalZaken"] == way["aantalZaken"]
    assert mine["aantalZichtbaar"] < way["aantalZichtbaar"]
    assert read.count() == before
    assert secret in {one["verzoek"] for one in all_of(decider, way["zaken"]["href"])}
    assert read.count() == before + 1
    assert {name for name, count in everything().items() if tables[name] != count} <= {"register_auditevent"}


def test_the_cases_come_a_page_at_a_time(replayed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.replays.PER_PAGE", 3)
    client = a_program(READ, role=AccountRole.AUDITOR)
    way = told(client.get(REPLAY))["uitkomst"]["verschillen"][0]
    assert way["aantalZaken"] > 3
    found = [one["verzoek"] for one in all_of(client, way["zaken"]["href"])]
    assert len(found) == len(set(found)) == way["aantalZaken"]
    assert client.get(f"{REPLAY}/verschillen/9999/zaken").status_code == 404
    assert client.get(f"{way['zaken']['href']}?cursor=x").status_code == 400


def test_what_history_does_not_say_is_told_with_the_reason() -> None:
    words = {"nl": "Vraag", "en": "Question"}
    facts: Any = {
        "unanswered": [{"fact": "a", "label": words, "is_new": True, "cases": 3}],
        "unfit": [{"kader": "new", "fact": "b", "label": words, "reason": "option_gone", "cases": 2}],
        "impossible": [{"kader": "old", "constraint": "c", "text": words, "cases": 1}],
        "options_added": [{"fact": "d", "label": words, "options": ["x"], "cases": 4}],
        "dropped": [{"fact": "e", "cases": 5}],
    }
    shown = [json.loads(one.model_dump_json(by_alias=True)) for one in limits_of(facts)]
    assert [(one["soort"], one["naam"], one["aantalZaken"]) for one in shown] == [
        ("nieuwe_vraag", "a", 3),
        ("past_niet", "b", 2),
        ("gaat_niet_samen", "c", 1),
        ("nieuwe_antwoorden", "d", 4),
        ("niet_meer_gevraagd", "e", 5),
    ]
    assert (shown[1]["reden"], shown[1]["kader"], shown[2]["kader"]) == (
        "antwoord_bestaat_niet_meer",
        "concept",
        "uitgangspunt",
    )
    assert (shown[3]["antwoorden"], shown[4]["tekst"]) == (["x"], None)


def test_who_reads_no_cases_reads_none_of_it() -> None:
    begun()
    clients = [
        (a_program(HAND_IN), "token.out-of-scope"),
        (a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"), "role.read-cases"),
    ]
    every = (
        f"{KADER}/verschillen/2024-01-01",
        f"{DRAFT}/verschillen",
        REPLAYS,
        REPLAY,
        f"{REPLAY}/verschillen/1/zaken",
    )
    for address in every:
        for client, code in clients:
            response = client.get(address)
            assert (response.status_code, told(response)["code"]) == (403, code), address
        assert Client().get(address).status_code == 401
    reader = a_program(READ, name="lezer")
    for address in every[:3]:
        assert reader.get(f"{address}?x=1").status_code == 400, address
    assert reader.get(REPLAY).status_code == 404
    assert told(reader.get(REPLAYS))["naspelingen"] == []


def test_the_commands_of_the_handbook_are_answered(replayed: str) -> None:
    how = Path(__file__).parents[2] / "docs/how-to/let-a-program-compare-kaders.md"
    asked_for = re.findall(r'"\$HERE(/[^"]*)"', how.read_text(encoding="utf-8"))
    assert len(asked_for) == 6
    client = a_program(READ, TokenScope.REPLAY)
    *read, wish, stopping = (f"/api/v1{address}" for address in asked_for)
    for address in read:
        assert client.get(address).status_code == 200, address
    assert client.generic("POST", wish, headers={"idempotency-key": "5f0d2a1e"}).status_code == 201
    assert told(client.generic("PUT", stopping))["code"] == "kader-replay.ended"
