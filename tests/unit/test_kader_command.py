"""`openkader kader check` reads the whole pack: the kader, and what an organisation keeps beside it."""

import json
import shutil
from pathlib import Path

import pytest

from openkader.cli.main import main
from openkader.kader import load_kader
from tests.unit.kader_factories import PACKS, plain_id
from tests.unit.letterheads import paper

LETTERS = (PACKS / "zuid-holland" / "letters.yaml").read_text("utf-8")
INVALID = 2


@pytest.fixture
def organisation(tmp_path: Path) -> Path:
    """A pack of one's own to spoil."""
    own = tmp_path / "made-up"
    for source in (PACKS / "zuid-holland").glob("*.yaml"):
        own.mkdir(exist_ok=True)
        shutil.copy(source, own)
    shutil.copytree(PACKS / "zuid-holland" / "2024-01-01", own / "2024-01-01")
    return own


def wrong(organisation: Path, capsys: pytest.CaptureFixture[str], version: str = "2024-01-01") -> str:
    assert main(["kader", "check", str(organisation / version)]) == INVALID
    return capsys.readouterr().err


def test_the_pack_of_the_house_is_whole(organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "check"]) == 0
    assert main(["kader", "check", str(organisation / "2024-01-01")]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("right", "spoilt", "said"),
    [
        ("ground: abuses", "ground: abusses", ("letters.yaml:8", "abusses", "no_demand")),
        ("ground: abuses", "ground: sanctions", ("letters.yaml:8", "sanctions")),
        ("nl: Er zijn signalen", "nl: Er zijn {signals}", ("letters.yaml:10", "{motivation}", "signals")),
        ("grounds:\n", "reasons: []\ngrounds:\n", ("letters.yaml:3", "reasons", "outcomes")),
        (
            "grounds:\n",
            "outcomes: [{outcome: refuse, paragraphs: []}]\ngrounds:\n",
            ("letters.yaml:3", "paragraphs"),
        ),
    ],
    ids=plain_id,
)
def test_a_mistake_in_the_letters_is_found_with_its_line(
    organisation: Path, capsys: pytest.CaptureFixture[str], right: str, spoilt: str, said: tuple[str, ...]
) -> None:
    assert right in LETTERS
    (organisation / "letters.yaml").write_text(LETTERS.replace(right, spoilt, 1), "utf-8")
    found = wrong(organisation, capsys)
    assert all(word.strip("{}") in found for word in said), found


def test_a_ground_of_an_older_version_still_has_its_letter(organisation: Path) -> None:
    newer = organisation / "2030-01-01"
    shutil.copytree(organisation / "2024-01-01", newer)
    with (organisation / "letters.yaml").open("a", encoding="utf-8") as file:
        file.write("  - ground: old_ground\n    paragraphs: [{nl: Verouderd., en: Outdated.}]\n")
    older = organisation / "2024-01-01" / "lists" / "register.yaml"
    text, sanctions = older.read_text("utf-8"), "- {code: sanctions, nl: sanctielijst, en: sanctions list}"
    assert main(["kader", "check", str(newer)]) == INVALID
    more = f"{sanctions}\n      - {{code: old_ground, nl: oud, en: old}}"
    older.write_text(text.replace(sanctions, more), "utf-8")
    assert main(["kader", "check", str(newer)]) == 0


def test_all_that_lies_beside_a_kader_is_read_in_one_round(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("letters.yaml", "front-door.yaml", "deadlines.yaml"):
        with (organisation / name).open("a", encoding="utf-8") as file:
            file.write("surprise: 1\n")
    found = wrong(organisation, capsys)
    assert all(name in found for name in ("letters.yaml:", "front-door.yaml:", "deadlines.yaml:"))


def test_a_letterhead_with_a_macro_is_found_too(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (organisation / "letterhead.docx").write_bytes(paper())
    assert main(["kader", "check", str(organisation / "2024-01-01")]) == 0
    (organisation / "letterhead.docx").write_bytes(paper(**{"word/vbaProject.bin": "x"}))
    assert "letterhead.docx: " in wrong(organisation, capsys)


def test_an_organisation_need_not_write_any_of_them(organisation: Path) -> None:
    for file in organisation.glob("*.yaml"):
        file.unlink()
    assert main(["kader", "check", str(organisation / "2024-01-01")]) == 0


NEVER = """\
  - id: impossible
    outcome: refuse
    when: {all: [{RV1: false}, {RV1: true}]}
    reason: {nl: x, en: x}
    cites: [{source: EVAL24, place: x}]
  - id: in_line
"""


def test_a_row_that_can_never_hold_is_an_error(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = organisation / "2024-01-01" / "tables.yaml"
    tables.write_text(tables.read_text("utf-8").replace("  - id: in_line\n", NEVER), "utf-8")
    assert main(["kader", "check", str(organisation / "2024-01-01")]) == 1
    assert "fout: tables.yaml:302: De regel ‘impossible’ kan nooit gelden." in capsys.readouterr().out


def test_a_row_that_is_always_outweighed_comes_with_an_example(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = organisation / "2024-01-01" / "tables.yaml"
    outweighed = NEVER.replace("refuse", "hold").replace("{all: [{RV1: false}, {RV1: true}]}", "{RV1: false}")
    tables.write_text(tables.read_text("utf-8").replace("  - id: in_line\n", outweighed), "utf-8")
    assert main(["kader", "check", str(organisation / "2024-01-01")]) == 0
    said = capsys.readouterr().out
    assert "waarschuwing: tables.yaml:302: Waar de regel ‘impossible’ geldt" in said
    assert "\n  bijvoorbeeld " in said
    assert main(["kader", "check", str(organisation / "2024-01-01"), "--strict"]) == 1


def test_findings_are_data_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "check", "zuid-holland/2024-01-01", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["digest"].startswith("5c02a33e9249")
    assert {one["code"] for one in told["findings"]} == {"overlap"}
    assert all(one["cases"] for one in told["findings"])


def test_rows_that_hold_together_are_shown_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "check", "zuid-holland/2024-01-01"]) == 0
    assert "aantekening:" not in capsys.readouterr().out
    assert main(["kader", "check", "zuid-holland/2024-01-01", "--notes"]) == 0
    assert (
        "aantekening: tables.yaml:58: ‘sanctioned’ en ‘in_line’ kunnen samen gelden"
        in capsys.readouterr().out
    )


QUIET_TALK = """
constraints:
  - id: quiet_talk
    text: {nl: Een gesprek heeft geen vraag (bedacht)., en: A talk has no demand (made up).}
    never: {country: AQ}
    cites: [{source: EVAL, place: p. 3}]
"""


def test_the_document_says_what_cannot_be_and_where_that_stands(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = organisation / "2024-01-01"
    assert main(["kader", "show", str(version)]) == 0
    assert "Wat niet kan" not in capsys.readouterr().out
    source = next(iter(load_kader(version).sources.values()))
    (version / "never.yaml").write_text(QUIET_TALK.replace("EVAL", source.id), "utf-8")
    assert main(["kader", "show", str(version)]) == 0
    said = capsys.readouterr().out
    assert "- Een gesprek heeft geen vraag (bedacht).\n  kan niet: het land is" in said
    assert f"  bron: {source.title.nl}, p. 3" in said
    assert f"- {source.title.nl}, {source.publisher}" in said
