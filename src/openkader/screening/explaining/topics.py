"""Why a list has somebody on it, in the vocabulary of topics of FollowTheMoney."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.screening.explaining.values import same, shown

TOPICS: Mapping[str, Text] = {
    "sanction": Text(nl="sanctie", en="sanction"),
    "sanction.linked": Text(nl="verbonden met een gesanctioneerde", en="linked to a sanctioned party"),
    "sanction.control": Text(
        nl="in eigendom of onder zeggenschap van een gesanctioneerde",
        en="owned or controlled by a sanctioned party",
    ),
    "sanction.counter": Text(nl="tegensanctie", en="counter-sanction"),
    "export.control": Text(nl="exportcontrole", en="export control"),
    "export.control.linked": Text(nl="verbonden met exportcontrole", en="linked to export control"),
    "export.risk": Text(nl="handelsrisico", en="trade risk"),
    "invest.ban": Text(nl="investeringsverbod", en="investment ban"),
    "invest.risk": Text(nl="investeringsrisico", en="investment risk"),
    "debarment": Text(nl="uitgesloten van opdrachten", en="debarred"),
    "asset.frozen": Text(nl="bevroren tegoeden", en="frozen assets"),
    "forced.labor": Text(nl="dwangarbeid", en="forced labour"),
    "wanted": Text(nl="gezocht", en="wanted"),
    "crime": Text(nl="misdrijf", en="crime"),
    "crime.fraud": Text(nl="fraude", en="fraud"),
    "crime.cyber": Text(nl="cybercriminaliteit", en="cybercrime"),
    "crime.fin": Text(nl="financieel misdrijf", en="financial crime"),
    "crime.terror": Text(nl="terrorisme", en="terrorism"),
    "crime.traffick": Text(nl="illegale handel", en="trafficking"),
    "crime.war": Text(nl="oorlogsmisdrijf", en="war crime"),
    "corp.disqual": Text(nl="bestuursverbod", en="disqualified"),
    "reg.action": Text(nl="maatregel van een toezichthouder", en="regulator action"),
    "reg.warn": Text(nl="waarschuwing van een toezichthouder", en="regulator warning"),
    "role.pep": Text(nl="politiek prominent persoon", en="politically exposed person"),
    "role.rca": Text(nl="naaste van een politiek prominent persoon", en="close associate of one"),
    "role.oligarch": Text(nl="oligarch", en="oligarch"),
    "gov": Text(nl="overheid", en="government"),
    "gov.soe": Text(nl="staatsbedrijf", en="state-owned enterprise"),
    "gov.security": Text(nl="veiligheidsdienst", en="security service"),
    "mil": Text(nl="krijgsmacht", en="military"),
    "poi": Text(nl="persoon van belang", en="person of interest"),
}


def said_topic(code: str) -> Text:
    """A topic in words; one that is not known stays a code, since guessing would be an accusation."""
    return TOPICS.get(code, same(shown(code)))
