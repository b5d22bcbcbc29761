"""The sentences about a kader as one signed file, and about the key it is signed with."""

from openkader.base.text import Text

KADER_FILES: dict[str, Text] = {
    "kader-file.not-one": Text(
        nl="Dit is geen kaderbestand van Open Kader, of het is afgekapt. Vraag het bestand opnieuw.",
        en="This is no kader file of Open Kader, or it was cut off. Ask for the file again.",
    ),
    "kader-file.newer": Text(
        nl="Dit kaderbestand is gemaakt door een nieuwere Open Kader. Werk deze eerst bij.",
        en="This kader file was made by a newer Open Kader. Update this one first.",
    ),
    "kader-file.unsigned": Text(
        nl="Dit kaderbestand is niet ondertekend. Vraag een bestand dat met ‘openkader kader export’ is gemaakt.",
        en="This kader file is not signed. Ask for one that was made with ‘openkader kader export’.",
    ),
    "kader-file.tampered": Text(
        nl="Dit kaderbestand is veranderd nadat het werd ondertekend. Gebruik het niet en vraag het opnieuw.",
        en="This kader file was changed after it was signed. Do not use it, and ask for it again.",
    ),
    "kader-file.bad-path": Text(
        nl="‘{path}’ kan geen bestand of map van een kader zijn.",
        en="‘{path}’ cannot be a file or folder of a kader.",
    ),
    "kader-file.other-digest": Text(
        nl="Het kenmerk in dit bestand hoort niet bij het kader erin. Gebruik het niet en vraag het opnieuw.",
        en="The digest in this file does not belong to the kader in it. Do not use it, and ask for it again.",
    ),
    "kader-file.too-large": Text(
        nl="Het bestand is groter dan {limit}; zo groot is een kaderbestand niet. Vraag het bestand opnieuw.",
        en="The file is larger than {limit}; a kader file is not that large. Ask for the file again.",
    ),
    "kader-file.long-text": Text(
        nl="De tekst van {file} is te lang voor de studio: er passen {most} tekens. Er is niets overgenomen.",
        en="The text of {file} is too long for the studio: {most} characters fit. Nothing was taken over.",
    ),
    "kader-file.same": Text(
        nl="Dit is hetzelfde kader als het nieuwste dat hier is. Er is niets over te nemen.",
        en="This is the same kader as the newest one here. There is nothing to take over.",
    ),
    "kader-file.taken-already": Text(
        nl="Dit kader is al overgenomen, als concept {draft}. Werk daaraan verder, of trek het eerst in.",
        en="This kader was taken over already, as draft {draft}. Go on with that, or withdraw it first.",
    ),
    "kader-file.draft-exists": Text(
        nl="Er ligt al een ander concept {draft}. Haal dat eerst weg, of geef het een andere naam.",
        en="There is another draft {draft} already. Take that away first, or give it another name.",
    ),
    "kader-file.not-trusted": Text(
        nl="Dit bestand is ondertekend met een andere sleutel dan u noemde: {fingerprint}. Er is niets overgenomen.",
        en="This file was signed with another key than you named: {fingerprint}. Nothing was taken over.",
    ),
    "kader-file.no-output": Text(
        nl="Noem met --output het bestand waarin het kader komt.",
        en="Name with --output the file that the kader goes into.",
    ),
    "kader-file.no-day": Text(
        nl="Noem met --from de dag waarop het concept zou ingaan, zoals 2027-01-01.",
        en="Name with --from the day from which the draft would be in force, such as 2027-01-01.",
    ),
    "kader-file.no-organisation": Text(
        nl="Noem met --organisation voor welke organisatie het concept is.",
        en="Name with --organisation for which organisation the draft is.",
    ),
    "kader-file.not-written": Text(
        nl="In {folder} kan niet worden geschreven: {reason}.", en="{folder} cannot be written to: {reason}."
    ),
    "kader-key.locked": Text(
        nl=(
            "De sleutel waarmee kaders worden ondertekend, zit op slot met een andere sleutel van de installatie. Zet "
            "die in OPENKADER_FORMER_KEYS, of maak een nieuwe: openkader kader key --new."
        ),
        en=(
            "The key that signs kaders is locked with another key of the installation. Put that in "
            "OPENKADER_FORMER_KEYS, or make a new one: openkader kader key --new."
        ),
    ),
    "kader-key.open": Text(
        nl="De sleutel {file} is leesbaar voor anderen. Maak hem alleen leesbaar voor de eigenaar (chmod 600).",
        en="The key {file} can be read by others. Make it readable to its owner only (chmod 600).",
    ),
    "kader-key.unreadable": Text(
        nl="De sleutel {file} is beschadigd. Zet een reservekopie terug, of haal hem weg voor een nieuwe sleutel.",
        en="The key {file} is damaged. Put a backup back, or take it away for a new key.",
    ),
}
