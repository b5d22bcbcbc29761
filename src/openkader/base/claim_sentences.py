"""The sentences about a claims file that is wrong."""

from openkader.base.text import Text

CLAIMS: dict[str, Text] = {
    "claims.not-a-file": Text(
        nl="Dit is geen bestand. Noem een bestand met beweringen.",
        en="This is not a file. Name a file with claims.",
    ),
    "claims.control-letter": Text(
        nl="In deze tekst staat een stuurteken. Haal het weg.",
        en="This text holds a control character. Take it out.",
    ),
    "claims.unknown-kader": Text(
        nl="Er is hier geen kader ‘{kader}’. Schrijf organisatie/versie, zoals zuid-holland/2024-01-01.",
        en="There is no kader ‘{kader}’ here. Write organisation/version, such as zuid-holland/2024-01-01.",
    ),
    "claims.too-many": Text(
        nl="Het bestand heeft {count} beweringen. Hier worden er ten hoogste {most} tegelijk nagekeken. Splits het, "
        "of gebruik openkader evaluate check.",
        en="The file has {count} claims. Here at most {most} are checked at once. Split it, or use "
        "openkader evaluate check.",
    ),
    "claims.too-many-figures": Text(
        nl="Het bestand heeft {count} eigen cijfers. Hier worden er ten hoogste {most} tegelijk geteld. Splits het, "
        "of gebruik openkader evaluate check.",
        en="The file has {count} figures of its own. Here at most {most} are counted at once. Split it, or use "
        "openkader evaluate check.",
    ),
    "claims.none": Text(nl="Het bestand heeft geen beweringen.", en="The file has no claims."),
    "claims.not-an-address": Text(
        nl="‘{value}’ is geen webadres. Schrijf https:// en het hele adres.",
        en="‘{value}’ is no web address. Write https:// and the whole address.",
    ),
    "claims.no-such-year": Text(
        nl="{value} is geen jaar. Schrijf vier cijfers.", en="{value} is no year. Write four digits."
    ),
    "claims.unknown-part": Text(
        nl="Het deel ‘{part}’ staat niet bij parts. Voeg het toe, of kies een deel dat er staat.",
        en="The part ‘{part}’ is not among parts. Add it, or choose one that is.",
    ),
    "claims.assertion": Text(
        nl="Een bewering zegt één ding: figure met is, at_least, at_most of all: true; figure met than_year en says; "
        "sum met is; same_number; refers; of outside.",
        en="A claim says one thing: figure with is, at_least, at_most or all: true; figure with than_year and says; "
        "sum with is; same_number; refers; or outside.",
    ),
    "claims.unknown-figure": Text(
        nl="Het cijfer ‘{figure}’ staat niet in het kader en niet in dit bestand. Bedoelde u ‘{near}’?",
        en="The figure ‘{figure}’ is not in the kader nor in this file. Did you mean ‘{near}’?",
    ),
    "claims.no-whole": Text(
        nl="Het cijfer ‘{figure}’ zegt niet waarvan het een deel is. Geef het ‘of’, of vraag een getal.",
        en="The figure ‘{figure}’ does not say of what it is a part. Give it ‘of’, or ask for a number.",
    ),
    "claims.negative": Text(
        nl="Een cijfer telt: {value} kan het nooit zijn.", en="A figure counts: it can never be {value}."
    ),
    "claims.too-few": Text(
        nl="Hier horen ten minste twee en ten hoogste {most} verschillende delen.",
        en="There must be at least two and at most {most} different parts here.",
    ),
    "claims.unknown-claim": Text(
        nl="De bewering ‘{claim}’ staat niet in dit bestand.", en="The claim ‘{claim}’ is not in this file."
    ),
    "claims.states-no-number": Text(
        nl="De bewering ‘{claim}’ noemt geen getal. same_number vergelijkt beweringen met figure en is.",
        en="The claim ‘{claim}’ states no number. same_number compares claims with figure and is.",
    ),
}
