"""The collections that a figure may count, with the options that the kader gives their fields."""

import pytest

from openkader.base.text import Text
from openkader.kader import Fact, FactType, Outcome
from openkader.kader.conditions import ALWAYS
from openkader.kader.model import ActionLine, Measure, Pillar
from openkader.kader.records import OUTCOMES, record_facts
from tests.unit.kader_factories import FACTS, fact, listing, text

LISTS = {
    name: listing(name, f"{name}-1")
    for name in ("programmes", "grounds", "instruments", "topics", "talk_purposes")
}
MEASURE = Measure(id="E1.a", line="E1", text=text("measure"), when=ALWAYS, evidence=text("proof"))
LINE = ActionLine(
    id="E1", pillar=Pillar.ECONOMIC, number=1, text=text("line"), applies=ALWAYS, measures=(MEASURE,)
)


def records() -> dict[str, dict[str, Fact]]:
    initiative = fact("initiative", FactType.CHOICE, "company", "province")
    return record_facts({**FACTS, "initiative": initiative}, LISTS, (LINE,))


def codes(collection: str, field: str) -> list[str]:
    return [option.code for option in records()[collection][field].options]


def test_every_collection_knows_kind_programme_and_country() -> None:
    for fields in records().values():
        assert list(fields)[:3] == ["kind", "programme", "country"]
        assert [fields[name].type for name in ("kind", "programme", "country")] == [
            FactType.CHOICE,
            FactType.CHOICE,
            FactType.COUNTRY,
        ]


def test_a_kind_is_one_of_the_question_or_another() -> None:
    assert codes("talks", "kind") == ["talk", "event", "visit", "other"]


@pytest.mark.parametrize(
    ("collection", "field", "wanted"),
    [
        ("talks", "programme", ["programmes-1"]),
        ("talks", "purpose", ["talk_purposes-1"]),
        ("decisions", "ground", ["grounds-1"]),
        ("decisions", "instrument", ["instruments-1"]),
        ("decisions", "level", ["request", "delegation", "organisation"]),
        ("decisions", "outcome", [*Outcome, "withdrawn"]),
        ("requests", "outcome", [*Outcome, "withdrawn"]),
        ("requests", "initiative", ["company", "province"]),
        ("activities", "topics", ["topics-1"]),
        (
            "participations",
            "role",
            ["own_party", "counterpart", "organiser", "requester", "office_holder", "adviser"],
        ),
        ("measures", "line", ["E1"]),
        ("measures", "measure", ["E1.a"]),
        ("measures", "status", ["open", "reported", "done", "not_applicable", "waived"]),
        ("findings", "line", ["E1"]),
        ("findings", "subject", ["action_line", "precondition"]),
    ],
)
def test_the_options_of_a_field_come_from_the_kader(collection: str, field: str, wanted: list[str]) -> None:
    assert codes(collection, field) == wanted


def test_several_topics_are_raised_in_one_activity() -> None:
    assert records()["activities"]["topics"].type is FactType.SEVERAL


@pytest.mark.parametrize(
    ("collection", "field"),
    [
        ("activities", "office_holder"),
        ("activities", "foreign_delegation"),
        ("participations", "dropped_out"),
        ("measures", "evidenced"),
    ],
)
def test_a_truth_about_a_record_has_a_sentence_for_yes_and_for_no(collection: str, field: str) -> None:
    found = records()[collection][field]
    assert found.type is FactType.TRUTH
    assert isinstance(found.yes, Text)
    assert isinstance(found.no, Text)
    assert found.yes != found.no


def test_every_outcome_has_a_word() -> None:
    assert list(OUTCOMES) == list(Outcome)
    assert [outcome.severity for outcome in Outcome] == [0, 1, 2, 3, 4]


def test_a_kader_without_these_lists_offers_no_options() -> None:
    bare = record_facts({}, {}, ())
    assert [option.code for option in bare["talks"]["kind"].options] == ["other"]
    assert bare["talks"]["programme"].options == ()


def test_every_field_and_option_has_its_own_words() -> None:
    found = records()
    assert found["talks"]["country"].label == Text("het land", "the country")
    assert (found["talks"]["country"].yes, found["talks"]["country"].no) == (None, None)
    assert found["talks"]["purpose"].label == Text("het doel van het gesprek", "the purpose of the talk")
    assert found["measures"]["line"].options[0].text == text("line")
    assert found["measures"]["measure"].options[0].text == text("measure")
    assert found["decisions"]["level"].options[0].text == Text("verzoek", "request")
    assert found["decisions"]["outcome"].options[0].text == Text("uitvoeren", "take up")
    assert all(one.id == name for fields in found.values() for name, one in fields.items())


def test_a_truth_about_a_record_says_its_label_for_yes() -> None:
    found = records()["measures"]["evidenced"]
    assert (
        found.yes == found.label == Text("er is bewijs van de maatregel", "there is evidence of the measure")
    )
    assert found.no == Text("er is geen bewijs van de maatregel", "there is no evidence of the measure")
