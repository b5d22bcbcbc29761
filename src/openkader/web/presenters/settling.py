"""Which open questions still matter in a case, and the fewest answers that would settle it."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.kader import Assessment
from openkader.kader.soundness.answer_sets import Region
from openkader.kader.soundness.mattering import Matter, Settling, settlings
from openkader.kader.soundness.whole import answers_in
from openkader.web.presenters.answers import shown_region

_MOST_ANSWERS, _MOST_WAYS = 3, 4
CAN_CHANGE: dict[Matter, str | Promise] = {
    Matter.PROPOSAL: gettext_lazy("can change the proposal"),
    Matter.MEASURE: gettext_lazy("can only change a measure"),
    Matter.BESIDES: gettext_lazy("can only change terms, advice, the mandate or a line to take"),
    Matter.UNPROVED: gettext_lazy("not worked out whether it can change anything"),
}


def shown_settling(found: Assessment) -> dict[str, object] | None:
    """Each outcome that is still possible, the gravest first, with what settles it; None where one is left."""
    told = settlings(found)
    if len(told) == 1:
        return None
    if not told:
        return {"too_large": _("The framework is too large to work this out."), "outcomes": []}
    return {"outcomes": [_outcome(found, one) for one in reversed(told)]}


def _outcome(found: Assessment, settling: Settling) -> dict[str, object]:
    number = len(settling.regions[0]) if settling.regions else 0
    few = settling.regions if number <= _MOST_ANSWERS else ()
    return {
        "outcome": settling.outcome,
        "said": _said(settling, number),
        "ways": [shown_region(answers_in(found), region) for region in few[:_MOST_WAYS]],
        "more": max(0, len(few) - _MOST_WAYS),
        "asks": _asks(found, settling.regions[0]) if number and not few else [],
    }


def _said(settling: Settling, number: int) -> str:
    if settling.is_bounded:
        return _("There are too many combinations left to say which answers are the fewest.")
    if not number:
        return _("Only as long as questions stay open: no answers settle it.")
    return ngettext(
        "%(count)s answer settles it, whatever the others are:",
        "%(count)s answers together settle it, whatever the others are:",
        number,
    ) % {"count": number}


def _asks(found: Assessment, region: Region) -> list[object]:
    """The questions alone, where there are too many answers to be read at a glance."""
    return [one["question"] for one in shown_region(answers_in(found), region)]
