"""Of which cases the facts and reasons tell what screening found, so that they are for colleagues."""

from django.db.models import Exists, OuterRef, Q

from openkader.kader import Kader
from openkader.register.models import Answer, Assessment, DelegationList, Participation, ScreeningTask


def screening_facts(kader: Kader) -> frozenset[str]:
    """The questions of a kader that screening answers."""
    return frozenset(fact.id for fact in kader.facts.values() if fact.answered_by == "screening")


def is_screened(request: str) -> Q:
    """Whether somebody in a request was or is to be screened; `request` names its key from where it is asked."""
    mine = {"request": OuterRef(request)}
    was_asked = ScreeningTask.objects.filter(party=OuterRef("party"))
    return (
        Q(Exists(DelegationList.objects.filter(**mine)))
        | Q(Exists(Assessment.objects.filter(**mine, screening_seen__isnull=False)))
        | Q(Exists(Participation.objects.filter(Exists(was_asked), **mine)))
    )


def is_answered_here(request: str) -> Q:
    """Whether a question about a request was answered here; what a publication says is public already."""
    typed = Answer.objects.filter(request=OuterRef(request), passage__isnull=True)
    return Q(Exists(typed))
