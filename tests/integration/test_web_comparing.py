"""Years beside each other, their rows, and the core and the shell, in the browser: nothing hidden, nothing told."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from openkader.casework.joining import Sameness
from openkader.casework.period import Period
from openkader.casework.vocabulary import Confidentiality, PartyKind, Role
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry, PartyJudgementEntry
from openkader.register.selectors.known_years import known_years
from openkader.web.year_choice import years_in
from tests.integration.register_house import HAND, TITLE, a_request, answered, decided, with_role
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
COMPARE, CORE = "/jaar/vergelijking/", "/jaar/kern-en-schil/"


def words(path: str, client: Client | None = None) -> str:
    """What stands on a page, without its marks."""
    text = client.get(path).content.decode() if client else page(path)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def a_party(name: str) -> str:
    reference = f"P-{name}"
    services.record_party(
        PartyEntry(reference=reference, kind=PartyKind.COMPANY, name=f"Bedacht {name}"), **HAND
    )
    return reference


def took_part(
    activity: str, *parties: str, year: int = 2024, request: str | None = None, unnamed: int = 0
) -> None:
    rows = [
        ParticipationEntry(reference=f"{activity}-{party}", role=Role.OWN_PARTY, party=party)
        for party in parties
    ]
    if unnamed:
        rows.append(
            ParticipationEntry(
                reference=f"{activity}-U", role=Role.OWN_PARTY, number=unnamed, description=TITLE
            )
        )
    services.record_activity(
        ActivityEntry(
            reference=activity,
            year=year,
            title=replace(TITLE, nl=f"Bedachte dag {activity}"),
            country="CN",
            programme="china",
            period=Period.year(year),
            participations=tuple(rows),
        ),
        **HAND,
    )
    if request is not None:  # put there past the rules, which ask for a decision
        mine = models.Request.objects.get(reference=request)
        models.Activity.objects.filter(reference=activity).update(request=mine)


def row(text: str, title: str) -> str:
    found = re.findall(r'<tr role="row".*?</tr>', re.sub(r"\s+", " ", text))
    return re.sub(r"<[^>]+>", " ", next(one for one in found if title in one))


def test_every_figure_leads_to_its_rows_and_has_a_table() -> None:
    text = page(COMPARE)
    assert 'href="/jaar/2024/evaluatie/parties_distinct/"' in text
    assert text.count('class="chart chart--years"') == text.count('class="multiple__table"') >= 19
    assert "18–37" in text


def test_a_year_without_register_says_so_and_is_no_nought() -> None:
    text = words(f"{COMPARE}?jaren=2023,2024")
    assert "Van 2023 weet het register niets" in text
    assert text.count("geen register") >= 19


@pytest.mark.parametrize("language", ["nl", "en"])
def test_years_of_which_none_is_known_are_an_empty_page(language: str) -> None:
    text = page(f"{COMPARE}?jaren=1990,1991", language)
    assert "1990, 1991" in text
    assert "chart--years" not in text
    assert "1990" in page(f"{CORE}?jaren=1990", language)


def test_words_that_are_no_years_are_told_and_a_year_twice_counts_once() -> None:
    text = words(f"{COMPARE}?jaren=abc,2024,2024,%3Cb%3E")
    assert "Dit is geen jaar en is weggelaten: abc, &lt;b&gt;." in text
    assert page(f"{COMPARE}?jaren=2024,2024").count('scope="row">2024<') == page(COMPARE).count(
        'scope="row">2024<'
    )
    assert len(years_in(",".join(["9" * 30] * 100), [2024]).wrong) == 1


def test_of_forty_years_the_newest_are_shown_and_the_others_named() -> None:
    text = words(f"{COMPARE}?jaren={','.join(map(str, range(1985, 2025)))}")
    assert "32 oudere jaren zijn weggelaten: 1985–2016" in text


def test_the_pages_ask_little_whatever_the_number_of_years(assessor: Assessor) -> None:
    client = colleague()
    first, second = a_party("een"), a_party("twee")
    paths = (COMPARE, CORE, "/jaar/2024/rijen/land/?country=CN", "/jaar/2024/rijen/gebied/?area=none")
    took_part("Y-0", first)
    little = {path: queries_of(path, client) for path in paths}
    for at in range(1, 9):
        decided(assessor, f"V-{at}")
        models.Request.objects.filter(reference=f"V-{at}").update(year=2030 + at)
        took_part(f"Y-{at}", first, second, year=2030 + at, request=f"V-{at}", unnamed=at)
    assert len(known_years()) == 9
    much = {path: queries_of(path, client) for path in paths}
    assert max(much.values()) <= MOST_QUERIES
    assert {path: much[path] - count for path, count in little.items() if much[path] > count + 1} == {}


def test_what_was_closed_on_an_unknown_ground_has_a_line() -> None:
    text = page(COMPARE)
    assert "grond onbekend" in row(text, "Uitkomst onbekend, misschien geweigerd of doorverwezen")
    assert "onbekend" in row(text, ">Weigeren<")


def test_each_number_of_a_table_leads_to_as_many_rows() -> None:
    text = page(COMPARE)
    links = re.findall(r'href="(/jaar/2024/rijen/[^"]+)">(?:ten minste )?(\w+)<', text)
    assert len(links) >= 8
    for url, number in links:
        rows = page(url.replace("&amp;", "&"))
        told = [int(one) for one in re.findall(r'class="cell--number" data-label="Staat voor">(\d+)<', rows)]
        assert rows.count('<th role="rowheader"') > 0, url
        if number.isdecimal():
            assert sum(told) == int(number), url


def test_a_choice_that_nothing_meets_and_a_table_that_is_none() -> None:
    assert "Geen rij die u mag zien" in page("/jaar/2024/rijen/land/?country=XX")
    assert Client().get("/jaar/2024/rijen/niets/").status_code == 404
    assert Client().get("/jaar/1999/rijen/land/").status_code == 404


def test_what_was_decided_after_screening_has_no_name_in_public(assessor: Assessor) -> None:
    decided(assessor)
    models.Request.objects.filter(reference="V-1").update(confidentiality=Confidentiality.PUBLIC)
    models.Decision.objects.create(
        reference="V-1-B9",
        year=2024,
        request=models.Request.objects.get(reference="V-1"),
        level="delegation",
        outcome="refuse",
        ground="sanctions",
        reconstructed=True,
        passage="Verzonnen.",
        recorded_at=HAND["now"],
        recorded_by="test",
    )
    path = "/jaar/2024/rijen/besluit/?outcome=refuse&level=delegation&ground=sanctions"
    public = page(path)
    assert "Alleen voor collega’s" in public
    assert "V-1" not in public
    assert "/dossiers/V-1/" in colleague().get(path).content.decode()


def test_areas_that_were_answered_here_are_not_told_in_public(assessor: Assessor) -> None:
    with_role("adviser")
    answered(assessor, a_request(), risk_areas=["robotics_autonomous"])
    models.Request.objects.filter(reference="V-1").update(confidentiality=Confidentiality.PUBLIC)
    took_part("X-1", request="V-1")
    known = colleague().get(COMPARE).content.decode()
    assert "area=robotics_autonomous" in known
    public = page(COMPARE)
    assert "robotics" not in public
    assert "area=withheld" in public
    assert "Bedachte dag X-1" not in page("/jaar/2024/rijen/gebied/?area=robotics_autonomous")


def test_of_2024_the_page_says_that_the_core_cannot_be_named() -> None:
    text = words(CORE)
    assert "Van 37 deelnames heeft het register geen naam" in text
    assert "18 tot en met 37 verschillende partijen" in text
    assert "De kern kan dus niet worden genoemd" in text
    assert "ten minste 10 deelnames" in text


def test_the_definition_can_be_chosen_and_is_said() -> None:
    first, second = a_party("een"), a_party("twee")
    took_part("Y-1", first, second)
    took_part("Y-2", first)
    assert "Kern" in row(page(CORE), "Bedacht een")
    assert "Schil" in row(page(CORE), "Bedacht twee")
    stricter = page(f"{CORE}?deelnames=2&jaren_minst=3")
    assert "Schil" in row(stricter, "Bedacht een")
    assert "in ten minste 3 jaren" in stricter


@pytest.mark.parametrize(
    "query", ["deelnames=0", "deelnames=x", "jaren_minst=-1", "deelnames=100", "vanaf=zzz"]
)
def test_a_number_that_is_none_is_told_and_the_usual_one_counts(query: str) -> None:
    text = words(f"{CORE}?{query}")
    assert "ten minste 2 activiteiten" in text
    assert ("Dit is geen getal van 1 tot en met 99" in text) is not query.startswith("vanaf")


def test_a_party_that_is_core_by_hidden_cases_is_counted_and_not_told() -> None:
    first = a_party("een")
    took_part("Y-1", first)
    services.record_request(replace(selected("V-9"), confidentiality=Confidentiality.SECRET), **HAND)
    took_part("Y-2", first, request="V-9")
    public = page(CORE)
    assert "1 partij hoort bij de kern door zaken die u niet kunt zien" in public
    assert "Y-2" not in public
    assert "Schil" in row(public, "Bedacht een")
    inside = colleague("baas", "decider").get(CORE).content.decode()
    assert "Kern" in row(inside, "Bedacht een")
    assert "die u niet kunt zien" not in inside


def selected(reference: str) -> Any:
    from openkader.register.entries import RequestEntry

    return RequestEntry(reference=reference, year=2024, title=TITLE)


def test_a_party_that_takes_part_only_in_what_is_hidden_has_no_line() -> None:
    first = a_party("een")
    services.record_request(replace(selected("V-9"), confidentiality=Confidentiality.SECRET), **HAND)
    took_part("Y-1", first, request="V-9")
    assert "Bedacht een" not in page(CORE)


def test_two_records_of_one_party_are_one(assessor: Assessor) -> None:
    first, second = a_party("een"), a_party("twee")
    took_part("Y-1", first)
    took_part("Y-2", second)
    entry = PartyJudgementEntry(
        leading=first, other=second, verdict=Sameness.SAME, reason="Dezelfde (verzonnen).", seen=0
    )
    services.judge_parties(entry, **HAND)
    text = page(CORE)
    assert "Kern" in row(text, "Bedacht een")
    assert "Bedacht twee" not in text


def test_who_dropped_out_and_what_was_only_planned_count_for_nothing() -> None:
    first = a_party("een")
    took_part("Y-1", first)
    models.Participation.objects.filter(party__reference=first).update(dropped_out=True)
    assert "Bedacht een" not in page(CORE)
    models.Participation.objects.filter(party__reference=first).update(dropped_out=False)
    models.Activity.objects.filter(reference="Y-1").update(standing="planned")
    assert "Bedacht een" not in page(CORE)


def test_a_thousand_parties_at_fifty_activities_stay_readable() -> None:
    """Put there past the services: the page has to bear it, whoever made it."""
    given = {"recorded_at": HAND["now"], "recorded_by": "test"}
    of_year = {**given, "year": 2024}
    activities = models.Activity.objects.bulk_create(
        models.Activity(
            reference=f"M-{at}", title_nl=f"Dag {at}", title_en=f"Day {at}", itemised=True, **of_year
        )
        for at in range(50)
    )
    parties = models.Party.objects.bulk_create(
        models.Party(
            reference=f"MP-{at:04}",
            kind="company",
            name=f"Bedacht {at}",
            **given,
        )
        for at in range(1000)
    )
    models.Participation.objects.bulk_create(
        models.Participation(
            reference=f"M-{a.pk}-{p.pk}", activity=a, party=p, role="own_party", dropped_out=False, **of_year
        )
        for at, p in enumerate(parties)
        for a in activities[: 50 if at < 5 else 1 + at % 3]
    )
    text = page(CORE)
    assert len(text) < 400_000
    assert "1000 partijen met naam" in text
    assert "een getal zegt hoe vaak in een jaar" in text
    (onward,) = re.findall(r'rel="next" href="([^"]+)"', text)
    assert "51. " in page(CORE + onward.replace("&amp;", "&"))
    assert "1. " in page(f"{CORE}?vanaf=99999")
    assert queries_of(CORE) <= MOST_QUERIES


def test_the_year_and_the_evaluation_lead_here() -> None:
    assert f'href="{COMPARE}"' in page("/jaar/2024/")
    assert f'href="{CORE}?jaren=2024"' in page("/jaar/2024/")
    assert f'href="{COMPARE}"' in page("/jaar/2024/evaluatie/")
