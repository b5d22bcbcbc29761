"""The rules of a draft in forms: changed, added, moved and taken away without YAML, and nothing typed is lost."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import Settings

from openkader.kader import load_texts, read_texts
from openkader.kader.written_rows import written_tables
from openkader.register import models
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.kader_drafts import newest_texts, plain
from openkader.register.kaders import assessor_of
from openkader.web.forms.kader_asked import Asked, known_to, sources_of
from openkader.web.forms.kader_rows import RowForm
from openkader.web.presenters.kader_changes import parts_that_differ
from tests.integration.kader_house import adopted, begun
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.web_forms import fields_in as form_fields
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = pytest.mark.django_db
BASE = "zuid-holland/2024-01-01"
DRAFT = "/kader/studio/KC-1/"
RULES = f"{DRAFT}regels/"
ROW, NEW = f"{RULES}proposal/listed_and_sensitive/", f"{RULES}proposal/"
TABLE, FIRST = f"{RULES}case.posture/", f"{RULES}case.posture/1/"
DEEP = f"{RULES}proposal/participants_unknown/"
TEXT = f"{DRAFT}tekst/tables.yaml/"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def writer() -> Client:
    assert begun(name=f"Herijking {SCRIPT}") == "KC-1"
    return colleague("ad", "adviser")


def stored(file: str = "tables.yaml") -> models.KaderDraftStep:
    return models.KaderDraftStep.objects.filter(file=file).order_by("-number")[0]


def kader_now():
    return load_texts(plain(newest_texts(models.KaderDraft.objects.get())), BASE)


def changed() -> list[str]:
    return [
        f"{one.key.part} {one.key.name}" for one in parts_that_differ(assessor_of(BASE).kader, kader_now())
    ]


def fields(client: Client, path: str) -> dict[str, Any]:
    """What the form of a page sends if nobody touches it."""
    return fields_in(client.get(path).content.decode())


def fields_in(page: str) -> dict[str, Any]:
    return form_fields(page, 'name="lines"')


def send(client: Client, path: str, act: str, **changes: Any) -> Any:
    typed = {**fields(client, path), **changes}
    return client.post(path, {"act": act, **{name: one for name, one in typed.items() if one is not None}})


def test_every_rule_stands_in_a_sentence_with_its_passage(writer: Client) -> None:
    said = text(writer.get(RULES))
    assert (
        "een deelnemer staat op een waarschuwingslijst en het raakt een gebied van de risicolijst"
        in said.casefold()
    )
    assert "Evaluatie provinciale relatie China 2024: hoofdstuk 5, economisch 1" in said
    assert "In alle andere gevallen" in said
    assert "Voeg een regel toe" in said
    assert said.count('role="rowheader"') == 25 + 12
    assert SCRIPT not in said
    for path in (RULES, ROW, NEW, FIRST, TABLE, DEEP):
        assert queries_of(path, writer) <= MOST_QUERIES


def test_a_form_that_nobody_touched_changes_no_letter(writer: Client) -> None:
    before = stored().text
    for path in (ROW, DEEP, FIRST, f"{RULES}case.risk_listed/2/", f"{RULES}activities.counts_as_incoming/2/"):
        assert send(writer, path, "save").status_code == 302, path
    assert stored().text == before
    assert stored().number == 1


def test_every_rule_of_the_kader_comes_out_of_its_form_as_it_went_in() -> None:
    texts = read_texts(ZUID_HOLLAND)
    kader = load_texts(texts, BASE)
    for table in written_tables(texts):
        facts = kader.facts if table.over == "case" else kader.records[table.over]
        for row in table.rows:
            asked = Asked(
                known=known_to(kader, facts),
                sources=sources_of(kader),
                before=row.said,
                gives=facts[table.gives] if table.gives else None,
            )
            shown = RowForm(asked)
            sent = QueryDict(mutable=True)
            for name in shown.fields:
                value = shown[name].value()
                sent.setlist(
                    name,
                    value if isinstance(value, list) else [] if value is None or value is False else [value],
                )
            sent["seen"] = "0" * 64
            form = RowForm(asked, sent)
            assert form.is_valid(), (table.name, row.name, form.errors)
            assert form.said() == row.said


def test_another_outcome_reason_and_condition_change_only_that_rule(writer: Client) -> None:
    before = stored().text
    answer = send(
        writer, ROW, "save",
        outcome="hold", reason_nl="Eerst: advies\nvragen", count_0="2",
    )  # fmt: skip
    assert (answer.status_code, answer.headers["Location"]) == (302, RULES)
    assert changed() == ["proposal listed_and_sensitive"]
    row = next(row for row in kader_now().proposal if row.id == "listed_and_sensitive")
    assert (row.outcome, row.reason.nl) == ("hold", "Eerst: advies vragen")
    lines = zip(before.splitlines(), stored().text.splitlines(), strict=True)
    assert len([one for one in lines if one[0] != one[1]]) == 3
    assert "Aanhouden" in text(writer.get(RULES))


def test_a_reason_that_is_empty_is_told_at_its_field_and_nothing_is_lost(writer: Client) -> None:
    answer = send(writer, ROW, "save", reason_nl=" \n ", reason_en=f"New {SCRIPT}", outcome="hold")
    said = text(answer, 422)
    assert "Schrijf de reden ook in deze taal" in said
    assert "New &lt;script&gt;" in said
    assert '<option value="hold" selected>' in said
    assert stored().number == 1


WRONG: list[tuple[dict[str, Any], str]] = [
        ({"outcome": "maybe"}, "Wat wordt voorgesteld"),
        ({"outcome": ""}, "Wat wordt voorgesteld"),
        ({"how_0": "before"}, "Hoe"),
        ({"how_0": ""}, "Kies hoe het antwoord wordt vergeleken"),
        ({"how_0": "is", "pick_0": ["made_up"]}, "Dit antwoord bestaat niet meer: made_up"),
        ({"how_0": "is"}, "Vink ten minste één antwoord aan"),
        ({"count_0": "veel"}, "Hoeveel"),
        ({"count_0": "-1"}, "Hoeveel"),
        ({"count_0": ""}, "Vul in hoeveel"),
        ({"value_1": "misschien"}, "Antwoord"),
        ({"fact_0": "gone", "was_0": "gone"}, "De vraag ‘gone’ bestaat niet meer"),
        ({"fact_0": "", "was_0": ""}, "Kies een vraag, of vink aan dat de voorwaarde vervalt"),
        ({"fact_0": "country"}, "Dit is nu een andere vraag"),
        ({"how_0": "in_list:gone"}, "De lijst ‘gone’ bestaat niet meer"),
        ({"drop_0": "on", "drop_1": "on"}, "er is ten minste één voorwaarde nodig"),
        ({"lines": "200"}, "Hier passen ten hoogste 50 voorwaarden"),
        ({"lines": "99999999999999"}, ""),
        ({"seen": "x"}, ""),
        ({"source_1": "", "place_1": "ergens"}, "Kies de bron waarin dit staat"),
        ({"source_0": "NERGENS"}, "Bron"),
        ({"reason_nl": "x" * 3000}, "De reden, in het Nederlands"),
    ]  # fmt: skip


def test_what_is_not_right_is_told_at_its_field(writer: Client) -> None:
    typed = fields(writer, ROW)
    for changes, told in WRONG:
        said = text(writer.post(ROW, {"act": "save", **typed, **changes}), 422)
        assert told in said, changes
        assert "Er is niets opgeslagen" in said, changes
    assert stored().number == 1


def test_two_hundred_conditions_are_refused_and_not_a_fault(writer: Client) -> None:
    many = {f"{name}_{place}": "kind" for place in range(200) for name in ("fact", "was")}
    answer = send(writer, ROW, "save", lines="200", **many)
    assert "Hier passen ten hoogste 50 voorwaarden" in text(answer, 422)


def test_a_condition_is_added_dropped_and_turned_without_scripts(writer: Client) -> None:
    typed = fields(writer, ROW) | {"new_fact": "country", "reason_nl": "Half getypt"}
    page = writer.post(ROW, {"act": "more", **typed})
    said, sent = text(page), fields_in(page.content.decode())
    assert "Half getypt" in said
    assert "Er is niets opgeslagen" not in said
    assert (sent["fact_2"], sent["was_2"], sent["how_2"], sent["lines"]) == ("country", "country", "", "3")
    sent |= {"how_2": "is", "value_2": "CN, belgië", "drop_1": "on", "fact_0": "jobless"}
    assert "De vraag ‘jobless’ bestaat niet meer" in text(writer.post(ROW, {"act": "save", **sent}), 422)
    sent |= {"fact_0": "kind"}
    turned = fields_in(text_of(writer.post(ROW, {"act": "save", **sent}), 422))
    turned |= {"how_0": "is_not", "pick_0": ["event", "exchange"]}
    assert writer.post(ROW, {"act": "save", **turned}).status_code == 302
    assert "when: {all: [{not: {kind: [event, exchange]}}, {country: [CN, BE]}]}" in stored().text
    assert changed() == ["proposal listed_and_sensitive"]


def text_of(answer: Any, status: int) -> str:
    text(answer, status)
    return str(answer.content.decode())


def test_any_of_two_conditions_is_written_as_such(writer: Client) -> None:
    assert send(writer, ROW, "save", joined="any").status_code == 302
    assert "when: {any: [{informative_lists: {at_least: 1}}, {risk_listed: true}]}" in stored().text


def test_nested_conditions_stay_and_lead_to_the_text(writer: Client) -> None:
    said = text(writer.get(DEEP))
    assert "Deze voorwaarden zijn samengesteld" in said
    assert "Als tekst (YAML), regel 249" in said
    there = text(writer.get(f"{TEXT}?regel=249"))
    assert f'href="{TEXT}?regel=249#regel-249"' in said
    assert 'id="regel-249"' in there
    assert "249 - id: participants_unknown" in there
    for nowhere in ("0", "-1", "99999999999", "x", "9999", "٣"):
        assert 'id="regel-' not in text(writer.get(f"{TEXT}?regel={nowhere}"))
    assert send(writer, DEEP, "save", outcome="refer").status_code == 302
    assert changed() == ["proposal participants_unknown"]


def test_a_preview_says_which_proposals_change_and_saves_nothing(writer: Client) -> None:
    path = f"{RULES}proposal/against_national_policy/"
    said = text(send(writer, path, "preview", outcome="hold"))
    assert "<strong>Aanhouden, als aan RV1 is niet voldaan</strong>" in said
    assert "Was ‘weigeren’, wordt ‘aanhouden’" in said
    assert "Een voorbeeld" in said
    assert stored().number == 1
    assert "De regel zegt wat hij al zei" in text(send(writer, path, "preview"))
    assert "Schrijf de reden ook" in text(send(writer, path, "preview", reason_en=""), 422)


def test_a_new_rule_is_added_in_the_manner_of_the_others(writer: Client) -> None:
    before = stored().text
    sent = fields_in(
        text_of(writer.post(NEW, {"act": "more", **fields(writer, NEW), "new_fact": "country"}), 200)
    )
    sent |= {"name": "far", "outcome": "refuse", "reason_nl": "Ver: weg", "reason_en": "Far", "how_0": "is",
             "value_0": "AQ", "source_0": "EIGEN", "place_0": "bedacht"}  # fmt: skip
    assert "Was ‘" in text(writer.post(NEW, {"act": "preview", **sent}))
    assert writer.post(NEW, {"act": "add", **sent}).status_code == 302
    assert stored().text == before + (
        "  - id: far\n    outcome: refuse\n    when: {country: AQ}\n    reason:\n"
        '      nl: "Ver: weg"\n      en: Far\n    cites:\n      - {source: EIGEN, place: bedacht}\n'
    )
    assert writer.post(NEW, {"act": "add", **sent}).status_code == 302  # a second click
    assert stored().number == 2
    other = {**sent, "outcome": "hold"}
    assert "Er is al een regel met deze naam" in text(writer.post(NEW, {"act": "add", **other}), 422)
    assert "Kleine letters" in text(writer.post(NEW, {"act": "add", **sent, "name": "Ver Weg"}), 422)


def test_a_rule_of_a_table_gets_another_value_and_another_place(writer: Client) -> None:
    assert send(writer, FIRST, "save", value="general").status_code == 302
    assert "- {when: {country: CN}, value: general}" in stored().text
    assert "Zet omhoog" not in text(writer.get(FIRST))
    seen = seen_by("down", writer, FIRST)
    assert writer.post(FIRST, {"act": "down", "seen": seen}).status_code == 302
    assert [row.value for row in kader_now().tables[0].rows] == ["general", "general"]
    assert stored().text.index("eu_members") < stored().text.index("country: CN")
    again = text(writer.post(FIRST, {"act": "down", "seen": seen}), 409)
    assert "ad veranderde intussen deze tabel" in again
    assert stored().number == 3
    assert changed() == ["tables posture"]


def seen_by(act: str, client: Client, path: str) -> str:
    """What the button under a rule has seen."""
    found = re.search(
        rf'value="{act}"><input type="hidden" name="seen" value="(\w+)"', text(client.get(path))
    )
    assert found
    return found[1]


def test_a_rule_is_taken_away_and_the_last_one_stays(writer: Client) -> None:
    for number, status in ((2, 302), (1, 409)):
        path = f"{TABLE}{number}/"
        answer = writer.post(path, {"act": "remove", "seen": seen_by("remove", writer, path)})
        assert answer.status_code == status
    assert "Een tabel houdt ten minste één regel" in text(answer, 409)
    assert len(kader_now().tables[0].rows) == 1


def test_another_rule_that_changed_meanwhile_is_no_hindrance(writer: Client) -> None:
    sent = fields(writer, ROW) | {"outcome": "hold"}
    other = colleague("ev", "evaluator")
    assert send(other, f"{RULES}proposal/no_demand/", "save", outcome="refer").status_code == 302
    assert writer.post(ROW, {"act": "save", **sent}).status_code == 302
    assert changed() == ["proposal listed_and_sensitive", "proposal no_demand"]


def test_a_rule_that_changed_meanwhile_is_a_choice(writer: Client) -> None:
    sent = fields(writer, ROW) | {"outcome": "hold"}
    other = colleague("ev", "evaluator")
    assert send(other, ROW, "save", outcome="refer").status_code == 302
    page = writer.post(ROW, {"act": "save", **sent})
    said = text(page, 409)
    assert "ev veranderde intussen deze regel" in said
    assert "Doorverwijzen, als" in said
    again = fields_in(page.content.decode())
    assert again["outcome"] == "hold"
    assert writer.post(ROW, {"act": "save", **again}).status_code == 302
    assert writer.post(ROW, {"act": "save", **again}).status_code == 302  # a second click
    assert stored().number == 3


def test_a_rule_that_is_gone_meanwhile_keeps_what_was_typed_as_a_new_one(writer: Client) -> None:
    sent = fields(writer, ROW) | {"outcome": "hold", "reason_nl": "Van mij"}
    renamed = stored().text.replace("id: listed_and_sensitive", "id: other")
    colleague("ev", "evaluator").post(TEXT, {"act": "save", "seen": "1", "text": renamed})
    page = writer.post(ROW, {"act": "save", **sent})
    said = text(page, 409)
    assert "Deze regel is er niet meer: ev" in said
    again = fields_in(page.content.decode())
    assert (again["reason_nl"], again["name"]) == ("Van mij", "listed_and_sensitive")
    assert f'action="{NEW}"' in page.content.decode()
    assert writer.post(NEW, {"act": "add", **again}).status_code == 302
    assert [row.id for row in kader_now().proposal][-1] == "listed_and_sensitive"
    assert "Deze regel is er niet meer" in text(
        writer.post(f"{RULES}proposal/x/", {"act": "remove", "seen": "0"}), 409
    )


def test_a_rule_of_a_table_that_became_shorter_is_not_taken_for_the_next(writer: Client) -> None:
    path = f"{RULES}case.abuse_risk/2/"
    sent = fields(writer, path) | {"value": "none"}
    shorter = stored().text.replace("      - {when: {abuse_findings: listed_party}, value: serious}\n", "")
    colleague("ev", "evaluator").post(TEXT, {"act": "save", "seen": "1", "text": shorter})
    assert "Deze regel is er niet meer: ev" in text(writer.post(path, {"act": "save", **sent}), 409)
    assert stored().text == shorter


def test_a_rule_with_a_question_that_is_gone_says_so_and_is_mended_in_the_form(writer: Client) -> None:
    broken = stored().text.replace(
        "{informative_lists: {at_least: 1}, risk_listed: true}",
        "{informatieve: {at_least: 1}, kind: [event, fair]}",
    )
    writer.post(TEXT, {"act": "save", "seen": "1", "text": broken})
    assert "informatieve" in text(writer.get(RULES))
    said = text(writer.get(ROW))
    assert "informatieve (bestaat niet meer)" in said
    assert "fair (bestaat niet meer)" in said
    assert "De vraag ‘informatieve’ bestaat niet meer" in text(send(writer, ROW, "save"), 422)
    assert "Dit antwoord bestaat niet meer: fair" in text(send(writer, ROW, "save", drop_0="on"), 422)
    answer = send(writer, ROW, "preview", drop_0="on", pick_1=["event"])
    assert "nog niet te zeggen welke voorstellen veranderen" in text(answer)
    assert send(writer, ROW, "save", drop_0="on", pick_1=["event"]).status_code == 302
    assert changed() == ["proposal listed_and_sensitive"]


def test_a_rule_that_makes_a_circle_of_tables_is_told_before_it_is_saved(writer: Client) -> None:
    path = f"{RULES}case.risk_listed/2/"
    typed = fields(writer, path) | {"new_fact": "risk_listed"}
    sent = fields_in(text_of(writer.post(path, {"act": "more", **typed}), 200)) | {"value_1": "true"}
    said = text(writer.post(path, {"act": "save", **sent, "how_1": "is"}), 422)
    assert "risk_listed" in said
    assert "Er is niets opgeslagen" in said
    assert stored().number == 1


def test_whose_task_it_is_not_reads_and_hears_why(writer: Client) -> None:
    decider = colleague("de", "decider")
    said = text(decider.get(ROW))
    assert "Aan een concept van het kader werkt een adviseur of een evaluator." in said
    assert "Haal deze regel weg" not in said
    for path, act in ((ROW, "save"), (NEW, "add"), (FIRST, "up"), (FIRST, "remove")):
        assert decider.post(path, {"act": act}).status_code == 403
    assert Client().get(ROW).status_code == 302
    assert colleague("be", "administrator").get(RULES).status_code == 403


def test_what_is_not_there_is_not_found(writer: Client) -> None:
    for path in (
        "/kader/studio/KC-9/regels/",
        f"{RULES}case.nothing/",
        f"{RULES}case.nothing/1/",
        f"{RULES}proposal/nothing/",
        f"{TABLE}9/",
        f"{TABLE}0/",
    ):
        assert writer.get(path).status_code == 404, path


def test_an_act_that_there_is_not_is_not_found(writer: Client) -> None:
    assert writer.post(ROW, {"act": "explode", "seen": ""}).status_code == 404


def test_a_draft_without_a_heading_leads_to_its_mistakes(writer: Client) -> None:
    heading = stored("kader.yaml").text.replace("kader:\n", "sources_of_it:\n", 1)
    writer.post(
        f"{DRAFT}tekst/kader.yaml/",
        {"act": "save", "seen": str(stored("kader.yaml").number), "text": heading},
    )
    for path in (RULES, ROW, NEW):
        answer = writer.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, DRAFT)


def test_the_page_of_the_draft_leads_to_its_rules(writer: Client) -> None:
    assert "Verander de regels in een formulier" in text(writer.get(DRAFT))


ODD = """\
  - {id: odd, outcome: {a: 1}, when: [1], reason: words, cites: [1, {source: 3}, {source: EIGEN, place: [x]}]}
  - {id: "a/b", outcome: hold, when: {kind: [1, true, %s]}, reason: {nl: [x]}, cites: words}
  - {id: "%s", outcome: 2024-01-01, when: {kind: {in_list: nowhere}, risk_areas: {at_least: x}, all: []}}
  - words
"""


def test_a_rule_that_is_hardly_one_is_shown_and_said_to_be_wrong(writer: Client) -> None:
    odd = ODD % (f'"{SCRIPT}"', SCRIPT.replace("/", ""))
    answer = writer.post(TEXT, {"act": "save", "seen": "1", "text": stored().text + odd})
    assert answer.status_code == 302
    said = text(writer.get(RULES))
    assert SCRIPT not in said
    assert SCRIPT.replace("/", "") not in said
    assert "alleen in de tekst" in said
    paths = re.findall(r'href="(/kader/studio/KC-1/regels/proposal/[^"/]+/)"', said)
    assert len(paths) == 27
    for path in paths[-2:]:
        shown = text(writer.get(path))
        assert "<script>" not in shown
        assert "Er is niets opgeslagen" in text(send(writer, path, "save"), 422)
        assert "Er is niets opgeslagen" in text(
            send(writer, path, "save", reason_nl="Ja", reason_en="Yes"), 422
        )
    mended = {"outcome": "hold", "reason_nl": "Ja", "reason_en": "Yes"}
    assert send(writer, f"{RULES}proposal/odd/", "save", **mended).status_code == 302
    said = '{id: odd, outcome: hold, when: [1], reason: {nl: Ja, en: "Yes"}, cites: [{source: EIGEN}]}'
    assert said in stored().text


def test_a_version_that_was_adopted_is_read_and_not_written(writer: Client) -> None:
    sent = fields(writer, ROW)
    adopted("KC-1")
    assert "Deze versie is vastgesteld" in text(writer.get(ROW))
    for changes in ({}, {"outcome": "hold"}):
        assert "Deze versie is vastgesteld" in text(writer.post(ROW, {"act": "save", **sent, **changes}), 409)
    assert "Voeg een regel toe" not in text(writer.get(RULES))


def test_a_rule_of_a_table_names_where_it_is_written(writer: Client) -> None:
    before = stored().text
    assert send(writer, FIRST, "save", source_0="EIGEN", place_0="bedacht").status_code == 302
    assert "{when: {country: CN}, value: full, cites: [{source: EIGEN, place: bedacht}]}" in stored().text
    assert "bedacht" in text(writer.get(RULES))
    assert changed() == ["tables posture"]
    assert "Kies de bron" in text(send(writer, FIRST, "save", source_0="", place_0="ergens"), 422)
    assert send(writer, FIRST, "save", source_0="", place_0="").status_code == 302
    assert stored().text == before
