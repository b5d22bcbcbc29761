"""The answer of a system of others, or in one word why there was none: what a page and a retry need to know."""

import http.client
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import cast

from openkader.base.errors import Unavailable
from openkader.casework.subscribing import Silence
from openkader.register.wire import opener


class Trouble(Exception):
    """The system cannot be used now: nothing is said of the case. `answer` is its status, or a `Silence`."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


@contextmanager
def answer_to(request: urllib.request.Request, seconds: float) -> Iterator[http.client.HTTPResponse]:
    """Ask once, where the settings allow, and hear it within so many seconds in all; else `Trouble`.

    A redirect is an answer like any other, and is not followed.
    """
    try:
        with closing(opener(time.monotonic() + seconds).open(request, timeout=seconds)) as answer:
            yield cast(http.client.HTTPResponse, answer)
    except Unavailable:
        raise Trouble(Silence.NOT_ALLOWED) from None
    except TimeoutError:
        raise Trouble(Silence.TOO_SLOW) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        is_slow = isinstance(getattr(error, "reason", None), TimeoutError)
        raise Trouble(Silence.TOO_SLOW if is_slow else Silence.UNREACHABLE) from None
