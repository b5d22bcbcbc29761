"""What is wrong with a password: easily guessed, a word of the house, or leaked elsewhere."""

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from openkader.base.errors import Invalid, Problem
from openkader.base.password_words import heart_of, words_in
from openkader.register.kaders import assessor_of
from openkader.register.models import TeamMember
from openkader.register.selectors import newest_year

PRODUCT = "Open Kader"


def check_password(password: str, account: User) -> None:
    """Refuse one that somebody else could find, with everything that is wrong with it."""
    problems, name = [], account.get_username()
    try:
        validate_password(password, account)
    except ValidationError as error:
        problems.append(Problem("account.weak-password", name, {"reason": " ".join(error.messages)}))
    word = heart_of(password, words_of_house())
    if word:
        problems.append(Problem("account.password-of-house", name, {"word": word}))
    if is_leaked(password):
        problems.append(Problem("account.leaked-password", name))
    if problems:
        raise Invalid(problems)


def is_leaked(password: str) -> bool:
    """Whether it stands in the list of this installation; without a list nobody is asked."""
    leaked = settings.LEAKED_PASSWORDS
    return leaked is not None and leaked.holds(password)


def words_of_house() -> frozenset[str]:
    """The product, the organisation and its addresses, its teams, and what was set beside them."""
    organisations = {settings.OPENKADER_ORGANISATION}
    newest = newest_year()
    if newest is not None:
        kader = assessor_of(newest.kader).kader
        organisations |= {kader.id.partition("/")[0], kader.organisation.nl, kader.organisation.en}
    hosts = {part for host in settings.ALLOWED_HOSTS for part in host.split(".")}
    teams = TeamMember.objects.values_list("team", flat=True).distinct()
    return words_in([PRODUCT, *organisations, *hosts, *teams, *settings.OPENKADER_PASSWORD_WORDS])
