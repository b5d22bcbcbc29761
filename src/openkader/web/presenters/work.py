"""What a colleague can do with a case now: questions to answer, assessing, deciding; and if not, why not."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.forms import Form
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.errors import Refusal
from openkader.base.messages import sentence
from openkader.casework import rules
from openkader.casework.permissions import Act, Person, may_do
from openkader.casework.screening import tally
from openkader.kader import Assessment, Fact
from openkader.kader.facts import FactType
from openkader.kader.soundness.mattering import Matter, matters
from openkader.register.selectors import Case, PartyRow
from openkader.register.selectors.case import questions_of
from openkader.web.marks import find_mark
from openkader.web.presenters.delegation import shown_tally
from openkader.web.presenters.facts import shown_given
from openkader.web.presenters.names import ANSWERERS, name_of
from openkader.web.presenters.settling import shown_settling
from openkader.web.shell import language, said

# Whom a page of a case names; the others stand on the page of the delegation.
_MOST_PARTIES = 12
Shown = dict[str, object]


def shown_questions(case: Case, form: Form, reader: Person) -> Shown:
    """The questions that can still change something, by what; then those that were answered, then the others."""
    told = matters(case.weighed)
    groups: dict[str, list[Fact]] = {"answered": [], **{matter.value: [] for matter in Matter}}
    for fact in questions_of(case):
        groups[told[fact.id].value if fact.id in told else "answered"].append(fact)
    count = list(told.values()).count(Matter.PROPOSAL)
    return {
        "url": reverse("answers", args=[case.reference]),
        "form": form,
        "why_not": said_refusal(may_do(reader.roles, Act.WORK)),
        "left": ngettext(
            "%(count)s open question can still change the proposal.",
            "%(count)s open questions can still change the proposal.",
            count,
        )
        % {"count": count},
        "settling": shown_settling(case.weighed),
        **{name: [_question(case, form, fact) for fact in facts] for name, facts in groups.items()},
        "changed": any(
            form[f"answer-{fact.id}"].errors for fact in (*groups["answered"], *groups["nothing"])
        ),
    }


def _question(case: Case, form: Form, fact: Fact) -> Shown:
    answer, rows = form[f"answer-{fact.id}"], case.given.get(fact.id, ())
    return {
        "anchor": f"q-{fact.id}",
        "answer": answer,
        "basis": form[f"basis-{fact.id}"],
        "seen": form[f"seen-{fact.id}"],
        "who": name_of(ANSWERERS, fact.answered_by),
        "last": shown_given(fact, rows[-1]) if rows else "",
        "groups": _by_list(case.weighed, fact, answer) if fact.type is FactType.SEVERAL else None,
    }


def _by_list(found: Assessment, fact: Fact, answer: Iterable[object]) -> list[Shown]:
    """The options of a long question under the list that each is taken from."""
    titles: dict[str, str] = {}
    for name in fact.lists:
        for item in found.kader.lists[name].items:
            titles.setdefault(item.code, said(found.kader.lists[name].title) or "")

    def title_of(choice: object) -> str:
        return titles.get(str(choice.data["value"]), "")  # type: ignore[attr-defined]

    groups = ((title, list(some)) for title, some in groupby(answer, title_of))
    return [
        {"title": title, "choices": some, "chosen": sum(bool(one.data["selected"]) for one in some)}  # type: ignore[attr-defined]
        for title, some in groups
    ]


def shown_assessing(case: Case, reader: Person) -> Shown:
    """The button that applies the kader, or why it would do nothing."""
    refusal = may_do(reader.roles, Act.WORK) or rules.may_assess(case.proposal)
    why_not = said_refusal(refusal)
    url = reverse("assessment", args=[case.reference])
    return {"url": url, "why_not": why_not, "why": "" if why_not else _why_assess(case.proposal)}


def _why_assess(proposal: rules.Proposal | None) -> str:
    if proposal is None:
        return _("This request was not assessed before.")
    if proposal.is_stale:
        return _("Answers or the screening changed since the last assessment.")
    return _("The last assessment was decided on; a new decision asks a new one.")


def shown_people(case: Case) -> Shown:
    """Who has to be screened for the case, each with where that stands, and the counted zeros."""
    parties = sorted(case.parties, key=lambda party: not party.standing.has_open_hits)
    return {
        "url": reverse("delegation", args=[case.reference]),
        "hits_url": f"{reverse('screening')}?dossier={case.reference}&state=all",
        "tally": shown_tally(tally(case.screened)) if parties else None,
        "parties": [_party(party) for party in parties[:_MOST_PARTIES]],
        "more": max(0, len(parties) - _MOST_PARTIES),
    }


def _party(row: PartyRow) -> Shown:
    return {
        "name": row.name,
        "url": reverse("screened_party", args=[row.reference]),
        "state": row.standing.state,
        "sort": _("person") if row.is_person else _("organisation"),
    }


def said_refusal(refusal: Refusal | None) -> str:
    """The reason on a disabled button; empty when the act is allowed."""
    if refusal is None:
        return ""
    outcome = refusal.detail.get("outcome")
    told = {"outcome": str(find_mark("outcome", outcome).word).lower()} if outcome else {}
    if "day" in refusal.detail:
        told["day"] = date_format(date.fromisoformat(refusal.detail["day"]), "j F Y")
    return sentence(refusal.code, {**refusal.detail, **told}, language())
