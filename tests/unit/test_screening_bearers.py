"""How much a Chinese name tells."""

from openkader.screening.evidence import Feature
from openkader.screening.names import telling
from tests.unit.screening_parties import meet


def told(surname: str, *given: str) -> float:
    return telling({surname}, [{syllable} for syllable in given])


def test_a_common_name_tells_less_than_a_rare_one() -> None:
    assert told("wang", "wei") < told("li", "xiao", "ming") < told("dou", "xuan", "li")


def test_an_initial_tells_less_than_its_syllable() -> None:
    assert told("wang", "x") < told("wang", "xuan")


def test_what_a_name_leaves_open_tells_less() -> None:
    assert telling({"zhou", "zou"}, [{"ren"}]) < told("zhou", "ren")


def test_a_syllable_that_nobody_has_tells_much_and_no_more() -> None:
    assert told("wang", "qwx") == told("wang", "xwq") < 25


def test_who_has_a_rare_name_is_likelier_the_one_on_the_list() -> None:
    common, rare = meet("Wang Wei", "Wang Wei"), meet("Dou Xuanli", "Dou Xuanli")
    assert common is not None
    assert rare is not None
    assert common.score < rare.score
    assert [piece.feature for piece in common.evidence][1] is Feature.COMMON_NAME
    assert [piece.feature for piece in rare.evidence][1] is Feature.RARE_NAME
