"""The sentences about the self-scan of companies, briefing sessions, and the start of a mission."""

from openkader.base.text import Text

SELF_SCAN: dict[str, Text] = {
    "self-scan.months": Text(
        nl="Hoe lang een zelfscan telt, is een aantal maanden van 1 tot en met {most}.",
        en="How long a self-scan counts is a number of months from 1 to {most}.",
    ),
    "self-scan.steps": Text(
        nl="De zelfscan heeft zes stappen, elk één keer en in deze volgorde: {steps}.",
        en="The self-scan has six steps, each once and in this order: {steps}.",
    ),
    "self-scan.questions": Text(
        nl="Een stap heeft {fewest} tot en met {most} vragen.", en="A step has {fewest} to {most} questions."
    ),
    "self-scan.name": Text(
        nl="‘{name}’ kan geen naam van een vraag zijn. Gebruik letters, cijfers en _ en begin met een letter.",
        en="‘{name}’ cannot be the name of a question. Use letters, digits and _ and begin with a letter.",
    ),
    "self-scan.measure": Text(
        nl="‘{measure}’ is geen maatregel van het kader.", en="‘{measure}’ is no measure of the kader."
    ),
    "self-scan.closed": Text(
        nl="Deze organisatie heeft geen zelfscan. Zet haar vragenlijst in self-scan.yaml bij het kader.",
        en="This organisation has no self-scan. Put its form in self-scan.yaml beside the kader.",
    ),
    "self-scan.takes-no-part": Text(
        nl="Deze partij doet niet als bedrijf met een naam mee aan de activiteit. Leg eerst vast wie meedoet.",
        en="This party does not take part in the activity as a company with a name. Register who takes part first.",
    ),
    "self-scan.already-asked": Text(
        nl="Dit bedrijf is al om een zelfscan gevraagd. Herinner het, of trek de vraag in.",
        en="This company was asked for a self-scan. Remind it, or take the question back.",
    ),
    "self-scan.still-counts": Text(
        nl="Dit bedrijf heeft al een zelfscan die dan nog telt.",
        en="This company has a self-scan that still counts then.",
    ),
    "self-scan.no-recipient": Text(
        nl="Schrijf op aan wie bij het bedrijf u het vraagt.", en="Write down whom at the company you ask."
    ),
    "self-scan.due-in-the-past": Text(
        nl="De uiterste datum ligt in het verleden. Kies een latere dag.",
        en="The day on which it is due has passed. Choose a later one.",
    ),
    "self-scan.unanswered": Text(
        nl="Er staan nog {number} vragen open. Beantwoord ze, en geef een reden bij ‘niet van toepassing’.",
        en="{number} questions are still open. Answer them, and give a reason where one does not apply.",
    ),
    "self-scan.nobody": Text(
        nl="Schrijf op wie de zelfscan invulde.", en="Write down who filled in the self-scan."
    ),
    "self-scan.handed-in": Text(
        nl="Deze zelfscan is al ingeleverd, op {day}. Er is nu niets veranderd.",
        en="This self-scan was handed in already, on {day}. Nothing was changed now.",
    ),
    "self-scan.taken-back": Text(
        nl="Deze vraag is ingetrokken. U hoeft niets meer in te vullen.",
        en="This question was taken back. You need not fill in anything.",
    ),
    "self-scan.meanwhile": Text(
        nl="Iemand anders van uw bedrijf heeft intussen ook iets bewaard. Wat u invulde, staat er nog; de rest is "
        "bijgewerkt. Kijk het na en bewaar opnieuw.",
        en="Somebody else of your company saved something meanwhile. What you filled in is still here; the rest was "
        "brought up to date. Look it over and save again.",
    ),
    "self-scan.too-often": Text(
        nl="Er is te vaak achter elkaar bewaard. Wacht tien minuten; wat u typte, staat er nog.",
        en="It was saved too often in a short time. Wait ten minutes; what you typed is still here.",
    ),
    "self-scan.not-open": Text(
        nl="Op deze zelfscan wacht niemand meer: hij is ingeleverd of de vraag is ingetrokken.",
        en="Nobody waits for this self-scan any more: it was handed in or the question was taken back.",
    ),
    "self-scan.told-this-week": Text(
        nl="Het bedrijf kreeg deze week al bericht. Herinneren kan weer als er een week voorbij is.",
        en="The company heard from us this week. It can be reminded once a week has passed.",
    ),
    "self-scan.no-reason": Text(
        nl="Geef de reden waarom u de vraag intrekt.", en="Give the reason why you take the question back."
    ),
    "self-scan.waiver-proposed": Text(
        nl="Voor dit bedrijf is al een ontheffing voorgesteld.",
        en="A waiver was proposed for this company already.",
    ),
    "self-scan.waiver-no-reason": Text(
        nl="Geef de reden waarom dit bedrijf zonder zelfscan mee kan.",
        en="Give the reason why this company can come along without a self-scan.",
    ),
    "self-scan.no-company": Text(
        nl="Er is geen bedrijf vastgelegd dat meedoet. Leg eerst vast wie meegaan.",
        en="No company is registered as taking part. Register who comes along first.",
    ),
    "measure.not-set-out": Text(
        nl="Deze maatregel staat nog niet bij de activiteit. Bereken haar maatregelen opnieuw op de pagina van de "
        "activiteit.",
        en="This measure is not set out for the activity yet. Work out its measures again on the page of the activity.",
    ),
    "briefing.no-kind": Text(
        nl="Kies door wie de voorlichting is gegeven.", en="Choose by whom the session was given."
    ),
    "briefing.nobody": Text(nl="Schrijf op wie de voorlichting gaf.", en="Write down who gave the session."),
    "briefing.not-yet": Text(
        nl="De dag van de voorlichting ({day}) is nog niet geweest. Leg haar vast als zij is gehouden.",
        en="The day of the session ({day}) has not been yet. Note it when it was held.",
    ),
    "briefing.no-attendance": Text(
        nl="Geef van ten minste één deelnemer aan of die er was.",
        en="Say of one participant at least whether they were there.",
    ),
    "briefing.too-many": Text(
        nl="Er kunnen er niet meer aanwezig zijn geweest dan er meedoen.",
        en="No more can have been there than take part.",
    ),
    "briefing.no-reason": Text(
        nl="Geef de reden waarom u deze voorlichting schrapt.",
        en="Give the reason why you strike out this session.",
    ),
    "briefing.struck-out": Text(
        nl="Deze voorlichting is al geschrapt.", en="This session was struck out already."
    ),
    "activity.scans-missing": Text(
        nl="Zonder zelfscan die telt op de dag van vertrek ({number}): {companies}. Vraag de scan, of stel ontheffing "
        "voor.",
        en="Without a self-scan that counts on the day of departure ({number}): {companies}. Ask for it, or propose a "
        "waiver.",
    ),
    "activity.scans-unnamed": Text(
        nl="Hier is niet vastgelegd welke bedrijven het zijn, en dus niet of zij een zelfscan deden: {groups}. Leg ze "
        "vast als partij met een naam.",
        en="It is not registered which companies these are, so nobody knows whether they did a self-scan: {groups}. "
        "Register them as parties with a name.",
    ),
}
