"""Cases are made up: the same ones for the same seed, labelled, in several scripts, with a chain that holds."""

from datetime import date
from typing import Any

import pytest

from openkader.base.errors import Refused
from openkader.casework.life_cycle import State
from openkader.cli.fictional_cases import Plan, chunks
from openkader.cli.generating import generate
from openkader.kader import Assessor
from openkader.register import audit
from openkader.register.models import CaseLine, Decision, Party, PartyName, Request
from openkader.register.states import stand_of
from openkader.screening.names import Script, script_of
from tests.installation import Installation

pytestmark = pytest.mark.django_db
TODAY = date(2030, 5, 1)


def plan(assessor: Assessor, **changes: Any) -> Plan:
    plain = {
        "source": 1,
        "number": 60,
        "seed": 5,
        "kader": assessor.kader,
        "assignees": ("anna",),
        "today": TODAY,
    }
    return Plan(**{**plain, **changes})


def test_a_seed_gives_the_same_cases_and_another_seed_others(assessor: Assessor) -> None:
    assert list(chunks(plan(assessor))) == list(chunks(plan(assessor)))
    assert list(chunks(plan(assessor))) != list(chunks(plan(assessor, seed=6)))


def test_cases_are_labelled_and_come_in_many_kinds(assessor: Assessor) -> None:
    generate(200, 3, assessor)
    requests = Request.objects.select_related("source")
    assert requests.count() == 200
    assert all(row.title_nl.startswith("Fictief") and row.source and row.source.fictional for row in requests)
    for field, least in (("kind", 6), ("country", 8), ("confidentiality", 6), ("team", 4)):
        assert requests.values(field).distinct().count() >= least, field
    assert len(set(CaseLine.objects.values_list("state", flat=True))) >= 8
    scripts = {script_of(name) for name in PartyName.objects.values_list("name", flat=True)}
    assert scripts >= {Script.HAN, Script.HANGUL, Script.CYRILLIC, Script.ARABIC}
    assert audit.verify() is None


def test_every_line_says_what_its_case_says(assessor: Assessor) -> None:
    generate(60, 4, assessor)
    for line in CaseLine.objects.select_related("request__source"):
        stand = stand_of(line.request, TODAY)
        assert (line.request.reference, line.state, line.outcome) == (
            line.request.reference,
            stand.state,
            stand.outcome,
        )
    assert not CaseLine.objects.filter(state=State.AWAITING_ADVICE).exists()


def test_a_departure_has_its_reasons_and_a_refusal_its_ground(assessor: Assessor) -> None:
    generate(100, 8, assessor)
    assert not Decision.objects.filter(departs_from_proposal=True, motivation=None).exists()
    assert not Decision.objects.filter(outcome__in=["refuse", "refer"], ground=None).exists()


def test_a_seed_that_was_used_is_refused_and_leaves_nothing(assessor: Assessor) -> None:
    generate(10, 3, assessor)
    before = Party.objects.count(), Request.objects.count()
    with pytest.raises(Refused):
        generate(10, 3, assessor)
    assert (Party.objects.count(), Request.objects.count()) == before


def test_the_command_makes_cases_up_on_either_database(either: Installation) -> None:
    done = either.run("demo", "generate", "30", "--seed", "2")
    assert (done.returncode, "30" in done.stdout, done.stderr) == (0, True, "")
    assert either.run("audit", "verify").returncode == 0
    assert either.run("demo", "generate", "30", "--seed", "2").returncode == 3
    for wrong in ("0", "-1", "1000001", "x"):
        assert either.run("demo", "generate", wrong).returncode == 2, wrong
