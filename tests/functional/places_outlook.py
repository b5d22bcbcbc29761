"""The pages of recommendations, of figures of others and of interviews, in the states in which somebody meets them."""

from tests.functional.place import Place, act
from tests.functional.places import AUDITOR, VISITOR

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
    "interviews": (
        *(Place(who, "/jaar/2024/interviews/") for who in (EVALUATOR, AUDITOR)),
        Place(EVALUATOR, "/jaar/2024/interviews/", act("note")),
    ),
    "context": (
        *(Place(who, "/jaar/2024/context/") for who in (VISITOR, EVALUATOR, AUDITOR)),
        Place(EVALUATOR, "/jaar/2024/context/", act("note")),
        Place(EVALUATOR, "/jaar/2024/context/", act("strike")),
        Place(EVALUATOR, "/jaar/2026/context/"),
    ),
}
OUTLOOK_FILES: dict[str, Place] = {
    "recommendation_document": Place(EVALUATOR, f"{ONE}stuk/1/"),
    "context_document": Place(EVALUATOR, "/context/CX-2024-handel/bron/"),
}
