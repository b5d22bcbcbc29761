"""What would change a proposal, and which action lines apply, as the page of a case shows them."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.text import capital
from openkader.kader import Assessment
from openkader.kader.explaining import because
from openkader.kader.model import ActionLine, Outcome, Pillar
from openkader.kader.soundness.changing import Way, ways
from openkader.kader.soundness.diagrams import TooLarge
from openkader.kader.soundness.whole import answers_in
from openkader.web.presenters.answers import shown_region
from openkader.web.presenters.conditions import state
from openkader.web.shell import kader_url, language, said

_PILLARS = {Pillar.ECONOMIC: gettext_lazy("Economic"), Pillar.HUMAN_RIGHTS: gettext_lazy("Human rights")}


def shown_changes(found: Assessment, fixed: Collection[str] = ()) -> dict[str, object]:
    """Each outcome that the fewest other answers lead to, and the outcomes that none lead to."""
    made: dict[Outcome, list[Way]] = {}
    try:
        known = ways(found, fixed)
    except TooLarge:
        return {
            "too_large": _("The framework is too large to work this out."),
            "outcomes": [],
            "out_of_reach": [],
        }
    for way in known:
        made.setdefault(way.outcome, []).append(way)
    return {
        "outcomes": [_changed(found, outcome, some) for outcome, some in made.items()],
        "out_of_reach": [one for one in reversed(Outcome) if one is not found.outcome and one not in made],
    }


def _changed(found: Assessment, outcome: Outcome, some: Sequence[Way]) -> dict[str, object]:
    number = len(some[0].changes)
    said_so = ngettext("%(count)s other answer:", "%(count)s other answers together:", number)
    return {
        "outcome": outcome,
        "said": _("One of these answers:") if number == 1 < len(some) else said_so % {"count": number},
        "ways": [shown_region(answers_in(found), way.changes) for way in some],
    }


def shown_lines(found: Assessment) -> list[dict[str, object]]:
    """The action lines in their two families: whether each applies, why, and what it asks."""
    return [
        {
            "pillar": words,
            "lines": [_line(found, line) for line in found.kader.action_lines if line.pillar is pillar],
        }
        for pillar, words in _PILLARS.items()
    ]


def _line(found: Assessment, line: ActionLine) -> dict[str, object]:
    asked = [measure for measure, truth in found.measures if measure.line == line.id and truth]
    return {
        "id": line.id,
        "url": f"{kader_url(found.kader)}#{line.id}",
        "text": said(line.text),
        "truth": state(found.truth(line.applies)),
        "because": [capital(clause) for clause in because(found, line.applies, language())],
        "measures": [said(measure.text) for measure in asked],
    }
