"""The sentences about mail that came in, and about mail of ours that did not arrive."""

from openkader.base.text import Text

MAIL: dict[str, Text] = {
    "mail.handled": Text(
        nl="Met deze e-mail is intussen al iets gedaan. Ververs de pagina om te zien wat.",
        en="Something was done with this mail meanwhile. Refresh the page to see what.",
    ),
    "mail.no-reason": Text(nl="Vul in waarom u deze e-mail weglegt.", en="Say why you set this mail aside."),
    "mail.not-kept": Text(
        nl="Deze e-mail is zelf niet bewaard: zij is geweigerd of er zit een virus in. U kunt haar alleen wegleggen.",
        en="This mail itself was not kept: it was refused or is infected. You can only set it aside.",
    ),
    "mail.away": Text(
        nl="De postbus is nu niet te bereiken ({reason}). Controleer de instellingen OPENKADER_IMAP_…",
        en="The mailbox cannot be reached now ({reason}). Check the settings OPENKADER_IMAP_…",
    ),
    "mail.no-token": Text(
        nl="Voor de postbus komt nu geen toegangstoken ({answer}). Controleer OPENKADER_IMAP_TOKEN_URL, "
        "OPENKADER_IMAP_CLIENT, OPENKADER_IMAP_SCOPE en het geheim in OPENKADER_IMAP_PASSWORD_FILE.",
        en="No access token comes for the mailbox now ({answer}). Check OPENKADER_IMAP_TOKEN_URL, "
        "OPENKADER_IMAP_CLIENT, OPENKADER_IMAP_SCOPE and the secret in OPENKADER_IMAP_PASSWORD_FILE.",
    ),
    "settings.imap": Text(
        nl="Bij een postbus horen OPENKADER_IMAP_HOST, OPENKADER_IMAP_USER en OPENKADER_IMAP_PASSWORD_FILE; het een "
        "kan niet zonder het ander.",
        en="A mailbox takes OPENKADER_IMAP_HOST, OPENKADER_IMAP_USER and OPENKADER_IMAP_PASSWORD_FILE; none goes "
        "without the others.",
    ),
    "settings.imap-tokens": Text(
        nl="Een postbus met toegangstokens heeft OPENKADER_IMAP_TOKEN_URL (een adres met https) en "
        "OPENKADER_IMAP_CLIENT nodig.",
        en="A mailbox with access tokens takes OPENKADER_IMAP_TOKEN_URL (an address with https) and "
        "OPENKADER_IMAP_CLIENT.",
    ),
    "settings.imap-folder": Text(
        nl="Kies voor OPENKADER_IMAP_DONE een andere map dan voor OPENKADER_IMAP_FOLDER, zonder aanhalingstekens.",
        en="Choose another folder for OPENKADER_IMAP_DONE than for OPENKADER_IMAP_FOLDER, without quotation marks.",
    ),
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
