"""The sentences about support of an investment: the partner, the case there, and its statements."""

from openkader.base.text import Text

INVESTMENT: dict[str, Text] = {
    "investment.closed": Text(
        nl="Deze organisatie heeft geen partner die investeringen beoordeelt. Noem die in investments.yaml.",
        en="This organisation has no partner that judges investments. Name it in investments.yaml.",
    ),
    "investment.unknown-word": Text(
        nl="‘{word}’ bij ‘{key}’ staat niet in het kader. Noem een loket, maatregel of lijst die het kader kent.",
        en="‘{word}’ at ‘{key}’ is not in the kader. Name a desk, measure or list that the kader knows.",
    ),
    "investment.not-one": Text(
        nl="Dit dossier gaat niet over ondersteuning van een investering, of dit loket beoordeelt die niet.",
        en="This case is not about support of an investment, or this desk does not judge those.",
    ),
    "investment.over": Text(
        nl="Dit verzoek is geweigerd of ingetrokken. De partner wordt niet meer gevraagd.",
        en="This request was refused or withdrawn. The partner is not asked any more.",
    ),
    "investment.no-case": Text(
        nl="Noem het zaaknummer bij de partner, of kies de investeerder uit dit dossier.",
        en="Name the number of the case at the partner, or choose the investor from this dossier.",
    ),
    "investment.not-in-dossier": Text(
        nl="Deze partij staat niet in dit dossier. Voeg haar eerst toe; dan wordt zij ook gescreend.",
        en="This party is not in this dossier. Add it first; then it is screened as well.",
    ),
    "investment.no-statement": Text(
        nl="Zeg op welke dag de partner dit zei.", en="Say on which day the partner said this."
    ),
    "investment.no-ground": Text(
        nl="Kies de grond waarop niet met dit bedrijf kon worden gewerkt.",
        en="Choose the ground on which this company could not be worked with.",
    ),
    "investment.unknown-ground": Text(
        nl="De grond ‘{code}’ staat niet op de lijst van het kader. Kies een van de lijst.",
        en="The ground ‘{code}’ is not on the list of the kader. Choose one of the list.",
    ),
    "investment.said-later": Text(
        nl="De dag van het oordeel ligt in de toekomst. Kies vandaag of een eerdere dag.",
        en="The day of the statement lies in the future. Choose today or an earlier day.",
    ),
    "investment.ends-before": Text(
        nl="Het oordeel eindigt vóór de dag waarop het is gegeven. Kies een latere dag, of laat hem leeg.",
        en="The statement ends before the day on which it was given. Choose a later day, or leave it empty.",
    ),
    "investment.nothing-to-show": Text(
        nl="Er is nog geen oordeel van de partner dat een maatregel aantoont.",
        en="There is no statement of the partner yet that shows a measure.",
    ),
}
