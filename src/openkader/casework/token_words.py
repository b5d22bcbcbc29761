"""What a token is for, as people read it."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.casework.tokens import TokenScope

SCOPES: Mapping[TokenScope, Text] = {
    TokenScope.READ: Text(nl="lezen", en="reading"),
    TokenScope.SCREEN: Text(
        nl="namen met lijsten vergelijken, en een screening vragen van wat het mag lezen",
        en="comparing names with lists, and asking for a screening of what it may read",
    ),
    TokenScope.HAND_IN: Text(nl="verzoeken indienen", en="handing in requests"),
    TokenScope.WORK: Text(nl="aan zaken werken", en="working on cases"),
    TokenScope.ASSIGN: Text(nl="zaken toewijzen", en="assigning cases"),
    TokenScope.ASK_ADVICE: Text(nl="advies vragen", en="asking for advice"),
    TokenScope.GIVE_ADVICE: Text(nl="advies geven", en="giving advice"),
    TokenScope.PROTECT: Text(nl="informatiebeveiliging bijhouden", en="keeping information protection"),
    TokenScope.REPLAY: Text(nl="kaderconcepten laten naspelen", en="having drafts of a kader replayed"),
    TokenScope.CITE: Text(
        nl="cijfers van anderen noteren, en beweringen laten nakijken",
        en="noting figures of others, and having claims checked",
    ),
    TokenScope.CONTACTS: Text(
        nl="contactpersonen van het netwerk bijhouden", en="keeping the contact persons of the network"
    ),
    TokenScope.ARCHIVE: Text(
        nl="gesloten dossiers meenemen naar het archief", en="taking closed dossiers to the archive"
    ),
    TokenScope.EXCHANGE: Text(
        nl="uitwisselbestanden maken voor andere organisaties",
        en="making exchange files for other organisations",
    ),
    TokenScope.SUBSCRIBE: Text(nl="abonnementen op zaken beheren", en="managing subscriptions to cases"),
}
