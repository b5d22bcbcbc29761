"""Publications for their pages: one that is public, one that waits, and one that was revoked; all of it made up."""

from dataclasses import replace
from datetime import datetime

from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.publishing import Category, Choice, Chosen, Draft, Subject
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.publication_entries import (
    NewPublicationEntry,
    PublicationDraftEntry,
    ReleaseEntry,
    RevocationEntry,
)
from openkader.register.publishing.drafted import publication_file
from tests.functional.filled_agreements import ENDS

BY, OTHER = HouseHand("cli:tests"), HouseHand("cli:tests-2")
SHOWN = Chosen(choice=Choice.PUBLISH)
PUBLIC = f"{ENDS}-W1"


def fill_publications(activity: str, now: datetime) -> None:
    """Of the agreement that ends, which is public, and of an activity, which was revoked."""
    draft = Draft(
        title="Bedachte samenwerking over tuinbouw",
        summary="Een bedachte afspraak, om mee te oefenen.",
        category=Category.AGREEMENTS,
        choices={
            "title": SHOWN,
            "country": SHOWN,
            "signed": SHOWN,
            "file:1": SHOWN,
            "until": Chosen(choice=Choice.WITHHOLD, ground="5.1.2.a"),
        },
        is_cleared=True,
    )
    _publish(ENDS, Subject.AGREEMENT, draft, now)
    visit = replace(draft, title="Bedacht bezoek", category=None, choices={"kind": SHOWN})
    reference = _publish(activity, Subject.ACTIVITY, visit, now)
    services.revoke_publication(RevocationEntry(publication=reference, reason="Bedacht."), by=BY, now=now)


def _publish(subject: str, kind: Subject, draft: Draft, now: datetime) -> str:
    reference = services.start_publication(NewPublicationEntry(kind=kind, subject=subject), by=BY, now=now)
    _add(reference, now)
    entry = PublicationDraftEntry(publication=reference, seen=0, draft=draft)
    services.save_publication_draft(entry, by=BY, now=now)
    found = publication_file(reference, HOUSE)
    release = ReleaseEntry(publication=reference, draft=found.stand.draft, shown=found.shown)
    services.publish(release, by=OTHER, now=now)
    return reference


def _add(reference: str, now: datetime) -> None:
    paper = DocumentEntry(name="bedacht.txt", content=b"Een bedachte afspraak.")
    services.add_publication_file(reference, paper, by=BY, now=now)
