"""Information protection of an activity, as its page shows it."""

from collections import Counter
from collections.abc import Iterator

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.casework.protection import (
    Catalogue,
    Kept,
    Outcome,
    Phase,
    Step,
    StepState,
    changed_since,
    is_stale,
)
from openkader.register.selectors import ConflictRow, ProtectionFile, SignOffRow
from openkader.register.together import Row
from openkader.web.marks import MARKS
from openkader.web.shell import language, said, shown_moment

Shown = dict[str, object]


def shown_tally(found: ProtectionFile) -> list[Shown]:
    """How many steps are in each state, and of how many nobody said anything."""
    steps = [step.id for phase in found.phases for step in phase.steps]
    now = [found.kept.get(name, Kept()).now for name in steps]
    counts = Counter(one.state if one else None for one in now)
    told: list[Shown] = [{"label": MARKS["protection"][one].word, "value": counts[one]} for one in StepState]
    return [{"label": _("Nothing said yet"), "value": counts[None]}, *told]


def shown_phase(phase: Phase, found: ProtectionFile, catalogue: Catalogue, form: forms.Form) -> Shown:
    """The steps of a phase, each with its fields."""
    return {
        "name": str(phase.phase),
        "title": said(phase.title),
        "prepares": phase.prepares,
        "form": form,
        "rows": [_step(step, found, catalogue, form) for step in phase.steps],
        "unsaid": sum(1 for step in phase.steps if not found.kept.get(step.id, Kept()).versions),
    }


def _step(step: Step, found: ProtectionFile, catalogue: Catalogue, form: forms.Form) -> Shown:
    now, row = found.kept.get(step.id, Kept()).now, found.rows.get(step.id)
    return {
        "id": step.id,
        "text": said(step.text),
        "caution": said(step.caution) if step.caution else "",
        "sources": step.sources,
        "state": now.state if now else None,
        "note": now.note if now else "",
        "evidence": _evidence(found, now.evidence) if now and now.evidence else None,
        "about": f"{row.by}, {shown_moment(row.at)}" if row else "",
        "fields": {
            name: form[f"{name}_{step.id}"]
            for name in ("seen", "state", "note", "evidence")
            if f"{name}_{step.id}" in form.fields
        },
    }


def _files(found: ProtectionFile) -> Iterator[Row]:
    """The evidence of the activity, without what a sign-off put there itself."""
    for rows in found.activity.evidence.values():
        yield from (row for row in rows if not row["record"])


def evidence_choices(found: ProtectionFile) -> list[tuple[str, str]]:
    """The evidence that may show a step."""
    return [(str(row["id"]), _title(row)) for row in _files(found)]


def _title(row: Row) -> str:
    return str(row["title_en"] if language() == "en" else row["title_nl"])


def _evidence(found: ProtectionFile, key: int) -> Shown | None:
    row = next((one for one in _files(found) if one["id"] == key), None)
    if row is None:
        return None
    url = reverse("evidence", args=[found.activity.reference, key]) if row["size"] is not None else row["url"]
    return {"title": _title(row), "url": url}


def shown_sources(found: ProtectionFile, catalogue: Catalogue) -> list[Shown]:
    """The sources of the steps that are shown."""
    used = {name for phase in found.phases for step in phase.steps for name in step.sources}
    return [
        {"id": one.id, "what": said(one.what), "url": one.url, "date": one.date}
        for one in catalogue.sources
        if one.id in used
    ]


def shown_conflict(row: ConflictRow, catalogue: Catalogue, form: forms.Form) -> Shown:
    """A conflict, what comes first, and who said so; the form decides the other way."""
    goal = next((said(one.text) for one in catalogue.goals if one.id == row.goal), row.goal)
    return {
        "number": row.number,
        "step": row.step,
        "goal": goal,
        "about": row.about,
        "outcome": row.outcome,
        "by": f"{row.by}, {shown_moment(row.at)}",
        "rulings": [
            {"outcome": one.outcome, "reason": one.reason, "about": f"{one.by}, {shown_moment(one.at)}"}
            for one in row.rulings
        ],
        "form": form,
        "is_first": row.outcome is Outcome.SECURITY_FIRST,
    }


def shown_sign_offs(found: ProtectionFile) -> list[Shown]:
    """Each sign-off, the newest first, with what changed since the newest."""
    return [_sign_off(row, found, is_newest=row is found.sign_offs[0]) for row in found.sign_offs]


def _sign_off(row: SignOffRow, found: ProtectionFile, *, is_newest: bool) -> Shown:
    stale = is_stale(row.signed, found.now)
    return {
        "reference": row.reference,
        "note": row.note,
        "about": f"{row.by}, {shown_moment(row.at)}",
        "state": "stale" if stale else "signed",
        "changed": changed_since(row.signed, found.now) if is_newest else (),
        "conflicts": is_newest and row.signed.conflicts != found.now.conflicts,
        "list": is_newest and row.signed.catalogue != found.now.catalogue,
    }


def shown_measures(found: ProtectionFile, catalogue: Catalogue) -> list[Shown]:
    """The measures of the activity that a sign-off may show."""
    codes = [one.measure for one in catalogue.shows]
    place = found.activity.reference
    return [
        {"code": row["code"], "status": row["status"], "url": reverse("measure", args=[place, reference])}
        for reference, row in found.activity.measures.items()
        if row["code"] in codes
    ]
