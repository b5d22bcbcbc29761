"""The settings of signing in, as environment variables give them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from openkader.base.errors import Invalid, Problem
from openkader.casework.vocabulary import AccountRole
from openkader.conf.front_door import Numbers
from openkader.conf.passwords import Passwords
from openkader.conf.web_addresses import is_web_address

# What the one provider of an installation is called in addresses.
PROVIDER = "organisatie"
_MOST_MINUTES = 600  # as long as a session lasts
_CLAIM = re.compile(r"[A-Za-z0-9_.:/-]{1,200}")
_SCOPE = re.compile(r"[!#-\[\]-~]{1,200}")  # RFC 6749, appendix A.4


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningIn:
    """How colleagues sign in: with a second step or not, and through which provider; without `url` through none."""

    passwords: Passwords
    two_steps: bool
    confirm_minutes: int
    idle_minutes: int
    sessions: int
    url: str
    client_id: str
    secret: str = field(repr=False)
    name: str
    scopes: tuple[str, ...]
    name_claim: str
    role_claim: str
    roles: Mapping[str, AccountRole]
    acr: tuple[str, ...]
    amr: tuple[str, ...]

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "SigningIn":
        """What the variables say; all that is wrong with them at once."""
        problems: list[Problem] = []
        numbers = Numbers(variables, problems)
        found = cls(
            passwords=Passwords.read(variables, problems),
            two_steps=variables.get("OPENKADER_TWO_STEPS", "").lower() in ("1", "true", "on", "yes"),
            confirm_minutes=numbers.read("OPENKADER_CONFIRM_MINUTES", 15, (0, _MOST_MINUTES)),
            idle_minutes=numbers.read("OPENKADER_IDLE_MINUTES", 60, (1, _MOST_MINUTES)),
            sessions=numbers.read("OPENKADER_SESSIONS", 10, (1, 100)),
            url=_url(variables.get("OIDC_URL", "").rstrip("/"), problems),
            client_id=variables.get("OIDC_CLIENT_ID", ""),
            secret=variables.get("OIDC_CLIENT_SECRET", ""),
            name=variables.get("OIDC_NAME") or "OpenID Connect",
            scopes=_scopes(variables.get("OIDC_SCOPES") or "openid profile email", problems),
            name_claim=_claim(variables.get("OIDC_NAME_CLAIM") or "preferred_username", problems),
            role_claim=_claim(variables.get("OIDC_ROLE_CLAIM") or "roles", problems),
            roles=_roles(variables.get("OIDC_ROLES", ""), problems),
            acr=_strength("OIDC_ACR", variables, problems),
            amr=_strength("OIDC_AMR", variables, problems),
        )
        if found.url and not (found.client_id and found.secret):
            problems.append(Problem("settings.oidc-incomplete", "OIDC_CLIENT_ID"))
        if problems:
            raise Invalid(problems)
        return found

    def providers(self) -> dict[str, object]:
        """The same in the words of the library; who somebody is, is read from the signed token only."""
        app = {
            "provider_id": PROVIDER,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {
                "server_url": self.url,
                "fetch_userinfo": False,
                "oauth_pkce_enabled": True,
                "scope": list(self.scopes),
            },
        }
        return {"openid_connect": {"APPS": [app] if self.url else []}}

    @property
    def provider(self) -> str:
        """What it is called in addresses, and in the trail."""
        return PROVIDER

    @property
    def origin(self) -> str:
        """The site of the provider, to which a form of ours may lead."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}" if self.url else ""


def _url(text: str, problems: list[Problem]) -> str:
    """The address of the provider: over the network always encrypted, for it says who somebody is."""
    if text and not is_web_address(text, barred="@?# ;,'\"", only_safe=True):
        problems.append(Problem("settings.oidc-url", "OIDC_URL"))
    return text


def _scopes(line: str, problems: list[Problem]) -> tuple[str, ...]:
    """What the provider is asked to say of somebody; without ``openid`` it says nothing that is signed."""
    words = tuple(dict.fromkeys(line.split()))
    if "openid" not in words or not all(_SCOPE.fullmatch(word) for word in words):
        problems.append(Problem("settings.oidc-scopes", "OIDC_SCOPES", {"value": line[:80]}))
    return words


def _strength(name: str, variables: Mapping[str, str], problems: list[Problem]) -> tuple[str, ...]:
    """The words of which the provider has to say one, of the level or the way by which it recognised somebody."""
    line = variables.get(name, "")
    words = tuple(dict.fromkeys(line.split()))
    if not all(_SCOPE.fullmatch(word) for word in words):
        problems.append(Problem("settings.oidc-strength", name, {"value": line[:80]}))
    return words


def _claim(word: str, problems: list[Problem]) -> str:
    if not _CLAIM.fullmatch(word):
        problems.append(Problem("settings.oidc-claim", "OIDC_NAME_CLAIM", {"value": word[:80]}))
    return word


def _roles(line: str, problems: list[Problem]) -> Mapping[str, AccountRole]:
    """Which word of the provider stands for which role: ``Group A=adviser;Group B=decider``."""
    found: dict[str, AccountRole] = {}
    for pair in filter(None, (one.strip() for one in line.split(";"))):
        word, _, role = (part.strip() for part in pair.rpartition("="))
        if not word or role not in list(AccountRole):
            problems.append(Problem("settings.oidc-roles", "OIDC_ROLES", {"value": pair[:80]}))
            continue
        found[word] = AccountRole(role)
    return found
