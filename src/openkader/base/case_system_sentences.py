"""The sentences about cases that go to the case system of the organisation."""

from openkader.base.text import Text

CASE_SYSTEM: dict[str, Text] = {
    "filing.bad-organisation": Text(
        nl="‘{value}’ is geen RSIN. Schrijf de negen cijfers tussen aanhalingstekens.",
        en="‘{value}’ is no RSIN. Write the nine digits between quotation marks.",
    ),
    "filing.not-set-up": Text(
        nl="Er is geen zaaksysteem ingesteld. Zet OPENKADER_ZGW_… in de omgeving, of ‘case_system’ in het "
        "inrichtingsbestand.",
        en="No case system is set up. Set OPENKADER_ZGW_… in the environment, or ‘case_system’ in the set-up file.",
    ),
    "filing.connected-already": Text(
        nl="Het zaaksysteem is al aangesloten, onder het account {account}. Trek dat eerst in.",
        en="The case system is connected already, under the account {account}. Withdraw that first.",
    ),
    "filing.not-connected": Text(
        nl="Het zaaksysteem is niet aangesloten. Geef eerst: openkader zgw connect ACCOUNT",
        en="The case system is not connected. First give: openkader zgw connect ACCOUNT",
    ),
    "filing.away": Text(
        nl="Het zaaksysteem antwoordt niet zoals het hoort: {answer}",
        en="The case system does not answer as it should: {answer}",
    ),
    "filing.level": Text(
        nl="Dit dossier is ‘{level}’, en dat niveau gaat niet naar het zaaksysteem.",
        en="This case is ‘{level}’, and that level does not go to the case system.",
    ),
    "filing.level-after": Text(
        nl="Dit dossier is nu ‘{level}’, en dat niveau gaat niet naar het zaaksysteem. De zaak staat er al: "
        "scherm die daar af.",
        en="This case is ‘{level}’ by now, and that level does not go to the case system. The zaak is there already: "
        "shield it there.",
    ),
    "filing.long-reference": Text(
        nl="Het kenmerk van dit dossier of van een document erin is langer dan de {most} tekens die het zaaksysteem "
        "kent.",
        en="The reference of this case or of a document in it is longer than the {most} characters that the case "
        "system has.",
    ),
    "filing.no-type": Text(
        nl="De catalogus heeft geen geldige {kind} ‘{name}’ bij dit zaaktype.",
        en="The catalogue has no valid {kind} ‘{name}’ with this zaaktype.",
    ),
    "filing.other-zaak": Text(
        nl="In het zaaksysteem staat al een andere zaak met het nummer van dit dossier.",
        en="The case system has another zaak with the number of this case already.",
    ),
    "filing.gone": Text(
        nl="De zaak is uit het zaaksysteem verdwenen. Er wordt geen tweede gemaakt.",
        en="The zaak is gone from the case system. No second one is made.",
    ),
    "filing.closed": Text(
        nl="De zaak is in het zaaksysteem al gesloten. Wat daarna hier gebeurde, staat daar niet in.",
        en="The zaak is closed in the case system. What happened here after that is not in it.",
    ),
    "filing.denied": Text(
        nl="Het zaaksysteem weigert ‘{what}’: {status} {said}",
        en="The case system refuses ‘{what}’: {status} {said}",
    ),
    "filing.no-content": Text(
        nl="De inhoud van een document van dit dossier is hier niet te lezen.",
        en="The content of a document of this case cannot be read here.",
    ),
    "settings.zgw": Text(
        nl="{setting} hoort bij het zaaksysteem en ontbreekt, of is geen goed adres. Zet alle zeven OPENKADER_ZGW_…, "
        "of geen.",
        en="{setting} belongs to the case system and is missing, or is no proper address. Set all seven "
        "OPENKADER_ZGW_…, or none.",
    ),
}
