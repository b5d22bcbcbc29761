"""What is said of a link that was made for somebody outside."""

from django.utils.translation import gettext as _

from openkader.publication.links import Invitation


def told_link(sent: Invitation) -> str:
    """Whether it goes by mail, or has to be sent by whoever asked; it is shown only now."""
    if sent.mail:
        return _("The question goes by mail to %(email)s. This link leads to it as well: %(link)s") % {
            "email": sent.mail.to,
            "link": sent.address,
        }
    return _("The question is recorded. Send this link yourself; it is shown only now: %(link)s") % {
        "link": sent.address
    }
