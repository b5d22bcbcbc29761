"""A case: its people, its rules and its assessment, made from an example of the kader."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from openkader.casework.advice import Advised
from openkader.casework.delegation import Delegate
from openkader.casework.rules import Proposal
from openkader.casework.screening import HitState, Standing
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Assessment, Assessor
from openkader.kader.soundness.changing import ways
from openkader.register.cases import OWN
from openkader.register.selectors import Case, DelegateRow, PartyRow
from openkader.web.gallery.example import Example
from openkader.web.gallery.plain import PASSAGE
from openkader.web.marks import MARKS
from openkader.web.presenters.answers import shown_region
from openkader.web.presenters.assessment import shown_assessment, shown_row
from openkader.web.presenters.changes import shown_changes
from openkader.web.presenters.delegation import shown_delegates
from openkader.web.presenters.facts import shown_facts
from openkader.web.presenters.settling import shown_settling
from openkader.web.presenters.work import shown_people
from openkader.web.shell import said

_REFERENCE = "VOORBEELD-1"
_PEOPLE = (
    (2, "Wang Xugou", Standing(is_current=True, hits=(("fictief", HitState.OPEN),))),
    (3, "Zhao Shili", Standing(is_current=True)),
)


def made_up(assessor: Assessor) -> Case:
    """The first example of a kader as a case on which nobody decided yet."""
    return Case(
        reference=_REFERENCE,
        weighed=assessor.assess(assessor.kader.scenarios[0].facts),
        given={},
        from_screening=frozenset(),
        parties=tuple(row.party for row in _delegates()),
        proposal=Proposal(outcome=DecisionOutcome.HOLD, is_settled=True, is_stale=False, is_decided=False),
        is_taken_over=False,
        decisions=0,
        advised=Advised(today=date.min),
    )


def _delegates() -> list[DelegateRow]:
    return [
        DelegateRow(
            delegate=Delegate(row=row, names=(name,), birth_date="1970", country="cn"),
            party=PartyRow(reference=f"{_REFERENCE}-{row}", name=name, is_person=True, standing=standing),
            organisation=None,
        )
        for row, name, standing in _PEOPLE
    ]


def examples(case: Case) -> list[Example]:
    """The parts of its dossier."""
    found = case.weighed
    rule = shown_row(found, (*found.fired, *found.still_open)[0])
    delegates = {"delegates": shown_delegates(_delegates()), "caption": _("Delegation")}
    node = {"node": rule["tree"], "mark": MARKS["truth"]["true"]}
    return [
        Example("people", _("Who comes along"), {"people": shown_people(case)}),
        Example("delegates", _("Everybody on a delegation list"), delegates),
        Example("article", _("A rule of the framework"), {"article": _article(case)}),
        Example("condition", _("A condition down to its answers"), node),
        Example("rule_in_case", _("Why a rule holds in this case"), {"rule": rule}),
        Example("assessment", _("A whole assessment"), {"assessment": shown_assessment(found)}),
        *_ahead(found),
        Example("facts", _("What is known of a case"), {"facts": shown_facts(found, {})}),
    ]


def _ahead(found: Assessment) -> list[Example]:
    """What would change a case, and what would settle one of which only the request is known."""
    bare = found.assessor.assess({name: found.value(name) for name in OWN})
    changes: dict[str, object] = {"changes": shown_changes(found, fixed=OWN)}
    way: dict[str, object] = {"way": shown_region({}, ways(found, fixed=OWN)[0].changes)}
    return [
        Example("changes", _("What would change a proposal"), changes),
        Example("way", _("Answers that together do something"), way),
        Example("settling", _("The fewest answers that settle a case"), {"settling": shown_settling(bare)}),
    ]


def _article(case: Case) -> dict[str, object]:
    line = case.weighed.kader.action_lines[0]
    points = [said(measure.text) for measure in line.measures]
    return {"code": line.id, "title": said(line.text), "points": points, "citations": [PASSAGE]}
