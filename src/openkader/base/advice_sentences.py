"""The sentences about advice and the decisions that wait for it."""

from openkader.base.text import Text

ADVICE: dict[str, Text] = {
    "advice.decided": Text(
        nl="Er is al besloten, en er kwam niets nieuws bij. Beantwoord eerst een vraag of toets opnieuw.",
        en="It was decided, and nothing new came in. Answer a question first, or assess again.",
    ),
    "advice.already-asked": Text(
        nl="Dit loket is al gevraagd en heeft nog niet geantwoord. Herinner het, of trek de vraag in.",
        en="This desk was asked and has not answered yet. Remind it, or withdraw the question.",
    ),
    "advice.no-question": Text(
        nl="Schrijf op wat u vraagt, en aan wie.", en="Write down what you ask, and of whom."
    ),
    "advice.due-in-the-past": Text(
        nl="De uiterste datum ligt in het verleden. Kies een latere dag.",
        en="The day on which it is due has passed. Choose a later one.",
    ),
    "advice.withdrawn": Text(
        nl="Deze vraag om advies is ingetrokken. U hoeft niet meer te antwoorden.",
        en="This request for advice was withdrawn. You need not answer any more.",
    ),
    "advice.no-longer-corrected": Text(
        nl="De termijn is voorbij. Een gegeven advies kan niet meer worden aangepast; bel of mail ons.",
        en="The term has ended. Advice that was given can no longer be corrected; call or mail us.",
    ),
    "advice.meanwhile": Text(
        nl="Intussen is er al een antwoord gegeven. Lees het eerst. Uw antwoord is niet bewaard.",
        en="An answer was given meanwhile. Read it first. Yours was not saved.",
    ),
    "advice.no-verdict": Text(
        nl="Kies wat u adviseert: geen bezwaar, onder voorwaarden, bezwaar, of niet te beoordelen.",
        en="Choose your advice: no objection, with conditions, objection, or cannot be judged.",
    ),
    "advice.no-conditions": Text(
        nl="Noem de voorwaarden waaronder u geen bezwaar heeft.",
        en="Name the conditions under which you do not object.",
    ),
    "advice.no-explanation": Text(
        nl="Leg uit waarom u bezwaar heeft of het niet kunt beoordelen.",
        en="Explain why you object or cannot judge it.",
    ),
    "advice.not-open": Text(
        nl="Op deze vraag wacht niemand meer: zij is beantwoord of ingetrokken.",
        en="Nobody waits for this any more: it was answered or withdrawn.",
    ),
    "advice.reminded-today": Text(
        nl="Vandaag is al herinnerd. Morgen kan het weer.",
        en="A reminder went out today. Try again tomorrow.",
    ),
    "advice.no-reason": Text(
        nl="Geef de reden waarom u de vraag intrekt.", en="Give the reason why you withdraw the question."
    ),
    "decision.open-advice": Text(
        nl="Verplicht advies ontbreekt nog bij {number} loket(ten). Vraag het, wacht erop, of stel ontheffing voor.",
        en="Mandatory advice of {number} desk(s) is not there. Ask for it, wait for it, or propose a waiver.",
    ),
    "waiver.not-needed": Text(
        nl="Van dit loket is geen verplicht advies nodig, of het is er al.",
        en="No mandatory advice of this desk is needed, or it is there.",
    ),
    "waiver.already-proposed": Text(
        nl="Voor dit loket is al een ontheffing voorgesteld.",
        en="A waiver was proposed for this desk already.",
    ),
    "waiver.no-reason": Text(
        nl="Geef de reden waarom het advies niet wordt afgewacht.",
        en="Give the reason why the advice is not awaited.",
    ),
    "waiver.expired": Text(
        nl="De ontheffing is verlopen, of verloopt in het verleden. Kies een latere dag.",
        en="The waiver has expired, or would expire in the past. Choose a later day.",
    ),
    "waiver.agreed": Text(
        nl="Een tweede persoon stemde hier al mee in.", en="A second person agreed to this already."
    ),
    "waiver.same-person": Text(
        nl="U stelde deze ontheffing zelf voor. Een tweede persoon moet ermee instemmen.",
        en="You proposed this waiver. A second person has to agree.",
    ),
    "decision.not-referred": Text(
        nl="Er is niet doorverwezen, of de overdracht is al bevestigd.",
        en="It was not referred, or the hand-over was confirmed already.",
    ),
    "decision.no-confirmation": Text(
        nl="Noteer wie de overdracht bevestigde.", en="Note who confirmed the hand-over."
    ),
    "decision.against-advice": Text(
        nl="{number} loket(ten) maken bezwaar. Groen licht vraagt dan een motivering.",
        en="{number} desk(s) object. Green light then needs a motivation.",
    ),
    "decision.no-instrument": Text(
        nl="Noem waarop de weigering steunt: het kader, de strategie of een protocol.",
        en="Name what the refusal rests on: the kader, the strategy or a protocol.",
    ),
    "decision.no-addressee": Text(
        nl="Noem de partij waarnaar u doorverwijst.", en="Name the party to which you refer."
    ),
    "decision.no-conditions": Text(
        nl="Noem de voorwaarden waaronder het verzoek wordt uitgevoerd.",
        en="Name the conditions under which the request is taken up.",
    ),
    "decision.no-organisation": Text(
        nl="Kies de organisatie waarover dit besluit gaat.",
        en="Choose the organisation that this decision is about.",
    ),
    "decision.not-listed": Text(
        nl="‘{code}’ staat niet op de lijst van het kader. Kies een van de lijst.",
        en="‘{code}’ is not on the list of the kader. Choose one of the list.",
    ),
    "decision.no-mandate": Text(
        nl="U heeft voor dit besluit geen mandaat. Leg het voor aan een collega die dat heeft.",
        en="You have no mandate for this decision. Put it before a colleague who has.",
    ),
    "decision.nobody-to-agree": Text(
        nl="Een tweede persoon moet met dit besluit instemmen, en geen andere beslisser of beoordelaar mag dit dossier "
        "zien. Vraag een beheerder om een collega die rol te geven, of wijs het dossier toe aan wie die rol heeft.",
        en="A second person has to agree to this decision, and no other decider or reviewer may see this case. "
        "Ask an administrator to give a colleague that role, or assign the case to somebody who has it.",
    ),
    "decision.same-person": Text(
        nl="U bereidde dit besluit voor. Een tweede persoon moet ermee instemmen.",
        en="You prepared this decision. A second person has to agree.",
    ),
    "decision.no-second": Text(
        nl="Instemmen met een besluit kan alleen een beslisser of een beoordelaar.",
        en="Only a decider or a reviewer can agree to a decision.",
    ),
    "decision.settled": Text(
        nl="Over dit concept is al beslist: het is vastgesteld of teruggenomen.",
        en="This draft was settled already: it was taken, or taken back.",
    ),
    "decision.no-reason": Text(
        nl="Geef de reden waarom u dit concept terugstuurt.",
        en="Give the reason why you send this draft back.",
    ),
    "advice.too-often": Text(
        nl="Er is te vaak achter elkaar geprobeerd te antwoorden. Wacht tien minuten; wat u typte staat er nog.",
        en="There were too many attempts to answer. Wait ten minutes; what you typed is still here.",
    ),
    "letters.unknown-word": Text(
        nl="‘{word}’ is niets wat in een brief wordt ingevuld. Kies uit {known}.",
        en="‘{word}’ is nothing that is filled in in a letter. Choose from {known}.",
    ),
    "letterhead.not-word": Text(
        nl="Dit briefpapier is geen gewoon Word-document, of het is beschadigd. Sla het in Word opnieuw op als .docx.",
        en="This letterhead is no ordinary Word document, or it is damaged. Save it in Word anew as .docx.",
    ),
    "letterhead.macros": Text(
        nl="In dit briefpapier zit een programma (een macro of een object). Sla het op als .docx zonder macro’s.",
        en="This letterhead carries a program (a macro or an embedded object). Save it as .docx without macros.",
    ),
    "letterhead.reaches-out": Text(
        nl=(
            "Dit briefpapier haalt bij het openen iets van een andere plaats op, zoals een sjabloon of een afbeelding. "
            "Neem het op in het document zelf."
        ),
        en=(
            "This letterhead fetches something from elsewhere when it is opened, such as a template or a picture. "
            "Put it in the document itself."
        ),
    ),
}
