"""A report is composed of nothing but facts: each sentence cites its own, and what is not known is a gap."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from openkader.base.errors import Invalid, Refusal
from openkader.casework.reporting import (
    LANGUAGES,
    ReportKind,
    ReportStand,
    changed_since,
    gaps_of,
    may_finish,
    may_save,
    may_write,
)
from openkader.casework.vocabulary import Confidentiality
from openkader.kader import load_kader
from openkader.publication.letters import Paragraph
from openkader.publication.report_settings import ReportSettings, read_report_settings
from openkader.publication.report_templates import house_templates, read_report_templates, words_in
from openkader.publication.reports import Known, Paper, Sentence, composed, paper_of, paragraphs_of, title_of
from tests.unit.protections import PACK

HOUSE = house_templates()
POINTS = {one.points for kind in HOUSE.kinds.values() for part in kind.sections for one in part.sentences}
# Of each fact a value that occurs nowhere else, so that it is seen where it lands.
MARKED: dict[str, str | Sequence[str] | None] = {
    name: (f"«{name}-1»", f"«{name}-2»") if name in POINTS else f"«{name}»" for name in HOUSE.facts
}
BOTH = [(kind, language) for kind in ReportKind for language in LANGUAGES]


def code(refusal: Refusal | None) -> str:
    return refusal.code if refusal else ""


def every_sentence(kind: ReportKind, known: Known, language: str = "nl") -> list[Sentence]:
    found = composed(kind, known, HOUSE, language)
    return [one for part in found.sections for one in part.sentences]


@pytest.mark.parametrize(("kind", "language"), BOTH)
def test_each_sentence_cites_the_facts_that_stand_in_it_and_no_others(
    kind: ReportKind, language: str
) -> None:
    for one in every_sentence(kind, MARKED, language):
        said = " ".join([one.text, *one.points])
        found = {name.partition("-")[0] for name in re.findall(r"«([\w-]+)»", said)}
        assert found == set(one.cites), said
        assert one.cites, said


@pytest.mark.parametrize(("kind", "language"), BOTH)
def test_of_an_activity_of_which_nothing_is_known_every_sentence_has_a_gap(
    kind: ReportKind, language: str
) -> None:
    for one in every_sentence(kind, {}, language):
        assert gaps_of(" ".join([one.text, *one.points])), one
    assert "None" not in composed(kind, {}, HOUSE, language).text


@pytest.mark.parametrize("name", sorted(HOUSE.facts))
def test_a_fact_that_changes_changes_only_the_sentences_that_cite_it(name: str) -> None:
    for kind in ReportKind:
        before = every_sentence(kind, MARKED)
        after = every_sentence(kind, MARKED | {name: ("anders",) if name in POINTS else "anders"})
        for one, other in zip(before, after, strict=True):
            assert (one == other) is (name not in one.cites), (kind, one)


def test_where_the_register_names_none_it_says_so_and_leaves_no_gap() -> None:
    none = MARKED | dict.fromkeys((one for one in POINTS if one), ())
    text = composed(ReportKind.MISSION_REPORT, none, HOUSE, "nl").text
    assert "Het register noemt geen afspraak die is ondertekend." in text
    assert not gaps_of(text)


def test_a_fact_cannot_pass_for_a_heading_or_a_point() -> None:
    known = MARKED | {"aim": "eerst\n## Kop\n- punt", "lessons": ("les\n# Titel",)}
    text = composed(ReportKind.MISSION_REPORT, known, HOUSE, "nl").text
    assert "\n## Kop" not in text
    assert "\n- punt" not in text
    assert "\n# Titel" not in text
    assert title_of(text) == "Verslag: «title»"


def test_a_fact_with_braces_stays_as_it_is() -> None:
    known = MARKED | {"aim": "{title} en {0}"}
    assert "{title} en {0}" in composed(ReportKind.MISSION_REPORT, known, HOUSE, "nl").text


def test_the_public_texts_cite_nothing_that_is_only_for_the_council() -> None:
    inside = {
        "lessons",
        "dropouts",
        "own_parties",
        "measures_shown",
        "measures_open",
        "slots",
        "heard",
        "topics",
    }
    for kind in (ReportKind.PUBLIC_TEXT, ReportKind.FEEDBACK):
        cited = {name for one in every_sentence(kind, MARKED) for name in one.cites}
        assert not cited & (inside | {"participants", "follow_ups"})


def test_a_sentence_stands_there_only_with_what_it_hangs_on() -> None:
    alone = every_sentence(ReportKind.PUBLIC_TEXT, MARKED | {"leaders": ()})
    assert not [one for one in alone if "leaders" in one.cites]


def test_a_written_text_reads_as_headings_lists_and_paragraphs() -> None:
    text = "# Titel\n\n## Kop\nEen zin\nen nog een.\n- een\n- twee\n\nLaatste.\n##\n-\n"
    assert list(paragraphs_of(text)) == [
        Paragraph("Kop", is_heading=True),
        Paragraph("Een zin en nog een."),
        Paragraph(points=("een", "twee")),
        Paragraph("Laatste."),
        Paragraph("", is_heading=True),
        Paragraph("-"),
    ]
    letter = paper_of(text, Paper(language="nl", organisation="Fictief", title="Anders"))
    assert letter.subject == "Titel"
    assert paper_of("Tekst", Paper(language="nl", organisation="F", title="Anders")).subject == "Anders"


def test_what_was_composed_is_read_back_as_it_was() -> None:
    found = composed(ReportKind.MISSION_REPORT, MARKED, HOUSE, "nl")
    read = list(paragraphs_of(found.text))
    assert [one.text for one in read if one.is_heading] == [part.heading for part in found.sections]
    points = [point for part in found.sections for one in part.sentences for point in one.points]
    assert [point for one in read for point in one.points] == points


def written(folder: Path, text: str) -> list[str]:
    (folder / "reports.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        read_report_templates(folder / "reports.yaml")
    return [one.code for one in caught.value.problems]


SENTENCE = """\
facts:
  title: {{nl: de titel, en: the title}}
kinds:
  - kind: feedback
    title: {{nl: "{{title}}", en: "{{title}}"}}
    sections:
      - id: a
        heading: {{nl: Kop, en: Heading}}
        sentences:
          - {0}
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ('{text: {nl: "Er is veel bereikt.", en: "Much was done."}}', "report.no-fact"),
        ('{text: {nl: "{title}", en: "All of it"}}', "report.unknown-fact"),
        ('{text: {nl: "{secret}", en: "{secret}"}}', "report.unknown-fact"),
        ('{text: {nl: "{title!r}", en: "{title!r}"}}', "report.unknown-fact"),
        ('{text: {nl: "{", en: "{"}}', "report.unknown-fact"),
        (
            '{text: {nl: "{title}", en: "{title}"}, points: nothing, none: {nl: x, en: x}}',
            "report.unknown-fact",
        ),
        ('{text: {nl: "{title}", en: "{title}"}, points: title}', "document.missing-key"),
        ('{text: {nl: "{title}", en: "{title}"}, none: {nl: x, en: x}}', "document.missing-key"),
    ],
)
def test_a_sentence_that_is_made_of_no_fact_is_not_read(tmp_path: Path, sentence: str, wrong: str) -> None:
    assert wrong in written(tmp_path, SENTENCE.format(sentence))


def test_both_languages_of_a_sentence_name_the_same_facts() -> None:
    for kind in HOUSE.kinds.values():
        for part in kind.sections:
            for one in part.sentences:
                assert set(words_in(one.text.nl)) == set(words_in(one.text.en))


def test_the_pack_names_the_measure_of_a_report_and_what_is_left_out() -> None:
    found = read_report_settings(PACK, load_kader(PACK / "2024-01-01"))
    assert found.measure == "M3.report"
    assert found.leaves_out("E2")
    assert not found.leaves_out("M3")


def test_settings_that_the_kader_does_not_know_are_not_read(tmp_path: Path) -> None:
    text = "reports:\n  measure: M9.x\n  left_out_lines: [E9]\n"
    (tmp_path / "reports.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        read_report_settings(tmp_path, load_kader(PACK / "2024-01-01"))
    assert [one.code for one in caught.value.problems] == ["report.unknown-measure"] * 2


def test_without_settings_no_measure_is_told_of_at_all() -> None:
    assert ReportSettings().leaves_out("M3")


def test_of_a_confidential_case_nothing_is_written_for_people_outside() -> None:
    secret = Confidentiality.CASE_CONFIDENTIAL
    assert code(may_write(ReportKind.PUBLIC_TEXT, secret)) == "report.confidential"
    assert code(may_write(ReportKind.FEEDBACK, secret)) == "report.confidential"
    assert may_write(ReportKind.MISSION_REPORT, secret) is None
    assert may_write(ReportKind.PUBLIC_TEXT, Confidentiality.INTERNAL) is None
    assert may_write(ReportKind.PUBLIC_TEXT, None) is None


STAND = ReportStand(version=2, by="anna", text="Klaar.")


def test_whoever_did_not_see_the_newest_version_overwrites_nobody() -> None:
    assert code(may_save("Tekst", 1, STAND)) == "report.meanwhile"
    assert may_save("Tekst", 2, STAND) is None
    assert code(may_save(" \n", 2, STAND)) == "report.empty"


def test_only_a_saved_text_without_gaps_is_made_final_and_once() -> None:
    assert code(may_finish(0, ReportStand())) == "report.not-saved"
    assert code(may_finish(1, STAND)) == "report.meanwhile"
    assert code(may_finish(2, replace(STAND, is_final=True))) == "report.final-already"
    assert code(may_finish(2, replace(STAND, text="In [niet bekend: waar het was]."))) == "report.gaps"
    assert may_finish(2, STAND) is None


def test_a_gap_is_named_once_in_either_language() -> None:
    text = "[niet bekend: het doel] en [not known: the aim] en [niet bekend: het doel], [gewoon]."
    assert gaps_of(text) == ("[niet bekend: het doel]", "[not known: the aim]")


def test_a_part_that_the_register_gives_otherwise_has_changed() -> None:
    assert changed_since({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == ("b", "c")
    assert changed_since({}, {"a": "1"}) == ()  # of a program, which saw nothing composed
