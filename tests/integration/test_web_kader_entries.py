"""The measures, figures and lists of a draft in forms: changed, added and taken away, and nothing typed is lost."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import Settings

from openkader.kader import Kader, load_texts, read_texts
from openkader.kader.written_entries import written_lists
from openkader.register import models, services
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.kader_drafts import newest_texts, plain
from openkader.register.kaders import assessor_of
from openkader.web.forms.kader_asked import sources_of
from openkader.web.forms.kader_entries import AskedEntry, EntryForm
from openkader.web.forms.kader_shapes import SHAPES
from openkader.web.presenters.kader_changes import parts_that_differ
from tests.integration.kader_house import WRITER, adopted, begun, saved
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.web_forms import fields_in as form_fields
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = pytest.mark.django_db
BASE = "zuid-holland/2024-01-01"
DRAFT = "/kader/studio/KC-1/"
MEASURES, FIGURES, LISTS = (f"{DRAFT}{part}/" for part in ("maatregelen", "cijfers", "lijsten"))
MEASURE, FIGURE, LIST = f"{MEASURES}E1.technology/", f"{FIGURES}participations/", f"{LISTS}desks/"
SCRIPT = "<script>alert(1)</script>"
CHINESE = "“中国” — ja: # {nee}"


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def writer() -> Client:
    assert begun(name=f"Herijking {SCRIPT}") == "KC-1"
    return colleague("ad", "adviser")


def steps() -> int:
    """What was saved since the draft was begun, which wrote a day in its heading."""
    return models.KaderDraftStep.objects.filter(number__gt=1).exclude(file="kader.yaml").count()


def text_now(file: str) -> str:
    return models.KaderDraftStep.objects.filter(file=file).order_by("-number")[0].text


def kader_now() -> Kader:
    return load_texts(plain(newest_texts(models.KaderDraft.objects.get())), BASE)


def changed() -> list[str]:
    """The parts that differ; the fields of the register follow from the measures."""
    found = parts_that_differ(assessor_of(BASE).kader, kader_now())
    return [f"{one.key.part} {one.key.name}" for one in found if one.key.part != "records"]


def fields(client: Client, path: str) -> dict[str, Any]:
    """What the form of a page sends if nobody touches it."""
    return fields_in(client.get(path).content.decode())


def fields_in(page: str) -> dict[str, Any]:
    return form_fields(page, "_nl")


def send(client: Client, path: str, act: str, **changes: Any) -> Any:
    typed = {**fields(client, path), **changes}
    return client.post(path, {"act": act, **{name: one for name, one in typed.items() if one is not None}})


def remove(client: Client, path: str) -> Any:
    page = client.get(path).content.decode()
    seen = re.search(r'value="remove"><input type="hidden" name="seen" value="(\w+)"', page)
    assert seen
    return client.post(path, {"act": "remove", "seen": seen[1]})


def test_each_section_is_a_list_that_officials_can_read(writer: Client) -> None:
    said = text(writer.get(MEASURES))
    assert "E1: Strenge selectie van sectoren" in said
    assert "Wie ervoor zorgt: expert informatieveiligheid" in said
    assert "ten minste 21 dagen" in said or "uiterlijk 21 dagen" in said
    assert said.count('role="rowheader"') == len(kader_now().measures)
    said = text(writer.get(FIGURES))
    assert "Deelnames van Zuid-Hollandse partijen" in said
    assert "als deel van: De relatie is" in said
    assert said.count('role="rowheader"') == len(kader_now().figures)
    said = text(writer.get(LISTS))
    assert "12 op de lijst" in said
    assert "Niet gevonden: deze plaats is leeg" in said
    assert SCRIPT not in said
    assert 'href="/kader/studio/KC-1/maatregelen/"' in text(writer.get(DRAFT))
    for path in (MEASURES, FIGURES, LISTS, MEASURE, FIGURE, LIST, f"{MEASURES}nieuw/", f"{LISTS}nieuw/"):
        assert queries_of(path, writer) <= MOST_QUERIES, path


def test_what_is_no_section_or_no_entry_is_not_found(writer: Client) -> None:
    for path in ("bijlagen/", "bijlagen/nieuw/", "cijfers/nothing/", "maatregelen/desks/"):
        assert writer.get(f"{DRAFT}{path}").status_code == 404
    assert writer.get("/kader/studio/KC-9/cijfers/").status_code == 404
    assert writer.post(FIGURE, {"act": "burn"}).status_code == 404


def test_every_entry_of_the_kader_comes_out_of_its_form_as_it_went_in() -> None:
    texts = read_texts(ZUID_HOLLAND)
    kader = load_texts(texts, BASE)
    for section, shape in SHAPES.items():
        for row in (row for found in written_lists(texts, section) for row in found.rows):
            asked = AskedEntry(kader=kader, before=row.said, sources=sources_of(kader))
            shown, sent = EntryForm(shape, asked), QueryDict(mutable=True)
            for name in shown.fields:
                value = shown[name].value()
                none = value is None or value is False
                sent.setlist(name, value if isinstance(value, list) else [] if none else [value])
            form = EntryForm(shape, asked, sent)
            assert form.is_valid(), (section, row.name, form.errors)
            assert form.said() == row.said
            assert list(form.said()) == list(row.said)


def test_a_form_that_nobody_touched_changes_no_letter(writer: Client) -> None:
    for path in (MEASURE, FIGURE, LIST, f"{FIGURES}self_scans/", f"{LISTS}risk_sectors_slot/"):
        assert send(writer, path, "save").status_code == 302, path
    assert steps() == 0


def test_a_measure_gets_another_text_moment_and_condition(writer: Client) -> None:
    answer = send(
        writer, MEASURE, "save",
        text_nl=f" {CHINESE}\nvragen ", text_en=SCRIPT, moment_days="-7", owner_nl="wie", owner_en="who",
    )  # fmt: skip
    assert (answer.status_code, answer.headers["Location"]) == (302, MEASURES)
    assert changed() == ["measures E1.technology"]
    measure = next(one for one in kader_now().measures if one.id == "E1.technology")
    assert (measure.text.nl, measure.text.en) == (f"{CHINESE} vragen", SCRIPT)
    assert (measure.moment_days, measure.owner and measure.owner.nl) == (-7, "wie")
    assert SCRIPT not in text(writer.get(MEASURES))
    assert SCRIPT not in text(writer.get(MEASURE))
    assert send(writer, MEASURE, "save", moment_days="", owner_nl="", owner_en="").status_code == 302
    measure = next(one for one in kader_now().measures if one.id == "E1.technology")
    assert (measure.moment_days, measure.owner) == (None, None)


def test_a_measure_without_conditions_holds_wherever_its_line_does(writer: Client) -> None:
    assert send(writer, MEASURE, "save", drop_when0="on", drop_when1="on").status_code == 302
    (measure,) = [one for one in kader_now().measures if one.id == "E1.technology"]
    assert "when" not in next(
        row.said
        for found in written_lists({"a": text_now("action_lines.yaml")}, "measures")
        for row in found.rows
        if row.name == measure.id
    )
    said = text(writer.get(MEASURES))
    assert "in alle gevallen van zijn actielijn" in said


def test_a_condition_is_added_and_turned_without_scripts(writer: Client) -> None:
    typed = fields(writer, MEASURE) | {"new_fact_when": "country", "text_nl": "Half getypt"}
    page = writer.post(MEASURE, {"act": "more_when", **typed})
    said, sent = text(page), fields_in(page.content.decode())
    assert "Half getypt" in said
    assert (sent["fact_when2"], sent["how_when2"], sent["lines_when"]) == ("country", "", "3")
    sent |= {"how_when2": "is", "value_when2": "CN", "fact_when0": "kind"}
    turned = writer.post(MEASURE, {"act": "save", **sent})
    assert "Dit is nu een andere vraag" in text(turned, 422)
    sent = fields_in(turned.content.decode()) | {"how_when0": "is", "pick_when0": ["event"]}
    assert writer.post(MEASURE, {"act": "save", **sent}).status_code == 302
    assert "when: {any: [{kind: event}, {kind: [outgoing_mission, investment_support]}, {country: CN}]}" in (
        text_now("action_lines.yaml")
    )
    assert writer.post(MEASURE, {"act": "more_nothing", **sent}).status_code == 200


WRONG: list[tuple[str, dict[str, Any], str]] = [
    (MEASURE, {"text_nl": " \n "}, "Schrijf dit ook in deze taal"),
    (MEASURE, {"owner_nl": "wie"}, "Schrijf het ook in deze taal"),
    (MEASURE, {"moment_days": "morgen"}, "Wanneer, in dagen vanaf de activiteit"),
    (MEASURE, {"moment_days": "99999999999"}, "Wanneer, in dagen vanaf de activiteit"),
    (MEASURE, {"lines_when": "200"}, "Hier passen ten hoogste 50 voorwaarden"),
    (MEASURE, {"fact_when0": "gone", "was_when0": "gone"}, "De vraag ‘gone’ bestaat niet meer"),
    (MEASURE, {"source_0": "NERGENS"}, "Bron"),
    (MEASURE, {"source_1": "", "place_1": "ergens"}, "Kies de bron waarin dit staat"),
    (MEASURE, {"source_0": "LAW"}, "Bron"),
    (MEASURE, {"seen": "x"}, ""),
    (FIGURE, {"counts": "cows"}, "Wat het telt"),
    (FIGURE, {"counts": "talks"}, "bestaat niet meer"),
    (FIGURE, {"unit_en": "pieces"}, "Schrijf het ook in deze taal"),
    (LIST, {"code_0": ""}, "Vul dit ook in"),
    (LIST, {"nl_12": "nieuw loket"}, "Vul dit ook in"),
    (LIST, {"code_12": "nctv", "nl_12": "a", "en_12": "b"}, "Deze code staat al op de lijst"),
    (LIST, {"code_2": "other"}, "nctv"),  # rules name it
    (LIST, {"status": "not_found"}, "leeg"),
    (LIST, {"stands_in_for": "nowhere"}, "Vervangt de lijst"),
]


def test_what_is_not_right_is_told_at_its_field_and_nothing_is_lost(writer: Client) -> None:
    for path, changes, told in WRONG:
        said = text(send(writer, path, "save", **changes), 422)
        assert told in said, changes
        assert "Er is niets opgeslagen" in said, changes
    assert "Mijn tekst" in text(send(writer, MEASURE, "save", text_en="", text_nl="Mijn tekst"), 422)
    assert steps() == 0


def test_a_preview_says_what_becomes_another_and_what_the_check_would_find(writer: Client) -> None:
    said = text(send(writer, MEASURE, "preview", text_nl="Anders", drop_when0="on"))
    assert "Anders" in said
    assert "Maatregelen (1)" in said
    assert "Er is nog niets bewaard" in said or "nog niets" in said
    said = text(send(writer, MEASURE, "preview"))
    assert "het zegt wat het al zei" in said
    odd = {"how_when0": "is", "value_when0": "true", "joined_when": "all", "pick_when1": ["embassy_talk"]}
    said = text(send(writer, MEASURE, "preview", **odd))
    assert "De controle zou ook dit vinden" in said
    assert "E1.technology" in said
    assert steps() == 0


def test_a_measure_is_added_to_its_line_and_a_second_click_adds_no_other(writer: Client) -> None:
    path = f"{MEASURES}nieuw/"
    page = writer.get(f"{path}?bij=E2")
    assert 'value="E2."' in page.content.decode()
    sent = fields_in(page.content.decode()) | {
        "name": "E2.new", "within": "action_lines.yaml:E2", "text_nl": "Doe: dit", "text_en": "Do", "seen": "",
        "evidence_nl": "bewijs", "evidence_en": "proof", "source_0": "EIGEN", "place_0": "bedacht",
    }  # fmt: skip
    assert "Doe: dit" in text(writer.post(path, {"act": "preview", **sent}))
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    assert steps() == 1
    assert changed() == ["measures E2.new"]
    assert [one.line for one in kader_now().measures if one.id == "E2.new"] == ["E2"]
    assert '      - id: E2.new\n        text:\n          nl: "Doe: dit"\n' in text_now("action_lines.yaml")
    for name in ("E2.new", "E1.technology", "nieuw"):
        other = {**sent, "name": name, "text_nl": "Iets anders"}
        assert "Deze naam is al in gebruik" in text(writer.post(path, {"act": "add", **other}), 422)
    assert "De actielijn, een punt" in text(
        writer.post(path, {"act": "add", **sent, "name": "Met spatie"}), 422
    )
    assert writer.get(f"{path}?bij=<b>").status_code == 200


def test_a_figure_and_a_list_are_added_and_a_figure_counts_something_else(writer: Client) -> None:
    path = f"{FIGURES}nieuw/"
    sent = fields(writer, path) | {
        "name": "talks_all", "text_nl": "Gesprekken", "text_en": "Talks", "definition_nl": "Alle.",
        "definition_en": "All.", "counts": "talks", "distinct": "on", "new_fact_where": "",
    }  # fmt: skip
    page = writer.post(path, {"act": "more_of", **sent})
    sent = fields_in(page.content.decode()) | {"new_fact_of": "purpose"}
    sent = fields_in(writer.post(path, {"act": "more_of", **sent}).content.decode())
    filled = {"fact_of0": "purpose", "was_of0": "purpose", "how_of0": "is", "pick_of0": ["exploration"]}
    sent = {name: one for name, one in sent.items() if not name.endswith("_of1")} | filled | {"lines_of": "1"}
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    figure = next(one for one in kader_now().figures if one.id == "talks_all")
    assert (figure.counts, figure.distinct, figure.of is not None) == ("talks", True, True)
    path = f"{LISTS}nieuw/"
    sent = fields(writer, path) | {
        "name": "sectors", "within": "lists/risk.yaml:", "title_nl": "Sectoren", "title_en": "Sectors",
        "status": "partial", "code_0": "a", "nl_0": CHINESE, "en_0": "A", "date": "2023-06-14",
    }  # fmt: skip
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    listing = kader_now().lists["sectors"]
    assert (listing.items[0].text.nl, listing.date) == (CHINESE, "2023-06-14")
    assert {"figures talks_all", "lists sectors"} <= {*changed()}


def test_a_list_loses_and_gets_an_entry_and_keeps_the_rest(writer: Client) -> None:
    before = text_now("lists/register.yaml")
    path = f"{LISTS}talk_purposes/"
    sent = {"code_4": "new_one", "nl_4": "nieuw", "en_4": "new"}
    assert send(writer, path, "save", **sent).status_code == 302
    more = [line for line in text_now("lists/register.yaml").splitlines() if line not in before.splitlines()]
    assert more == ["      - {code: new_one, nl: nieuw, en: new}"]
    assert send(writer, path, "save", code_4="", nl_4="", en_4="").status_code == 302
    assert text_now("lists/register.yaml") == before


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"{MEASURES}M4.public_account/", "M4.public_account"),
        (f"{FIGURES}activities/", "Hoofdstukken van de evaluatie, regel"),
        (LIST, "regel"),
        (f"{LISTS}eu_members/", "eu_members"),
        (f"{LISTS}vital_processes/", "vital_processes"),
    ],
)
def test_what_is_used_elsewhere_is_not_taken_away_and_it_is_said_where(
    writer: Client, path: str, told: str
) -> None:
    said = text(remove(writer, path), 409)
    assert "Dit is nog in gebruik. Haal het eerst daar weg" in said
    assert told in said
    assert steps() == 0


def test_what_is_used_by_nothing_is_taken_away_and_stays_among_the_steps(writer: Client) -> None:
    name = f"{MEASURES}E2.security_first/"
    answer = remove(writer, name)
    assert (answer.status_code, answer.headers["Location"]) == (302, MEASURES)
    assert changed() == ["measures E2.security_first"]
    assert writer.get(name).status_code == 404
    assert steps() == 1


def test_two_browsers_at_one_entry_and_neither_loses_what_was_typed(writer: Client) -> None:
    sent = fields(writer, MEASURE) | {"text_nl": "Van mij"}
    other = colleague("ev", "evaluator")
    assert send(other, f"{MEASURES}E1.risk_list/", "save", text_nl="Een andere").status_code == 302
    assert send(other, MEASURE, "save", text_nl="Van een ander").status_code == 302
    page = writer.post(MEASURE, {"act": "save", **sent})
    said = text(page, 409)
    assert "ev veranderde dit intussen" in said
    assert "Van een ander" in said
    assert "Van mij" in said
    again = fields_in(page.content.decode())
    assert writer.post(MEASURE, {"act": "save", **again}).status_code == 302
    assert {*changed()} == {"measures E1.technology", "measures E1.risk_list"}
    stale = writer.post(MEASURE, {"act": "remove", "seen": sent["seen"]})
    assert "veranderde dit intussen" in text(stale, 409)


def test_an_entry_that_went_meanwhile_can_be_added_again(writer: Client) -> None:
    path = f"{MEASURES}E2.security_first/"
    sent = fields(writer, path) | {"text_nl": "Toch houden"}
    other = colleague("ev", "evaluator")
    assert remove(other, path).status_code == 302
    page = writer.post(path, {"act": "save", **sent})
    said = text(page, 409)
    assert "Dit is er niet meer: ev haalde het intussen weg" in said
    assert "Toch houden" in said
    again = fields_in(page.content.decode()) | {"within": "action_lines.yaml:E2"}
    assert again["name"] == "E2.security_first"
    assert writer.post(f"{MEASURES}nieuw/", {"act": "add", **again}).status_code == 302
    assert remove(other, path).status_code == 302
    assert "Dit is er niet meer" in text(writer.post(path, {"act": "remove", "seen": "0" * 64}), 409)


def test_who_may_not_draft_reads_and_changes_nothing(writer: Client) -> None:
    sent = fields(writer, MEASURE)
    decider = colleague("be", "decider")
    assert "disabled" in text(decider.get(MEASURE))
    assert decider.post(MEASURE, {"act": "save", **sent, "text_nl": "x"}).status_code == 403
    assert Client().get(MEASURES).status_code == 302
    assert steps() == 0


def test_a_version_that_was_adopted_or_withdrawn_is_read_and_not_written(writer: Client) -> None:
    sent = fields(writer, MEASURE)
    assert begun(name="Weg") == "KC-2"
    adopted("KC-1")
    assert "Deze versie is vastgesteld" in text(writer.get(MEASURE))
    assert "Deze versie is vastgesteld" in text(
        writer.post(MEASURE, {"act": "save", **sent, "text_nl": "x"}), 409
    )
    assert "Een nieuwe maatregel" not in text(writer.get(MEASURES))
    services.withdraw_kader_draft("KC-2", "Niet nodig.", **WRITER)
    other = MEASURE.replace("KC-1", "KC-2")
    assert writer.post(other, {"act": "save", **sent, "text_nl": "x"}).status_code == 409


ODD = """\
figures:
  - {id: odd, text: {nl: [x]}, counts: 3, where: [1], of: {any: [{all: [{a: 1}, {b: 2}]}]}, distinct: words}
  - {id: "a/b", text: words, counts: cows, unit: 2}
  - {id: nieuw, text: {nl: "<script>", en: b}}
  - words
"""


def test_a_figure_that_is_hardly_one_is_shown_and_mended(writer: Client) -> None:
    saved("KC-1", ODD, file="figures.yaml")
    said = text(writer.get(FIGURES))
    assert "<script>" not in said
    assert said.count("alleen in de tekst") == 3
    path = f"{FIGURES}odd/"
    assert "Er is niets opgeslagen" in text(send(writer, path, "save"), 422)
    mended = {"text_nl": "a", "text_en": "b", "definition_nl": "c", "definition_en": "d", "counts": "talks"}
    assert send(writer, path, "save", **mended).status_code == 422  # its conditions are still none
    assert "samengesteld" in text(writer.get(path))


def test_a_section_that_no_file_has_begins_in_the_file_with_the_heading(writer: Client) -> None:
    saved("KC-1", "report: []\n", file="report.yaml")
    saved("KC-1", "counting_fields: []\n", file="figures.yaml")
    assert "Een cijfer telt wat in het register staat" in text(writer.get(FIGURES))
    path = f"{FIGURES}nieuw/"
    sent = fields(writer, path) | {
        "name": "talks_all", "text_nl": "Gesprekken", "text_en": "Talks", "definition_nl": "Alle.",
        "definition_en": "All.", "counts": "talks",
    }  # fmt: skip
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    assert "figures:\n  - id: talks_all\n" in text_now("kader.yaml")
