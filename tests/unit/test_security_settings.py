"""How an installation is kept safe by its settings."""

import pytest

from openkader.base.errors import Invalid
from openkader.conf.security import Security


@pytest.mark.parametrize(
    ("said", "contacts"),
    [
        ("", ()),
        ("a@example.org,", ("mailto:a@example.org",)),
        ("mailto:a@example.org", ("mailto:a@example.org",)),
        (
            "https://example.org/x?y=1, tel:+31-70-1234567",
            ("https://example.org/x?y=1", "tel:+31-70-1234567"),
        ),
    ],
)
def test_a_weakness_is_told_where_the_setting_says(said: str, contacts: tuple[str, ...]) -> None:
    assert Security.read({"OPENKADER_SECURITY_CONTACT": said}).contacts == contacts


@pytest.mark.parametrize(
    "said",
    [
        *(
            "somebody",
            "@example.org",
            "a@b@example.org",
            "a@example",
            "http://example.org",
            "https://",
            "tel:x",
        ),
        *("https://[", "https://u:p@example.org", "a@example.org\nPolicy: x", "javascript:a@example.org"),
    ],
)
def test_what_is_no_way_to_reach_anybody_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as caught:
        Security.read({"OPENKADER_SECURITY_CONTACT": f"good@example.org, {said}"})
    assert [problem.code for problem in caught.value.problems] == ["settings.security-contact"]


@pytest.mark.parametrize("said", ["example.org/cvd", "http://example.org", "https://example.org/ x"])
def test_a_policy_that_is_no_page_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as caught:
        Security.read({"OPENKADER_SECURITY_POLICY": said})
    assert [problem.code for problem in caught.value.problems] == ["settings.security-policy"]
