"""The studio: the versions, a draft, one of its texts, and a version that was adopted."""

from tests.functional.place import Place, act

ADVISER, DECIDER = "demo-adviseur", "demo-beslisser"
DONE, DRAFT = "/kader/studio/KC-1/", "/kader/studio/KC-2/"
REPLAYED = "/kader/studio/KC-3/naspelen/"
STUDIO: dict[str, tuple[Place, ...]] = {
    "kader_studio": (
        *(Place(who, "/kader/studio/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, "/kader/studio/", act("start")),
    ),
    "kader_draft": (
        *(Place(who, DRAFT) for who in (ADVISER, DECIDER)),
        Place(ADVISER, DONE),
    ),
    "kader_draft_difference": tuple(Place(who, f"{DONE}verschil/") for who in (ADVISER, DECIDER)),
    "kader_rows": (
        *(Place(who, f"{DRAFT}regels/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{DONE}regels/"),
    ),
    "kader_row_new": (
        *(Place(who, f"{DRAFT}regels/proposal/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{DRAFT}regels/case.posture/", act("preview")),
    ),
    "kader_row": (
        *(Place(who, f"{DRAFT}regels/proposal/consult_first/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{DRAFT}regels/proposal/serious_abuse/", act("preview")),  # with a mistake
        Place(ADVISER, f"{DRAFT}regels/proposal/participants_unknown/"),
        Place(DECIDER, f"{DONE}regels/case.abuse_risk/2/"),
    ),
    "kader_draft_replay": (
        *(Place(who, REPLAYED) for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{REPLAYED}?groep=0"),
        Place(DECIDER, f"{DRAFT}naspelen/"),
    ),
    "kader_draft_text": (
        Place(ADVISER, f"{DRAFT}tekst/tables.yaml/?regel=249"),
        Place(DECIDER, f"{DONE}tekst/lists/risk.yaml/"),
    ),
}
NO_STUDIO_PAGE = {"kader_decision": Place(DECIDER, f"{DONE}besluit/")}
