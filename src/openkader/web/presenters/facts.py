"""The questions of a kader with what is known of them in one case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.kader import Assessment, Fact, Value
from openkader.kader.explaining import because
from openkader.kader.soundness.mattering import Matter, matters
from openkader.register.selectors import Row
from openkader.web.presenters.names import ANSWERERS, answer_words, name_of
from openkader.web.presenters.settling import CAN_CHANGE
from openkader.web.shell import language, said, shown_moment

Item = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """On what an answer rests: a sentence of a source, and who said so."""

    passage: Mapping[str, object] | None = None
    note: str | None = None


def shown_facts(found: Assessment, bases: Mapping[str, Basis]) -> dict[str, list[Item]]:
    """What is answered, what is open and matters, what is open and does not, and what follows."""
    told, facts = matters(found), found.kader.facts
    still = [name for matter in CAN_CHANGE for name, one in told.items() if one is matter]
    return {
        **shown_known(found, bases),
        "open": [_open(facts[name], told[name]) for name in still],
        "idle": [_open(facts[name], told[name]) for name in told if name not in still],
    }


def shown_known(found: Assessment, bases: Mapping[str, Basis]) -> dict[str, list[Item]]:
    """What is answered and what follows from it; the open questions stand in a form of their own."""
    known = [fact for fact in found.kader.asked if found.value(fact.id) is not None]
    return {
        "answered": [_answered(found, fact, bases) for fact in known],
        "derived": _derived(found),
        "impossible": _impossible(found),
    }


def shown_given(fact: Fact, row: Row) -> str:
    """Who gave an answer and when, for whoever is about to give another."""
    return _("Now: %(answer)s, by %(who)s, %(when)s") % {
        "answer": answer_words(fact, _as_value(row["value"])) or _("unknown"),
        "who": row["recorded_by"],
        "when": shown_moment(row["recorded_at"]),  # type: ignore[arg-type]
    }


def _as_value(stored: object) -> Value | None:
    return frozenset(stored) if isinstance(stored, list) else stored  # type: ignore[return-value]


def _answered(found: Assessment, fact: Fact, bases: Mapping[str, Basis]) -> Item:
    basis = bases.get(fact.id, Basis())
    return {
        "label": _label(fact),
        "value": answer_words(fact, found.value(fact.id)),
        "note": basis.note,
        "passage": basis.passage,
    }


def _open(fact: Fact, matter: Matter) -> Item:
    who = name_of(ANSWERERS, fact.answered_by)
    why = [_("to be answered by %(who)s") % {"who": who}] if who else []
    why += [str(CAN_CHANGE[matter])] if matter in CAN_CHANGE else []
    return {"label": said(fact.question) or _label(fact), "value": None, "why": "; ".join(why)}


def _derived(found: Assessment) -> list[Item]:
    """What the tables of the kader make of the answers; preconditions have a place of their own."""
    own = {precondition.id for precondition in found.kader.preconditions}
    facts = _in_order(found, (name for name in found.assessor.tables if name not in own))
    return [{"label": _label(fact), "value": answer_words(fact, found.value(fact.id))} for fact in facts]


def _impossible(found: Assessment) -> list[Item]:
    """What the answers say that no case can be, and on which of them it rests."""
    return [
        {"text": said(one.text), "because": [capital(it) for it in because(found, one.never, language())]}
        for one in found.impossible
    ]


def _in_order(found: Assessment, names: Iterable[str]) -> list[Fact]:
    wanted = set(names)
    return [fact for fact in found.kader.facts.values() if fact.id in wanted]


def _label(fact: Fact) -> str:
    return capital(fact.label.in_(language()))
