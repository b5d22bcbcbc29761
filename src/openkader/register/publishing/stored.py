"""Publications as services and pages want to see them: how far one is, its newest draft, and what would be frozen."""

from collections.abc import Mapping
from dataclasses import replace

from openkader.base.errors import NotFound
from openkader.casework.permissions import Person
from openkader.casework.publishing import (
    Category,
    Choice,
    Chosen,
    Draft,
    ItemForm,
    PublicationStand,
    Subject,
)
from openkader.register.chain import fingerprint
from openkader.register.models import (
    Publication,
    PublicationDraft,
    PublicationFile,
    PublicationRelease,
)
from openkader.register.publishing.offering import Item, Offer, offer_of


def publication_for_update(reference: str, person: Person) -> tuple[Publication, Offer]:
    """The publication, held until the transaction ends, and what it is about; unseen, it is not there."""
    row = Publication.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise NotFound("publication", reference[:80])
    return row, whole_offer(row, person)


def whole_offer(row: Publication, person: Person) -> Offer:
    """What can be chosen: the fields of the subject, and the documents that were added to its publication."""
    offer = offer_of(Subject(row.kind), row.subject, person)
    files = PublicationFile.objects.filter(publication=row).order_by("number")
    return replace(offer, items=(*offer.items, *map(_item, files)))


def _item(file: PublicationFile) -> Item:
    said = {"number": file.number, "name": file.name, "media_type": file.media_type}
    return Item(
        key=f"file:{file.number}",
        form=ItemForm.DOCUMENT,
        value={**said, "size": file.size, "sha256": file.sha256},
        words=f"{file.name} {file.words}",
    )


def newest_draft(publication: Publication) -> PublicationDraft | None:
    """The draft that counts; none where nothing was saved."""
    return PublicationDraft.objects.filter(publication=publication).order_by("-number").first()


def newest_release(reference: str) -> PublicationRelease | None:
    """What was published last, whether or not it was revoked."""
    rows = PublicationRelease.objects.filter(reference=reference).select_related("revocation")
    return rows.order_by("-version").first()


def stand_of(draft: PublicationDraft | None, release: PublicationRelease | None) -> PublicationStand:
    """How far it is, as a rule wants to see it."""
    is_revoked = release is not None and getattr(release, "revocation", None) is not None
    return PublicationStand(
        draft=draft.number if draft else 0,
        drafted_by=draft.by if draft else "",
        released=release.draft if release else 0,
        is_revoked=is_revoked,
    )


def draft_of(row: PublicationDraft) -> Draft:
    """A stored draft as the rules want to see it."""
    return Draft(
        title=row.title,
        summary=row.summary,
        category=Category(row.category) if row.category else None,
        choices={
            key: Chosen(choice=Choice(one["choice"]), ground=one["ground"])
            for key, one in row.choices.items()
        },
        is_cleared=row.is_cleared,
    )


def choices_of(draft: Draft) -> dict[str, dict[str, str | None]]:
    """The choices of a draft as they are stored."""
    return {key: {"choice": str(one.choice), "ground": one.ground} for key, one in draft.choices.items()}


def content_of(draft: Draft, offer: Offer) -> tuple[dict[str, object], list[str]]:
    """What would be frozen, and its keys: each chosen field with its value, each withheld one with its ground alone."""
    items: list[Mapping[str, object]] = []
    withheld: list[Mapping[str, object]] = []
    keys: list[str] = []
    for item in offer.items:
        chosen = draft.choices.get(item.key)
        if chosen is None:
            continue
        if chosen.choice is Choice.PUBLISH:
            keys.append(item.key)
            items.append({"label": item.label, "form": str(item.form), "value": item.value})
        else:
            withheld.append({"label": item.label, "ground": chosen.ground})
    return {"items": items, "withheld": withheld}, keys


def shown_digest(number: int, content: Mapping[str, object]) -> str:
    """The fingerprint of what a page shows of a draft, so that nothing else is published than was seen."""
    return fingerprint({"draft": number, "content": content})


def words_in(title: str, summary: str, content: Mapping[str, object]) -> str:
    """The words under which a publication is found."""
    found = [title, summary]
    values = (item["value"] for item in content["items"])  # type: ignore[attr-defined]
    for value in values:
        if isinstance(value, dict):
            found += [value[name] for name in ("nl", "en", "name") if name in value]
    return " ".join(dict.fromkeys(found)).casefold()
