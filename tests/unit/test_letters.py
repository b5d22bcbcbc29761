"""A letter says what was decided, in short Dutch sentences or in English, and is a whole Word document."""

import io
import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from openkader.base.errors import Invalid
from openkader.base.text import Text
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import load_kader
from openkader.publication.docx import written
from openkader.publication.letter_templates import Templates, read_templates, templates_of
from openkader.publication.letters import Decided, Letter, letter_of
from tests.unit.kader_factories import PACKS, ZUID_HOLLAND

HOUSE = templates_of(PACKS, "nobody")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST = 20  # words in a sentence: what readers of level B1 take in at once
DECIDED = Decided(
    organisation="Provincie Voorbeeld",
    reference="V-1-BSL1",
    title="Ontvangst van een delegatie (verzonnen)",
    outcome=DecisionOutcome.REFUSE,
    day="1 mei 2030",
    received="2 april 2030",
    ground="risico op misstanden",
    instrument="kader voor de relatie met China",
    motivation="Het risico is te groot.",
    conditions=("Elk bedrijf doet de zelfscan.", "Geen demonstratie."),
    referred_to="Gemeente Fictiefdam",
)


def text_of(letter: Letter) -> str:
    return "\n".join(one.text or "\n".join(one.points) for one in letter.paragraphs)


def body_of(content: bytes) -> ElementTree.Element:
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))  # noqa: S314 - written by ourselves just now
        return ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("outcome", DecisionOutcome)
def test_every_outcome_has_its_letter(outcome: DecisionOutcome, language: str) -> None:
    letter = letter_of(replace(DECIDED, outcome=outcome), language, HOUSE)
    text = text_of(letter)
    assert "{" not in text
    assert "None" not in text
    assert DECIDED.title in text
    assert ("risico op misstanden" in text) is outcome.needs_ground
    assert ("Gemeente Fictiefdam" in text) is (outcome is DecisionOutcome.REFER)
    assert ("Elk bedrijf doet de zelfscan." in text) is (outcome is DecisionOutcome.TAKE_UP_WITH_CONDITIONS)
    assert ("Het risico is te groot." in text) is (outcome is not DecisionOutcome.WITHDRAWN)
    assert body_of(written(letter)) is not None


@pytest.mark.parametrize("outcome", DecisionOutcome)
def test_the_dutch_is_short(outcome: DecisionOutcome) -> None:
    letter = letter_of(replace(DECIDED, outcome=outcome, motivation=None), "nl", HOUSE)
    for sentence in re.split(r"(?<=[.!?:])\s", text_of(letter)):
        assert len(sentence.split()) <= LONGEST, sentence


def test_what_is_not_known_is_left_open_and_not_made_up() -> None:
    bare = replace(
        DECIDED, received=None, name=None, ground=None, instrument=None, motivation=None, referred_to=None
    )
    text = text_of(letter_of(bare, "nl", HOUSE))
    assert "Geachte heer of mevrouw," in text
    assert "De reden is" not in text
    refer = text_of(letter_of(replace(bare, outcome=DecisionOutcome.REFER), "nl", HOUSE))
    assert "[…] kan u verder helpen." in refer


def test_the_word_document_has_a_heading_a_real_list_and_its_language() -> None:
    letter = letter_of(replace(DECIDED, outcome=DecisionOutcome.TAKE_UP_WITH_CONDITIONS), "nl", HOUSE)
    content = written(letter)
    styles = [one.get(f"{W}val") for one in body_of(content).iter(f"{W}pStyle")]
    assert styles == ["Heading1", "ListBullet", "ListBullet"]
    with ZipFile(io.BytesIO(content)) as archive:
        assert 'w:val="nl-NL"' in archive.read("word/styles.xml").decode()
        assert DECIDED.title in archive.read("docProps/core.xml").decode()


def test_the_same_letter_is_the_same_file() -> None:
    letter = letter_of(DECIDED, "nl", HOUSE)
    assert written(letter) == written(letter)


@pytest.mark.parametrize(
    "typed", ["</w:t><script>", "&amp; <b>", "a\x00b\x0bc\ufffe", "{0.__class__}", "x" * 10_000, "één\ntwee"]
)
def test_what_people_typed_never_breaks_the_document(typed: str) -> None:
    letter = letter_of(replace(DECIDED, motivation=typed, title=typed, name=typed), "en", HOUSE)
    body = body_of(written(letter))
    text = "".join(one.text or "" for one in body.iter(f"{W}t"))
    assert "\x00" not in text
    assert typed.split("\n", maxsplit=1)[0][:5].replace("\x00", "").replace("\x0b", "")[:3] in text


def test_a_made_up_case_says_so_in_its_letter() -> None:
    letter = letter_of(replace(DECIDED, made_up="Dit verzoek bestaat niet."), "nl", HOUSE)
    body = body_of(written(letter))
    assert "Dit verzoek bestaat niet." in "".join(one.text or "" for one in body.iter(f"{W}t"))


# --- templates ------------------------------------------------------------------------------


def written_by(folder: Path, text: str) -> Path:
    """An organisation that wrote its own letters."""
    (folder / "fictief").mkdir()
    (folder / "fictief" / "letters.yaml").write_text(text, encoding="utf-8")
    return folder


OWN = """
phrases:
  closing: {nl: "Hoogachtend,", en: "Respectfully,"}
outcomes:
  - outcome: refuse
    paragraphs:
      - {nl: "Wij doen niet mee aan: {title}.", en: "We do not take part in: {title}."}
      - {nl: Dat spijt ons., en: We regret that.}
grounds:
  - ground: abuses
    paragraphs: [{nl: "Wij zagen misstanden ({ground}).", en: "We saw abuses ({ground})."}]
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            (
                "Wij doen niet mee aan: Ontvangst",
                "Dat spijt ons.",
                "Wij zagen misstanden (risico",
                "Hoogachtend,",
            ),
        ),
        (
            "en",
            (
                "We do not take part in: Ontvangst",
                "We regret that.",
                "We saw abuses (risico",
                "Respectfully,",
            ),
        ),
    ],
)
def test_an_organisation_writes_its_own_letter_for_an_outcome_and_a_ground(
    tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    templates = templates_of(written_by(tmp_path, OWN), "fictief")
    text = text_of(letter_of(replace(DECIDED, ground_code="abuses"), language, templates))
    assert all(one in text for one in said)
    assert "De reden is" not in text
    assert "kader voor de relatie met China" in text  # what it left out is that of the house
    other = text_of(letter_of(replace(DECIDED, ground_code="no_demand"), language, templates))
    assert "risico op misstanden" in other
    assert "misstanden (" not in other


def test_the_grounds_of_the_province_have_letters_of_their_own() -> None:
    templates = templates_of(PACKS, "zuid-holland")
    listing = load_kader(ZUID_HOLLAND).lists["grounds"]
    assert set(templates.grounds) == {item.code for item in listing.items}
    for texts in templates.grounds.values():
        for sentence in re.split(r"(?<=[.!?:])\s", " ".join(text.nl for text in texts)):
            assert len(sentence.split()) <= LONGEST, sentence


def test_a_letter_that_is_written_again_is_read_again(tmp_path: Path) -> None:
    folder = written_by(tmp_path, OWN)
    assert templates_of(folder, "fictief").phrases["closing"].nl == "Hoogachtend,"
    file = folder / "fictief" / "letters.yaml"
    file.write_text(OWN.replace("Hoogachtend", "Groet"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert templates_of(folder, "fictief").phrases["closing"].nl == "Groet,"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("letters: []", "document.unknown-key"),
        ("phrases: {farewell: {nl: a, en: b}}", "document.unknown-key"),
        ("phrases: {closing: {nl: a}}", "document.missing-key"),
        ("outcomes: [{outcome: burn, paragraphs: []}]", "kader.unknown-word"),
        ("grounds: [{ground: x, paragraphs: [{nl: '{title.__class__}', en: b}]}]", "letters.unknown-word"),
        ("grounds: [{ground: x, paragraphs: [{nl: '{0}', en: b}]}]", "letters.unknown-word"),
        ("grounds: [{ground: x, paragraphs: [{nl: '{title!r}', en: b}]}]", "letters.unknown-word"),
        ("grounds: [{ground: x, paragraphs: [{nl: '{title:>9999999}', en: b}]}]", "letters.unknown-word"),
        ("grounds: [{ground: x, paragraphs: [{nl: a, en: '{title'}]}]", "letters.unknown-word"),
    ],
)
def test_a_mistake_in_a_letter_is_named_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    file = written_by(tmp_path, text) / "fictief" / "letters.yaml"
    with pytest.raises(Invalid) as caught:
        read_templates(file)
    assert problem in [one.code for one in caught.value.problems]
    assert all(one.where.startswith("letters.yaml:") for one in caught.value.problems)


def test_what_an_organisation_wrote_goes_over_the_house() -> None:
    text = Text("a", "b")
    mine = Templates(phrases={"closing": text})
    assert mine.over(HOUSE).phrases["closing"] == text
    assert mine.over(HOUSE).outcomes == HOUSE.outcomes
