"""The engines that are compared, each prepared once and then asked for all rules of one case.

Every engine is used in each way that its documentation offers, so that none is measured
at its worst: CEL with a dict for each rule, with a context for each case, and as one
expression that gives all truths; ZEN as separate expressions and as one decision.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cel
import zen
from celpy import Environment
from celpy.adapter import json_to_cel

from benchmarks.reference import Rules, reference_kader
from benchmarks.translating import CEL, PYTHON, ZEN
from openkader.kader import Assessor, Facts, Truth
from openkader.kader.program import Program

Answers = dict[str, Any]  # the facts as the engine wants them
Run = Callable[[Answers], list[Truth]]
OURS = "openkader"
ASSESSED = f"{OURS}, whole assessment"
RAISED = "raised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One way of asking one engine."""

    name: str
    traces: str  # what it tells beside the truth of each rule
    prepare: Callable[[Rules], Run]
    answers: Callable[[Facts], Answers]
    is_slow: bool = False
    is_variant: bool = False  # another way of asking an engine: it says the same of what is missing

    def one_by_one(self, rules: Rules) -> Callable[[Facts], list[object]]:
        """Asks for each rule by itself, so that one on which the engine raises hides no other."""
        alone = [self.prepare(Rules({name: condition})) for name, condition in rules.conditions.items()]
        return lambda facts: [_answer(run, self.answers(facts)) for run in alone]


def _answer(run: Run, answers: Answers) -> object:
    try:
        return run(answers)[0]
    except Exception:  # noqa: BLE001 - whatever a peer raises is its answer
        return RAISED


def as_it_is(facts: Facts) -> Answers:
    """Facts as the house keeps them."""
    return dict(facts)


def with_lists(facts: Facts) -> Answers:
    """Facts as JSON would carry them: a set of codes is a list."""
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in facts.items()}


def in_a_context(facts: Facts) -> Answers:
    """A CEL context that holds the facts already; making it is left out of the measurement."""
    return {"context": cel.Context(with_lists(facts))}


def program(rules: Rules) -> Run:
    """The evaluator of the house: every leaf has its truth in the trace."""
    conditions = list(rules.conditions.values())
    found = Program(conditions, [])
    places = [found.places[condition] for condition in conditions]

    def run(facts: Answers) -> list[Truth]:
        truths = found.run(facts).truths
        return [truths[place] for place in places]

    return run


def assessment(rules: Rules) -> Run:
    """A whole assessment of a small kader: the trace, and the proposal that follows."""
    assessor = Assessor(reference_kader(rules))
    places = [assessor.program.places[condition] for condition in rules.conditions.values()]

    def run(facts: Answers) -> list[Truth]:
        truths = assessor.assess(facts).trace.truths
        return [truths[place] for place in places]

    return run


def lambdas(rules: Rules) -> Run:
    """Plain Python: the floor, without a trace and without unknown."""
    source = ", ".join(PYTHON.write(condition) for condition in rules.conditions.values())
    run: Run = eval(f"lambda f: [{source}]")  # noqa: S307 - our own translation
    return run


def cel_with_dict(rules: Rules) -> Run:
    """One program a rule; the facts are handed over as a dict each time."""
    programs = [cel.compile(CEL.write(condition)) for condition in rules.conditions.values()]
    return lambda facts: [found.execute(facts) for found in programs]


def cel_with_context(rules: Rules) -> Run:
    """One program a rule; the facts are handed over once a case, in a context."""
    programs = [cel.compile(CEL.write(condition)) for condition in rules.conditions.values()]

    def run(facts: Answers) -> list[Truth]:
        context = cel.Context(facts)
        return [found.execute(context) for found in programs]

    return run


def cel_in_context(rules: Rules) -> Run:
    """One program a rule; the facts stand in the context before the clock starts."""
    programs = [cel.compile(CEL.write(condition)) for condition in rules.conditions.values()]

    def run(facts: Answers) -> list[Truth]:
        context = facts["context"]
        return [found.execute(context) for found in programs]

    return run


def cel_as_one(rules: Rules) -> Run:
    """All rules as one expression that gives a list of truths."""
    written = ", ".join(CEL.write(condition) for condition in rules.conditions.values())
    found = cel.compile(f"[{written}]")
    return found.execute


def zen_expressions(rules: Rules) -> Run:
    """One compiled expression a rule."""
    expressions = [zen.compile_expression(ZEN.write(condition)) for condition in rules.conditions.values()]
    return lambda facts: [found.evaluate(facts) for found in expressions]


def zen_decision(rules: Rules) -> Run:
    """All rules in the expression node of one decision: one call a case."""
    names = list(rules.conditions)
    decision = zen.ZenEngine().create_decision(json.dumps(_graph(rules)))

    def run(facts: Answers) -> list[Truth]:
        result = decision.evaluate(facts)["result"]
        return [result[name] for name in names]

    return run


def zen_traced(rules: Rules) -> Run:
    """The same decision, with the trace that it can give."""
    names = list(rules.conditions)
    decision = zen.ZenEngine().create_decision(json.dumps(_graph(rules)))

    def run(facts: Answers) -> list[Truth]:
        result = decision.evaluate(facts, {"trace": True})["result"]
        return [result[name] for name in names]

    return run


def _graph(rules: Rules) -> dict[str, object]:
    expressions = [
        {"id": name, "key": name, "value": ZEN.write(condition)}
        for name, condition in rules.conditions.items()
    ]
    nodes = [
        ("in", "inputNode", {}),
        ("rules", "expressionNode", {"expressions": expressions}),
        ("out", "outputNode", {}),
    ]
    return {
        "nodes": [
            {"id": name, "name": name, "type": kind, "content": content, "position": {"x": 0, "y": 0}}
            for name, kind, content in nodes
        ],
        "edges": [
            {"id": f"{start}-{end}", "sourceId": start, "targetId": end, "type": "edge"}
            for start, end in (("in", "rules"), ("rules", "out"))
        ],
    }


def celpy_programs(rules: Rules) -> Run:
    """CEL in pure Python, one program a rule."""
    environment = Environment()
    programs = [
        environment.program(environment.compile(CEL.write(condition)))
        for condition in rules.conditions.values()
    ]
    return lambda facts: [_plain(found.evaluate(facts)) for found in programs]


def _plain(value: object) -> Truth:
    return None if value is None else bool(value)


def celpy_facts(facts: Facts) -> Answers:
    """Facts as cel-python's own types."""
    return {name: json_to_cel(value) for name, value in with_lists(facts).items()}


def _engine(
    name: str, prepare: Callable[[Rules], Run], answers: Callable[[Facts], Answers], **more: Any
) -> Engine:
    return Engine(name=name, prepare=prepare, answers=answers, **{"traces": "nothing", **more})


_CEL, _ZEN = "common-expression-language", "zen-engine"
ENGINES = (
    _engine(OURS, program, as_it_is, traces="each leaf"),
    _engine(ASSESSED, assessment, as_it_is, traces="each leaf, proposal", is_variant=True),
    _engine("python lambdas (floor)", lambdas, as_it_is),
    _engine(f"{_CEL}, dict", cel_with_dict, with_lists),
    _engine(f"{_CEL}, context", cel_with_context, with_lists, is_variant=True),
    _engine(f"{_CEL}, context ready", cel_in_context, in_a_context, is_variant=True),
    _engine(f"{_CEL}, one expression", cel_as_one, with_lists, is_variant=True),
    _engine(f"{_ZEN}, expressions", zen_expressions, with_lists),
    _engine(f"{_ZEN}, decision", zen_decision, with_lists, is_variant=True),
    _engine(f"{_ZEN}, decision with trace", zen_traced, with_lists, traces="each rule", is_variant=True),
    _engine("cel-python", celpy_programs, celpy_facts, is_slow=True),
)
