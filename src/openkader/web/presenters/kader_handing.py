"""A kader that goes to or comes from another organisation, in words: whose it is, and by which key that is known."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.kader import Severity
from openkader.publication.kader_files import Received, shown
from openkader.register.draft_kaders import findings_of
from openkader.register.kader_key import kader_key_fingerprint
from openkader.register.selectors.kader_versions import DraftFile, DraftRow, OriginRow, WithdrawalRow
from openkader.web.presenters.kader_studio import shown_draft
from openkader.web.shell import language, shown_moment


def shown_received(found: Received, before: Sequence[OriginRow]) -> dict[str, object]:
    """Whose it says to be, what the signature proves, and what the check finds."""
    findings = findings_of(found.kader)
    return {
        "file": found.file_name,
        "kader": found.kader.id,
        "publisher": found.publisher,
        "fingerprint": shown(found.fingerprint),
        "known": _known(found.fingerprint, before),
        "errors": [one.text.in_(language()) for one in findings if one.severity is Severity.ERROR],
        "warnings": sum(one.severity is Severity.WARNING for one in findings),
        "files": len(found.texts),
    }


def shown_origin(row: OriginRow) -> dict[str, object]:
    """Where a draft came from."""
    return {
        "publisher": row.publisher,
        "kader": row.kader,
        "of_words": row.of_words,
        "fingerprint": shown(row.fingerprint),
        "file": row.file_name,
        "by": row.by,
        "at": shown_moment(row.at),
    }


def shown_ends(found: DraftFile) -> dict[str, object]:
    """Where a draft came from, and whether and why nobody goes on with it."""
    return {
        "origin": shown_origin(found.origin) if found.origin else None,
        "withdrawal": shown_withdrawal(found.withdrawal) if found.withdrawal else None,
        "is_closed": found.closed is not None,
    }


def shown_withdrawal(row: WithdrawalRow) -> dict[str, object]:
    """Why, by whom and when a draft was withdrawn."""
    return {"reason": row.reason, "by": row.by, "at": shown_moment(row.at)}


def shown_withdrawn(found: Sequence[tuple[DraftRow, WithdrawalRow]]) -> list[dict[str, object]]:
    """The drafts with which nobody goes on."""
    return [{**shown_draft(draft), "withdrawn": shown_withdrawal(row)} for draft, row in found]


def _known(fingerprint: str, before: Sequence[OriginRow]) -> str:
    """What this installation knows of a key: its own, one that was seen before, or nothing."""
    if fingerprint == kader_key_fingerprint():
        return _("That is the key of this installation itself.")
    if before:
        words = {"publisher": before[0].publisher, "at": shown_moment(before[0].at)}
        return _("With this key a kader of ‘%(publisher)s’ was taken over before, on %(at)s.") % words
    return _(
        "This installation does not know this key. Ask the sender by another way than the file, for "
        "instance by telephone, to read out these 64 signs, and compare them."
    )
