"""What a program may do under the name of a colleague: a token narrows their rights, and never widens them."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act

LONGEST_DAYS = 366
MOST_TOKENS = 20
LONGEST_NAME = 60
BEGINNING = "okt_"  # so that who finds one in a text knows what it is


class TokenScope(StrEnum):
    """For what a token is handed out (OAuth 2.0: scope)."""

    READ = "read"
    SCREEN = "screen"  # compares names with the lists, and reads no case; asks for a screening of what another shows
    HAND_IN = "hand-in"  # leaves requests, and reads nothing
    WORK = "work"  # answers, assesses, plans, keeps what was done and who takes part, and so reads what it works on
    ASSIGN = "assign"  # says who treats a case, which it reads
    ASK_ADVICE = "ask-advice"  # puts a question to a desk, which may go out by mail
    GIVE_ADVICE = (
        "give-advice"  # enters what a desk answered; apart, so that nobody need ask and answer with one token
    )
    PROTECT = (
        "protect"  # says how far the steps of information protection are, as information security may too
    )
    REPLAY = "replay"  # asks for a replay of history under a draft, and stops one; it writes in no draft
    CITE = "cite"  # notes figures of others of a year, and has claims held against the register
    CONTACTS = "contacts"  # sees and keeps the people within the network, and no name that was withheld
    ARCHIVE = "archive"  # takes a closed dossier along to an e-depot
    EXCHANGE = "exchange"  # gives another organisation a file; it takes nothing over
    SUBSCRIBE = "subscribe"  # lets a receiver hear that something happened, and reads no case


_READING = frozenset({Act.READ_CASES, Act.READ_SCREENING})
ALLOWS: Mapping[TokenScope, frozenset[Act]] = {
    TokenScope.READ: _READING | {Act.READ_TRAIL, Act.READ_RETENTION},  # as far as its account may
    TokenScope.SCREEN: frozenset({Act.SCREEN}),
    TokenScope.HAND_IN: frozenset({Act.TAKE_IN}),
    TokenScope.WORK: _READING | {Act.WORK},
    TokenScope.ASSIGN: _READING | {Act.ASSIGN},
    TokenScope.ASK_ADVICE: _READING | {Act.ASK_ADVICE},
    TokenScope.GIVE_ADVICE: _READING | {Act.GIVE_ADVICE},
    TokenScope.PROTECT: _READING | {Act.PROTECT},
    TokenScope.REPLAY: _READING | {Act.DRAFT_KADER},
    TokenScope.CITE: _READING | {Act.CITE},
    TokenScope.CONTACTS: _READING | {Act.KEEP_CONTACTS},
    TokenScope.ARCHIVE: _READING | {Act.ARCHIVE},
    TokenScope.EXCHANGE: _READING | {Act.EXCHANGE},
    TokenScope.SUBSCRIBE: frozenset({Act.SUBSCRIBE}),
}


def acts_of(scopes: Collection[TokenScope]) -> frozenset[Act]:
    """All that a token with these scopes may ask for, if its account may."""
    return frozenset().union(*(ALLOWS[scope] for scope in scopes))


def may_open_token(
    name: str, scopes: Collection[TokenScope], days: tuple[date, date], others: int
) -> Refusal | None:
    """A token has a name, something it is for, and an end within a year; `days` are today and its last day."""
    today, last = days
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        return Refusal("token.no-name", {"most": str(LONGEST_NAME)})
    if not scopes:
        return Refusal("token.no-scope")
    if not today <= last <= today + timedelta(days=LONGEST_DAYS):
        return Refusal("token.bad-end", {"most": str(LONGEST_DAYS)})
    return Refusal("token.too-many", {"most": str(MOST_TOKENS)}) if others >= MOST_TOKENS else None
