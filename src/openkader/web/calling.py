"""Asking the organisation's provider, by the library that does so; each call goes where the settings allow."""

from typing import Any

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as NotReached

from openkader.base.errors import Unavailable
from openkader.register.dialling import judge
from openkader.register.pools import POOLS


class _Judged(HTTPAdapter):
    """Sends what was judged; to the library a refusal is a provider that is away."""

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Connections of ours."""
        super().init_poolmanager(*args, **more)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def send(self, request: PreparedRequest, *args: Any, **more: Any) -> Response:
        """One request, and not the one that a redirect leads to: that comes by here again."""
        try:
            judge(str(request.url))
            return super().send(request, *args, **more)
        except Unavailable as error:
            raise NotReached(error.code, request=request) from error


def kept_in(session: Session) -> Session:
    """A session that goes nowhere else."""
    for scheme in ("https://", "http://"):
        session.mount(scheme, _Judged())
    return session
