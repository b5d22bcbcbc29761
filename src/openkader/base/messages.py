"""The sentence of every problem, refusal and outage: what is wrong and what to do.

The codes are stable; the doors look the sentence up here, so that the browser,
the command and the API say the same. A code without a sentence fails the tests.
"""

from collections.abc import Mapping

from openkader.base.account_sentences import ACCOUNTS
from openkader.base.activity_sentences import ACTIVITIES
from openkader.base.advice_sentences import ADVICE
from openkader.base.agreement_sentences import AGREEMENTS
from openkader.base.attachment_sentences import ATTACHMENTS, DOCUMENT_FORMS
from openkader.base.calendar_sentences import CALENDARS
from openkader.base.case_system_sentences import CASE_SYSTEM
from openkader.base.claim_sentences import CLAIMS
from openkader.base.delegation_sentences import DELEGATIONS, FORMS
from openkader.base.errors import Invalid, NotFound, OpenKaderError, Problem, Refused, Unavailable
from openkader.base.evaluation_sentences import EVALUATION
from openkader.base.exchange_sentences import EXCHANGES
from openkader.base.front_door_sentences import FRONT_DOOR
from openkader.base.interface_sentences import INTERFACE
from openkader.base.investment_sentences import INVESTMENT
from openkader.base.kader_draft_sentences import KADER_DRAFTS
from openkader.base.kader_file_sentences import KADER_FILES
from openkader.base.kader_replay_sentences import KADER_REPLAYS
from openkader.base.library_sentences import LIBRARY
from openkader.base.list_sentences import LISTS
from openkader.base.mail_sentences import MAIL
from openkader.base.matching_sentences import MATCHING
from openkader.base.mission_sentences import MISSIONS
from openkader.base.network_sentences import NETWORK
from openkader.base.operation_sentences import OPERATION
from openkader.base.outlook_sentences import OUTLOOK
from openkader.base.party_sentences import PARTIES
from openkader.base.protection_sentences import PROTECTION
from openkader.base.publication_sentences import PUBLICATION
from openkader.base.recovery_sentences import RECOVERY
from openkader.base.report_sentences import REPORT
from openkader.base.retention_sentences import RETENTION
from openkader.base.role_sentences import ROLES
from openkader.base.screening_sentences import SCREENING
from openkader.base.self_scan_sentences import SELF_SCAN
from openkader.base.sentences import SENTENCES
from openkader.base.server_sentences import SERVERS
from openkader.base.setup_sentences import SETUP
from openkader.base.spreadsheet_sentences import SPREADSHEETS
from openkader.base.subscription_sentences import SUBSCRIPTIONS
from openkader.base.survey_sentences import SURVEYS
from openkader.base.text import Text
from openkader.base.work_sentences import WORK

MESSAGES: dict[str, Text] = {
    "document.too-large": Text(
        nl="Het bestand is groter dan {limit}. Splits het, en lees de delen apart in.",
        en="The file is larger than {limit}. Split it and read the parts one by one.",
    ),
    "document.unreadable": Text(
        nl="Het bestand kan niet worden gelezen ({reason}). Controleer de naam en de rechten.",
        en="The file cannot be read ({reason}). Check its name and permissions.",
    ),
    "document.not-utf8": Text(
        nl="Het bestand is geen tekst in UTF-8. Sla het opnieuw op als UTF-8.",
        en="The file is not UTF-8 text. Save it again as UTF-8.",
    ),
    "document.empty": Text(nl="Het bestand is leeg.", en="The file is empty."),
    "document.cut": Text(
        nl="Het bestand is niet heel: het houdt te vroeg op of is beschadigd. Haal of vraag het opnieuw.",
        en="The file is not whole: it ends too early or is damaged. Fetch it or ask for it again.",
    ),
    "document.password": Text(
        nl="Op het bestand zit een wachtwoord. Sla het op zonder wachtwoord.",
        en="The file has a password. Save it without one.",
    ),
    "document.packed-otherwise": Text(
        nl="Dit bestand is anders ingepakt dan een spreadsheet. Sla het opnieuw op in Excel of LibreOffice.",
        en="This file is packed in another way than a spreadsheet. Save it again in Excel or LibreOffice.",
    ),
    "document.syntax": Text(
        nl="Dit is geen geldige YAML in de toegestane vorm: {reason}.",
        en="This is not valid YAML of the allowed form: {reason}.",
    ),
    "document.duplicate-key": Text(
        nl="De sleutel ‘{key}’ staat hier twee keer. Laat er één staan.",
        en="The key ‘{key}’ stands here twice. Keep one.",
    ),
    "document.ambiguous-word": Text(
        nl="‘{word}’ heeft in YAML twee betekenissen. Schrijf true of false, of zet het tussen aanhalingstekens.",
        en="‘{word}’ has two meanings in YAML. Write true or false, or put it in quotes.",
    ),
    "document.no-such-date": Text(
        nl="De datum {value} bestaat niet.",
        en="The date {value} does not exist.",
    ),
    "document.missing-key": Text(nl="Hier ontbreekt ‘{key}’.", en="‘{key}’ is missing here."),
    "document.unknown-key": Text(
        nl="De sleutel ‘{key}’ is hier niet bekend. Bekend zijn: {known}.",
        en="The key ‘{key}’ is not known here. Known are: {known}.",
    ),
    "document.wrong-type": Text(
        nl="Hier wordt {wanted} verwacht, maar er staat {found}.",
        en="This must be {wanted}, but it is {found}.",
    ),
    "document.empty-text": Text(nl="De tekst van ‘{key}’ is leeg.", en="The text of ‘{key}’ is empty."),
    "not-found": Text(
        nl="Er is geen {kind} met de naam ‘{name}’.",
        en="There is no {kind} called ‘{name}’.",
    ),
    "facts.unknown-fact": Text(
        nl="Het kader kent geen vraag ‘{fact}’.",
        en="The kader has no question ‘{fact}’.",
    ),
    "facts.not-an-answer": Text(
        nl="‘{answer}’ is geen antwoord op deze vraag. Mogelijk zijn: {allowed}.",
        en="‘{answer}’ is no answer to this question. Possible are: {allowed}.",
    ),
    "condition.unknown-fact": Text(
        nl="Het feit ‘{fact}’ bestaat hier niet. Bedoelde u ‘{near}’?",
        en="The fact ‘{fact}’ does not exist here. Did you mean ‘{near}’?",
    ),
    "condition.unknown-operator": Text(
        nl="‘{operator}’ is geen toets voor ‘{fact}’. Bekend zijn: {known}.",
        en="‘{operator}’ is no test for ‘{fact}’. Known are: {known}.",
    ),
    "condition.unknown-list": Text(
        nl="De lijst ‘{list}’ bestaat niet in dit kader.",
        en="The list ‘{list}’ does not exist in this kader.",
    ),
    "condition.not-an-option": Text(
        nl="‘{value}’ is geen antwoord op ‘{fact}’. Mogelijk zijn: {options}.",
        en="‘{value}’ is no answer to ‘{fact}’. Possible are: {options}.",
    ),
    "condition.not-a-mapping": Text(
        nl="Schrijf een voorwaarde als {{feit: waarde}}, of met all, any of not.",
        en="Write a condition as {{fact: value}}, or with all, any or not.",
    ),
    "condition.no-parts": Text(
        nl="Hier horen ten minste één en ten hoogste {most} voorwaarden.",
        en="There must be at least one and at most {most} conditions here.",
    ),
    "condition.empty-list": Text(
        nl="De lijst ‘{list}’ is leeg. Een voorwaarde kan pas op haar rusten als zij gevuld is.",
        en="The list ‘{list}’ is empty. No condition can rest on it before it is filled.",
    ),
    "condition.no-values": Text(
        nl="Geef ten minste één waarde voor ‘{fact}’.",
        en="Give at least one value for ‘{fact}’.",
    ),
    "kader.no-header": Text(
        nl="Geen enkel bestand in deze map begint met ‘kader:’.",
        en="No file in this folder has a ‘kader:’ part.",
    ),
    "kader.circle": Text(
        nl="Deze tabellen leiden elkaars feiten in een kring af: {tables}.",
        en="These tables derive each other's facts in a circle: {tables}.",
    ),
    "kader.duplicate-id": Text(
        nl="‘{id}’ staat twee keer in dit deel.", en="‘{id}’ stands twice in this part."
    ),
    "kader.unknown-source": Text(
        nl="De bron ‘{source}’ staat niet bij ‘sources’.",
        en="The source ‘{source}’ is not among the ‘sources’.",
    ),
    "kader.unknown-collection": Text(
        nl="‘{name}’ is geen verzameling van het register. Bekend zijn: {known}.",
        en="‘{name}’ is no collection of the register. Known are: {known}.",
    ),
    "kader.unknown-name": Text(
        nl="‘{name}’ bestaat niet in het deel ‘{part}’.",
        en="‘{name}’ does not exist in the part ‘{part}’.",
    ),
    "kader.unknown-word": Text(
        nl="‘{word}’ is hier geen geldig woord. Mogelijk zijn: {known}.",
        en="‘{word}’ is not a valid word here. Possible are: {known}.",
    ),
    "kader.no-term": Text(
        nl="Een termijn van {days} werkdagen kan niet. Geef er ten minste een.",
        en="A term of {days} working days is not possible. Give at least one.",
    ),
    "kader.hold-waits": Text(
        nl="Aanhouden wacht nooit op advies. Haal ‘hold’ weg.",
        en="Holding never waits for advice. Take ‘hold’ out.",
    ),
    "kader.not-on-list": Text(
        nl="‘{code}’ staat niet op de lijst ‘{list}’.",
        en="‘{code}’ is not on the list ‘{list}’.",
    ),
    "kader.slot-not-empty": Text(
        nl="De lijst ‘{list}’ heet niet gevonden, maar is gevuld. Geef haar bron en status, of laat haar leeg.",
        en="The list ‘{list}’ is called not found, yet it is filled. Give its source and status, or leave it empty.",
    ),
    "kader.options": Text(
        nl="Een vraag van het type {type} en het al dan niet hebben van opties passen niet bij elkaar: ‘{fact}’.",
        en="A question of type {type} and its options do not fit each other: ‘{fact}’.",
    ),
    "kader.needs-statements": Text(
        nl="Het feit ‘{fact}’ heeft een zin bij ja en een zin bij nee nodig (yes en no).",
        en="The fact ‘{fact}’ needs a statement for yes and one for no.",
    ),
    **SENTENCES,
    **LISTS,
    **MAIL,
    **LIBRARY,
    **KADER_FILES,
    **EXCHANGES,
    **KADER_REPLAYS,
    **ACCOUNTS,
    **ATTACHMENTS,
    **FRONT_DOOR,
    **DELEGATIONS,
    **ROLES,
    **SCREENING,
    **MISSIONS,
    **PARTIES,
    **ACTIVITIES,
    **ADVICE,
    **SELF_SCAN,
    **SPREADSHEETS,
    **SURVEYS,
    **INVESTMENT,
    **PROTECTION,
    **AGREEMENTS,
    **NETWORK,
    **OPERATION,
    **OUTLOOK,
    **REPORT,
    **EVALUATION,
    **KADER_DRAFTS,
    **RETENTION,
    **PUBLICATION,
    **CLAIMS,
    **SERVERS,
    **RECOVERY,
    **WORK,
    **SETUP,
    **INTERFACE,
    **CASE_SYSTEM,
    **SUBSCRIPTIONS,
    **CALENDARS,
    **MATCHING,
}

KINDS: dict[str, Text] = {
    "mapping": Text(nl="een blok met sleutels", en="a mapping"),
    "list": Text(nl="een lijst", en="a list"),
    "text": Text(nl="tekst", en="text"),
    "integer": Text(nl="een geheel getal", en="a whole number"),
    "decimal": Text(nl="een kommagetal", en="a decimal number"),
    "truth": Text(nl="true of false", en="true or false"),
    "date": Text(nl="een datum (jjjj-mm-dd)", en="a date (yyyy-mm-dd)"),
    "nothing": Text(nl="niets", en="nothing"),
    "number": Text(nl="een getal", en="a number"),
    "country": Text(nl="een landcode van twee hoofdletters", en="a country code of two capitals"),
    **FORMS,
    **DOCUMENT_FORMS,
}

# Only in these places of a sentence does a word stand for a sort of value; a key may be called ‘date’ too.
KIND_PLACES = frozenset({"wanted", "found", "allowed", "options"})

NOUNS: dict[str, Text] = {
    "agreement": Text(nl="overeenkomst", en="agreement"),
    "provider": Text(nl="provider", en="provider"),
    "kader": Text(nl="kader", en="kader"),
    "publication": Text(nl="publicatie", en="publication"),
    "handbook-page": Text(nl="bladzijde van het handboek", en="page of the handbook"),
    "destruction-list": Text(nl="vernietigingslijst", en="destruction list"),
    "foreign-figures": Text(nl="cijfers van anderen", en="figures of others"),
    "kader-draft": Text(nl="concept van een kader", en="draft of a kader"),
    "kader-replay": Text(nl="naspelen", en="replay"),
    "year": Text(nl="jaar", en="year"),
    "dossier": Text(nl="dossier", en="dossier"),
    "view": Text(nl="bewaarde keuze", en="saved view"),
    "party": Text(nl="partij", en="party"),
    "request": Text(nl="verzoek", en="request"),
    "activity": Text(nl="activiteit", en="activity"),
    "talk": Text(nl="gesprek", en="talk"),
    "contribution": Text(nl="bijdrage", en="contribution"),
    "member": Text(nl="lid van het netwerk", en="member of the network"),
    "contact-point": Text(nl="contactpersoon", en="contact person"),
    "initiative": Text(nl="initiatief", en="initiative"),
    "recommendation": Text(nl="aanbeveling", en="recommendation"),
    "record": Text(nl="verwijzing naar het register", en="reference of the register"),
    "context": Text(nl="contextcijfer", en="context figure"),
    "interview": Text(nl="interview", en="interview"),
    "quote": Text(nl="citaat", en="quote"),
    "measure": Text(nl="maatregel", en="measure"),
    "message": Text(nl="boodschap", en="line to take"),
    "follow-up": Text(nl="vervolg", en="follow-up"),
    "public-item": Text(nl="openbaar bericht", en="public item"),
    "figure": Text(nl="cijfer", en="figure"),
    "claim": Text(nl="bewering", en="claim"),
    "line": Text(nl="actielijn", en="action line"),
    "country": Text(nl="land", en="country"),
    "scenario": Text(nl="voorbeeld", en="example"),
    "collection": Text(nl="verzameling", en="collection"),
    "account": Text(nl="account", en="account"),
    "list": Text(nl="lijst", en="list"),
    "listed": Text(nl="vermelding op een lijst", en="entry of a list"),
    "snapshot": Text(nl="momentopname", en="snapshot"),
    "hit": Text(nl="treffer", en="hit"),
    "task": Text(nl="taak", en="task"),
    "advice": Text(nl="adviesvraag", en="question for advice"),
    "decision": Text(nl="besluit", en="decision"),
    "report": Text(nl="verslag", en="report"),
    "evaluation": Text(nl="evaluatie van het jaar", en="evaluation of the year"),
    "chapter": Text(nl="hoofdstuk", en="chapter"),
    "comment": Text(nl="opmerking", en="comment"),
    "statement": Text(nl="oordeel", en="statement"),
    "waiver": Text(nl="ontheffing", en="waiver"),
    "self_scan": Text(nl="zelfscan", en="self-scan"),
    "survey": Text(nl="vragenlijst", en="survey"),
    "scan_waiver": Text(nl="ontheffing van een zelfscan", en="waiver of a self-scan"),
    "briefing": Text(nl="voorlichting", en="briefing session"),
    "participation": Text(nl="deelname", en="participation"),
    "delegation": Text(nl="delegatielijst", en="delegation list"),
    "document": Text(nl="stuk", en="document"),
    "conflict": Text(nl="spanning", en="conflict"),
    "slot": Text(nl="programmaonderdeel", en="part of the programme"),
    "participant": Text(nl="deelnemer", en="participant"),
    "mail": Text(nl="e-mail", en="mail"),
    "status": Text(nl="statuspagina", en="status page"),
    "draft": Text(nl="begonnen verzoek", en="request that was begun"),
    "token": Text(nl="toegangssleutel", en="token"),
    "spreadsheet": Text(nl="overgenomen spreadsheet", en="spreadsheet that was taken over"),
    "subscription": Text(nl="abonnement", en="subscription"),
    "calendar": Text(nl="agenda", en="calendar"),
}


def sentence(code: str, detail: Mapping[str, str], language: str) -> str:
    """The sentence of one code, with its details filled in."""
    text = MESSAGES[code].in_(language)
    kinds = {key: KINDS[detail[key]] for key in KIND_PLACES & detail.keys() if detail[key] in KINDS}
    return text.format_map({**detail, **{key: kind.in_(language) for key, kind in kinds.items()}})


def sentences(error: OpenKaderError, language: str) -> list[str]:
    """Everything that an error has to say, one line a problem, each with its place."""
    match error:
        case Invalid():
            return [_line(problem, language) for problem in error.problems]
        case Refused():
            return [sentence(error.refusal.code, error.refusal.detail, language)]
        case Unavailable():
            return [sentence(error.code, error.detail, language)]
        case NotFound():
            kind = NOUNS[error.kind].in_(language) if error.kind in NOUNS else error.kind
            return [sentence("not-found", {"kind": kind, "name": error.name}, language)]
    return [str(error)]


def _line(problem: Problem, language: str) -> str:
    said = sentence(problem.code, problem.detail, language)
    return f"{problem.where}: {said}" if problem.where else said
