"""Replays of history under a draft, as services and workers see them: its texts, who holds it, what it leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Invalid, NotFound, Refusal, Refused, Unavailable
from openkader.casework.kader_replaying import ReplayEnd
from openkader.kader import Assessor, Kader, load_texts
from openkader.kader.heading import heading_day
from openkader.kader.replaying import Replay, report
from openkader.register.adopted_kaders import texts_at
from openkader.register.batches import few_at_a_time
from openkader.register.hand import Hand
from openkader.register.kader_drafts import newest_texts, plain, read_in_words, texts_digest
from openkader.register.kader_replay_entries import KeptReplayEntry, ReplayFound, TakenReplay
from openkader.register.kaders import assessor_of, versions_here
from openkader.register.models import KaderDraft, KaderReplay, KaderReplayCase, KaderReplayResult, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStand:
    """A draft as it stands: the step of each file, the digest of all, and the kader that they make, if they do."""

    steps: Mapping[str, int]
    texts: str
    kader: Kader | None
    problems: tuple[str, ...]


def stand_of(draft: KaderDraft, today: date) -> DraftStand:
    """What would be replayed now; without a day in its heading it is as if it were in force from today."""
    newest = newest_texts(draft)
    words = plain(newest)
    organisation = organisation_of(draft.base)
    name = f"{organisation}/{(heading_day(words) or today).isoformat()}"
    steps = {one.file: one.number for one in newest.values()}
    kader, problems = read_in_words(newest, name)
    return DraftStand(steps=steps, texts=texts_digest(newest), kader=kader, problems=tuple(problems))


def dossier_of(row: KaderReplay) -> str:
    """Where the trail keeps it: with its draft, or by itself."""
    return row.draft.reference if row.draft else row.reference


def organisation_of(kader: str) -> str:
    """Whose version it is."""
    return kader.partition("/")[0]


def organisation_here(kader: str) -> str:
    """The same where it has versions here; of a folder that somebody works on elsewhere nobody's."""
    organisation = organisation_of(kader)
    return organisation if versions_here(organisation) else ""


def both_assessors(taken: TakenReplay) -> tuple[Assessor, Assessor]:
    """The version that holds and the draft, as both were when it was asked; `Unavailable` says which is gone."""
    try:
        old = assessor_of(taken.base)
    except (NotFound, Invalid) as error:
        raise Unavailable("kader-replay.other-base") from error
    if old.kader.digest != taken.base_digest:
        raise Unavailable("kader-replay.other-base")
    try:
        return old, Assessor(load_texts(texts_at(taken.draft, taken.steps), taken.kader))
    except Invalid as error:
        raise Unavailable("kader-replay.not-loaded") from error


def found_by(replay: Replay, changes: Sequence[tuple[str, int]]) -> ReplayFound:
    """What a replay found, as it is kept: as the command says it, with the words of the measures that come or go."""
    kaders = [one.kader for one in replay.assessors.values()]
    texts = {one.id: one.text for kader in kaders for line in kader.action_lines for one in line.measures}
    shifted = sorted(replay.tally.added.keys() | replay.tally.removed.keys())
    measures = {name: {"nl": texts[name].nl, "en": texts[name].en} for name in shifted}
    found = {"replay": report.kaders(replay), **report.summary(replay), "measure_texts": measures}
    return ReplayFound(found=found, changes=changes)


def kept_by(replay: Replay, changes: Sequence[tuple[str, int]]) -> KeptReplayEntry:
    """The same of a replay of the command line, with both kaders by name and digest."""
    old, new = (one.kader for one in replay.assessors.values())
    return KeptReplayEntry(
        kader=new.id,
        digest=new.digest,
        base=old.id,
        base_digest=old.digest,
        found=found_by(replay, changes),
    )


def open_replay(draft: KaderDraft) -> KaderReplay | None:
    """The replay of a draft that has not ended, if there is one."""
    return KaderReplay.objects.filter(draft=draft, end=None).first()


def held_replay(taken: TakenReplay) -> KaderReplay:
    """The replay, held until the transaction ends; one that was stopped or that another holds is refused."""
    row = KaderReplay.objects.select_for_update(of=("self",)).filter(pk=taken.replay).first()
    if row is None:
        raise NotFound("kader-replay", str(taken.replay))
    if row.end is not None or row.taken_by is None or row.attempts != taken.attempt:
        raise Refused(Refusal("kader-replay.overtaken"))
    return row


def enter_result(row: KaderReplay, entry: ReplayFound) -> None:
    """Keep what was found, and which cases come out otherwise."""
    KaderReplayResult.objects.create(
        replay=row, cases=entry.found["cases"], changed=entry.found["changed"], found=entry.found
    )
    for some in few_at_a_time(entry.changes):
        keys = dict(
            Request.objects.filter(reference__in=[name for name, _ in some]).values_list("reference", "pk")
        )
        KaderReplayCase.objects.bulk_create(
            KaderReplayCase(replay=row, request_id=keys[name], difference=number)
            for name, number in some
            if name in keys
        )


def end_replay(row: KaderReplay, end: ReplayEnd, hand: Hand, failure: str | None = None) -> None:
    """It has ended, and changes no more."""
    row.taken_by = row.lease_ends = None
    row.end, row.ended_at, row.ended_by, row.failure = str(end), hand.now, hand.by, failure
    row.save(update_fields=["taken_by", "lease_ends", "end", "ended_at", "ended_by", "failure"])
