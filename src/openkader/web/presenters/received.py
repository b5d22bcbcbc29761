"""How a request came in, as a colleague reads it in the dossier."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.casework.intake import UNKNOWN, Channel
from openkader.casework.permissions import Act, Person
from openkader.kader import Kader
from openkader.register.selectors import IntakeRow
from openkader.web.presenters.names import Words
from openkader.web.shell import language

CHANNELS: Words = {
    Channel.FORM: gettext_lazy("the form"),
    Channel.MAIL: gettext_lazy("e-mail"),
    Channel.PHONE: gettext_lazy("telephone"),
    Channel.LETTER: gettext_lazy("letter"),
    Channel.MEETING: gettext_lazy("conversation"),
}


def shown_received(row: IntakeRow | None, kader: Kader, reader: Person) -> dict[str, object]:
    """Who asked, along which way, who took the initiative, and what was said, word for word."""
    if row is None or not reader.may(Act.READ_CASES):
        return {}
    contact = [words for words in (row.contact_name, row.contact_email, row.contact_phone) if words]
    about = [
        {"label": _("Came by"), "value": CHANNELS[Channel(row.channel)]},
        {"label": _("Received on"), "value": date_format(row.received_on, "j F Y")},
        {"label": _("Who took the initiative"), "value": _initiative(row.initiative, kader)},
        {"label": _("Contact person"), "points": contact} if contact else {"label": _("Contact person")},
    ]
    said = [{"label": one[language()], "points": one["text"].split("\n")} for one in row.said]
    return {"about": about, "said": said, "by": row.recorded_by}


def _initiative(code: str, kader: Kader) -> str | None:
    """In words; not known is shown as unknown."""
    fact = kader.facts.get("initiative")
    option = fact.option(code) if fact and code != UNKNOWN else None
    return option.text.in_(language()) if option else None
