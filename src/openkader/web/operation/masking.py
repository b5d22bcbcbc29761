"""What never stands in a log, whoever writes the line: what a request carried that opens something or was typed.

Our own lines hold none of it. Those of the libraries name addresses, and an error repeats what it fell over.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from traceback import format_exception_only, format_tb

from django.conf import settings
from django.http import HttpRequest

from openkader.web.operation.seen import NO_ROUTE, Seen

MASK = "[…]"
_SECRETS = ("SECRET_KEY", "SCREENING_API_KEY", "EMAIL_HOST_PASSWORD", "OPENKADER_METRICS_TOKEN")
_SHORTEST, _LONGEST, _DEEPEST = 4, 500, 5
# The server in front of us names an address in what it cannot read at all.
_ADDRESS = re.compile(r"""(?<=['"\s])/[^\s'"]*""")


def masked(words: str, seen: Seen | None) -> str:
    """A message without what opens something: of the house always, and of the request at hand."""
    return _without(words, [*_of_the_house(), *_keys(seen)])


def addressless(words: str) -> str:
    """A message of the web server itself, without any address."""
    return _ADDRESS.sub(f"/{MASK}", words)


def traced(error: BaseException, seen: Seen | None) -> str:
    """Where it went wrong, and in how few words; of what was typed nothing is repeated.

    A database repeats whole rows after its first line.
    """
    typed = [*_of_the_house(), *_keys(seen), *(_typed(seen.request) if seen else ())]
    blocks: list[str] = []
    one: BaseException | None = error
    while one is not None and len(blocks) < _DEEPEST:
        said = "".join(format_exception_only(one)).strip().split("\n")[0][:_LONGEST]
        blocks.append("".join(format_tb(one.__traceback__)) + _without(said, typed))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\nafter\n".join(reversed(blocks))


def _without(words: str, secrets: list[str]) -> str:
    for secret in sorted(set(secrets), key=len, reverse=True):
        for form in {secret, repr(secret)[1:-1]}:
            words = words.replace(form, MASK)
    return words


def _of_the_house() -> list[str]:
    """The secrets that the settings hold; a library that fails may repeat what it was given."""
    told = [settings.DATABASES["default"].get("PASSWORD"), settings.OIDC.secret]
    told += [*(getattr(settings, name) for name in _SECRETS), *settings.SECRET_KEY_FALLBACKS]
    told += [settings.BUCKET.keys.secret] if settings.BUCKET is not None else []
    told += [settings.CASE_SYSTEM.secret] if settings.CASE_SYSTEM is not None else []
    return [str(one) for one in told if one and len(str(one)) >= _SHORTEST]


def _keys(seen: Seen | None) -> list[str]:
    """What opens something: the token in an address, or all of one that leads nowhere; a header; a cookie."""
    if seen is None:
        return []
    request = seen.request
    match = request.resolver_match
    token = str((match.kwargs if match else {}).get("token", ""))
    found = [token, request.META.get("HTTP_X_CSRFTOKEN", ""), *request.COOKIES.values()]
    if token or seen.route == NO_ROUTE:
        found += [request.path, request.path_info]
    found += request.META.get("HTTP_AUTHORIZATION", "").split()[-1:]
    return [one for one in found if len(one) >= _SHORTEST]


def _typed(request: HttpRequest) -> Iterator[str]:
    """What stands in the address behind the question mark, and what was filled in as far as it was read."""
    fields = [request.GET, *(getattr(request, name, {}) for name in ("_post", "_files"))]
    with suppress(Exception):  # a log must not fail over what it keeps out
        for values in fields:
            for _, several in getattr(values, "lists", list)():
                for one in several:
                    value = one if isinstance(one, str) else str(getattr(one, "name", ""))
                    yield from (part for part in {value, value.strip()} if len(part) >= _SHORTEST)
