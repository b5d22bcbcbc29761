"""The sentences about the set-up file of an installation."""

from openkader.base.text import Text

SETUP: dict[str, Text] = {
    "setup.too-large": Text(
        nl="Een inrichtingsbestand is hooguit {limit} kB groot.",
        en="A set-up file is at most {limit} kB.",
    ),
    "setup.secret-in-file": Text(
        nl="Een geheim staat niet in dit bestand. Schrijf waar het staat: file:/pad/naar/bestand of env:NAAM.",
        en="A secret does not stand in this file. Write where it stands: file:/path/to/file or env:NAME.",
    ),
    "setup.secret-unreadable": Text(
        nl="Op de plaats van dit geheim staat niets, of iets wat geen geheim van één regel is.",
        en="In the place of this secret there is nothing, or something that is no secret of one line.",
    ),
    "setup.bad-value": Text(
        nl="‘{value}’ kan niet in een omgevingsbestand staan: geen aanhalingstekens, backslash, # of nieuwe regel.",
        en="‘{value}’ cannot stand in an environment file: no quotation marks, backslash, # or new line.",
    ),
    "setup.unknown-word": Text(
        nl="‘{value}’ is hier onbekend. Kies uit: {known}.",
        en="‘{value}’ is unknown here. Choose from: {known}.",
    ),
    "setup.bad-address": Text(
        nl="‘{value}’ is geen mailadres.",
        en="‘{value}’ is no mail address.",
    ),
    "setup.twice": Text(
        nl="‘{value}’ staat er twee keer in.",
        en="‘{value}’ stands in it twice.",
    ),
    "setup.bad-group": Text(
        nl="De naam van een groep heeft geen ; en is niet leeg.",
        en="The name of a group has no ; and is not empty.",
    ),
    "setup.unreadable-environment": Text(
        nl="Het omgevingsbestand is niet te lezen of te schrijven ({reason}).",
        en="The environment file cannot be read or written ({reason}).",
    ),
}
