"""One table says what the words of organisations mean, in every script: a name meets that in another language."""

import pytest

from openkader.screening.evidence import Band
from openkader.screening.names import organisation_words, read_name
from openkader.screening.names.english_words import STOPWORDS
from openkader.screening.names.folding import words
from openkader.screening.names.foreign_words import translated
from openkader.screening.names.glossary import canonical, kind
from openkader.screening.names.han import rows
from openkader.screening.names.meanings import has_words, part_of, words_in
from openkader.screening.names.scripts import script_of
from openkader.screening.names.vocabulary import Part, Script
from tests.unit.screening_parties import meet

TABLE = [row.split("\t") for row in rows("meanings")]


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("Министерство транспорта", "Ministry of Transport"), ("Міністерство транспорту", "Ministry of Transport"),
        ("Ministère des Transports", "Ministry of Transport"), ("Ministerio de Transporte", "Ministry of Transport"),
        ("وزارة النقل", "Ministry of Transport"), ("Bakanlığı Ulaştırma Taşımacılık", "Transport Ministry Ulastirma"),
        ("بانک صنعت", "Bank of Industry"), ("دانشگاه علوم پزشکی", "University of Medical Sciences"),
        ("الجامعة الإسلامية", "Islamic University"), ("Universidad Nacional", "National University"),
        ("Вертолётный завод", "Helicopter Plant"), ("Институт космических исследований", "Space Research Institute"),
        ("Силы специальных операций", "Special Operations Forces"),
        ("대외건설총회사", "General Corporation for Foreign Construction"),
        ("Institut der Luftfahrt", "Institute for Aviation"),
        ("Fabrica de Armas", "Weapons Factory"), ("Rederij", "Shipping"), ("كتائب التحرير", "Liberation Brigades"),
    ],
)  # fmt: skip
def test_a_kind_of_organisation_is_the_same_in_every_language(written: str, english: str) -> None:
    wanted = set(organisation_words(english).words)
    found = [set(variant.tokens) for variant in read_name(written, "Organization").variants]
    assert wanted in found


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("завод", "factory"), ("заводов", "factory"), ("исследований", "research"), ("банковский", "bank"),
        ("сил", "force"),
        ("силикон", None), ("сталинград", None), ("банкирша", None), ("красный", None),
    ],
)  # fmt: skip
def test_a_cyrillic_word_is_known_by_its_stem_and_an_ending_that_there_is(
    word: str, english: str | None
) -> None:
    assert translated(word, Script.CYRILLIC) == ((word, english),)


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("النفط", "petroleum"), ("للنفط", "petroleum"), ("والنفط", "petroleum"), ("الوطنية", "national"),
        ("وَطَنِيّ", "national"),
        ("شرکت", "company"), ("بعلبك", None), ("لبنى", None),
    ],
)  # fmt: skip
def test_an_arabic_word_is_known_without_its_article_and_ending(word: str, english: str | None) -> None:
    assert [meaning for _, meaning in translated(word, Script.ARABIC)] == [english]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("НИИ «Ромашка»", "Romashka Research Institute"),
        ("OKB Romashka", "Romashka Experimental Design Bureau"),
        ("Uralsky Zavod Romashka", "Ural Romashka Plant"),
        ("Jamaa Voorbeeldiya", "Groupe Voorbeeldiya"),
        (
            "Федеральное государственное бюджетное учреждение науки Институт «Ромашка»",
            "Romashka Institute FGBU",
        ),
        ("Borisat Voorbeeldwa Chamkat", "Voorbeeldwa Co., Ltd."),
    ],
)
def test_names_in_two_languages_raise_an_alert(asked: str, listed: str) -> None:
    hit = meet(asked, listed, schema="Organization")
    assert hit is not None
    assert hit.band is not Band.CLEAR


def test_a_general_word_tells_no_organisation_apart() -> None:
    assert kind("ministry", (), ()) is kind("shipping", (), ()) is Part.INDUSTRY
    assert kind("central", (), ()) is Part.INDUSTRY
    assert kind("kazan", (), ()) is kind("africa", (), ()) is kind("kong", ("hong",), ()) is Part.PLACE
    assert kind("jihad", (), ()) is kind("romashka", (), ()) is Part.BRAND
    assert has_words(Script.ARABIC)
    assert not has_words(Script.GREEK)


def test_the_table_is_sound() -> None:
    assert {len(row) for row in TABLE} == {6}
    heads = [row[0] for row in TABLE]
    assert len(heads) == len(set(heads))
    assert set(part_of().values()) <= {Part.INDUSTRY, Part.PLACE, Part.BRAND}
    for place, script in enumerate((Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.HANGUL), start=2):
        every = [word for row in TABLE for word in row[place].split()]
        assert len(every) == len(set(every)) == len(words_in(script))
        assert {script_of(word) for word in every if word.isalpha()} <= {script}


def test_no_word_leads_on_to_another() -> None:
    latin = words_in(Script.LATIN)
    assert all(words(word) == (word,) for word in latin)
    assert set(latin) & {row[0] for row in TABLE} == set()
    assert [word for word in latin if word in STOPWORDS] == []
    english = {part for row in TABLE for part in row[0].split()} - STOPWORDS
    assert [word for word in english if canonical(word) != (word,)] == []
