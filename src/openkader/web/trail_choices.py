"""What an auditor chose from the trail, read from the address; a word that means nothing chooses nothing."""

from datetime import date

from django.http import QueryDict

from openkader.register.selectors import TrailChoice
from openkader.web.presenters.names import ACTIONS

SUBJECT, ACTOR, ACTION, SINCE, UNTIL = "onderwerp", "persoon", "soort", "van", "tot"
NAMES = {"subject": SUBJECT, "actor": ACTOR, "action": ACTION, "since": SINCE, "until": UNTIL}
OLDER, NEWER = "voor", "na"
_LONGEST_SUBJECT, _LONGEST_ACTOR = 80, 150
_FIRST, _LAST = date(1900, 1, 1), date(2200, 12, 31)


def trail_choice_of(words: QueryDict) -> TrailChoice:
    """The choice in an address."""
    action = words.get(ACTION, "")
    return TrailChoice(
        subject=words.get(SUBJECT, "").strip()[:_LONGEST_SUBJECT],
        actor=words.get(ACTOR, "").strip()[:_LONGEST_ACTOR],
        action=action if action in ACTIONS else "",
        since=_day(words.get(SINCE, "")),
        until=_day(words.get(UNTIL, "")),
    )


def _day(word: str) -> date | None:
    try:
        day = date.fromisoformat(word)
    except ValueError:
        return None
    return day if _FIRST <= day <= _LAST else None
