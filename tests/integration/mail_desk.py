"""A desk that was asked by mail, and the worker that takes its answer in."""

from typing import Any

from django.utils import timezone

from openkader.casework.permissions import HouseHand
from openkader.kader import Assessor
from tests.integration import advice_house
from tests.integration.mail_house import QUESTION
from tests.integration.register_house import assessed


def asked_by_mail(assessor: Assessor) -> str:
    """A case of which a desk is asked for advice by mail: the advice."""
    case = assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")
    return advice_house.asked(assessor, case, mail=QUESTION)


def hand() -> dict[str, Any]:
    """The worker, now."""
    return {"by": HouseHand("cli:work"), "now": timezone.now()}
