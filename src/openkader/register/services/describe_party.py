"""A party gets another name, or a number under which a register knows it."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.identifiers import may_carry, written
from openkader.casework.naming import may_be_a_name
from openkader.casework.permissions import Act
from openkader.register import audit
from openkader.register.entries import NameEntry
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.models import Party, PartyIdentifier, PartyName
from openkader.register.screenings import dossier_of, parties_for_update
from openkader.register.searching import keep_words
from openkader.register.visibility import visible_parties


def name_party(party: str, entry: NameEntry, *, by: str, now: datetime) -> None:
    """Add a name; a name is part of what is screened, so that an earlier screening no longer covers the party."""
    name = " ".join(entry.name.split())
    with writing(by=by, now=now, act=Act.WORK) as hand:
        (row,) = parties_for_update([party], hand)
        require(_may_be_called(row, name))
        PartyName.objects.create(party=row, name=name, script=entry.script, language=entry.language)
        keep_words([row.pk])
        hand.log("party.named", "party", party, dossier_of(party), digest=digest(entry))


def number_party(party: str, scheme: str, value: str, *, by: str, now: datetime) -> None:
    """Add a number; it belongs to one party only, and where it stands already says whether two are one."""
    require(may_carry(scheme, value))
    number = written(value)
    with writing(by=by, now=now, act=Act.WORK) as hand:
        audit.wait_for_turn()  # two parties that get one number at once: the second is told whose it is
        (row,) = parties_for_update([party], hand)
        require(_may_carry_this(row, scheme, number, hand))
        PartyIdentifier.objects.create(party=row, scheme=scheme, value=number)
        hand.log("party.numbered", "party", party, dossier_of(party), scheme=scheme)


def _may_be_called(party: Party, name: str) -> Refusal | None:
    refusal = may_be_a_name(name)
    if refusal:
        return refusal
    known = party.name == name or party.names.filter(name=name).exists()
    return Refusal("name.known") if known else None


def _may_carry_this(party: Party, scheme: str, number: str, hand: Hand) -> Refusal | None:
    owner = PartyIdentifier.objects.filter(scheme=scheme, value=number).select_related("party").first()
    if owner is None:
        return None
    if owner.party_id == party.pk:
        return Refusal("identifier.known")
    if not visible_parties(hand.person).filter(pk=owner.party_id).exists():
        # Whose it is would tell of a case that is not theirs to know of.
        return Refusal("identifier.not-here")
    detail = {"identifier": f"{scheme} {number}", "party": owner.party.reference}
    return Refusal("register.identifier-twice", detail)
