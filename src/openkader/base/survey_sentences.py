"""The sentences about the survey of participants: what came of an activity."""

from openkader.base.text import Text

SURVEYS: dict[str, Text] = {
    "survey.number": Text(
        nl="‘{name}’ is een geheel getal van 1 tot en met {most}.",
        en="‘{name}’ is a whole number from 1 to {most}.",
    ),
    "survey.options": Text(
        nl="Alleen een vraag van de soort ‘several’ heeft antwoorden om uit te kiezen, en die heeft ze altijd.",
        en="Only a question of the sort ‘several’ has answers to choose from, and it always has.",
    ),
    "survey.name": Text(
        nl="‘{name}’ kan hier geen naam zijn. Gebruik letters, cijfers en _ en begin met een letter.",
        en="‘{name}’ cannot be a name here. Use letters, digits and _ and begin with a letter.",
    ),
    "survey.questions": Text(
        nl="De vragenlijst heeft één tot en met {most} vragen.", en="The survey has one to {most} questions."
    ),
    "survey.outcome": Text(
        nl="Ten minste één vraag heeft antwoorden om uit te kiezen: de eerste daarvan vraagt wat ervan kwam.",
        en="At least one question has answers to choose from: the first of these asks what came of it.",
    ),
    "survey.consent": Text(
        nl="Er is ten hoogste één vraag om eigen woorden, met precies één vraag of die openbaar mogen zijn.",
        en="There is at most one question for own words, with exactly one whether these may be public.",
    ),
    "survey.waves": Text(
        nl="Er is ten minste één keer dat wordt gevraagd; de vroegste staat vooraan.",
        en="There is at least one time to ask; the earliest comes first.",
    ),
    "survey.closed": Text(
        nl="Deze organisatie heeft geen vragenlijst. Zet haar vragen in effect-survey.yaml bij het kader.",
        en="This organisation has no survey. Put its questions in effect-survey.yaml beside the kader.",
    ),
    "survey.not-held": Text(
        nl="Wat ervan kwam, vraagt u nadat de activiteit is gehouden.",
        en="You ask what came of it once the activity was held.",
    ),
    "survey.took-no-part": Text(
        nl="Hiervan is niet vastgelegd dat die meedeed. Leg dat eerst vast bij het programma en de deelnemers.",
        en="It is not noted that this one took part. Note that first with the programme and participants.",
    ),
    "survey.group": Text(
        nl="Van deze groep is alleen het aantal bekend. Leg eerst vast wie het zijn.",
        en="Only the number of this group is known. Register who they are first.",
    ),
    "survey.already-asked": Text(
        nl="Deze deelnemer is deze keer al gevraagd. Herinner, of verbeter het adres: dan komt er een nieuwe link.",
        en="This participant was asked this time. Remind, or correct the address: that makes a new link.",
    ),
    "survey.no-recipient": Text(nl="Schrijf op aan wie u het vraagt.", en="Write down whom you ask."),
    "survey.no-day": Text(
        nl="Van deze activiteit is niet bekend wanneer zij was. Leg eerst de datum vast.",
        en="It is not known when this activity was. Register its date first.",
    ),
    "survey.too-early": Text(
        nl="Deze vraag kan vanaf {day}. Eerder is nog niet te zeggen wat ervan kwam.",
        en="This can be asked from {day} on. Before that nobody can say what came of it.",
    ),
    "survey.too-late": Text(
        nl="Deze vraag kon tot en met {day}. Een later antwoord zou over een andere periode gaan.",
        en="This could be asked until {day}. A later answer would be about another period.",
    ),
    "survey.not-open": Text(
        nl="Op dit antwoord wacht niemand meer: het is er, de vraag is ingetrokken, of de laatste dag is voorbij.",
        en="Nobody waits for this answer any more: it is there, the question was taken back, or its last day passed.",
    ),
    "survey.reminded-already": Text(
        nl="Deze deelnemer is al een keer herinnerd. Vaker doen wij niet.",
        en="This participant was reminded once. We do no more than that.",
    ),
    "survey.no-reason": Text(
        nl="Geef de reden waarom u de vraag intrekt.", en="Give the reason why you take the question back."
    ),
    "survey.answered": Text(
        nl="U heeft deze vragen al beantwoord, op {day}. Er is nu niets veranderd.",
        en="You answered these questions already, on {day}. Nothing was changed now.",
    ),
    "survey.taken-back": Text(
        nl="Deze vraag is ingetrokken. U hoeft niets meer in te vullen.",
        en="This question was taken back. You need not fill in anything.",
    ),
    "survey.ended": Text(
        nl="Antwoorden kon tot en met {day}. Uw antwoorden zijn niet bewaard.",
        en="It could be answered until {day}. Your answers were not kept.",
    ),
    "survey.unknown-answer": Text(
        nl="Er is een antwoord gekozen dat niet op de lijst staat. Open de pagina opnieuw en kies uit de lijst.",
        en="An answer was chosen that is not on the list. Open the page again and choose from the list.",
    ),
    "survey.unanswered": Text(
        nl="Beantwoord de vraag wat ervan kwam. ‘Niets’ is ook een antwoord.",
        en="Answer the question what came of it. ‘Nothing’ is an answer too.",
    ),
    "survey.at-odds": Text(
        nl="Een antwoord als ‘niets’ gaat niet samen met een ander antwoord op dezelfde vraag.",
        en="An answer such as ‘nothing’ does not go together with another answer to the same question.",
    ),
    "survey.too-often": Text(
        nl="Er is te vaak achter elkaar verstuurd. Wacht tien minuten; wat u typte, staat er nog.",
        en="It was sent too often in a short time. Wait ten minutes; what you typed is still here.",
    ),
}
