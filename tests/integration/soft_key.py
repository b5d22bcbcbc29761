"""A passkey in software, by WebAuthn: it signs what it is asked, and says truly or not whether it asked for a PIN."""

import hashlib
import json
import re
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.models import User
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

ID = b"a key of a test."
SITE = "testserver"
RP = hashlib.sha256(SITE.encode()).digest()
FLAG = AuthenticatorData.FLAG


class SoftKey:
    """The key, registered with an account."""

    def __init__(self, name: str) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        public = ES256.from_cryptography_key(self.private.public_key())
        known = AttestedCredentialData.create(bytes(16), ID, public)
        said = AuthenticatorData.create(RP, FLAG.UP | FLAG.AT, 0, known)
        client = CollectedClientData.create("webauthn.create", b"x" * 32, f"https://{SITE}")
        Authenticator.objects.create(
            user=User.objects.get(username=name),
            type=Authenticator.Type.WEBAUTHN,
            data={
                "name": "Sleutel",
                "credential": self._response(
                    clientDataJSON=client, attestationObject=AttestationObject.create("none", said, {})
                ),
            },
        )

    def answer(self, page: Any, flags: FLAG) -> str:
        """What a browser hands in for the question that stands in a page."""
        found = re.search(r'<script id="js_data"[^>]*>(.*?)</script>', page.content.decode(), re.DOTALL)
        assert found
        asked = json.loads(found[1])["request_options"]["publicKey"]["challenge"]
        client = CollectedClientData.create("webauthn.get", asked, f"https://{SITE}")
        said = AuthenticatorData.create(RP, flags, 1)
        signature = self.private.sign(said + client.hash, ec.ECDSA(hashes.SHA256()))
        response = self._response(clientDataJSON=client, authenticatorData=said, signature=signature)
        return json.dumps(response)

    @staticmethod
    def _response(**parts: bytes) -> dict[str, Any]:
        return {
            "id": websafe_encode(ID),
            "rawId": websafe_encode(ID),
            "type": "public-key",
            "response": {name: websafe_encode(part) for name, part in parts.items()},
            "clientExtensionResults": {},
        }


def shown_again(client: Client, key: SoftKey, flags: FLAG, next_page: str) -> Any:
    """The page that asks for the passkey, answered."""
    place = "/account/tweede-stap/webauthn/reauthenticate/"
    handed_in = key.answer(client.get(place), flags)
    return client.post(place, {"credential": handed_in, "next": next_page})
