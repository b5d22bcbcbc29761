"""A screening read aloud: complete in both languages, exact, and harmless whatever a list holds."""

import math
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.text import Text
from openkader.screening.evidence import Band, Compared, Evidence, Feature, Hit
from openkader.screening.explaining import (
    BANDS,
    COMPARED,
    FEATURES,
    NOT_SCREENED,
    REASONS,
    explain_hit,
    say_band,
    say_evidence,
    say_listing,
    say_meeting,
    say_questions,
    say_reach,
    say_weight,
    sources_of,
)
from openkader.screening.explaining.values import said_country, said_date, shown
from openkader.screening.explaining.words import QUESTIONS
from openkader.screening.names import Reason, Step
from tests.unit.screening_hits import HONG_KONG, UN, hit, screening

ISOLATES = {"\u2068", "\u2069"}


def dutch(texts: tuple[Text, ...]) -> list[str]:
    return [text.nl for text in texts]


def everything(found: Hit) -> Iterator[str]:
    explained = explain_hit(found, screening(found))
    for text in (*explained.meeting, *explained.evidence, *explained.listing, *explained.questions):
        yield from (text.nl, text.en)
    yield from (text.nl for text in say_reach(screening(found, band=Band.CLEAR)))


def test_every_word_of_a_screening_has_its_text() -> None:
    assert set(BANDS) == set(Band)
    assert set(REASONS) == set(Reason)
    assert set(FEATURES) == set(Feature)
    assert set(COMPARED) == set(QUESTIONS) == set(Compared)


def test_every_text_differs_between_the_languages_and_from_its_neighbours() -> None:
    for table in (REASONS, FEATURES, COMPARED, QUESTIONS):
        texts = list(table.values())
        assert len({text.nl for text in texts}) == len({text.en for text in texts}) == len(texts)
        assert all(text.nl != text.en for text in texts)


def test_the_chain_tells_each_step_with_its_reason() -> None:
    assert dutch(say_meeting(hit())) == [
        "Gevraagd: 何俊仁 → Ho Chun-yan: spelling van Hongkong.",
        "Op de lijst: HO Chun-yan, zoals het geschreven staat.",
    ]


def test_a_step_that_changes_nothing_is_not_told() -> None:
    found = hit(asked_steps=(Step(Reason.AS_WRITTEN, "何俊仁", "何俊仁"), HONG_KONG))
    assert len(say_meeting(found)) == 2


def test_what_speaks_for_comes_before_what_speaks_against() -> None:
    found = hit(
        evidence=(
            Evidence(Feature.OTHER_BIRTH_DATE, -3.5, "1971", "1962-05-01"),
            Evidence(Feature.SAME_COUNTRY, 0.4, "cn", "cn"),
            Evidence(Feature.COMMON_NAME, -1.2),
            Evidence(Feature.SAME_READING, 3.2, "何俊仁", "HO Chun-yan"),
        )
    )
    assert dutch(say_evidence(found)) == [
        f"{FEATURES[Feature.SAME_READING].nl}: gevraagd ‘何俊仁’, op de lijst ‘HO Chun-yan’ (sterk voor).",
        "Hetzelfde land: ‘China’ (een beetje voor).",
        "Veel mensen of organisaties heten zo (tegen).",
        "Een andere geboortedatum: gevraagd ‘1971’, op de lijst ‘1 mei 1962’ (sterk tegen).",
    ]


def test_without_evidence_the_reader_is_sent_to_the_source() -> None:
    assert "niet bij gezegd" in say_evidence(hit(evidence=()))[0].nl


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (3.0, "strongly for"),
        (2.99, "for"),
        (1.0, "for"),
        (0.01, "slightly for"),
        (0.0, "does not count"),
        (math.nan, "does not count"),
        (-0.99, "slightly against"),
        (-1.0, "against"),
        (-math.inf, "strongly against"),
    ],
)
def test_a_weight_is_said_in_words(weight: float, words: str) -> None:
    assert say_weight(weight).en == words


def test_only_what_the_list_gives_is_asked_for() -> None:
    assert dutch(say_questions(hit())) == ["Vraag de geboortedatum: de lijst noemt 1962."]


def test_characters_are_asked_for_as_the_list_writes_them() -> None:
    found = hit(missing=(Compared.CHARACTERS,), properties={"name": ("HO Chun-yan",), "alias": ("何俊仁",)})
    assert "de lijst noemt 何俊仁." in say_questions(found)[0].nl


def test_where_nothing_can_be_asked_it_is_said() -> None:
    assert "niets waarnaar" in say_questions(hit(properties={}))[0].nl


def test_countries_and_genders_are_asked_for_in_words() -> None:
    found = hit(
        missing=(Compared.COUNTRY, Compared.GENDER),
        properties={"nationality": ("cn", "hk"), "gender": ("male",)},
    )
    country, gender = say_questions(found)
    assert country.en.endswith(": the list gives China and Hong Kong SAR China.")
    assert gender.nl == "Ga het geslacht na: de lijst noemt man."


LISTED = {
    "name": ("HO Chun-yan",),
    "alias": tuple(f"alias {number}" for number in range(9)),
    "weakAlias": ("Uncle Ho",),
    "previousName": ("HE Junren",),
    "program": ("Resolution 0000 (invented)",),
    "programId": ("UN-XYZ",),
    "topics": ("sanction", "something.new"),
    "createdAt": ("2019-03",),
    "modifiedAt": ("2025-01-31T10:00:00",),
    "reason": ("For what the invented list says.",),
    "sourceUrl": ("https://example.org/list?a=1", "javascript:alert(1)"),
    "datasets": ("un", "eu"),
}


def test_the_listing_tells_the_list_its_date_ground_reason_and_names() -> None:
    assert dutch(say_listing(hit(properties=LISTED), screening())) == [
        "Lijst un, momentopname 2026-11-23-0f3a9c2d, gelezen op 23 november 2026, 5.123 vermeldingen.",
        "Vermelding: HO Chun-yan (un-1).",
        "Andere namen: alias 0, alias 1, alias 2, alias 3, alias 4, alias 5 en nog 3.",
        "Zwakke aliassen, volgens de lijst zelf: Uncle Ho.",
        "Vroegere namen: HE Junren.",
        "Juridische grondslag: Resolution 0000 (invented).",
        "Programma: UN-XYZ.",
        "Waarom: sanctie en something.new.",
        "Op de lijst sinds maart 2019.",
        "Gewijzigd op 31 januari 2025.",
        "Staat ook op: eu.",
        "De lijst zegt: ‘For what the invented list says.’",
    ]


def test_a_list_that_the_screening_does_not_name_has_no_date() -> None:
    assert say_listing(hit(list="eu"), screening())[0].nl == "Lijst eu."


def test_too_many_notes_are_counted() -> None:
    found = say_listing(hit(properties={"notes": ("a note",) * 10}), screening())
    assert found[-1].en == "The list says 2 more things."


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "https://", "https://x.org/\">", "https://x.org/a b",
     "https://x.org/\u202e", "https://" + "x" * 3000, "//x.org", "https://u:p@x.org/"],
)  # fmt: skip
def test_only_an_address_of_the_web_can_be_linked_to(address: str) -> None:
    assert sources_of(hit(properties={"sourceUrl": (address,)})) == ()
    assert sources_of(hit(properties=LISTED)) == ("https://example.org/list?a=1",)


def test_clear_says_what_was_compared_with_what_and_what_was_missing() -> None:
    assert dutch(say_reach(screening())) == [
        "Vergeleken: naam en land.",
        "Niet vergeleken, want niet bekend of niet bruikbaar: geboortedatum.",
        "Vergeleken met 1 lijst, samen 5.123 vermeldingen:",
        "Lijst un, momentopname 2026-11-23-0f3a9c2d, gelezen op 23 november 2026, 5.123 vermeldingen.",
    ]


def test_a_list_of_unknown_size_and_date_is_not_called_empty() -> None:
    unknown = type(UN)(id="eu", snapshot="v1", read_at="", entities=0)
    found = say_reach(screening(lists=(UN, unknown), missing=()))
    assert "2 lists, together at least 5,123 entries" in found[1].en
    assert found[-1].en == "List eu, snapshot v1, date unknown, size unknown."
    assert say_reach(screening(lists=(unknown,), missing=()))[1].en == "Compared with 1 list:"


def test_clear_names_what_came_nearest() -> None:
    found = say_reach(screening(hit(band=Band.CLEAR)))
    assert "‘HO Chun-yan’ van lijst un" in found[-1].nl


@pytest.mark.parametrize("changes", [{"lists": ()}, {"compared": ()}, {"compared": (Compared.COUNTRY,)}])
def test_a_screening_without_lists_or_names_is_not_clear(changes: dict[str, object]) -> None:
    assert say_band(screening(**changes)) is NOT_SCREENED


def test_what_was_not_done_is_said_in_so_many_words() -> None:
    assert say_band(None) is NOT_SCREENED
    assert dutch(say_reach(screening(compared=(), missing=(), lists=()))) == [
        "Er is niets vergeleken.",
        "Er is met geen enkele lijst vergeleken.",
    ]


def test_a_whole_screening_has_the_words_of_its_band() -> None:
    assert say_band(screening()) is BANDS[Band.CLEAR]
    assert explain_hit(hit(), screening(hit())).band is BANDS[Band.MATCH]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1962-05-01", "1 mei 1962"),
        ("1962-05", "mei 1962"),
        ("1962", "1962"),
        ("1962-13", "1962-13"),
        ("19620501", "19620501"),
        ("0000", "0000"),
        ("", "–"),
    ],
)
def test_a_date_is_as_exact_as_the_list_gives_it(value: str, words: str) -> None:
    assert said_date(value).nl == words


def test_an_unknown_country_stays_a_code() -> None:
    assert (said_country("nl").nl, said_country("suhh").nl) == ("Nederland", "suhh")


def test_a_name_from_right_to_left_keeps_the_sentence_in_order() -> None:
    assert shown("محمد \u202eabc") == "\u2068محمد abc\u2069"


def test_a_name_without_end_is_cut() -> None:
    assert shown("x" * 10_000) == "x" * 120 + "…"
    assert shown("\u200b" * 1000 + "x") == "…"


def test_an_empty_name_is_shown_as_a_dash() -> None:
    assert shown("\u202e\x00") == "–"


HOSTILE = st.text(max_size=700) | st.sampled_from(
    ["{0}", "{asked}", "\ud800", "\u202e" * 50, "<b>", "a" * 10_000]
)


@given(HOSTILE, st.sampled_from(list(Feature)), st.floats())
def test_whatever_stands_in_a_list_the_sentences_are_harmless(
    value: str, feature: Feature, weight: float
) -> None:
    properties = dict.fromkeys((*LISTED, "birthDate", "country", "gender", "notes"), (value,))
    found = hit(
        entity=value, list=value, caption=value, asked=value, listed=value,
        evidence=(Evidence(feature, weight, value, value[::-1]),),
        listed_steps=(Step(Reason.ARABIC, value, value),), missing=tuple(Compared), properties=properties,
    )  # fmt: skip
    for line in everything(found):
        assert line.isascii() or line.encode("utf-8")
        assert len(line) < 1200
        hidden = {letter for letter in line if unicodedata.category(letter) in ("Cc", "Cf", "Cs")}
        assert hidden <= ISOLATES
        assert line.count("\u2068") == line.count("\u2069")
