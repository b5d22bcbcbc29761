"""A region of cases said in few boxes, and a case of it with few answers.

A box lets each question have one of some answers, independently of the others. The cover is
greedy: a case that no box has yet, every question left out that can be, the others as wide as
they go. No box can be made larger; that there are no fewer boxes is not proved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from openkader.kader.facts import Facts
from openkader.kader.soundness.diagrams import Assignment, Diagram
from openkader.kader.soundness.domains import Classes, Domain, Groups, Space
from openkader.kader.soundness.nearest import nearest

Box: TypeAlias = Mapping[int, frozenset[int]]  # variable -> its classes; a variable that is absent may be any
_UNANSWERED = 100.0  # what it costs that a case leaves a question open
_ONE_MORE = 0.01  # and that it has the next class of a question instead of the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One box of a region, and which share of the region it has."""

    box: Box
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A region said in boxes; `rest` is the share of it that stands in none of them.

    With `among` it is said of these cases alone, which takes fewer words: of the cases that will be
    referred, those with a confirmed hit. What lies outside them may then stand in a box.
    """

    pieces: tuple[Piece, ...]
    rest: float
    among: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Cases with something in common: how many, one of them, and which.

    `share` is of all cases that can be. `whole` says them by themselves, `short` in the fewest words.
    `only_open` says that in each of them some question is not answered.
    """

    number: int
    share: float
    witness: Facts
    whole: Cover
    short: Cover
    only_open: bool


class Atlas:
    """The regions of the cases that can be."""

    def __init__(self, space: Space, possible: Diagram) -> None:
        self.space, self.possible = space, possible
        self._diagrams = space.diagrams
        self._apart = space.apart()
        self._answered = space.answered()
        self.number = self._number(possible)

    def counted(self, where: Diagram) -> int:
        """In how many cases this is so, of those that can be."""
        return self._number(self._diagrams.both(where, self.possible))

    def region(
        self, where: Diagram, most: int, among: Mapping[str, Diagram] = MappingProxyType({})
    ) -> Region | None:
        """The cases where this is so, in so many boxes at most; None where there is none.

        `among` are larger sets of cases, by name, of which the region may be said instead of by itself.
        """
        diagrams = self._diagrams
        cases = diagrams.both(where, self.possible)
        if cases == diagrams.never:
            return None
        whole = self._cover(cases, self.possible, most)
        named = [
            replace(self._cover(cases, self._diagrams.both(one, self.possible), most), among=name)
            for name, one in among.items()
        ]
        number = self._number(cases)
        return Region(
            number=number,
            share=number / self.number,
            witness=self._witness(cases),
            whole=whole,
            short=min((whole, *named), key=self._words),
            only_open=diagrams.both(cases, self._answered) == diagrams.never,
        )

    def _words(self, cover: Cover) -> tuple[float, int]:
        """What is left unsaid, and how many answers the rest takes."""
        return cover.rest, sum(1 + len(piece.box) for piece in cover.pieces)

    def _number(self, where: Diagram) -> int:
        return self._diagrams.number(self._diagrams.both(where, self._apart))

    def _cover(self, cases: Diagram, of: Diagram, most: int) -> Cover:
        """Boxes that hold these cases and no others of a larger set.

        What is not of that set may stand in a box: it makes the box larger and says nothing that is not so.
        """
        outside = self._diagrams.both(of, self._diagrams.inverse(cases))
        boxes: list[Box] = []
        left = cases
        while len(boxes) < most and (case := self._case(left)) is not None:
            box = self._fitted(self._grown(case, outside), cases)
            boxes.append(box)
            left = self._without(left, [box])
        number = self._number(cases)
        pieces = (
            Piece(box=box, share=self._number(self._diagrams.both(cases, self.inside(box))) / number)
            for box in self._needed(boxes, cases, left)
        )
        return Cover(
            pieces=tuple(sorted(pieces, key=lambda piece: -piece.share)), rest=self._number(left) / number
        )

    def _needed(self, boxes: list[Box], cases: Diagram, left: Diagram) -> list[Box]:
        """An earlier box may lie within those that came after it."""
        for box in tuple(boxes):
            others = [other for other in boxes if other is not box]
            if self._without(cases, others) == left:
                boxes = others
        return boxes

    def _without(self, cases: Diagram, boxes: Iterable[Box]) -> Diagram:
        for box in boxes:
            cases = self._diagrams.both(cases, self._diagrams.inverse(self.inside(box)))
        return cases

    def inside(self, box: Box) -> Diagram:
        """True for the cases of the box."""
        found = self._diagrams.always
        for variable in sorted(box, reverse=True):
            found = self._diagrams.both(self._diagrams.within(variable, tuple(box[variable])), found)
        return found

    def _case(self, cases: Diagram) -> Assignment | None:
        """A case with as many answers as there can be."""
        open_ = {domain.first: unanswered(domain) for domain in self.space.domains.values()}

        def cost(variable: int, place: int) -> float:
            return _UNANSWERED if open_.get(variable) == place else place * _ONE_MORE

        return nearest(self._diagrams, cases, wanted=True, cost=cost)

    def _witness(self, cases: Diagram) -> Facts:
        """A case with answers to the questions that matter to it, and if it can be to no others."""
        case = self._case(cases)
        assert case is not None  # noqa: S101 - there are cases
        facts = self.space.case(case)
        outside = self._diagrams.both(self.possible, self._diagrams.inverse(cases))
        matter = {self.space.facts[variable] for variable in self._grown(case, outside)}
        few = {name: value if name in matter else None for name, value in facts.items()}
        is_one = self._diagrams.fixed(cases, self.space.place(few)) == self._diagrams.always
        return few if is_one else facts

    def _grown(self, case: Assignment, outside: Diagram) -> dict[int, frozenset[int]]:
        """The box around a case that cannot be larger; of two, the one that asks fewer questions."""
        names = tuple(self.space.domains)
        found = (self._in_order(case, outside, order) for order in (names, names[::-1]))
        return min(found, key=lambda box: len({self.space.facts[variable] for variable in box}))

    def _in_order(
        self, case: Assignment, outside: Diagram, order: tuple[str, ...]
    ) -> dict[int, frozenset[int]]:
        box = self._around(case, self._diagrams.asked(outside))
        for name in order:
            smaller = {variable: held for variable, held in box.items() if self.space.facts[variable] != name}
            if len(smaller) < len(box) and not self._meets(outside, smaller):
                box = smaller
        for variable in tuple(box):
            self._widen(box, variable, outside)
        return box

    def _around(self, case: Assignment, asked: Iterable[int]) -> dict[int, frozenset[int]]:
        """The case itself as a box, in the questions that make a difference."""
        box: dict[int, frozenset[int]] = {}
        for name in {self.space.facts[variable] for variable in asked}:
            domain = self.space.domains[name]
            is_open = case[domain.first] == unanswered(domain)
            number = 1 if is_open else len(domain.sizes)
            for variable in range(domain.first, domain.first + number):
                box[variable] = frozenset((case[variable],))
        return box

    def _widen(self, box: dict[int, frozenset[int]], variable: int, outside: Diagram) -> None:
        """All classes of a variable with which the box stays where it has to."""
        domain = self.space.domains[self.space.facts[variable]]
        if isinstance(domain, Groups) and variable == domain.first:
            return  # unanswered and answered with some options make no box together
        for place in range(self._diagrams.sizes[variable]):
            wider = box[variable] | {place}
            if len(wider) > len(box[variable]) and not self._meets(outside, {**box, variable: wider}):
                box[variable] = wider
        if len(box[variable]) == self._diagrams.sizes[variable]:
            del box[variable]

    def _fitted(self, box: Box, cases: Diagram) -> Box:
        """The box without the answers that none of its cases has, where that takes no more words."""
        fitted = dict(box)
        for variable, widest in box.items():
            domain = self.space.domains[self.space.facts[variable]]
            if isinstance(domain, Classes):
                least = frozenset(
                    place for place in widest if self._meets(cases, {**fitted, variable: frozenset((place,))})
                )
                fitted[variable] = _said_shortest(domain, least, widest)
        return fitted

    def _meets(self, where: Diagram, box: Box) -> bool:
        """Whether it is so in some case of the box."""
        seen: set[Diagram] = set()
        waiting = [where]
        while waiting:
            one = waiting.pop()
            if self._diagrams.is_end(one):
                if one == self._diagrams.always:
                    return True
            elif one not in seen:
                seen.add(one)
                variable, branches = self._diagrams.steps(one)
                held = box.get(variable)
                waiting += branches if held is None else [branches[place] for place in held]
        return False


def unanswered(domain: Domain) -> int:
    """The class of the first variable of a question that says that nobody answered it."""
    return domain.sizes[0] - 1


def _said_shortest(domain: Classes, least: frozenset[int], widest: frozenset[int]) -> frozenset[int]:
    """Of the classes between two sets those that one test of the kader says, and else the fewest."""
    open_ = least & {unanswered(domain)}
    if len(least - open_) < 2:
        return least
    for place in range(len(domain.tests)):
        for wanted in (True, False):
            said = {at for tested, at in domain.places.items() if tested[place] is wanted}
            if least <= said | open_ <= widest:
                return frozenset(said | open_)
    return least
