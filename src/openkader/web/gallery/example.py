"""What an example is, and what there is to show."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise

TEMPLATES = Path(__file__).parent.parent / "templates/web"
# The families of colours, under their names in NL Design System.
COLOURS = ("default", "accent-1", "positive", "warning", "negative", "info")
# The tones of a notice, each with its icon.
NOTICES = (("", "info"), ("positive", "check"), ("warning", "question"), ("negative", "cross"))
# What only stands in a list.
_LISTED = frozenset(
    {
        *("article", "bearing", "condition", "contribution", "follow_up", "message_line", "note"),
        *("reported_statement", "statement"),
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    """One use of a component: what it is for, and the values that its template gets."""

    component: str
    about: str | Promise
    values: dict[str, object]

    @property
    def is_listed(self) -> bool:
        """Whether it needs a list around it."""
        return self.component in _LISTED

    @property
    def template(self) -> str:
        """The file that draws it."""
        return f"web/components/{self.component}.html"


def components() -> list[str]:
    """Every component there is."""
    return sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))


def icons() -> list[str]:
    """Every icon there is."""
    return sorted(path.stem for path in (TEMPLATES / "icons").glob("*.svg"))
