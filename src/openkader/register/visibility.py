"""Which cases somebody may see: one condition for every list, page, search, count and file that leaves.

What may not be seen is left out where things are listed and not found where it is asked for.
"""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from openkader.base.errors import NotFound
from openkader.casework.permissions import REACH, Act, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register.models import AdviceRequest, Delegate, Participation, Party, ProtectionStep, Request
from openkader.register.screened import is_screened

_SECURITY = AccountRole.INFORMATION_SECURITY


def visible_to(person: Person, request: str = "") -> Q:
    """Whether somebody may see a request; `request` is the way to it from where is asked, as in ``request__``.

    Never turn it round with ``~``: where there is no request at all, neither it nor its opposite holds.
    """
    roles = person.roles & REACH.keys()
    if not roles:
        return _levels(request, Confidentiality.PUBLIC)
    if sees_everything(person):
        return Q(**{f"{request}confidentiality__isnull": False})
    found = Q(**{f"{request}assignee": key_of(person)}) | _by_roles(roles - {_SECURITY}, person, request)
    if _SECURITY in roles:
        found |= _levels(request, REACH[_SECURITY].any_case) & _asks_security(request)
    return found


def shares_secrets(person: Person, request: str = "") -> Q:
    """Whether somebody may see a business secret of a case, whatever level the case itself has.

    Whoever looks into any case only as far as it stays inside shares no secret of one that is not theirs.
    """
    if sees_everything(person):
        return visible_to(person, request)
    roles = person.roles & REACH.keys()
    found = Q(**{f"{request}assignee": key_of(person)}) if roles else Q(**{f"{request}pk__in": ()})
    if person.team and any(REACH[role].team.is_confidential for role in roles):
        found |= Q(**{f"{request}team": person.team})
    far = {role for role in roles if REACH[role].any_case.is_confidential}
    alone = Person(name="", roles=frozenset(far))
    return visible_to(person, request) & (found | visible_to(alone, request) if far else found)


def key_of(person: Person) -> Subquery:
    """The key of somebody's account, asked once; a join would be made for every row."""
    return Subquery(User.objects.filter(username=person.name).values("pk")[:1])


def sees_everything(person: Person) -> bool:
    """Whether one of somebody's roles looks into any case at all."""
    return any(REACH[role].any_case is Confidentiality.TOP_SECRET for role in person.roles & REACH.keys())


def visible_requests(person: Person) -> QuerySet[Request]:
    """The requests that somebody may see."""
    return Request.objects.filter(visible_to(person))


def visible_or_alone(person: Person, request: str = "request__") -> Q:
    """The same for a record that need not belong to a request, such as an activity from a published year."""
    key = request.removesuffix("__")
    return Q(**{f"{key}__isnull": True}) | visible_to(person, request)


def of_visible_case(person: Person) -> Q:
    """Whether somebody may see the case of a record: its request, or its activity."""
    of_activity = visible_or_alone(person, "activity__request__") & Q(activity__isnull=False)
    return visible_to(person, "request__") | of_activity


def visible_parties(person: Person) -> QuerySet[Party]:
    """The parties that somebody may see."""
    return Party.objects.filter(is_visible_party(person))


def is_visible_party(person: Person) -> Q:
    """Whether a party is of a request that somebody may see; a colleague also sees those that belong to none."""
    if sees_everything(person):
        return Q()
    # Asked of the few requests of each party; a list of all that may be seen would be made first, and is long.
    alone = Q(activity__isnull=False, activity__request__isnull=True)
    mine = visible_to(person, "request__") | visible_to(person, "activity__request__") | alone
    found = _takes_part(mine) | _is_listed(visible_to(person, "delegation_list__request__"))
    if person.may(Act.READ_CASES):
        found |= ~(_takes_part(Q()) | _is_listed(Q()))
    return found


def of_visible_party(person: Person, party: str = "party") -> Q:
    """Whether somebody may see the party of a record; `party` names its key from where is asked."""
    if sees_everything(person):
        return Q(**{f"{party}__isnull": False})
    return Q(Exists(visible_parties(person).filter(pk=OuterRef(party))))


def require_visible(reference: str, person: Person, kind: str = "request") -> None:
    """Stop as if there were no such request when somebody may not see it."""
    if not visible_requests(person).filter(reference=reference).exists():
        raise NotFound(kind, reference)


def _by_roles(roles: Collection[AccountRole], person: Person, request: str) -> Q:
    """As far as the role that reaches furthest: into any case, and further into those of the own team."""
    reaches = [REACH[role] for role in roles]
    found = _levels(request, max((x.any_case for x in reaches), key=_rank, default=Confidentiality.PUBLIC))
    if reaches and person.team:
        far = max((reach.team for reach in reaches), key=_rank)
        found |= _levels(request, far) & Q(**{f"{request}team": person.team})
    return found


def _rank(level: Confidentiality) -> int:
    return level.rank


def _levels(request: str, highest: Confidentiality) -> Q:
    levels = [str(level) for level in Confidentiality.up_to(highest)]
    return Q(**{f"{request}confidentiality__in": levels})


def _asks_security(request: str) -> Q:
    """Whether a request has anything for information security to look at."""
    asked = AdviceRequest.objects.filter(request=OuterRef(f"{request}pk"))
    begun = ProtectionStep.objects.filter(activity__request=OuterRef(f"{request}pk"))
    return is_screened(f"{request}pk") | Q(Exists(asked)) | Q(Exists(begun))


def _takes_part(chosen: Q) -> Q:
    return there_is(Participation.objects.filter(chosen, party=OuterRef("pk")))


def _is_listed(chosen: Q) -> Q:
    """Whether a party stands on a delegation list, as a person or as an organisation."""
    rows = Delegate.objects.filter(chosen)
    as_person, as_organisation = rows.filter(party=OuterRef("pk")), rows.filter(organisation=OuterRef("pk"))
    return there_is(as_person) | there_is(as_organisation)


def there_is(rows: QuerySet[Any]) -> Q:
    """Whether there is any, looked up for one row at a time.

    ``EXISTS`` beside ``OR`` makes PostgreSQL read the whole table first, however few rows are asked for.
    """
    return Q(IsNull(Subquery(rows.values("pk")[:1]), False))
