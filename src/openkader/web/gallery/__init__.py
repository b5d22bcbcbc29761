"""The component gallery: every part of which pages are built, each with an example of it.

Everything in it is made up, and is made as the pages make it where that can be.
"""

from openkader.kader import Assessor
from openkader.web.gallery import activities, case, figures, forms, plain, tables
from openkader.web.gallery.example import COLOURS, NOTICES, Example, components, icons

__all__ = ["COLOURS", "NOTICES", "Example", "components", "examples", "icons"]


def examples(assessor: Assessor) -> list[Example]:
    """Every component at least once."""
    made_up = case.made_up(assessor)
    return [
        *plain.EXAMPLES,
        *tables.examples(),
        *figures.EXAMPLES,
        *case.examples(made_up),
        *forms.examples(made_up),
        *activities.examples(),
    ]
