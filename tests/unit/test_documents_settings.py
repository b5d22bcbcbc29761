"""Where documents are kept is what the settings say, and half a bucket is never taken for the folder."""

import pytest

from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.conf.documents import Documents
from openkader.conf.security import Security

WHOLE = {
    "OPENKADER_S3_URL": "https://s3.example.org",
    "OPENKADER_S3_BUCKET": "kader",
    "OPENKADER_S3_KEY": "openkader",
    "OPENKADER_S3_SECRET": "geheim/+=",
}


def problems(**changes: str) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        Documents.read({**WHOLE, **{f"OPENKADER_S3_{name}": value for name, value in changes.items()}})
    return [(one.code, one.where) for one in caught.value.problems]


def test_without_a_setting_there_is_no_bucket() -> None:
    assert Documents.read({}).bucket is None
    assert Documents.read(dict.fromkeys(WHOLE, "")).bucket is None


def test_a_bucket_is_what_the_settings_say() -> None:
    said = {
        "OPENKADER_S3_PREFIX": "open/kader",
        "OPENKADER_S3_REGION": "eu-west-1",
        "OPENKADER_S3_STYLE": "host",
    }
    bucket = Documents.read({**WHOLE, **said}).bucket
    assert bucket is not None
    assert (bucket.url, bucket.name, bucket.prefix, bucket.by_host) == (
        "https://s3.example.org",
        "kader",
        "open/kader/",
        True,
    )
    assert (bucket.keys.key, bucket.keys.secret, bucket.keys.region) == (
        "openkader",
        "geheim/+=",
        "eu-west-1",
    )


def test_most_servers_need_no_more_than_four_settings() -> None:
    bucket = Documents.read(WHOLE).bucket
    assert bucket is not None
    assert (bucket.prefix, bucket.keys.region, bucket.by_host) == ("", "us-east-1", False)


@pytest.mark.parametrize("name", WHOLE)
def test_half_a_bucket_is_refused(name: str) -> None:
    code = {"URL": "s3-url", "BUCKET": "s3-word"}.get(name.removeprefix("OPENKADER_S3_"), "s3-key")
    assert problems(**{name.removeprefix("OPENKADER_S3_"): ""}) == [(f"settings.{code}", name)]


@pytest.mark.parametrize(
    "url",
    [
        "s3.example.org",
        "ftp://s3.example.org",
        "https://",
        "https://s3.example.org/path",
        "https://key:secret@s3.example.org",
        "https://s3.example.org?x",
        "https://s3 .example.org",
        "https://s3.example.org:99999",
        "https://[::1",
    ],
)
def test_an_address_is_that_of_a_server_and_no_more(url: str) -> None:
    assert problems(URL=url) == [("settings.s3-url", "OPENKADER_S3_URL")]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("BUCKET", "Kader"),
        ("BUCKET", "a"),
        ("BUCKET", "ka/der"),
        ("BUCKET", "kader\udce6"),
        ("PREFIX", "../elsewhere"),
        ("PREFIX", "a b"),
        ("REGION", "EU west"),
        ("STYLE", "virtual"),
    ],
)
def test_a_word_that_cannot_stand_there_is_said(name: str, word: str) -> None:
    assert problems(**{name: word}) == [("settings.s3-word", f"OPENKADER_S3_{name}")]


@pytest.mark.parametrize("name", ["KEY", "SECRET"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_repeated(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        Documents.read({**WHOLE, f"OPENKADER_S3_{name}": "geheim\nmet regel"})
    assert [one.code for one in caught.value.problems] == ["settings.s3-key"]
    for language in ("nl", "en"):
        assert "geheim\n" not in " ".join(sentences(caught.value, language))


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert len(problems(URL="", BUCKET="", KEY="", SECRET="", STYLE="x")) == 5


@pytest.mark.parametrize(("style", "host"), [("path", "s3.example.org"), ("host", "kader.s3.example.org")])
def test_the_server_of_the_bucket_may_be_reached_without_being_listed(style: str, host: str) -> None:
    outgoing = Security.read(
        {**WHOLE, "OPENKADER_S3_STYLE": style, "OPENKADER_OUTGOING": "lists.example.net"}
    ).outgoing
    assert outgoing.why_no_host("https", host) is None
    assert outgoing.why_no_host("https", "other.example.org") is not None
