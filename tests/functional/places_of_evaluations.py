"""The pages on which the evaluation of a year is written, adopted and read."""

from tests.functional.place import Place, act

WRITING, ADOPTED = "/jaar/2024/evaluatie/", "/jaar/2025/evaluatie/"
VISITOR, EVALUATOR, DECIDER = "", "demo-evaluator", "demo-beslisser"
EVALUATION: dict[str, tuple[Place, ...]] = {
    "evaluation_writing": (
        *(Place(who, f"{WRITING}schrijven/") for who in (EVALUATOR, DECIDER)),
        Place(EVALUATOR, "/jaar/2026/evaluatie/schrijven/"),
        Place(EVALUATOR, f"{WRITING}schrijven/", act("send")),
    ),
    "evaluation_chapter": (
        *(Place(who, f"{WRITING}schrijven/effort/") for who in (EVALUATOR, DECIDER)),
        Place(EVALUATOR, f"{WRITING}schrijven/own_line.E1/?begin=register"),
        Place(EVALUATOR, f"{WRITING}schrijven/effort/", "form[aria-labelledby=write]"),
        Place(EVALUATOR, f"{WRITING}schrijven/demand/", act("leave_empty")),
    ),
    "evaluation_adoption": (
        *(Place(who, f"{WRITING}vaststellen/") for who in (EVALUATOR, DECIDER)),
        Place(DECIDER, f"{ADOPTED}vaststellen/"),
    ),
    "frozen_figures": (Place(EVALUATOR, f"{ADOPTED}vaststellen/rijen/"),),
    "frozen_figure": tuple(
        Place(EVALUATOR, f"{ADOPTED}vaststellen/rijen/{one}/") for one in ("activities", "self_scans")
    ),
    "evaluation_text": (
        *(Place(VISITOR, f"{one}tekst/") for one in (WRITING, ADOPTED)),
        Place(VISITOR, "/jaar/2026/evaluatie/tekst/"),
    ),
}
NO_EVALUATION_PAGE = {
    "evaluation_preview": Place(EVALUATOR, f"{WRITING}schrijven/effort/voorbeeld/"),
    "evaluation_frozen": Place(VISITOR, f"{WRITING}tekst/vastgesteld.json"),
}
