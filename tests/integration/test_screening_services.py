"""A delegation is screened, its hits are judged, and the register keeps every step."""

import pytest

from openkader.casework.screening import Verdict
from openkader.register import selectors, services
from tests.integration.screening_house import *

pytestmark = pytest.mark.django_db

def test_smoke() -> None:
    request = a_delegation()
    d = selectors.delegation(request)
    print(d)
    assert work(NEAR_WANG) == 3
    hit = the_hit()
    print(selectors.hit_page(hit))
    assert reviewed(hit, ("a", Verdict.TRUE), ("b", Verdict.TRUE)) == "confirmed"
    print(selectors.delegation(request))
    print(selectors.party_page("V-1-L1-2"))
    print([ (e.action, e.detail) for e in selectors.events(["V-1"])])
