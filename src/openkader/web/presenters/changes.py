"""What would change a proposal, and which action lines apply, as the page of a case shows them."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.kader import Assessment
from openkader.kader.changing import Change, changes
from openkader.kader.explaining import because
from openkader.kader.facts import FactType, Value
from openkader.kader.model import ActionLine, Pillar
from openkader.web.presenters.conditions import state
from openkader.web.presenters.names import answer_words, capital
from openkader.web.shell import kader_url, language, said

_MOST = 4
_PILLARS = {Pillar.ECONOMIC: gettext_lazy("Economic"), Pillar.HUMAN_RIGHTS: gettext_lazy("Human rights")}


def shown_changes(found: Assessment, fixed: Collection[str] = ()) -> list[dict[str, object]]:
    """Each outcome that one other answer would lead to, with those answers."""
    made = changes(found, fixed)
    outcomes = dict.fromkeys(change.outcome for change in made)
    return [
        {"outcome": outcome, "answers": [_answer(found, one) for one in made if one.outcome is outcome]}
        for outcome in outcomes
    ]


def _answer(found: Assessment, change: Change) -> dict[str, object]:
    return {"question": capital(change.fact.label.in_(language())), "values": _values(found, change)}


def _values(found: Assessment, change: Change) -> str:
    """The answers in words; many are counted, for a list of forty says nothing."""
    words = [_words(found, change, value) for value in change.values]
    if len(words) <= _MOST:
        return " · ".join(words)
    return _("%(some)s, or one of %(more)s others") % {"some": words[0], "more": len(words) - 1}


def _words(found: Assessment, change: Change, value: Value) -> str:
    """An answer; of several options only what would come in addition."""
    if change.fact.type is FactType.SEVERAL and isinstance(value, frozenset) and value:
        now = found.value(change.fact.id)
        value = value - now if isinstance(now, frozenset) else value
        return capital(change.fact.say(value, language()))
    return answer_words(change.fact, value) or ""


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
