"""The sentences of what goes with the account of a year: recommendations, context figures and interviews."""

from collections.abc import Mapping

from openkader.base.text import Text

_MEANWHILE = Text(
    nl="Iemand heeft dit intussen bijgewerkt. Lees wat er staat en vul daarna opnieuw in wat u wilde vastleggen.",
    en="Somebody added to this meanwhile. Read what it says, and then fill in again what you wanted to record.",
)
_ADDRESS = Text(
    nl="Dit is geen webadres. Begin met https:// of laat het leeg.",
    en="This is no web address. Begin with https:// or leave it empty.",
)
_LONG_NAME = Text(
    nl="Dit heeft meer dan {limit} tekens. Maak het korter.",
    en="This has more than {limit} characters. Make it shorter.",
)

OUTLOOK: Mapping[str, Text] = {
    "recommendation.no-text": Text(
        nl="Schrijf de aanbeveling op, in hooguit {limit} tekens.",
        en="Write down the recommendation, in at most {limit} characters.",
    ),
    "recommendation.meanwhile": _MEANWHILE,
    "recommendation.no-address": Text(
        nl="Vul in aan wie de aanbeveling gericht is, of voor wanneer. Weet u geen van beide, dan is het onbekend.",
        en="Fill in to whom the recommendation is addressed, or by when. If you know neither, it is unknown.",
    ),
    "recommendation.long-name": _LONG_NAME,
    "recommendation.no-moment": Text(
        nl="Vul in sinds wanneer dit zo is: een dag, een maand of alleen het jaar.",
        en="Fill in since when it is so: a day, a month or only the year.",
    ),
    "recommendation.not-yet": Text(
        nl="Dit moment ligt in de toekomst. Noteer het als het geweest is.",
        en="This moment lies ahead. Note it once it has been.",
    ),
    "recommendation.no-words": Text(
        nl="Schrijf op wat er gedaan is, in hooguit {limit} tekens.",
        en="Write down what was done, in at most {limit} characters.",
    ),
    "recommendation.no-reason": Text(
        nl="Schrijf op waarom de aanbeveling niet wordt opgevolgd, in hooguit {limit} tekens.",
        en="Write down why the recommendation is not followed, in at most {limit} characters.",
    ),
    "recommendation.no-evidence": Text(
        nl="Laat zien dat het (deels) is uitgevoerd: een webadres, een stuk of een verwijzing naar het register.",
        en="Show that it was done (in part): a web address, a document or a reference of the register.",
    ),
    "recommendation.bad-address": _ADDRESS,
    "recommendation.half-change": Text(
        nl="Noem bij een wijziging van het kader beide: de versie, en in hooguit 2000 tekens wat er veranderde.",
        en="Of a change of the kader name both: the version, and in at most 2000 characters what changed.",
    ),
    "recommendation.unknown-kader": Text(
        nl="Er is geen kader ‘{name}’. Kies een versie die er is.",
        en="There is no kader ‘{name}’. Choose a version that exists.",
    ),
    "recommendation.unknown-figure": Text(
        nl="Het kader heeft geen cijfer ‘{name}’. Kies een cijfer dat er is.",
        en="The kader has no figure ‘{name}’. Choose a figure that exists.",
    ),
    "context.no-name": Text(
        nl="Geef het cijfer een naam van hooguit {limit} tekens.",
        en="Give the figure a name of at most {limit} characters.",
    ),
    "context.long-unit": _LONG_NAME,
    "context.no-year": Text(
        nl="Vul in over welk jaar het cijfer gaat.", en="Fill in which year the figure is of."
    ),
    "context.no-source": Text(
        nl="Vul in wie het zegt en waar: de titel van de bron, in hooguit {limit} tekens.",
        en="Fill in who says so and where: the title of the source, in at most {limit} characters.",
    ),
    "context.bad-address": _ADDRESS,
    "context.too-exact": Text(
        nl="Een getal heeft hooguit {limit} cijfers, met die achter de komma. Rond het af zoals de bron dat doet.",
        en="A number has at most {limit} digits, with those behind the point. Round it as the source does.",
    ),
    "context.parts": Text(
        nl="Geef hooguit {limit} delen, elk met een naam en een getal.",
        en="Give at most {limit} parts, each with a name and a number.",
    ),
    "context.struck-out": Text(nl="Dit cijfer is al doorgehaald.", en="This figure is struck out already."),
    "context.no-reason": Text(
        nl="Geef de reden, in hooguit {limit} tekens.", en="Give the reason, in at most {limit} characters."
    ),
    "context.not-a-number": Text(
        nl="‘{value}’ is geen getal. Schrijf het als tekst met een punt of komma voor de decimalen.",
        en="‘{value}’ is no number. Write it as text, with a point or a comma for the decimals.",
    ),
    "interview.who": Text(
        nl="Noem met wie het gesprek was: een partij of een naam, of dat de naam op verzoek niet wordt bewaard.",
        en="Say with whom it was: a party or a name, or that the name is not kept at their request.",
    ),
    "interview.no-moment": Text(
        nl="Vul in wanneer het interview was: een dag, een maand of alleen het jaar.",
        en="Fill in when the interview was: a day, a month or only the year.",
    ),
    "interview.not-yet": Text(
        nl="Dit moment ligt in de toekomst. Noteer het als het geweest is.",
        en="This moment lies ahead. Note it once it has been.",
    ),
    "interview.nobody": Text(
        nl="Vul in wie van ons het interview hield. Een naam heeft hooguit {limit} tekens.",
        en="Fill in who of us held the interview. A name has at most {limit} characters.",
    ),
    "interview.unknown-theme": Text(
        nl="‘{code}’ is geen thema van dit interview. Kies een thema uit de lijst.",
        en="‘{code}’ is no theme of this interview. Choose a theme from the list.",
    ),
    "interview.withheld": Text(
        nl="De naam wordt op verzoek niet bewaard, dus gebruik met naam kan niet.",
        en="The name is not kept at their request, so use with the name cannot be.",
    ),
    "interview.no-consent": Text(
        nl="Kies waarvoor toestemming is gegeven.", en="Choose for what consent was given."
    ),
    "interview.long-how": _LONG_NAME,
    "interview.no-how": Text(
        nl="Vul in hoe dat is gezegd, zoals ‘per mail’, in hooguit 200 tekens.",
        en="Fill in how that was said, such as ‘by mail’, in at most 200 characters.",
    ),
    "interview.withdrawn": Text(
        nl="De toestemming is ingetrokken. Van dit interview wordt niets meer genoteerd.",
        en="Consent was withdrawn. Nothing more is noted of this interview.",
    ),
    "interview.withdrawn-already": Text(
        nl="De toestemming was al ingetrokken; de woorden zijn al weg.",
        en="Consent was withdrawn already; the words are gone.",
    ),
    "interview.no-words": Text(
        nl="Schrijf op wat er is gezegd, in hooguit {limit} tekens.",
        en="Write down what was said, in at most {limit} characters.",
    ),
    "interview.long-quote": Text(
        nl="Een citaat heeft hooguit {limit} tekens; dit heeft er {number}. Kies de zin waar het om gaat.",
        en="A quote has at most {limit} characters; this has {number}. Choose the sentence that matters.",
    ),
    "interview.wider": Text(
        nl="Een citaat kan niet meer toestemming hebben dan het interview. Noteer eerst die toestemming.",
        en="A quote cannot have more consent than its interview. Note that consent first.",
    ),
    "interview.meanwhile": _MEANWHILE,
    "interview.length": Text(
        nl="De langste lengte van een citaat is een getal van 1 tot en met {most}.",
        en="The longest length of a quote is a number from 1 to {most}.",
    ),
    "interview.theme-twice": Text(
        nl="Het thema ‘{code}’ staat hier twee keer. Laat er één staan.",
        en="The theme ‘{code}’ stands here twice. Keep one.",
    ),
}
