"""The pages of recommendations, of figures of others and of interviews, in the states in which somebody meets them."""

from tests.functional.places import AUDITOR, VISITOR, Place, act

EVALUATOR = "demo-evaluator"
ONE = "/aanbevelingen/A-2024-7/"

OUTLOOK: dict[str, tuple[Place, ...]] = {
    "recommendations": (
        *(Place(who, "/aanbevelingen/") for who in (VISITOR, EVALUATOR, AUDITOR)),
        Place(EVALUATOR, "/aanbevelingen/", act("record")),
    ),
    "recommendation": (
        *(Place(who, ONE) for who in (VISITOR, EVALUATOR)),
        Place(EVALUATOR, ONE, act("follow")),
        Place(EVALUATOR, ONE, act("address")),
    ),
}
OUTLOOK_FILES: dict[str, Place] = {"recommendation_document": Place(EVALUATOR, f"{ONE}stuk/1/")}
