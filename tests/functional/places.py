"""Every page, in the states in which somebody meets it: who goes where, and what they send there as it stands."""

import re

from playwright.sync_api import Page

from tests.functional.filled import (
    ACTIVITY,
    ANSWERED,
    ASKED,
    DECIDED,
    DONE,
    LATE,
    LEFT,
    LETTER,
    MEASURE,
    ONE_STEP,
    SECRET,
    TWO_STEPS,
    WAITING,
    WRITTEN,
)
from tests.functional.filled import (
    MISSION as JOURNEY,
)
from tests.functional.filled import (
    NEXT_MISSION as NEXT_JOURNEY,
)
from tests.functional.filled_agreements import ENDS as AGREEMENT
from tests.functional.filled_investments import INVESTMENTS
from tests.functional.filled_scans import MISSION as SCANNED_MISSION
from tests.functional.filled_scans import SCAN
from tests.functional.filled_surveys import ALONE, HELD, SURVEY
from tests.functional.people import by_password
from tests.functional.people import press as _press
from tests.functional.place import Place, Way, act
from tests.functional.places_of_evaluations import EVALUATION, NO_EVALUATION_PAGE
from tests.functional.places_of_handbook import NO_HANDBOOK_PAGE, OPEN_TO_ALL
from tests.functional.places_of_kaders import NO_STUDIO_PAGE, STUDIO
from tests.functional.places_of_retention import NO_RETENTION_PAGE, RETENTION

VISITOR, TWICE = "", TWO_STEPS
ADVISER, REVIEWER, DECIDER = "demo-adviseur", "demo-beoordelaar", "demo-beslisser"
AUDITOR, ADMINISTRATOR = "demo-auditor", "demo-beheerder"
INVESTED, NOT_ASKED = (f"/dossiers/{one}/" for one in INVESTMENTS)
REPORTED = f"/activiteiten/{WRITTEN}/verslag/"
DEMO, LIST = "/dossiers/FICTIEF-2026-01/", "Naam;Geboortedatum\nWang Bedacht;1970\n;1980\n"
MISSION, NEXT = (f"/activiteiten/{one}/programma/" for one in (JOURNEY, NEXT_JOURNEY))
GUARDED = f"/activiteiten/{JOURNEY}/informatiebeveiliging/"
KADER, STEP = "/kader/zuid-holland/2024-01-01/", "/account/tweede-stap/"


def sending(upto: str) -> Way:
    """The way through the front door, as far as one of its pages."""

    def go(page: Page, site: str) -> None:
        page.goto(site + "/verzoek/")
        page.locator("input[name=kind][value=incoming_delegation]").check()
        _press(page, "Ga verder")
        if upto == "form":
            return
        for field in page.locator("main form [name]:visible:not([tabindex='-1'])").all():
            _fill(field, field.get_attribute("name") or "")
        _press(page, "Controleer wat u verstuurt")
        if upto == "check":
            return
        _press(page, "Verstuur het verzoek")
        if upto == "status":
            page.locator("a[href*='/verzoek/status/']").click()

    return go


def _fill(field, name: str) -> None:
    kind = field.evaluate("one => one.type")
    if kind in ("text", "textarea", "tel"):
        field.fill("12 mei" if name == "period" else "Bedacht")
    elif kind == "email":
        field.fill("a@example.nl")
    elif kind == "select-one":
        field.select_option("CN")
    elif kind == "radio":
        field.check()


def handed_in(page: Page, site: str) -> None:
    page.goto(f"{site}{DEMO}delegatie/")
    page.locator("textarea[name=text]").fill(LIST)
    _press(page, "Lees de lijst")


def participants_handed_in(page: Page, site: str) -> None:
    page.goto(site + MISSION)
    page.locator("summary", has_text="Een lijst uit Excel").click()
    page.locator("#hand_in_text").fill("Naam;E-mail\nWang Bedacht;kapot\nLi Verzonnen;\n")
    _press(page, "Lees de lijst")


def claims_handed_in(page: Page, site: str) -> None:
    """A file of which some claims are wrong, read and said so."""
    page.goto(f"{site}/jaar/2024/evaluatie/beweringen/")
    page.locator("textarea[name=text]").fill("evaluation: niets\nclaims: [x")
    _press(page, "Kijk de beweringen na")


def to_a_hit(page: Page, site: str) -> None:
    page.goto(site + "/screening/?state=all")
    page.locator("th a").first.click()
    page.wait_for_url(re.compile(r"/screening/\d+/"))


def to_an_intention(page: Page, site: str) -> None:
    page.goto(f"{site}/afspraken/?stand=intended")
    page.get_by_role("link", name="Bedacht voornemen").click()
    page.get_by_role("link", name="Zij is ondertekend").click()


def to_a_screened_party(page: Page, site: str) -> None:
    page.goto(f"{site}{DEMO}delegatie/")
    page.goto(site + str(page.locator("a[href^='/screening/partij/']").first.get_attribute("href")))


def ended(page: Page, site: str) -> None:
    """A session that ended while somebody typed, in a browser that goes on."""
    page.goto(f"{site}{DEMO}delegatie/")
    page.locator("textarea[name=text]").fill(LIST)
    page.context.clear_cookies(name="sessionid")
    _press(page, "Lees de lijst")


def ended_and_back(page: Page, site: str) -> None:
    ended(page, site)
    _press(page, f"Aanmelden als {ADVISER}")


def half_way(page: Page, site: str) -> None:
    """The password was right, and the second step is still to be taken."""
    by_password(page, site, TWICE)


def passkey(what: str) -> Way:
    """The page of the one passkey of the account with two steps."""

    def go(page: Page, site: str) -> None:
        page.goto(f"{site}{STEP}webauthn/")
        with page.expect_navigation():
            page.locator(f"a[href*='/keys/'][href$='/{what}/']").first.click()

    return go


PLACES: dict[str, tuple[Place, ...]] = {
    "home": (Place(VISITOR, "/", lands="year"),),
    "year": (Place(VISITOR, "/jaar/2024/"), Place(ADVISER, "/jaar/2026/")),
    "effects": (Place(VISITOR, "/jaar/2026/effect/"), Place(ADVISER, "/jaar/2024/effect/")),
    "coverage": (Place(VISITOR, "/jaar/2024/dekking/"), Place(ADVISER, "/jaar/2026/dekking/")),
    "public_account": (Place(ADVISER, "/jaar/2024/openbaar/"),),
    "activity_messages": (
        Place(ADVISER, "/activiteiten/ZH-2024-06/boodschap/"),
        Place(DECIDER, "/activiteiten/ZH-2024-02/boodschap/"),
        Place(ADVISER, "/activiteiten/ZH-2024-06/boodschap/", sends="form[aria-label^='Vastleggen']"),
    ),
    "activity_public": (
        Place(ADVISER, "/activiteiten/ZH-2024-06/openbaar/"),
        Place(ADVISER, "/activiteiten/ZH-2024-06/openbaar/", sends="form[aria-labelledby=record]"),
    ),
    "repetition": (Place(ADVISER, "/boodschappen/"), Place(ADVISER, "/boodschappen/?q=zzz")),
    "dialogue": (Place(ADVISER, "/boodschappen/P-beijing-agricultural-bureau/"),),
    "evaluation": (Place(VISITOR, "/jaar/2024/evaluatie/"),),
    "claims": (
        *(Place(VISITOR, f"/jaar/{one}/evaluatie/beweringen/") for one in (2024, 2026)),
        Place("demo-evaluator", claims_handed_in),
        Place("demo-evaluator", "/jaar/2026/evaluatie/beweringen/", "form[aria-labelledby=hand-in]"),
    ),
    **EVALUATION,
    "open_data": (Place(VISITOR, "/jaar/2024/open-data/"), Place(ADVISER, "/jaar/2026/open-data/")),
    "figure": tuple(
        Place(VISITOR, f"/jaar/2024/evaluatie/{one}/")
        for one in (
            *("parties_distinct", "responsible_business_incoming"),
            *("refused_after_screening", "measures_evidenced"),
        )
    ),
    "request_start": (Place(VISITOR, "/verzoek/"), Place(VISITOR, "/verzoek/", "main form")),
    "request_form": (Place(VISITOR, sending("form")), Place(VISITOR, sending("form"), "main form")),
    "request_check": (Place(VISITOR, sending("check")),),
    "request_received": (Place(VISITOR, sending("received")),),
    "request_status": (Place(VISITOR, sending("status")),),
    "quick_entry": (Place(ADVISER, "/dossiers/nieuw/"), Place(ADVISER, "/dossiers/nieuw/", "main form")),
    "dossiers": (
        Place(VISITOR, "/dossiers/"),
        Place(ADVISER, "/dossiers/"),
        Place(ADVISER, "/dossiers/?q=x"),
    ),
    "dossier": (
        *(Place(VISITOR, f"/dossiers/{one}/") for one in ("ZH-2024-02", "ZH-2024-06", "V-2024-08")),
        Place(ADVISER, DEMO),
        Place(DECIDER, DEMO),
        *(Place(who, f"/dossiers/{WAITING}/") for who in (ADVISER, DECIDER, AUDITOR)),
        Place(ADVISER, f"/dossiers/{DECIDED}/"),
        Place(DECIDER, f"/dossiers/{SECRET}/"),
    ),
    "answers": (Place(ADVISER, f"{DEMO}antwoorden/", lands="dossier"),),
    "assessment": (Place(ADVISER, f"{DEMO}toetsing/", lands="dossier"),),
    "decision": (Place(DECIDER, f"/dossiers/{WAITING}/", "form[action$='/besluit/']"),),
    "coordination": (
        *(Place(who, f"/dossiers/{WAITING}/afstemming/") for who in (ADVISER, REVIEWER, DECIDER, AUDITOR)),
        Place(ADVISER, f"/dossiers/{WAITING}/afstemming/", act("ask")),
        Place(ADVISER, f"/dossiers/{WAITING}/afstemming/", act("answer")),
        Place(ADVISER, f"/dossiers/{WAITING}/afstemming/", act("take_back")),
        Place(REVIEWER, f"/dossiers/{WAITING}/afstemming/", act("return")),
    ),
    "report": (
        *(Place(who, "/activiteiten/ZH-2024-02/verslag/") for who in (ADVISER, AUDITOR)),
        Place(ADVISER, "/activiteiten/ZH-2024-02/verslag/?soort=public_text&taal=en"),
        Place(ADVISER, "/activiteiten/ZH-2024-02/verslag/?soort=feedback", "form[aria-labelledby='write']"),
        Place(ADVISER, f"/activiteiten/{JOURNEY}/verslag/"),
        Place(ADVISER, f"{REPORTED}?soort=mission_report"),
        Place(ADVISER, f"{REPORTED}?soort=mission_report&opnieuw=1"),
    ),
    "investment": (
        *(Place(who, f"{INVESTED}investering/") for who in (ADVISER, AUDITOR)),
        Place(ADVISER, f"{INVESTED}investering/", act("case")),
        Place(ADVISER, f"{INVESTED}investering/", act("answer")),
        Place(ADVISER, f"{NOT_ASKED}investering/", act("ask")),
    ),
    "investments": (
        Place(ADVISER, "/jaar/2024/investeringen/"),
        Place(ADVISER, "/jaar/2026/investeringen/"),
    ),
    "letter": (Place(ADVISER, f"{LETTER}?taal=nl"), Place(ADVISER, f"{LETTER}?taal=en")),
    "plan_activity": (
        Place(ADVISER, f"/dossiers/{DECIDED}/activiteit/"),
        Place(ADVISER, f"/dossiers/{DECIDED}/activiteit/", "main form"),
        Place(AUDITOR, f"/dossiers/{DECIDED}/activiteit/"),
    ),
    "agreements": (
        *(Place(who, "/afspraken/") for who in (ADVISER, AUDITOR)),
        Place(ADVISER, "/afspraken/?stand=over"),
    ),
    "agreement_new": (
        Place(ADVISER, "/afspraken/nieuw/"),
        Place(ADVISER, f"/afspraken/nieuw/?activiteit={ACTIVITY}", "main form"),
        Place(AUDITOR, "/afspraken/nieuw/"),
    ),
    "agreement": (
        *(Place(who, f"/afspraken/{AGREEMENT}/") for who in (ADVISER, AUDITOR)),
        Place(ADVISER, f"/afspraken/{AGREEMENT}/", act("end")),
        Place(ADVISER, "/afspraken/ZH-2024-R1/"),
    ),
    "agreement_change": (
        *(Place(ADVISER, f"/afspraken/{AGREEMENT}/{one}/") for one in ("verlengen", "corrigeren")),
        Place(ADVISER, f"/afspraken/{AGREEMENT}/verlengen/", act("renew")),
        Place(ADVISER, to_an_intention),
    ),
    "activities": (
        Place(ADVISER, "/activiteiten/"),
        Place(ADVISER, "/activiteiten/?van=te-laat"),
    ),
    "activity": (
        *(Place(who, f"/activiteiten/{ACTIVITY}/") for who in (ADVISER, AUDITOR)),
        Place(ADVISER, f"/activiteiten/{LATE}/"),
        Place(ADVISER, f"/activiteiten/{LATE}/", act("cancel")),
        Place(ADVISER, "/activiteiten/ZH-2024-02/"),
    ),
    "measure": (
        *(Place(who, f"/activiteiten/{ACTIVITY}/maatregelen/{MEASURE}/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, f"/activiteiten/{ACTIVITY}/maatregelen/{DONE}/"),
        Place(ADVISER, f"/activiteiten/{ACTIVITY}/maatregelen/{MEASURE}/", act("prove")),
        Place(ADVISER, f"/activiteiten/{ACTIVITY}/maatregelen/{MEASURE}/", act("waive")),
    ),
    "advice_link": (
        Place(VISITOR, f"/advies/{ASKED}/"),
        Place(VISITOR, f"/advies/{ASKED}/", "main form"),
        Place(VISITOR, f"/advies/{ANSWERED}/"),
        Place(VISITOR, f"/advies/{'c' * 32}/"),
    ),
    "companies": (
        *(Place(who, f"/activiteiten/{SCANNED_MISSION}/bedrijven/") for who in (ADVISER, DECIDER, AUDITOR)),
        *(
            Place(ADVISER, f"/activiteiten/{SCANNED_MISSION}/bedrijven/", act(name))
            for name in ("ask", "waive", "session", "take_back", "strike_out")
        ),
        Place(ADVISER, "/activiteiten/ZH-2024-02/bedrijven/"),
    ),
    "experiences": (
        Place(ADVISER, f"/activiteiten/{HELD}/ervaringen/"),
        Place(ADVISER, f"/activiteiten/{HELD}/ervaringen/", act("ask")),
        Place(ADVISER, f"/activiteiten/{HELD}/ervaringen/", act("take_back")),
        Place(REVIEWER, f"/activiteiten/{ALONE}/ervaringen/"),
        Place(ADVISER, f"/activiteiten/{SCANNED_MISSION}/ervaringen/"),
    ),
    "survey": (
        Place(VISITOR, f"/ervaring/{SURVEY}/"),
        Place(VISITOR, f"/ervaring/{SURVEY}/", "main form"),
        Place(VISITOR, f"/ervaring/{'c' * 32}/"),
    ),
    "self_scan": (
        Place(VISITOR, f"/zelfscan/{SCAN}/"),
        Place(VISITOR, f"/zelfscan/{SCAN}/", "form.scan"),
        Place(VISITOR, f"/zelfscan/{'c' * 32}/"),
    ),
    "assign": (Place(ADVISER, f"{DEMO}toewijzen/"), Place(AUDITOR, f"{DEMO}toewijzen/")),
    "delegation": (
        Place(ADVISER, f"{DEMO}delegatie/"),
        Place(DECIDER, f"{DEMO}delegatie/"),
        Place(ADVISER, f"{DEMO}delegatie/", "form[enctype]"),
    ),
    "delegation_preview": (Place(ADVISER, handed_in),),
    "participants": (
        Place(ADVISER, "/dossiers/FICTIEF-2026-02/partijen/?q=Bedacht"),
        Place(ADVISER, "/dossiers/FICTIEF-2026-02/partijen/", "main form[method=post]"),
        Place(AUDITOR, "/dossiers/FICTIEF-2026-02/partijen/"),
    ),
    "programme": (
        Place(ADVISER, MISSION),
        Place(AUDITOR, MISSION),
        Place(ADVISER, NEXT),
        Place(ADVISER, NEXT, act("copy")),
        *(Place(ADVISER, MISSION, act(one)) for one in ("plan", "enrol", "learn", "hand_in")),
    ),
    "network": (
        *(Place(who, "/netwerk/") for who in (ADVISER, DECIDER, AUDITOR)),
        Place(ADVISER, "/netwerk/?kennis=law"),
    ),
    "network_join": (
        Place(ADVISER, "/netwerk/nieuw/?partij=P-rvo"),
        Place(ADVISER, "/netwerk/nieuw/?partij=P-rvo", act("join")),
        Place(DECIDER, "/netwerk/nieuw/?partij=P-amnesty-international", lands="member"),
    ),
    "member": (
        *(Place(who, "/netwerk/NW-amnesty-international/") for who in (ADVISER, DECIDER, AUDITOR)),
        *(
            Place(ADVISER, "/netwerk/NW-amnesty-international/", act(one))
            for one in ("contact", "contribute", "keep_point", "stop")
        ),
    ),
    "activity_network": (
        *(Place(who, "/activiteiten/ZH-2024-02/netwerk/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, "/activiteiten/ZH-2024-02/netwerk/", act("contribute")),
        Place(ADVISER, "/activiteiten/ZH-2024-03/netwerk/"),
    ),
    "initiatives": (*(Place(who, "/initiatieven/") for who in (ADVISER, DECIDER, AUDITOR)),),
    "initiative": (
        *(Place(who, "/initiatieven/I-2024-02/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, "/initiatieven/I-2024-01/", act("step")),
    ),
    "activity_initiatives": (
        *(Place(who, "/activiteiten/ZH-2024-02/initiatieven/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, "/activiteiten/ZH-2024-03/initiatieven/", act("start")),
    ),
    "case_initiatives": (
        *(Place(who, "/dossiers/V-2024-07/initiatieven/") for who in (ADVISER, DECIDER)),
        Place(ADVISER, "/dossiers/V-2024-01/initiatieven/", act("start")),
    ),
    "protection": (
        *(Place(who, GUARDED) for who in (ADVISER, DECIDER, AUDITOR)),
        Place(ADVISER, GUARDED.replace(JOURNEY, NEXT_JOURNEY)),
        Place(ADVISER, GUARDED.replace(JOURNEY, ACTIVITY)),
        Place(ADVISER, GUARDED, act("conflict")),
        Place(DECIDER, GUARDED, act("rule")),
    ),
    "programme_slot": (
        Place(ADVISER, f"{MISSION}onderdeel/1/"),
        Place(ADVISER, f"{MISSION}onderdeel/1/", act("change"), lands="programme"),
        Place(AUDITOR, f"{MISSION}onderdeel/1/"),
    ),
    "participant": (
        Place(ADVISER, f"{MISSION}deelnemer/1/"),
        Place(ADVISER, f"{MISSION}deelnemer/1/", act("change"), lands="programme"),
        Place(AUDITOR, f"{MISSION}deelnemer/1/"),
    ),
    "participants_preview": (Place(ADVISER, participants_handed_in),),
    "kader": (Place(VISITOR, KADER),),
    **STUDIO,
    **RETENTION,
    "kader_countries": (Place(VISITOR, f"{KADER}landen/?land=JP"),),
    "kader_differences": (Place(VISITOR, f"{KADER}verschil/"),),
    "kader_difference": (Place(VISITOR, f"{KADER}verschil/2024-01-01/"),),
    "scenario": (Place(VISITOR, f"{KADER}voorbeeld/FX-KI-2/"),),
    "screening": (Place(REVIEWER, "/screening/"), Place(REVIEWER, "/screening/?state=all&q=zzz")),
    "hit": (
        Place(REVIEWER, to_a_hit),
        Place(REVIEWER, to_a_hit, act("review")),
        Place(REVIEWER, to_a_hit, act("escalate")),
        Place(AUDITOR, to_a_hit),
    ),
    "screened_party": (
        Place(REVIEWER, to_a_screened_party),
        Place(REVIEWER, to_a_screened_party, act("note")),
    ),
    "fairness": (Place(VISITOR, "/screening/gelijkheid/"),),
    "work_list": (
        *(Place(ADVISER, f"/werk/?van={one}") for one in ("mine", "all", "overdue")),
        Place(AUDITOR, "/werk/?zoek=zzz"),
        Place(ADVISER, "/werk/?van=all", "form:has(#view-name)"),
    ),
    "parties": (Place(ADVISER, "/partijen/?q=Bedacht"), Place(ADVISER, "/partijen/?q=zzzz")),
    "party": (
        Place(ADVISER, "/partijen/BEDACHT-P1/"),
        Place(ADVISER, "/partijen/BEDACHT-P1/", act("name")),
        Place(ADVISER, "/partijen/BEDACHT-P1/", act("number")),
        Place(AUDITOR, "/partijen/BEDACHT-P1/"),
    ),
    "alike": (
        Place(ADVISER, "/partijen/BEDACHT-P1/dezelfde/"),
        Place(ADVISER, "/partijen/BEDACHT-P1/dezelfde/", "main form[method=post]"),
    ),
    "lists": (Place(REVIEWER, "/lijsten/"),),
    "sign_in": (
        Place(VISITOR, "/aanmelden/"),
        Place(VISITOR, "/aanmelden/", "form.panel"),
        Place(VISITOR, "/werk/", lands="sign_in"),
    ),
    "invitation": (Place(VISITOR, f"/uitnodiging/niemand/{'c' * 32}/"),),
    "account_login": (Place(VISITOR, "/aanmelden/", lands="sign_in"),),
    "send_again": (Place(ADVISER, ended_and_back, lands="sign_in"),),
    "openid_connect_callback": (Place(VISITOR, "/aanmelden/via/organisatie/terug/"),),
    "account": tuple(Place(who, "/account/") for who in (ADVISER, ADMINISTRATOR, TWICE)),
    "programs": tuple(Place(ADVISER, "/account/programmas/", way) for way in ("", "main form:has(#id_name)")),
    "password": (
        Place(ONE_STEP, "/account/wachtwoord/"),
        Place(ONE_STEP, "/account/wachtwoord/", "main form"),
    ),
    "mfa_index": (Place(ONE_STEP, STEP), Place(TWICE, STEP)),
    "mfa_authenticate": (Place(VISITOR, half_way), Place(VISITOR, half_way, "main form:has([name=code])")),
    "mfa_reauthenticate": (Place(TWICE, f"{STEP}reauthenticate/", lands="account_reauthenticate"),),
    "mfa_activate_totp": (
        Place(ONE_STEP, f"{STEP}totp/activate/"),
        Place(ONE_STEP, f"{STEP}totp/activate/", "main form"),
    ),
    "mfa_deactivate_totp": (Place(TWICE, f"{STEP}totp/deactivate/"),),
    "mfa_view_recovery_codes": (Place(TWICE, f"{STEP}recovery-codes/"),),
    "mfa_generate_recovery_codes": (Place(TWICE, f"{STEP}recovery-codes/generate/"),),
    "mfa_list_webauthn": (Place(ONE_STEP, f"{STEP}webauthn/"), Place(TWICE, f"{STEP}webauthn/")),
    "mfa_add_webauthn": (Place(ONE_STEP, f"{STEP}webauthn/add/"),),
    "mfa_reauthenticate_webauthn": (Place(TWICE, f"{STEP}webauthn/reauthenticate/"),),
    "mfa_remove_webauthn": (Place(TWICE, passkey("remove")),),
    "mfa_edit_webauthn": (Place(TWICE, passkey("edit")),),
    "account_reauthenticate": (
        Place(ONE_STEP, "/account/bevestigen/"),
        Place(ONE_STEP, "/account/bevestigen/", "main form"),
    ),
    "account_inactive": (Place(VISITOR, "/account/gesloten/"),),
    "administration": (
        Place(ADMINISTRATOR, "/beheer/"),
        Place(ADMINISTRATOR, "/beheer/", "main form"),
    ),
    "managed_account": (
        Place(ADMINISTRATOR, f"/beheer/accounts/{TWO_STEPS}/"),
        Place(ADMINISTRATOR, f"/beheer/accounts/{ADMINISTRATOR}/"),
        Place(ADMINISTRATOR, f"/beheer/accounts/{ONE_STEP}/", act("password")),
        Place(ADMINISTRATOR, f"/beheer/accounts/{LEFT}/"),
    ),
    "trail": (
        Place(AUDITOR, "/controlespoor/"),
        Place(AUDITOR, f"/controlespoor/?onderwerp={DECIDED}"),
        Place(AUDITOR, "/controlespoor/?persoon=niemand"),
    ),
    "gallery": (Place(ADVISER, "/onderdelen/?scheme=light"), Place(ADVISER, "/onderdelen/?scheme=dark")),
    **OPEN_TO_ALL,
}
# What nobody reads in a browser: a file, a style sheet, or an address to which something is only sent.
NO_PAGE = {
    **{name: Place(VISITOR, path) for name, path in (("alive", "/_health/live"), ("metrics", "/_metrics"))},
    "ready": Place(VISITOR, "/_health/ready"),
    "security_text": Place(VISITOR, "/.well-known/security.txt"),
    "set_language": Place(VISITOR, "/taal/setlang/"),
    "sign_out": Place(VISITOR, "/afmelden/"),
    "signed_out_there": Place(VISITOR, "/afmelden/terug/"),
    "end_from_provider": Place(VISITOR, "/aanmelden/via/organisatie/afgemeld/"),
    "account_logout": Place(VISITOR, "/afmelden/"),
    "openid_connect_login": Place(VISITOR, "/aanmelden/via/organisatie/"),
    "export_work": Place(ADVISER, "/werk/bestand/csv/"),
    "export_trail": Place(AUDITOR, "/controlespoor/bestand/csv/"),
    "programme_calendar": Place(ADVISER, f"{MISSION}agenda.ics"),
    "agreement_document": Place(ADVISER, f"/afspraken/{AGREEMENT}/stuk/1/"),
    "evidence": Place(ADVISER, f"/activiteiten/{ACTIVITY}/bewijs/1/"),
    "programme_pdf": Place(ADVISER, f"{MISSION}programma.pdf"),
    "programme_paper": Place(ADVISER, f"{MISSION}programma.docx"),
    **NO_EVALUATION_PAGE,
    **NO_STUDIO_PAGE,
    **NO_RETENTION_PAGE,
    "report_paper": Place(ADVISER, "/activiteiten/ZH-2024-02/verslag/word/"),
    "activity_briefing": Place(ADVISER, "/activiteiten/ZH-2024-06/gespreksnotitie/"),
    "document": Place(ADVISER, f"/dossiers/{DECIDED}/stukken/{DECIDED}-D1/"),
    "mfa_download_recovery_codes": Place(TWICE, f"{STEP}recovery-codes/download/"),
    "open_data_files": Place(VISITOR, "/jaar/2024/open-data/bestanden.zip"),
    "evaluation_file": Place(VISITOR, "/jaar/2024/evaluatie/als/docx/"),
    **NO_HANDBOOK_PAGE,
    "house_style": Place(VISITOR, "/huisstijl/zuid-holland.css"),
}
# What somebody meets who asks for what is not there, or not theirs.
REFUSED = (
    Place(VISITOR, "/afmelden/"),
    Place(VISITOR, "/dossiers/bestaat-niet/"),
    Place(VISITOR, "/bestaat/niet/"),
    Place(ADMINISTRATOR, "/werk/"),
    Place(REVIEWER, f"/dossiers/{SECRET}/"),
)
