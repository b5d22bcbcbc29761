"""The facts of a case on its page: answers that cannot go together are said above them."""

from dataclasses import replace

from django.template.loader import render_to_string

from openkader.base.text import Text
from openkader.kader import Assessor, load_kader
from openkader.kader.conditions import Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.constraints import Constraint
from openkader.web.presenters.facts import shown_facts, shown_known
from tests.unit.kader_factories import ZUID_HOLLAND

NEVER = Constraint(
    id="a",
    text=Text(nl="Dit kan <nooit> samen.", en="These can <never> be together."),
    never=FactTest("kind", Operator.ONE_OF, frozenset({"event"})),
)
ASSESSOR = Assessor(replace(load_kader(ZUID_HOLLAND), constraints=(NEVER,)))


def test_answers_that_break_a_constraint_are_said_with_what_they_rest_on() -> None:
    kind = ASSESSOR.kader.facts["kind"]
    assert kind.option("event") is not None
    found = ASSESSOR.assess({"kind": "event"})
    for shown in (shown_facts(found, {}), shown_known(found, {})):
        page = render_to_string("web/components/facts.html", {"facts": shown})
        assert "Deze antwoorden gaan niet samen" in page
        assert "Dit kan &lt;nooit&gt; samen." in page
        assert "oort" in page.split("&lt;nooit&gt;")[1].split("</div>")[0]  # the kind of the request


def test_answers_that_go_together_say_nothing() -> None:
    for case in ({}, {"kind": "embassy_talk"}):
        page = render_to_string(
            "web/components/facts.html", {"facts": shown_facts(ASSESSOR.assess(case), {})}
        )
        assert "gaan niet samen" not in page
