"""What is handed to the services about the network; None means unknown."""

from collections.abc import Collection
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.network import ContactDraft, ContactPointDraft, ContributionDraft, ContributionKind
from openkader.casework.period import Period
from openkader.register.entries import Grounded


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntry(Grounded):
    """A party that joins the network; without a reference it gets the next one."""

    party: str
    why: Text
    since: Period | None = None
    expertise: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileEntry:
    """What a member knows of, by somebody who saw so many versions of it."""

    member: str
    expertise: tuple[str, ...]
    countries: tuple[str, ...]
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPointEntry:
    """A person within a member."""

    member: str
    draft: ContactPointDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEntry:
    """A conversation with one member or more."""

    members: tuple[str, ...]
    draft: ContactDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionEntry:
    """What a member contributed."""

    member: str
    draft: ContributionDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedContribution(Grounded):
    """A contribution as a publication states it, of a member that stands there too."""

    member: str
    kind: ContributionKind
    to: str
    what: Text
    period: Period | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of the kader that the network uses: what members know of, and for what talks are held."""

    expertise: Collection[str]
    purposes: Collection[str]
