"""A document is added to a publication, without what its programs wrote in it; it is not public by that."""

from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.casework.documents import kept_name
from openkader.casework.permissions import Act
from openkader.casework.publishing import MOST_FILES
from openkader.register.documents import DocumentEntry
from openkader.register.hand import writing
from openkader.register.models import PublicationFile
from openkader.register.publishing.cleaning import cleaned
from openkader.register.publishing.stored import publication_for_update
from openkader.register.shelf import shelf


def add_publication_file(publication: str, file: DocumentEntry, *, by: str, now: datetime) -> int:
    """Keep it as it came and as it may leave; its number. The same content a second time is that document.

    It is cleaned before the transaction: that takes a while, and others wait to write.
    """
    found = cleaned(file.content, file.name)
    digest, sha256 = shelf().put(file.content), shelf().put(found.content)
    with writing(by=by, now=now, act=Act.PREPARE_PUBLICATION) as hand:
        hand.keeps_lines = False
        row, _offer = publication_for_update(publication, hand.person)
        files = PublicationFile.objects.filter(publication=row)
        known = files.filter(digest=digest).first()
        if known is not None:
            return int(known.number)
        number = files.count() + 1
        if number > MOST_FILES:
            raise Refused(Refusal("publication.many-files", {"most": str(MOST_FILES)}))
        PublicationFile.objects.create(
            publication=row,
            number=number,
            name=kept_name(file.name, found.form),
            media_type=found.form,
            size=len(found.content),
            sha256=sha256,
            digest=digest,
            words=found.text.replace("\0", " "),
            at=now,
            by=by,
        )
        hand.log(
            "publication.file-added",
            "publication",
            row.reference,
            row.dossier,
            number=number,
            digest=digest,
            sha256=sha256,
        )
    return number
