"""What is done on a page of colleagues: the act that a form names, whose task that is, and the page again where not.

A deed has the task that it is of, the form that it takes, and what it does: that gives the sentence said after it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from openkader.base.errors import NotFound, Refused
from openkader.base.messages import sentences
from openkader.casework.permissions import Act, may_do
from openkader.web.doors import acting, require_act
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page on which something can be done, and who stands before it."""

    request: HttpRequest
    now: datetime

    @property
    def by(self) -> str:
        """Who acts."""
        return acting(self.request)

    @property
    def today(self) -> date:
        """The day on which that is."""
        return timezone.localdate(self.now)

    @property
    def hand(self) -> dict[str, Any]:
        """Who acts, and when, as a service takes it."""
        return {"by": self.by, "now": self.now}


P = TypeVar("P", bound=Place)
Said: TypeAlias = Mapping[str, Any]
Tried: TypeAlias = dict[str, forms.Form]
# Makes the page again with the form that was tried, the reasons against it, and the status.
Page: TypeAlias = Callable[[Tried, list[str], int], HttpResponse]
Deed: TypeAlias = tuple[Act, Callable[[P], forms.Form], Callable[[P, forms.Form], str]]
Deeds: TypeAlias = Mapping[str, Deed[P]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is particular to the deeds of a page, which is that of an activity or `of` something else.

    `names` are the kinds of record that somebody names in a form by their reference: one that is not there is a
    mistake in what was typed. `again` makes the form that comes back after a refusal, `to` says where one goes after
    the deed.
    """

    of: str = "activity"
    names: Collection[str] = ()
    again: Callable[[forms.Form, Refused], forms.Form] = lambda form, _error: form
    to: Callable[[HttpRequest, forms.Form], str] = lambda request, _form: request.path


PLAIN = Manner()


def do(place: P, deeds: Deeds[P], page: Page, manner: Manner = PLAIN) -> HttpResponse:
    """Do what the form asks; what is refused keeps what was typed."""
    name = place.request.POST.get("act", "")
    if name not in deeds:
        raise NotFound(manner.of, name[:40])
    act, build, deed = deeds[name]
    require_act(place.request, act)
    form = build(place)
    if not form.is_valid():
        return page({name: form}, [], 422)
    try:
        done = deed(place, form)
    except Refused as error:
        return page({name: manner.again(form, error)}, [said_refusal(error.refusal)], 409)
    except NotFound as error:
        if error.kind not in manner.names:
            raise
        return page({name: form}, sentences(error, language()), 422)
    messages.success(place.request, done)
    return HttpResponseRedirect(manner.to(place.request, form))


def why_not_each(place: P, deeds: Deeds[P]) -> dict[str, str]:
    """For each act why this person may not do it at all; empty where they may."""
    roles = person(place.request).roles
    return {name: said_refusal(may_do(roles, act)) for name, (act, _build, _deed) in deeds.items()}


def plain(kind: type[forms.Form]) -> Callable[[Place], forms.Form]:
    """A form that asks nothing of its page."""
    return lambda place: kind(place.request.POST)


def by_words(deed: Callable[[P, Said], str]) -> Callable[[P, forms.Form], str]:
    """A deed that asks only for what was filled in."""
    return lambda place, form: deed(place, form.cleaned_data)
