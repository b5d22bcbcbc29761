"""What was chosen becomes public by a second person, and is taken down by one."""

from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.casework.permissions import Act
from openkader.casework.publishing import may_publish, may_revoke, only_chosen
from openkader.register.chain import fingerprint
from openkader.register.hand import require, writing
from openkader.register.models import (
    PublicationDraft,
    PublicationRelease,
    PublicationRevocation,
)
from openkader.register.publication_entries import ReleaseEntry, RevocationEntry
from openkader.register.publishing.stored import (
    content_of,
    draft_of,
    newest_draft,
    newest_release,
    publication_for_update,
    shown_digest,
    stand_of,
    words_in,
)


def publish(entry: ReleaseEntry, *, by: str, now: datetime) -> int:
    """Freeze what was chosen, as it was seen; again by the same hand, as by a second click, is that version.

    What happens to the dossier after this changes nothing of what is public, until it is published anew.
    """
    with writing(by=by, now=now, act=Act.PUBLISH) as hand:
        hand.keeps_lines = False
        row, offer = publication_for_update(entry.publication, hand.person)
        stored, former = newest_draft(row), newest_release(row.reference)
        stand = stand_of(stored, former)
        is_done = former is not None and not (stand.is_ahead or stand.is_revoked)
        if former is not None and is_done and (former.draft, former.by) == (entry.draft, by):
            return int(former.version)
        if stored is None:
            raise Refused(Refusal("publication.nothing-new"))
        draft = draft_of(stored)
        require(may_publish(stand, draft, offer.as_rule, by))
        content, keys = content_of(draft, offer)
        require(only_chosen(keys, draft))
        if (stored.number, shown_digest(stored.number, content)) != (entry.draft, entry.shown):
            raise Refused(Refusal("publication.meanwhile"))
        version = former.version + 1 if former else 1
        release = _release(stored, content, offer.is_fictional)
        release.reference, release.version, release.at, release.by = row.reference, version, now, by
        release.kind = row.kind
        release.save()
        hand.log(
            "publication.published",
            "publication",
            row.reference,
            row.dossier,
            number=version,
            draft=stored.number,
            sha256=release.seal,
        )
    return int(version)


def _release(stored: PublicationDraft, content: dict[str, object], is_fictional: bool) -> PublicationRelease:
    said: dict[str, object] = {
        "category": stored.category,
        "title": stored.title,
        "summary": stored.summary,
        "content": content,
        "fictional": is_fictional,
    }
    return PublicationRelease(
        **said,
        draft=stored.number,
        words=words_in(stored.title, stored.summary, content),
        seal=fingerprint(said),
    )


def revoke_publication(entry: RevocationEntry, *, by: str, now: datetime) -> None:
    """Take it down at once; one person may, as what should not be public cannot wait for a second."""
    with writing(by=by, now=now, act=Act.REVOKE_PUBLICATION) as hand:
        hand.keeps_lines = False
        row, _offer = publication_for_update(entry.publication, hand.person)
        release = newest_release(row.reference)
        require(may_revoke(stand_of(newest_draft(row), release), entry.reason))
        assert release is not None  # noqa: S101 - it is public
        PublicationRevocation.objects.create(release=release, reason=entry.reason.strip(), at=now, by=by)
        hand.log("publication.revoked", "publication", row.reference, row.dossier)
