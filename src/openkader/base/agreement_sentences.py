"""The sentences about agreements: what is stated of them, their parties, and what becomes of them."""

from openkader.base.text import Text

AGREEMENTS: dict[str, Text] = {
    "agreement.unknown-form": Text(
        nl="‘{form}’ staat niet in de lijst van vormen. Kies er een uit de lijst.",
        en="‘{form}’ is not on the list of forms. Choose one from the list.",
    ),
    "agreement.no-title": Text(
        nl="Geef de overeenkomst een naam.",
        en="Give the agreement a title.",
    ),
    "agreement.too-long": Text(
        nl="De tekst is te lang. Een naam heeft hooguit 300 tekens, een toelichting 5.000.",
        en="The text is too long. A title has 300 characters at most, an explanation 5,000.",
    ),
    "agreement.odd-year": Text(
        nl="Een van de datums ligt niet tussen 1900 en 2200. Kijk het jaartal na.",
        en="One of the dates does not lie between 1900 and 2200. Check the year.",
    ),
    "agreement.no-last-day": Text(
        nl="Vul de laatste dag in, of kies een andere looptijd.",
        en="Fill in the last day, or choose another term.",
    ),
    "agreement.last-day-too-many": Text(
        nl="Een laatste dag hoort bij een looptijd ‘tot en met een dag’. Kies die, of laat de dag weg.",
        en="A last day goes with a term ‘until a day’. Choose that, or leave the day out.",
    ),
    "agreement.bad-years": Text(
        nl="Een looptijd is 1 tot {most} jaar, en een overeenkomst zonder einde heeft geen aantal jaren.",
        en="A term is 1 to {most} years, and an agreement without an end has no number of years.",
    ),
    "agreement.ends-before": Text(
        nl="De laatste dag ligt vóór het begin. Kijk beide datums na.",
        en="The last day lies before the beginning. Check both dates.",
    ),
    "agreement.years-differ": Text(
        nl="Het aantal jaren past niet bij de eerste en de laatste dag. Kijk na wat er in het stuk staat.",
        en="The number of years does not fit the first and the last day. Check what the document says.",
    ),
    "agreement.not-signed": Text(
        nl="Een voornemen is nog niet ondertekend. Laat de dag weg, of kies dat het ondertekend is.",
        en="What is intended was not signed yet. Leave the day out, or choose that it was signed.",
    ),
    "agreement.future": Text(
        nl="De dag van ondertekening moet nog komen. Leg het dan vast als voornemen.",
        en="The day of signing has yet to come. Record it as intended then.",
    ),
    "agreement.many-parties": Text(
        nl="Een overeenkomst heeft hier hooguit {most} partijen.",
        en="An agreement has {most} parties at most here.",
    ),
    "agreement.party-unnamed": Text(
        nl="Noem elke partij: kies haar uit het register of beschrijf haar, en niet allebei.",
        en="Name each party: choose it from the register or describe it, and not both.",
    ),
    "agreement.party-twice": Text(
        nl="De partij ‘{party}’ staat er twee keer in.",
        en="The party ‘{party}’ is in it twice.",
    ),
    "agreement.unknown-value": Text(
        nl="‘{value}’ staat niet in de lijst van waarden, of staat er twee keer in.",
        en="‘{value}’ is not on the list of values, or is in it twice.",
    ),
    "agreement.value-words": Text(
        nl="Alleen een bepaling die erin staat, heeft een tekst, van hooguit 5.000 tekens: {value}.",
        en="Only a clause that is in it has words, of 5,000 characters at most: {value}.",
    ),
    "agreement.signed-already": Text(
        nl="Dit is geen voornemen meer. Ondertekenen kan alleen wat nog een voornemen is.",
        en="This is no longer an intention. Only what is intended can be signed.",
    ),
    "agreement.no-day": Text(
        nl="Vul in op welke dag of in welke maand dat was.",
        en="Fill in on which day or in which month that was.",
    ),
    "agreement.not-in-force": Text(
        nl="Deze overeenkomst is niet van kracht. Verlengen kan alleen wat ondertekend en niet beëindigd is.",
        en="This agreement is not in force. Only what was signed and did not end can be renewed.",
    ),
    "agreement.no-longer": Text(
        nl=(
            "De nieuwe looptijd is niet bekend of loopt niet verder dan de "
            "oude. Vul in tot wanneer hij loopt of hoeveel jaar."
        ),
        en=(
            "The new term is not known or does not run further than the "
            "former. Fill in until when it runs, or how many years."
        ),
    ),
    "agreement.value-unsaid": Text(
        nl="Er stond een bepaling in over {value}. Zeg of die er nog in staat.",
        en="There was a clause in it on {value}. Say whether it is still in it.",
    ),
    "agreement.no-evaluation": Text(
        nl="Beschrijf wat er met de overeenkomst gedaan is, voordat u haar verlengt of beëindigt.",
        en="Describe what was done with the agreement before you renew or end it.",
    ),
    "agreement.over": Text(
        nl="Deze overeenkomst is al beëindigd. Leg een nieuwe vast, of corrigeer haar.",
        en="This agreement ended already. Record a new one, or correct it.",
    ),
    "agreement.no-such-end": Text(
        nl=(
            "Zo kan deze overeenkomst niet eindigen. Een voornemen wordt opgegeven; wat "
            "ondertekend is, loopt af, wordt niet verlengd of stopt eerder."
        ),
        en=(
            "This agreement cannot end that way. What is intended is given up; what "
            "was signed runs out, is not renewed or stops earlier."
        ),
    ),
    "agreement.still-runs": Text(
        nl="De laatste dag is nog niet voorbij. Kies ‘niet verlengd’ of ‘eerder beëindigd’.",
        en="The last day is not over yet. Choose ‘not renewed’ or ‘ended earlier’.",
    ),
    "agreement.no-reason": Text(
        nl="Geef de reden van de correctie.",
        en="Give the reason for the correction.",
    ),
    "agreement.nothing-changed": Text(
        nl="Er is niets veranderd. Pas aan wat niet klopt, of voeg het stuk toe.",
        en="Nothing changed. Alter what is wrong, or add the document.",
    ),
    "agreement.activity-cancelled": Text(
        nl="Deze activiteit is afgelast. Leg de overeenkomst vast bij een andere, of los.",
        en="This activity was called off. Record the agreement with another one, or by itself.",
    ),
    "agreement.meanwhile": Text(
        nl=(
            "Iemand heeft deze overeenkomst intussen bijgewerkt. Lees wat er "
            "staat en vul daarna opnieuw in wat u wilde vastleggen."
        ),
        en=(
            "Somebody added to this agreement meanwhile. Read what it says, "
            "and then fill in again what you wanted to record."
        ),
    ),
    "agreement.bad-prefix": Text(
        nl=(
            "‘{prefix}’ kan geen begin van een kenmerk zijn: een letter, "
            "en dan hooguit negen letters of cijfers."
        ),
        en="‘{prefix}’ cannot begin a reference: a letter, and then nine letters or digits at most.",
    ),
    "agreement.bad-months": Text(
        nl="Het aantal maanden is 1 tot {most}.",
        en="The number of months is 1 to {most}.",
    ),
}
