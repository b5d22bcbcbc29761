"""How far the evaluation of every year is, in one question."""

from django.db.models import OuterRef, Subquery

from openkader.casework.evaluating import EvaluationState
from openkader.register.evaluations import state_after
from openkader.register.models import Evaluation, EvaluationAdoption, EvaluationStep


def states_of_years() -> dict[int, EvaluationState]:
    """The state of each evaluation that somebody began, by its year; for colleagues."""
    steps = EvaluationStep.objects.filter(evaluation=OuterRef("pk")).order_by("-pk")
    adopted = EvaluationAdoption.objects.filter(evaluation=OuterRef("pk"))
    rows = Evaluation.objects.annotate(
        step=Subquery(steps.values("kind")[:1]), sha256=Subquery(adopted.values("sha256")[:1])
    )
    return {
        year: EvaluationState.ADOPTED if sha256 else state_after(step)
        for year, step, sha256 in rows.values_list("year", "step", "sha256")
    }
