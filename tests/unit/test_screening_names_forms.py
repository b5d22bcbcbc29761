"""Legal forms of several words, in several languages, are one word."""

import pytest

from openkader.screening.names import organisation_words
from openkader.screening.names.legal_forms import joined_letters


@pytest.mark.parametrize(
    "names",
    [
        ("Joint Stock Company Romashka", "JSC Romashka", "Romashka AO", "Open Joint-Stock Company «Romashka»",
         "Romashka P.J.S.C.", "Otkrytoye aktsionernoye obshchestvo Romashka"),
        ("OOO Romashka", "Romashka LLC", "Limited Liability Company Romashka", "Romashka L.L.C.",
         "Obshchestvo s ogranichennoi otvetstvennostyu Romashka", "Romashka Məhdud Məsuliyyətli Cəmiyyəti"),
        ("Daming SA", "Daming S.A.", "Daming Sociedad Anónima", "Société Anonyme Daming", "Daming S.A. de C.V."),
        ("Daming SAS", "Daming Sociedad por Acciones Simplificada", "Daming S.A.S."),
        ("Daming AG", "Daming Aktiengesellschaft"),
        ("Daming GmbH", "Daming Gesellschaft mit beschränkter Haftung"),
        ("Daming B.V.", "Besloten Vennootschap Daming"),
        ("Daming A.Ş.", "Daming Anonim Şirketi", "Daming A/S", "Daming A S"),
        ("Daming Sdn Bhd", "Daming Sendirian Berhad"), ("Daming KK", "Kabushiki Kaisha Daming"),
        ("Daming FGUP", "Federal State Unitary Enterprise Daming"),
    ],
)  # fmt: skip
def test_a_legal_form_is_one_word(names: tuple[str, ...]) -> None:
    assert len({organisation_words(name).words for name in names}) == 1


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Daming S.A.", "Daming SA"), ("Daming S.A.de C.V.", "Daming SA de CV"),
        ("P.I. Plandin Plant", "P.I. Plandin Plant"),
        ("Daming A S", "Daming AS"), ("Daming B X", "Daming B X"), ("L & H", "L & H"),
    ],
)  # fmt: skip
def test_only_the_letters_of_a_legal_form_are_joined(text: str, joined: str) -> None:
    assert joined_letters(text).split() == joined.split()


def test_a_short_form_counts_only_at_the_edge_of_a_name() -> None:
    assert organisation_words("Daming AD").legal_form == ("jsc",)
    assert organisation_words("Daming Ad Factory").legal_form == ()


def test_a_name_that_is_nothing_but_a_form_keeps_it() -> None:
    assert organisation_words("Joint Stock Company").words == ("jsc",)
    assert organisation_words("AS").words == ("as",)
