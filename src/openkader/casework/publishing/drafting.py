"""What may be drafted, published and taken down: nothing is public unless one person chose it and another agreed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of
from openkader.casework.publishing.grounds import GROUNDS
from openkader.casework.publishing.naming import named_in
from openkader.casework.publishing.words import CATEGORIES_OF, Category, Choice, PublicationState, Subject
from openkader.casework.vocabulary import Confidentiality, PartyKind

LONGEST_TITLE = 200
LONGEST_TEXT = 4_000
MOST_FILES = 40
_PARTY = "party:"  # the beginning of the key of an organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen for one field or document; what is withheld has a ground."""

    choice: Choice
    ground: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wants to publish: a title and a summary in their own words, and a choice for some items."""

    title: str
    summary: str
    category: Category | None
    choices: Mapping[str, Chosen] = field(default_factory=dict)
    is_cleared: bool | None = (
        None  # where the register knows no level: somebody looked, and it is for everybody
    )

    @property
    def published(self) -> frozenset[str]:
        """The keys of what is published."""
        return frozenset(key for key, one in self.choices.items() if one.choice is Choice.PUBLISH)

    def withheld_parties(self, texts: Mapping[str, str]) -> list[str]:
        """The names of the organisations that are withheld: they stand in no other field either."""
        withheld = sorted(self.choices.keys() - self.published)
        return [texts[key] for key in withheld if key.startswith(_PARTY) and key in texts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What of the subject can be chosen, as it is now, and what stands around it.

    `texts` are the words of each item that has words. `names` are of the persons whom the dossier knows.
    """

    subject: Subject
    keys: frozenset[str]
    level: Confidentiality | None
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationStand:
    """How far a publication is: the newest draft, by whom, which one is public, and whether that was revoked."""

    draft: int = 0
    drafted_by: str = ""
    released: int = 0  # the draft that was published last; 0: none was
    is_revoked: bool = False

    @property
    def state(self) -> PublicationState:
        """How far it is, for everybody outside."""
        if not self.released:
            return PublicationState.CONCEPT
        return PublicationState.REVOKED if self.is_revoked else PublicationState.PUBLISHED

    @property
    def is_ahead(self) -> bool:
        """Whether a draft waits that never was public; what was revoked is drafted anew before it comes back."""
        return self.draft > self.released

    @property
    def is_spent(self) -> bool:
        """Whether the newest draft was public and was revoked."""
        return self.is_revoked and not self.is_ahead


def may_name_party(kind: PartyKind) -> bool:
    """Whether a party can be chosen at all: a person never can, whoever wants it."""
    return kind is not PartyKind.PERSON


def may_draft(draft: Draft, offered: Offered) -> Refusal | None:
    """A draft has a title, a category that fits, and choices of what is there; what is withheld has a ground."""
    if not draft.title.strip() or not draft.summary.strip():
        return Refusal("publication.no-title")
    if len(draft.title) > LONGEST_TITLE or len(draft.summary) > LONGEST_TEXT:
        return Refusal("publication.too-long", {"title": str(LONGEST_TITLE), "text": str(LONGEST_TEXT)})
    fitting = CATEGORIES_OF[offered.subject]
    if (draft.category in fitting) if draft.category else not fitting:
        return _choices(draft.choices, offered.keys)
    return Refusal("publication.category")


def _choices(choices: Mapping[str, Chosen], keys: Collection[str]) -> Refusal | None:
    for key, one in choices.items():
        if key not in keys:
            return Refusal("publication.not-offered", {"item": key[:60]})
        if (one.choice is Choice.WITHHOLD) != (one.ground is not None):
            return Refusal("publication.ground", {"item": key[:60]})
        if one.ground is not None and one.ground not in GROUNDS:
            return Refusal("publication.unknown-ground", {"ground": one.ground[:20]})
    return None


def may_publish(stand: PublicationStand, draft: Draft, offered: Offered, by: str) -> Refusal | None:
    """Somebody else than who drafted it publishes it, once its level is known and it names no person."""
    if not stand.is_ahead:
        return Refusal("publication.nothing-new")
    if is_one_of(by, [stand.drafted_by]):
        return Refusal("publication.own-draft")
    return (
        may_be_known(offered.level, draft.is_cleared) or may_draft(draft, offered) or _content(draft, offered)
    )


def may_be_known(level: Confidentiality | None, is_cleared: bool | None) -> Refusal | None:
    """What is confidential is not published, and what nobody looked at is not either: unknown never passes."""
    if level is None:
        return None if is_cleared is True else Refusal("publication.unclassified")
    return Refusal("publication.confidential") if level.is_confidential else None


def _content(draft: Draft, offered: Offered) -> Refusal | None:
    if not draft.published:
        return Refusal("publication.nothing-chosen")
    own = [("title", draft.title), ("summary", draft.summary)]  # a field may be called so too
    fields = [(key, offered.texts[key]) for key in sorted(draft.published) if key in offered.texts]
    for place, text in (*own, *fields):
        if named_in(text, offered.names):
            return Refusal("publication.names-person", {"item": place[:60]})
        if named_in(text, draft.withheld_parties(offered.texts)):
            return Refusal("publication.names-withheld", {"item": place[:60]})
    return None


def may_revoke(stand: PublicationStand, reason: str) -> Refusal | None:
    """What is public may be taken down at once, by one person, with a reason."""
    if stand.state is not PublicationState.PUBLISHED:
        return Refusal("publication.not-public")
    if not reason.strip():
        return Refusal("publication.no-reason")
    return (
        Refusal("publication.long-reason", {"most": str(LONGEST_TEXT)})
        if len(reason) > LONGEST_TEXT
        else None
    )


def only_chosen(keys: Sequence[str], draft: Draft) -> Refusal | None:
    """What is about to be frozen is exactly what was chosen: no field more, and none less."""
    return None if frozenset(keys) == draft.published else Refusal("publication.meanwhile")
