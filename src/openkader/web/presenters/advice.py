"""Advice and agreement in words: who is needed, who was asked, what they said, who still has to agree."""

from collections.abc import Iterable, Mapping

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.advice import AdviceState, Need
from openkader.casework.life_cycle_words import STATES
from openkader.kader import Fact, FactType, Kader
from openkader.kader.records import LEVELS, OUTCOMES
from openkader.publication.kader_words import entry_words
from openkader.register.partners import partner_here
from openkader.register.selectors import AdviceRow, AnswerRow, Coordination, PreparedRow, WaiverRow
from openkader.web.presenters.advice_words import STATEMENTS, VERDICTS
from openkader.web.presenters.names import country_name
from openkader.web.shell import language, said, shown_moment


def listed(kader: Kader, name: str, code: object) -> str | None:
    """An entry of a list of the kader in words; None stays unknown."""
    return entry_words(kader, name, code, language())


def desk_name(kader: Kader, code: str) -> str:
    """A desk in words."""
    return capital(listed(kader, "desks", code) or code)


def shown_coordination(found: Coordination, kader: Kader) -> dict[str, object]:
    """Everything that the page of advice and agreement shows, but the forms."""
    lacking = {need.desk for need in found.advised.lacking()}
    return {
        "state": capital(STATES[found.state].in_(language())),
        "needs": [_need(need, kader, is_lacking=need.desk in lacking) for need in found.advised.needs],
        "asked": [shown_advice(row, kader) for row in found.asked],
        "waivers": [_waiver(row, kader) for row in found.waivers],
        "prepared": [_prepared(row, kader) for row in found.prepared],
        "referral": found.referral,
    }


def _need(need: Need, kader: Kader, *, is_lacking: bool) -> dict[str, object]:
    rules = [one for one in kader.consultations if one.desk == need.desk]
    return {
        "desk": desk_name(kader, need.desk),
        "reasons": [said(one.reason) for one in rules],
        "weight": _("mandatory") if need.is_mandatory else _("advisable"),
        "is_lacking": is_lacking,
        "is_certain": need.is_certain,
    }


def shown_advice(row: AdviceRow, kader: Kader) -> dict[str, object]:
    """One question with what came of it."""
    return {
        "reference": row.reference,
        "desk": desk_name(kader, row.desk),
        "question": row.question,
        "recipient": row.recipient,
        "state": _state(row.state),
        "is_open": row.state.is_open,
        "is_stale": row.state is AdviceState.STALE,
        "due": date_format(row.due_on, "j F Y"),
        "asked": _("Asked by %(by)s, %(at)s") % {"by": row.by, "at": shown_moment(row.at)},
        "reminded": [date_format(day, "j F Y") for day in row.reminded_on],
        "facts": shown_facts(row.facts, kader),
        "answers": [
            {
                "verdict": (STATEMENTS if answer.statement else VERDICTS)[answer.verdict],
                "statement": _statement(answer, kader),
                "explanation": answer.explanation,
                "conditions": answer.conditions,
                "by": answer.given_by,
                "at": shown_moment(answer.at),
                "documents": [
                    {
                        "name": one.name,
                        "size": filesizeformat(one.size),
                        "url": reverse("document", args=[row.dossier, one.reference]),
                    }
                    for one in answer.documents
                ],
            }
            for answer in row.answers
        ],
        "withdrawn": row.withdrawn_because,
    }


def grounds_said(codes: Iterable[str], kader: Kader) -> list[str]:
    """Grounds of a statement in words; a code that no list has any more is left as it is."""
    partner = partner_here()
    return [listed(kader, partner.grounds if partner else "", code) or code for code in codes]


def _statement(answer: AnswerRow, kader: Kader) -> list[str]:
    """What the partner of an investment said beside its advice, a line each."""
    said = answer.statement
    if said is None:
        return []
    lines = [_("said on %(day)s") % {"day": date_format(said.said_on, "j F Y")}]
    if said.grounds:
        lines.append(_("ground: %(grounds)s") % {"grounds": ", ".join(grounds_said(said.grounds, kader))})
    if said.valid_until:
        lines.append(_("holds until %(day)s") % {"day": date_format(said.valid_until, "j F Y")})
    if said.number:
        lines.append(_("number of the case there: %(number)s") % {"number": said.number})
    return lines


def _state(state: AdviceState) -> str:
    return {
        AdviceState.ASKED: _("waiting for the answer"),
        AdviceState.OVERDUE: _("the term has passed"),
        AdviceState.GIVEN: _("answered"),
        AdviceState.STALE: _("answered on facts that have changed since"),
        AdviceState.WITHDRAWN: _("taken back"),
    }[state]


def shown_facts(facts: Mapping[str, object], kader: Kader) -> list[dict[str, object]]:
    """The frozen facts, each with its question; what a later kader no longer knows is left as it is."""
    return [
        {
            "label": capital(kader.facts[name].label.in_(language())) if name in kader.facts else name,
            "value": _said_of(kader.facts.get(name), value),
        }
        for name, value in facts.items()
    ]


def _said_of(fact: Fact | None, value: object) -> str | None:
    if value is None:
        return None
    if fact is not None and fact.type is FactType.COUNTRY:
        return country_name(value)
    known = frozenset(value) if isinstance(value, list) else value
    return capital(fact.say(known, language())) if fact else str(value)  # type: ignore[arg-type]  # a stored answer


def _waiver(row: WaiverRow, kader: Kader) -> dict[str, object]:
    return {
        "reference": row.reference,
        "desk": desk_name(kader, row.desk),
        "reason": row.reason,
        "until": date_format(row.expires_on, "j F Y"),
        "by": row.by,
        "at": shown_moment(row.at),
        "agreed_by": row.agreed_by,
    }


def _prepared(row: PreparedRow, kader: Kader) -> dict[str, object]:
    outcome, level = str(row.said["outcome"]), str(row.said["level"])
    ground = listed(kader, "grounds", row.said["ground"])
    conditions = row.said["conditions"]
    return {
        "reference": row.reference,
        "outcome": capital(OUTCOMES[outcome].in_(language())) if outcome in OUTCOMES else outcome,
        "level": LEVELS[level].in_(language()),
        "ground": capital(ground) if ground else None,
        "conditions": conditions if isinstance(conditions, list) else [],
        "referred_to": row.said["referred_to"],
        "motivation": row.said["motivation"],
        "by": row.by,
        "at": shown_moment(row.at),
        "is_taken": row.is_taken,
        "returned": row.returned_because,
        "is_open": not row.is_taken and row.returned_because is None,
    }
