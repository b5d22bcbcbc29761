"""The feeds of a colleague, in words; never the secret of one."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.casework.agenda import FeedOf
from openkader.register.feeds import FeedRow
from openkader.web.shell import day_words


def shown_feeds(rows: Sequence[FeedRow], account: str, team: str | None) -> list[dict[str, object]]:
    """The feed of one's own and that of the team, open or not; and what is open of a team that one left."""
    opened = {row.of: row for row in rows}
    offered = [FeedOf(account), *([FeedOf(account, team)] if team else [])]
    return [_shown(of, opened.get(of)) for of in dict.fromkeys([*offered, *opened])]


def _shown(of: FeedOf, row: FeedRow | None) -> dict[str, object]:
    name = _("The work of team %(team)s") % {"team": of.team} if of.team else _("Your own work")
    return {
        "team": of.team,
        "id": f"feed-{of.team or 'own'}",
        "name": name,
        "is_open": row is not None,
        "used": day_words(row.last_used_on) if row and row.last_used_on else _("not yet"),
    }
