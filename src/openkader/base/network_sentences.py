"""The sentences about the network: who is in it, who was spoken to, what came of it, and initiatives."""

from openkader.base.text import Text

NETWORK: dict[str, Text] = {
    "register.unknown-activity": Text(
        nl="De activiteit ‘{name}’ staat niet in dit bestand en niet in het register.",
        en="The activity ‘{name}’ is neither in this file nor in the register.",
    ),
    "register.initiative-of-one": Text(
        nl="Een initiatief hoort bij een verzoek of bij een activiteit: noem er één.",
        en="An initiative belongs to a request or to an activity: name one of them.",
    ),
    "network.measure": Text(
        nl="‘{measure}’ is geen maatregel van het kader.", en="‘{measure}’ is no measure of the kader."
    ),
    "network.other-line": Text(
        nl="De maatregel ‘{measure}’ hoort niet bij de actielijn ‘{line}’.",
        en="The measure ‘{measure}’ does not belong to the action line ‘{line}’.",
    ),
    "network.months": Text(
        nl="Geef een aantal maanden van 1 tot en met {most}.", en="Give a number of months from 1 to {most}."
    ),
    "network.member-already": Text(
        nl="Deze partij staat al in het netwerk.", en="This party is in the network already."
    ),
    "network.no-why": Text(
        nl="Schrijf op waarom deze partij in het netwerk hoort, in hooguit {limit} tekens.",
        en="Write down why this party belongs in the network, in at most {limit} characters.",
    ),
    "network.unknown-expertise": Text(
        nl="De deskundigheid ‘{code}’ staat niet in de lijst. Kies een andere.",
        en="The expertise ‘{code}’ is not on the list. Choose another.",
    ),
    "network.not-a-country": Text(
        nl="‘{code}’ is geen land. Kies het uit de lijst.",
        en="‘{code}’ is no country. Choose it from the list.",
    ),
    "network.not-yet": Text(
        nl="Dit moment ligt in de toekomst. Noteer het als het geweest is.",
        en="This moment lies ahead. Note it once it has been.",
    ),
    "network.meanwhile": Text(
        nl="Iemand anders wijzigde dit intussen. Lees het eerst; uw wijziging is niet bewaard.",
        en="Somebody else changed this meanwhile. Read it first; your change was not saved.",
    ),
    "network.no-reason": Text(
        nl="Geef een reden, in hooguit {limit} tekens.", en="Give a reason, in at most {limit} characters."
    ),
    "network.stopped": Text(
        nl="Dit lid is gestopt. Neem het eerst weer op in het netwerk.",
        en="This member has stopped. Take it into the network again first.",
    ),
    "network.stopped-already": Text(nl="Dit lid is al gestopt.", en="This member has stopped already."),
    "network.not-stopped": Text(nl="Dit lid is niet gestopt.", en="This member has not stopped."),
    "network.struck-out": Text(nl="Dit is al geschrapt.", en="This was struck out already."),
    "network.no-name": Text(
        nl="Vul een naam in. Naam en functie hebben hooguit {limit} tekens.",
        en="Fill in a name. Name and position have at most {limit} characters.",
    ),
    "network.no-address": Text(
        nl="Vul een e-mailadres of een telefoonnummer in.",
        en="Fill in an e-mail address or a telephone number.",
    ),
    "network.bad-address": Text(
        nl="Dit is geen e-mailadres. Verbeter het, of laat het leeg.",
        en="This is no e-mail address. Mend it, or leave it empty.",
    ),
    "network.bad-phone": Text(nl="Dit telefoonnummer is te lang.", en="This telephone number is too long."),
    "contact.no-member": Text(nl="Kies met wie het gesprek was.", en="Choose with whom the talk was."),
    "contact.no-moment": Text(
        nl="Vul in wanneer het gesprek was: een dag, een maand of alleen het jaar.",
        en="Fill in when the talk was: a day, a month or only the year.",
    ),
    "contact.no-purpose": Text(nl="Kies waarvoor het gesprek was.", en="Choose for what the talk was."),
    "contact.nobody": Text(
        nl="Vul in wie van ons het gesprek voerde. Namen hebben samen hooguit {limit} tekens.",
        en="Fill in who of us held the talk. Names together have at most {limit} characters.",
    ),
    "contact.nothing-said": Text(
        nl="Schrijf op waarover het ging, in hooguit {limit} tekens.",
        en="Write down what it was about, in at most {limit} characters.",
    ),
    "contact.one-of-those": Text(
        nl="In dat jaar zijn er al gesprekken samen geteld ({group}). Zeg of dit er een van is: zo telt niets dubbel.",
        en="Talks of that year are counted together ({group}). Say whether this is one of them: so none counts twice.",
    ),
    "contact.not-of-group": Text(
        nl="Dit gesprek kan niet een van die gesprekken zijn: doel of jaar verschilt.",
        en="This talk cannot be one of those: its purpose or year differs.",
    ),
    "contact.all-named": Text(
        nl="Van {group} zijn alle {number} gesprekken al apart genoteerd. Kies ‘een ander gesprek’.",
        en="Of {group} all {number} talks are noted one by one already. Choose ‘a further talk’.",
    ),
    "contribution.known": Text(
        nl="Het register weet deze bijdrage al, en toont haar vanzelf. U hoeft haar niet in te vullen.",
        en="The register knows this contribution already and shows it by itself. There is no need to fill it in.",
    ),
    "contribution.to-nothing": Text(
        nl="Vul in waaraan is bijgedragen.", en="Fill in what was contributed to."
    ),
    "contribution.nothing-said": Text(
        nl="Schrijf op wat de bijdrage was, in hooguit {limit} tekens.",
        en="Write down what the contribution was, in at most {limit} characters.",
    ),
    "contribution.unknown": Text(
        nl="Deze bijdrage hoort niet bij deze activiteit.",
        en="This contribution does not belong to this activity.",
    ),
    "initiative.no-title": Text(
        nl="Geef het initiatief een naam van hooguit 300 tekens.",
        en="Give the initiative a name of at most 300 characters.",
    ),
    "initiative.not-asked": Text(
        nl="Een initiatief begint met wat er is gevraagd.", en="An initiative begins with what was asked for."
    ),
    "initiative.sought-already": Text(
        nl="Wat er is gevraagd staat er al. Begin voor iets anders een ander initiatief.",
        en="What was asked for stands there already. Begin another initiative for something else.",
    ),
    "initiative.matched-already": Text(
        nl="Er is al een koppeling. Kies ‘beëindigd’ als het niet verder gaat.",
        en="There is a match already. Choose ‘ended’ if it goes no further.",
    ),
    "initiative.no-match": Text(
        nl="Noteer eerst wie aan wie is gekoppeld; een gevolg komt daarna.",
        en="Note first who was linked to whom; an effect comes after that.",
    ),
    "initiative.ended": Text(
        nl="Dit initiatief is beëindigd. Begin een nieuw initiatief als het toch verder gaat.",
        en="This initiative has ended. Begin another one if it goes on after all.",
    ),
    "initiative.no-words": Text(
        nl="Schrijf op wat er gebeurde, in hooguit {limit} tekens.",
        en="Write down what happened, in at most {limit} characters.",
    ),
    "initiative.no-reason": Text(
        nl="Geef de reden, in hooguit {limit} tekens.", en="Give the reason, in at most {limit} characters."
    ),
    "initiative.no-partner": Text(
        nl="Noteer met wie er is gekoppeld: kies een partij, of omschrijf wie het is.",
        en="Note with whom the match was made: choose a party, or describe who it is.",
    ),
    "initiative.evidence-too-long": Text(
        nl="Wat het laat zien heeft meer dan {limit} tekens. Maak het korter.",
        en="What shows it has more than {limit} characters. Make it shorter.",
    ),
    "initiative.bad-address": Text(
        nl="Dit is geen webadres. Begin met https:// of laat het leeg.",
        en="This is no web address. Begin with https:// or leave it empty.",
    ),
    "initiative.not-yet": Text(
        nl="Dit moment ligt in de toekomst. Noteer het als het geweest is.",
        en="This moment lies ahead. Note it once it has been.",
    ),
    "initiative.before-request": Text(
        nl="Dit moment ligt voor het verzoek. Controleer de datum.",
        en="This moment lies before the request. Check the date.",
    ),
    "initiative.still-sought": Text(
        nl="Dit initiatief wordt nog gezocht. Noteer eerst een koppeling, of waarom zij er niet kwam.",
        en="This initiative is still being sought. Note a match first, or why there was none.",
    ),
    "initiative.unknown": Text(
        nl="Dit initiatief hoort niet bij deze activiteit.",
        en="This initiative does not belong to this activity.",
    ),
}
