"""Addresses of servers, as settings give them: what can be one, and to which a secret can be told."""

from urllib.parse import urlsplit

_HERE = ("localhost", "127.0.0.1", "::1")


def is_web_address(url: str, *, barred: str = " @?#", only_safe: bool = False) -> bool:
    """Whether a server can be asked at this address, without any of the barred signs in it.

    A password in it would come along in every message about it. `only_safe`: over TLS, or on this machine.
    """
    try:
        parts = urlsplit(url)
        is_address = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    is_web = is_safe if only_safe else parts.scheme in ("https", "http")
    return is_address and is_web and url.isascii() and url.isprintable() and not set(barred) & set(url)
