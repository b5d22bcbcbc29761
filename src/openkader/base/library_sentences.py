"""The sentences about the library of a kader, lines to take, and what was said of a meeting in public."""

from openkader.base.text import Text

LIBRARY: dict[str, Text] = {
    "kader.undated-source": Text(
        nl="De bron ‘{source}’ heeft geen datum. Geef haar een datum.",
        en="The source ‘{source}’ has no date. Give it one.",
    ),
    "kader.follows-itself": Text(
        nl="De bron ‘{source}’ volgt zichzelf op, of in een kring. Haal een ‘supersedes’ weg.",
        en="The source ‘{source}’ follows itself, or in a circle. Take a ‘supersedes’ out.",
    ),
    "kader.changed-type": Text(
        nl="De vraag ‘{fact}’ was in {older} van type {was} en is hier {becomes}. Geef de nieuwe vraag een eigen naam.",
        en="The question ‘{fact}’ was of type {was} in {older} and is {becomes} here. Give the new one its own name.",
    ),
    "message.cancelled": Text(
        nl="Deze activiteit ging niet door. Er is geen boodschap overgebracht.",
        en="This activity was cancelled. No line was raised.",
    ),
    "message.not-yet": Text(
        nl="Deze activiteit moet nog beginnen. Leg daarna vast wat aan de orde kwam.",
        en="This activity has not begun yet. Note afterwards what was raised.",
    ),
    "message.meanwhile": Text(
        nl="Een collega legde intussen iets vast over deze boodschap. Lees dat eerst. Uw notitie is niet bewaard.",
        en="A colleague noted something on this line meanwhile. Read that first. Yours was not saved.",
    ),
    "message.not-there": Text(
        nl="Deze gesprekspartner hoort niet bij de activiteit. Kies iemand die erbij was.",
        en="This counterpart does not belong to the activity. Choose somebody who was there.",
    ),
    "message.unsaid": Text(
        nl="Geef aan of de boodschap aan de orde kwam.", en="Say whether the line was raised."
    ),
    "message.no-reason": Text(
        nl="Geef de reden waarom de boodschap niet aan de orde kwam.",
        en="Give the reason why the line was not raised.",
    ),
    "message.not-raised": Text(
        nl="Een boodschap die niet aan de orde kwam, kreeg geen reactie en was formeel noch informeel. Haal dat weg.",
        en="A line that was not raised got no reaction and was neither formal nor informal. Take that out.",
    ),
    "follow-up.incomplete": Text(
        nl="Een vervolg heeft drie delen: wat, wie en vóór wanneer. Vul ze alle drie in, of geen.",
        en="A follow-up has three parts: what, who and before when. Fill in all three, or none.",
    ),
    "follow-up.done": Text(nl="Dit vervolg is al afgerond.", en="This follow-up is done already."),
    "follow-up.no-outcome": Text(
        nl="Schrijf op wat het vervolg heeft opgeleverd.", en="Write down what came of the follow-up."
    ),
    "public-account.no-title": Text(nl="Geef een titel.", en="Give a title."),
    "public-account.future": Text(
        nl="Die dag moet nog komen. Leg een bericht vast als het openbaar is.",
        en="That day has yet to come. Record an item when it is public.",
    ),
    "public-account.nothing-kept": Text(
        nl="Geef het webadres, of plak de tekst. Anders is het bericht later niet terug te vinden.",
        en="Give the web address, or paste the text. Else the item cannot be found later.",
    ),
    "public-account.bad-address": Text(
        nl="Dit is geen webadres dat begint met https:// of http://. Kopieer het uit de adresbalk.",
        en="This is no web address that begins with https:// or http://. Copy it from the address bar.",
    ),
}
