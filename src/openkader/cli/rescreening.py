"""Screening again what the renewal of a list touches: after the renewal, and before any other work."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from openkader.base.errors import Unavailable
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.cli.house import steps_to_go
from openkader.cli.words import Screen
from openkader.register import services
from openkader.register.renewals import renewals, server_renewals
from openkader.register.screeners import screener
from openkader.register.screening_entries import Renewal
from openkader.screening.lists import Lists

BY = HouseHand("cli:lists")
TOUCHED = Text(
    nl="{list}: {touched} van de {parties} partijen worden opnieuw gescreend, {gone} treffers gelden niet meer.",
    en="{list}: {touched} of the {parties} parties are screened again, {gone} hits are no longer in force.",
)


def rescreen(lists: Lists, now: datetime, screen: Screen) -> None:
    """Queue whoever may be touched by what changed in the lists since the register last looked."""
    for renewal in _renewals(lists, now):
        opened = None if renewal.whole else screener()
        done = services.rescreen_after_list_update(renewal, opened, by=BY, now=now)
        if done.touched or done.hits_gone:
            text = TOUCHED.in_(screen.language)
            words = {"touched": done.touched, "parties": done.parties, "gone": done.hits_gone}
            screen.line(text.format(list=renewal.list, **words))


def _renewals(lists: Lists, now: datetime) -> list[Renewal]:
    """What changed since; of a server that cannot be reached nobody knows, and its answers will fail too."""
    if not settings.SCREENING_URL:
        return list(renewals(lists))
    try:
        return list(server_renewals(settings.SCREENING_DATASET, screener().lists, now))
    except Unavailable:
        return []


def rescreen_where_there_is_a_register(lists: Lists, now: datetime, screen: Screen) -> None:
    """The same after a renewal, for lists may be kept before there is a register; it catches up later."""
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        return
    if not steps_to_go():
        rescreen(lists, now, screen)
