"""Where a question is read is said completely: without what is named, the kader has mistakes, and only there."""

from collections.abc import Mapping

import pytest

from openkader.kader import Kader, load_kader, load_texts
from openkader.kader.readings import Reading, naming, readings_of
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.small_kaders import small_kader

KADER = load_kader(ZUID_HOLLAND)
READ = readings_of(KADER)


def names(fact: str, read: Mapping[str, tuple[Reading, ...]] = READ) -> set[tuple[str, str, str]]:
    return {(one.part, one.name, one.row) for one in read[fact]}


def test_a_question_is_read_by_rules_tables_measures_and_examples() -> None:
    found = names("kind")
    for wanted in (
        ("proposal", "sanctioned", ""),
        ("tables", "abuse_risk", "1"),
        ("tables", "activities.counts_as_incoming", ""),
    ):
        assert wanted in found
    assert {part for part, _name, _row in found} >= {
        "proposal",
        "tables",
        "action_lines",
        "scenarios",
        "figures",
    }


def test_a_derived_question_is_given_by_its_table_with_the_values_that_it_gives() -> None:
    given = next(one for one in READ["abuse_risk"] if one.gives)
    assert given.codes == {"none", "signal", "serious"}
    assert ("proposal", "serious_abuse", "") in names("abuse_risk")
    assert not any(one.gives for one in READ["kind"])


def test_who_names_an_answer_is_known() -> None:
    named = {(one.part, one.name) for one in naming(READ["competent_authority"], "municipality")}
    assert ("proposal", "of_municipality") in named
    assert ("proposal", "of_national") not in named
    assert {one.part for one in naming(READ["national_advice"], "negative")} >= {"fillings", "proposal"}


def test_a_precondition_is_read_as_one_and_not_as_a_table() -> None:
    assert not any(one.gives for one in READ["RV1"])
    assert ("preconditions", "RV1", "") in names("fits_national_policy")


def test_what_a_desk_gets_to_see_is_read_too() -> None:
    shown = {fact for fact, read in READ.items() if any(one.part == "shown" for one in read)}
    assert shown == {fact for one in KADER.consultations for fact in one.shows}


HEAD = """\
kader:
  organisation: {nl: O, en: O}
  title: {nl: T, en: T}
  in_force_from: 2024-01-01
  adopted: {nl: x, en: x}
facts:
  - {id: jobs, type: number, label: {nl: a, en: a}, question: {nl: a, en: a}}
  - {id: country, type: country, label: {nl: a, en: a}, question: {nl: a, en: a}}
lists:
  - {id: eu, title: {nl: e, en: e}, status: found, items: [{code: BE, nl: b, en: b}]}
proposal:
  - id: a
    outcome: hold
    when: {any: [{jobs: {at_least: 3}}, {country: {in_list: eu}}, {country: CN}]}
    reason: {nl: x, en: x}
"""


def test_a_number_names_no_answer_and_a_list_names_its_own() -> None:
    kader = load_texts({"a.yaml": HEAD}, "x/2024-01-01")
    read = readings_of(kader)
    assert read["jobs"][0].codes == frozenset()
    assert read["country"][0].codes == {"CN"}


def unread(kader: Kader) -> set[str]:
    return set(kader.facts) - set(readings_of(kader))


@pytest.mark.parametrize("seed", range(20))
def test_of_a_small_kader_every_test_is_a_reading(seed: int) -> None:
    kader = small_kader(seed)
    read = readings_of(kader)
    for row in kader.proposal:
        for fact in kader.facts:
            wanted = f"fact={fact!r}," in repr(row.when)
            assert (("proposal", row.id, "") in names(fact, {fact: (), **read})) is wanted


def test_what_nothing_reads_has_no_readings() -> None:
    assert unread(KADER) == set()
