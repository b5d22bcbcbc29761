"""The programme of an activity and the list of its participants, as papers to take along.

Notes are for colleagues, and addresses of people for nobody else: neither stands in a paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from openkader.base.text import Text
from openkader.casework.mission import ROLES, STATUSES, ParticipantDraft, ParticipantStatus, SlotDraft
from openkader.casework.vocabulary import Setting
from openkader.publication.letters import Letter, Paragraph, Table

_WORDS = {
    "programme": Text(nl="Programma", en="Programme"),
    "participants": Text(nl="Deelnemers", en="Participants"),
    "when": Text(nl="Wanneer", en="When"),
    "where": Text(nl="Waar", en="Where"),
    "reference": Text(nl="Ons kenmerk", en="Our reference"),
    "changed": Text(nl="Laatst gewijzigd", en="Last changed"),
    "time": Text(nl="Tijd", en="Time"),
    "what": Text(nl="Wat", en="What"),
    "with": Text(nl="Met wie", en="With whom"),
    "zone": Text(nl="Tijden op de klok van {zone}.", en="Times on the clock of {zone}."),
    "all_day": Text(nl="hele dag", en="all day"),
    "for": Text(nl="voor {roles}", en="for {roles}"),
    "nothing": Text(nl="Er staat nog niets in het programma.", en="Nothing stands in the programme yet."),
    "nobody": Text(nl="Er staat nog niemand op de lijst.", en="Nobody is on the list yet."),
    "name": Text(nl="Naam en functie", en="Name and function"),
    "organisation": Text(nl="Organisatie", en="Organisation"),
    "role": Text(nl="Gaat mee als", en="Comes along as"),
    "status": Text(nl="Status", en="Status"),
    "unknown": Text(nl="onbekend", en="unknown"),
}
_SETTINGS = {
    Setting.FORMAL: Text(nl="formeel", en="formal"),
    Setting.INFORMAL: Text(nl="informeel", en="informal"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands above a paper, each already in its language; None is unknown."""

    language: str
    organisation: str
    title: str
    reference: str
    when: str | None = None
    where: str | None = None
    changed: str | None = None
    made_up: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPart:
    """A part of a programme, with the names of the parties that one meets."""

    draft: SlotDraft
    day: str
    met: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPerson:
    """A participant, with the name of whom they come for."""

    draft: ParticipantDraft
    organisation: str


@dataclass(frozen=True, slots=True)
class _Sayer:
    """Words in the language of a paper."""

    language: str

    def __call__(self, name: str) -> str:
        return _WORDS[name].in_(self.language)

    def of(self, text: Text) -> str:
        return text.in_(self.language)


def programme_paper(paper: Paper, parts: Iterable[PaperPart]) -> Letter:
    """The programme, day by day."""
    say = _Sayer(paper.language)
    days = [(day, list(rows)) for day, rows in groupby(parts, key=lambda one: one.day)]
    paragraphs = [paragraph for day, rows in days for paragraph in _day(day, rows, say)]
    return _letter(paper, "programme", paragraphs or [Paragraph(say("nothing"))])


def participants_paper(paper: Paper, people: Iterable[PaperPerson]) -> Letter:
    """Everybody who comes along, by the name of whom they come for; who dropped out is not among them."""
    say = _Sayer(paper.language)
    coming = [one for one in people if one.draft.status is not ParticipantStatus.DROPPED_OUT]
    table = Table(
        columns=tuple(map(say, ("name", "organisation", "role", "status"))),
        rows=tuple(_person(one, say) for one in coming),
        shares=(34, 32, 16, 18),
    )
    return _letter(paper, "participants", [Paragraph(table=table) if coming else Paragraph(say("nobody"))])


def _letter(paper: Paper, kind: str, paragraphs: Sequence[Paragraph]) -> Letter:
    say = _Sayer(paper.language)
    about = {
        "when": paper.when or say("unknown"),
        "where": paper.where or say("unknown"),
        "reference": paper.reference,
        "changed": paper.changed,
    }
    return Letter(
        language=paper.language,
        organisation=paper.organisation,
        subject=f"{say(kind)}: {paper.title}",
        about=tuple((say(name), value) for name, value in about.items() if value),
        paragraphs=tuple(paragraphs),
        made_up=paper.made_up,
    )


def _day(day: str, parts: Sequence[PaperPart], say: _Sayer) -> Iterable[Paragraph]:
    """A day under its own heading; the clock is said once where it is one."""
    yield Paragraph(day, is_heading=True)
    zones = {part.draft.zone for part in parts if part.draft.begins}
    if len(zones) == 1:
        yield Paragraph(say("zone").format(zone=_place(next(iter(zones)))))
    rows = tuple(_part(part, say, tells_zone=len(zones) > 1) for part in parts)
    yield Paragraph(
        table=Table(
            columns=tuple(map(say, ("time", "what", "where", "with"))), rows=rows, shares=(20, 35, 18, 27)
        )
    )


def _place(zone: str | None) -> str:
    return (zone or "").replace("_", " ")


def _part(part: PaperPart, say: _Sayer, *, tells_zone: bool) -> tuple[str, ...]:
    draft = part.draft
    at = say("all_day")
    if draft.begins:
        at = f"{draft.begins:%H:%M}" + (f"–{draft.ends:%H:%M}" if draft.ends else "")
        at += f"\n{_place(draft.zone)}" if tells_zone else ""
    about = [say.of(_SETTINGS[draft.setting])] if draft.setting else []
    if draft.roles:
        about.append(say("for").format(roles=", ".join(say.of(ROLES[role]) for role in draft.roles)))
    what = "\n".join(filter(None, (draft.title, ", ".join(about))))
    return at, what, draft.place, "; ".join([*part.met, *draft.counterparts])


def _person(one: PaperPerson, say: _Sayer) -> tuple[str, ...]:
    draft = one.draft
    role = say.of(ROLES[draft.role]) if draft.role else say("unknown")
    name = "\n".join(filter(None, (draft.name, draft.function)))
    return name, one.organisation or say("unknown"), role, say.of(STATUSES[draft.status])
