"""The sentences about the library of a kader, lines to take, and what was said of a meeting in public."""

from openkader.base.text import Text

LIBRARY: dict[str, Text] = {
    "kader.undated-source": Text(
        nl="De bron ‘{source}’ heeft geen datum. Geef haar een datum.",
        en="The source ‘{source}’ has no date. Give it one.",
    ),
    "kader.follows-itself": Text(
        nl="De bron ‘{source}’ volgt zichzelf op, of in een kring. Haal een ‘supersedes’ weg.",
        en="The source ‘{source}’ follows itself, or in a circle. Take a ‘supersedes’ out.",
    ),
}
