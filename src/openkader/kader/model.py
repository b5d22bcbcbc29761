"""The framework as data: what one version of a kader says.

Everything here is a plain frozen value. How it is read stands in `kader.reading`,
how it is applied to a case in `kader.assessing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from openkader.base.text import Text
from openkader.kader.conditions import ALWAYS, Condition
from openkader.kader.constraints import Constraint
from openkader.kader.facts import Fact, Value
from openkader.kader.sources import Citation, Listing, Passage, Policy, Source


class Outcome(StrEnum):
    """What the kader can propose for a request, from mild to severe."""

    TAKE_UP = "take_up"
    TAKE_UP_WITH_CONDITIONS = "take_up_with_conditions"
    HOLD = "hold"
    REFER = "refer"
    REFUSE = "refuse"

    @property
    def severity(self) -> int:
        """0 for the mildest; a finding may raise it and never lower it."""
        return list(Outcome).index(self)


class Pillar(StrEnum):
    """The two families of action lines; both number their lines from one to five."""

    ECONOMIC = "economic"
    HUMAN_RIGHTS = "human_rights"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a decision table: when it holds, the fact gets this value."""

    when: Condition
    value: Value
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A decision table that derives one fact; the first row that holds decides."""

    gives: str
    over: str
    rows: tuple[TableRow, ...]
    otherwise: Value | None
    note: Text | None
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """One row of the proposal table.

    Every row that holds counts and the most severe outcome is proposed, so that
    a further finding can only make the proposal more severe.
    """

    id: str
    when: Condition
    outcome: Outcome
    reason: Text
    ground: str | None = None
    instrument: str | None = None
    refer_to: tuple[str, ...] = ()
    terms: tuple[Text, ...] = ()
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """A condition under which the relation may go on; tested per case and per year."""

    id: str
    text: Text
    holds: Condition
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that an action line asks for, with the evidence that shows it was done."""

    id: str
    line: str
    text: Text
    when: Condition
    evidence: Text
    owner: Text | None = None
    moment_days: int | None = None
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One of the lines along which the framework manages risks or raises human rights."""

    id: str
    pillar: Pillar
    number: int
    text: Text
    applies: Condition
    measures: tuple[Measure, ...]
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Who is asked for advice, when, and whether the decision has to wait for it.

    `before` are the outcomes that wait for mandatory advice; holding waits for nobody. `shows`
    are the facts that the desk gets to see, and no others; its answer stands as long as they do.
    """

    desk: str
    when: Condition
    mandatory: bool
    reason: Text
    question: Text | None = None
    term_days: int | None = None  # working days
    before: tuple[Outcome, ...] = ()
    shows: tuple[str, ...] = ()
    cites: tuple[Passage, ...] = ()


class AdviceWord(StrEnum):
    """What can be said of an advice: that it was asked and not given yet, or what it says."""

    ASKED = "asked"
    NO_OBJECTION = "no_objection"
    CONDITIONS = "conditions"
    OBJECTION = "objection"
    CANNOT_JUDGE = "cannot_judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A question that the advice of some desks answers.

    Of several desks the first of `answers` counts that one of them gave; what is not among them says nothing.
    """

    fact: str
    desks: tuple[str, ...]
    answers: tuple[tuple[AdviceWord, Value], ...]
    cites: tuple[Passage, ...] = ()


class DecisionLevel(StrEnum):
    """What a decision is about: the request, the delegation that would come, or one organisation."""

    REQUEST = "request"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"


class DecidingRole(StrEnum):
    """Who can have a mandate, as accounts know it; a kader says for what."""

    ADVISER = "adviser"
    REVIEWER = "reviewer"
    DECIDER = "decider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What somebody in a role may decide, and whether a second person has to agree.

    It holds where its condition certainly does: an unknown fact gives nobody a mandate.
    """

    id: str
    role: DecidingRole
    outcomes: tuple[Outcome, ...]
    levels: tuple[DecisionLevel, ...]
    when: Condition
    second_person: bool
    reason: Text
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    """A line to take in talks: what is said, to whom, and on whose policy it rests."""

    id: str
    text: Text
    audience: Text
    topic: str
    when: Condition
    cites: tuple[Passage, ...] = ()
    policy: Policy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What the evaluation counts: a query over one collection of the register.

    `where` chooses the rows that count; `of`, if given, chooses the rows of which
    they are a part ("2 of 4"). `distinct` counts each party once. Where
    `absence_is_unknown`, a row that does not count is not thereby false: the figure
    counts evidence, and what has no evidence may still have been done.
    """

    id: str
    text: Text
    definition: Text
    counts: str
    where: Condition = ALWAYS
    of: Condition | None = None
    distinct: bool = False
    absence_is_unknown: bool = False
    unit: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of the yearly evaluation: its title, and what it shows."""

    id: str
    title: Text
    figures: tuple[str, ...] = ()
    action_lines: tuple[str, ...] = ()
    preconditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """An example case with the proposal that the kader must make, and for which reason."""

    id: str
    text: Text
    facts: Mapping[str, Value | None]
    outcome: Outcome
    row: str
    measures: tuple[str, ...]
    fictional: bool
    where: str
    consultations: tuple[str, ...] = ()  # desks whose advice is mandatory here
    mandates: tuple[str, ...] = ()  # mandates that hold here


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """One version of a policy framework, complete and checked.

    `reconstructed` says from what it was rebuilt when the adopted text itself is not
    public; every page and report that uses the kader shows that sentence.
    """

    id: str
    organisation: Text
    title: Text
    in_force_from: date
    adopted: Text
    reconstructed: Text | None
    note: Text | None
    digest: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    lists: Mapping[str, Listing] = field(default_factory=dict)
    constraints: tuple[Constraint, ...] = ()
    tables: tuple[Table, ...] = ()
    proposal: tuple[ProposalRow, ...] = ()
    preconditions: tuple[Precondition, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    fillings: tuple[Filling, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    action_lines: tuple[ActionLine, ...] = ()
    messages: tuple[MessageLine, ...] = ()
    figures: tuple[Figure, ...] = ()
    report: tuple[Chapter, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    records: Mapping[str, Mapping[str, Fact]] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    public_account: str | None = None  # the measure that a public account of a meeting shows

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures of all action lines."""
        return tuple(measure for line in self.action_lines for measure in line.measures)

    @property
    def asked(self) -> tuple[Fact, ...]:
        """The questions that people or screening answer; derived facts are not asked."""
        derived = {table.gives for table in self.tables}
        return tuple(fact for fact in self.facts.values() if fact.id not in derived)
