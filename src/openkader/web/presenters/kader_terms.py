"""How long a kader gives somebody, and by when it wants something done, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def term_words(days: int | None) -> str | None:
    """How long a desk has for its answer."""
    if days is None:
        return None
    return ngettext("%(days)s working day", "%(days)s working days", days) % {"days": days}


def moment_words(days: int | None) -> str | None:
    """By when a measure is due, counted from the activity."""
    if days is None:
        return None
    if days == 0:
        return _("on the first day of the activity")
    words = (
        ngettext("at least %(days)s day before", "at least %(days)s days before", -days)
        if days < 0
        else ngettext("within %(days)s day after", "within %(days)s days after", days)
    )
    return words % {"days": abs(days)}
