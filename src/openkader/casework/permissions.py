"""Who may do what: one table of acts and roles, and how far each role may look.

Pages, services, commands and the interface for programs all ask here. Whom the table
does not name may not; an account without a role sees what everybody sees.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.vocabulary import AccountRole, Confidentiality

_ADVISER, _REVIEWER, _DECIDER = AccountRole.ADVISER, AccountRole.REVIEWER, AccountRole.DECIDER
_SECURITY, _EVALUATOR = AccountRole.INFORMATION_SECURITY, AccountRole.EVALUATOR
_AUDITOR, _ADMINISTRATOR = AccountRole.AUDITOR, AccountRole.ADMINISTRATOR
_ARCHIVIST = AccountRole.ARCHIVIST


class Act(StrEnum):
    """What somebody may want to do; each service asks for one. The word is the code of its refusal."""

    READ_CASES = "role.read-cases"
    READ_SCREENING = "role.read-screening"
    READ_TRAIL = "role.read-trail"
    EXPORT = "role.export"
    TAKE_IN = "role.take-in"  # enter a request that came in
    WORK = "role.work"  # answer questions, hand in a list, assess, record what was done
    ASSIGN = "role.assign"
    CLASSIFY = "role.classify"
    SCREEN = "role.screen"  # ask for a screening, note a source, put a hit before others
    REVIEW = "role.review"
    ASK_ADVICE = "role.ask-advice"
    GIVE_ADVICE = "role.give-advice"
    WAIVE_ADVICE = "role.waive-advice"
    WAIVE_SCAN = "role.waive-scan"
    WAIVE_MEASURE = "role.waive-measure"
    READ_CONTACTS = "role.read-contacts"  # see who asked not to be named
    KEEP_CONTACTS = "role.keep-contacts"  # see and keep people within the network
    PROTECT = "role.protect"  # say how far the steps of information protection are, and what they hamper
    SIGN_OFF_PROTECTION = "role.sign-off-protection"
    RULE_ON_CONFLICT = "role.rule-on-conflict"
    DECIDE = "role.decide"
    MERGE_PARTIES = "role.merge-parties"
    EVALUATE = "role.evaluate"
    CITE = "role.cite"  # note what others say of a year, and hold what they claim against the register
    DRAFT_KADER = "role.draft-kader"
    ADOPT_KADER = "role.adopt-kader"
    EXCHANGE = (
        "role.exchange"  # give another organisation our kader, lines, lists and figures, and look into theirs
    )
    IMPORT_YEAR = "role.import-year"
    IMPORT_SPREADSHEET = "role.import-spreadsheet"  # take a register over from a spreadsheet, or undo it
    MANAGE_PEOPLE = "role.manage-people"
    READ_RETENTION = "role.read-retention"  # see what is due, and the lists of what is to be destroyed
    NOMINATE = "role.nominate"
    REVIEW_DESTRUCTION = "role.review-destruction"
    AGREE_AS_ARCHIVIST = "role.agree-as-archivist"
    AGREE_AS_OWNER = "role.agree-as-owner"
    DESTROY = "role.destroy"
    PREPARE_PUBLICATION = "role.prepare-publication"  # choose what of a thing may be read by everybody
    PUBLISH = "role.publish"
    REVOKE_PUBLICATION = "role.revoke-publication"
    DISCLOSE = "role.disclose"  # give somebody all that the register holds about them
    SUBSCRIBE = "role.subscribe"  # let another system hear what happens with cases
    ARCHIVE = "role.archive"  # take a closed dossier along to an e-depot
    RUN_HOUSE = "role.run-house"  # see whether the lists are fresh and the work in the background goes on


_CASEWORKERS = frozenset({_ADVISER, _REVIEWER, _DECIDER})
MAY: Mapping[Act, frozenset[AccountRole]] = {
    Act.READ_CASES: _CASEWORKERS | {_SECURITY, _EVALUATOR, _AUDITOR, _ARCHIVIST},
    Act.READ_SCREENING: _CASEWORKERS | {_SECURITY, _AUDITOR},
    Act.READ_TRAIL: frozenset({_AUDITOR}),
    Act.EXPORT: _CASEWORKERS | {_EVALUATOR, _AUDITOR},
    Act.TAKE_IN: frozenset({_ADVISER}),
    Act.WORK: frozenset({_ADVISER}),
    Act.ASSIGN: frozenset({_ADVISER, _DECIDER}),
    Act.CLASSIFY: frozenset({_ADVISER, _DECIDER}),
    Act.SCREEN: frozenset({_ADVISER, _REVIEWER, _SECURITY}),
    Act.REVIEW: frozenset({_ADVISER, _REVIEWER, _SECURITY}),
    Act.ASK_ADVICE: frozenset({_ADVISER}),
    Act.GIVE_ADVICE: frozenset({_ADVISER, _REVIEWER, _SECURITY}),
    Act.WAIVE_ADVICE: frozenset({_DECIDER}),
    Act.WAIVE_SCAN: frozenset({_DECIDER}),
    Act.WAIVE_MEASURE: frozenset({_DECIDER}),
    Act.READ_CONTACTS: frozenset({_ADVISER}),
    Act.KEEP_CONTACTS: frozenset({_ADVISER}),
    Act.PROTECT: frozenset({_ADVISER, _SECURITY}),
    Act.SIGN_OFF_PROTECTION: frozenset({_SECURITY}),
    Act.RULE_ON_CONFLICT: frozenset({_DECIDER}),
    Act.DECIDE: frozenset({_DECIDER}),
    Act.MERGE_PARTIES: frozenset({_ADVISER}),
    Act.EVALUATE: frozenset({_EVALUATOR}),
    Act.CITE: frozenset({_EVALUATOR}),
    Act.DRAFT_KADER: frozenset({_ADVISER, _EVALUATOR}),
    Act.ADOPT_KADER: frozenset({_DECIDER}),
    Act.EXCHANGE: frozenset({_ADVISER, _EVALUATOR}),
    Act.IMPORT_YEAR: frozenset({_EVALUATOR}),
    Act.IMPORT_SPREADSHEET: frozenset({_ADVISER, _EVALUATOR}),
    Act.MANAGE_PEOPLE: frozenset({_ADMINISTRATOR}),
    Act.READ_RETENTION: frozenset({_ADVISER, _DECIDER, _AUDITOR, _ARCHIVIST}),
    Act.NOMINATE: frozenset({_ADVISER, _ARCHIVIST}),
    Act.REVIEW_DESTRUCTION: frozenset({_ARCHIVIST, _DECIDER}),
    Act.AGREE_AS_ARCHIVIST: frozenset({_ARCHIVIST}),
    Act.AGREE_AS_OWNER: frozenset({_DECIDER}),
    Act.DESTROY: frozenset({_ARCHIVIST}),
    Act.PREPARE_PUBLICATION: frozenset({_ADVISER, _EVALUATOR}),
    Act.PUBLISH: frozenset({_DECIDER}),
    Act.REVOKE_PUBLICATION: frozenset({_ADVISER, _EVALUATOR, _DECIDER}),
    Act.DISCLOSE: frozenset({_DECIDER, _ARCHIVIST}),
    Act.SUBSCRIBE: _CASEWORKERS | {_SECURITY, _EVALUATOR, _ARCHIVIST},
    Act.ARCHIVE: frozenset({_ARCHIVIST}),
    Act.RUN_HOUSE: frozenset({_ADMINISTRATOR}),
}
# Who looks after accounts, or after the work of others, does no casework beside it.
_ALONE = frozenset({_AUDITOR, _ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Reach:
    """Up to which level a role may look, in any case and in those of the own team; in one's own always."""

    any_case: Confidentiality
    team: Confidentiality


_ALL, _INSIDE = Confidentiality.TOP_SECRET, Confidentiality.INTERNAL
_PRIVATE = Confidentiality.CONFIDENTIAL
REACH: Mapping[AccountRole, Reach] = {
    _ADVISER: Reach(any_case=_INSIDE, team=_PRIVATE),
    _REVIEWER: Reach(any_case=_PRIVATE, team=Confidentiality.CONFIDENTIAL_HIGH),
    _DECIDER: Reach(any_case=_ALL, team=_ALL),
    _SECURITY: Reach(any_case=_PRIVATE, team=_PRIVATE),  # of what has to be screened or asks its advice
    _EVALUATOR: Reach(any_case=_PRIVATE, team=_PRIVATE),
    _AUDITOR: Reach(any_case=_ALL, team=_ALL),
    _ARCHIVIST: Reach(any_case=_ALL, team=_ALL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who stands before a door: a name, the roles it was given, and its team."""

    name: str
    roles: frozenset[AccountRole] = frozenset()
    team: str | None = None
    also: frozenset[Act] = frozenset()  # what may be done beside what the roles allow
    within: frozenset[Act] | None = None  # for what a program was let in; None: it is no program

    def may(self, act: Act) -> bool:
        """Whether the table allows it."""
        return self.refuses(act) is None

    def refuses(self, act: Act) -> Refusal | None:
        """Why it may not be done."""
        if self.within is not None and act not in self.within:
            return Refusal("token.out-of-scope")
        return None if act in self.also else may_do(self.roles, act)


class HouseHand(str):
    """Who gives a command where the house runs, such as ``cli:anna``: trusted with everything, as is its shell.

    Only our own code makes one. A name that merely reads like it, typed or stored, is that of an account or of nobody.
    """

    __slots__ = ()

    def person(self) -> Person:
        """To the rules: somebody with every role."""
        return Person(name=str(self), roles=frozenset(AccountRole))


class DoorHand(HouseHand):
    """Somebody outside at a door of ours, such as ``web:front-door``: may do what that door is for, no more."""

    act: Act

    def __new__(cls, name: str, act: Act) -> "DoorHand":
        """The hand of whoever stands at the door of this name."""
        hand = super().__new__(cls, name)
        hand.act = act
        return hand

    def __getnewargs__(self) -> tuple[str, Act]:  # type: ignore[override]  # a copy is the same hand
        """What a copy is made of."""
        return str(self), self.act

    def person(self) -> Person:
        """To the rules: the house, which knows every case, with one act more."""
        return Person(name=str(self), roles=HOUSE.roles, also=frozenset({self.act}))


class TokenHand(str):  # noqa: SLOT000 - a str with slots of its own cannot be
    """A program that works under the name of a colleague, by a token: may do what both of them may."""

    token: str
    within: frozenset[Act]

    def __new__(cls, account: str, token: str, within: frozenset[Act]) -> "TokenHand":
        """The hand of an account, through the token of this name."""
        hand = super().__new__(cls, account)
        hand.token, hand.within = token, within
        return hand

    def __getnewargs__(self) -> tuple[str, str, frozenset[Act]]:  # type: ignore[override]  # a copy is the same hand
        """What a copy is made of."""
        return str(self), self.token, self.within


# Whoever is not signed in, and the house itself at its own commands: that reads all.
NOBODY = Person(name="")
HOUSE = Person(name="", roles=frozenset({AccountRole.AUDITOR}))


def may_do(roles: Collection[AccountRole], act: Act) -> Refusal | None:
    """Whether one of these roles may do it; the reason says who may."""
    return None if MAY[act].intersection(roles) else Refusal(act)


def may_hold(roles: Collection[AccountRole]) -> Refusal | None:
    """Who looks after accounts or checks the work of others has no other role beside that."""
    return Refusal("account.roles-apart") if len(set(roles)) > 1 and _ALONE.intersection(roles) else None


def is_one_of(by: str, others: Iterable[str]) -> bool:
    """Whether this person is one of others, by the names of their accounts; capitals make no second person.

    Every rule that asks for two persons asks here.
    """
    return by.casefold() in {one.casefold() for one in others}


def may_change_roles(by: str, name: str) -> Refusal | None:
    """Nobody gives roles to themselves."""
    return Refusal("account.own-roles") if is_one_of(by, [name]) else None


def may_invite(*, has_mail: bool, has_address: bool) -> Refusal | None:
    """An invitation goes by mail: from an installation that sends it, to an account that says where to."""
    if not has_mail:
        return Refusal("account.no-mail")
    return None if has_address else Refusal("account.no-address")


def may_manage(by: str, name: str) -> Refusal | None:
    """Nobody closes their own account or takes away their own second step, so that one administrator is left."""
    return Refusal("account.own-account") if is_one_of(by, [name]) else None
