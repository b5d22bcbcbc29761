"""How a field of a form looks."""

INPUT = {"class": "form__input"}
TEXT = {**INPUT, "rows": 4}
DAY = {"class": "form__input form__input--short", "type": "date"}
