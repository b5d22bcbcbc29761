"""What the form of a rule is about: the questions and sources that it can name, and what the rule says now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from openkader.base.flowing import Plain
from openkader.base.text import capital
from openkader.casework.kader_rows import MOST_CONDITIONS
from openkader.kader import Fact, Kader
from openkader.kader.condition_lines import Lines, lines_of
from openkader.web.forms.kader_conditions import Known
from openkader.web.presenters.names import ANSWERERS, name_of
from openkader.web.shell import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the form of a rule is about: what it may ask, and what the rule says now; `gives` only in a table.

    `taken` are the rules of the proposal by their names, which a new one must not have; the same rule may come twice,
    as by a second click.
    """

    known: Known
    sources: Mapping[str, str]
    before: Mapping[str, Plain]
    gives: Fact | None = None
    is_new: bool = False
    taken: Mapping[str, Mapping[str, Plain]] = field(default_factory=dict)

    @property
    def lines(self) -> Lines | None:
        """Its conditions as lines; None where they are deeper."""
        return lines_of(self.before.get("when"), self.known.facts)

    @property
    def is_deep(self) -> bool:
        """Whether its conditions can only be changed in the text."""
        lines = self.lines
        return not self.is_new and (lines is None or len(lines.lines) > MOST_CONDITIONS)


def known_to(kader: Kader | None, facts: Mapping[str, Fact]) -> Known:
    """The questions by who answers them, then what follows from the answers, then the preconditions."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for fact in sorted(facts.values(), key=lambda one: _place(kader, one)):
        label = capital(fact.label.in_(language()))
        named = f"{fact.id}: {label}" if _is_precondition(kader, fact) else label
        groups.setdefault(_group(kader, fact), []).append((fact.id, named))
    return Known(facts=facts, groups=[*groups.items()], lists=kader.lists if kader else {})


def sources_of(kader: Kader | None) -> Mapping[str, str]:
    """The sources that a rule can cite, by their titles."""
    return {one.id: one.title.in_(language()) for one in kader.sources.values()} if kader else {}


def _is_derived(kader: Kader | None, fact: Fact) -> bool:
    return kader is not None and any(table.gives == fact.id for table in kader.tables)


def _is_precondition(kader: Kader | None, fact: Fact) -> bool:
    return kader is not None and any(one.id == fact.id for one in kader.preconditions)


def _place(kader: Kader | None, fact: Fact) -> tuple[bool, bool, bool, str]:
    """Who answers a question is named in the order of their codes, and nobody last."""
    who = fact.answered_by or ""
    return _is_precondition(kader, fact), _is_derived(kader, fact), not who, who


def _group(kader: Kader | None, fact: Fact) -> str:
    if _is_precondition(kader, fact):
        return _("Preconditions")
    if _is_derived(kader, fact):
        return _("What follows from the answers")
    who = name_of(ANSWERERS, fact.answered_by)
    return _("Answered by %(who)s") % {"who": who} if who else _("Other questions")
