"""How the house is doing: what asks for attention, what waits, and what room there is. Nothing of any case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader import __version__
from openkader.register.mail_terms import HELD
from openkader.register.recovery.newest import NewestBackup
from openkader.register.replica import Following, ReplicaState
from openkader.register.selectors import Background
from openkader.screening.lists import ListState, Standing
from openkader.web.shell import day_words, shown_moment

# What waits that long waits for a worker that is not there.
PATIENCE = timedelta(hours=1)
BACKUP_TERM = timedelta(days=2)  # one that is made every night was missed
LEAST_FREE = 0.1  # of the disk
_SCANS = {
    None: gettext_lazy("none: files are not looked at for viruses (OPENKADER_CLAMD)"),
    True: gettext_lazy("looks at every file"),
    False: gettext_lazy("does not answer"),
}


_KEPT = {
    None: gettext_lazy("in the folder of the installation"),
    True: gettext_lazy("in a bucket, which can be reached"),
    False: gettext_lazy("in a bucket, which cannot be reached"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the house takes and has; without a disk that can be read nothing is known of it."""

    database: str
    database_bytes: int
    disk_bytes: int | None
    free_bytes: int | None
    trail: int
    scans: bool | None  # None where there is no virus scanner
    bucket: bool | None = None  # whether it can be reached; None where documents lie beside the database
    replica: ReplicaState | None  # None where there is none
    backup: NewestBackup | None  # None where none is known

    @property
    def is_short(self) -> bool:
        """Whether the disk is nearly full."""
        return bool(self.disk_bytes) and (self.free_bytes or 0) < LEAST_FREE * (self.disk_bytes or 0)


def asks_attention(
    found: Background, states: Sequence[ListState], room: Room, now: datetime
) -> list[dict[str, str]]:
    """What somebody has to look at, the gravest first, and where it stands on the page."""
    points = [
        *(("room", words) for words in _of_room(room)),
        *(("room", words) for words in _of_backup(room.backup, now)),
        *(("lists", words) for words in _of_lists(states, now)),
        *(("receivers", words) for words in _of_receivers(found)),
        *(("filings", words) for words in _of_filings(found)),
        *(("background", words) for words in _of_work(found, now)),
    ]
    return [{"url": f"#{place}", "words": words} for place, words in points]


def _of_room(room: Room) -> Iterator[str]:
    if room.bucket is False:
        yield _(
            "The bucket with documents cannot be reached. No document can be read or kept until it can; the log says "
            "why."
        )
    if room.scans is False:
        yield _("The virus scanner does not answer. No file is taken until it does: see whether clamd runs.")
    if room.replica is not None and room.replica.is_late:
        yield _(
            "The replica %(standing)s. Until that is mended the database itself is asked for everything."
        ) % {"standing": _replica(room.replica)}
    if room.is_short:
        yield _(
            "The disk is nearly full: %(free)s left. Documents and changes cannot be kept when it is."
        ) % {"free": filesizeformat(room.free_bytes or 0)}


def _of_backup(known: NewestBackup | None, now: datetime) -> Iterator[str]:
    if known is not None and now - known.made_at > BACKUP_TERM:
        yield _("The newest backup is of %(moment)s. See whether openkader backup make runs every night.") % {
            "moment": shown_moment(known.made_at)
        }
    if known is not None and known.holds is False:
        yield _(
            "The newest backup was tried and does not hold: the trail is broken, or documents are missing."
        )


def _of_lists(states: Sequence[ListState], now: datetime) -> Iterator[str]:
    """Lists that cannot be used, and those that grew old."""
    late = [one.id for one in states if one.standing(now) is not Standing.RENEWED]
    if late:
        yield ngettext(
            "This list was not renewed as it should be: %(lists)s.",
            "These lists were not renewed as they should be: %(lists)s.",
            len(late),
        ) % {"lists": ", ".join(late)}


def _of_receivers(found: Background) -> Iterator[str]:
    if found.held:
        yield ngettext(
            "%(count)s receiver of events does not answer. Ask whoever looks after it, and send again below.",
            "%(count)s receivers of events do not answer. Ask whoever looks after them, and send again below.",
            len(found.held),
        ) % {"count": len(found.held)}


def _of_filings(found: Background) -> Iterator[str]:
    if found.filings:
        yield ngettext(
            "%(count)s case does not stand in the case system as it should. Why is said below.",
            "%(count)s cases do not stand in the case system as they should. Why is said below.",
            len(found.filings),
        ) % {"count": len(found.filings)}


def _of_work(found: Background, now: datetime) -> Iterator[str]:
    if found.mails_held:
        yield ngettext(
            "%(count)s mail could not be sent. Look at the mail server, and send it again below.",
            "%(count)s mails could not be sent. Look at the mail server, and send them again below.",
            found.mails_held,
        ) % {"count": found.mails_held}
    waiting = (found.screening_since, found.untried_since, found.event_since)
    since = min((one for one in waiting if one), default=now)
    if now - since > PATIENCE:
        yield _("Work waits since %(moment)s. See whether the command openkader work runs.") % {
            "moment": shown_moment(since)
        }


def shown_background(found: Background) -> list[dict[str, object]]:
    """What waits, since when, and what could not be done."""
    held, retrying = found.held_since, found.mails_retrying
    return [
        {"label": _("Screenings that wait"), "value": _waiting(found.screenings, found.screening_since)},
        {
            "label": _("Mails that wait"),
            "value": _waiting(found.mails, found.mail_since),
            "note": ngettext(
                "%(count)s of them was tried before, and is tried again by itself.",
                "%(count)s of them were tried before, and are tried again by themselves.",
                retrying,
            )
            % {"count": retrying}
            if retrying
            else "",
        },
        {
            "label": _("Mails that could not be sent"),
            "value": str(found.mails_held),
            "note": _("Held until %(day)s; what they say and to whom is forgotten then.")
            % {"day": day_words((held + HELD).date())}
            if held
            else "",
        },
        {"label": _("Mails that were never sent, and forgotten"), "value": str(found.mails_forgotten)},
        {
            "label": _("Mails that did not arrive, in the last thirty days"),
            "value": str(found.mails_bounced),
            "note": _("Why stands at the dossier of each.") if found.mails_bounced else "",
        },
    ]


def _waiting(count: int, since: datetime | None) -> str:
    if since is None:
        return str(count)
    return _("%(count)s, the oldest since %(moment)s") % {"count": count, "moment": shown_moment(since)}


def shown_room(room: Room) -> list[dict[str, object]]:
    """The version, the database and the disk."""
    free = None if room.free_bytes is None else filesizeformat(room.free_bytes)
    shown: list[dict[str, object]] = [
        {"label": _("Software"), "value": f"Open Kader {__version__}"},
        {"label": _("Database"), "value": f"{room.database}, {filesizeformat(room.database_bytes)}"},
        {
            "label": _("Free on the disk"),
            "value": free
            and _("%(free)s of %(all)s") % {"free": free, "all": filesizeformat(room.disk_bytes or 0)},
        },
        {"label": _("Entries in the audit trail"), "value": str(room.trail)},
        {"label": _("Documents"), "value": _KEPT[room.bucket]},
        {"label": _("Virus scanner"), "value": _SCANS[room.scans]},
    ]
    shown.append({"label": _("Newest backup"), **_backup(room.backup)})
    if room.replica is not None:
        shown.append({"label": _("Replica"), "value": _replica(room.replica)})
    return shown


def _backup(known: NewestBackup | None) -> dict[str, object]:
    """When it was made and by which version, and beside it whether it was tried."""
    if known is None:
        return {
            "value": _("not known here"),
            "note": _("Seen are backups that openkader backup made on this machine."),
        }
    words = {"moment": shown_moment(known.made_at), "version": known.version}
    return {"value": _("%(moment)s, by Open Kader %(version)s") % words, "note": _tried(known)}


def _tried(known: NewestBackup) -> str:
    if known.tried_at is None or known.holds is None:
        return _("It is not known whether it holds: it was not tried here.")
    words = {"moment": shown_moment(known.tried_at)}
    return (
        _("Tried on %(moment)s: it holds.") if known.holds else _("Tried on %(moment)s: it does not hold.")
    ) % words


def _replica(state: ReplicaState) -> str:
    """How it stands, to follow the word for it."""
    match state.following:
        case Following.EVEN:
            return _("knows all that the database knows")
        case Following.AWAY:
            return _("does not answer")
        case Following.OTHER:
            return _("does not follow this database (DATABASE_REPLICA_URL)")
    if state.behind is None:
        return _("is behind, it is not known how far")
    seconds = int(state.behind.total_seconds())
    return ngettext("is %(count)s second behind", "is %(count)s seconds behind", seconds) % {"count": seconds}
