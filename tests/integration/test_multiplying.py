"""The benchmark of a large register makes it from a small one: each case so many times, on days of their own."""

import json

import pytest

from tests.installation import Installation

_TIMES = 3
_COPY = f"""
import sys
sys.argv = ["multiplying", "--times", "{_TIMES}"]
from benchmarks.load.multiplying import main
main()
"""
_COUNT = """
import json
from openkader.register.models import CaseLine, CasePartyWord, Request
print(json.dumps({
    "cases": Request.objects.count(),
    "numbers": Request.objects.values("reference").distinct().count(),
    "words": CasePartyWord.objects.count(),
    "days": CaseLine.objects.filter(due_on__year__lt=9999).values("due_on").distinct().count(),
}))
"""


def told(house: Installation, code: str) -> dict[str, int]:
    said, wrong = house.script(code).communicate(timeout=240)
    assert said, wrong
    return dict(json.loads(said))


@pytest.mark.parametrize("template", ["postgresql"], indirect=True)
def test_each_case_comes_so_many_times_and_no_two_have_one_number(filled: Installation) -> None:
    before = told(filled, _COUNT)
    assert told(filled, _COPY) == {"requests": before["cases"] * _TIMES}
    after = told(filled, _COUNT)
    assert after["cases"] == after["numbers"] == before["cases"] * _TIMES
    assert after["words"] == before["words"] * _TIMES
    assert after["days"] > before["days"]
