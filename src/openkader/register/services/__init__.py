"""Every change to the register: one function a change, one transaction, one trail.

Each takes the value to record, then `by` (who acts) and `now` (when), which the door
knows. What a rule forbids raises `Refused`; nothing is then written.
"""

from openkader.register.services.add_delegation_list import add_delegation_list
from openkader.register.services.add_erratum import add_erratum, restate_figure
from openkader.register.services.add_participant import add_participant
from openkader.register.services.add_publication_file import add_publication_file
from openkader.register.services.address_recommendation import address_recommendation
from openkader.register.services.adopt_evaluation import adopt_evaluation
from openkader.register.services.adopt_kader import adopt_kader
from openkader.register.services.agree_to_decision import agree_to_decision
from openkader.register.services.agree_to_waiver import agree_to_waiver
from openkader.register.services.answer_facts import answer_facts
from openkader.register.services.answer_survey import answer_survey
from openkader.register.services.apply_kader import apply_kader
from openkader.register.services.ask_advice import ask_advice
from openkader.register.services.ask_destruction import ask_destruction
from openkader.register.services.ask_kader_replay import ask_kader_replay
from openkader.register.services.ask_partner import ask_partner
from openkader.register.services.ask_self_scan import ask_self_scan
from openkader.register.services.ask_spreadsheet import ask_spreadsheet
from openkader.register.services.ask_survey import ask_survey
from openkader.register.services.assess_request import assess_request
from openkader.register.services.assign_request import assign_request
from openkader.register.services.cancel_activity import cancel_activity
from openkader.register.services.change_agreement import (
    correct_agreement,
    end_agreement,
    give_agreement,
    renew_agreement,
    sign_agreement,
)
from openkader.register.services.change_mail_address import change_mail_address
from openkader.register.services.change_password import change_password
from openkader.register.services.change_roles import change_roles
from openkader.register.services.close_account import close_account
from openkader.register.services.close_measure import close_measure, reopen_measure
from openkader.register.services.comment_on_passage import comment_on_passage, resolve_comment
from openkader.register.services.connect_case_system import connect_case_system, file_cases_again
from openkader.register.services.copy_programme import copy_programme
from openkader.register.services.decide_request import decide_request
from openkader.register.services.describe_member import describe_member
from openkader.register.services.describe_party import name_party, number_party
from openkader.register.services.destroy_dossiers import destroy_dossiers
from openkader.register.services.draft_publication import save_publication_draft, start_publication
from openkader.register.services.draw_up_destruction_list import (
    draw_up_destruction_list,
    withdraw_destruction_list,
)
from openkader.register.services.end_sessions import end_sessions
from openkader.register.services.enrol_participant import (
    enrol_participant,
    enrol_participants,
    remove_participant,
)
from openkader.register.services.enter_fictional_cases import enter_fictional_cases, enter_fictional_source
from openkader.register.services.escalate_hit import escalate_hit
from openkader.register.services.fail_spreadsheet import fail_spreadsheet
from openkader.register.services.file_mail import file_mail
from openkader.register.services.finish_destruction import finish_destruction
from openkader.register.services.finish_event import finish_event
from openkader.register.services.finish_follow_up import finish_follow_up
from openkader.register.services.finish_kader_replay import finish_kader_replay, give_up_kader_replays
from openkader.register.services.finish_mail import finish_mail
from openkader.register.services.finish_report import finish_report
from openkader.register.services.finish_task import finish_task, give_up_tasks, return_tasks
from openkader.register.services.follow_up_recommendation import follow_up_recommendation
from openkader.register.services.forget_mails import forget_mails
from openkader.register.services.give_advice import give_advice
from openkader.register.services.give_measure import give_measure
from openkader.register.services.hand_in_self_scan import hand_in_self_scan
from openkader.register.services.hand_over import hand_over
from openkader.register.services.hold_activity import hold_activity
from openkader.register.services.import_spreadsheet import import_spreadsheet
from openkader.register.services.import_year import import_year
from openkader.register.services.invite_account import invite_account
from openkader.register.services.invite_colleagues import invite_colleagues, uninvite_colleague
from openkader.register.services.join_network import join_network
from openkader.register.services.judge_parties import judge_parties
from openkader.register.services.keep_contact_point import keep_contact_point, remove_contact_point
from openkader.register.services.keep_document import keep_document
from openkader.register.services.keep_foreign_figures import (
    drop_foreign_figures,
    keep_foreign_figures,
)
from openkader.register.services.keep_kader_replay import keep_kader_replay
from openkader.register.services.keep_mail import keep_mail
from openkader.register.services.keep_protection import keep_protection
from openkader.register.services.keep_screening_count import keep_screening_count
from openkader.register.services.keep_view import forget_view, keep_view
from openkader.register.services.lapse_measures import lapse_measures
from openkader.register.services.look_at_change import look_at_change
from openkader.register.services.make_kader_key import make_kader_key
from openkader.register.services.move_activity import move_activity
from openkader.register.services.note_archive import note_archive
from openkader.register.services.note_arrival import note_arrival
from openkader.register.services.note_briefing import note_briefing, strike_out_briefing
from openkader.register.services.note_comparison import note_comparison
from openkader.register.services.note_conflict import note_conflict, rule_on_conflict
from openkader.register.services.note_consent import note_consent, withdraw_consent
from openkader.register.services.note_contact import note_contact
from openkader.register.services.note_contribution import note_contribution
from openkader.register.services.note_copy import note_copy
from openkader.register.services.note_disclosure import note_disclosure
from openkader.register.services.note_exchange import note_exchange
from openkader.register.services.note_export import note_export, note_kader_export, note_trail_export
from openkader.register.services.note_filing import note_filing
from openkader.register.services.note_infected_upload import note_infected_upload
from openkader.register.services.note_interview import note_interview, note_quote
from openkader.register.services.note_investment_case import note_investment_case
from openkader.register.services.note_leaked_password import note_leaked_password
from openkader.register.services.note_lesson import note_lesson
from openkader.register.services.note_message import note_message
from openkader.register.services.note_reading import note_reading, note_readings
from openkader.register.services.note_second_step import note_second_step
from openkader.register.services.note_source import note_source
from openkader.register.services.note_upgrade import note_upgrade
from openkader.register.services.open_account import open_account
from openkader.register.services.open_calendar_feed import open_calendar_feed, withdraw_calendar_feed
from openkader.register.services.open_subscription import open_subscription, withdraw_subscription
from openkader.register.services.open_token import open_token, withdraw_token
from openkader.register.services.plan_activity import plan_activity
from openkader.register.services.plan_slot import plan_slot, remove_slot
from openkader.register.services.promise_follow_up import promise_follow_up
from openkader.register.services.publish import publish, revoke_publication
from openkader.register.services.readdress_survey import readdress_survey
from openkader.register.services.receive_request import receive_request
from openkader.register.services.record_activity import record_activity
from openkader.register.services.record_agreement import record_agreement
from openkader.register.services.record_claim import record_claim
from openkader.register.services.record_context_figure import record_context_figure, strike_out_context_figure
from openkader.register.services.record_decision import record_decision
from openkader.register.services.record_evidence import record_evidence
from openkader.register.services.record_finding import record_finding
from openkader.register.services.record_party import record_party
from openkader.register.services.record_public_item import record_public_item
from openkader.register.services.record_recommendation import record_recommendation
from openkader.register.services.record_reported_statement import record_reported_statement
from openkader.register.services.record_request import record_request
from openkader.register.services.record_talk import record_talk
from openkader.register.services.remind_adviser import remind_adviser
from openkader.register.services.remind_company import remind_company
from openkader.register.services.remind_of_agreement import remind_of_agreement
from openkader.register.services.remind_of_recommendation import remind_of_recommendation
from openkader.register.services.remind_owner import remind_owner
from openkader.register.services.remind_participant import remind_participant
from openkader.register.services.renew_measures import renew_measures
from openkader.register.services.reopen_account import reopen_account
from openkader.register.services.request_screening import request_screening
from openkader.register.services.require_measures import require_measures
from openkader.register.services.rescreen_after_list_update import rescreen_after_list_update
from openkader.register.services.reseal_second_steps import reseal_second_steps
from openkader.register.services.reset_second_step import reset_second_step
from openkader.register.services.return_decision import return_decision
from openkader.register.services.review_destruction_list import agree_to_destruction, exempt_from_destruction
from openkader.register.services.review_evaluation import return_to_draft, send_to_review
from openkader.register.services.review_hit import review_hit
from openkader.register.services.save_chapter import save_chapter
from openkader.register.services.save_kader_draft import save_kader_draft
from openkader.register.services.save_report import save_report
from openkader.register.services.save_self_scan import save_self_scan
from openkader.register.services.screen_party import screen_party
from openkader.register.services.send_events_again import send_events_again
from openkader.register.services.send_mails_again import send_mails_again
from openkader.register.services.set_mail_aside import set_mail_aside
from openkader.register.services.sign_off_protection import sign_off_protection
from openkader.register.services.start_evaluation import start_evaluation
from openkader.register.services.start_initiative import add_initiative_step, start_initiative
from openkader.register.services.start_kader_draft import (
    start_kader_draft,
    take_over_kader,
    take_over_words,
)
from openkader.register.services.stop_destruction import stop_destruction
from openkader.register.services.stop_kader_replay import stop_kader_replay
from openkader.register.services.stop_member import resume_member, stop_member
from openkader.register.services.strike_out_network import strike_out_contact, strike_out_contribution
from openkader.register.services.take_back_self_scan import take_back_self_scan
from openkader.register.services.take_back_survey import take_back_survey
from openkader.register.services.take_destruction import (
    report_destruction,
    return_destruction,
    take_destruction,
)
from openkader.register.services.take_event import take_event
from openkader.register.services.take_kader_replay import (
    report_kader_replay,
    return_kader_replay,
    take_kader_replay,
)
from openkader.register.services.take_mail import take_mail
from openkader.register.services.take_spreadsheet import take_spreadsheet
from openkader.register.services.take_tasks import take_tasks
from openkader.register.services.take_up_invitation import take_up_invitation
from openkader.register.services.undo_spreadsheet import undo_spreadsheet
from openkader.register.services.waive_advice import waive_advice
from openkader.register.services.waive_measure import agree_to_measure_waiver, waive_measure
from openkader.register.services.waive_self_scan import agree_to_scan_waiver, waive_self_scan
from openkader.register.services.welcome_account import welcome_account
from openkader.register.services.withdraw_advice_request import withdraw_advice_request
from openkader.register.services.withdraw_kader_draft import withdraw_kader_draft

__all__ = [
    "add_delegation_list",
    "add_erratum",
    "add_initiative_step",
    "add_participant",
    "add_publication_file",
    "address_recommendation",
    "adopt_evaluation",
    "adopt_kader",
    "agree_to_decision",
    "agree_to_destruction",
    "agree_to_measure_waiver",
    "agree_to_scan_waiver",
    "agree_to_waiver",
    "answer_facts",
    "answer_survey",
    "apply_kader",
    "ask_advice",
    "ask_destruction",
    "ask_kader_replay",
    "ask_partner",
    "ask_self_scan",
    "ask_spreadsheet",
    "ask_survey",
    "assess_request",
    "assign_request",
    "cancel_activity",
    "change_mail_address",
    "change_password",
    "change_roles",
    "close_account",
    "close_measure",
    "comment_on_passage",
    "connect_case_system",
    "copy_programme",
    "correct_agreement",
    "decide_request",
    "describe_member",
    "destroy_dossiers",
    "draw_up_destruction_list",
    "drop_foreign_figures",
    "end_agreement",
    "end_sessions",
    "enrol_participant",
    "enrol_participants",
    "enter_fictional_cases",
    "enter_fictional_source",
    "escalate_hit",
    "exempt_from_destruction",
    "fail_spreadsheet",
    "file_cases_again",
    "file_mail",
    "finish_destruction",
    "finish_event",
    "finish_follow_up",
    "finish_kader_replay",
    "finish_mail",
    "finish_report",
    "finish_task",
    "follow_up_recommendation",
    "forget_mails",
    "forget_view",
    "give_advice",
    "give_agreement",
    "give_measure",
    "give_up_kader_replays",
    "give_up_tasks",
    "hand_in_self_scan",
    "hand_over",
    "hold_activity",
    "import_spreadsheet",
    "import_year",
    "invite_account",
    "invite_colleagues",
    "join_network",
    "judge_parties",
    "keep_contact_point",
    "keep_document",
    "keep_foreign_figures",
    "keep_kader_replay",
    "keep_mail",
    "keep_protection",
    "keep_screening_count",
    "keep_view",
    "lapse_measures",
    "look_at_change",
    "make_kader_key",
    "move_activity",
    "name_party",
    "note_archive",
    "note_arrival",
    "note_briefing",
    "note_comparison",
    "note_conflict",
    "note_consent",
    "note_contact",
    "note_contribution",
    "note_copy",
    "note_disclosure",
    "note_exchange",
    "note_export",
    "note_filing",
    "note_infected_upload",
    "note_interview",
    "note_investment_case",
    "note_kader_export",
    "note_leaked_password",
    "note_lesson",
    "note_message",
    "note_quote",
    "note_reading",
    "note_readings",
    "note_second_step",
    "note_source",
    "note_trail_export",
    "note_upgrade",
    "number_party",
    "open_account",
    "open_calendar_feed",
    "open_subscription",
    "open_token",
    "plan_activity",
    "plan_slot",
    "promise_follow_up",
    "publish",
    "readdress_survey",
    "receive_request",
    "record_activity",
    "record_agreement",
    "record_claim",
    "record_context_figure",
    "record_decision",
    "record_evidence",
    "record_finding",
    "record_party",
    "record_public_item",
    "record_recommendation",
    "record_reported_statement",
    "record_request",
    "record_talk",
    "remind_adviser",
    "remind_company",
    "remind_of_agreement",
    "remind_of_recommendation",
    "remind_owner",
    "remind_participant",
    "remove_contact_point",
    "remove_participant",
    "remove_slot",
    "renew_agreement",
    "renew_measures",
    "reopen_account",
    "reopen_measure",
    "report_destruction",
    "report_kader_replay",
    "request_screening",
    "require_measures",
    "rescreen_after_list_update",
    "reseal_second_steps",
    "reset_second_step",
    "resolve_comment",
    "restate_figure",
    "resume_member",
    "return_decision",
    "return_destruction",
    "return_kader_replay",
    "return_tasks",
    "return_to_draft",
    "review_hit",
    "revoke_publication",
    "rule_on_conflict",
    "save_chapter",
    "save_kader_draft",
    "save_publication_draft",
    "save_report",
    "save_self_scan",
    "screen_party",
    "send_events_again",
    "send_mails_again",
    "send_to_review",
    "set_mail_aside",
    "sign_agreement",
    "sign_off_protection",
    "start_evaluation",
    "start_initiative",
    "start_kader_draft",
    "start_publication",
    "stop_destruction",
    "stop_kader_replay",
    "stop_member",
    "strike_out_briefing",
    "strike_out_contact",
    "strike_out_context_figure",
    "strike_out_contribution",
    "take_back_self_scan",
    "take_back_survey",
    "take_destruction",
    "take_event",
    "take_kader_replay",
    "take_mail",
    "take_over_kader",
    "take_over_words",
    "take_spreadsheet",
    "take_tasks",
    "take_up_invitation",
    "undo_spreadsheet",
    "uninvite_colleague",
    "waive_advice",
    "waive_measure",
    "waive_self_scan",
    "welcome_account",
    "withdraw_advice_request",
    "withdraw_calendar_feed",
    "withdraw_consent",
    "withdraw_destruction_list",
    "withdraw_kader_draft",
    "withdraw_subscription",
    "withdraw_token",
]
