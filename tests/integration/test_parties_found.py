"""Parties are found by any spelling of their name in any script, and homonyms stay apart."""

from typing import Any

import pytest

from openkader.base.text import Text
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import PartyKind
from openkader.register import selectors, services
from openkader.register.entries import NameEntry, PartyEntry
from openkader.register.models import NameWord, PartyWord
from openkader.register.searching import keep_all_words, keep_missing_words
from openkader.register.selectors import FoundBy, finding
from tests.installation import Installation
from tests.integration.register_house import HAND
from tests.integration.screening_house import WANG, a_delegation

pytestmark = pytest.mark.django_db
COUNCIL = "Fictieve Raad van Shandong"
GOVERNOR = Text(nl="vice-gouverneur van Hebei", en="vice-governor of Hebei")


def a_party(reference: str, name: str | None, **more: Any) -> str:
    kind = more.pop("kind", PartyKind.GOVERNMENT)
    return services.record_party(PartyEntry(reference=reference, kind=kind, name=name, **more), **HAND)


def a_person(reference: str, name: str, **more: Any) -> str:
    return a_party(reference, name, kind=PartyKind.PERSON, **more)


def found(text: str) -> list[str]:
    return [line.reference for line in selectors.parties_named(text, reader=HOUSE)]


@pytest.mark.parametrize(
    "text",
    [
        "Shandong",
        "shandong",
        "Shangdong",
        "Shandon",
        "Shandnog",
        "Shantung",
        "山东",
        "山東",
        "Шаньдун",
        "شاندونغ",
        "Shand",
    ],
)
def test_shandong_is_found_in_every_script_and_with_a_slip(text: str) -> None:
    a_party("P-1", COUNCIL)
    a_party("P-2", "Fictief Bureau Hebei")
    assert found(text) == ["P-1"]


@pytest.mark.parametrize("text", ["山东", "Shandong", "Shangdong", "大学", "Шаньдун"])
def test_a_name_in_characters_is_found_by_a_part_of_it(text: str) -> None:
    a_party("P-1", "山东虚构大学")
    assert found(text) == ["P-1"]


@pytest.mark.parametrize(
    "text", ["Zhang Wei", "Wei Zhang", "张伟", "張偉", "Chang Wei", "Чжан Вэй", "zhangwei", "Zhang We"]
)
def test_somebody_is_found_in_whatever_script_both_are_written(text: str) -> None:
    a_person("P-1", "张伟")
    a_person("P-2", "Zhang Wei")
    a_person("P-3", "Fictieve Jansen")
    assert sorted(found(text)) == ["P-1", "P-2"]


@pytest.mark.parametrize(
    "text", ["Mohammed bin Salman", "Muhammad bin Salman", "محمد بن سلمان", "Mohamed bin Salmaan"]
)
def test_an_arabic_name_is_found_without_its_vowels(text: str) -> None:
    a_person("P-1", "Mohammed bin Salman")
    assert found(text) == ["P-1"]


def test_other_names_and_numbers_lead_to_a_party() -> None:
    names = (NameEntry(name="华为", script="Hans"),)
    a_party("P-1", "Fictief Bedrijf", names=names, identifiers={"uscc": "91440300708461136T"})
    assert found("华为") == found("Huawei") == found("91440300708461136t") == found("P-1") == ["P-1"]
    assert selectors.parties_named("91440300708461136T", reader=HOUSE)[0].found_by is FoundBy.NUMBER


def test_two_holders_of_one_function_stay_two_and_say_what_tells_them_apart() -> None:
    a_person("P-1", None, function=GOVERNOR, country="CN")  # type: ignore[arg-type]
    a_person("P-2", None, function=GOVERNOR, country="CN", birth_date="1962")  # type: ignore[arg-type]
    lines = selectors.parties_named("Hebei", reader=HOUSE)
    assert [(line.reference, line.has_namesakes) for line in lines] == [("P-1", True), ("P-2", True)]
    assert [line.birth_date for line in lines] == [None, "1962"]


def test_two_people_of_one_name_stay_two() -> None:
    a_person("P-1", "J. van Leeuwen", region="Leiden")
    a_person("P-2", "J. van Leeuwen", region="Delft")
    lines = selectors.parties_named("van leeuwen", reader=HOUSE)
    assert [(line.region, line.has_namesakes) for line in lines] == [("Leiden", True), ("Delft", True)]


def test_who_came_with_a_delegation_is_found_with_the_dossier() -> None:
    a_delegation(WANG)
    (line,) = (line for line in selectors.parties_named("Wang Verzonnen", reader=HOUSE))
    assert (line.reference, line.dossier) == ("V-1-L1-2", "V-1")
    assert line.organisation == WANG.organisation_names[0]


def test_the_surest_comes_first() -> None:
    a_party("P-1", "Fictief Shangdong")
    a_party("P-2", "Fictief Shandong")
    lines = selectors.parties_named("Shangdong", reader=HOUSE)
    assert [(line.reference, line.found_by) for line in lines] == [
        ("P-1", FoundBy.WRITTEN),
        ("P-2", FoundBy.NEARLY),
    ]


@pytest.mark.parametrize("text", ["山东", "Шаньдун", "Wang Wei", "王伟", "Sh"])
def test_of_many_the_first_of_all_spellings_are_taken_whichever_way_found_them(text: str) -> None:
    """PostgreSQL is asked apart for the first of each way; together they are the first of all."""
    names = ["Shandong", "山东", "Wang Wei", "王伟", "Shantung", "Wei Wang", "Wang Weidong", "Shan Dong"]
    for number, name in enumerate(names * 2):
        a_person(f"P-{number}", name)
    every = finding.party_keys_named(text, 100)
    surest = sorted(every, key=lambda key: (every[key], key))
    assert len(surest) > 3
    for most in (1, 2, 3):
        assert list(finding.party_keys_named(text, most)) == surest[:most]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "%",
        "_",
        "'; --",
        "\0",
        "x" * 10_000,
        "\u202e" * 50,
        "((((",
        "山" * 400,
        "👍",
        "a b c d e f g h i j k l",
    ],
)
def test_hostile_text_finds_nobody_and_breaks_nothing(text: str) -> None:
    a_party("P-1", COUNCIL)
    assert found(text) == []


def test_a_search_takes_few_questions(django_assert_max_num_queries: Any) -> None:
    for number in range(20):
        a_party(f"P-{number}", f"Fictieve Raad {number} van Shandong")
    for text in ("Shangdong", "山东", "Raad van Shandong 12", "91440300708461136T"):
        with django_assert_max_num_queries(9):
            found(text)


def test_words_can_be_made_anew_from_the_names() -> None:
    a_party("P-1", COUNCIL)
    before = PartyWord.objects.count()
    PartyWord.objects.all().delete()
    assert (found("Shandong"), keep_missing_words()) == ([], 1)
    assert (found("Shandong"), PartyWord.objects.count()) == (["P-1"], before)
    NameWord.objects.create(word="vergeten", sound="")
    assert keep_all_words() == 1
    assert (found("Shandong"), NameWord.objects.filter(word="vergeten").exists()) == (["P-1"], False)


def test_the_command_finds_on_either_database(filled: Installation) -> None:
    found = filled.run("parties", "find", "Heibei")
    assert (found.returncode, found.stderr) == (0, "")
    assert ("foreign relations" in found.stdout, "science and technology" in found.stdout) == (True, True)
    assert "Nobody was found" in filled.run("parties", "find", "%").stdout
    assert "were made anew" in filled.run("parties", "words").stdout
    assert filled.run("parties", "find", "Heibei").stdout == found.stdout
