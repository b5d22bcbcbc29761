"""What everybody may read: the handbook, and how accessible the pages are."""

from tests.functional.place import Place

OPEN_TO_ALL = {
    "handbook": (Place("", "/handboek/"),),
    "handbook_page": (Place("", "/handboek/eerste-kwartier/"),),
    "accessibility": (Place("", "/toegankelijkheid/"),),
}
NO_HANDBOOK_PAGE = {"handbook_picture": Place("", "/handboek/beelden/werk.png")}
