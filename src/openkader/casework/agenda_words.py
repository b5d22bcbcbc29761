"""What a line of a calendar is, as people read it."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.casework.agenda import AgendaKind
from openkader.casework.vocabulary import Kind

ITEMS: Mapping[AgendaKind, Text] = {
    AgendaKind.ACTIVITY: Text(nl="activiteit", en="activity"),
    AgendaKind.SLOT: Text(nl="programmaonderdeel", en="part of the programme"),
    AgendaKind.TERM: Text(nl="termijn van het verzoek", en="term of the request"),
    AgendaKind.ADVICE: Text(nl="advies verwacht", en="advice due"),
    AgendaKind.MEASURE: Text(nl="maatregel moet klaar zijn", en="measure due"),
    AgendaKind.FOLLOW_UP: Text(nl="toegezegd vervolg", en="promised follow-up due"),
    AgendaKind.SELF_SCAN: Text(nl="zelfscan verwacht", en="self-scan due"),
    AgendaKind.SURVEY: Text(nl="ervaring van deelnemer verwacht", en="answer of a participant due"),
    AgendaKind.AGREEMENT: Text(nl="afspraak eindigt", en="agreement ends"),
    AgendaKind.RECOMMENDATION: Text(nl="termijn van een aanbeveling", en="term of a recommendation"),
}
CONTACTS: Mapping[Kind, Text] = {
    Kind.INCOMING_DELEGATION: Text(nl="inkomende delegatie", en="incoming delegation"),
    Kind.OUTGOING_MISSION: Text(nl="uitgaande missie", en="outgoing mission"),
    Kind.EMBASSY_TALK: Text(nl="gesprek met een ambassade", en="talk with an embassy"),
    Kind.EVENT: Text(nl="evenement", en="event"),
    Kind.AGREEMENT: Text(nl="afspraak", en="agreement"),
    Kind.INVESTMENT_SUPPORT: Text(nl="hulp bij een investering", en="support for an investment"),
    Kind.EXCHANGE: Text(nl="uitwisseling", en="exchange"),
    Kind.OTHER: Text(nl="ander contact", en="other contact"),
}
WHOSE: Mapping[bool, Text] = {
    False: Text(nl="Open Kader · {who}", en="Open Kader · {who}"),
    True: Text(nl="Open Kader · team {who}", en="Open Kader · team {who}"),
}
