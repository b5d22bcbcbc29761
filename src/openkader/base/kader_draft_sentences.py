"""The sentences about a version of a kader that is drafted and adopted."""

from openkader.base.text import Text

KADER_DRAFTS: dict[str, Text] = {
    "kader-draft.no-name": Text(
        nl="Geef het concept een naam, zodat collega's zien waar het om gaat.",
        en="Give the draft a name, so that colleagues see what it is about.",
    ),
    "kader-draft.long-name": Text(
        nl="De naam is te lang. Er passen {most} tekens.", en="The name is too long. {most} characters fit."
    ),
    "kader-draft.older-base": Text(
        nl=(
            "Dit concept begint bij {base}, maar {newest} is nieuwer. Maak een concept van {newest}, "
            "en neem daarin over wat u wilde veranderen."
        ),
        en=(
            "This draft starts from {base}, but {newest} is newer. Draft from {newest}, "
            "and take over in it what you wanted to change."
        ),
    ),
    "kader-draft.not-later": Text(
        nl="De nieuwe versie moet later ingaan dan de versie die zij vervangt. Kies een dag na {day}.",
        en="The new version must be in force later than the version it replaces. Choose a day after {day}.",
    ),
    "kader-draft.adopted": Text(
        nl="Deze versie is vastgesteld. Zij verandert niet meer; maak er een volgende versie van.",
        en="This version was adopted. It changes no more; draft a next version from it.",
    ),
    "kader-draft.withdrawn": Text(
        nl="Dit concept is ingetrokken. Lezen kan nog; begin een nieuw concept om verder te gaan.",
        en="This draft was withdrawn. It can still be read; begin a new draft to go on.",
    ),
    "kader-draft.no-reason": Text(
        nl="Schrijf waarom u het concept intrekt, zodat collega's het later begrijpen.",
        en="Write why you withdraw the draft, so that colleagues understand it later.",
    ),
    "kader-draft.long-reason": Text(
        nl="De reden is te lang. Er passen {most} tekens.",
        en="The reason is too long. {most} characters fit.",
    ),
    "kader-draft.empty": Text(
        nl="De tekst is leeg. Schrijf iets, of zet de vorige tekst terug.",
        en="The text is empty. Write something, or put the previous text back.",
    ),
    "kader-draft.too-long": Text(
        nl="De tekst telt {length} tekens; er passen er {most}. Zij is niet bewaard. Verdeel haar over bestanden.",
        en="The text has {length} characters; {most} fit. It was not saved. Spread it over files.",
    ),
    "kader-draft.meanwhile": Text(
        nl=(
            "{by} bewaarde intussen een andere tekst. Beide staan hieronder; die van u is nog niet bewaard. "
            "Bewaart u opnieuw, dan telt die van u, en blijft de andere bij de stappen."
        ),
        en=(
            "{by} saved another text meanwhile. Both stand below; yours was not saved yet. "
            "If you save again yours counts, and the other stays among the steps."
        ),
    ),
    "kader-draft.own-text": Text(
        nl="U schreef mee aan dit concept. Iemand anders stelt het vast.",
        en="You wrote on this draft. Somebody else adopts it.",
    ),
    "kader-draft.unreadable": Text(
        nl="Het concept heeft nog fouten: {number}. De eerste: {first}",
        en="The draft still has mistakes: {number}. The first: {first}",
    ),
    "kader-draft.findings": Text(
        nl="De controle vond fouten in het concept: {number}. De eerste: {first}",
        en="The check found errors in the draft: {number}. The first: {first}",
    ),
    "kader-draft.changed-meanwhile": Text(
        nl="Het concept is veranderd sinds u het las. Lees het opnieuw en stel het dan vast.",
        en="The draft was changed since you read it. Read it again, then adopt it.",
    ),
    "kader-draft.no-body": Text(
        nl="Schrijf wie het besluit nam, bijvoorbeeld Gedeputeerde Staten.",
        en="Write who took the decision, for example the Provincial Executive.",
    ),
    "kader-draft.decided-later": Text(
        nl="Het besluit ligt in de toekomst. Stel de versie vast als het besluit genomen is.",
        en="The decision lies in the future. Adopt the version when the decision was taken.",
    ),
    "kader-draft.before-decision": Text(
        nl="De versie kan niet ingaan voor de dag van het besluit.",
        en="The version cannot be in force before the day of the decision.",
    ),
    "kader-draft.other-day": Text(
        nl="In de kop van het concept staat dat het ingaat op {day}. Verander de kop, of kies die dag.",
        en="The heading of the draft says that it is in force from {day}. Change the heading, or choose that day.",
    ),
    "kader-draft.unknown-file": Text(
        nl="Dit concept heeft geen bestand {file}.", en="This draft has no file {file}."
    ),
    "kader-draft.row-meanwhile": Text(
        nl=(
            "{by} veranderde intussen deze regel. Wat er nu staat, leest u hieronder; die van u is nog niet bewaard. "
            "Bewaart u opnieuw, dan telt die van u, en blijft de andere bij de stappen."
        ),
        en=(
            "{by} changed this rule meanwhile. What it says now stands below; yours was not saved yet. "
            "If you save again yours counts, and the other stays among the steps."
        ),
    ),
    "kader-draft.row-gone": Text(
        nl=(
            "Deze regel is er niet meer: {by} haalde hem intussen weg of gaf hem een andere naam. Wat u invulde, staat "
            "hieronder. Bewaart u het, dan komt het er als nieuwe regel bij."
        ),
        en=(
            "This rule is no longer there: {by} removed it meanwhile, or gave it another name. What you filled in "
            "stands below. If you save it, it is added as a new rule."
        ),
    ),
    "kader-draft.rows-meanwhile": Text(
        nl="{by} veranderde intussen deze tabel. Kijk of het nog klopt, en druk dan opnieuw.",
        en="{by} changed this table meanwhile. See whether it is still right, then press again.",
    ),
    "kader-draft.last-row": Text(
        nl="Een tabel houdt ten minste één regel. De hele tabel weghalen kan in de tekst.",
        en="A table keeps at least one rule. All of it can be removed in the text.",
    ),
    "kader-draft.row-layout": Text(
        nl="Zo als deze regel in de tekst staat, is hij niet in een formulier te veranderen. Verander hem in de tekst.",
        en="As this rule stands in the text it cannot be changed in a form. Change it in the text.",
    ),
    "kader-draft.entry-meanwhile": Text(
        nl=(
            "{by} veranderde dit intussen. Wat er nu staat, leest u hieronder; dat van u is nog niet bewaard. "
            "Bewaart u opnieuw, dan telt dat van u, en blijft het andere bij de stappen."
        ),
        en=(
            "{by} changed this meanwhile. What it says now stands below; yours was not saved yet. "
            "If you save again yours counts, and the other stays among the steps."
        ),
    ),
    "kader-draft.entry-gone": Text(
        nl=(
            "Dit is er niet meer: {by} haalde het intussen weg of gaf het een andere naam. Wat u invulde, staat "
            "hieronder. Bewaart u het, dan komt het er opnieuw bij."
        ),
        en=(
            "This is no longer there: {by} removed it meanwhile, or gave it another name. What you filled in "
            "stands below. If you save it, it is added anew."
        ),
    ),
    "kader-draft.entry-used": Text(
        nl="Dit is nog in gebruik. Haal het eerst daar weg: {uses}.",
        en="This is still in use. Take it away there first: {uses}.",
    ),
}
