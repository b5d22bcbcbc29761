"""Whatever is sent in the place of a value is taken, or refused in words; it is never a bug."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openkader.casework.tokens import TokenScope
from tests.integration.program_house import LIST, PROBLEM, SENT, a_program, answer, hand_in, told
from tests.integration.register_house import NOW, a_request

pytestmark = pytest.mark.django_db
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
CALMLY = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def program() -> Any:
    return a_program(TokenScope.HAND_IN, TokenScope.WORK)


@pytest.mark.parametrize("body", [b"[" * 200_000, b'{"soort":' * 90_000, b"[" * 400_000 + b"]" * 400_000])
def test_what_is_nested_deeply_is_refused(program: Any, body: bytes) -> None:
    response = hand_in(program, body)
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)


@CALMLY
@given(name=st.sampled_from(sorted(SENT)) | st.text(), value=ANYTHING)
def test_anything_in_the_place_of_a_value_is_taken_in_or_refused(
    program: Any, name: str, value: object
) -> None:
    response = hand_in(program, {**SENT, name: value})
    assert response.status_code in (201, 400, 422)
    assert response.status_code == 201 or (response["Content-Type"], bool(told(response)["detail"])) == (
        PROBLEM,
        True,
    )


@CALMLY
@given(fact=st.sampled_from(["demand", "risk_areas", "competent_authority"]) | st.text(), value=ANYTHING)
def test_anything_in_the_place_of_an_answer_is_kept_or_refused(
    program: Any, fact: str, value: object
) -> None:
    if program.get(f"{LIST}/V-1/antwoorden").status_code == 404:
        a_request("V-1")
    mark = program.get(f"{LIST}/V-1/antwoorden")["ETag"]
    response = answer(program, "V-1", [{"vraag": fact, "waarde": value}], mark)
    assert response.status_code in (200, 400)
