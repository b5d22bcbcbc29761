"""Several people and workers at the same moment, on both kinds of database."""

import subprocess

import pytest

from tests.installation import Installation

OPENING = """
import sys, time
from datetime import UTC, datetime
from openkader.base.errors import OpenKaderError
from openkader.casework.delegation import Delegate
from openkader.casework.permissions import HouseHand
from openkader.casework.screening import CameAs, Verdict
from openkader.register import services
from openkader.register.screening_entries import DelegationEntry, ReviewEntry
from tests.integration.screening_house import *
def at_once(act):
    while time.time() < {start}:
        time.sleep(0.001)
    try:
        act()
    except OpenKaderError as error:
        print(type(error).__name__, error)
"""
CASE = "a_delegation(WANG); work(NEAR_WANG)"
REVIEW = """
entry = ReviewEntry(hit=the_hit(), seen=0, verdict=Verdict.{verdict}, reason="Fictief.")
at_once(lambda: services.review_hit(entry, by=HouseHand("cli:{by}"), now=NOW))
"""
LISTING = """
at_once(lambda: a_list(ZHAO if "{by}" == "a" else LI, seen=1))
"""
ASKING = """
at_once(lambda: services.request_screening(["V-1-L1-2", "V-1-L1-O2"], by=HouseHand("cli:{by}"), now=NOW))
"""


@pytest.fixture
def case(either: Installation) -> Installation:
    assert either.run("migrate").returncode == 0
    assert together(either, CASE) == [""]
    return either


def together(house: Installation, *codes: str) -> list[str]:
    """Run pieces of code at the same moment; what each was told."""
    import time

    start = time.time() + 4
    opening = OPENING.format(start=start if len(codes) > 1 else 0)
    processes: list[subprocess.Popen[str]] = [house.script(opening + code) for code in codes]
    said = []
    for process in processes:
        out, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
        said.append(out.strip())
    return sorted(said)


def test_of_two_who_judge_at_once_the_second_is_told(case: Installation) -> None:
    codes = [REVIEW.format(by=by, verdict=verdict) for by, verdict in (("a", "TRUE"), ("b", "FALSE"))]
    assert together(case, *codes) == ["", "Refused review.meanwhile"]
    assert case.sql("SELECT count(*) FROM register_review") == [(1,)]


def test_of_two_who_save_a_list_at_once_the_second_is_told(case: Installation) -> None:
    assert together(case, *(LISTING.format(by=by) for by in "ab")) == ["", "Refused delegation.meanwhile"]
    assert case.sql("SELECT max(version), count(*) FROM register_delegationlist") == [(2, 2)]


def test_a_double_click_on_save_is_one_version(case: Installation) -> None:
    assert together(case, *[LISTING.format(by="a")] * 3) == ["", "", ""]
    assert case.sql("SELECT max(version), count(*) FROM register_delegationlist") == [(2, 2)]


def test_who_is_asked_for_by_several_at_once_waits_once(case: Installation) -> None:
    assert together(case, *(ASKING.format(by=by) for by in "abc")) == ["", "", ""]
    query = "SELECT count(*) FROM register_screeningtask WHERE finished_at IS NULL"
    assert case.sql(query) == [(2,)]
    assert case.run("audit", "verify").returncode == 0
