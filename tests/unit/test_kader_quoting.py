"""A passage that a kader quotes is looked up in the text of its source, as people read it."""

import json
from pathlib import Path

import pytest

from openkader.base.document import MAX_BYTES, read_text
from openkader.cli.main import main
from openkader.kader.quoting import Quotation, absent_findings, looked_up, quotations_in
from tests.unit.kader_factories import plain_id, write_pack

INVALID = 2
SOURCE = """\
De provincie Zuid-
Holland weegt elk verzoek. Bij een tref-
fer wordt ‘het Rijk’ geraadpleegd,
  ook in de IT-
omgeving – altijd.
"""


def is_there(words: str) -> bool:
    return not looked_up(
        [Quotation(source="LAW", words=words, where="a.yaml:1")], "LAW", "law.txt", SOURCE
    ).absent


@pytest.mark.parametrize(
    "words",
    [
        "De provincie Zuid-Holland weegt",
        "provincie Zuid- Holland weegt elk",
        "Bij een treffer wordt 'het Rijk' geraadpleegd, ook",
        "ook in de IT-",
        "IT-omgeving - altijd.",
        "tref\u00adfer",
    ],
    ids=plain_id,
)
def test_words_are_found_however_lines_end_and_words_are_broken(words: str) -> None:
    assert is_there(words)


@pytest.mark.parametrize(
    "words",
    ["weegt ieder verzoek", "weegt elk  verzoek niet", "de provincie", "Rijk geraad pleegd"],
    ids=plain_id,
)
def test_other_words_are_not_found(words: str) -> None:
    assert not is_there(words)


def test_quotations_are_found_at_any_depth_with_their_line() -> None:
    text = """\
rows:
  - cites:
      - {source: LAW, place: art. 1}
      - {source: LAW, words: "een  twee"}
source: LAW
words: [drie]
beside: {source: OWN, place: p. 2, words: vier}
wrong: {source: [LAW], words: vijf}
"""
    assert list(quotations_in(read_text(text, "a.yaml"))) == [
        Quotation(source="LAW", words="een twee", where="a.yaml:4"),
        Quotation(source="OWN", words="vier", where="a.yaml:7"),
    ]


def test_only_passages_of_the_source_are_looked_up() -> None:
    quotations = [Quotation(source=name, words="nergens", where=f"{name}.yaml:1") for name in ("LAW", "OWN")]
    found = looked_up(quotations, "LAW", "law.txt", SOURCE)
    assert (found.number, [one.where for one in found.absent]) == (1, ["LAW.yaml:1"])


def test_a_long_passage_is_shortened_in_the_finding_and_a_short_one_is_not() -> None:
    quotations = [Quotation(source="LAW", words=words, where="a.yaml:1") for words in ("x " * 90, "kort")]
    long, short = absent_findings([looked_up(quotations, "LAW", "law.txt", SOURCE)])
    assert (long.code, long.severity, long.where) == ("passage-absent", "error", "a.yaml:1")
    assert long.text.nl == f"LAW zegt dit nergens: ‘{('x ' * 45).strip()}…’. Nagezocht in law.txt."
    assert short.text.en == "LAW says this nowhere: ‘kort’. Looked up in law.txt."


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    cites = '  - {part: proposal, rule: no_demand, source: LAW, words: "elk verzoek"}'
    return write_pack(tmp_path, {"quotes.yaml": f"policies: []\ncitations:\n{cites}\n"})


def law(pack: Path, text: str, name: str = "law.txt") -> str:
    (pack.parent / name).write_text(text, "utf-8")
    return f"LAW={pack.parent / name}"


def test_the_command_names_file_and_line_of_a_passage_that_is_absent(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kader", "check", str(pack), "--source", law(pack, SOURCE)]) == 0
    assert "LAW: 1 letterlijke passage(s) nagezocht in law.txt, 0 niet gevonden." in capsys.readouterr().out
    assert main(["kader", "check", str(pack), "--source", law(pack, "Elk verzoek.")]) == 1
    assert "fout: quotes.yaml:3: LAW zegt dit nergens: ‘elk verzoek’." in capsys.readouterr().out


def test_a_source_may_be_in_two_files(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = ["--source", law(pack, "Niets."), "--source", law(pack, SOURCE, "annex.txt")]
    assert main(["kader", "check", str(pack), *both]) == 0
    assert "nagezocht in law.txt, annex.txt, 0 niet" in capsys.readouterr().out


def test_what_the_organisation_keeps_beside_its_versions_is_looked_up_too(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack.parent / "own.yaml").write_text("cites: [{source: LAW, words: staat er niet}]\n", "utf-8")
    assert main(["kader", "check", str(pack), "--json", "--source", law(pack, SOURCE)]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert told["passages"] == {
        "looked_up": [{"source": "LAW", "document": "law.txt", "cited": 2, "absent": 1}],
        "not_looked_up": 0,
    }
    assert [one["where"] for one in told["findings"] if one["code"] == "passage-absent"] == ["own.yaml:1"]


def test_passages_that_were_not_looked_up_are_counted(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "check", str(pack)]) == 0
    assert "1 letterlijke passage(s) niet nagezocht" in capsys.readouterr().out


def test_sources_that_cannot_be_read_or_are_not_known_are_said_together(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack.parent / "law.pdf").write_bytes(b"%PDF-1.7 \xff\xfe")
    named = [f"LAW={pack.parent / 'law.pdf'}", f"LAW={pack.parent / 'none.txt'}", f"OTHER={pack}"]
    options = [word for one in named for word in ("--source", one)]
    assert main(["kader", "check", str(pack), *options]) == INVALID
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in said] == ["law.pdf", "none.txt", "--source"]


def test_a_source_text_that_is_too_large_is_not_read(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    too_large = SOURCE + " " * MAX_BYTES
    assert main(["kader", "check", str(pack), "--source", law(pack, too_large)]) == INVALID
    assert "law.txt: " in capsys.readouterr().err


@pytest.mark.parametrize("word", ["LAW", "=law.txt", "LAW="])
def test_a_source_without_id_or_file_is_not_understood(pack: Path, word: str) -> None:
    assert main(["kader", "check", str(pack), "--source", word]) == INVALID
