"""The sentences about the yearly evaluation that is written, reviewed and adopted."""

from openkader.base.text import Text

EVALUATION: dict[str, Text] = {
    "evaluation.adopted": Text(
        nl="Deze evaluatie is vastgesteld. De tekst verandert niet meer; een verbetering is een erratum.",
        en="This evaluation was adopted. Its text changes no more; a correction is an erratum.",
    ),
    "evaluation.not-adopted": Text(
        nl="Deze evaluatie is nog niet vastgesteld. Verander de tekst zelf.",
        en="This evaluation was not adopted yet. Change the text itself.",
    ),
    "evaluation.empty-text": Text(
        nl="Het hoofdstuk is leeg. Schrijf iets, of zeg waarom het leeg blijft.",
        en="The chapter is empty. Write something, or say why it stays empty.",
    ),
    "evaluation.too-long": Text(
        nl="De tekst telt {length} tekens; er passen er {most}. Uw tekst staat nog in het veld en is niet bewaard.",
        en="The text has {length} characters; {most} fit. Your text still stands in the field and was not saved.",
    ),
    "evaluation.meanwhile": Text(
        nl=(
            "{by} bewaarde intussen een andere versie. Beide teksten staan hieronder; de uwe is nog niet bewaard. "
            "Bewaart u opnieuw, dan telt de uwe en blijft de andere bij de versies."
        ),
        en=(
            "{by} saved another version meanwhile. Both texts stand below; yours was not saved yet. "
            "If you save again yours counts, and the other stays among the versions."
        ),
    ),
    "evaluation.in-review-already": Text(
        nl="Deze evaluatie ligt al voor om na te kijken.", en="This evaluation lies for review already."
    ),
    "evaluation.not-in-review": Text(
        nl="Deze evaluatie is nog een concept. Leg haar eerst voor om na te kijken.",
        en="This evaluation is still a draft. Send it to review first.",
    ),
    "evaluation.chapters-missing": Text(
        nl="Hoofdstukken zonder tekst: {number}, zoals {first}. Schrijf ze, of zeg waarom ze leeg blijven.",
        en="Chapters without a text: {number}, such as {first}. Write them, or say why they stay empty.",
    ),
    "evaluation.passage-gone": Text(
        nl="Deze alinea staat er niet meer zo. Lees haar opnieuw en geef dan uw opmerking.",
        en="This paragraph does not stand there any more in these words. Read it again, then comment.",
    ),
    "evaluation.resolved-already": Text(
        nl="Deze opmerking is al afgehandeld.", en="This comment was resolved already."
    ),
    "evaluation.nothing-changed": Text(
        nl="In deze alinea is geen cijfer veranderd sinds zij geschreven is.",
        en="No figure in this paragraph changed since it was written.",
    ),
    "evaluation.nothing-said": Text(
        nl="Het veld is leeg. Schrijf iets.", en="The field is empty. Write something."
    ),
    "evaluation.too-many-words": Text(
        nl="Dit is te lang. Er passen {most} tekens.", en="This is too long. {most} characters fit."
    ),
    "evaluation.own-text": Text(
        nl="U schreef mee aan deze evaluatie. Een ander stelt haar vast.",
        en="You wrote on this evaluation. Somebody else adopts it.",
    ),
    "evaluation.open-comments": Text(
        nl="Opmerkingen die nog open staan: {number}. Handel ze eerst af.",
        en="Comments that are still open: {number}. Resolve them first.",
    ),
    "evaluation.unreadable": Text(
        nl="Verwijzingen tussen haken die niet te lezen zijn: {number}, zoals {first}. Verbeter ze eerst.",
        en="References between brackets that cannot be read: {number}, such as {first}. Mend them first.",
    ),
    "evaluation.unknown-figure": Text(
        nl="De tekst noemt iets dat het register niet kent: {first} (samen {number}). Verbeter dat eerst.",
        en="The text names something that the register does not know: {first} ({number} in all). Mend that first.",
    ),
    "evaluation.quote-withdrawn": Text(
        nl="De toestemming voor een citaat in de tekst is ingetrokken: {first} (samen {number}). Haal het weg.",
        en="Consent for a quote in the text was withdrawn: {first} ({number} in all). Take it out.",
    ),
    "evaluation.quote-not-allowed": Text(
        nl=(
            "Van een citaat in de tekst is niet bekend dat het gebruikt mag worden: {first} (samen {number}). "
            "Leg de toestemming vast bij het interview, of haal het citaat weg."
        ),
        en=(
            "Of a quote in the text it is not known that it may be used: {first} ({number} in all). "
            "Note the consent with the interview, or take the quote out."
        ),
    ),
    "evaluation.marked": Text(
        nl="Cijfers die veranderden nadat hun zin geschreven was: {number}. Kijk die zinnen eerst na.",
        en="Figures that changed after their sentence was written: {number}. Look at those sentences first.",
    ),
    "evaluation.changed-meanwhile": Text(
        nl="De tekst of een cijfer is veranderd sinds u deze pagina opende. Er is niets vastgesteld. Lees opnieuw.",
        en="The text or a figure changed since you opened this page. Nothing was adopted. Read it again.",
    ),
    "evaluation.other-kader": Text(
        nl="Het kader is veranderd sinds deze evaluatie begon ({was}, nu {now}). Laat de beheerder ernaar kijken.",
        en="The framework changed since this evaluation was begun ({was}, now {now}). Have the administrator look.",
    ),
    "evaluation.nothing-restated": Text(
        nl="Dit cijfer telt nu hetzelfde als bij de vaststelling. Er is niets te herzien.",
        en="This figure counts the same now as when it was adopted. There is nothing to restate.",
    ),
    "open-data.not-empty": Text(
        nl="In de map {folder} staat al iets. Kies een nieuwe of lege map; er is niets overschreven.",
        en="There is something in the folder {folder} already. Choose a new or empty one; nothing was overwritten.",
    ),
    "open-data.not-written": Text(
        nl="De open data kon niet worden geschreven in {folder} ({reason}). Kies een andere plek.",
        en="The open data could not be written in {folder} ({reason}). Choose another place.",
    ),
    "evaluation.no-output": Text(
        nl="Zeg met --output in welk bestand de evaluatie komt. Dat kan als docx, pdf of html.",
        en="Say with --output into which file the evaluation goes. It can be docx, pdf or html.",
    ),
    "evaluation.no-folder": Text(
        nl="De map {folder} is er niet. Maak haar eerst, of kies een andere plek voor het bestand.",
        en="There is no folder {folder}. Make it first, or choose another place for the file.",
    ),
    "evaluation.not-written": Text(
        nl="In {folder} kan dit bestand niet worden geschreven ({reason}). Kies een andere plek voor het bestand.",
        en="This file cannot be written in {folder} ({reason}). Choose another place for the file.",
    ),
    "evaluation.no-font": Text(
        nl=(
            "Geen lettertype op deze server toont alle tekens van deze evaluatie, zoals Chinese namen. Neem haar mee "
            "voor Word of als pagina, of vraag de beheerder om fonts-noto-cjk te installeren."
        ),
        en=(
            "No font on this server shows every character of this evaluation, such as Chinese names. Take it along "
            "for Word or as a page, or ask the administrator to install fonts-noto-cjk."
        ),
    ),
}
