"""Agreements, and what each of their services needs, for the tests of the register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.agreements import (
    ClauseStated,
    PartyStated,
    Side,
    Stated,
    Term,
    TermKind,
    Whose,
)
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AgreementStatus, PartyKind
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.agreement_entries import DeedEntry, EndEntry, NewAgreementEntry
from openkader.register.entries import PartyEntry
from openkader.register.intake_entries import MailEntry
from openkader.register.models import Party

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
PAST = Period.day(date(2025, 5, 12))
ALONE = "OVK-2025-1"
OTHERS = PartyStated(side=Side.OTHER, description=Text(nl="provincie Hebei", en="Province of Hebei"))
SAID = ClauseStated(topic="human_rights", is_in=True, words="Partijen achten de mensenrechten.")
MEMO = Stated(
    form="mou",
    status=AgreementStatus.SIGNED,
    title=Text(nl="Samenwerking tuinbouw", en="Cooperation in horticulture"),
    whose=Whose.OWN,
    country="CN",
    on=PAST,
    term=Term(kind=TermKind.UNTIL, until=date(2030, 9, 30)),
    parties=(PartyStated(side=Side.OWN, party="P-1"), OTHERS),
    clauses=(SAID, ClauseStated(topic="level_playing_field", is_in=False)),
)
INTENDED = replace(MEMO, status=AgreementStatus.INTENDED, on=None)
LONGER = replace(
    MEMO, on=Period.day(date(2030, 4, 1)), term=Term(kind=TermKind.UNTIL, until=date(2035, 9, 30))
)
MAIL = MailEntry(purpose="agreement", to="anna@example.nl", subject="Herinnering", text="Denk eraan.")


def a_party(reference: str = "P-1") -> str:
    return services.record_party(
        PartyEntry(reference=reference, kind=PartyKind.GOVERNMENT, name="Provincie Fictief"), **HAND
    )


def new(stated: Stated = MEMO, key: str = "k-1", **more: Any) -> NewAgreementEntry:
    return NewAgreementEntry(key=key, prefix="OVK", stated=stated, **more)


def agreed(assessor: Assessor, stated: Stated = MEMO, **more: Any) -> str:
    if not Party.objects.filter(reference="P-1").exists():
        a_party()
    hand = {**HAND, **more.pop("hand", {})}
    file = more.pop("file", None)
    return services.record_agreement(new(stated, **more), kader=assessor.kader, file=file, **hand)


def deed(stated: Stated = LONGER, agreement: str = ALONE, seen: int = 1, **more: Any) -> DeedEntry:
    plain = {"evaluation": "Zeven bezoeken, twee proefkassen."}
    return DeedEntry(agreement=agreement, seen=seen, stated=stated, **{**plain, **more})


def end(status: AgreementStatus = AgreementStatus.NOT_RENEWED, **more: Any) -> EndEntry:
    plain = {
        "agreement": ALONE,
        "seen": 1,
        "on": Period.day(date(2030, 4, 30)),
        "evaluation": "Er kwam weinig van.",
    }
    return EndEntry(status=status, **{**plain, **more})


def _there(
    act: Callable[[Assessor], object], stated: Stated = MEMO
) -> Callable[[Assessor, Path], Callable[[], object]]:
    def prepare(assessor: Assessor, _: Path) -> Callable[[], object]:
        agreed(assessor, stated, key="prepared")
        return lambda: act(assessor)

    return prepare


def _recording(assessor: Assessor, _: Path) -> Callable[[], object]:
    a_party()
    return lambda: agreed(assessor)


def corrected(assessor: Assessor) -> int:
    entry = deed(replace(MEMO, country="KR"), reason="Het land klopte niet.", evaluation=None)
    return services.correct_agreement(entry, kader=assessor.kader, **HAND)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "record_agreement": _recording,
    "sign_agreement": _there(
        lambda assessor: services.sign_agreement(deed(agreement="OVK-2030-1"), kader=assessor.kader, **HAND),
        INTENDED,
    ),
    "renew_agreement": _there(
        lambda assessor: services.renew_agreement(deed(), kader=assessor.kader, **HAND)
    ),
    "correct_agreement": _there(corrected),
    "end_agreement": _there(lambda _: services.end_agreement(end(), **HAND)),
    "give_agreement": _there(lambda _: services.give_agreement(ALONE, "anna", **HAND)),
    "remind_of_agreement": _there(lambda _: services.remind_of_agreement(ALONE, "anna", MAIL, **HAND)),
}
