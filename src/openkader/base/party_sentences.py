"""The sentences about parties: their names, their numbers, and which of them are one."""

from openkader.base.text import Text

PARTIES: dict[str, Text] = {
    "identifier.not-here": Text(
        nl="Dit nummer kan hier niet worden toegevoegd. Vraag een collega die alle zaken mag zien.",
        en="This number cannot be added here. Ask a colleague who may see all cases.",
    ),
    "identifier.no-scheme": Text(
        nl="‘{scheme}’ is geen soort nummer. Kies een soort, of gebruik kleine letters en cijfers.",
        en="‘{scheme}’ is no sort of number. Choose one, or use small letters and digits.",
    ),
    "identifier.empty": Text(
        nl="Vul het nummer in, van ten hoogste 100 tekens.", en="Enter the number, of at most 100 characters."
    ),
    "identifier.wrong-digit": Text(
        nl="{number} kan geen {scheme}-nummer zijn: de vorm of het controlecijfer klopt niet. Voorbeeld: {example}.",
        en="{number} cannot be a {scheme} number: its form or its check digit is wrong. Example: {example}.",
    ),
    "identifier.known": Text(
        nl="Dit nummer staat al bij deze partij.", en="This party has this number already."
    ),
    "name.empty": Text(
        nl="Vul een naam in, van ten hoogste 300 tekens.", en="Enter a name, of at most 300 characters."
    ),
    "name.known": Text(nl="Deze naam staat al bij deze partij.", en="This party has this name already."),
    "joining.meanwhile": Text(
        nl="Een collega zei intussen iets over deze twee partijen. Lees dat, en kies dan opnieuw.",
        en="A colleague said something of these two parties meanwhile. Read that, and then choose again.",
    ),
    "joining.no-reason": Text(
        nl="Schrijf op waaraan u dat ziet; wie het later naleest, heeft dat nodig.",
        en="Write down how you can tell; whoever reads it later needs that.",
    ),
    "joining.nothing-said": Text(
        nl="Over deze twee partijen is niets gezegd dat kan worden teruggenomen.",
        en="Nothing was said of these two parties that could be taken back.",
    ),
    "joining.itself": Text(
        nl="Dit is dezelfde partij in het register. Kies een andere.",
        en="This is the same party in the register. Choose another one.",
    ),
    "joining.other-sort": Text(
        nl="Een persoon en een organisatie zijn nooit één partij.",
        en="A person and an organisation are never one party.",
    ),
    "joining.is-led": Text(
        nl="{party} hoort al bij {leading}. Voeg samen met {leading}, of neem dat eerst terug.",
        en="{party} belongs to {leading} already. Join with {leading}, or take that back first.",
    ),
    "joining.leads": Text(
        nl="Bij {party} horen al andere partijen. Voeg andersom samen, of neem dat eerst terug.",
        en="Other parties belong to {party} already. Join the other way round, or take that back first.",
    ),
}
