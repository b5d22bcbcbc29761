"""Self-scans and those who take part, for the tests of their rules."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openkader.casework.self_scan import Company, Given, Reply, Scan, ScanForm, load_self_scan
from openkader.casework.waiving import Waiver

PACK = Path(__file__).resolve().parents[2] / "src/openkader/packs/zuid-holland"
FILE = (PACK / "self-scan.yaml").read_text(encoding="utf-8")
TODAY = date(2030, 5, 1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def a_form() -> ScanForm:
    return load_self_scan(PACK)


def whole(form: ScanForm, reply: Reply = Reply.IN_PLACE, reason: str = "") -> dict[str, Given]:
    return {question.id: Given(reply, reason) for question in form.questions}


def a_scan(**changes: Any) -> Scan:
    return replace(Scan(asked_on=TODAY - WEEK, due_on=TODAY + WEEK), **changes)


def handed_in(on: date = TODAY - DAY, until: date = TODAY + 30 * DAY) -> Scan:
    return a_scan(handed_in_on=on, valid_until=until)


def a_company(name: str = "Fictief", **changes: Any) -> Company:
    return replace(Company(party=f"P-{name}", name=name), **changes)


def a_group(number: int | None = 18) -> Company:
    return Company(party=None, name="bedrijven", number=number, is_certain=False)


def a_waiver(until: date = TODAY, *, is_agreed: bool = True) -> Waiver:
    return Waiver(by="adviseur", expires_on=until, is_agreed=is_agreed)
