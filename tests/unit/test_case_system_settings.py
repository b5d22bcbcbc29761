"""Where the case system is, is what the settings say; a part of it is never taken for none."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jwt
import pytest

from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.conf.case_system import CaseSystemSettings
from openkader.conf.security import Security
from openkader.register.case_system.calling import complaints
from openkader.register.case_system.connection import Api, CaseSystem

BASE = "https://zaken.example.nl"
WHOLE = {
    **{f"OPENKADER_ZGW_{api.name}": f"{BASE}/{api}/api/v1/" for api in Api},
    "OPENKADER_ZGW_CLIENT": "openkader",
    "OPENKADER_ZGW_SECRET": "een-geheim-van-tweeendertig-tekens",
    "OPENKADER_ZGW_MAPPING": "zgw.yaml",
}


def system(**changes: str) -> CaseSystem:
    found = CaseSystemSettings.read(
        {**WHOLE, **{f"OPENKADER_ZGW_{name}": it for name, it in changes.items()}}
    )
    assert found.system is not None
    return found.system


def test_without_a_setting_there_is_no_case_system() -> None:
    assert CaseSystemSettings.read({}).system is None
    assert CaseSystemSettings.read(dict.fromkeys(WHOLE, " ")).system is None


def test_a_case_system_is_what_the_settings_say() -> None:
    found = system()
    assert found.addresses[Api.ZAKEN] == f"{BASE}/zaken/api/v1"
    assert found.mapping == Path("zgw.yaml")
    assert "geheim" not in repr(found)


@pytest.mark.parametrize("name", [name.removeprefix("OPENKADER_ZGW_") for name in WHOLE])
def test_a_part_that_is_missing_is_named(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        system(**{name: ""})
    assert f"OPENKADER_ZGW_{name}" in sentences(caught.value, "nl")[0]


@pytest.mark.parametrize(
    "address",
    [
        "ftp://x",
        "https://",
        "https://u:p@x/api",
        "https://x/api?a=1",
        "https://x/#a",
        "http://x:y",
        "https://é.nl",
        "a b",
    ],
)
def test_an_address_holds_no_password_and_no_question(address: str) -> None:
    with pytest.raises(Invalid):
        system(ZAKEN=address)


def test_an_address_that_says_itself_that_it_lies_inside_needs_no_second_setting() -> None:
    named = Security.read({**WHOLE, "OPENKADER_ZGW_ZAKEN": "http://10.0.0.5:8000/api/v1"}).outgoing.named
    assert any(one.host == "10.0.0.5" and one.leads_inside for one in named)


def test_a_request_says_who_we_are_as_the_standard_asks() -> None:
    said = system().authorization(datetime(2030, 5, 1, tzinfo=UTC))
    kind, _, token = said.partition(" ")
    more: Any = {"algorithms": ["HS256"], "options": {"verify_iat": False}}
    claims = jwt.decode(token, WHOLE["OPENKADER_ZGW_SECRET"], **more)
    assert kind == "Bearer"
    assert claims == {
        "iss": "openkader",
        "client_id": "openkader",
        "iat": 1903824000,
        "user_id": "openkader",
        "user_representation": "Open Kader",
    }


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            b'{"invalidParams": [{"name": "zaaktype", "code": "not-published", "reason": "V-1"}]}',
            "zaaktype (not-published)",
        ),
        (b'{"invalidParams": [1, {"name": "a<b>", "code": null}]}', "ab ()"),
        (b'{"code": "permission_denied"}', "permission_denied"),
        (b'{"invalidParams": []}', ""),
        (b"[]", ""),
        (b"<html>", ""),
        (b"[" * 100_000, ""),
    ],
    ids=range(7),
)
def test_of_a_refusal_only_fields_and_codes_are_repeated(said: bytes, words: str) -> None:
    assert complaints(said) == words
