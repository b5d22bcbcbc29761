"""Documents, entered with a request or later."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.errors import Invalid, Problem
from openkader.casework.documents import DocumentForm, Purpose, kept_name, recognise
from openkader.register.hand import Hand, claim_references
from openkader.register.models import Document, Request
from openkader.register.shelf import shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document as it was sent, under the name that its sender gave it."""

    name: str
    content: bytes
    purpose: Purpose = Purpose.ATTACHMENT


def forms_of(entries: Sequence[DocumentEntry]) -> list[DocumentForm]:
    """What each document is; `Invalid` names all that are not taken in."""
    found: list[DocumentForm] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            found.append(recognise(entry.content, entry.name))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return found


def enter_documents(request: Request, entries: Sequence[DocumentEntry], hand: Hand) -> list[str]:
    """Keep documents with their request, each once; the references under which they are found."""
    forms = dict(zip(map(_digest, entries), zip(entries, forms_of(entries), strict=True), strict=True))
    known = dict(Document.objects.filter(request=request).values_list("digest", "reference"))
    new = {digest: pair for digest, pair in forms.items() if digest not in known}
    for number, (digest, (entry, form)) in enumerate(new.items(), start=len(known) + 1):
        known[digest] = f"{request.reference}-D{number}"
        claim_references([(known[digest], request.reference)], kind="document")
        Document.objects.create(
            request=request,
            reference=known[digest],
            name=kept_name(entry.name, form),
            media_type=form,
            purpose=entry.purpose,
            size=len(entry.content),
            digest=shelf().put(entry.content),
            recorded_at=hand.now,
            recorded_by=hand.by,
        )
        hand.log("document.kept", "document", known[digest], request.reference, form=form, digest=digest)
    return [known[digest] for digest in forms]


def _digest(entry: DocumentEntry) -> str:
    return hashlib.sha256(entry.content).hexdigest()
