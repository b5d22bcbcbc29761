"""The sentences about screening in a case: delegations, hits, reviews and the queue."""

from openkader.base.text import Text

SCREENING: dict[str, Text] = {
    "delegation.meanwhile": Text(
        nl="Iemand anders bewaarde intussen versie {version} van deze lijst. Vergelijk opnieuw en bewaar dan.",
        en="Somebody else saved version {version} of this list meanwhile. Compare again, then save.",
    ),
    "delegation.empty": Text(
        nl="Op deze lijst staat niemand die kan worden overgenomen.",
        en="There is nobody on this list who can be taken over.",
    ),
    "decision.not-screened": Text(
        nl="Van de {all} partijen zijn er {number} nog niet gescreend. Zonder screening is er geen groen licht.",
        en="Of the {all} parties {number} have not been screened yet. Without screening there is no green light.",
    ),
    "decision.hits-to-review": Text(
        nl="Bij {number} partijen is een treffer nog niet beoordeeld. Beoordeel die eerst.",
        en="Of {number} parties a hit has not been judged yet. Judge it first.",
    ),
    "facts.from-screening": Text(
        nl="Het antwoord op ‘{fact}’ volgt uit de screening van de delegatie. U hoeft het niet in te vullen.",
        en="The answer to ‘{fact}’ follows from the screening of the delegation. You need not give it.",
    ),
    "review.meanwhile": Text(
        nl="{by} beoordeelde deze treffer intussen. Lees dat oordeel eerst. Uw oordeel is niet bewaard.",
        en="{by} judged this hit meanwhile. Read that judgement first. Yours was not saved.",
    ),
    "review.same-person": Text(
        nl="U gaf het laatste oordeel. Een tweede persoon moet er nu naar kijken.",
        en="You gave the last judgement. A second person has to look at it now.",
    ),
    "review.gone": Text(
        nl="Deze treffer geldt niet meer. Er valt niets te beoordelen.",
        en="This hit is no longer in force. There is nothing to judge.",
    ),
    "review.no-verdict": Text(
        nl="Kies een oordeel: het is deze partij, het is een ander, of het is niet te zeggen.",
        en="Choose a judgement: it is this party, it is somebody else, or it cannot be told.",
    ),
    "review.no-reason": Text(
        nl="Geef de reden van uw oordeel. Een ander moet het kunnen volgen.",
        en="Give the reason for your judgement. Somebody else must be able to follow it.",
    ),
    "escalation.settled": Text(
        nl="Deze treffer is afgedaan. Er valt niets op te schalen.",
        en="This hit is settled. There is nothing to escalate.",
    ),
    "escalation.no-text": Text(
        nl="Schrijf op wat u vraagt of meldt.", en="Write down what you ask or report."
    ),
    "note.incomplete": Text(
        nl="Geef de titel van de bron, en wat zij zegt.",
        en="Give the title of the source, and what it says.",
    ),
    "note.bad-address": Text(
        nl="Een adres begint met https:// of http://.", en="An address begins with https:// or http://."
    ),
    "screening.nameless": Text(
        nl="Van {party} is geen naam bekend. Zonder naam is er geen screening.",
        en="No name is known of {party}. Without a name there is no screening.",
    ),
    "screening.overtaken": Text(
        nl="Deze taak is intussen door een ander overgenomen. Er is niets bewaard.",
        en="Somebody else took this task over meanwhile. Nothing was saved.",
    ),
    "screening.workers-died": Text(
        nl="De screening brak {number} keer af zonder antwoord. Kijk in het logboek, en vraag haar opnieuw aan.",
        en="The screening broke off {number} times without an answer. Look in the log, and ask for it again.",
    ),
    "screening.unkept": Text(
        nl="Een lijst geeft iets dat niet te bewaren is (bij {place}). Er is niet gescreend; meld het de beheerder.",
        en="A list gives something that cannot be kept (at {place}). Nobody was screened; tell whoever runs this.",
    ),
    "screening.no-names": Text(
        nl="In deze map staan geen namen (*.jsonl, één bestand per herkomst), dus er is niets geteld.",
        en="There are no names in this folder (*.jsonl, one file for each origin), so nothing was counted.",
    ),
}
