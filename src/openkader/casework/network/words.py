"""How a member is spoken to, what it contributed to, and how it stands, as people read it."""

from collections.abc import Mapping
from enum import StrEnum

from openkader.base.text import Text


class Manner(StrEnum):
    """How a conversation was held."""

    MEETING = "meeting"
    VIDEO = "video"
    CALL = "call"
    MAIL = "mail"


class ContributionKind(StrEnum):
    """To what somebody of the network contributed."""

    DOSSIER = "dossier"
    ACTIVITY = "activity"
    ADVICE = "advice"
    BRIEFING = "briefing"
    MESSAGE = "message"
    KADER = "kader"
    EVALUATION = "evaluation"


class MemberState(StrEnum):
    """Whether a member was heard from lately; those that ask for attention come first.

    Never noted is no dormancy: perhaps there was contact and nobody wrote it down.
    """

    NEVER = "never"
    UNDATED = "undated"  # something is noted, and of nothing it is known when it was
    DORMANT = "dormant"
    ACTIVE = "active"
    STOPPED = "stopped"


MANNERS: Mapping[Manner, Text] = {
    Manner.MEETING: Text(nl="ontmoeting", en="meeting"),
    Manner.VIDEO: Text(nl="videogesprek", en="video call"),
    Manner.CALL: Text(nl="telefoongesprek", en="telephone call"),
    Manner.MAIL: Text(nl="e-mail of brief", en="e-mail or letter"),
}
CONTRIBUTIONS: Mapping[ContributionKind, Text] = {
    ContributionKind.DOSSIER: Text(nl="een dossier", en="a dossier"),
    ContributionKind.ACTIVITY: Text(nl="een activiteit", en="an activity"),
    ContributionKind.ADVICE: Text(nl="een advies", en="an advice"),
    ContributionKind.BRIEFING: Text(nl="een voorlichting", en="a briefing session"),
    ContributionKind.MESSAGE: Text(nl="een boodschap", en="a line to take"),
    ContributionKind.KADER: Text(nl="het kader", en="the kader"),
    ContributionKind.EVALUATION: Text(nl="de evaluatie van een jaar", en="the evaluation of a year"),
}
STATES: Mapping[MemberState, Text] = {
    MemberState.NEVER: Text(nl="nooit iets genoteerd", en="never anything noted"),
    MemberState.UNDATED: Text(nl="wel genoteerd, moment onbekend", en="noted, moment unknown"),
    MemberState.DORMANT: Text(nl="slapend", en="dormant"),
    MemberState.ACTIVE: Text(nl="actief", en="active"),
    MemberState.STOPPED: Text(nl="gestopt", en="stopped"),
}
