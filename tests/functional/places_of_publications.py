"""Publications: as colleagues see them, as everybody does, and what programs fetch."""

from tests.functional.filled import ACTIVITY
from tests.functional.filled_agreements import ENDS
from tests.functional.filled_publications import PUBLIC
from tests.functional.place import Place, act

ADVISER, DECIDER = "demo-adviseur", "demo-beslisser"
REVOKED = f"{ACTIVITY}-W1"
PUBLICATIONS: dict[str, tuple[Place, ...]] = {
    "publications": (Place(ADVISER, "/publicaties/"),),
    "publication_new": (
        Place(ADVISER, "/publicaties/van/evaluation/EV-2024/"),
        Place(ADVISER, f"/publicaties/van/agreement/{ENDS}/", lands="publication"),
    ),
    "publication": (
        *(Place(who, f"/publicaties/{PUBLIC}/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"/publicaties/{PUBLIC}/", act("revoke")),
        Place(ADVISER, f"/publicaties/{PUBLIC}/", act("add")),
        Place(ADVISER, f"/publicaties/{REVOKED}/"),
    ),
    "public": (Place("", "/openbaar/"), Place("", "/openbaar/?zoek=niets-gevonden")),
    "public_one": (Place("", f"/openbaar/{PUBLIC}/"), Place("", f"/openbaar/{REVOKED}/")),
    "public_open_data": (Place("", "/openbaar/data/"),),
    "public_accessibility": (Place("", "/openbaar/toegankelijkheid/"),),
}
NO_PUBLICATION_PAGE = {
    "publication_file": Place(ADVISER, f"/publicaties/{PUBLIC}/stuk/1/"),
    "public_file": Place("", f"/openbaar/{PUBLIC}/stuk/1/"),
    "public_feed": Place("", "/openbaar/feed.atom"),
    "public_table": Place("", "/openbaar/data/publicaties.csv"),
    "public_catalogue": Place("", "/openbaar/catalogus.jsonld"),
    "public_data": Place("", "/openbaar/data/publicaties.json"),
    "public_description": Place("", "/openbaar/data/publicaties.csv-metadata.json"),
    "diwoo_index": Place("", "/sitemapindex-diwoo-infocat011.xml"),
    "diwoo_sitemap": Place("", "/openbaar/sitemap-diwoo-infocat011-1.xml"),
    "robots": Place("", "/robots.txt"),
}
