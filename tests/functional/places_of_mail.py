"""The inbox of mail that came in, and one mail of it."""

from tests.functional.filled_mail import WAITS
from tests.functional.place import Place, act
from tests.functional.places import ADVISER

MAIL = {
    "mails": (Place(ADVISER, "/postvak/"),),
    "mail": (Place(ADVISER, WAITS), Place(ADVISER, WAITS, act("set_aside"))),
}
MAIL_FILES = {"mail_as_it_came": Place(ADVISER, f"{WAITS}origineel/")}
