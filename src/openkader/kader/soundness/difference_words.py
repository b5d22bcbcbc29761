"""The difference of two kaders in words, Dutch or English: first what changes, then where, then the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from openkader.base.text import Text
from openkader.kader.model import Outcome
from openkader.kader.records import OUTCOMES
from openkader.kader.soundness.changed_parts import ChangedPart, Key
from openkader.kader.soundness.describing import Describer
from openkader.kader.soundness.difference import BECOMES, WAS, Difference, OutcomeChange, RuleChange, Unsaid
from openkader.kader.soundness.part_words import PARTS, PartWords
from openkader.kader.soundness.regions import Cover, Region

_SMALL = 0.001
_WORDS = {
    "same": Text(nl="Beide versies zeggen hetzelfde.", en="Both versions say the same."),
    "only_words": Text(
        nl="Elk geval krijgt hetzelfde voorstel en elke regel geldt waar hij gold; alleen teksten verschillen.",
        en="Every case gets the same proposal and every rule holds where it did; only words differ.",
    ),
    "same_alone": Text(nl="Elk geval krijgt hetzelfde voorstel.", en="Every case gets the same proposal."),
    "same_proposal": Text(
        nl="Elk geval krijgt hetzelfde voorstel; andere onderdelen veranderen wel.",
        en="Every case gets the same proposal; other parts do change.",
    ),
    "impossible": Text(
        nl="Geen enkel geval kan volgens beide versies bestaan: wat zij uitsluiten, spreekt elkaar tegen.",
        en="No case can be according to both versions: what they rule out is contradictory.",
    ),
    "unsaid": Text(
        nl="Niet uitgerekend, want te groot: {0}. Wat anders is geschreven, staat hieronder.",
        en="Not worked out, too large: {0}. What is written differently stands below.",
    ),
    "unsaid_proposal": Text(
        nl="in welke gevallen het voorstel verandert", en="in which cases the proposal changes"
    ),
    "unsaid_rules": Text(
        nl="waar elke andere regel gaat gelden of niet meer geldt",
        en="where each other rule comes to hold or no longer does",
    ),
    "changes": Text(
        nl="Het voorstel verandert in {0} van de denkbare gevallen: {1}.",
        en="The proposal changes in {0} of the cases that can be: {1}.",
    ),
    "stricter": Text(nl="{0} strenger", en="{0} stricter"),
    "milder": Text(nl="{0} milder", en="{0} milder"),
    "all_stricter": Text(nl="steeds strenger", en="always stricter"),
    "all_milder": Text(nl="steeds milder", en="always milder"),
    "meaning": Text(
        nl="Een denkbaar geval is een combinatie van antwoorden, ook van vragen die nog open staan. Het aandeel "
        "zegt niet hoe vaak zulke verzoeken binnenkomen.",
        en="A case that can be is a combination of answers, also of questions that are still open. The share does "
        "not say how often such requests come in.",
    ),
    "and": Text(nl=" en ", en=" and "),
    "pair": Text(nl="Was ‘{0}’, wordt ‘{1}’", en="Was ‘{0}’, becomes ‘{1}’"),
    "size": Text(
        nl="{0} van de denkbare gevallen ({1} combinaties van antwoorden)",
        en="{0} of the cases that can be ({1} combinations of answers)",
    ),
    "only_open": Text(
        nl="Dit speelt alleen zolang nog niet alles is beantwoord.",
        en="This is so only while not everything has been answered.",
    ),
    "alone": Text(nl="Het zijn de gevallen waarin", en="These are the cases in which"),
    WAS: Text(
        nl="Van de gevallen die nu ‘{0}’ krijgen, zijn het die waarin",
        en="Of the cases that now get ‘{0}’, these are the ones in which",
    ),
    BECOMES: Text(
        nl="Van de gevallen die straks ‘{0}’ krijgen, zijn het die waarin",
        en="Of the cases that will get ‘{0}’, these are the ones in which",
    ),
    "all_alone": Text(nl="Het zijn alle gevallen", en="These are all cases"),
    f"all_{WAS}": Text(
        nl="Het zijn alle gevallen die nu ‘{0}’ krijgen", en="These are all cases that now get ‘{0}’"
    ),
    f"all_{BECOMES}": Text(
        nl="Het zijn alle gevallen die straks ‘{0}’ krijgen", en="These are all cases that will get ‘{0}’"
    ),
    "rest": Text(
        nl="{0} van deze gevallen past in geen van deze omschrijvingen",
        en="{0} of these cases fits none of these descriptions",
    ),
    "nothing_known": Text(nl="er is nog niets beantwoord", en="nothing has been answered yet"),
    "gained": Text(nl="geldt nu ook als {0}", en="now also holds if {0}"),
    "lost": Text(nl="geldt niet meer als {0}", en="no longer holds if {0}"),
    "or": Text(nl="; of als ", en="; or if "),
    "more": Text(nl=" (en nog {0} van die gevallen)", en=" (and another {0} of those cases)"),
    "value_gained": Text(nl="wordt ‘{0}’ als {1}", en="becomes ‘{0}’ if {1}"),
    "value_lost": Text(nl="is niet meer ‘{0}’ als {1}", en="is no longer ‘{0}’ if {1}"),
    "gained_always": Text(nl="geldt voortaan in elk geval", en="holds in every case from now on"),
    "lost_always": Text(nl="geldt in geen enkel geval meer", en="holds in no case any more"),
    "value_gained_always": Text(nl="is voortaan altijd ‘{0}’", en="is always ‘{0}’ from now on"),
    "value_lost_always": Text(nl="is nooit meer ‘{0}’", en="is never ‘{0}’ any more"),
    "example": Text(nl="bijvoorbeeld: {0}", en="for example: {0}"),
    "type": Text(
        nl="neemt een ander soort antwoord (was {0}, wordt {1}); wat eerder is geantwoord, telt als onbekend",
        en="takes another sort of answer (was {0}, becomes {1}); what was answered before counts as unknown",
    ),
    "less": Text(nl="minder dan {0}", en="less than {0}"),
    "nearly": Text(nl="bijna {0}", en="nearly {0}"),
}
STATES = {
    "added": Text(nl="nieuw", en="new"),
    "removed": Text(nl="vervalt", en="left out"),
    "changed": Text(nl="verandert", en="changes"),
    "words": Text(nl="andere woorden", en="other words"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A part that differs: its name, what became of it, and the sentences that say how."""

    key: Key
    title: str
    state: str
    lines: tuple[str, ...]


class DifferenceWords:
    """Says one difference in one language."""

    def __init__(self, difference: Difference, language: str) -> None:
        self.difference, self._language = difference, language
        older, newer = difference.older, difference.newer
        same = {name: one for name, one in newer.lists.items() if _is_same_list(older.lists.get(name), one)}
        self._describer = Describer(difference.space, same, language)
        self._parts = PartWords(older, newer, language)

    @property
    def headline(self) -> str:
        """The one sentence that says what changes."""
        found = self.difference
        if found.unsaid:
            return " ".join(filter(None, (self._of_proposal(), self._unsaid(found.unsaid))))
        if not found.number:
            return self.word("impossible")
        if found.outcomes:
            return self._changes(found.outcomes)
        if not found.is_equivalent:
            return self.word("same_proposal")
        return self.word("only_words" if found.parts else "same")

    def _of_proposal(self) -> str:
        """What becomes of the proposal, where not everything was worked out."""
        found = self.difference
        if found.outcomes:
            return self._changes(found.outcomes)
        return "" if Unsaid.PROPOSAL in found.unsaid else self.word("same_alone")

    def _unsaid(self, unsaid: Sequence[Unsaid]) -> str:
        return self.word("unsaid", "; ".join(self.word(f"unsaid_{one}") for one in unsaid))

    def _changes(self, outcomes: Sequence[OutcomeChange]) -> str:
        def number(*, stricter: bool) -> int:
            return sum(
                change.region.number
                for change in outcomes
                if (change.becomes.severity > change.was.severity) is stricter
            )

        total = self.difference.number
        sides = [("stricter", number(stricter=True)), ("milder", number(stricter=False))]
        there = [(key, count) for key, count in sides if count]
        said = [self.word(key, self.share(count / total)) for key, count in there]
        if len(there) == 1:
            said = [self.word(f"all_{there[0][0]}")]
        changed = sum(count for _, count in sides)
        return self.word("changes", self.share(changed / total), self.word("and").join(said))

    def outcome(self, outcome: Outcome) -> str:
        """An outcome as it is named everywhere."""
        return OUTCOMES[outcome].in_(self._language)

    def pair(self, change: OutcomeChange) -> str:
        """What the proposal was and becomes."""
        return self.word("pair", self.outcome(change.was), self.outcome(change.becomes))

    def size(self, region: Region) -> str:
        """How large a region is."""
        return self.word("size", self.share(region.share), self.number(region.number))

    def opening(self, change: OutcomeChange, cover: Cover) -> str:
        """Of which cases the descriptions below it are said."""
        named = change.was if cover.among == WAS else change.becomes
        key = cover.among or "alone"
        return self.word(key if cover.pieces[0].box else f"all_{key}", self.outcome(named))

    def descriptions(self, cover: Cover) -> list[str]:
        """Each box as a clause; the last one says what stands in none."""
        found = [self._describer.say(piece.box) for piece in cover.pieces if piece.box]
        return [*found, self.word("rest", self.share(cover.rest))] if cover.rest else found

    def only_open(self, region: Region) -> str:
        """That it is so only while questions are open; nothing where it is so of answered cases."""
        return self.word("only_open") if region.only_open else ""

    def witness(self, region: Region) -> list[str]:
        """An example case, one answer a clause."""
        return self._describer.answers(region.witness) or [self.word("nothing_known")]

    def parts(self) -> Iterator[tuple[str, list[Told]]]:
        """Everything beside the proposal that differs, by sort of part, with the name of the sort."""
        told: dict[tuple[str, str], Told] = {}
        for part in self.difference.parts:
            told[part.key.part, part.key.name] = self._told(part)
        for rule in self.difference.rules:
            where = rule.key.part, rule.key.name
            known = told.get(where) or self._bare(Key(*where))
            state = "changed" if known.state == "words" else known.state
            told[where] = replace(known, state=state, lines=(*known.lines, *self._where(rule)))
        for one in self.difference.types:
            where = "facts", one.fact
            words = self.word("type", one.was, one.becomes)
            known = told.get(where) or self._bare(Key(*where))
            told[where] = replace(known, state="changed", lines=(words, *known.lines))
        for part_name, title in PARTS.items():
            ofsort = [one for (part, _), one in told.items() if part == part_name]
            if ofsort:
                yield title.in_(self._language), ofsort

    def _told(self, part: ChangedPart) -> Told:
        return replace(self._bare(part.key), state=part.state, lines=tuple(self._parts.lines(part)))

    def _bare(self, key: Key) -> Told:
        title = self._parts.title(key.part, key.name)
        return Told(key=key, title=title, state="changed", lines=())

    def _where(self, rule: RuleChange) -> Iterator[str]:
        """Where a rule comes to hold and where it no longer does, each with an example case."""
        for key, region in (("gained", rule.gained), ("lost", rule.lost)):
            if region is not None and (key == "gained" or not self._is_said(rule)):
                example = self.word("example", "; ".join(self.witness(region)))
                yield f"{self._rule(rule, key, region)} ({example})"

    def _rule(self, rule: RuleChange, key: str, region: Region) -> str:
        value: tuple[str, ...] = ()
        if rule.key.value is not None:
            found = self.difference
            kader = found.newer if rule.key.name in found.newer.facts else found.older
            value = (kader.facts[rule.key.name].say(rule.key.value, self._language),)
            key = f"value_{key}"
        if not region.whole.pieces[0].box:
            return self.word(f"{key}_always", *value)
        where = self.word("or").join(self._describer.say(one.box) for one in region.whole.pieces)
        if region.whole.rest:
            where += self.word("more", self.share(region.whole.rest))
        return self.word(key, *value, where)

    def _is_said(self, rule: RuleChange) -> bool:
        """Whether all that a derived fact no longer is, is said as what it becomes."""
        if rule.key.value is None:
            return False
        same = [one for one in self.difference.rules if one.key[:2] == rule.key[:2]]
        gained, lost = (
            sum(region.number for region in regions if region)
            for regions in ([one.gained for one in same], [one.lost for one in same])
        )
        return gained == lost

    def share(self, share: float) -> str:
        """A share as a percentage; what is nearly nothing or nearly all is not rounded to it."""
        if 0 < share < _SMALL:
            return self.word("less", self._percent(_SMALL))
        if 1 - _SMALL < share < 1:
            return self.word("nearly", self._percent(1))
        return self._percent(share)

    def _percent(self, share: float) -> str:
        words = f"{share * 100:.1f}".removesuffix(".0")
        return f"{words}%" if self._language.startswith("en") else f"{words.replace('.', ',')}%"

    def number(self, number: int) -> str:
        """A number with its thousands apart."""
        words = f"{number:,}"
        return words if self._language.startswith("en") else words.replace(",", ".")

    def word(self, key: str, *args: str) -> str:
        """A sentence of this page in its language."""
        return _WORDS[key].in_(self._language).format(*args)


def _is_same_list(one: object, other: object) -> bool:
    items = [getattr(listing, "items", None) for listing in (one, other)]
    if None in items:
        return False
    before, after = ([option.code for option in options] for options in items if options is not None)
    return before == after
