"""Example cases: what a finding shows is shown with as few answers as it takes."""

from openkader.kader.facts import Facts
from openkader.kader.soundness.diagrams import Assignment, Diagram
from openkader.kader.soundness.domains import Space
from openkader.kader.soundness.nearest import nearest


def fewest_answers(space: Space, where: Diagram) -> Facts | None:
    """The case there with the fewest answers, without the questions that it leaves open; None where there is none."""
    found = assignment_there(space, where)
    return None if found is None else answers_of(space, found)


def assignment_there(space: Space, where: Diagram) -> Assignment | None:
    """The same as classes."""
    open_ = {one.first: one.sizes[0] - 1 for one in space.domains.values()}

    def cost(variable: int, place: int) -> float:
        """An answer costs one; of several options the fewer the better, and the first of a class before the next."""
        unanswered = open_.get(variable)
        return 0.01 * place if unanswered is None else float(place != unanswered)

    return nearest(space.diagrams, where, wanted=True, cost=cost)


def answers_of(space: Space, assignment: Assignment) -> Facts:
    """What was answered in a case."""
    return {name: value for name, value in space.case(assignment).items() if value is not None}
