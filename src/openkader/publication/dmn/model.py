"""What the document says, before it is XML: input data, decisions, their tables and what they need of each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openkader.kader.conditions import AllOf, Condition, facts_in
from openkader.kader.facts import Fact, FactType
from openkader.kader.model import Kader, Outcome, ProposalRow, Table
from openkader.kader.sections import CASE
from openkader.kader.sentences import Speaker
from openkader.kader.sources import Passage
from openkader.publication.dmn.feel import ANY, cell, names_of, said, value_in

ROWS, PROPOSAL = "proposal_rows", "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What is looked at in one column: a fact, or a decision that says a condition across facts."""

    name: str
    label: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row: its cells, what it gives, and why."""

    cells: Mapping[str, str]
    gives: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxed:
    """A decision table; `gives` are the names and types of what it gives."""

    policy: str
    columns: tuple[Column, ...]
    gives: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, by a table or by an expression."""

    name: str
    label: str
    type: str | None
    needs: tuple[str, ...]
    logic: Boxed | str


@dataclass(frozen=True, slots=True, kw_only=True)
class InputData:
    """A question that is asked."""

    name: str
    label: str
    question: str
    type: str


@dataclass(slots=True)
class Model:
    """Everything, each decision after those that it needs."""

    kader: Kader
    language: str
    names: dict[str, str]
    decisions: list[Decision] = field(default_factory=list)

    @property
    def inputs(self) -> list[InputData]:
        """The asked questions that some decision needs."""
        needed = {name for decision in self.decisions for name in decision.needs}
        asked = ((self.names[fact.id], fact) for fact in self.kader.asked)
        return [
            InputData(
                name=name,
                label=fact.label.in_(self.language),
                question=fact.question.in_(self.language) if fact.question else "",
                type=type_of(fact, name),
            )
            for name, fact in asked
            if name in needed
        ]


def type_of(fact: Fact, name: str) -> str:
    """The type of a fact: a plain one, or one of its own that lists its options."""
    plain = {
        FactType.TRUTH: "boolean",
        FactType.NUMBER: "number",
        FactType.DATE: "date",
        FactType.COUNTRY: "string",
    }
    return plain.get(fact.type) or f"t_{name}"


def model_of(kader: Kader, language: str) -> Model:
    """The tables about a case, those of the preconditions among them, and the proposal."""
    model = Model(kader, language, names_of(kader.facts))
    for table in kader.tables:
        if table.over == CASE:
            _add_table(model, table)
    _add_proposal(model)
    return model


def _add_table(model: Model, table: Table) -> None:
    fact = model.kader.facts[table.gives]
    name = model.names[table.gives]
    conditions = [row.when for row in table.rows]
    values = [row.value for row in table.rows]
    if table.otherwise is not None:
        conditions.append(AllOf(()))
        values.append(table.otherwise)
    columns, cells = _columns(model, name, conditions)
    boxed = Boxed(
        policy="FIRST",
        columns=columns,
        gives=((name, type_of(fact, name)),),
        notes=(),
        rules=tuple(
            Rule(cells=row, gives=(value_in(value),)) for row, value in zip(cells, values, strict=True)
        ),
    )
    _decide(model, name, fact.label.in_(model.language), boxed)


def _add_proposal(model: Model) -> None:
    """All rows that hold, and the most severe outcome among them."""
    kader, rows = model.kader, model.kader.proposal
    columns, cells = _columns(model, ROWS, [row.when for row in rows])
    boxed = Boxed(
        policy="RULE ORDER",
        columns=columns,
        gives=(("outcome", "string"), ("rule", "string")),
        notes=("reason", "source"),
        rules=tuple(
            Rule(
                cells=row_cells,
                gives=(value_in(row.outcome.value), value_in(row.id)),
                notes=(row.reason.in_(model.language), _sources(kader, row, model.language)),
            )
            for row, row_cells in zip(rows, cells, strict=True)
        ),
    )
    _decide(model, ROWS, "", boxed)
    severe_first = sorted(Outcome, key=lambda outcome: -outcome.severity)
    chosen = "".join(
        f'if list contains({ROWS}.outcome, "{outcome}") then "{outcome}" else ' for outcome in severe_first
    )
    label = kader.title.in_(model.language)
    model.decisions.append(
        Decision(name=PROPOSAL, label=label, type="string", needs=(ROWS,), logic=f'{chosen}"{Outcome.HOLD}"')
    )


def _decide(model: Model, name: str, label: str, boxed: Boxed) -> None:
    needs = tuple(column.name for column in boxed.columns)
    kind = boxed.gives[0][1] if len(boxed.gives) == 1 else None
    model.decisions.append(Decision(name=name, label=label, type=kind, needs=needs, logic=boxed))


def _sources(kader: Kader, row: ProposalRow, language: str) -> str:
    return "; ".join(_source(kader, passage, language) for passage in row.cites)


def _source(kader: Kader, passage: Passage, language: str) -> str:
    title = kader.sources[passage.source].title.in_(language)
    return f"{title}, {passage.place}" if passage.place else title


def _columns(
    model: Model, table: str, conditions: list[Condition]
) -> tuple[tuple[Column, ...], list[dict[str, str]]]:
    """One column for each fact that some row looks at, and for each condition across facts."""
    columns: dict[str, Column] = {}
    cells: list[dict[str, str]] = []
    for condition in conditions:
        row: dict[str, str] = {}
        for column, words in _cells(model, table, condition):
            columns.setdefault(column.name, column)
            row[column.name] = words
        cells.append(row)
    return tuple(columns.values()), cells


def _cells(model: Model, table: str, condition: Condition) -> Iterator[tuple[Column, str]]:
    by_fact: dict[str, list[Condition]] = {}
    for part in _conjuncts(condition):
        facts = facts_in(part)
        if len(facts) == 1:
            by_fact.setdefault(next(iter(facts)), []).append(part)
        else:
            yield _across(model, table, part), "true"
    for name, parts in by_fact.items():
        fact = model.kader.facts[name]
        words = cell(fact, parts[0] if len(parts) == 1 else AllOf(tuple(parts)))
        if words != ANY:
            own = model.names[name]
            yield Column(name=own, label=fact.label.in_(model.language), type=type_of(fact, own)), words


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    """What must all hold; an `all` inside an `all` is no different from its parts."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _conjuncts(part)
    else:
        yield condition


def _across(model: Model, table: str, condition: Condition) -> Column:
    """A decision of its own for what no cell can say: an `any` or a `not` across facts."""
    words = said(condition, model.names.__getitem__)
    for known in model.decisions:
        if known.logic == words:
            return Column(name=known.name, label=known.label, type="boolean")
    own = [one for one in model.decisions if one.name.startswith(f"{table}__")]
    name = f"{table}__{len(own) + 1}"
    needs = tuple(model.names[fact] for fact in sorted(facts_in(condition)))
    label = Speaker(model.kader.facts, model.kader.lists, model.language).say(condition)
    model.decisions.append(Decision(name=name, label=label, type="boolean", needs=needs, logic=words))
    return Column(name=name, label=label, type="boolean")
