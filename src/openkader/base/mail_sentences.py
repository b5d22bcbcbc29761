"""The sentences about mail that came in, and about mail of ours that did not arrive."""

from openkader.base.text import Text

MAIL: dict[str, Text] = {
    "mail.too-large": Text(
        nl="Deze e-mail is groter dan {limit} en is niet binnengehaald. U vindt haar nog in de postbus.",
        en="This mail is larger than {limit} and was not taken in. It is still in the mailbox.",
    ),
    "mail.too-many": Text(
        nl="Bij deze e-mail zitten meer dan {number} bijlagen. Zij is niet binnengehaald; u vindt haar nog in de "
        "postbus.",
        en="This mail has more than {number} attachments. It was not taken in, and is still in the mailbox.",
    ),
    "mail.too-deep": Text(
        nl="In deze e-mail zitten te veel e-mails in elkaar. Zij is niet binnengehaald; zij ligt nog in de postbus.",
        en="This mail has too many mails within mails. It was not taken in, and is still in the mailbox.",
    ),
    "mail.unreadable": Text(
        nl="Deze e-mail is niet te lezen, en is niet binnengehaald. U vindt haar nog in de postbus.",
        en="This mail cannot be read, and was not taken in. It is still in the mailbox.",
    ),
}
