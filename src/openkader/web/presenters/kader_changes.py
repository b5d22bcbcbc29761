"""What a version of a kader says otherwise than another, part by part, as it stands on a page."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.kader import Kader, Speaker
from openkader.kader.model import ProposalRow
from openkader.kader.records import OUTCOMES
from openkader.kader.soundness.changed_parts import ChangedPart, changed_parts
from openkader.kader.soundness.difference_words import STATES
from openkader.kader.soundness.part_words import PARTS, PartWords
from openkader.web.shell import language

_HEADING, _DAY = "kader", "in_force_from"


def parts_that_differ(before: Kader, after: Kader) -> list[ChangedPart]:
    """Every part that differs; the day from which it is in force is another in each version, and is no change."""
    return [one for one in changed_parts(before, after) if not _is_only_the_day(one)]


def shown_changes(changes: Sequence[ChangedPart], before: Kader, after: Kader) -> list[dict[str, object]]:
    """These, sort by sort, each with what it said and says; empty where nothing differs."""
    words = PartWords(before, after, language())
    kaders = before, after
    found = {part: [one for one in changes if one.key.part == part] for part in PARTS}
    return [
        {"part": PARTS[part].in_(language()), "rows": [_shown(one, words, kaders) for one in rows]}
        for part, rows in found.items()
        if rows
    ]


def _is_only_the_day(one: ChangedPart) -> bool:
    return one.key.part == _HEADING and [change.name for change in one.fields] == [_DAY]


def _shown(one: ChangedPart, words: PartWords, kaders: tuple[Kader, Kader]) -> dict[str, object]:
    title = words.title(one.key.part, one.key.name)
    return {
        "id": one.key.name,
        "said": STATES[one.state].in_(language()),
        "words": capital(title) if title != one.key.name else "",
        "lines": [capital(line) for line in words.lines(one)] or _whole_rule(one, *kaders),
    }


def _whole_rule(one: ChangedPart, before: Kader, after: Kader) -> list[str]:
    """All that a rule of the proposal says, where the other version has none of that name."""
    row, kader = (one.was, before) if one.becomes is None else (one.becomes, after)
    if not isinstance(row, ProposalRow):
        return []
    outcome = capital(OUTCOMES[row.outcome].in_(language()))
    when = Speaker(kader.facts, kader.lists, language()).say(row.when)
    return [_("%(outcome)s, if %(condition)s") % {"outcome": outcome, "condition": when}]
