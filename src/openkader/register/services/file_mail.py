"""What came with a mail is kept with the dossier that it is about."""

from collections.abc import Sequence
from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework import rules
from openkader.casework.mail import MailOutcome
from openkader.casework.permissions import Act
from openkader.register.cases import is_taken_over
from openkader.register.documents import DocumentEntry, enter_documents, recognised
from openkader.register.hand import require, writing
from openkader.register.received import Handling, handle, mail_for_update


def file_mail(mail: str, documents: Sequence[DocumentEntry], *, by: str, now: datetime) -> list[str]:
    """Keep the mail and these of its documents with its dossier; the references of the documents."""
    found = recognised(documents)
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = mail_for_update(mail, hand)
        if row.request is None:
            raise NotFound("request", "")
        require(rules.may_work_on(is_taken_over=is_taken_over(row.request)))
        handle(row, Handling(mail=mail, becomes=MailOutcome.DOCUMENTS), hand)
        references = enter_documents(row.request, found, hand)
        hand.log("mail.filed", "mail", mail, row.request.reference, documents=len(references))
    return references
