"""What may be noted of the network: who joins it, with whom was spoken, what came of it, and who stops."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.network.words import ContributionKind, Manner
from openkader.casework.period import Period

LONGEST = 2000
LONGEST_NAME = 200
_COUNTRY = re.compile(r"[A-Z]{2}")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDraft:
    """A party as somebody wants to take it into the network: why, since when, and what it knows of."""

    why: str
    since: Period | None = None
    expertise: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """A conversation with members as somebody wants to note it.

    `whom` are the people spoken to; `withheld` says that their names are kept inside at their request, and None
    that nobody said so. `group` is the counted group of talks of which this is one: None where nobody said whether
    it is, empty where it is none of them.
    """

    period: Period | None
    purpose: str
    by_whom: str
    about: str
    manner: Manner | None = None
    whom: str = ""
    withheld: bool | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Talks that are counted together; `number` None: how many is unknown. `named` of them are noted one by one."""

    reference: str
    number: int | None
    named: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionDraft:
    """What somebody of the network contributed; `to` names a record, a line to take or a year."""

    kind: ContributionKind
    to: str
    what: str
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPointDraft:
    """A person within a member, and how to reach them."""

    name: str
    function: str = ""
    email: str = ""
    phone: str = ""


def may_join(
    draft: MemberDraft, expertise: Collection[str], today: date, *, is_member: bool
) -> Refusal | None:
    """A party is in the network once, for a reason."""
    if is_member:
        return Refusal("network.member-already")
    if not _is_said(draft.why):
        return Refusal("network.no-why", {"limit": str(LONGEST)})
    return _is_past(draft.since, today) or may_know(draft.expertise, draft.countries, expertise)


def may_know(
    expertise: Collection[str], countries: Collection[str], known: Collection[str]
) -> Refusal | None:
    """Expertise is named by the list of the kader, and a country by its two letters."""
    strange = next((code for code in expertise if code not in known), None)
    if strange is not None:
        return Refusal("network.unknown-expertise", {"code": strange[:60]})
    unknown = next((code for code in countries if not _COUNTRY.fullmatch(code)), None)
    return None if unknown is None else Refusal("network.not-a-country", {"code": unknown[:60]})


def may_note(*, is_active: bool) -> Refusal | None:
    """What is noted from now on is of somebody who is in the network."""
    return None if is_active else Refusal("network.stopped")


def may_stop(reason: str, *, is_active: bool) -> Refusal | None:
    """A member stops with a reason, once."""
    if not is_active:
        return Refusal("network.stopped-already")
    return None if _is_said(reason) else Refusal("network.no-reason", {"limit": str(LONGEST)})


def may_resume(reason: str, *, is_active: bool) -> Refusal | None:
    """Who stopped comes back with a reason."""
    if is_active:
        return Refusal("network.not-stopped")
    return None if _is_said(reason) else Refusal("network.no-reason", {"limit": str(LONGEST)})


def may_strike_out(reason: str, *, is_gone: bool) -> Refusal | None:
    """What was noted wrongly is struck out once, with a reason."""
    if is_gone:
        return Refusal("network.struck-out")
    return None if _is_said(reason) else Refusal("network.no-reason", {"limit": str(LONGEST)})


def may_keep_contact_point(draft: ContactPointDraft) -> Refusal | None:
    """A person with a way to reach them; of people no more is kept than that takes."""
    if not 0 < len(draft.name.strip()) <= LONGEST_NAME or len(draft.function) > LONGEST_NAME:
        return Refusal("network.no-name", {"limit": str(LONGEST_NAME)})
    if not (draft.email.strip() or draft.phone.strip()):
        return Refusal("network.no-address")
    if draft.email and not (len(draft.email) <= LONGEST_NAME and _ADDRESS.fullmatch(draft.email.strip())):
        return Refusal("network.bad-address")
    return None if len(draft.phone) <= LONGEST_NAME else Refusal("network.bad-phone")


def may_note_contact(draft: ContactDraft, purposes: Collection[str], today: date) -> Refusal | None:
    """A conversation that was held, in a known year at least: by whom of us, and what about."""
    if draft.period is None:
        return Refusal("contact.no-moment")
    if draft.purpose not in purposes:
        return Refusal("contact.no-purpose")
    if not 0 < len(draft.by_whom.strip()) <= LONGEST_NAME or len(draft.whom) > LONGEST_NAME:
        return Refusal("contact.nobody", {"limit": str(LONGEST_NAME)})
    if not _is_said(draft.about):
        return Refusal("contact.nothing-said", {"limit": str(LONGEST)})
    return _is_past(draft.period, today)


def may_count(group: str | None, groups: Sequence[Group]) -> Refusal | None:
    """A talk counts once: where talks are counted together already, somebody says whether this is one of those."""
    if not groups:
        return Refusal("contact.not-of-group") if group else None
    if group is None:
        return Refusal("contact.one-of-those", {"group": groups[0].reference})
    if not group:
        return None
    found = next((one for one in groups if one.reference == group), None)
    if found is None:
        return Refusal("contact.not-of-group")
    is_full = found.number is not None and found.named >= found.number
    return Refusal("contact.all-named", {"group": group, "number": str(found.number)}) if is_full else None


def may_contribute(draft: ContributionDraft, today: date, *, is_known: bool) -> Refusal | None:
    """What was contributed in words; what the register knows by itself is not typed again."""
    if is_known:
        return Refusal("contribution.known")
    if draft.kind is not ContributionKind.KADER and not draft.to.strip():
        return Refusal("contribution.to-nothing")
    if not _is_said(draft.what):
        return Refusal("contribution.nothing-said", {"limit": str(LONGEST)})
    return _is_past(draft.period, today)


def _is_said(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST


def _is_past(period: Period | None, today: date) -> Refusal | None:
    """What lies in a year that began may have been; what begins tomorrow was not."""
    is_ahead = period is not None and period.starts_on > today
    return Refusal("network.not-yet") if is_ahead else None
