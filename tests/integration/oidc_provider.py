"""A small OpenID provider on this computer, by OpenID Connect Core 1.0: codes, PKCE, tokens that are really signed."""

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from openkader.conf.signing_in import SigningIn

CLIENT, SECRET = "openkader", "a secret that both know, long enough"


def a_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """Who signs in there, what their token says, and what of it is forged."""

    def __init__(self, url: str) -> None:
        self.url, self.key, self.codes = url, a_key(), dict[str, dict[str, str]]()
        self.claims: dict[str, Any] = {"sub": "7f3a", "preferred_username": "c.dejong"}
        self.forged: dict[str, Any] = {}
        self.signed_by, self.algorithm, self.with_token = self.key, "RS256", True
        self.ends_at = f"{url}/end"
        self.typ: str | None = "JWT"
        self.kid, self.issuer, self.keys_url = "one", url, f"{url}/keys"

    def token(self, nonce: str) -> str:
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": nonce}
        said |= {**self.claims, **self.forged}
        return self.signed(said)

    def logout_token(self, **changes: Any) -> str:
        """That somebody signed out there (OpenID Connect Back-Channel Logout 1.0); None leaves a claim out."""
        now = int(time.time())
        said = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 120,
            "jti": secrets.token_urlsafe(8),
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
            "sub": self.claims["sub"],
            **changes,
        }
        return self.signed({name: value for name, value in said.items() if value is not None})

    def signed(self, said: dict[str, Any]) -> str:
        key: Any = self.signed_by
        if self.algorithm == "none":
            key = None
        elif self.algorithm == "HS256":
            key = SECRET
        return jwt.encode(said, key, algorithm=self.algorithm, headers={"kid": self.kid, "typ": self.typ})

    def configuration(self) -> dict[str, Any]:
        places = {"authorization": "authorize", "token": "token"}
        return {
            "issuer": self.issuer,
            "jwks_uri": self.keys_url,
            **({"end_session_endpoint": self.ends_at} if self.ends_at else {}),
            "userinfo_endpoint": f"{self.url}/nobody",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **{f"{name}_endpoint": f"{self.url}/{path}" for name, path in places.items()},
        }

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def allow(self, asked: dict[str, str]) -> str:
        """The way back, with a code that is good once and for whoever knows what was hashed."""
        assert asked["response_type"] == "code"
        assert "openid" in asked["scope"].split()
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def exchange(self, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self.codes.pop(given.get("code", ""), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_ours = (given.get("client_id"), given.get("client_secret")) == (CLIENT, SECRET)
        if asked is None or challenge != asked["code_challenge"] or not is_ours:
            return 400, {"error": "invalid_grant"}
        answer = {"access_token": "x", "token_type": "Bearer", "expires_in": 60}
        return 200, answer | ({"id_token": self.token(asked["nonce"])} if self.with_token else {})


class _Answers(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        if place.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(place.query).items()}
            self.send_response(302)
            self.send_header("Location", self.provider.allow(asked))
            self.end_headers()
            return
        pages = {
            "/.well-known/openid-configuration": self.provider.configuration,
            "/keys": self.provider.keys,
        }
        self._say(200, pages[place.path]())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._say(*self.provider.exchange({name: values[0] for name, values in parse_qs(body).items()}))

    def log_message(self, *_: Any) -> None:
        pass

    def _say(self, status: int, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def provider_on_this_computer() -> Iterator[Provider]:
    """The provider, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    found = Provider(f"http://127.0.0.1:{server.server_address[1]}")
    server.RequestHandlerClass = type("Answers", (_Answers,), {"provider": found})
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def configure(settings: Any, provider: Provider, **more: str) -> None:
    """Let people sign in there from now on."""
    variables = {"OIDC_URL": provider.url, "OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET, **more}
    settings.OIDC = SigningIn.read(variables)
    settings.SOCIALACCOUNT_PROVIDERS = settings.OIDC.providers()
