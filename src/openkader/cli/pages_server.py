"""The web server as the house runs it: its own lines go where ours go, and it writes none of any address."""

from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.util import import_app

# Of an address, and the most that this server can take: what is too long for a page is refused by the page, in words.
LONGEST_LINE = 8190


class Log(Logger):
    """Lets our own handlers write what the server says; there is one line about a request, and it is ours."""

    def setup(self, cfg: Config) -> None:
        """Nothing of its own, which the settings of the house would not know."""
        self.error_log.propagate = True
        self.error_log.handlers = []
        self.access_log.disabled = True


class Pages(BaseApplication):
    """An application, with the options that were chosen."""

    def __init__(self, application: str, options: dict[str, Any]) -> None:
        self.application, self.chosen = application, options
        super().__init__()

    def load_config(self) -> None:
        """Hand the options over, those that say something."""
        for name, value in {"limit_request_line": LONGEST_LINE, **self.chosen}.items():
            if value is not None:
                self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        """What answers; it is named, since the settings stand above the commands."""
        found: Callable[..., Any] = import_app(self.application)
        return found


def say(ready: str) -> Callable[[object], None]:
    """What the server does once the door is open."""

    def said(_server: object) -> None:
        print(ready, flush=True)

    return said
