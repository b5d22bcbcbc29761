"""Keeping and destroying: what is due, a list that waits, one that was carried out, and its certificate."""

from tests.functional.filled import DECIDED
from tests.functional.filled_retention import DONE, WAITING
from tests.functional.place import Place, act

ADVISER, DECIDER, ARCHIVIST = "demo-adviseur", "demo-beslisser", "demo-archivaris"
RETENTION: dict[str, tuple[Place, ...]] = {
    "keeping": tuple(Place(who, "/bewaren/") for who in (ADVISER, ARCHIVIST)),
    "disclosure": (Place(ARCHIVIST, "/inzage/"), Place(ARCHIVIST, "/inzage/", "form.form--part")),
    "archive": (Place(ARCHIVIST, f"/dossiers/{DECIDED}/archief/"),),
    "destruction_list": (
        *(Place(who, f"/bewaren/{WAITING}/") for who in (ADVISER, DECIDER, ARCHIVIST)),
        Place(ARCHIVIST, f"/bewaren/{WAITING}/", act("exempt")),
        Place(ARCHIVIST, f"/bewaren/{DONE}/"),
    ),
}
NO_RETENTION_PAGE = {"destruction_certificate": Place(ARCHIVIST, f"/bewaren/{DONE}/verklaring/")}
