"""The addresses of the pages; Dutch, since they are read and cited in Dutch."""

from allauth.account.views import account_inactive
from django.urls import include, path

from openkader.web.views.account import confirm, send_again, show_account, sign_in
from openkader.web.views.activities import list_activities
from openkader.web.views.activity import show_activity
from openkader.web.views.activity_messages import show_activity_messages
from openkader.web.views.activity_public import show_activity_public
from openkader.web.views.administration import administer, manage_account
from openkader.web.views.advice_link import answer_by_link
from openkader.web.views.agreement import change_agreement, hand_out_agreement, show_agreement
from openkader.web.views.agreements import list_agreements, record_agreement
from openkader.web.views.archive import archive_dossier
from openkader.web.views.assign import assign_case
from openkader.web.views.briefing import hand_out_briefing
from openkader.web.views.calendar_feed import give_feed
from openkader.web.views.calendars import give_activity, show_calendars
from openkader.web.views.case import answer_questions, assess_case, decide_case
from openkader.web.views.chains import (
    list_initiatives,
    show_activity_initiatives,
    show_activity_network,
    show_case_initiatives,
    show_initiative,
)
from openkader.web.views.claims import show_claims
from openkader.web.views.companies import show_companies
from openkader.web.views.comparing import compare_years
from openkader.web.views.context import hand_out_context, show_context
from openkader.web.views.coordination import show_coordination
from openkader.web.views.core import show_core
from openkader.web.views.countries import show_countries
from openkader.web.views.coverage import show_coverage
from openkader.web.views.delegation import show_delegation
from openkader.web.views.disclosure import disclose
from openkader.web.views.document import hand_out_document
from openkader.web.views.dossier import show_dossier
from openkader.web.views.dossiers import list_dossiers
from openkader.web.views.effects import show_effects
from openkader.web.views.evaluation import show_evaluation
from openkader.web.views.evaluation_adoption import hand_out_frozen, show_adoption, show_text
from openkader.web.views.evaluation_file import show_evaluation_file
from openkader.web.views.evaluation_frozen import show_frozen, show_frozen_figure
from openkader.web.views.evaluation_writing import preview_chapter, show_writing, write_chapter
from openkader.web.views.exchange import compare_foreign, give_exchange, show_exchange
from openkader.web.views.exchange_taking import take_exchange
from openkader.web.views.experiences import show_experiences
from openkader.web.views.fairness import show_fairness
from openkader.web.views.figure import show_figure
from openkader.web.views.gallery import show_gallery
from openkader.web.views.handbook import show_handbook, show_handbook_page, show_handbook_picture
from openkader.web.views.handed_in import preview_delegation
from openkader.web.views.hit import show_hit
from openkader.web.views.hits import list_hits
from openkader.web.views.house_style import show_house_style
from openkader.web.views.interviews import show_interviews
from openkader.web.views.investment import show_investment
from openkader.web.views.investments_year import show_investments
from openkader.web.views.invitation import take_up_invitation
from openkader.web.views.inviting import show_invitations
from openkader.web.views.kader import show_kader
from openkader.web.views.kader_difference import list_differences, show_difference, show_draft_difference
from openkader.web.views.kader_entries import show_entries, write_entry, write_new_entry
from openkader.web.views.kader_files import hand_out_dmn, hand_out_kader
from openkader.web.views.kader_replay import show_kader_replay
from openkader.web.views.kader_rows import show_rules, write_new_row, write_row
from openkader.web.views.kader_step import show_step
from openkader.web.views.kader_studio import (
    hand_out_decision,
    show_draft,
    show_studio,
    write_draft_text,
)
from openkader.web.views.kader_taking_over import receive_kader, take_over_kader
from openkader.web.views.letter import show_letter
from openkader.web.views.lists import show_lists
from openkader.web.views.measure import hand_out_evidence, show_measure
from openkader.web.views.network import join_network, list_network, show_member
from openkader.web.views.open_data import download_open_data, show_open_data
from openkader.web.views.operation import give_figures, say_alive, say_ready
from openkader.web.views.participants import show_participants
from openkader.web.views.participants_preview import preview_participants
from openkader.web.views.parties import list_parties
from openkader.web.views.party import show_alike, show_party
from openkader.web.views.password import change_own_password
from openkader.web.views.plain import go_home, show_accessibility
from openkader.web.views.plan import plan_activity
from openkader.web.views.programme import show_participant, show_programme, show_slot
from openkader.web.views.programme_files import give_calendar, give_paper
from openkader.web.views.programs import show_programs
from openkader.web.views.protection import show_protection
from openkader.web.views.provider import come_back, leave_for_provider
from openkader.web.views.public_account import show_public_account
from openkader.web.views.quick_entry import enter_request
from openkader.web.views.received import hand_out_mail, list_mail, show_mail
from openkader.web.views.recommendations import (
    hand_out_recommendation,
    list_recommendations,
    show_recommendation,
)
from openkader.web.views.repetition import show_dialogue, show_repetition
from openkader.web.views.report import hand_out_report, show_report
from openkader.web.views.request_form import fill_request, start_request
from openkader.web.views.request_sending import check_request, show_received, show_status
from openkader.web.views.retention import hand_out_certificate, show_keeping, show_list
from openkader.web.views.scenario import show_scenario
from openkader.web.views.screened_party import show_screened_party
from openkader.web.views.security_text import give_security_text
from openkader.web.views.self_scan import fill_self_scan
from openkader.web.views.signing_out import end_from_provider, sign_out, signed_out_there
from openkader.web.views.spreadsheet_preview import preview_spreadsheet
from openkader.web.views.spreadsheets import list_spreadsheets, show_spreadsheet
from openkader.web.views.survey import answer_survey
from openkader.web.views.trail import export_trail, show_trail
from openkader.web.views.work_list import export_work, list_work
from openkader.web.views.year import show_year
from openkader.web.views.year_rows import show_rows

urlpatterns = [
    path("", include("openkader.web.public_urls")),
    path("", go_home, name="home"),
    path("taal/", include("django.conf.urls.i18n")),
    path("jaar/vergelijking/", compare_years, name="compare"),
    path("jaar/kern-en-schil/", show_core, name="core"),
    path("jaar/<int:year>/", show_year, name="year"),
    path("jaar/<int:year>/rijen/<slug:table>/", show_rows, name="year_rows"),
    path("jaar/<int:year>/dekking/", show_coverage, name="coverage"),
    path("jaar/<int:year>/effect/", show_effects, name="effects"),
    path("jaar/<int:year>/openbaar/", show_public_account, name="public_account"),
    path("jaar/<int:year>/investeringen/", show_investments, name="investments"),
    path("jaar/<int:year>/open-data/", show_open_data, name="open_data"),
    path("jaar/<int:year>/open-data/bestanden.zip", download_open_data, name="open_data_files"),
    path("jaar/<int:year>/evaluatie/", show_evaluation, name="evaluation"),
    path("jaar/<int:year>/evaluatie/als/<slug:paper>/", show_evaluation_file, name="evaluation_file"),
    path("jaar/<int:year>/evaluatie/beweringen/", show_claims, name="claims"),
    path("jaar/<int:year>/evaluatie/tekst/", show_text, name="evaluation_text"),
    path("jaar/<int:year>/evaluatie/tekst/vastgesteld.json", hand_out_frozen, name="evaluation_frozen"),
    path("jaar/<int:year>/evaluatie/vaststellen/", show_adoption, name="evaluation_adoption"),
    path("jaar/<int:year>/evaluatie/vaststellen/rijen/", show_frozen, name="frozen_figures"),
    path(
        "jaar/<int:year>/evaluatie/vaststellen/rijen/<slug:figure>/", show_frozen_figure, name="frozen_figure"
    ),
    path("jaar/<int:year>/evaluatie/schrijven/", show_writing, name="evaluation_writing"),
    path("jaar/<int:year>/evaluatie/schrijven/<str:chapter>/", write_chapter, name="evaluation_chapter"),
    path(
        "jaar/<int:year>/evaluatie/schrijven/<str:chapter>/voorbeeld/",
        preview_chapter,
        name="evaluation_preview",
    ),
    path("jaar/<int:year>/evaluatie/<slug:figure>/", show_figure, name="figure"),
    path("verzoek/", start_request, name="request_start"),
    path("verzoek/status/<slug:token>/", show_status, name="request_status"),
    path("verzoek/<slug:token>/", fill_request, name="request_form"),
    path("verzoek/<slug:token>/controle/", check_request, name="request_check"),
    path("verzoek/<slug:token>/ontvangen/", show_received, name="request_received"),
    path("dossiers/nieuw/", enter_request, name="quick_entry"),
    path("postvak/", list_mail, name="mails"),
    path("postvak/<str:reference>/", show_mail, name="mail"),
    path("postvak/<str:reference>/origineel/", hand_out_mail, name="mail_as_it_came"),
    path("overnemen/", list_spreadsheets, name="spreadsheets"),
    path("overnemen/controle/<str:token>/", preview_spreadsheet, name="spreadsheet_preview"),
    path("overnemen/<str:reference>/", show_spreadsheet, name="spreadsheet"),
    path("dossiers/", list_dossiers, name="dossiers"),
    path("dossiers/<str:reference>/", show_dossier, name="dossier"),
    path("dossiers/<str:reference>/stukken/<str:document>/", hand_out_document, name="document"),
    path("dossiers/<str:reference>/partijen/", show_participants, name="participants"),
    path("dossiers/<str:reference>/afstemming/", show_coordination, name="coordination"),
    path("dossiers/<str:reference>/investering/", show_investment, name="investment"),
    path("dossiers/<str:reference>/besluit/<str:decision>/brief/", show_letter, name="letter"),
    path("dossiers/<str:reference>/activiteit/", plan_activity, name="plan_activity"),
    path("dossiers/<str:reference>/archief/", archive_dossier, name="archive"),
    path("afspraken/", list_agreements, name="agreements"),
    path("afspraken/nieuw/", record_agreement, name="agreement_new"),
    path("afspraken/<str:reference>/", show_agreement, name="agreement"),
    path("afspraken/<str:reference>/stuk/<int:deed>/", hand_out_agreement, name="agreement_document"),
    path("afspraken/<str:reference>/<slug:deed>/", change_agreement, name="agreement_change"),
    path("jaar/<int:year>/interviews/", show_interviews, name="interviews"),
    path("jaar/<int:year>/context/", show_context, name="context"),
    path("context/<str:reference>/bron/", hand_out_context, name="context_document"),
    path("aanbevelingen/", list_recommendations, name="recommendations"),
    path("aanbevelingen/<str:reference>/", show_recommendation, name="recommendation"),
    path(
        "aanbevelingen/<str:reference>/stuk/<int:number>/",
        hand_out_recommendation,
        name="recommendation_document",
    ),
    path("activiteiten/", list_activities, name="activities"),
    path("activiteiten/<str:reference>/", show_activity, name="activity"),
    path("activiteiten/<str:reference>/agenda.ics", give_activity, name="activity_calendar"),
    path("activiteiten/<str:reference>/verslag/", show_report, name="report"),
    path("activiteiten/<str:reference>/verslag/word/", hand_out_report, name="report_paper"),
    path("activiteiten/<str:reference>/maatregelen/<str:measure>/", show_measure, name="measure"),
    path("activiteiten/<str:reference>/bewijs/<int:evidence>/", hand_out_evidence, name="evidence"),
    path("advies/<slug:token>/", answer_by_link, name="advice_link"),
    path("activiteiten/<str:reference>/bedrijven/", show_companies, name="companies"),
    path("activiteiten/<str:reference>/ervaringen/", show_experiences, name="experiences"),
    path("activiteiten/<str:reference>/uitnodigingen/", show_invitations, name="activity_invitations"),
    path("zelfscan/<slug:token>/", fill_self_scan, name="self_scan"),
    path("ervaring/<slug:token>/", answer_survey, name="survey"),
    path("dossiers/<str:reference>/antwoorden/", answer_questions, name="answers"),
    path("dossiers/<str:reference>/toetsing/", assess_case, name="assessment"),
    path("dossiers/<str:reference>/besluit/", decide_case, name="decision"),
    path("dossiers/<str:reference>/delegatie/", show_delegation, name="delegation"),
    path("dossiers/<str:reference>/delegatie/<slug:token>/", preview_delegation, name="delegation_preview"),
    path("activiteiten/<str:reference>/informatiebeveiliging/", show_protection, name="protection"),
    path("activiteiten/<str:reference>/programma/", show_programme, name="programme"),
    path("activiteiten/<str:reference>/programma/agenda.ics", give_calendar, name="programme_calendar"),
    path("activiteiten/<str:reference>/programma/<slug:what>.docx", give_paper, name="programme_paper"),
    path(
        "activiteiten/<str:reference>/programma/<slug:what>.pdf",
        give_paper,
        {"form": "pdf"},
        name="programme_pdf",
    ),
    path("activiteiten/<str:reference>/programma/onderdeel/<int:number>/", show_slot, name="programme_slot"),
    path(
        "activiteiten/<str:reference>/programma/deelnemer/<int:number>/", show_participant, name="participant"
    ),
    path(
        "activiteiten/<str:reference>/programma/deelnemers/<slug:token>/",
        preview_participants,
        name="participants_preview",
    ),
    path("activiteiten/<str:activity>/boodschap/", show_activity_messages, name="activity_messages"),
    path("activiteiten/<str:activity>/gespreksnotitie/", hand_out_briefing, name="activity_briefing"),
    path("activiteiten/<str:activity>/openbaar/", show_activity_public, name="activity_public"),
    path("activiteiten/<str:reference>/netwerk/", show_activity_network, name="activity_network"),
    path(
        "activiteiten/<str:reference>/initiatieven/", show_activity_initiatives, name="activity_initiatives"
    ),
    path("dossiers/<str:reference>/initiatieven/", show_case_initiatives, name="case_initiatives"),
    path("netwerk/", list_network, name="network"),
    path("netwerk/nieuw/", join_network, name="network_join"),
    path("netwerk/<str:reference>/", show_member, name="member"),
    path("initiatieven/", list_initiatives, name="initiatives"),
    path("initiatieven/<str:reference>/", show_initiative, name="initiative"),
    path("boodschappen/", show_repetition, name="repetition"),
    path("boodschappen/<str:party>/", show_dialogue, name="dialogue"),
    path("inzage/", disclose, name="disclosure"),
    path("bewaren/", show_keeping, name="keeping"),
    path("bewaren/<slug:reference>/", show_list, name="destruction_list"),
    path("bewaren/<slug:reference>/verklaring/", hand_out_certificate, name="destruction_certificate"),
    path("uitwisselen/", show_exchange, name="exchange"),
    path("uitwisselen/meegeven/", give_exchange, name="exchange_give"),
    path("uitwisselen/inzien/<str:token>/", take_exchange, name="exchange_take"),
    path("uitwisselen/cijfers/<int:year>/", compare_foreign, name="exchange_year"),
    path("kader/studio/", show_studio, name="kader_studio"),
    path("kader/studio/overnemen/", receive_kader, name="kader_receive"),
    path("kader/studio/overnemen/<str:token>/", take_over_kader, name="kader_take_over"),
    path("kader/studio/<slug:reference>/", show_draft, name="kader_draft"),
    path("kader/studio/<slug:reference>/verschil/", show_draft_difference, name="kader_draft_difference"),
    path("kader/studio/<slug:reference>/naspelen/", show_kader_replay, name="kader_draft_replay"),
    path("kader/studio/<slug:reference>/besluit/", hand_out_decision, name="kader_decision"),
    path("kader/studio/<slug:reference>/regels/", show_rules, name="kader_rows"),
    path("kader/studio/<slug:reference>/regels/<str:table>/", write_new_row, name="kader_row_new"),
    path("kader/studio/<slug:reference>/regels/<str:table>/<str:row>/", write_row, name="kader_row"),
    path("kader/studio/<slug:reference>/tekst/<path:file>/<int:number>/", show_step, name="kader_draft_step"),
    path("kader/studio/<slug:reference>/tekst/<path:file>/", write_draft_text, name="kader_draft_text"),
    path("kader/studio/<slug:reference>/<slug:part>/", show_entries, name="kader_entries"),
    path("kader/studio/<slug:reference>/<slug:part>/nieuw/", write_new_entry, name="kader_entry_new"),
    path("kader/studio/<slug:reference>/<slug:part>/<str:name>/", write_entry, name="kader_entry"),
    path("kader/<slug:organisation>/<slug:version>/", show_kader, name="kader"),
    path("kader/<slug:organisation>/<slug:version>/bestand/", hand_out_kader, name="kader_file"),
    path("kader/<slug:organisation>/<slug:version>/dmn/", hand_out_dmn, name="kader_dmn"),
    path("kader/<slug:organisation>/<slug:version>/landen/", show_countries, name="kader_countries"),
    path("kader/<slug:organisation>/<slug:version>/verschil/", list_differences, name="kader_differences"),
    path(
        "kader/<slug:organisation>/<slug:version>/verschil/<slug:other>/",
        show_difference,
        name="kader_difference",
    ),
    path(
        "kader/<slug:organisation>/<slug:version>/voorbeeld/<slug:scenario>/", show_scenario, name="scenario"
    ),
    path("screening/", list_hits, name="screening"),
    path("screening/<int:hit>/", show_hit, name="hit"),
    path("screening/partij/<str:reference>/", show_screened_party, name="screened_party"),
    path("screening/gelijkheid/", show_fairness, name="fairness"),
    path("werk/", list_work, name="work_list"),
    path("werk/bestand/<slug:form>/", export_work, name="export_work"),
    path("dossiers/<str:reference>/toewijzen/", assign_case, name="assign"),
    path("partijen/", list_parties, name="parties"),
    path("partijen/<str:reference>/", show_party, name="party"),
    path("partijen/<str:reference>/dezelfde/", show_alike, name="alike"),
    path("lijsten/", show_lists, name="lists"),
    path("aanmelden/", sign_in, name="sign_in"),
    path("uitnodiging/<str:name>/<str:token>/", take_up_invitation, name="invitation"),
    path("aanmelden/verder/", send_again, name="send_again"),
    path("aanmelden/via/<slug:provider_id>/", leave_for_provider, name="openid_connect_login"),
    path("aanmelden/via/<slug:provider_id>/terug/", come_back, name="openid_connect_callback"),
    path("aanmelden/via/<slug:provider_id>/afgemeld/", end_from_provider, name="end_from_provider"),
    path("afmelden/", sign_out, name="sign_out"),
    path("afmelden/terug/", signed_out_there, name="signed_out_there"),
    path("account/", show_account, name="account"),
    path("account/programmas/", show_programs, name="programs"),
    path("account/agenda/", show_calendars, name="calendars"),
    path("agenda/<slug:token>/agenda.ics", give_feed, name="calendar_feed"),
    path("account/wachtwoord/", change_own_password, name="password"),
    path("account/tweede-stap/", include("allauth.mfa.urls")),
    # Under the names by which the library looks for them.
    path("account/bevestigen/", confirm, name="account_reauthenticate"),
    path("account/gesloten/", account_inactive, name="account_inactive"),
    path("aanmelden/", sign_in, name="account_login"),
    path("afmelden/", sign_out, name="account_logout"),
    path("huisstijl/<slug:organisation>.css", show_house_style, name="house_style"),
    path("controlespoor/", show_trail, name="trail"),
    path("controlespoor/bestand/<slug:form>/", export_trail, name="export_trail"),
    path("beheer/", administer, name="administration"),
    path("beheer/accounts/<str:name>/", manage_account, name="managed_account"),
    path("onderdelen/", show_gallery, name="gallery"),
    path("_health/live", say_alive, name="alive"),
    path("_health/ready", say_ready, name="ready"),
    path(".well-known/security.txt", give_security_text, name="security_text"),
    path("_metrics", give_figures, name="metrics"),
    path("handboek/", show_handbook, name="handbook"),
    path("handboek/<slug:name>/", show_handbook_page, name="handbook_page"),
    path("handboek/beelden/<slug:name>.png", show_handbook_picture, name="handbook_picture"),
    path("toegankelijkheid/", show_accessibility, name="accessibility"),
]
