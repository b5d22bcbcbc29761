"""Each part of a kader is read whole: every key that may be written arrives where it belongs."""

from pathlib import Path

import pytest

from openkader.base.text import Text
from openkader.kader import Fact, FactType, Kader, Outcome
from openkader.kader.conditions import ALWAYS, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.facts import Option
from openkader.kader.model import (
    ActionLine,
    AdviceWord,
    Chapter,
    Consultation,
    DecidingRole,
    DecisionLevel,
    Figure,
    Filling,
    Mandate,
    Measure,
    MessageLine,
    Pillar,
    Precondition,
    ProposalRow,
    Scenario,
    Table,
    TableRow,
)
from openkader.kader.sources import Listing, ListStatus, Passage, Source
from tests.unit.kader_factories import PACK, load

COMPLETE = """\
    kader:
      organisation: {nl: organisatie, en: organisation}
      title: {nl: titel, en: title}
      in_force_from: 2024-01-01
      adopted: {nl: aangenomen, en: adopted}
      reconstructed: {nl: nagebouwd, en: rebuilt}
      note: {nl: opmerking, en: note}
    sources:
      - id: S
        title: {nl: bron, en: source}
        publisher: publisher
        date: "2023"
        url: https://example.org/s
        available: false
        note: {nl: weg, en: gone}
    lists:
      - id: l
        title: {nl: lijst, en: list}
        status: general_knowledge_unverified
        publisher: EU
        date: "2022"
        url: https://example.org/l
        note: {nl: let op, en: mind}
        stands_in_for: slot
        items: [{code: a, nl: aa, en: ae, words: letterlijk}]
      - {id: m, title: {nl: m, en: m}, status: found, items: [{code: c, nl: cn, en: ce}]}
      - {id: desks, title: {nl: d, en: d}, status: found, items: [{code: rvo, nl: r, en: r}, {code: bz, nl: b, en: b}]}
      - {id: grounds, title: {nl: g, en: g}, status: found, items: [{code: law, nl: w, en: l}]}
      - {id: instruments, title: {nl: i, en: i}, status: found, items: [{code: letter, nl: b, en: l}]}
      - {id: topics, title: {nl: t, en: t}, status: found, items: [{code: ip, nl: i, en: i}]}
    facts:
      - id: f
        type: several
        label: {nl: label, en: tag}
        question: {nl: vraag, en: question}
        help: {nl: hulp, en: help}
        answered_by: adviser
        options: [{code: b, nl: bn, en: be}]
        options_from: [l, m]
        yes: {nl: wel, en: some}
        no: {nl: geen, en: none}
        worsens: true
      - {id: g, type: choice, label: {nl: g, en: g}, options: [{code: x, nl: x, en: x}]}
    preconditions:
      - id: P
        text: {nl: eis, en: demand}
        holds: {g: x}
        cites: [{source: S, place: p. 1, words: de woorden}]
    tables:
      - gives: f
        rows: [{when: {g: x}, value: [a, b]}]
        otherwise: []
        note: {nl: waarom, en: why}
      - {gives: counts, over: talks, rows: [{when: {kind: other}, value: c}]}
    counting_fields:
      - over: talks
        field: {id: counts, type: choice, label: {nl: t, en: c}, options_from: [m]}
    proposal:
      - id: r
        outcome: refer
        ground: law
        instrument: letter
        refer_to: [rvo, bz]
        when: {f: a}
        terms: [{nl: een, en: one}, {nl: twee, en: two}]
        reason: {nl: reden, en: reason}
        cites: [{source: S}]
    consultations:
      - {desk: bz, when: {f: b}, mandatory: true, reason: {nl: nodig, en: needed}, cites: [{source: S}]}
      - desk: rvo
        when: {f: b}
        mandatory: false
        reason: {nl: mag, en: may}
        question: {nl: mag dit, en: may we}
        term_days: 5
        before: [refuse, take_up]
        shows: [g, P]
    fillings:
      - fact: g
        desks: [bz, rvo]
        answers: [{says: objection, value: x}, {says: asked, value: x}]
        cites: [{source: S}]
    mandates:
      - {id: any, role: adviser, reason: {nl: alles, en: all}}
      - id: some
        role: decider
        outcomes: [hold]
        levels: [organisation]
        when: {f: b}
        second_person: true
        reason: {nl: mag, en: may}
        cites: [{source: S}]
    action_lines:
      - id: M1
        pillar: human_rights
        number: 3
        text: {nl: lijn, en: line}
        applies: {f: c}
        cites: [{source: S, place: p. 2}]
        measures:
          - id: M1.a
            text: {nl: maatregel, en: measure}
            evidence: {nl: bewijs, en: proof}
            when: {f: b}
            owner: {nl: eigenaar, en: owner}
            moment_days: -7
            cites: [{source: S, words: zo staat het er}]
    messages:
      - id: msg
        topic: ip
        text: {nl: boodschap, en: message}
        audience: {nl: publiek, en: audience}
        when: {g: x}
        cites: [{source: S}]
    figures:
      - id: count
        text: {nl: aantal, en: number}
        definition: {nl: alle, en: all}
        counts: talks
        where: {counts: c}
        of: {kind: other}
        distinct: true
        absence_is_unknown: true
        unit: {nl: stuks, en: pieces}
    report:
      - id: ch
        title: {nl: hoofdstuk, en: chapter}
        figures: [count]
        action_lines: [M1]
        preconditions: [P]
    scenarios:
      - id: s
        text: {nl: geval, en: case}
        facts: {g: x}
        outcome: refer
        row: r
        measures: [M1.a]
        fictional: false
    """


@pytest.fixture
def kader(tmp_path: Path) -> Kader:
    return load(tmp_path, {**dict.fromkeys(PACK), "all.yaml": COMPLETE})


def has(*codes: str) -> FactTest:
    return FactTest("f", Operator.HAS_ANY, frozenset(codes))


IS_X = FactTest("g", Operator.ONE_OF, frozenset({"x"}))
IS_OTHER = FactTest("kind", Operator.ONE_OF, frozenset({"other"}))
COUNTS = FactTest("counts", Operator.ONE_OF, frozenset({"c"}))
CITED = (Passage(source="S"),)
FROM_L = Option(code="a", text=Text("aa", "ae"), passage="letterlijk")
FROM_M = Option(code="c", text=Text("cn", "ce"))


def test_the_header_is_read_whole(kader: Kader) -> None:
    assert (kader.organisation, kader.title) == (Text("organisatie", "organisation"), Text("titel", "title"))
    assert (kader.adopted, kader.note) == (Text("aangenomen", "adopted"), Text("opmerking", "note"))
    assert kader.reconstructed == Text("nagebouwd", "rebuilt")


def test_a_source_is_read_whole(kader: Kader) -> None:
    assert kader.sources["S"] == Source(
        id="S",
        title=Text("bron", "source"),
        publisher="publisher",
        date="2023",
        url="https://example.org/s",
        available=False,
        note=Text("weg", "gone"),
    )


def test_a_list_is_read_whole(kader: Kader) -> None:
    assert kader.lists["l"] == Listing(
        id="l",
        title=Text("lijst", "list"),
        status=ListStatus.GENERAL_KNOWLEDGE,
        publisher="EU",
        date="2022",
        url="https://example.org/l",
        note=Text("let op", "mind"),
        stands_in_for="slot",
        items=(FROM_L,),
    )


def test_a_question_is_read_whole_with_the_options_of_every_list(kader: Kader) -> None:
    assert kader.facts["f"] == Fact(
        id="f",
        type=FactType.SEVERAL,
        label=Text("label", "tag"),
        question=Text("vraag", "question"),
        help=Text("hulp", "help"),
        answered_by="adviser",
        options=(Option(code="b", text=Text("bn", "be")), FROM_L, FROM_M),
        lists=("l", "m"),
        yes=Text("wel", "some"),
        no=Text("geen", "none"),
        worsens=("b", "a", "c"),
    )


def test_a_precondition_is_read_whole_and_becomes_a_fact_and_a_table(kader: Kader) -> None:
    cites = (Passage(source="S", place="p. 1", words="de woorden"),)
    assert kader.preconditions == (Precondition(id="P", text=Text("eis", "demand"), holds=IS_X, cites=cites),)
    assert kader.facts["P"] == Fact(
        id="P",
        type=FactType.TRUTH,
        label=Text("eis", "demand"),
        yes=Text("aan P is voldaan", "P is met"),
        no=Text("aan P is niet voldaan", "P is not met"),
    )
    rows = (TableRow(when=IS_X, value=True),)
    assert kader.tables[-1] == Table(gives="P", over="case", rows=rows, otherwise=False, note=None, where="P")


def test_a_table_is_read_whole_about_a_case_and_about_records(kader: Kader) -> None:
    assert kader.tables[0] == Table(
        gives="f",
        over="case",
        rows=(TableRow(when=IS_X, value=frozenset("ab")),),
        otherwise=frozenset(),
        note=Text("waarom", "why"),
        where="all.yaml:50",
    )
    assert (kader.tables[1].over, kader.tables[1].rows) == ("talks", (TableRow(when=IS_OTHER, value="c"),))
    assert kader.records["talks"]["counts"].options == (FROM_M,)


def test_a_row_of_the_proposal_is_read_whole(kader: Kader) -> None:
    assert kader.proposal == (
        ProposalRow(
            id="r",
            when=has("a"),
            outcome=Outcome.REFER,
            reason=Text("reden", "reason"),
            ground="law",
            instrument="letter",
            refer_to=("rvo", "bz"),
            terms=(Text("een", "one"), Text("twee", "two")),
            cites=CITED,
        ),
    )


def test_a_consultation_is_read_whole(kader: Kader) -> None:
    needed, may = Text("nodig", "needed"), Text("mag", "may")
    assert kader.consultations == (
        Consultation(
            desk="bz",
            when=has("b"),
            mandatory=True,
            reason=needed,
            # Where the kader does not say, every outcome but hold waits, and the desk sees what called for it.
            before=(Outcome.TAKE_UP, Outcome.TAKE_UP_WITH_CONDITIONS, Outcome.REFER, Outcome.REFUSE),
            shows=("f",),
            cites=CITED,
        ),
        Consultation(
            desk="rvo",
            when=has("b"),
            mandatory=False,
            reason=may,
            question=Text("mag dit", "may we"),
            term_days=5,
            before=(Outcome.REFUSE, Outcome.TAKE_UP),
            shows=("g", "P"),
        ),
    )


def test_what_an_advice_answers_is_read_whole_and_in_order(kader: Kader) -> None:
    answers = ((AdviceWord.OBJECTION, "x"), (AdviceWord.ASKED, "x"))
    assert kader.fillings == (Filling(fact="g", desks=("bz", "rvo"), answers=answers, cites=CITED),)


def test_a_mandate_is_read_whole(kader: Kader) -> None:
    assert kader.mandates == (
        Mandate(
            id="any",
            role=DecidingRole.ADVISER,
            outcomes=tuple(Outcome),
            levels=tuple(DecisionLevel),
            when=ALWAYS,
            second_person=False,
            reason=Text("alles", "all"),
        ),
        Mandate(
            id="some",
            role=DecidingRole.DECIDER,
            outcomes=(Outcome.HOLD,),
            levels=(DecisionLevel.ORGANISATION,),
            when=has("b"),
            second_person=True,
            reason=Text("mag", "may"),
            cites=CITED,
        ),
    )


def test_an_action_line_and_its_measure_are_read_whole(kader: Kader) -> None:
    measure = Measure(
        id="M1.a",
        line="M1",
        text=Text("maatregel", "measure"),
        when=has("b"),
        evidence=Text("bewijs", "proof"),
        owner=Text("eigenaar", "owner"),
        moment_days=-7,
        cites=(Passage(source="S", words="zo staat het er"),),
    )
    assert kader.action_lines == (
        ActionLine(
            id="M1",
            pillar=Pillar.HUMAN_RIGHTS,
            number=3,
            text=Text("lijn", "line"),
            applies=has("c"),
            measures=(measure,),
            cites=(Passage(source="S", place="p. 2"),),
        ),
    )


def test_a_message_is_read_whole(kader: Kader) -> None:
    assert kader.messages == (
        MessageLine(
            id="msg",
            text=Text("boodschap", "message"),
            audience=Text("publiek", "audience"),
            topic="ip",
            when=IS_X,
            cites=CITED,
        ),
    )


def test_a_figure_is_read_whole(kader: Kader) -> None:
    assert kader.figures == (
        Figure(
            id="count",
            text=Text("aantal", "number"),
            definition=Text("alle", "all"),
            counts="talks",
            where=COUNTS,
            of=IS_OTHER,
            distinct=True,
            absence_is_unknown=True,
            unit=Text("stuks", "pieces"),
        ),
    )


def test_a_figure_with_the_least_counts_every_row_and_each_once(tmp_path: Path) -> None:
    least = "figures: [{id: count, text: {nl: a, en: a}, definition: {nl: b, en: b}, counts: talks}]\n"
    figure = load(tmp_path, {"figures.yaml": least}).figures[0]
    assert figure == Figure(
        id="count", text=Text("a", "a"), definition=Text("b", "b"), counts="talks", where=ALWAYS
    )


def test_a_chapter_and_an_example_are_read_whole(kader: Kader) -> None:
    title = Text("hoofdstuk", "chapter")
    assert kader.report == (
        Chapter(id="ch", title=title, figures=("count",), action_lines=("M1",), preconditions=("P",)),
    )
    assert kader.scenarios == (
        Scenario(
            id="s",
            text=Text("geval", "case"),
            facts={"g": "x"},
            outcome=Outcome.REFER,
            row="r",
            measures=("M1.a",),
            fictional=False,
            where="all.yaml:132",
        ),
    )
