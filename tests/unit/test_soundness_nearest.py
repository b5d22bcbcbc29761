"""The nearest case is as near as any case that can be tried."""

import pytest

from openkader.kader import Assessor
from openkader.kader.model import Outcome
from openkader.kader.soundness.meaning import Meaning, space_of
from openkader.kader.soundness.nearest import nearest
from tests.unit.small_kaders import every_case, small_kader


@pytest.mark.parametrize("seed", range(150))
def test_no_case_with_that_outcome_differs_in_fewer_classes(seed: int) -> None:
    kader = small_kader(seed)
    space = space_of(kader)
    assessor, outcome = Assessor(kader), Meaning(kader, space).outcome()
    cases = list(every_case(kader))
    here = space.place(cases[seed % len(cases)])

    def differs(variable: int, place: int) -> int:
        # Of a question that stays or becomes unanswered it does not matter what was chosen.
        return int(here.get(variable, 0) != place)

    for wanted in Outcome:
        tried = [space.place(facts) for facts in cases if assessor.assess(facts).outcome is wanted]
        distances = [sum(differs(variable, place) for variable, place in found.items()) for found in tried]
        found = nearest(space.diagrams, outcome, wanted, differs)
        if found is None:
            assert not tried
            continue
        assert sum(differs(variable, place) for variable, place in found.items()) == min(distances)
        assert assessor.assess(space.case(found)).outcome is wanted
