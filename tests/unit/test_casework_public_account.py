"""Accounting in public: which meeting is overdue, and what may be kept of what was said."""

from dataclasses import replace
from datetime import date

import pytest

from openkader.casework.public_account import Accounted, Meeting, PublicDraft, accounted, may_keep
from openkader.casework.vocabulary import MeasureStatus, PublicKind

TODAY = date(2026, 3, 10)
MEETING = Meeting(office_holder=True, last_day=date(2026, 3, 4), term_days=5, accounts=0)
DRAFT = PublicDraft(title="Bericht", published_on=TODAY, url="https://example.nl/a?b=c#d")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, Accounted.OVERDUE),
        ({"last_day": date(2026, 3, 5)}, Accounted.WAITS),  # its term ends today
        ({"accounts": 1}, Accounted.GIVEN),
        ({"accounts": 1, "office_holder": None}, Accounted.GIVEN),
        ({"office_holder": False}, Accounted.NOT_OWED),
        ({"took_place": False}, Accounted.NOT_OWED),
        ({"took_place": None}, Accounted.UNKNOWN),
        ({"took_place": None, "last_day": date(2026, 3, 5)}, Accounted.WAITS),
        ({"office_holder": None}, Accounted.UNKNOWN),
        ({"last_day": None}, Accounted.UNKNOWN),
        ({"term_days": None}, Accounted.UNKNOWN),
        ({"measure": MeasureStatus.WAIVED}, Accounted.SET_ASIDE),
        ({"measure": MeasureStatus.NOT_APPLICABLE}, Accounted.SET_ASIDE),
        ({"measure": MeasureStatus.REPORTED}, Accounted.REPORTED),
        ({"measure": MeasureStatus.OPEN}, Accounted.OVERDUE),
        # Somebody closed the measure with other evidence: what was said in public is still not here.
        ({"measure": MeasureStatus.DONE}, Accounted.OVERDUE),
    ],
)
def test_only_what_certainly_waited_too_long_is_overdue(changes: dict[str, object], found: Accounted) -> None:
    assert accounted(replace(MEETING, **changes), TODAY) is found  # type: ignore[arg-type]


def test_media_are_no_account_of_ones_own() -> None:
    assert [kind for kind in PublicKind if not kind.is_own] == [PublicKind.MEDIA]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"url": "", "text": "De tekst."}, None),
        ({"url": "http://[::1]/a"}, None),
        ({"title": "  "}, "public-account.no-title"),
        ({"published_on": date(2026, 3, 11)}, "public-account.future"),
        ({"url": "", "text": " \n"}, "public-account.nothing-kept"),
        ({"url": "javascript:alert(1)"}, "public-account.bad-address"),
        ({"url": "data:text/html,x"}, "public-account.bad-address"),
        ({"url": "//example.nl/a"}, "public-account.bad-address"),
        ({"url": "https://"}, "public-account.bad-address"),
        ({"url": "https://bank.nl@kwaad.example/"}, "public-account.bad-address"),
        ({"url": "https://example.nl/\u202egnp.exe"}, "public-account.bad-address"),
        ({"url": "https://example.nl/a b"}, "public-account.bad-address"),
        ({"url": "https://[kapot/"}, "public-account.bad-address"),
    ],
)
def test_what_is_kept_can_be_found_and_followed(changes: dict[str, object], code: str | None) -> None:
    refusal = may_keep(replace(DRAFT, **changes), TODAY)  # type: ignore[arg-type]
    assert (refusal.code if refusal else None) == code
