"""The pages over several years, in the states in which somebody meets them."""

from tests.functional.place import Place
from tests.functional.places import ADVISER, VISITOR

YEARS: dict[str, tuple[Place, ...]] = {
    "compare": (
        Place(VISITOR, "/jaar/vergelijking/"),
        Place(ADVISER, "/jaar/vergelijking/?jaren=2023,2024,abc"),
        Place(VISITOR, "/jaar/vergelijking/?jaren=1990"),
    ),
    "core": (
        Place(VISITOR, "/jaar/kern-en-schil/"),
        Place(ADVISER, "/jaar/kern-en-schil/?jaren=2026&deelnames=1"),
    ),
    "year_rows": (
        Place(VISITOR, "/jaar/2024/rijen/land/?country=CN"),
        Place(
            VISITOR, "/jaar/2024/rijen/besluit/?outcome=refuse&level=request&instrument=assessment_framework"
        ),
        Place(ADVISER, "/jaar/2024/rijen/soort/?kind=exchange"),
    ),
}
