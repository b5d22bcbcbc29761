"""Roles and levels as people read them."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.casework.vocabulary import AccountRole, Confidentiality

ROLES: Mapping[AccountRole, Text] = {
    AccountRole.ADVISER: Text(nl="adviseur", en="adviser"),
    AccountRole.REVIEWER: Text(nl="beoordelaar", en="reviewer"),
    AccountRole.DECIDER: Text(nl="beslisser", en="decider"),
    AccountRole.INFORMATION_SECURITY: Text(nl="informatiebeveiliging", en="information security"),
    AccountRole.EVALUATOR: Text(nl="evaluator", en="evaluator"),
    AccountRole.AUDITOR: Text(nl="auditor", en="auditor"),
    AccountRole.ADMINISTRATOR: Text(nl="beheerder", en="administrator"),
    AccountRole.ARCHIVIST: Text(nl="archivaris", en="archivist"),
}
DUTIES: Mapping[AccountRole, Text] = {
    AccountRole.ADVISER: Text(
        nl="neemt verzoeken in, beantwoordt vragen, vraagt advies en legt een voorstel voor",
        en="takes in requests, answers questions, asks for advice and puts a proposal forward",
    ),
    AccountRole.REVIEWER: Text(
        nl="leest zaken mee en beoordeelt treffers, als eerste of als tweede",
        en="reads along with cases and judges hits, as the first or the second person",
    ),
    AccountRole.DECIDER: Text(
        nl="neemt besluiten, en ontheft van een advies of een maatregel",
        en="takes decisions, and waives an advice or a measure",
    ),
    AccountRole.INFORMATION_SECURITY: Text(
        nl="ziet wat gescreend wordt of om advies vraagt, beoordeelt treffers en adviseert",
        en="sees what is screened or asks for advice, judges hits and advises",
    ),
    AccountRole.EVALUATOR: Text(
        nl="leest alle jaren en schrijft de evaluatie",
        en="reads all years and writes the evaluation",
    ),
    AccountRole.AUDITOR: Text(
        nl="leest alles, ook het controlespoor, en verandert niets",
        en="reads everything, the audit trail too, and changes nothing",
    ),
    AccountRole.ADMINISTRATOR: Text(
        nl="beheert accounts en rollen, en ziet geen zaken",
        en="looks after accounts and roles, and sees no cases",
    ),
    AccountRole.ARCHIVIST: Text(
        nl="leest alle zaken, en beoordeelt en vernietigt wat zijn bewaartermijn heeft gehad",
        en="reads all cases, and reviews and destroys what has had its retention term",
    ),
}
LEVELS: Mapping[Confidentiality, Text] = {
    Confidentiality.PUBLIC: Text(nl="openbaar", en="public"),
    Confidentiality.LIMITED_PUBLIC: Text(nl="beperkt openbaar", en="limited public"),
    Confidentiality.INTERNAL: Text(nl="intern", en="internal"),
    Confidentiality.CASE_CONFIDENTIAL: Text(nl="zaakvertrouwelijk", en="confidential to the case"),
    Confidentiality.CONFIDENTIAL: Text(nl="vertrouwelijk", en="confidential"),
    Confidentiality.CONFIDENTIAL_HIGH: Text(nl="confidentieel", en="highly confidential"),
    Confidentiality.SECRET: Text(nl="geheim", en="secret"),
    Confidentiality.TOP_SECRET: Text(nl="zeer geheim", en="top secret"),
}
