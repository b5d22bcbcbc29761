"""How an installation is kept safe by its settings."""

import pytest

from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.conf.security import Security
from openkader.register.virus_scanner import Clamd


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


@pytest.mark.parametrize(
    ("said", "clamd"),
    [
        ("", None),
        ("unix:/run/clamav/clamd.ctl", Clamd(path="/run/clamav/clamd.ctl")),
        ("tcp:clamd.intern:3310", Clamd(host="clamd.intern", port=3310)),
        ("tcp:[::1]:3310", Clamd(host="::1", port=3310)),
    ],
)
def test_a_virus_scanner_is_where_the_setting_says(said: str, clamd: Clamd | None) -> None:
    assert Security.read({"OPENKADER_CLAMD": said}).clamd == clamd


@pytest.mark.parametrize(
    "said", ["on", "unix:run/x", "tcp:host", "tcp::3310", "tcp:10.0.0.0/8", "http://x:3310"]
)
def test_a_scanner_that_cannot_be_found_does_not_mean_that_there_is_none(said: str) -> None:
    with pytest.raises(Invalid) as caught:
        Security.read({"OPENKADER_CLAMD": said})
    assert [problem.code for problem in caught.value.problems] == ["settings.clamd"]


@pytest.mark.parametrize("name", ["SECURITY_CONTACT", "SECURITY_POLICY", "OUTGOING", "INNER", "CLAMD"])
def test_bytes_that_are_no_letters_are_refused_in_a_sentence_that_can_be_said(name: str) -> None:
    """As the environment hands them over; found by `benchmarks.fuzz`."""
    with pytest.raises(Invalid) as caught:
        Security.read({f"OPENKADER_{name}": "o\udce6\x1d/"})
    for language in ("nl", "en"):
        assert all(line.encode("utf-8") for line in sentences(caught.value, language))
