"""A replay of history in words: how far it is, from which outcome to which, why, and what history does not answer."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentence, sentences
from openkader.base.text import capital
from openkader.casework.kader_replaying import ReplayState, may_ask
from openkader.kader import Outcome
from openkader.kader.records import OUTCOMES
from openkader.register.selectors.kader_replays import ReplayRow, SeenCase, SeenCases
from openkader.web.presenters.names import Words, name_of
from openkader.web.presenters.work import said_refusal
from openkader.web.shell import language, said, shown_moment

MOST_GROUPS = 100
MOST_CASES = 5  # of each group on the page of all of them
STATES: Words = {
    ReplayState.WAITING: pgettext_lazy("replay", "waits"),
    ReplayState.RUNNING: pgettext_lazy("replay", "runs"),
    ReplayState.DONE: pgettext_lazy("replay", "done"),
    ReplayState.STOPPED: pgettext_lazy("replay", "stopped"),
    ReplayState.FAILED: pgettext_lazy("replay", "failed"),
}
_REASONS: Words = {
    "type_changed": pgettext_lazy("replay", "the question has become of another type"),
    "option_gone": pgettext_lazy("replay", "an answer that was chosen is no longer there"),
    "no_answer": pgettext_lazy("replay", "what stands there is no answer to this question"),
}
_SIDES: Words = {
    "old": pgettext_lazy("replay", "unknown to the version that it starts from"),
    "new": pgettext_lazy("replay", "unknown to the draft"),
}
_NEVER: Words = {
    "old": pgettext_lazy("replay", "cannot be, says the version that it starts from"),
    "new": pgettext_lazy("replay", "cannot be, says the draft"),
}
Data = Mapping[str, Any]


def shown_row(row: ReplayRow, texts: str, draft: str) -> dict[str, object]:
    """One replay: how far it is, by whom, and whether it is of the draft as it stands."""
    return {
        "reference": row.reference,
        "state": str(row.state),
        "said_state": name_of(STATES, row.state),
        "is_open": row.state.is_open,
        "late": row.late,
        "done": row.done,
        "whole": row.whole or 0,
        "progress": _progress(row),
        "by": row.by,
        "at": shown_moment(row.at),
        "ended_by": row.ended_by or "",
        "ended_at": shown_moment(row.ended_at) if row.ended_at else "",
        "failure": sentence(row.failure, {}, language()) if row.failure else "",
        "is_earlier": row.texts not in (None, texts),
        "result": _result(row),
        "url": _url(draft, row) if row.cases is not None else "",
    }


def shown_found(found: Data) -> dict[str, object]:
    """What was counted: the matrix, the measures, and what history does not answer."""
    return {
        "matrix": _matrix(found),
        "measures": _measures(found),
        "facts": list(_facts(found["facts"])),
        "unanswered": [_counted(_open(row), row) for row in _unanswered(found["facts"], is_new=False)],
        "is_empty": not found["cases"],
    }


def shown_groups(found: Data, seen: Mapping[int, SeenCases], url: str) -> list[dict[str, object]]:
    """The ways in which cases come out otherwise, that of the most cases first, each with what the reader may see."""
    largest = sorted(found["differences"], key=lambda one: -one["cases"])[:MOST_GROUPS]
    groups = [_group(one, found, seen.get(one["number"]), url) for one in largest]
    leads = {str(group["anchor"]): group for group in reversed(groups)}  # of each pair of outcomes the first
    for place, group in enumerate(groups, 1):
        if leads[str(group["anchor"])] is not group:
            group["anchor"] = f"{group['anchor']}-{place}"
    return groups


def shown_group(found: Data, number: int, seen: int) -> dict[str, object] | None:
    """One of them, without its cases; None where it is not there."""
    one = next((one for one in found["differences"] if one["number"] == number), None)
    return _group(one, found, SeenCases(seen, ()), "") if one is not None else None


def refusal_words(problems: Collection[Problem], *, is_withdrawn: bool) -> str:
    """Why a draft with these mistakes cannot be replayed; empty where it can."""
    refusal = may_ask(sentences(Invalid(problems), language()), None, is_withdrawn=is_withdrawn)
    return said_refusal(refusal) if refusal else ""


def shown_cases(cases: Sequence[SeenCase]) -> list[dict[str, str | None]]:
    """Cases that lead to their dossiers."""
    return [
        {
            "reference": one.reference,
            "url": reverse("dossier", args=[one.reference]),
            "title": said(one.title),
        }
        for one in cases
    ]


def _url(draft: str, row: ReplayRow) -> str:
    return reverse("kader_draft_replay", args=[draft]) + f"?keer={row.reference}"


def _progress(row: ReplayRow) -> str:
    if not row.whole:
        return _("The cases are being counted.")
    return _("%(done)s of %(whole)s cases are replayed.") % {"done": _n(row.done), "whole": _n(row.whole)}


def _result(row: ReplayRow) -> str:
    if row.cases is None or row.changed is None:
        return ""
    return _said_changed(row.cases, row.changed)


def _said_changed(cases: int, changed: int) -> str:
    if not cases:
        return _("There were no assessed cases")
    if not changed:
        return ngettext(
            "%(cases)s case, and it comes out as it did",
            "%(cases)s cases, and none comes out otherwise",
            cases,
        ) % {"cases": _n(cases)}
    return ngettext(
        "%(changed)s of %(cases)s cases comes out otherwise",
        "%(changed)s of %(cases)s cases come out otherwise",
        changed,
    ) % {"changed": _n(changed), "cases": _n(cases)}


def _matrix(found: Data) -> dict[str, object]:
    """Old outcomes down, new ones across, as far as there are cases; what changes leads to why."""
    counts = {(one["before"], one["after"]): one["cases"] for one in found["matrix"]}
    rows = [one for one in Outcome if any(before == one for before, _after in counts)]
    across = [one for one in Outcome if any(after == one for _before, after in counts)]
    columns: list[dict[str, object]] = [{"label": _("Was")}]
    columns += [{"label": _outcome(one), "number": True} for one in across]
    return {
        "name": "matrix",
        "caption": _("From outcome to outcome, in cases"),
        "columns": columns,
        "rows": [
            {"title": _outcome(one), "cells": [_cell(counts, one, other) for other in across]} for one in rows
        ],
    }


def _cell(counts: Mapping[tuple[str, str], int], before: Outcome, after: Outcome) -> dict[str, object]:
    cases = counts.get((before, after), 0)
    label = _("Becomes %(outcome)s") % {"outcome": OUTCOMES[after].in_(language())}
    cell: dict[str, object] = {"label": label, "number": True, "none": "0"}
    if cases and before is not after:
        return cell | {"links": [{"url": f"#{_anchor(before, after)}", "label": _n(cases)}]}
    return cell | {"value": _n(cases) if cases else None}


def _anchor(before: str, after: str) -> str:
    return f"{before}-{after}".replace("_", "-")


def _group(one: Data, found: Data, seen: SeenCases | None, url: str) -> dict[str, object]:
    cases, number = one["cases"], seen.number if seen else 0
    first = seen.first if seen else ()
    return {
        "anchor": _anchor(one["before"], one["after"]),
        "title": _title(one),
        "size": ngettext("%(number)s case", "%(number)s cases", cases) % {"number": _n(cases)},
        "why": one["row"]["why"][language()]
        if one["row"]
        else _("The proposal stays; only measures change."),
        "added": [_measure(found, name) for name in one["added"]],
        "removed": [_measure(found, name) for name in one["removed"]],
        "cases": shown_cases(first),
        "more_url": f"{url}&groep={one['number']}" if number > len(first) else "",
        "seen": number,
        "unseen": _unseen(cases - number),
    }


def _unseen(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(number)s case that you may not see is counted and not named.",
        "%(number)s cases that you may not see are counted and not named.",
        number,
    ) % {"number": _n(number)}


def _title(one: Data) -> str:
    before, after = (OUTCOMES[Outcome(one[side])].in_(language()) for side in ("before", "after"))
    if one["before"] == one["after"]:
        return _("Stays: %(outcome)s") % {"outcome": before}
    return _("From %(before)s to %(after)s") % {"before": before, "after": after}


def _measure(found: Data, name: str) -> str:
    words = found.get("measure_texts", {}).get(name)
    return words[language()] if words else name


def _measures(found: Data) -> list[dict[str, object]]:
    added, removed = found["measures"]["added"], found["measures"]["removed"]
    return [
        {"text": _measure(found, name), "added": _n(added.get(name, 0)), "removed": _n(removed.get(name, 0))}
        for name in sorted({**added, **removed})
    ]


def _facts(facts: Data) -> Iterator[str]:
    """What history lacks because of the draft, the questions that are new first, each with the number of cases."""
    for row in _unanswered(facts, is_new=True):
        yield _counted(_new(row), row)
    for row in facts["unfit"]:
        why = {"side": name_of(_SIDES, row["kader"]), "reason": name_of(_REASONS, row["reason"])}
        yield _counted(_("‘%(label)s’: %(side)s, %(reason)s") % {"label": _label(row), **why}, row)
    for row in facts["impossible"]:
        words = {"label": row["text"][language()], "side": name_of(_NEVER, row["kader"])}
        yield _counted(_("‘%(label)s’: %(side)s") % words, row)
    for row in facts["options_added"]:
        words = {"label": _label(row), "options": ", ".join(row["options"])}
        yield _counted(_("‘%(label)s’: answered before one could choose %(options)s") % words, row)
    for row in facts["dropped"]:
        yield _counted(_("‘%(label)s’: the draft does not ask this") % {"label": row["fact"]}, row)


def _unanswered(facts: Data, *, is_new: bool) -> list[Data]:
    return [row for row in facts["unanswered"] if row["is_new"] is is_new]


def _new(row: Data) -> str:
    return _("‘%(label)s’: a new question, so unknown") % {"label": _label(row)}


def _open(row: Data) -> str:
    return _("‘%(label)s’: not answered") % {"label": _label(row)}


def _counted(line: str, row: Data) -> str:
    size = ngettext("in %(number)s case", "in %(number)s cases", row["cases"]) % {"number": _n(row["cases"])}
    return f"{line} ({size})"


def _label(row: Data) -> str:
    return str(row["label"][language()])


def _outcome(outcome: Outcome) -> str:
    return capital(OUTCOMES[outcome].in_(language()))


def _n(number: int) -> str:
    return str(number_format(number, use_l10n=True, force_grouping=True))
