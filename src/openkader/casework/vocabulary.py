"""The words that hold for every organisation; what differs stands in a kader's lists."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of contact is asked for or took place."""

    INCOMING_DELEGATION = "incoming_delegation"
    OUTGOING_MISSION = "outgoing_mission"
    EMBASSY_TALK = "embassy_talk"
    EVENT = "event"
    AGREEMENT = "agreement"
    INVESTMENT_SUPPORT = "investment_support"
    EXCHANGE = "exchange"
    OTHER = "other"  # known to be none of the kinds above that the source names; which, it does not say


class Precision(StrEnum):
    """How exactly the source states a date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Level(StrEnum):
    """What a decision is about: the request, the delegation that would come, or one organisation."""

    REQUEST = "request"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"


class DecisionOutcome(StrEnum):
    """What was decided; the kader proposes all but the last, which is up to the requester."""

    TAKE_UP = "take_up"
    TAKE_UP_WITH_CONDITIONS = "take_up_with_conditions"
    HOLD = "hold"
    REFER = "refer"
    REFUSE = "refuse"
    WITHDRAWN = "withdrawn"

    @property
    def is_green(self) -> bool:
        """Whether an activity may follow."""
        return self in (DecisionOutcome.TAKE_UP, DecisionOutcome.TAKE_UP_WITH_CONDITIONS)

    @property
    def needs_ground(self) -> bool:
        """Whether the requester must be told on what ground the door stays closed."""
        return self in (DecisionOutcome.REFER, DecisionOutcome.REFUSE)


class ActivityStanding(StrEnum):
    """Whether an activity still has to take place; only what was held is counted."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """As what a party takes part."""

    OWN_PARTY = "own_party"  # a party from the organisation's own area
    COUNTERPART = "counterpart"
    ORGANISER = "organiser"
    REQUESTER = "requester"
    OFFICE_HOLDER = "office_holder"  # a member of the organisation's own executive
    ADVISER = "adviser"


# Who asked or advised took no part by that alone.
TAKES_PART = (Role.OWN_PARTY, Role.COUNTERPART, Role.ORGANISER, Role.OFFICE_HOLDER)


class PartyKind(StrEnum):
    """What sort of party it is; a person may be known by function only."""

    PERSON = "person"
    ORGANISATION = "organisation"  # of a sort that nobody said
    COMPANY = "company"
    BUSINESS_ASSOCIATION = "business_association"
    GOVERNMENT = "government"
    AGENCY = "agency"
    CIVIL_SOCIETY = "civil_society"
    KNOWLEDGE_INSTITUTION = "knowledge_institution"


class TopicSource(StrEnum):
    """Where a topic is stated: in the table of activities, or only in the running text."""

    ANNEX = "annex"
    TEXT = "text"
    RECORD = "record"  # recorded in this register while the work was done


class Setting(StrEnum):
    """Whether a topic stood on the agenda or came up beside it."""

    FORMAL = "formal"
    INFORMAL = "informal"


class PublicKind(StrEnum):
    """What was said in public about an activity; media are others who say it."""

    POST = "post"
    BLOG = "blog"
    REPORT = "report"
    MEDIA = "media"

    @property
    def is_own(self) -> bool:
        """Whether the organisation itself accounts for it there."""
        return self is not PublicKind.MEDIA


class AgreementStatus(StrEnum):
    """Where an agreement stands."""

    INTENDED = "intended"
    SIGNED = "signed"
    RENEWED = "renewed"
    EXPIRED = "expired"
    NOT_RENEWED = "not_renewed"
    TERMINATED = "terminated"  # ended before its last day
    ABANDONED = "abandoned"  # was intended, and will not be signed


class MeasureStatus(StrEnum):
    """How far a measure is; `reported` is said by a text, `done` is shown by evidence."""

    OPEN = "open"
    REPORTED = "reported"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"


class EvidenceKind(StrEnum):
    """What shows that a measure was carried out."""

    REPORT = "report"
    DECISION = "decision"
    PUBLICATION = "publication"
    MINUTES = "minutes"
    FORM = "form"
    OTHER = "other"


class FindingSubject(StrEnum):
    """What a finding is about."""

    ACTION_LINE = "action_line"
    PRECONDITION = "precondition"


class ClaimOperator(StrEnum):
    """What a sentence claims about a figure: that it is a number, or that it holds for all."""

    IS = "is"
    AT_LEAST = "at_least"
    ALL = "all"


class AccountRole(StrEnum):
    """As what a colleague works here; what each may do stands in `casework.permissions`."""

    ADVISER = "adviser"
    REVIEWER = "reviewer"
    DECIDER = "decider"
    INFORMATION_SECURITY = "information_security"
    EVALUATOR = "evaluator"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    ARCHIVIST = "archivist"


class PasswordDue(StrEnum):
    """Why a colleague has to choose another password before anything else."""

    DRAWN = "drawn"  # the house made it up and an administrator handed it over: two people know it
    INVITED = "invited"  # there is none yet: a link went out with which somebody chooses it
    LEAKED = "leaked"  # it stands in a list of passwords that leaked elsewhere


class DraftKind(StrEnum):
    """What waits between two pages, before it is in the register."""

    REQUEST = "request"  # that somebody is writing at the front door
    HANDED_IN = "handed_in"  # a list of people or a kader, to be looked at before it is saved


class Confidentiality(StrEnum):
    """Who may know of a case, from everybody to almost nobody; the levels of Dutch case standards (ZGW)."""

    PUBLIC = "public"
    LIMITED_PUBLIC = "limited_public"
    INTERNAL = "internal"
    CASE_CONFIDENTIAL = "case_confidential"
    CONFIDENTIAL = "confidential"
    CONFIDENTIAL_HIGH = "confidential_high"
    SECRET = "secret"  # noqa: S105 - a level, and no password
    TOP_SECRET = "top_secret"  # noqa: S105 - a level, and no password

    @property
    def rank(self) -> int:
        """How far up it stands; the words themselves have no order."""
        return list(Confidentiality).index(self)

    @property
    def is_confidential(self) -> bool:
        """Whether somebody's reading of it is noted in the trail."""
        return self.rank >= Confidentiality.CASE_CONFIDENTIAL.rank

    @classmethod
    def up_to(cls, highest: "Confidentiality") -> "tuple[Confidentiality, ...]":
        """Every level from the lowest up to and including this one."""
        return tuple(cls)[: highest.rank + 1]
