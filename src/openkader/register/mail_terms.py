"""How long mail is tried, and how long what could not be sent is held."""

from datetime import timedelta
from typing import Final

MOST_ATTEMPTS: Final = 12  # with growing pauses: a mail server may be out for eight hours
# Counted from when it was written. An administrator can mend what is wrong meanwhile, and send it all the same;
# what it says and to whom is kept no longer than that.
HELD: Final = timedelta(days=30)
