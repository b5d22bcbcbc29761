"""A condition as a tree in which every branch has its truth and every leaf its fact."""

from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.kader import Assessment, Condition, Speaker, Truth
from openkader.kader.conditions import AllOf, AnyOf, Not, Test
from openkader.kader.facts import Fact
from openkader.kader.model import Precondition, TableRow
from openkader.web.presenters.names import ANSWERERS, answer_words, name_of
from openkader.web.shell import kader_url, language, said

Node = dict[str, object]


def shown_precondition(found: Assessment, precondition: Precondition) -> Node:
    """A precondition with what it rests on."""
    return {
        "truth": state(found.truth(precondition.holds)),
        "sentence": said(precondition.text),
        "source": precondition.id,
        "url": f"{kader_url(found.kader)}#{precondition.id}",
        "children": [shown_condition(found, precondition.holds)],
    }


def shown_condition(found: Assessment, condition: Condition) -> Node:
    """The condition in this case, down to the answers on which it rests."""
    sentence = _sentence(found, condition)
    node: Node = {"truth": state(found.truth(condition)), "sentence": sentence}
    match condition:
        case Test() as test:
            return node | _resting_on(found, test, sentence)
        case Not(Test() as test):
            return node | _resting_on(found, test, sentence)
        case Not(part):
            return node | {"children": [shown_condition(found, part)]}
        case AllOf(parts) | AnyOf(parts):
            return node | {"children": [shown_condition(found, part) for part in parts]}


def state(truth: Truth) -> str:
    """A truth under the name that its mark has."""
    return "unknown" if truth is None else str(truth).lower()


def _sentence(found: Assessment, condition: Condition) -> str:
    match condition:
        case AllOf(parts) if parts:
            return _("All of this holds:")
        case AnyOf(parts) if parts:
            return _("At least one of these holds:")
        case Not(AllOf() | AnyOf() | Not()):
            return _("It is not so that:")
    kader = found.kader
    return capital(Speaker(kader.facts, kader.lists, language()).say(condition))


def _resting_on(found: Assessment, test: Test, sentence: str) -> Node:
    """The answer behind a test, or the table that derives it."""
    fact, value = found.kader.facts[test.fact], found.value(test.fact)
    table = found.assessor.tables.get(test.fact)
    if table is not None:
        said_value = None if value is None else fact.say(value, language())
        derived = _("derived: %(value)s") % {"value": said_value} if said_value else _("derived")
        return {"fact": derived, "children": [_derived(found, fact, row) for row in table.rows]}
    if value is None:
        return {"fact": _("not answered"), "asks": name_of(ANSWERERS, fact.answered_by)}
    answer = answer_words(fact, value)
    return {} if answer == sentence else {"fact": answer}


def _derived(found: Assessment, fact: Fact, row: TableRow) -> Node:
    """A row of a table: if it holds, the fact has this value."""
    then = _("then: %(value)s") % {"value": fact.say(row.value, language())}
    return shown_condition(found, row.when) | {"source": then}
