"""The studio: the versions, a draft, one of its texts, and a version that was adopted."""

from playwright.sync_api import FilePayload, Page

from tests.functional.filled_kaders import their_file
from tests.functional.people import press
from tests.functional.place import Place, act

ADVISER, DECIDER = "demo-adviseur", "demo-beslisser"
DONE, DRAFT = "/kader/studio/KC-1/", "/kader/studio/KC-2/"
REPLAYED = "/kader/studio/KC-3/naspelen/"
TAKEN, WITHDRAWN = "/kader/studio/KC-4/", "/kader/studio/KC-5/"
RECEIVE, KADER = "/kader/studio/overnemen/", "/kader/zuid-holland/2024-01-01/"


def handed_in(page: Page, site: str) -> None:
    """A file of a province that does not exist, as it is looked into before it is taken over."""
    page.goto(site + RECEIVE)
    file: FilePayload = {
        "name": "ver-weg.kader.json",
        "mimeType": "application/json",
        "buffer": their_file("Ver weg"),
    }
    page.locator("main input[type=file]").set_input_files(file)
    press(page, "Bekijk het bestand")


STUDIO: dict[str, tuple[Place, ...]] = {
    "kader_studio": (
        *(Place(who, "/kader/studio/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, "/kader/studio/", act("start")),
    ),
    "kader_draft": (
        *(Place(who, DRAFT) for who in (ADVISER, DECIDER)),
        Place(ADVISER, DONE),
        Place(ADVISER, TAKEN),
        Place(ADVISER, WITHDRAWN),
        Place(ADVISER, TAKEN, act("withdraw")),
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
    "kader_entries": (
        *(
            Place(who, f"{DRAFT}{part}/")
            for who in (ADVISER, DECIDER)
            for part in ("vragen", "uitsluitingen", "maatregelen", "cijfers", "lijsten")
        ),
        *(
            Place(ADVISER, f"{DRAFT}{part}/")
            for part in ("actielijnen", "advies", "mandaten", "boodschappen", "hoofdstukken", "bronnen")
        ),
        Place(ADVISER, f"{DONE}maatregelen/"),
    ),
    "kader_entry_new": (
        *(Place(who, f"{DRAFT}maatregelen/nieuw/?bij=E2") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{DRAFT}lijsten/nieuw/", act("preview")),  # with mistakes
        Place(ADVISER, f"{DRAFT}cijfers/nieuw/"),
        Place(ADVISER, f"{DRAFT}vragen/nieuw/", act("preview")),  # with mistakes
        Place(ADVISER, f"{DRAFT}uitsluitingen/nieuw/"),
        Place(ADVISER, f"{DRAFT}advies/nieuw/", act("preview")),  # with mistakes
    ),
    "kader_entry": (
        *(Place(who, f"{DRAFT}maatregelen/E1.technology/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{DRAFT}cijfers/measures_evidenced/", act("preview")),
        Place(ADVISER, f"{DRAFT}lijsten/desks/", act("remove")),  # it is used
        Place(ADVISER, f"{DRAFT}vragen/kind/", act("preview")),
        Place(ADVISER, f"{DRAFT}vragen/risk_areas/", act("remove")),  # it is read
        Place(DECIDER, f"{DRAFT}vragen/national_advice/"),
        *(
            Place(ADVISER, f"{DRAFT}{one}/")
            for one in (
                "actielijnen/E2",
                "advies/nctv",
                "mandaten/decider_alone",
                "hoofdstukken/summary",
                "bronnen/STRAT",
            )
        ),
        Place(ADVISER, f"{DRAFT}bronnen/EVAL24/", act("remove")),  # it is quoted
        Place(DECIDER, f"{DONE}lijsten/desks/"),
    ),
    "kader_draft_replay": (
        *(Place(who, REPLAYED) for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"{REPLAYED}?groep=0"),
        Place(DECIDER, f"{DRAFT}naspelen/"),
    ),
    "kader_receive": (
        Place(ADVISER, RECEIVE),
        Place(ADVISER, RECEIVE, "main form[enctype]"),
    ),
    "kader_take_over": (
        Place(ADVISER, handed_in),
        Place(ADVISER, handed_in, "main form[method=post]"),
    ),
    "kader_draft_step": (
        Place(ADVISER, f"{DRAFT}tekst/tables.yaml/2/"),
        Place(DECIDER, f"{DRAFT}tekst/tables.yaml/1/"),
    ),
    "kader_draft_text": (
        Place(ADVISER, f"{DRAFT}tekst/tables.yaml/?regel=249"),
        Place(DECIDER, f"{DONE}tekst/lists/risk.yaml/"),
    ),
}
NO_STUDIO_PAGE = {
    "kader_decision": Place(DECIDER, f"{DONE}besluit/"),
    "kader_file": Place(DECIDER, f"{KADER}bestand/"),
    "kader_dmn": Place(DECIDER, f"{KADER}dmn/"),
}
