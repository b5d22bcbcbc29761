"""Drafts of a kader as services and pages see them: the newest texts, what is wrong with them, what was adopted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from openkader.base.errors import Invalid, NotFound
from openkader.base.messages import sentences
from openkader.casework.kader_drafting import Adopting, FileStand
from openkader.kader import Kader, Severity
from openkader.kader.heading import heading_day
from openkader.register.chain import fingerprint
from openkader.register.draft_kaders import findings_of, read_draft
from openkader.register.kader_draft_entries import KaderAdoptionEntry
from openkader.register.kaders import versions_here
from openkader.register.models import KaderAdoption, KaderDraft, KaderDraftStep, KaderWithdrawal

_LANGUAGE = "nl"  # a refusal is said in the reader's language; what it names is read in that of the kader


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """The newest text of one file of a draft."""

    file: str
    number: int
    text: str
    by: str

    @property
    def stand(self) -> FileStand:
        """As a rule wants to see it."""
        return FileStand(number=self.number, by=self.by, text=self.text)


Texts = Mapping[str, DraftText]


def draft_for_update(reference: str) -> KaderDraft:
    """The draft, held until the transaction ends."""
    found = KaderDraft.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotFound("kader-draft", reference[:80])
    return found


def is_adopted(draft: KaderDraft) -> bool:
    """Whether it is a version by now."""
    return KaderAdoption.objects.filter(draft=draft).exists()


def is_withdrawn(draft: KaderDraft) -> bool:
    """Whether nobody goes on with it."""
    return KaderWithdrawal.objects.filter(draft=draft).exists()


def newest_texts(draft: KaderDraft) -> dict[str, DraftText]:
    """The newest text of each file, in the order of their names."""
    of_file = KaderDraftStep.objects.filter(draft=draft, file=OuterRef("file")).order_by("-number")
    newest = Subquery(of_file.values("number")[:1])
    rows = KaderDraftStep.objects.filter(draft=draft, number=newest).order_by("file")
    return {row.file: DraftText(file=row.file, number=row.number, text=row.text, by=row.by) for row in rows}


def kept_text(text: str) -> str:
    """A text as it is kept: with the line ends of this house, and one at its end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"


def plain(texts: Texts) -> dict[str, str]:
    """The texts alone, as they are loaded."""
    return {name: one.text for name, one in texts.items()}


def texts_digest(texts: Texts) -> str:
    """The digest of all of a draft as somebody reads it."""
    return fingerprint(plain(texts))


def day_of_version(name: str) -> date:
    """From when a version is in force: its name says so."""
    return date.fromisoformat(name.partition("/")[2])


def newest_version(organisation: str) -> tuple[str, date]:
    """The newest version, in force or not yet, and from when; asked of the register itself."""
    adopted = KaderAdoption.objects.filter(kader__startswith=f"{organisation}/")
    names = sorted({*versions_here(organisation), *adopted.values_list("kader", flat=True)})
    if not names:
        raise NotFound("kader", organisation[:80])
    return names[-1], day_of_version(names[-1])


def adopting(
    draft: KaderDraft, entry: KaderAdoptionEntry, by: str, today: date
) -> tuple[Adopting, Kader | None]:
    """What the rule of adoption looks at, and the kader where the texts make one."""
    texts = newest_texts(draft)
    organisation = draft.base.partition("/")[0]
    newest, newest_day = newest_version(organisation)
    kader, problems = read_in_words(texts, f"{organisation}/{entry.in_force_from.isoformat()}")
    found = findings_of(kader) if kader else ()
    errors = [f"{one.where}: {one.text.in_(_LANGUAGE)}" for one in found if one.severity is Severity.ERROR]
    asked = Adopting(
        by=by,
        writers=frozenset(KaderDraftStep.objects.filter(draft=draft).values_list("by", flat=True)),
        same=entry.seen == texts_digest(texts),
        base=draft.base,
        newest=newest,
        newest_day=newest_day,
        heading_day=heading_day(plain(texts)),
        in_force_from=entry.in_force_from,
        adopted_on=entry.adopted_on,
        today=today,
        body=entry.body,
        is_adopted=is_adopted(draft),
        is_withdrawn=is_withdrawn(draft),
        problems=problems,
        errors=errors,
    )
    return asked, kader


def read_in_words(texts: Texts, name: str) -> tuple[Kader | None, list[str]]:
    """The kader that these texts make, or in sentences what keeps them from making one."""
    kader, problems = read_draft(plain(texts), name)
    return kader, list(sentences(Invalid(problems), _LANGUAGE)) if problems else []
