"""What a version changes, as an official reads it."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

from openkader.cli.main import main
from openkader.kader import FactType, Kader, Outcome, load_kader
from openkader.kader.conditions import ALWAYS, AnyOf, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.constraints import Constraint
from openkader.kader.facts import Fact
from openkader.kader.model import AdviceWord, Filling
from openkader.kader.sections import CASE
from openkader.kader.soundness import changed_parts, part_words
from openkader.kader.soundness.difference import difference
from openkader.kader.soundness.difference_words import DifferenceWords, Told
from tests.unit.kader_factories import ZUID_HOLLAND, changed, fact, listing, load, text, write_pack

Changes = Mapping[str, str | None]


def words_of(folder: Path, changes: Changes, language: str = "en") -> DifferenceWords:
    return between(load(folder / "a"), load(folder / "b", changes), language)


def between(older: Kader, newer: Kader, language: str = "en") -> DifferenceWords:
    return DifferenceWords(difference(older, newer), language)


def only_part(words: DifferenceWords) -> Told:
    ((_, (part,)),) = words.parts()
    return part


def part(words: DifferenceWords, sort: str, name: str) -> Told:
    return next(one for _, told in words.parts() for one in told if one.key[:2] == (sort, name))


def test_the_first_sentence_says_whether_anything_changes(tmp_path: Path) -> None:
    assert words_of(tmp_path, {}).headline == "Both versions say the same."
    renamed = changed("rules.yaml", "Past, en: Fits", "Past, en: In line")
    assert "only words differ" in words_of(tmp_path, renamed).headline
    later = changed(
        "rules.yaml", "evidence: {nl: Uitdraai", "moment_days: 3\n        evidence: {nl: Uitdraai"
    )
    assert "Every case gets the same proposal; other parts" in words_of(tmp_path, later).headline
    milder = changed("rules.yaml", "outcome: refuse", "outcome: hold")
    assert words_of(tmp_path, milder).headline.endswith("of the cases that can be: always milder.")


def test_stricter_and_milder_are_told_apart(tmp_path: Path) -> None:
    older = load(tmp_path)
    first, second = older.proposal
    turned = replace(first, when=second.when), replace(second, when=first.when)
    assert "stricter and" in between(older, replace(older, proposal=turned)).headline
    assert "strenger en" in between(older, replace(older, proposal=turned), "nl").headline


def test_versions_that_rule_out_everything_have_no_case_in_common(tmp_path: Path) -> None:
    kader = load(tmp_path)
    never = tuple(
        Constraint(
            id=f"n{place}", text=text("no"), never=FactTest("kind", Operator.ONE_OF, frozenset([code]))
        )
        for place, code in enumerate(("talk", "visit"))
    )
    known = replace(kader, constraints=never)
    assert difference(known, known).number  # a case without an answer is not ruled out
    every = Constraint(id="all", text=text("no"), never=ALWAYS)
    assert "contradictory" in between(kader, replace(kader, constraints=(every,))).headline


def test_a_rule_that_is_left_out_is_said_of_the_cases_that_get_another_proposal() -> None:
    kader = load_kader(ZUID_HOLLAND)
    rows = tuple(row for row in kader.proposal if row.id != "against_national_policy")
    words = between(kader, replace(kader, proposal=rows), "nl")
    assert words.headline == "Het voorstel verandert in 7,1% van de denkbare gevallen: steeds milder."
    refer, hold = words.difference.outcomes
    assert words.pair(refer) == "Was ‘weigeren’, wordt ‘doorverwijzen’"
    assert words.opening(refer, refer.region.short) == (
        "Van de gevallen die straks ‘doorverwijzen’ krijgen, zijn het die waarin"
    )
    assert words.descriptions(refer.region.short) == ["het past niet in het beleid van het Rijk"]
    assert words.descriptions(hold.region.whole)[-1].endswith("past in geen van deze omschrijvingen")
    assert "het Rijksbeleid: nee" in words.witness(refer.region)
    assert (
        words.size(refer.region) == "4,9% van de denkbare gevallen (1.171.252.224 combinaties van antwoorden)"
    )
    assert words.only_open(refer.region) == ""


def test_what_only_open_cases_get_is_said_so() -> None:
    kader = load_kader(ZUID_HOLLAND)
    rows = tuple(row for row in kader.proposal if row.id != "listed_and_sensitive")
    words = between(kader, replace(kader, proposal=rows))
    (only_open,) = [one for one in words.difference.outcomes if one.region.only_open]
    assert words.only_open(only_open.region).startswith("This is so only while")
    assert "not yet known" in words.descriptions(only_open.region.short)[0]
    assert words.share(only_open.region.share) == "less than 0.1%"


def test_shares_that_are_nearly_nothing_or_all_are_not_rounded_to_it() -> None:
    kader = load_kader(ZUID_HOLLAND)
    words = between(kader, kader, "nl")
    assert [words.share(share) for share in (0, 0.0004, 0.125, 0.9996, 1)] == [
        "0%",
        "minder dan 0,1%",
        "12,5%",
        "bijna 100%",
        "100%",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "line"),
    [
        (
            "rules.yaml",
            "- {gives: risk, rows: [{when: {kind: visit}, value: true}], otherwise: false}",
            "- {gives: risk, rows: [{when: {kind: talk}, value: true}], otherwise: false}",
            ("tables", "risk"),
            "becomes ‘yes’ if kind is ‘talk’ (for example: kind: talk)",
        ),
        (
            "rules.yaml",
            "- {gives: risk, rows: [{when: {kind: visit}, value: true}], otherwise: false}",
            "- {gives: risk, rows: [{when: {kind: visit}, value: true}]}",
            ("tables", "risk"),
            "in all other cases: was “no”, becomes “nothing”",
        ),
        ("rules.yaml", "applies: {kind: visit}", "applies: {kind: talk}", ("measures", "E1.list"), "now also holds if"),
        ("rules.yaml", "mandatory: true", "mandatory: false", ("consultations", "rvo"), "was “yes”, becomes “no”"),
        ("deciding.yaml", "outcomes: [hold, refer]", "outcomes: [hold]", ("mandates", "alone"), "was “hold; refer”"),
        ("figures.yaml", "where: {kind: visit}", "where: {kind: talk}", ("figures", "visits"), "counts if: was “"),
        ("figures.yaml", "preconditions: [P1]", "preconditions: []", ("report", "one"), "becomes “nothing”"),
        ("kader.yaml", "place: art. 1}", "place: art. 2}", ("preconditions", "P1"), "art. 2"),
        ("facts.yaml", "en: talk}, {code: visit", "en: a talk}, {code: visit", ("facts", "kind"), "was “talk”"),
        ("lists.yaml", "en: RVO}", "en: R}", ("lists", "desks"), "becomes “R”"),
    ],
)  # fmt: skip
def test_a_part_says_what_it_said_and_what_it_says(
    tmp_path: Path, file: str, old: str, new: str, where: tuple[str, str], line: str
) -> None:
    words = words_of(tmp_path, changed(file, old, new))
    assert any(line in said for said in part(words, *where).lines), list(words.parts())


def test_options_that_come_go_and_move(tmp_path: Path) -> None:
    kader = load(tmp_path)
    kind = kader.facts["kind"]
    talk, visit = kind.options

    def with_options(*options: object) -> Kader:
        return replace(kader, facts={**kader.facts, "kind": replace(kind, options=options)})  # type: ignore[arg-type]

    fewer = between(kader, with_options(talk))
    assert part(fewer, "facts", "kind").lines == ("answers: “visit” is left out",)
    assert not fewer.difference.is_equivalent
    more = between(with_options(talk), kader)
    assert part(more, "facts", "kind").lines == ("answers: “visit” is new",)
    moved = between(kader, with_options(visit, talk))
    assert part(moved, "facts", "kind").lines == (
        "order of the answers: was “talk; visit”, becomes “visit; talk”",
    )
    assert moved.difference.is_equivalent


def test_what_holds_always_or_never_is_said_so(tmp_path: Path) -> None:
    kader = load(tmp_path)
    always, never = (
        replace(kader, messages=(replace(kader.messages[0], when=when),)) for when in (ALWAYS, AnyOf(()))
    )
    yes, nothing = (
        replace(kader, tables=(replace(kader.tables[0], rows=(), otherwise=value),)) for value in (True, None)
    )
    assert (
        part(between(never, always), "messages", "ip").lines[0] == "holds if: was “never”, becomes “always”"
    )
    assert part(between(never, always), "messages", "ip").lines[1].startswith("holds in every case")
    assert part(between(always, never), "messages", "ip").lines[1].startswith("holds in no case any more")
    assert any("is always ‘yes’" in line for line in part(between(nothing, yes), "tables", "risk").lines)
    assert any("is never ‘yes’" in line for line in part(between(yes, nothing), "tables", "risk").lines)
    rows = tuple(replace(row, when=ALWAYS) for row in kader.proposal[:1])
    one, other = (
        replace(kader, proposal=(replace(rows[0], outcome=found),)) for found in (Outcome.HOLD, Outcome.REFER)
    )
    (change,) = between(one, other).difference.outcomes
    assert between(one, other).opening(change, change.region.whole) == "These are all cases"


def test_a_question_of_another_type_is_reported(tmp_path: Path) -> None:
    older = load(tmp_path)
    newer = replace(
        older,
        facts={**older.facts, "demand": fact("demand", FactType.NUMBER)},
        preconditions=(),
        proposal=older.proposal[1:],
    )
    told = part(between(older, newer), "facts", "demand")
    assert told.state == "changed"
    assert told.lines[0].startswith("takes another sort of answer (was truth, becomes number)")


def test_a_list_with_other_entries_is_not_called_by_its_title(tmp_path: Path) -> None:
    kader = load(tmp_path)
    listing = kader.lists["desks"]
    newer = replace(kader, lists={**kader.lists, "desks": replace(listing, items=())})
    words = between(kader, newer)
    assert part(words, "lists", "desks").lines == ("on the list: “RVO” is left out",)
    assert only_part(words).state == "changed"


def test_parts_that_come_and_go(tmp_path: Path) -> None:
    kader = load(tmp_path)
    filling = Filling(fact="demand", desks=("rvo",), answers=((AdviceWord.NO_OBJECTION, True),))
    other = replace(filling, desks=("rvo", "nobody"))
    assert part(between(kader, replace(kader, fillings=(filling,))), "fillings", "demand").state == "added"
    assert part(between(replace(kader, fillings=(filling,)), kader), "fillings", "demand").state == "removed"
    words = between(replace(kader, fillings=(filling,)), replace(kader, fillings=(other,)))
    assert part(words, "fillings", "demand").lines == ("desks: was “RVO”, becomes “RVO; nobody”",)
    twice = replace(kader, consultations=(*kader.consultations, *kader.consultations))
    assert part(between(kader, twice), "consultations", "rvo (2)").title == "RVO"
    without = replace(
        kader, tables=(), proposal=kader.proposal[:1], consultations=(), messages=(), mandates=()
    )
    gone = part(between(kader, without), "tables", "risk")
    assert gone.state == "removed"
    assert gone.lines[0].startswith("is no longer ‘")
    examples = replace(kader, scenarios=kader.scenarios[1:])
    assert between(kader, examples).difference.is_equivalent
    terms = replace(kader.proposal[1], terms=(text("one"),), refer_to=("rvo",))
    more = between(kader, replace(kader, proposal=(kader.proposal[0], terms)))
    assert not more.difference.is_equivalent
    assert "conditions: was “nothing”, becomes “one (en)”" in part(more, "proposal", "in_line").lines
    assert "refer to: was “nothing”, becomes “RVO”" in part(more, "proposal", "in_line").lines


def test_every_field_of_every_part_has_a_name() -> None:
    kader = load_kader(ZUID_HOLLAND)
    for sort in part_words.PARTS:
        for one in changed_parts.by_name(sort, kader).values():
            for name in changed_parts.names_of(sort, one):
                assert name in part_words.FIELDS, (sort, name)
    assert {field.name for field in fields(Fact)} - {"id", "_options"} <= set(part_words.FIELDS)
    assert set(part_words.PARTS) == set(changed_parts.PARTS)


def test_a_precondition_is_not_named_again_as_the_table_it_is_read_into() -> None:
    kader = load_kader(ZUID_HOLLAND)
    (first, *rest) = kader.preconditions
    tables = tuple(one for one in kader.tables if one.gives != first.id)
    without = replace(kader, preconditions=tuple(rest), tables=tables)
    found = changed_parts.changed_parts(kader, without)
    assert [one.key[:2] for one in found] == [("preconditions", first.id)]


def test_every_value_of_the_kader_of_zuid_holland_has_words() -> None:
    """Against a kader with nothing in common every part comes or goes; against a shuffled one each field differs."""
    kader = load_kader(ZUID_HOLLAND)
    for language in ("nl", "en"):
        words = part_words.PartWords(kader, kader, language)
        for sort in part_words.PARTS:
            known = list(changed_parts.by_name(sort, kader).items())
            for (name, one), (_, other) in zip(known, known[1:] + known[:1], strict=True):
                assert words.title(sort, name)
                same_over = getattr(one, "over", CASE) == getattr(other, "over", CASE)
                if getattr(one, "counts", 0) == getattr(other, "counts", 0) and same_over:
                    told = changed_parts.ChangedPart(
                        key=changed_parts.Key(sort, name),
                        was=one,
                        becomes=one,
                        fields=tuple(changed_parts.changes(sort, one, one if sort == "tables" else other)),
                    )
                    assert all(list(words.lines(told)))


def diff(*arguments: object) -> int:
    return main(["kader", "diff", *map(str, arguments)])


def test_the_command_leaves_with_1_when_something_is_decided_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = write_pack(tmp_path / "a")
    assert diff(older, write_pack(tmp_path / "b")) == 0
    assert "zeggen hetzelfde" in capsys.readouterr().out
    words = write_pack(tmp_path / "c", changed("rules.yaml", "nl: Past", "nl: Sluit aan"))
    assert diff(older, words) == 0
    assert "was “Past”, wordt “Sluit aan”" in capsys.readouterr().out
    milder = write_pack(tmp_path / "d", changed("rules.yaml", "outcome: refuse", "outcome: hold"))
    assert diff(older, milder) == 1
    said = capsys.readouterr().out
    assert "Was ‘weigeren’, wordt ‘aanhouden’" in said
    assert "Het zijn alle gevallen die nu ‘weigeren’ krijgen." in said
    assert "Voorbeeld: vraag: nee" in said


def test_the_command_writes_what_a_program_can_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    older = write_pack(tmp_path / "a")
    milder = write_pack(tmp_path / "d", changed("rules.yaml", "outcome: refuse", "outcome: hold"))
    assert diff(older, milder, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    (change,) = found["outcomes"]
    assert (change["was"], change["becomes"], change["witness"]) == ("refuse", "hold", {"demand": False})
    assert change["short"]["rest"] == 0
    assert sum(cell["cases"] for cell in found["matrix"]) == found["cases"]
    assert not found["equivalent"]


def test_a_rule_that_holds_in_many_sorts_of_cases_is_said_in_part(tmp_path: Path) -> None:
    kader = load(tmp_path)
    truths = {name: fact(name, FactType.TRUTH) for name in "abcde"}
    kader = replace(kader, facts={**kader.facts, **truths})
    any_of = AnyOf(tuple(FactTest(name, Operator.IS, operand=True) for name in truths))
    newer = replace(kader, messages=(replace(kader.messages[0], when=any_of),))
    (line,) = [one for one in part(between(kader, newer), "messages", "ip").lines if "now also" in one]
    assert line.count("; or if ") == 2
    assert "(and another " in line


def test_a_rule_that_only_changes_where_no_case_can_be_holds_where_it_did(tmp_path: Path) -> None:
    kader = load(tmp_path)
    is_talk = FactTest("kind", Operator.ONE_OF, frozenset(["talk"]))
    kader = replace(kader, constraints=(Constraint(id="n", text=text("no"), never=is_talk),))
    message = kader.messages[0]
    newer = replace(kader, messages=(replace(message, when=AnyOf((message.when, is_talk))),))
    assert difference(kader, newer).is_equivalent


def test_a_list_that_means_something_else_is_named_by_its_entries(tmp_path: Path) -> None:
    kader = load(tmp_path)
    message = kader.messages[0]
    older, newer = (
        replace(
            kader,
            lists={**kader.lists, "kinds": listing("kinds", code)},
            messages=(replace(message, when=FactTest("kind", Operator.ONE_OF, frozenset([code]), "kinds")),),
        )
        for code in ("talk", "visit")
    )
    lines = part(between(older, newer), "messages", "ip").lines
    assert [line.split(" (for")[0] for line in lines] == [
        "now also holds if kind is ‘visit’",
        "no longer holds if kind is ‘talk’",
    ]
    assert part(between(kader, newer), "lists", "kinds").state == "added"
