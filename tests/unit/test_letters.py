"""A letter says what was decided, in short Dutch sentences or in English, and is a whole Word document."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from openkader.casework.vocabulary import DecisionOutcome
from openkader.publication.docx import written
from openkader.publication.letters import Decided, Letter, letter_of

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
    letter = letter_of(replace(DECIDED, outcome=outcome), language)
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
    letter = letter_of(replace(DECIDED, outcome=outcome, motivation=None), "nl")
    for sentence in re.split(r"(?<=[.!?:])\s", text_of(letter)):
        assert len(sentence.split()) <= LONGEST, sentence


def test_what_is_not_known_is_left_open_and_not_made_up() -> None:
    bare = replace(
        DECIDED, received=None, name=None, ground=None, instrument=None, motivation=None, referred_to=None
    )
    text = text_of(letter_of(bare, "nl"))
    assert "Geachte heer of mevrouw," in text
    assert "De reden is" not in text
    refer = text_of(letter_of(replace(bare, outcome=DecisionOutcome.REFER), "nl"))
    assert "[…] kan u verder helpen." in refer


def test_the_word_document_has_a_heading_a_real_list_and_its_language() -> None:
    letter = letter_of(replace(DECIDED, outcome=DecisionOutcome.TAKE_UP_WITH_CONDITIONS), "nl")
    content = written(letter)
    styles = [one.get(f"{W}val") for one in body_of(content).iter(f"{W}pStyle")]
    assert styles == ["Heading1", "ListBullet", "ListBullet"]
    with ZipFile(io.BytesIO(content)) as archive:
        assert 'w:val="nl-NL"' in archive.read("word/styles.xml").decode()
        assert DECIDED.title in archive.read("docProps/core.xml").decode()


def test_the_same_letter_is_the_same_file() -> None:
    letter = letter_of(DECIDED, "nl")
    assert written(letter) == written(letter)


@pytest.mark.parametrize(
    "typed", ["</w:t><script>", "&amp; <b>", "a\x00b\x0bc\ufffe", "{0.__class__}", "x" * 10_000, "één\ntwee"]
)
def test_what_people_typed_never_breaks_the_document(typed: str) -> None:
    letter = letter_of(replace(DECIDED, motivation=typed, title=typed, name=typed), "en")
    body = body_of(written(letter))
    text = "".join(one.text or "" for one in body.iter(f"{W}t"))
    assert "\x00" not in text
    assert typed.split("\n", maxsplit=1)[0][:5].replace("\x00", "").replace("\x0b", "")[:3] in text


def test_a_made_up_case_says_so_in_its_letter() -> None:
    letter = letter_of(replace(DECIDED, made_up="Dit verzoek bestaat niet."), "nl")
    body = body_of(written(letter))
    assert "Dit verzoek bestaat niet." in "".join(one.text or "" for one in body.iter(f"{W}t"))
