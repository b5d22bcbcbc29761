"""What the form of a page sends if nobody touches it."""

import re
from html import unescape
from typing import Any


def fields_in(page: str, mark: str) -> dict[str, Any]:
    """The fields of the first form in which a mark stands; without a button it is a preview."""
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if mark in one)
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        told = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if told.get("type") != "checkbox":
            found[told["name"]] = unescape(told.get("value", ""))
        elif " checked" in tag:
            found.setdefault(told["name"], []).append(unescape(told.get("value", "on")))
    for name, body in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        found[name] = (
            unescape(chosen[1]) if chosen else unescape(re.findall(r'<option value="([^"]*)"', body)[0])
        )
    for name, body in re.findall(r'<textarea name="([^"]+)".*?>(.*?)</textarea>', form, re.DOTALL):
        found[name] = unescape(body).strip()
    found.pop("act")
    return found
