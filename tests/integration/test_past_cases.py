"""The cases of the register are replayed on the facts of their newest assessment, each once."""

import json
import shutil
from pathlib import Path

import pytest

from openkader.casework.permissions import HOUSE, NOBODY
from openkader.cli.generating import generate
from openkader.cli.main import main
from openkader.kader import Assessor
from openkader.kader.replaying import Replay, in_chunks
from openkader.register.models import Assessment, Request
from openkader.register.selectors import past_cases as selecting
from openkader.register.selectors.past_cases import how_many_past_cases, past_cases
from tests.integration.register_house import a_request, answered, assessed
from tests.unit.kader_factories import ZUID_HOLLAND

pytestmark = pytest.mark.django_db


def test_an_empty_register_has_no_past_cases() -> None:
    assert (list(past_cases(reader=HOUSE)), how_many_past_cases(reader=HOUSE)) == ([], 0)


def test_a_case_is_there_once_with_the_facts_of_its_newest_assessment(assessor: Assessor) -> None:
    reference = assessed(assessor)
    a_request("V-2")  # was never assessed
    answered(assessor, reference, national_advice="negative")
    assert dict(past_cases(reader=HOUSE))[reference].get("national_advice") != "negative"
    assessed_again(assessor, reference)
    found = list(past_cases(reader=HOUSE))
    assert [name for name, _ in found] == [reference]
    assert found[0][1]["national_advice"] == "negative"
    assert how_many_past_cases(reader=HOUSE) == 1


def assessed_again(assessor: Assessor, reference: str) -> None:
    from openkader.register import services
    from tests.integration.register_house import HAND

    services.assess_request(reference, assessor=assessor, **HAND)


def test_who_may_not_see_a_case_does_not_get_it(assessor: Assessor) -> None:
    assessed(assessor)
    assert list(past_cases(reader=NOBODY)) == []
    assert how_many_past_cases(reader=NOBODY) == 0


def test_under_its_own_kader_every_case_comes_out_as_it_was_stored(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(90, 4, assessor)
    monkeypatch.setattr(selecting, "BATCH", 7)
    cases = list(past_cases(reader=HOUSE))
    assert (
        len(cases)
        == how_many_past_cases(reader=HOUSE)
        == Assessment.objects.values("request").distinct().count()
    )
    assert {name for name, _ in cases} <= set(Request.objects.values_list("reference", flat=True))
    stored = dict(Assessment.objects.order_by("id").values_list("request__reference", "outcome"))
    replay = Replay(assessor, assessor)
    for some in in_chunks(cases, 20):
        assert replay.take(some) == []
    counted = {before.value: count for (before, _), count in replay.tally.matrix.items()}
    assert counted == {word: list(stored.values()).count(word) for word in set(stored.values())}
    outcomes = {name: assessor.assess(replay.facts("old", facts)).outcome for name, facts in cases}  # type: ignore[arg-type]
    assert outcomes == stored


def test_the_command_replays_the_register(
    assessor: Assessor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = assessed(assessor)
    draft = tmp_path / "zuid-holland" / "2026-01-01"
    shutil.copytree(ZUID_HOLLAND, draft)
    tables = draft / "tables.yaml"
    tables.write_text(
        tables.read_text("utf-8").replace("    outcome: take_up\n", "    outcome: hold\n"), "utf-8"
    )
    arguments = ["kader", "replay", "zuid-holland", str(draft), "--register", "--json"]
    assert main(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["replay"]["of"] == "register"
    assert found["cases"] == 1
    was = Assessment.objects.get(request__reference=reference).outcome
    assert [one["case"] for one in found["changes"]] == ([reference] if was == "take_up" else [])
    assert Assessment.objects.count() == 1
