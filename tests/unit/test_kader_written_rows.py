"""The rows of a kader are found in its texts with their mistakes, and known again after others went or came."""

from openkader.kader import read_texts
from openkader.kader.rewriting import with_item, without_item
from openkader.kader.written_rows import WrittenTable, written_tables
from tests.unit.kader_factories import ZUID_HOLLAND

TEXT = """\
tables:
  - gives: " posture  of all "
    rows: [{when: {a: 1}, value: x}, {when: {a: 2}, value: z}, {when: {a: 2}, value: z}]
  - {gives: count, over: activities, rows: [{when: {a: 1}, value: x}]}
  - {gives: none}
  - {gives: wrong, rows: yes it is}
  - words
proposal:
  - id: one
    outcome: hold
  - words
  - {id: [1]}
"""


def test_the_proposal_stands_first_and_a_table_is_named_by_what_it_gives() -> None:
    found = written_tables({"a.yaml": TEXT})
    assert [table.name for table in found] == ["proposal", "case.posture of all", "activities.count"]
    assert [table.is_proposal for table in found] == [True, False, False]
    assert found[1].path == ("tables", 0, "rows")
    assert found[2].over == "activities"


def test_a_row_knows_its_letters_its_line_and_what_it_says() -> None:
    proposal, table, _count = written_tables({"a.yaml": TEXT})
    one, words, wrong = proposal.rows
    assert (one.name, one.line, one.text) == ("one", "9", "id: one\n    outcome: hold")
    assert one.said == {"id": "one", "outcome": "hold"}
    assert (words.name, words.said, wrong.name) == ("", {}, "")
    assert [row.name for row in table.rows] == ["1", "2", "3"]
    assert table.row("2") == table.rows[1]
    assert table.row("9") is None


def test_a_row_is_known_again_by_what_it_says_where_it_is_the_only_one() -> None:
    text = without_item(TEXT, ("tables", 0, "rows"), 0)
    before, after = table_of(TEXT), table_of(text)
    alike = before.rows[1].seen
    assert after.same_row(alike, "2") == after.rows[1]
    assert after.same_row(alike, "9") is None  # two are alike, and neither has this name
    assert after.same_row(before.rows[0].seen, "1") is None
    longer = with_item(text, ("tables", 0, "rows"), {"when": {"a": 9}, "value": "w"}, in_lines=False)
    last = table_of(longer).rows[-1]
    assert table_of(longer).same_row(last.seen, "1") == last
    assert before.seen != after.seen


def table_of(text: str) -> WrittenTable:
    return written_tables({"a.yaml": text})[1]


def test_a_part_that_stands_in_two_files_has_two_names_and_a_text_that_is_no_document_none() -> None:
    texts = {
        "b.yaml": TEXT,
        "a.yaml": TEXT,
        "c.yaml": "a: [",
        "d.yaml": "a: &b 1",
        "e.yaml": "- x",
        "f.yaml": "x: yes",
    }
    names = [(table.name, table.file) for table in written_tables(texts)]
    assert names[:2] == [("proposal", "a.yaml"), ("proposal-2", "b.yaml")]
    assert ("case.posture of all-2", "b.yaml") in names
    assert len(names) == 6


def test_zuid_holland_has_its_rows() -> None:
    found = {table.name: len(table.rows) for table in written_tables(read_texts(ZUID_HOLLAND))}
    assert found["proposal"] == 25
    assert found["activities.counts_as_incoming"] == 2
