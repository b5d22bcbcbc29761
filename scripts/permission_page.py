"""The page of the reference about who may see and do what, as the table of the code says it."""

from openkader.casework.permissions import MAY, REACH, Act
from openkader.casework.role_words import DUTIES, LEVELS, ROLES
from openkader.casework.vocabulary import AccountRole, Confidentiality

LEVELS_INTRO = """\
Those of Dutch case standards (ZGW, vertrouwelijkheidaanduiding). A request that is taken in here is internal until
somebody says otherwise; a year that is handed in is public. Information security sees only requests that are screened
or ask for its advice.
"""
PERMISSIONS = """\
# Who may see and do what

Who may do what is one table, `openkader.casework.permissions`; this page is written from it by `make reference`.
Administrator and auditor do not go with another role, and nobody gives roles to themselves. Where two persons are
needed, such as for a hit that is confirmed, no role replaces the second one.
"""


def permissions() -> str:
    """What each role is for, what it may do, and how far it may look."""
    roles = [f"| {ROLES[role].nl} | `{role}` | {DUTIES[role].en} |" for role in AccountRole]
    acts = [
        "| "
        + " | ".join([f"`{act.removeprefix('role.')}`", *(_mark(role, act) for role in AccountRole)])
        + " |"
        for act in Act
    ]
    levels = [f"| {LEVELS[level].nl} | `{level}` | {_seen_by(level)} |" for level in Confidentiality]
    return "\n".join(
        (
            PERMISSIONS,
            *("## Roles\n", "| Dutch | in code | task |", "|---|---|---|", *roles, ""),
            *("## Acts\n", "| act | " + " | ".join(ROLES[role].en for role in AccountRole) + " |"),
            *("|---" * (len(AccountRole) + 1) + "|", *acts, ""),
            *(
                "## Levels of confidentiality\n",
                LEVELS_INTRO,
                "| Dutch | in code | seen by |",
                "|---|---|---|",
            ),
            *(*levels, ""),
        )
    )


def _mark(role: AccountRole, act: Act) -> str:
    return "yes" if role in MAY[act] else ""


def _seen_by(level: Confidentiality) -> str:
    """Who looks this far into any case, and who only into those of the own team."""
    if level is Confidentiality.PUBLIC:
        return "everybody"
    any_case = [ROLES[role].en for role, reach in REACH.items() if reach.any_case.rank >= level.rank]
    of_team = [
        f"{ROLES[role].en} of the team"
        for role, reach in REACH.items()
        if reach.team.rank >= level.rank > reach.any_case.rank
    ]
    return ", ".join((*any_case, *of_team, "the assignee"))
