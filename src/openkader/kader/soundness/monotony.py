"""A graver finding never makes the proposal milder, and what nobody answered opens no gate.

Which answers are graver says the kader (`worsens`). Proved over every case, or shown by two
cases that differ in that one answer.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from openkader.base.text import Text
from openkader.kader.facts import Facts, FactType
from openkader.kader.findings import Finding, error
from openkader.kader.model import Outcome
from openkader.kader.soundness.diagrams import Assignment
from openkader.kader.soundness.domains import Classes, Domain
from openkader.kader.soundness.meaning import Meaning
from openkader.kader.soundness.witness import answers_of, assignment_there


def monotony_findings(meaning: Meaning) -> Iterator[Finding]:
    """Each question of which a graver answer, or no answer, would do what it may not."""
    proof = _Monotony(meaning)
    for name, domain in meaning.space.domains.items():
        yield from proof.milder(name, domain)
        yield from proof.opened(name, domain)


class _Monotony:
    def __init__(self, meaning: Meaning) -> None:
        self._meaning, self._space = meaning, meaning.space
        self._diagrams = meaning.space.diagrams
        # Impossible cases are told apart from every outcome, so that both cases of a pair are possible.
        nothing = self._diagrams.end(None)
        self._outcome = self._diagrams.where(meaning.possible, meaning.outcome(), nothing)

    def milder(self, name: str, domain: Domain) -> Iterator[Finding]:
        """A graver answer with a milder proposal."""
        for before, after in _worse(domain):
            found = self._pair("milder", _is_milder, before, after)
            if found:
                text = Text(
                    nl=f"Een zwaarder antwoord op ‘{name}’ maakt het voorstel milder.",
                    en=f"A graver answer to ‘{name}’ makes the proposal milder.",
                )
                yield error("milder", name, text, *found)
                return

    def opened(self, name: str, domain: Domain) -> Iterator[Finding]:
        """No answer with a green light, where some answer would not have one."""
        for answer in _answers(domain):
            found = self._pair("opened", _is_opened, answer, domain.place(None))
            if found:
                text = Text(
                    nl=f"Zonder antwoord op ‘{name}’ opent de poort, die een antwoord dicht zou houden.",
                    en=f"Without an answer to ‘{name}’ the gate opens that an answer would keep closed.",
                )
                yield error("unknown-opens", name, text, *found)
                return

    def _pair(
        self, name: str, wrong: Callable[..., bool], before: Assignment, after: Assignment
    ) -> tuple[Facts, ...]:
        """Two cases that differ in one answer, with outcomes that are wrong together; none where there are none."""
        one, other = (self._diagrams.fixed(self._outcome, answer) for answer in (before, after))
        found = assignment_there(self._space, self._diagrams.combine(name, wrong, one, other))
        return (
            ()
            if found is None
            else tuple(answers_of(self._space, found | answer) for answer in (before, after))
        )


def _is_milder(before: Outcome | None, after: Outcome | None) -> bool:
    return before is not None and after is not None and after.severity < before.severity


def _is_opened(answered: Outcome | None, unanswered: Outcome | None) -> bool:
    if answered is None or unanswered is None:
        return False
    return unanswered.severity < Outcome.HOLD.severity <= answered.severity


def _answers(domain: Domain) -> Iterator[Assignment]:
    """The classes of answers; of several options all at once, as far as they were chosen at all."""
    if isinstance(domain, Classes):
        yield from ({domain.first: place} for place in range(len(domain.members)))
    else:
        yield {domain.first: domain.place(frozenset())[domain.first]}


def _worse(domain: Domain) -> Iterator[tuple[Assignment, Assignment]]:
    """An answer, and a graver one; of several options one more of those that are findings."""
    fact = domain.fact
    if isinstance(domain, Classes):
        graver = (False, True) if fact.type is FactType.TRUTH and fact.worsens else fact.worsens
        yield from combinations(map(domain.place, graver), 2)
        return
    answered = domain.place(frozenset())[domain.first]
    for variable, (group, levels) in enumerate(
        zip(domain.groups, domain.levels, strict=True), domain.first + 1
    ):
        for before, after in pairwise(range(len(levels))) if set(group) & set(fact.worsens) else ():
            yield {domain.first: answered, variable: before}, {domain.first: answered, variable: after}
