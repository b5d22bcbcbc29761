"""What is done on the page of a member of the network, and where a party joins it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.base.text import Text
from openkader.casework.network import NetworkPlan
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.network import EXPERTISE, PURPOSES, words_of
from openkader.register.network_entries import (
    ContactEntry,
    ContactPointEntry,
    ContributionEntry,
    MemberEntry,
    ProfileEntry,
)
from openkader.web.acts.deeds import Deeds, Manner, Place, Said, by_words, plain
from openkader.web.forms.advice import NoForm, ReasonForm
from openkader.web.forms.network import ContactForm, ContributionForm, JoinForm, PointForm, ProfileForm
from openkader.web.presenters.listings import choices_of
from openkader.web.reader import person
from openkader.web.shell import said as words

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage(Place):
    """A party that may join the network."""

    party: str
    kader: Kader


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPage(Place):
    """A member as it is found, and who stands before it."""

    found: selectors.MemberFile
    kader: Kader
    plan: NetworkPlan | None

    @property
    def member(self) -> str:
        """Its reference."""
        return self.found.row.reference

    def contact_form(self, values: object = None) -> ContactForm:
        """The form of a conversation; what is likely is filled in already."""
        offered = {
            "purposes": choices_of(self.kader, PURPOSES),
            "others": [(reference, words(name) or "") for reference, name in self.found.others],
            "groups": group_choices(self.found.groups),
        }
        likely = {"purpose": self.plan.purpose if self.plan else "", "by_whom": self.by}
        return ContactForm(offered, values, initial=likely, auto_id="contact_%s")

    def profile_form(self, values: object = None) -> ProfileForm:
        """What it knows of, as it is said now."""
        row = self.found.row
        now = {"seen": row.version, "expertise": row.expertise, "countries": row.countries}
        known = with_former(choices_of(self.kader, EXPERTISE), row.expertise)
        return ProfileForm(known, values, initial=now, auto_id="profile_%s")


def with_former(known: Choices, former: Iterable[str]) -> Choices:
    """The same with what a member was said to know of before, where the list no longer holds it."""
    codes = {code for code, _word in known}
    return [*known, *((code, code) for code in former if code not in codes)]


def group_choices(groups: Iterable[selectors.TalkGroup]) -> Choices:
    """The talks that are counted together, of which one may be noted by itself."""
    found = []
    for one in groups:
        many = _("number unknown") if one.number is None else str(one.number)
        values = {"title": words(one.title), "year": one.year, "number": many, "noted": one.named}
        label = _("One of: %(title)s %(year)s (%(number)s; noted: %(noted)s)") % values
        found.append((one.reference, label))
    return found


def _join(page: JoinPage, said: Said) -> str:
    why = str(said["why"])
    entry = MemberEntry(
        party=page.party,
        why=Text(nl=why, en=why),
        since=said["since"],
        expertise=tuple(said["expertise"]),
        countries=tuple(said["countries"]),
    )
    services.join_network(entry, words=words_of(page.kader), **page.hand)
    return _("The party is in the network.")


def _contact(page: MemberPage, form: forms.Form) -> str:
    assert isinstance(form, ContactForm)  # noqa: S101 - made so below
    members = (page.member, *form.cleaned_data.get("others", ()))
    services.note_contact(ContactEntry(members=members, draft=form.draft()), kader=page.kader, **page.hand)
    return _("The talk is noted.")


def _contribute(page: MemberPage, form: forms.Form) -> str:
    assert isinstance(form, ContributionForm)  # noqa: S101 - made so below
    entry = ContributionEntry(member=page.member, draft=form.draft())
    services.note_contribution(entry, kader=page.kader, **page.hand)
    return _("The contribution is noted.")


def _describe(page: MemberPage, said: Said) -> str:
    entry = ProfileEntry(
        member=page.member,
        expertise=tuple(said["expertise"]),
        countries=tuple(said["countries"]),
        seen=said["seen"] or 0,
    )
    services.describe_member(entry, words=words_of(page.kader), **page.hand)
    return _("What this member knows of is saved.")


def _stop(page: MemberPage, said: Said) -> str:
    services.stop_member(page.member, str(said["reason"]), **page.hand)
    return _("The member has stopped. What was noted stays.")


def _resume(page: MemberPage, said: Said) -> str:
    services.resume_member(page.member, str(said["reason"]), **page.hand)
    return _("The member is in the network again.")


def _keep_point(page: MemberPage, form: forms.Form) -> str:
    assert isinstance(form, PointForm)  # noqa: S101 - made so below
    services.keep_contact_point(ContactPointEntry(member=page.member, draft=form.draft()), **page.hand)
    return _("The person is kept.")


def _strike_contact(page: MemberPage, said: Said) -> str:
    talk = page.request.POST.get("talk", "")
    services.strike_out_contact(page.member, talk, str(said["reason"]), **page.hand)
    return _("The talk is struck out. It no longer counts.")


def _strike_contribution(page: MemberPage, said: Said) -> str:
    named = page.request.POST.get("contribution", "")
    services.strike_out_contribution(page.member, named, str(said["reason"]), **page.hand)
    return _("The contribution is struck out. It no longer counts.")


def _strike_form(page: MemberPage) -> forms.Form:
    named = page.request.POST.get("talk") or page.request.POST.get("contribution", "")
    return ReasonForm(page.request.POST, auto_id=f"strike_{named[:80]}_%s")


def _remove_point(page: MemberPage, _said: Said) -> str:
    number = number_in(page.request.POST.get("number", ""))
    if number is None:
        raise NotFound("member", page.member)
    services.remove_contact_point(page.member, number, **page.hand)
    return _("The person is taken out: name and address are gone.")


def to_member(request: HttpRequest, _form: forms.Form) -> str:
    """Where one goes after a party joined."""
    _party, _name, member = selectors.party_to_join(request.GET.get("partij", ""), reader=person(request))
    return reverse("member", args=[member]) if member else reverse("network")


JOIN_MANNER = Manner(of="party", to=to_member)
JOINING: Deeds[JoinPage] = {
    "join": (
        Act.WORK,
        lambda page: JoinForm(choices_of(page.kader, EXPERTISE), page.request.POST),
        by_words(_join),
    )
}
MANNER = Manner(of="member", names={"request", "activity", "advice", "briefing", "message", "year"})
ACTS: Deeds[MemberPage] = {
    "contact": (Act.WORK, lambda page: page.contact_form(page.request.POST), _contact),
    "contribute": (
        Act.WORK,
        lambda page: ContributionForm(page.request.POST, auto_id="contribution_%s"),
        _contribute,
    ),
    "describe": (Act.WORK, lambda page: page.profile_form(page.request.POST), by_words(_describe)),
    "stop": (Act.WORK, lambda page: ReasonForm(page.request.POST, auto_id="stop_%s"), by_words(_stop)),
    "resume": (Act.WORK, lambda page: ReasonForm(page.request.POST, auto_id="resume_%s"), by_words(_resume)),
    "keep_point": (
        Act.KEEP_CONTACTS,
        lambda page: PointForm(page.request.POST, auto_id="point_%s"),
        _keep_point,
    ),
    "strike_contact": (Act.WORK, _strike_form, by_words(_strike_contact)),
    "strike_contribution": (Act.WORK, _strike_form, by_words(_strike_contribution)),
    "remove_point": (Act.KEEP_CONTACTS, plain(NoForm), by_words(_remove_point)),
}
