"""Agreements for their pages: one that ends and has its document, and one that is only intended; both are made up."""

from datetime import datetime, timedelta

from django.utils import timezone

from openkader.base.text import Text
from openkader.casework.agreements import ClauseStated, PartyStated, Side, Stated, Term, TermKind, Whose
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AgreementStatus
from openkader.kader import Kader
from openkader.register import services
from openkader.register.agreement_entries import NewAgreementEntry
from openkader.register.documents import DocumentEntry

BY = HouseHand("cli:tests")
ENDS = "BEDACHT-2021-1"


def fill_agreements(kader: Kader, now: datetime) -> None:
    """Both stand on their own, so that they lead to no case of somebody else."""
    named = {side: Text(nl=f"Bedacht ({side})", en=f"Made up ({side})") for side in Side}
    ends = Stated(
        form="mou",
        status=AgreementStatus.SIGNED,
        title=Text(nl="Bedachte samenwerking", en="Made-up cooperation"),
        whose=Whose.OWN,
        country="CN",
        on=Period.year(2021),
        term=Term(kind=TermKind.UNTIL, until=timezone.localdate(now) + timedelta(days=40), years=None),
        parties=tuple(PartyStated(side=side, description=name) for side, name in named.items()),
        clauses=(
            ClauseStated(topic="human_rights", is_in=True, words="Bedachte bepaling."),
            ClauseStated(topic="level_playing_field", is_in=False),
        ),
    )
    intended = Stated(
        form="letter_of_intent",
        status=AgreementStatus.INTENDED,
        title=Text(nl="Bedacht voornemen", en="Made-up intention"),
    )
    file = DocumentEntry(name="bedacht.txt", content=b"Een bedachte overeenkomst.")
    for key, stated in (("bedacht-1", ends), ("bedacht-2", intended)):
        entry = NewAgreementEntry(key=key, prefix="BEDACHT", stated=stated)
        services.record_agreement(entry, kader=kader, by=BY, now=now, file=file if stated is ends else None)
