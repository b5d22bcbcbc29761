"""Reading the rules about a case: proposal, preconditions, lines, consultations, fillings, mandates, messages."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.kader.conditions import Condition, facts_in
from openkader.kader.constraints import Constraint
from openkader.kader.facts import Fact, FactType, Value
from openkader.kader.model import (
    ActionLine,
    AdviceWord,
    Consultation,
    DecidingRole,
    DecisionLevel,
    Filling,
    Mandate,
    Measure,
    MessageLine,
    Outcome,
    Pillar,
    Precondition,
    ProposalRow,
    Scenario,
    Table,
    TableRow,
)
from openkader.kader.reading import (
    ConditionReader,
    Vocabulary,
    nearest,
    read_facts,
    read_passages,
    read_value,
    read_word,
)
from openkader.kader.sections import CASE
from openkader.kader.sources import Source

Sources = Mapping[str, Source]
E = TypeVar("E", bound=StrEnum)


class CaseReader:
    """Reads the parts whose conditions are about a case."""

    def __init__(self, reader: Reader, vocabulary: Vocabulary, sources: Sources) -> None:
        self.reader = reader
        self.vocabulary = vocabulary
        self.sources = sources
        self.conditions = ConditionReader(reader, vocabulary)
        self._measures: set[str] = set()  # over all lines: a register knows a measure by its id alone

    def proposal_row(self, entry: Entry) -> ProposalRow:
        """One row of the proposal table."""
        fields = self.reader.mapping(
            entry, ("id", "outcome", "when", "reason"), ("ground", "instrument", "refer_to", "terms", "cites")
        )
        return ProposalRow(
            id=fields.words("id"),
            when=self._when(fields),
            outcome=read_word(fields, "outcome", Outcome, Outcome.REFUSE),
            reason=fields.text("reason"),
            ground=self._listed(fields, "ground", "grounds"),
            instrument=self._listed(fields, "instrument", "instruments"),
            refer_to=self._desks(fields, "refer_to"),
            terms=tuple(self.reader.text(item) for item in fields.items("terms")),
            cites=read_passages(fields, self.sources),
        )

    def constraint(self, entry: Entry) -> Constraint:
        """What no case can be; it has to say so, for without a condition no case could be at all."""
        fields = self.reader.mapping(entry, ("id", "text", "never"), ("cites",))
        return Constraint(
            id=fields.words("id"),
            text=fields.text("text"),
            never=self._when(fields, "never"),
            cites=read_passages(fields, self.sources),
        )

    def precondition(self, entry: Entry) -> Precondition:
        """A precondition of the framework."""
        fields = self.reader.mapping(entry, ("id", "text", "holds"), ("cites",))
        return Precondition(
            id=fields.words("id"),
            text=fields.text("text"),
            holds=self._when(fields, "holds"),
            cites=read_passages(fields, self.sources),
        )

    def action_line(self, entry: Entry) -> ActionLine:
        """An action line with its measures; a measure applies only where its line does."""
        fields = self.reader.mapping(
            entry, ("id", "pillar", "number", "text", "applies", "measures"), ("cites",)
        )
        line = fields.words("id")
        return ActionLine(
            id=line,
            pillar=read_word(fields, "pillar", Pillar, Pillar.ECONOMIC),
            number=fields.integer("number") or 0,
            text=fields.text("text"),
            applies=self._when(fields, "applies"),
            measures=tuple(self._measure(line, item) for item in fields.items("measures")),
            cites=read_passages(fields, self.sources),
        )

    def _measure(self, line: str, entry: Entry) -> Measure:
        fields = self.reader.mapping(
            entry, ("id", "text", "evidence"), ("when", "owner", "moment_days", "cites")
        )
        name = fields.words("id")
        if name in self._measures:
            self.reader.report("kader.duplicate-id", entry.where, id=name)
        self._measures.add(name)
        return Measure(
            id=name,
            line=line,
            text=fields.text("text"),
            when=self._when(fields),
            evidence=fields.text("evidence"),
            owner=fields.text_or_none("owner"),
            moment_days=fields.integer("moment_days"),
            cites=read_passages(fields, self.sources),
        )

    def consultation(self, entry: Entry) -> Consultation:
        """Who is asked for advice, and when."""
        fields = self.reader.mapping(
            entry,
            ("desk", "when", "mandatory", "reason"),
            ("question", "term_days", "before", "shows", "cites"),
        )
        when = self._when(fields)
        term = fields.integer("term_days")
        if term is not None and term < 1:
            self.reader.report("kader.no-term", fields.place("term_days"), days=str(term))
        return Consultation(
            desk=self._listed(fields, "desk", "desks") or "-",
            when=when,
            mandatory=fields.truth("mandatory") is True,
            reason=fields.text("reason"),
            question=fields.text_or_none("question"),
            term_days=term,
            before=self._before(fields),
            shows=self._shown(fields) or tuple(sorted(facts_in(when))),
            cites=read_passages(fields, self.sources),
        )

    def _before(self, fields: Fields) -> tuple[Outcome, ...]:
        """The outcomes that wait; where none is named, all but hold do."""
        named = _words(fields, "before", Outcome)
        if Outcome.HOLD in named:
            self.reader.report("kader.hold-waits", fields.place("before"))
        return named or tuple(outcome for outcome in Outcome if outcome is not Outcome.HOLD)

    def _shown(self, fields: Fields) -> tuple[str, ...]:
        names = fields.codes("shows")
        for name in names:
            if name not in self.vocabulary.facts:
                near = nearest(name, self.vocabulary.facts)
                self.reader.report("condition.unknown-fact", fields.place("shows"), fact=name, near=near)
        return names

    def filling(self, entry: Entry) -> Filling:
        """A question that advice answers."""
        fields = self.reader.mapping(entry, ("fact", "desks", "answers"), ("cites",))
        name = fields.words("fact")
        fact = self.vocabulary.facts.get(name)
        if fact is None:
            near = nearest(name, self.vocabulary.facts)
            self.reader.report("condition.unknown-fact", fields.place("fact"), fact=name, near=near)
        return Filling(
            fact=name,
            desks=self._desks(fields, "desks"),
            answers=tuple(self._answer(fact, item) for item in fields.items("answers") if fact),
            cites=read_passages(fields, self.sources),
        )

    def _answer(self, fact: Fact, entry: Entry) -> tuple[AdviceWord, Value]:
        fields = self.reader.mapping(entry, ("says", "value"))
        value = fields.entry("value")
        found = read_value(self.reader, fact, value) if value else None
        word = read_word(fields, "says", AdviceWord, AdviceWord.ASKED)
        return word, False if found is None else found

    def mandate(self, entry: Entry) -> Mandate:
        """What somebody in a role may decide."""
        fields = self.reader.mapping(
            entry, ("id", "role", "reason"), ("outcomes", "levels", "when", "second_person", "cites")
        )
        return Mandate(
            id=fields.words("id"),
            role=read_word(fields, "role", DecidingRole, DecidingRole.DECIDER),
            outcomes=_words(fields, "outcomes", Outcome) or tuple(Outcome),
            levels=_words(fields, "levels", DecisionLevel) or tuple(DecisionLevel),
            when=self._when(fields),
            second_person=fields.truth("second_person") is True,
            reason=fields.text("reason"),
            cites=read_passages(fields, self.sources),
        )

    def message(self, entry: Entry) -> MessageLine:
        """A line to take."""
        fields = self.reader.mapping(entry, ("id", "text", "audience", "topic", "when"), ("cites",))
        return MessageLine(
            id=fields.words("id"),
            text=fields.text("text"),
            audience=fields.text("audience"),
            topic=self._listed(fields, "topic", "topics") or "-",
            when=self._when(fields),
            cites=read_passages(fields, self.sources),
        )

    def scenario(self, entry: Entry) -> Scenario:
        """An example case and the proposal it must lead to."""
        fields = self.reader.mapping(
            entry,
            ("id", "text", "facts", "outcome", "row"),
            ("measures", "consultations", "mandates", "fictional"),
        )
        return Scenario(
            id=fields.words("id"),
            text=fields.text("text"),
            facts=read_facts(self.reader, self.vocabulary.facts, fields.entry("facts")),
            outcome=read_word(fields, "outcome", Outcome, Outcome.HOLD),
            row=fields.words("row"),
            measures=fields.codes("measures"),
            consultations=self._desks(fields, "consultations"),
            mandates=fields.codes("mandates"),
            fictional=fields.truth("fictional") is not False,
            where=entry.where,
        )

    def _when(self, fields: Fields, key: str = "when") -> Condition:
        return self.conditions.read(fields.entry(key))

    def _listed(self, fields: Fields, key: str, name: str) -> str | None:
        code = fields.words_or_none(key)
        if code is not None:
            self._on_list(fields, key, code, name)
        return code

    def _desks(self, fields: Fields, key: str) -> tuple[str, ...]:
        codes = fields.codes(key)
        for code in codes:
            self._on_list(fields, key, code, "desks")
        return codes

    def _on_list(self, fields: Fields, key: str, code: str, name: str) -> None:
        listing = self.vocabulary.lists.get(name)
        if listing is None or listing.item(code) is None:
            self.reader.report("kader.not-on-list", fields.place(key), code=code, list=name)


def _words(fields: Fields, key: str, words: type[E]) -> tuple[E, ...]:
    """Several words of a closed vocabulary; one that is not in it is a problem."""
    found = [(code, next((word for word in words if word == code), None)) for code in fields.codes(key)]
    for code, word in found:
        if word is None:
            fields.reader.report("kader.unknown-word", fields.place(key), word=code, known=", ".join(words))
    return tuple(word for _, word in found if word is not None)


def as_fact(precondition: Precondition) -> Fact:
    """A precondition as a derived truth, so that rows can ask whether it is met."""
    return Fact(
        id=precondition.id,
        type=FactType.TRUTH,
        label=precondition.text,
        yes=Text(nl=f"aan {precondition.id} is voldaan", en=f"{precondition.id} is met"),
        no=Text(nl=f"aan {precondition.id} is niet voldaan", en=f"{precondition.id} is not met"),
    )


def as_table(precondition: Precondition) -> Table:
    """The table that derives whether the precondition is met; unknown stays unknown."""
    row = TableRow(when=precondition.holds, value=True)
    return Table(
        gives=precondition.id, over=CASE, rows=(row,), otherwise=False, note=None, where=precondition.id
    )
