"""The words of the house in an evaluation: headings of columns, notices, what is not known."""

from openkader.base.text import Text
from openkader.casework.vocabulary import DecisionOutcome
from openkader.evaluation.covering import Cover

UNKNOWN = Text(nl="onbekend", en="unknown")
UNKNOWN_NUMBER = Text(nl="onbekend aantal", en="unknown number")
NOT_APPLICABLE = Text(nl="n.v.t.", en="n/a")

OUTCOMES = {
    DecisionOutcome.TAKE_UP: Text(nl="Opgepakt", en="Taken up"),
    DecisionOutcome.TAKE_UP_WITH_CONDITIONS: Text(
        nl="Opgepakt onder voorwaarden", en="Taken up under conditions"
    ),
    DecisionOutcome.HOLD: Text(nl="Aangehouden", en="On hold"),
    DecisionOutcome.REFER: Text(nl="Doorverwezen", en="Referred on"),
    DecisionOutcome.REFUSE: Text(nl="Geweigerd", en="Refused"),
    DecisionOutcome.WITHDRAWN: Text(nl="Ingetrokken", en="Withdrawn"),
}
OUTCOME_UNKNOWN = Text(nl="Besloten, uitkomst niet bekend", en="Decided, outcome not known")
UNDECIDED = Text(nl="Nog niet besloten", en="Not decided yet")

COVERS = {
    Cover.FULL: Text(nl="bewezen", en="shown"),
    Cover.OPEN: Text(nl="open", en="open"),
    Cover.WAIVED: Text(nl="vrijgesteld", en="waived"),
    Cover.UNKNOWN: Text(nl="niet bekend", en="unknown"),
    Cover.NOT_APPLICABLE: Text(nl="niet gevraagd", en="not asked"),
}
LETTERS = {
    Cover.FULL: Text(nl="B", en="S"),
    Cover.OPEN: Text(nl="O", en="O"),
    Cover.WAIVED: Text(nl="V", en="W"),
    Cover.UNKNOWN: Text(nl="?", en="?"),
    Cover.NOT_APPLICABLE: Text(nl="–", en="–"),
}

TITLE = Text(nl="Evaluatie over {year}", en="Evaluation of {year}")
ABOUT = {
    "kader": Text(nl="Kader", en="Framework"),
    "version": Text(nl="Versie van het kader", en="Version of the framework"),
    "source": Text(nl="Bron van het register", en="Source of the register"),
    "made": Text(nl="Opgemaakt op", en="Made on"),
}
DRAFT = Text(
    nl="Concept. Deze evaluatie is niet vastgesteld; de cijfers volgen het register en kunnen nog veranderen.",
    en="Draft. This evaluation has not been adopted; its figures follow the register and may still change.",
)
FICTIONAL = Text(
    nl="Alles in deze evaluatie is verzonnen, als voorbeeld: geen van de gegevens gaat over iets dat gebeurd is.",
    en="Everything in this evaluation was made up, as an example: none of it is about something that happened.",
)
NO_TEXTS = Text(
    nl="Geen van de hoofdstukken heeft al een tekst. Dit document laat zien wat het register zelf kan tonen.",
    en="None of the chapters has a text yet. This document shows what the register itself can show.",
)
NO_TEXT = Text(
    nl="Dit hoofdstuk heeft nog geen tekst.",
    en="This chapter has no text yet.",
)
NOTHING = Text(
    nl="Het register heeft voor dit hoofdstuk geen gegevens.",
    en="The register has nothing to show in this chapter.",
)
TOO_MANY = Text(
    nl="Er waren {number} activiteiten: te veel om elk te tekenen. De tabel noemt ze alle.",
    en="There were {number} activities: too many to draw each. The table names them all.",
)
FINDING = Text(nl="Bevinding: {text}", en="Finding: {text}")
FINDING_UNKNOWN = Text(
    nl="Het register kent hiervoor geen bevinding.", en="The register has no finding on this."
)
VERDICTS = {
    "met": Text(
        nl="Oordeel van de evaluatie: aan de voorwaarde is voldaan.", en="Verdict: the condition is met."
    ),
    "not_met": Text(
        nl="Oordeel van de evaluatie: aan de voorwaarde is niet voldaan.",
        en="Verdict: the condition is not met.",
    ),
}
QUOTED = Text(nl="{source}", en="{source} (in Dutch)")
ERRATA = Text(nl="Errata", en="Errata")
CHANGED = Text(
    nl="Zo vastgesteld. Het register telt nu {now}.", en="As adopted. The register now counts {now}."
)
