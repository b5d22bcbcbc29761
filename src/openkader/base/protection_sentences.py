"""The sentences about information protection: the list, what is said of its steps, conflicts and the sign-off."""

from openkader.base.text import Text

PROTECTION: dict[str, Text] = {
    "protection.address": Text(
        nl="‘{url}’ is geen webadres. Begin met https:// of laat het weg.",
        en="‘{url}’ is no web address. Begin with https:// or leave it out.",
    ),
    "protection.date": Text(
        nl="‘{date}’ is geen datum. Schrijf een jaar, maand of dag: 2024, 2024-05 of 2024-05-23.",
        en="‘{date}’ is no date. Write a year, a month or a day: 2024, 2024-05 or 2024-05-23.",
    ),
    "protection.unknown-source": Text(
        nl="De bron ‘{source}’ staat niet in deze lijst. Zet haar bij ‘sources’.",
        en="The source ‘{source}’ is not in this list. Add it to ‘sources’.",
    ),
    "protection.no-source": Text(
        nl="Een stap noemt ten minste één bron.", en="A step names one source at least."
    ),
    "protection.measure": Text(
        nl="‘{measure}’ is geen maatregel van het kader.", en="‘{measure}’ is no measure of the kader."
    ),
    "protection.name": Text(
        nl="‘{name}’ kan geen naam zijn. Gebruik hooguit 20 letters, cijfers en _ en begin met een letter.",
        en="‘{name}’ cannot be a name. Use at most 20 letters, digits and _ and begin with a letter.",
    ),
    "protection.closed": Text(
        nl="Deze organisatie heeft geen lijst voor informatiebescherming. Zet haar in protection.yaml bij het kader.",
        en="This organisation has no list for information protection. Put it in protection.yaml beside the kader.",
    ),
    "protection.no-list": Text(
        nl="Voor dit soort activiteit heeft de lijst geen stappen.",
        en="The list has no steps for this kind of activity.",
    ),
    "protection.unknown-step": Text(
        nl="De stap ‘{step}’ hoort niet bij deze activiteit.",
        en="The step ‘{step}’ does not belong to this activity.",
    ),
    "protection.unknown-evidence": Text(
        nl="Dit bewijs hoort niet bij deze activiteit. Kies een ander.",
        en="This evidence does not belong to this activity. Choose another.",
    ),
    "protection.too-long": Text(
        nl="De toelichting bij {step} heeft meer dan 2.000 tekens. Maak haar korter.",
        en="The note on {step} has more than 2,000 characters. Make it shorter.",
    ),
    "protection.no-reason": Text(
        nl="Schrijf bij {step} waarom de stap wordt weggelaten.",
        en="Write down at {step} why the step is left out.",
    ),
    "protection.meanwhile": Text(
        nl="Iemand anders wijzigde {step} intussen. Wat u invulde staat er nog; bewaar opnieuw als dat moet gelden.",
        en="Somebody else changed {step} meanwhile. What you filled in is still here; save again if that is to hold.",
    ),
    "protection.unknown-goal": Text(
        nl="Kies welk doel in de knel komt.", en="Choose which goal is hampered."
    ),
    "protection.no-conflict": Text(
        nl="Schrijf op wat er door de stap niet kan, in hooguit 2.000 tekens.",
        en="Write down what the step stands in the way of, in at most 2,000 characters.",
    ),
    "protection.ruled-already": Text(nl="Dit geldt al.", en="This holds already."),
    "protection.ruling-no-reason": Text(
        nl="Geef de reden van uw besluit, in hooguit 2.000 tekens.",
        en="Give the reason of your decision, in at most 2,000 characters.",
    ),
    "protection.unsaid": Text(
        nl="Van {number} stappen is nog niet gezegd hoe het ervoor staat: {steps}.",
        en="Of {number} steps nobody said yet how they stand: {steps}.",
    ),
    "protection.list-changed": Text(
        nl="De lijst is intussen gewijzigd. Lees haar opnieuw; er is nog geen akkoord gegeven.",
        en="The list was changed meanwhile. Read it again; it is not signed off yet.",
    ),
    "protection.note-too-long": Text(
        nl="De opmerking heeft meer dan 2.000 tekens. Maak haar korter.",
        en="The remark has more than 2,000 characters. Make it shorter.",
    ),
    "protection.signed-already": Text(
        nl="Op deze lijst is al akkoord gegeven, en er is sindsdien niets veranderd.",
        en="This list was signed off, and nothing changed since.",
    ),
}
