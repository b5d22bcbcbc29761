"""The claims of a published evaluation against the register: the shipped file, the command, and bad input."""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.base.errors import Invalid
from openkader.casework.permissions import HOUSE, NOBODY
from openkader.cli import evaluate
from openkader.cli.words import Screen
from openkader.evaluation.claims.checking import Checked, check_claims, read_claims, shipped_claims
from openkader.evaluation.claims.judging import Verdict
from tests.installation import ROOT, YEAR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]

CLAIMS = ROOT / "src/openkader/packs/zuid-holland/claims/2024.yaml"
# Sentences of the source on which no record of the register rests; compared by hand with the published text.
ONLY_IN_THE_SOURCE = {
    "drie-randvoorwaarden",
    "meeste-inzet",
    "een-zonder-tuinbouw",
    "naam-van-de-bijlage",
    "daling-verzoeken",
    "meeste-in-de-eu",
    "een-marokko",
    "twee-japan",
    "handel-telt-op",
    "derde-bestemming",
    "minder-partijen",
    "minder-mous",
    "minder-activiteiten",
    "vaste-kern",
    "vijf-economisch",
    "zie-actielijn-3",
    "vier-inkomend-hoofdstuk-5",
    "twee-keer-vier",
    "eerste-missie",
}
# What seed §6 found by hand, by its number there, and what must come of it.
INCONSISTENCIES = {
    "1 chapter": ("hoofdstuk-aanbevelingen", "contradicted", []),
    "2 annex": ("naam-van-de-bijlage", "contradicted", []),
    "3 four by the kader": (
        "vier-inkomend",
        "proved",
        ["ZH-2024-01", "ZH-2024-03", "ZH-2024-04", "ZH-2024-05"],
    ),
    "3 four received": ("vier-ontvangen", "contradicted", ["ZH-2024-01", "ZH-2024-03", "ZH-2024-05"]),
    "4 which from Hebei": ("een-zonder-tuinbouw", "proved", ["ZH-2024-01"]),
    "5 twenty-seven": ("zevenentwintig-partijen", "unproved", ["ZH-2024-02-P1"]),
    "6 direct role": ("zevenentwintig-directe-rol", "contradicted", ["ZH-2024-02-P1"]),
    "6 two definitions": ("twee-keer-zevenentwintig", "contradicted", ["ZH-2024-04-P4"]),
    "7 responsible business": ("mvo-alle-bezoeken", "contradicted", ["ZH-2024-01", "ZH-2024-04"]),
    "8 chain": ("keten-besproken", "contradicted", ["ZH-2024-06"]),
    "8 property": ("eigendom-besproken", "contradicted", ["ZH-2024-06"]),
    "8 housing": ("huisvesting-besproken", "contradicted", ["ZH-2024-05"]),
    "9 only on request": ("enkel-op-verzoek", "contradicted", ["V-2024-06"]),
    "10 all activities": ("alle-activiteiten", "contradicted", ["G-2024-01"]),
    "11 protocol": ("geweigerd-volgens-protocol", "unproved", ["B-2024-08"]),
    "11 framework": ("geweigerd-volgens-afwegingskader", "unproved", ["B-2024-09"]),
    "12 sector": ("geen-hoog-risico", "proved", ["B-2024-01"]),
    "12 screening": ("geen-organisatie-geweigerd", "unproved", ["B-2024-10"]),
    "13 self-scan": ("zelfscan-alle-bedrijven", "unproved", ["ZH-2024-02-M3.self_scan"]),
    "14 horticulture only": ("enkel-tuinbouw", "contradicted", ["V-2024-07"]),
    "15 most in the EU": ("meeste-in-de-eu", "unproved", ["ZH-2024-07", "ZH-2024-08"]),
    "19 parties of 2023": ("minder-partijen", "unproved", []),
    "19 agreements of 2023": ("minder-mous", "unproved", []),
    "21 all measures": ("alle-maatregelen", "unproved", ["ZH-2024-01-E1.risk_list"]),
    "22 investments": ("investeringen-alle", "unproved", []),
}


@pytest.fixture
def checked() -> Checked:
    return check_claims(read_claims(CLAIMS), reader=HOUSE)


def verdict(checked: Checked, reference: str) -> Verdict:
    return next(found for claim, found in checked.verdicts if claim.reference == reference)


def folded(words: str) -> str:
    """Without the breaks of the lines in which the source was set."""
    return re.sub(r"-\s+", "-", " ".join(words.split()))


def passages(found: Any) -> list[str]:
    """Every passage of the year file, at whatever depth."""
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    own = [found["passage"]] if isinstance(found, dict) and "passage" in found else []
    return own + [passage for part in parts for passage in passages(part)]


def test_every_sentence_stands_literally_in_the_source() -> None:
    known = [folded(passage) for passage in passages(yaml.safe_load(YEAR.read_text("utf-8")))]
    strange = {
        claim.reference
        for claim in read_claims(CLAIMS).claims
        if not any(folded(claim.sentence) in text or text in folded(claim.sentence) for text in known)
    }
    assert strange <= ONLY_IN_THE_SOURCE


@pytest.mark.parametrize("found", INCONSISTENCIES.values(), ids=INCONSISTENCIES)
def test_what_was_found_by_hand_comes_out_by_itself(
    checked: Checked, found: tuple[str, str, list[str]]
) -> None:
    reference, status, rows = found
    shown = verdict(checked, reference)
    assert shown.status == status
    assert [bearing.row.reference for bearing in shown.rows][: len(rows)] == rows
    assert bool(shown.missing) is (status == "unproved")


def test_the_rest_is_proved_or_lacks_something(checked: Checked) -> None:
    assert Counter(found.status for _, found in checked.verdicts) == {
        "contradicted": 13,
        "unproved": 26,
        "proved": 18,
    }
    proved = {claim.reference for claim, found in checked.verdicts if found.status == "proved"}
    assert {"zes-rijen", "drie-mous", "tien-gesprekken", "negen-andere-landen", "handel-telt-op"} <= proved


def test_the_year_2023_is_what_is_missing(checked: Checked) -> None:
    assert [text.nl for text in verdict(checked, "daling-verzoeken").missing] == ["Het register van 2023."]


def test_each_collection_is_read_once_however_many_claims() -> None:
    file = read_claims(CLAIMS)
    with CaptureQueriesContext(connection) as queries:
        check_claims(file, reader=HOUSE)
    assert len(queries) <= 13


def test_in_public_a_decision_of_a_screened_case_has_no_name() -> None:
    shown = check_claims(read_claims(CLAIMS), reader=NOBODY)
    assert verdict(shown, "geen-hoog-risico").status == "proved"


def test_the_file_of_a_year_is_found_by_its_place(settings: Any) -> None:
    found = shipped_claims(2024)
    assert found is not None
    assert found is shipped_claims(2024)
    assert shipped_claims(2023) is None
    settings.OPENKADER_ORGANISATION = "zuid-holland"
    assert shipped_claims(2024) is not None
    settings.OPENKADER_ORGANISATION = "elders"
    assert shipped_claims(2024) is None


def printed(capsys: pytest.CaptureFixture[str], path: Path, language: str = "nl", form: str = "table") -> str:
    code = evaluate.run(argparse.Namespace(year="check", more=[str(path)], format=form), Screen(language))
    assert code == 1
    return capsys.readouterr().out


def test_the_table_says_first_what_is_contradicted(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, CLAIMS)
    assert "13 weersproken, 26 niet te bewijzen, 18 bewezen" in shown
    assert shown.index("\nWEERSPROKEN") < shown.index("\nNIET TE BEWIJZEN") < shown.index("\nBEWEZEN")
    assert "… (+48)" in shown
    assert "13 contradicted" in printed(capsys, CLAIMS, "en")


def test_the_json_is_what_the_reference_promises(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, CLAIMS, form="json"))
    assert (found["year"], found["kader"]) == (2024, "zuid-holland/2024-01-01")
    assert found["tally"] == {"contradicted": 13, "unproved": 26, "proved": 18}
    claims = {claim["id"]: claim for claim in found["claims"]}
    assert claims["vier-ontvangen"]["rows"][0] == {
        "id": "ZH-2024-01",
        "dossier": "ZH-2024-01",
        "number": 1,
        "party": None,
        "side": "counts",
    }
    assert claims["alle-maatregelen"]["row_count"] == 56


OTHER = """\
evaluation:
  organisation: {nl: Voorbeeld, en: Example}
  title: {nl: Verzonnen, en: Made up}
  year: %d
  kader: zuid-holland/2024-01-01
  fictional: true
claims:
  - {reference: c, sentence: Zin., figure: activities, is: 3}
  - {reference: d, sentence: Zin., sum: [1, 2], is: 3}
"""


def test_a_year_that_the_register_has_not_is_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(OTHER % 1999, encoding="utf-8")
    code = evaluate.run(argparse.Namespace(year="check", more=[str(path)], format="table"), Screen("nl"))
    shown = capsys.readouterr().out
    assert code == 0
    assert "Het register heeft niets over 1999." in shown
    assert "Deze beweringen zijn verzonnen." in shown
    assert "0 weersproken, 1 niet te bewijzen, 1 bewezen" in shown


@pytest.mark.parametrize(
    ("more", "form"), [([], "table"), ([str(CLAIMS), "2024"], "table"), ([str(CLAIMS)], "html")]
)
def test_a_command_that_means_nothing_says_how(more: list[str], form: str) -> None:
    with pytest.raises(Invalid) as caught:
        evaluate.run(argparse.Namespace(year="check", more=more, format=form), Screen("nl"))
    assert [problem.code for problem in caught.value.problems] == ["command.misread"]
