"""Where the house may reach out to: what lies inside is not reached by an address that somebody else wrote."""

from ipaddress import ip_address

import pytest

from openkader.base.errors import Invalid
from openkader.base.outgoing import Endpoint, Outgoing, endpoint_at, endpoint_in, is_outside
from openkader.conf.security import Security

OUTSIDE, METADATA = "8.8.8.8", "169.254.169.254"


def why(
    outgoing: Outgoing, address: str, scheme: str = "https", host: str = "lists.example", port: int = 443
) -> str:
    refusal = outgoing.why_not(scheme, host, port, [ip_address(OUTSIDE), ip_address(address)])
    return refusal.code if refusal else ""


def set_to(**variables: str) -> Outgoing:
    return Security.read(variables).outgoing


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            METADATA,
            "100.64.0.1",
            "0.0.0.0",  # noqa: S104
            "224.0.0.1",
        ),
        *(
            "255.255.255.255",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "fec0::1",
            "2001:db8::1",
        ),
        *(
            "::ffff:10.0.0.1",
            "::10.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "2002:a00:1::",
            "2001:0:a00:1::",
        ),
    ],
)
def test_no_address_of_our_own_is_reached(address: str) -> None:
    assert not is_outside(ip_address(address))
    assert why(Outgoing(), address) == "outgoing.inner"


@pytest.mark.parametrize("address", [OUTSIDE, "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_the_internet_is_reached_over_a_closed_line_only(address: str) -> None:
    assert why(Outgoing(), address) == ""
    assert why(Outgoing(), address, "http") == "outgoing.open-line"


@pytest.mark.parametrize(
    ("inner", "is_let"),
    [
        ("10.0.0.1", True), ("10.0.0.0/8", True), ("10.0.0.9/8", True), ("lists.example", True),
        ("10.0.0.1:443", True), ("10.0.0.1:80", False), ("Lists.Example:443", True), ("other.example", False),
        ("10.0.0.2", False), ("::1", False), ("[::1]:443", False),
    ],
)  # fmt: skip
def test_what_the_setting_says_is_meant_may_lie_inside(inner: str, is_let: bool) -> None:
    found = Outgoing(inner=set_to(OPENKADER_INNER=inner).inner)
    refusal = found.why_not(
        "http", "lists.example", 443, [ip_address("10.0.0.1"), ip_address("::ffff:10.0.0.1")]
    )
    assert (refusal is None) is is_let


def test_an_inner_address_in_the_setting_itself_is_meant_and_a_name_is_not() -> None:
    for url in ("http://127.0.0.1:8001/yente", "http://localhost:8001"):
        found, host = set_to(SCREENING_URL=url), url.split("/")[2].split(":")[0]
        assert found.why_not("http", host, 8001, [ip_address("127.0.0.1")]) is None
        assert found.why_not("http", host, 8002, [ip_address("127.0.0.1")]) is not None
    named = set_to(OIDC_URL="https://login.example")
    assert why(named, METADATA, host="login.example") == "outgoing.inner"


def test_only_the_hosts_that_are_named_are_reached() -> None:
    found = set_to(
        OPENKADER_OUTGOING="Lists.example, .eu.example",
        OPENKADER_INNER="inner.example",
        SCREENING_URL="https://yente.example",
        OIDC_URL="https://[",
    )
    reached = ("lists.example", "a.b.eu.example", "eu.example", "inner.example", "yente.example")
    refused = ("a.lists.example", "neu.example", "lists.example.evil", "evil%2elists.example", "")
    assert [host for host in (*reached, *refused) if found.why_no_host("https", host)] == list(refused)
    assert Outgoing().why_no_host("https", "any.example") is None


@pytest.mark.parametrize("scheme", ["ftp", "file", "gopher", ""])
def test_only_the_web_is_reached(scheme: str) -> None:
    refusal = Outgoing().why_no_host(scheme, "lists.example")
    assert refusal is not None
    assert refusal.code == "outgoing.no-web"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("OPENKADER_OUTGOING", value) for value in ("https://a.example", "a b", ".", "a/b")),
        *(
            ("OPENKADER_INNER", value)
            for value in ("10.0.0.0/33", "a b", "u@a.example", "a:99999", "https://a")
        ),
    ],
)
def test_what_names_no_host_is_refused(name: str, value: str) -> None:
    with pytest.raises(Invalid) as caught:
        Security.read({name: value})
    assert [problem.code for problem in caught.value.problems] == ["settings.host"]


def test_an_endpoint_is_read_as_it_is_written() -> None:
    assert endpoint_in("::1") == Endpoint("::1")
    assert endpoint_in("[::1]:80") == Endpoint("::1", 80)
    assert endpoint_at("https", "a.example.", None) == Endpoint("a.example", 443)
    assert endpoint_at("http", None, 8000) == Endpoint("", 8000)
