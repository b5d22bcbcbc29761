"""So many made-up dossiers of one year: requests, decisions, activities, who took part, measures and topics.

They are written straight into the tables: what is measured is how they are counted, not how they came in.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from openkader.register import models  # noqa: E402

YEAR, KADER = 2025, "zuid-holland/2024-01-01"
KINDS = ("incoming_delegation", "outgoing_mission", "embassy_talk", "event", "exchange")
COUNTRIES = ("CN", "CN", "CN", "KR", "JP", "US", "BE")
MEASURES = ("E1.risk_list", "E2.experts", "E5.raised", "M2.analysis", "M3.self_scan", "M4.public_account")
TOPICS = ("responsible_business", "intellectual_property", "level_playing_field", "chain_transparency")
LEVELS = ("public", "limited_public", "internal", "internal", "internal", "confidential")
BATCH = 5_000
Made = Callable[[int, Random], Iterator[Any]]


def main(size: int) -> None:
    """Fill the database of this environment."""
    with transaction.atomic():
        Filling(size).run()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class Filling:
    """Everything of one year, the same every time; keys follow the number of the dossier."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.by = {"recorded_at": timezone.now(), "recorded_by": "cli:benchmark"}
        self.record = {**self.by, "year": YEAR}

    def run(self) -> None:
        """Each table after those that it points at."""
        self._source()
        for number, made in enumerate(self._tables()):
            self._write(made, Random(number))

    def _tables(self) -> tuple[Made, ...]:
        return (
            *(self._parties, self._requests, self._answers, self._decisions, self._activities),
            *(self._participations, self._measures, self._evidence, self._topics, self._agreements),
            self._talks,
        )

    def _write(self, made: Made, dice: Random) -> None:
        rows = (row for one in range(1, self.size + 1) for row in made(one, dice))
        for some in _batches(rows):
            type(some[0]).objects.bulk_create(some)

    def _source(self) -> None:
        said = {"title_nl": "Bedacht jaar", "title_en": "Made-up year", "organisation_nl": "Bedacht"}
        models.RegisterSource.objects.create(
            reference="MADE-UP",
            organisation_en="Made up",
            year=YEAR,
            kader=KADER,
            fictional=True,
            file_name="-",
            digest="0" * 64,
            records=self.size,
            **said,
            **self.by,
        )

    def _parties(self, one: int, _: Random) -> Iterator[models.Party]:
        yield models.Party(
            pk=one, reference=f"P-{one}", kind="company", name=f"Bedacht bedrijf {one} BV", **self.by
        )

    def _requests(self, one: int, dice: Random) -> Iterator[models.Request]:
        day = date(YEAR, 1, 1) + timedelta(days=dice.randrange(365))
        yield models.Request(
            pk=one,
            reference=f"VERZOEK-{one}",
            title_nl=f"Bedacht verzoek {one} over glastuinbouw",
            title_en=f"Made-up request {one} on greenhouse horticulture",
            initiative=dice.choice(("own_party", "foreign_party", None)),
            confidentiality=dice.choice(LEVELS),
            starts_on=day,
            ends_on=day,
            precision="day",
            **_related(one),
            **self.record,
        )

    def _answers(self, one: int, _: Random) -> Iterator[models.Answer]:
        if one % 4 == 0:  # the public may not see what was decided here
            yield models.Answer(request_id=one, fact="office_holder", value=True, **self.by)

    def _decisions(self, one: int, dice: Random) -> Iterator[models.Decision]:
        for level in ("request", *(("delegation",) if one % 5 == 0 else ()), *_organisations(one)):
            refused = one % 20 == 0
            yield models.Decision(
                reference=f"BESLUIT-{one}-{level}",
                request_id=one,
                level=level,
                outcome="refuse" if refused else dice.choice(("take_up", "take_up_with_conditions", "refer")),
                ground="risk_sector" if refused else None,
                reconstructed=True,
                passage="Bedacht.",
                **self.record,
            )

    def _activities(self, one: int, dice: Random) -> Iterator[models.Activity]:
        if not _took_place(one):
            return
        yield models.Activity(
            pk=one,
            reference=f"ACTIVITEIT-{one}",
            request_id=one,
            title_nl=f"Bedachte activiteit {one}",
            title_en=f"Made-up activity {one}",
            office_holder=dice.choice((True, False, None)),
            foreign_delegation=dice.choice((True, False, None)),
            standing="planned" if one % 50 == 0 else "held",
            itemised=one % 7 != 0,
            **_related(one),
            **self.record,
        )

    def _participations(self, one: int, dice: Random) -> Iterator[models.Participation]:
        mine = {"dropped_out": False, **self.record}
        yield models.Participation(
            reference=f"D-{one}-0", request_id=one, party_id=one, role="requester", **mine
        )
        if not _took_place(one):
            return
        for place, party in enumerate(dice.sample(range(1, self.size + 1), 3), 1):
            role = "counterpart" if place == 3 else "own_party"
            dropped = {**mine, "dropped_out": dice.random() < 0.03}
            yield models.Participation(
                reference=f"D-{one}-{place}", activity_id=one, party_id=party, role=role, **dropped
            )
        words = {"description_nl": "bedrijven", "description_en": "companies"}
        unnamed = {"number": dice.randint(1, 20), "role": "own_party", **words, **mine}
        yield models.Participation(reference=f"D-{one}-4", activity_id=one, **unnamed)

    def _measures(self, one: int, dice: Random) -> Iterator[models.Measure]:
        for place, code in enumerate(_measures_of(one)):
            yield models.Measure(
                pk=one * 10 + place,
                reference=f"MAATREGEL-{one}-{code}",
                activity_id=one,
                line=code.split(".")[0],
                code=code,
                status="done" if dice.random() < 0.6 else "open",
                **self.record,
            )

    def _evidence(self, one: int, _: Random) -> Iterator[models.Evidence]:
        for place, _code in enumerate(_measures_of(one)):
            if (one + place) % 3:
                words = {"title_nl": "Bedacht verslag", "title_en": "Made-up report", "sha256": "a" * 64}
                yield models.Evidence(measure_id=one * 10 + place, kind="report", **words, **self.by)

    def _topics(self, one: int, dice: Random) -> Iterator[models.Topic]:
        if _took_place(one) and one % 4:
            for code in dice.sample(TOPICS, 2):
                yield models.Topic(activity_id=one, code=code, stated_in="annex", **self.by)

    def _agreements(self, one: int, _: Random) -> Iterator[models.Agreement]:
        if _took_place(one) and one % 12 == 0:
            yield models.Agreement(
                reference=f"MOU-{one}", activity_id=one, form="mou", status="signed", **self.record
            )

    def _talks(self, one: int, _: Random) -> Iterator[models.Talk]:
        if one % 20 == 0:
            yield models.Talk(
                reference=f"GESPREK-{one}",
                purpose="exploration",
                programme="china",
                title_nl=f"Bedacht gesprek {one}",
                title_en=f"Made-up talk {one}",
                **self.record,
            )


def _took_place(one: int) -> bool:
    return one % 5 < 3


def _organisations(one: int) -> Iterable[str]:
    return ("organisation",) if one % 10 == 0 else ()


def _measures_of(one: int) -> Iterable[str]:
    """Three of them, other ones each time."""
    places = range(one, one + 3) if _took_place(one) else ()
    return [MEASURES[place % len(MEASURES)] for place in places]


def _related(one: int) -> dict[str, str]:
    country = COUNTRIES[one % len(COUNTRIES)]
    programme = "china" if country == "CN" else "other_countries"
    return {"kind": KINDS[one // 3 % len(KINDS)], "country": country, "programme": programme}


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while some := list(islice(rows, BATCH)):
        yield some


if __name__ == "__main__":
    main(int(sys.argv[1]))
