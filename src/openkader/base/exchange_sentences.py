"""The sentences about what organisations give each other in one signed file."""

from openkader.base.text import Text

EXCHANGES: dict[str, Text] = {
    "exchange.not-one": Text(
        nl="Dit is geen uitwisselbestand van Open Kader, of het is afgekapt. Vraag het bestand opnieuw.",
        en="This is no exchange file of Open Kader, or it was cut off. Ask for the file again.",
    ),
    "exchange.kader-file": Text(
        nl="Dit is een kaderbestand. Lever het in onder de studio, of met ‘openkader kader import’.",
        en="This is a kader file. Hand it in at the studio, or with ‘openkader kader import’.",
    ),
    "exchange.other-form": Text(
        nl="Dit bestand heeft de vorm {form}; deze Open Kader leest alleen {known}.",
        en="This file is of the form {form}; this Open Kader reads {known} only.",
    ),
    "exchange.unsigned": Text(
        nl="Dit uitwisselbestand is niet ondertekend. Vraag een bestand dat met Open Kader is gemaakt.",
        en="This exchange file is not signed. Ask for one that was made with Open Kader.",
    ),
    "exchange.tampered": Text(
        nl=(
            "Dit uitwisselbestand is niet zoals het werd ondertekend, of er staat iets in dat er niet hoort. "
            "Gebruik het niet en vraag het opnieuw."
        ),
        en=(
            "This exchange file is not as it was signed, or holds what does not belong there. "
            "Do not use it, and ask for it again."
        ),
    ),
    "exchange.too-large": Text(
        nl="Het bestand is groter dan {limit}; zo groot is een uitwisselbestand niet.",
        en="The file is larger than {limit}; an exchange file is not that large.",
    ),
    "exchange.empty": Text(
        nl="Er is niets gekozen om mee te geven. Kies ten minste één onderdeel.",
        en="Nothing was chosen to go along. Choose at least one part.",
    ),
    "exchange.changed": Text(
        nl="Wat u zou meegeven, is veranderd sinds u het zag. Kijk het opnieuw na; er is niets ondertekend.",
        en="What would go along has changed since you saw it. Look at it again; nothing was signed.",
    ),
    "exchange.empty-list": Text(
        nl="Deze lijst is een lege plaats: hij is hier niet gevonden, en er is niets om mee te geven.",
        en="This list is an empty place: it was not found here, and there is nothing to give.",
    ),
    "exchange.no-address": Text(
        nl="Deze lijst is van een ander en heeft hier geen vindplaats. Geef hem alleen mee als u weet dat het mag.",
        en="This list is somebody else's and has no address here. Give it only when you know that you may.",
    ),
    "exchange.own-names": Text(
        nl="Een eigen lijst met namen gaat nooit mee: hij gaat over mensen aan wie het niet is gevraagd.",
        en="A list of names of our own never goes along: it is about people who were not asked.",
    ),
    "exchange.others-names": Text(
        nl="Een lijst met namen gaat nooit mee: haal hem bij de uitgever, zoals hij nu is en onder diens voorwaarden.",
        en="A list of names never goes along: have it from its publisher, as it is now and on the publisher's terms.",
    ),
    "exchange.nothing-chosen": Text(
        nl="Er is geen boodschap of lijst gekozen die hier nieuw of anders is.",
        en="No line to take or list was chosen that is new or different here.",
    ),
    "exchange.no-part": Text(
        nl="Dit onderdeel zit niet in het bestand.",
        en="This part is not in the file.",
    ),
    "exchange.no-name": Text(
        nl="Noem met --draft en --from hoe het concept heet en vanaf welke dag het zou gelden.",
        en="Name with --draft and --from what the draft is called and from which day it would hold.",
    ),
    "exchange.no-output": Text(
        nl="Noem met --output het bestand waarin alles komt.",
        en="Name with --output the file that everything goes into.",
    ),
    "exchange.unknown-key": Text(
        nl=(
            "Deze organisatie is hier niet bekend met deze sleutel. Vraag haar langs een andere weg om haar teken, "
            "vergelijk het, en bevestig dat."
        ),
        en=(
            "This organisation is not known here by this key. Ask it by another way for its mark, compare that, "
            "and confirm that you did."
        ),
    ),
    "exchange.own-figures": Text(
        nl="Dit zijn cijfers van {organisation} zelf. Eigen cijfers komen uit het eigen register.",
        en="These are figures of {organisation} itself. One's own figures come from one's own register.",
    ),
    "exchange.kept-already": Text(
        nl="De cijfers uit dit bestand zijn hier al bewaard. Er is niets over te nemen.",
        en="The figures of this file are kept here already. There is nothing to take over.",
    ),
    "exchange.older": Text(
        nl="Van deze organisatie is hier een nieuwer bestand, van {day}. Een ouder komt daar niet overheen.",
        en="There is a newer file of this organisation here, of {day}. An older one does not come over that.",
    ),
}
