"""Things to publish, and what each of the services of publication needs; all of it made up."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.agreements import PartyStated, Side
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.publishing import Category, Choice, Chosen, Draft, Subject
from openkader.casework.vocabulary import PartyKind
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.entries import PartyEntry
from openkader.register.publication_entries import (
    NewPublicationEntry,
    PublicationDraftEntry,
    ReleaseEntry,
    RevocationEntry,
)
from openkader.register.publishing.drafted import publication_file
from tests.integration.agreement_house import ALONE, HAND, MEMO, NOW, agreed

PERSON = "Zhang Weiming"
OTHER: dict[str, Any] = {"by": HouseHand("cli:decider"), "now": NOW}
PAPER = DocumentEntry(name="Afspraak.txt", content=b"Een bedachte afspraak.")
SHOWN = Chosen(choice=Choice.PUBLISH)
DRAFT = Draft(
    title="Samenwerking met Hebei over tuinbouw",
    summary="Wat de provincie afsprak, en tot wanneer.",
    category=Category.AGREEMENTS,
    choices={
        "title": SHOWN,
        "country": SHOWN,
        "party:P-1": SHOWN,
        "until": Chosen(choice=Choice.WITHHOLD, ground="5.1.2.a"),
    },
    is_cleared=True,
)


def an_agreement(assessor: Assessor) -> str:
    """A memorandum of the organisation with a province and a person of whom only the function should be known."""
    services.record_party(
        PartyEntry(
            reference="P-2",
            kind=PartyKind.PERSON,
            name=PERSON,
            function=Text(nl="gouverneur", en="governor"),
        ),
        **HAND,
    )
    signer = PartyStated(side=Side.OTHER, party="P-2")
    return agreed(assessor, replace(MEMO, parties=(*MEMO.parties, signer)))


def begun(assessor: Assessor) -> str:
    an_agreement(assessor)
    return started()


def started(subject: str = ALONE, kind: Subject = Subject.AGREEMENT, **hand: Any) -> str:
    return services.start_publication(NewPublicationEntry(kind=kind, subject=subject), **(HAND | hand))


def drafted(assessor: Assessor, draft: Draft = DRAFT) -> str:
    reference = begun(assessor)
    saved(reference, draft)
    return reference


def saved(reference: str, draft: Draft = DRAFT, seen: int = 0, **hand: Any) -> int:
    entry = PublicationDraftEntry(publication=reference, seen=seen, draft=draft)
    return services.save_publication_draft(entry, **(HAND | hand))


def to_release(reference: str) -> ReleaseEntry:
    found = publication_file(reference, HOUSE)
    return ReleaseEntry(publication=reference, draft=found.stand.draft, shown=found.shown)


def released(reference: str, **hand: Any) -> int:
    return services.publish(to_release(reference), **(OTHER | hand))


def public(assessor: Assessor, draft: Draft = DRAFT) -> str:
    reference = drafted(assessor, draft)
    released(reference)
    return reference


def revoked(reference: str, reason: str = "Er stond een naam in.", **hand: Any) -> None:
    entry = RevocationEntry(publication=reference, reason=reason)
    services.revoke_publication(entry, **(HAND | hand))


def _start(assessor: Assessor, _: Path) -> Callable[[], object]:
    an_agreement(assessor)
    return started


def _save(assessor: Assessor, _: Path) -> Callable[[], object]:
    reference = begun(assessor)
    return lambda: saved(reference)


def _publish(assessor: Assessor, _: Path) -> Callable[[], object]:
    reference = begun(assessor)
    saved(reference, **OTHER)
    entry = to_release(reference)
    return lambda: services.publish(entry, **HAND)


def _revoke(assessor: Assessor, _: Path) -> Callable[[], object]:
    reference = public(assessor)
    return lambda: revoked(reference)


def _add(assessor: Assessor, _: Path) -> Callable[[], object]:
    reference = begun(assessor)
    return lambda: services.add_publication_file(reference, PAPER, **HAND)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "start_publication": _start,
    "add_publication_file": _add,
    "save_publication_draft": _save,
    "publish": _publish,
    "revoke_publication": _revoke,
}
