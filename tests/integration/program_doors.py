"""What holds at the doors of an activity for programs, wherever they read and write there."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from openkader.api import pace
from openkader.casework.permissions import HouseHand
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register import models, services
from openkader.register.accounts import Post
from openkader.register.limits import Limit
from openkader.register.tokens import TokenEntry
from tests.integration.program_house import a_program
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal
from tests.web_pages import PASSWORD

READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
Writes = Mapping[str, Callable[[Client], Any]]


def of_a_request(activity: str) -> None:
    """An activity comes of a request of the team from now on."""
    row = models.Activity.objects.get(reference=activity)
    row.request = models.Request.objects.create(
        reference="V-9",
        year=row.year,
        title_nl="Bedacht",
        title_en="Made up",
        recorded_at=row.recorded_at,
        recorded_by="test",
        team="china",
    )
    row.save(update_fields=["request"])


def who_may_not_write_writes_nothing(writes: Writes, reads: Iterable[str]) -> None:
    """Neither by another token, nor in another role, nor without; who judges reads."""
    reader, judge = a_program(READ, HAND_IN), a_program(WORK, role=AccountRole.EVALUATOR, name="other")
    leaver, before = a_program(HAND_IN, name="third"), everything()
    for name, write in writes.items():
        assert refusal(write(reader)) == (403, "token.out-of-scope"), name
        assert refusal(write(judge)) == (403, "role.work"), name
        assert refusal(write(Client())) == (401, "token.unknown"), name
    for path in reads:
        assert judge.get(path).status_code == 200, path
        assert refusal(leaver.get(path)) == (403, "token.out-of-scope"), path
        assert refusal(Client().get(path)) == (401, "token.unknown"), path
    assert {one for one, count in everything().items() if before[one] != count} == set()


def what_may_not_be_seen_is_not_there(writes: Writes, reads: Iterable[str]) -> None:
    """For another team; of who may see it the trail tells, once for each address."""
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger, before = a_program(WORK, team="elders"), everything()
    for name, write in writes.items():
        assert refusal(write(stranger)) == (404, "activity.not-found"), name
    for path in reads:
        assert refusal(stranger.get(path)) == (404, "activity.not-found"), path
    assert everything() == before
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    for count, path in enumerate(reads, start=1):
        assert auditor.get(path).status_code == 200, path
        assert models.AuditEvent.objects.filter(action="dossier.read").count() == count, path


def who_sends_too_much_waits(writes: Writes, monkeypatch: pytest.MonkeyPatch) -> None:
    """After as much as a token may leave in a minute."""
    client = a_program(WORK)
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    for name, write in writes.items():
        assert refusal(write(client)) == (429, "interface.too-many"), name


def _secret() -> str:
    settings.ALLOWED_HOSTS = ["testserver"]
    hand: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": timezone.now()}
    services.open_account("colleague", PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **hand)
    last = timezone.localdate() + timedelta(days=1)
    return services.open_token(
        TokenEntry(account="colleague", name="x", scopes=(WORK,), ends_on=last), **hand
    )


@dataclass(frozen=True, slots=True)
class ProgramsAtOnce:
    """In a script of an installation: programs of one account that all begin at the same moment."""

    secret: str = field(default_factory=_secret)

    def client(self) -> Client:
        """One of them."""
        return Client(headers={"authorization": f"Bearer {self.secret}"})

    def send(self, acts: Iterable[Callable[[Client], Any]]) -> list[int]:
        """What they heard, the lowest status first."""
        several, heard = list(acts), list[int]()
        start = threading.Barrier(len(several))

        def go(act: Callable[[Client], Any]) -> None:
            mine = self.client()
            start.wait()
            heard.append(act(mine).status_code)

        threads = [threading.Thread(target=go, args=[act]) for act in several]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        return sorted(heard)
