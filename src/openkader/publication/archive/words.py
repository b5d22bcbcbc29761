"""What tables, columns and codes are called in an archived dossier: in Dutch, whatever language the house speaks."""

from openkader.casework.archiving import StaysBehind

TABLES: dict[str, str] = {
    "Request": "Verzoek",
    "Intake": "Hoe het verzoek binnenkwam",
    "Document": "Stukken bij het verzoek",
    "Answer": "Antwoorden op de vragen van het kader",
    "Assessment": "Toetsingen zoals zij zijn vastgelegd",
    "AdviceRequest": "Adviesvragen",
    "Advice": "Adviezen",
    "AdviceDocument": "Stukken bij een advies",
    "AdviceWithdrawal": "Ingetrokken adviesvragen",
    "AdviceReminder": "Herinneringen aan adviseurs",
    "Waiver": "Ontheffingen van een advies",
    "WaiverAgreement": "Akkoord met een ontheffing van een advies",
    "InvestmentCase": "Investeringszaak bij de partner",
    "InvestmentStatement": "Oordelen van de partner over een investering",
    "PreparedDecision": "Voorbereide besluiten",
    "PreparedDecisionReturn": "Teruggestuurde besluiten",
    "Decision": "Besluiten",
    "HandOver": "Overdracht",
    "DelegationList": "Delegatielijsten",
    "Delegate": "Regels van delegatielijsten",
    "Participation": "Wie deelnam",
    "Initiative": "Initiatieven",
    "InitiativeStep": "Stappen van initiatieven",
    "Activity": "Activiteiten",
    "Topic": "Onderwerpen",
    "MessageNote": "Wat in gesprekken is gezegd",
    "PublicItem": "Wat openbaar is gemaakt",
    "FollowUp": "Toezeggingen",
    "Lesson": "Geleerde lessen",
    "ProgrammeTemplate": "Waarvan het programma is overgenomen",
    "ProgrammeSlot": "Programma",
    "SlotParty": "Partijen bij een programmaonderdeel",
    "Participant": "Deelnemerslijst",
    "Measure": "Maatregelen",
    "Evidence": "Bewijs bij maatregelen",
    "MeasureWaiver": "Ontheffingen van een maatregel",
    "MeasureWaiverAgreement": "Akkoord met een ontheffing van een maatregel",
    "MeasureReminder": "Herinneringen aan maatregelen",
    "ProtectionStep": "Stappen van informatiebeveiliging",
    "ProtectionConflict": "Spanningen tussen beveiliging en doel",
    "ProtectionRuling": "Uitspraken over een spanning",
    "ProtectionSignOff": "Akkoord van informatiebeveiliging",
    "ReportDraft": "Verslagen, elke versie",
    "ReportFinal": "Vastgestelde verslagen",
    "Briefing": "Voorlichting",
    "BriefingPresence": "Wie bij de voorlichting was",
    "BriefingCorrection": "Verbeteringen van een voorlichting",
    "SelfScan": "Zelfscans",
    "SelfScanResult": "Uitkomsten van zelfscans",
    "SelfScanWithdrawal": "Ingetrokken zelfscans",
    "SelfScanReminder": "Herinneringen aan zelfscans",
    "ScanWaiver": "Ontheffingen van een zelfscan",
    "ScanWaiverAgreement": "Akkoord met een ontheffing van een zelfscan",
    "EffectSurvey": "Vragenlijsten over wat het opleverde",
    "SurveyWithdrawal": "Ingetrokken vragenlijsten",
    "SurveyReminder": "Herinneringen aan vragenlijsten",
    "Agreement": "Afspraken",
    "AgreementDeed": "Wat er met een afspraak gebeurde",
    "AgreementParty": "Partijen bij een afspraak",
    "AgreementClause": "Onderwerpen van een afspraak",
    "AgreementReminder": "Herinneringen aan een afspraak",
    "Party": "Partijen",
    "PartyName": "Andere namen van partijen",
    # What stays behind, and is named.
    "PartyIdentifier": "Nummers van partijen",
    "PartyWord": "Zoekwoorden van partijen",
    "PartyJudgement": "Oordelen of twee partijen één zijn",
    "Screening": "Screenings",
    "Hit": "Treffers van de screening",
    "SourceNote": "Andere bronnen bij de screening",
    "Review": "Beoordelingen van treffers",
    "Escalation": "Voorgelegde treffers",
    "AdviceLink": "Toegangslinks van adviseurs",
    "SelfScanLink": "Toegangslinks van bedrijven",
    "SurveyLink": "Toegangslinks van deelnemers",
    "OutgoingMail": "Verzonden e-mail",
    "SurveyAddress": "Adressen voor vragenlijsten",
    "SurveyAnswer": "Antwoorden op vragenlijsten",
    "SelfScanSave": "Zelfscans die half waren ingevuld",
    "CaseLine": "Regel van de werklijst",
    "CaseSector": "Gebieden op de werklijst",
    "CaseWord": "Zoekwoorden van het dossier",
    "KaderReplayCase": "Proeven met een ander kader",
    "NetworkContribution": "Bijdragen van het netwerk",
}
COLUMNS: dict[str, str] = {

        "source": "bron",
        "passage": "letterlijke tekst van de bron",
        "year": "jaar",
        "number": "aantal of nummer"
    ,
    "remark_nl": "opmerking", "remark_en": "opmerking (Engels)", "reference": "verwijzing",
    "recorded_at": "vastgelegd op", "recorded_by": "vastgelegd door", "at": "op", "by": "door",

        "starts_on": "van",
        "ends_on": "tot en met",
        "precision": "nauwkeurigheid van de datum",
        "kind": "soort"
    ,
    "country": "land", "programme": "programma", "title_nl": "titel", "title_en": "titel (Engels)",
    "initiative": "initiatief", "confidentiality": "vertrouwelijkheid", "team": "team",
    "assignee": "behandelaar", "request": "verzoek", "fact": "vraag", "value": "antwoord",

        "basis": "waarop het antwoord rust",
        "advice": "advies",
        "kader": "kader",
        "kader_digest": "teken van het kader"
    ,
    "facts": "feiten", "outcome": "uitkomst", "settled": "staat vast", "fired": "regels die golden",

        "open": "regels die nog open stonden",
        "answers_seen": "aantal antwoorden dat meetelde",
        "level": "waarover"
    ,
    "screening_seen": "stand van de screening", "ground": "grond", "instrument": "instrument",

        "motivation": "motivering",
        "assessment": "toetsing",
        "departs_from_proposal": "wijkt af van het voorstel"
    ,
    "conditions": "voorwaarden", "referred_to": "doorverwezen naar", "party": "partij",
    "seconded_by": "tweede persoon", "decided_on": "besloten op", "decided_by": "besloten door",

        "reconstructed": "gereconstrueerd uit een publicatie",
        "decision": "besluit",
        "confirmed_by": "bevestigd door"
    ,

        "confirmed_on": "bevestigd op",
        "said": "wat is gezegd",
        "by_house": "door het systeem",
        "reason": "reden"
    ,
    "prepared": "voorbereid besluit", "name": "naam", "media_type": "bestandsvorm", "purpose": "doel",
    "size": "omvang in bytes", "digest": "sha256", "sha256": "sha256", "channel": "langs welke weg",
    "received_on": "ontvangen op", "language": "taal", "contact_name": "contactpersoon", "key": "sleutel",
    "contact_email": "e-mailadres", "contact_phone": "telefoonnummer", "content": "teken van de inhoud",
    "link": "toegangslink", "link_ends": "einde van de toegangslink", "recipient": "gevraagd aan",
    "email": "e-mailadres", "due_on": "uiterlijk op", "desk": "loket", "mandatory": "verplicht",

        "question": "vraag",
        "facts_digest": "teken van de feiten",
        "verdict": "oordeel",
        "explanation": "uitleg"
    ,
    "given_by": "gegeven door", "advice_request": "adviesvraag", "on": "op", "document": "stuk",
    "expires_on": "geldt tot", "waiver": "ontheffing", "investor": "investeerder", "grounds": "gronden",

        "said_on": "gezegd op",
        "valid_until": "geldig tot",
        "case": "investeringszaak",
        "screening": "screening"
    ,
    "version": "versie", "came_as": "binnengekomen als", "file_name": "bestandsnaam", "rows": "regels",
    "added": "toegevoegd", "changed": "gewijzigd", "removed": "verwijderd", "problems": "wat niet klopte",
    "delegation_list": "delegatielijst", "row": "regel", "organisation": "organisatie", "names": "namen",

        "organisation_names": "namen van de organisatie",
        "function": "functie",
        "birth_date": "geboortedatum"
    ,

        "gender": "geslacht",
        "fingerprint": "teken van de regel",
        "aim_nl": "doel",
        "aim_en": "doel (Engels)"
    ,

        "place": "plaats",
        "regions": "gebieden",
        "office_holder": "bestuurder",
        "foreign_delegation": "buitenlandse delegatie"
    ,

        "standing": "stand",
        "cancelled_because": "afgelast omdat",
        "itemised": "apart genoemd",
        "activity": "activiteit"
    ,
    "role": "rol", "description_nl": "omschrijving", "description_en": "omschrijving (Engels)",
    "dropped_out": "afgevallen", "code": "code", "stated_in": "waarin genoemd", "setting": "gelegenheid",

        "reaction": "reactie",
        "line": "actielijn",
        "topic": "onderwerp",
        "text_nl": "tekst",
        "text_en": "tekst (Engels)"
    ,
    "raised": "ter sprake gebracht", "said_by": "gezegd door", "title": "titel", "url": "webadres",

        "published_on": "openbaar gemaakt op",
        "text": "tekst",
        "topics": "onderwerpen",
        "note": "aantekening"
    ,

        "item": "openbaar stuk",
        "what": "wat",
        "who": "wie",
        "done_at": "gedaan op",
        "done_by": "gedaan door"
    ,

        "status": "stand",
        "owner": "verantwoordelijke",
        "waived_until": "ontheven tot",
        "measure": "maatregel"
    ,

        "record": "ander stuk dat het toont",
        "stage": "hoe dringend",
        "is_removed": "weggehaald",
        "day": "dag"
    ,
    "begins": "begint om", "ends": "eindigt om", "zone": "tijdzone", "counterparts": "gesprekspartners",
    "roles": "rollen", "slot": "programmaonderdeel", "template": "overgenomen van", "step": "stap",
    "state": "stand", "evidence": "bewijs", "goal": "doel", "about": "waarover", "conflict": "spanning",
    "catalogue": "lijst van stappen", "steps": "stappen", "conflicts": "spanningen", "sections": "delen",

        "draft": "versie van het verslag",
        "held_on": "gehouden op",
        "by_whom": "gegeven door",
        "subject": "onderwerp"
    ,
    "briefing": "voorlichting", "participation": "deelname", "participant": "deelnemer", "what_nl": "wat",
    "what_en": "wat (Engels)", "seeker": "vragende partij", "seeker_nl": "vragende partij",
    "seeker_en": "vragende partij (Engels)", "partner": "partner", "partner_nl": "partner",
    "partner_en": "partner (Engels)", "shown_by": "blijkt uit", "form": "vragen of vorm",
    "form_digest": "teken van de vragen", "scan": "zelfscan", "counts": "tellingen", "wave": "ronde",

        "handed_in_on": "ingeleverd op",
        "survey": "vragenlijst",
        "whose": "van wie",
        "term_kind": "soort termijn"
    ,

        "runs_until": "loopt tot",
        "ends_by": "eindigt uiterlijk",
        "agreement": "afspraak",
        "about_nl": "inhoud"
    ,
    "about_en": "inhoud (Engels)", "term_from": "termijn vanaf", "term_until": "termijn tot",
    "term_years": "termijn in jaren", "evaluation": "evaluatie", "deed": "handeling", "side": "zijde",
    "words": "woorden", "account": "account", "function_nl": "functie", "function_en": "functie (Engels)",
    "region": "regio", "script": "schrift",
}
WHY: dict[StaysBehind, str] = {
    StaysBehind.KEY: "Hiermee komt iemand het systeem binnen.",
    StaysBehind.SCREENING: "Gegevens over screening zijn alleen voor wie daarover gaat.",
    StaysBehind.CONTACT: "Contactgegevens, of woorden die na verzending worden vergeten.",
    StaysBehind.PERSONAL: "Persoonsgegeven dat niet nodig is om het dossier te begrijpen.",
    StaysBehind.CONFIDED: "Gegeven om te worden geteld; de cijfers van het jaar tellen het mee.",
    StaysBehind.DRAFT: "Was nog niet ingeleverd.",
    StaysBehind.DERIVED: "Volgt uit wat wel is meegegeven.",
    StaysBehind.ELSEWHERE: "Hoort bij iets dat bij de organisatie blijft.",
}
STATES: dict[str, str] = {
    "closed": "afgesloten",
    "refused": "afgewezen",
    "withdrawn": "ingetrokken",
}
OUTCOMES: dict[str, str] = {
    "take_up": "oppakken",
    "take_up_with_conditions": "oppakken onder voorwaarden",
    "hold": "aanhouden",
    "refer": "doorverwijzen",
    "refuse": "afwijzen",
    "withdrawn": "ingetrokken",
}
TRUTHS: dict[bool | None, str] = {True: "waar", False: "niet waar", None: "onbekend"}
