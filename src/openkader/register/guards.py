"""What the database itself refuses: changing or removing what was written once.

The services never do it; the triggers also stop a script, a console and a hurried hand.
"""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

# The trail and the ledger of references: nothing changes and nothing goes.
PERMANENT = ("register_auditevent", "register_reference")
# Steps of a case: a new one is added, an old one is never rewritten.
WRITTEN_ONCE = ("register_answer", "register_assessment", "register_decision", "register_evidence")
# The same for screening, which came later.
SCREENING_ONCE = (
    "register_delegationlist",
    "register_delegate",
    "register_screening",
    "register_review",
    "register_escalation",
    "register_sourcenote",
    "register_listrenewal",
)
# What was said of two parties.
PARTIES_ONCE = ("register_partyjudgement",)
# What came in through the front door.
RECEIVED_ONCE = ("register_document", "register_intake")
# Advice: a correction is another answer.
ADVICE_ONCE = (
    "register_advicerequest",
    "register_advicelink",
    "register_advicereminder",
    "register_advicewithdrawal",
    "register_advice",
    "register_waiver",
    "register_waiveragreement",
)
# What a desk sent along with its answer.
ADVISED_WITH_ONCE = ("register_advicedocument",)
# What goes with decisions.
DECIDING_ONCE = ("register_prepareddecision", "register_prepareddecisionreturn", "register_handover")
# A mission: a change is another version.
MISSION_ONCE = (
    "register_programmeslot",
    "register_slotparty",
    "register_participant",
    "register_programmetemplate",
    "register_lesson",
)
# What was said in talks, and about them in public.
SAID_ONCE = ("register_messagenote", "register_publicitem")
# Self-scans of companies and sessions beforehand.
SELF_SCAN_ONCE = (
    "register_selfscan",
    "register_selfscanlink",
    "register_selfscanreminder",
    "register_selfscansave",
    "register_selfscanresult",
    "register_selfscanwithdrawal",
    "register_scanwaiver",
    "register_scanwaiveragreement",
    "register_briefing",
    "register_briefingpresence",
    "register_briefingcorrection",
)
# What participants were asked of what came of an activity, and what they answered.
SURVEYS_ONCE = (
    "register_effectsurvey",
    "register_surveylink",
    "register_surveyreminder",
    "register_surveyaddress",
    "register_surveywithdrawal",
    "register_surveyanswer",
)
# Information protection: a change is another version, a ruling another one.
PROTECTION_ONCE = (
    "register_protectionstep",
    "register_protectionconflict",
    "register_protectionruling",
    "register_protectionsignoff",
)
# Investments: a case known better, or a later statement, is another row.
INVESTMENT_ONCE = ("register_investmentcase", "register_investmentstatement")
# The network and what came of it; a person within a member may be taken out, and is never rewritten.
NETWORK_ONCE = (
    "register_networkmember",
    "register_networkprofile",
    "register_networkstanding",
    "register_contactpoint",
    "register_talkmember",
    "register_networkcontribution",
    "register_initiative",
    "register_initiativestep",
)
NETWORK_CORRECTED_ONCE = ("register_networkcorrection",)
# Reports: a change is another version.
REPORT_ONCE = ("register_reportdraft", "register_reportfinal")
# The written evaluation: a change is another version, a correction an erratum.
EVALUATION_ONCE = (
    "register_evaluation",
    "register_evaluationstep",
    "register_chaptertext",
    "register_passagelook",
    "register_passagecomment",
    "register_commentresolution",
    "register_evaluationadoption",
    "register_erratum",
    "register_restatement",
)
# What was adopted, and what was said of it after, does not go either.
EVALUATION_KEPT = ("register_evaluationadoption", "register_erratum", "register_restatement")
# What goes with the measures of an activity.
MEASURES_ONCE = (
    "register_measurewaiver",
    "register_measurewaiveragreement",
    "register_measurereminder",
)
# Agreements: a deed is added, and none is changed.
AGREEMENTS_ONCE = (
    "register_agreementdeed",
    "register_agreementparty",
    "register_agreementclause",
    "register_agreementreminder",
)
# What goes with the account of a year; who spoke in an interview and which words may be taken out, and never rewritten.
OUTLOOK_ONCE = (
    "register_recommendationaddress",
    "register_recommendationfollowup",
    "register_recommendationreminder",
    "register_contextfigure",
    "register_contextpart",
    "register_contextcorrection",
    "register_interview",
    "register_interviewspeaker",
    "register_interviewtheme",
    "register_interviewquote",
    "register_interviewwords",
    "register_interviewconsent",
)
# A kader: each text of a draft is another step, and what was adopted neither changes nor goes.
KADER_ONCE = ("register_kaderdraft", "register_kaderdraftstep", "register_kaderadoption")
# What was destroyed, and who agreed: it is all that is left of a dossier, and neither changes nor goes.
DESTRUCTION_ONCE = (
    "register_destructionlist",
    "register_destructionitem",
    "register_destructionexemption",
    "register_destructionagreement",
    "register_destructionwithdrawal",
    "register_destruction",
    "register_tombstone",
)
# A replay of history: what was found, and which cases change. What was asked stays too, and all of one that ended.
REPLAY_ONCE = ("register_kaderreplayresult", "register_kaderreplaycase")
REPLAY = "register_kaderreplay"
REPLAY_RUNS = frozenset(
    {"attempts", "taken_by", "lease_ends", "done", "whole", "end", "ended_at", "ended_by", "failure"}
)
# Where a draft came from, and that it was withdrawn.
KADER_ENDS_ONCE = ("register_kaderorigin", "register_kaderwithdrawal")
# Of a hit everything is written once, except where it stands.
HIT = "register_hit"
HIT_STANDS = frozenset({"state", "reviews_given", "gone_because", "gone_at"})
HEAD = "register_audithead"
MESSAGE = "the register keeps what was written; this row cannot be changed or removed"


# What the first thirty migrations keep written once, beside WRITTEN_ONCE and SCREENING_ONCE, and the one that
# replaces them puts at once; a later migration has a list of its own beside this one.
BEFORE_31_ONCE = (
    *RECEIVED_ONCE,
    *PARTIES_ONCE,
    *ADVICE_ONCE,
    *ADVISED_WITH_ONCE,
    *DECIDING_ONCE,
    *AGREEMENTS_ONCE,
    *MEASURES_ONCE,
    *MISSION_ONCE,
    *SAID_ONCE,
    *SELF_SCAN_ONCE,
    *SURVEYS_ONCE,
    *PROTECTION_ONCE,
    *NETWORK_ONCE,
    *NETWORK_CORRECTED_ONCE,
    *INVESTMENT_ONCE,
    *REPORT_ONCE,
    *OUTLOOK_ONCE,
)


def names() -> set[str]:
    """The triggers that must stand in the database."""
    kept = {f"keep_{act}_{table}" for table in PERMANENT for act in ("update", "delete")}
    once = (
        *WRITTEN_ONCE,
        *SCREENING_ONCE,
        *BEFORE_31_ONCE,
        *EVALUATION_ONCE,
        *KADER_ONCE,
        *KADER_ENDS_ONCE,
        *DESTRUCTION_ONCE,
        HIT,
    )
    steps = {f"keep_update_{table}" for table in (*once, *REPLAY_ONCE, REPLAY)}
    gone = (*EVALUATION_KEPT, *KADER_ONCE, *KADER_ENDS_ONCE, *DESTRUCTION_ONCE, *REPLAY_ONCE, REPLAY)
    steps |= {f"keep_delete_{table}" for table in gone}
    return kept | steps | {f"keep_delete_{HEAD}", f"keep_forward_{HEAD}", f"keep_ended_{REPLAY}"}


def before_31(vendor: str, columns: Iterable[str]) -> list[str]:
    """What the first thirty migrations put in place, at once; `columns` are those of the table of hits."""
    return [
        *statements(vendor),
        *screening_statements(vendor, columns),
        *once_statements(vendor, BEFORE_31_ONCE),
        *evaluation_statements(vendor),
    ]


def statements(vendor: str) -> list[str]:
    """The statements that put all triggers in place on this kind of database."""
    write = _postgresql if vendor == "postgresql" else _sqlite
    plain = [write(table, act) for table in PERMANENT for act in ("update", "delete")]
    plain += [write(table, "update") for table in WRITTEN_ONCE] + [write(HEAD, "delete")]
    return [*_preparation(vendor), *plain, _forward(vendor), *_against_truncate(vendor)]


def screening_statements(vendor: str, columns: Iterable[str]) -> list[str]:
    """The same for screening; `columns` are those that the table of hits has."""
    write = _postgresql if vendor == "postgresql" else _sqlite
    found = ", ".join(f'"{column}"' for column in columns if column not in HIT_STANDS)
    return [
        *(write(table, "update") for table in SCREENING_ONCE),
        write(HIT, "update").replace("BEFORE UPDATE ON", f"BEFORE UPDATE OF {found} ON"),
    ]


def once_statements(vendor: str, tables: Iterable[str]) -> list[str]:
    """The triggers that keep each of these tables written once."""
    write = _postgresql if vendor == "postgresql" else _sqlite
    return [write(table, "update") for table in tables]


def evaluation_statements(vendor: str) -> list[str]:
    """The same for written evaluations; what was adopted cannot be removed either."""
    write = _postgresql if vendor == "postgresql" else _sqlite
    return [*once_statements(vendor, EVALUATION_ONCE), *(write(table, "delete") for table in EVALUATION_KEPT)]


def kader_statements(vendor: str, tables: Iterable[str] = KADER_ONCE) -> list[str]:
    """The same for drafts of a kader and what was adopted, or for other tables of which nothing goes either."""
    write = _postgresql if vendor == "postgresql" else _sqlite
    return [write(table, act) for table in tables for act in ("update", "delete")]


def replay_statements(vendor: str, columns: Iterable[str]) -> list[str]:
    """The same for replays; `columns` are those that the table has."""
    write = _postgresql if vendor == "postgresql" else _sqlite
    asked = ", ".join(f'"{column}"' for column in columns if column not in REPLAY_RUNS)
    return [
        *once_statements(vendor, REPLAY_ONCE),
        *(write(table, "delete") for table in (*REPLAY_ONCE, REPLAY)),
        write(REPLAY, "update").replace("BEFORE UPDATE ON", f"BEFORE UPDATE OF {asked} ON"),
        _when(vendor, f"keep_ended_{REPLAY}", REPLAY, "OLD.ended_at IS NOT NULL"),
    ]


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that somebody took away."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        # Not those of a schema that was put aside when something was restored.
        query = (
            "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE tgenabled <> 'D' AND relnamespace = current_schema()::text::regnamespace"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return names() - {row[0] for row in cursor.fetchall()}


def _sqlite(table: str, act: str) -> str:
    return (
        f"CREATE TRIGGER keep_{act}_{table} BEFORE {act.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )


def _postgresql(table: str, act: str) -> str:
    return (
        f"CREATE TRIGGER keep_{act}_{table} BEFORE {act.upper()} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION register_refuse()"
    )


def _forward(vendor: str) -> str:
    """The head of the chain only moves forward."""
    return _when(vendor, f"keep_forward_{HEAD}", HEAD, "NEW.sequence <= OLD.sequence")


def _when(vendor: str, name: str, table: str, condition: str) -> str:
    """A row of which something holds does not change so."""
    when = f"BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition})"
    if vendor == "postgresql":
        return f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION register_refuse()"
    return f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"


def _preparation(vendor: str) -> list[str]:
    if vendor != "postgresql":
        return []
    return [
        (
            "CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$"
        )
    ]


def _against_truncate(vendor: str) -> list[str]:
    """PostgreSQL can empty a table without touching its rows; SQLite cannot."""
    if vendor != "postgresql":
        return []
    return [
        f"CREATE TRIGGER keep_truncate_{table} BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION register_refuse()"
        for table in (*PERMANENT, HEAD)
    ]
