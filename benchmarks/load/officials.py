"""Officials who read and write at once: what each of them does, one thing after another.

Run by locust, which ``benchmarks.load.journeys`` starts. LOAD_SESSIONS names a file with a session for each of them,
and LOAD_FOUND the file in which the time of every page is written.
"""

import itertools
import json
import os
import time
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from locust import FastHttpUser, events, task
from requests.cookies import create_cookie

from benchmarks.load.forms import Form, forms_in
from benchmarks.web.inside import DOSSIER, FORM
from benchmarks.web.measuring import SEARCHED

LISTS = (
    "/werk/?van=team",
    "/werk/?van=all",
    "/werk/?van=all&volgorde=newest",
    "/werk/?van=all&volgorde=changed",
    "/werk/?van=all&land=KR",
)
_OVERTAKEN = 409  # somebody else was at the same case: a right answer, and no error
_NUMBERS = itertools.count()
_FOUND: list[tuple[str, float, int, str, float]] = []
_HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


@events.request.add_listener
def _note(name: str, response_time: float, response: Any, exception: Any, **_other: Any) -> None:
    status = int(getattr(response, "status_code", 0) or 0)
    _FOUND.append((name, response_time, status, repr(exception) if exception else "", time.time()))


@events.quitting.add_listener
def _hand_over(**_other: Any) -> None:
    Path(os.environ["LOAD_FOUND"]).write_text(json.dumps(_FOUND), encoding="utf-8")


class Official(FastHttpUser):
    """Somebody at work. Each answers from the page that is before them, as a browser sends its form."""

    def on_start(self) -> None:
        """Sits down, and takes up what was last looked at."""
        number = next(_NUMBERS)
        sessions = list(json.loads(Path(os.environ["LOAD_SESSIONS"]).read_text("utf-8")).values())
        self.dice = Random(number)
        self.known: list[str] = []
        session = create_cookie("sessionid", sessions[number % len(sessions)], domain="127.0.0.1")
        self.client.cookiejar.set_cookie(session)

    def wait_time(self) -> float:
        """How long a page is looked at before the next."""
        return self.dice.uniform(0.5, 1.5)

    @task(3)
    def look_at_work(self) -> None:
        """The list of what is to be done, and from it a dossier."""
        self._learn(self._get(self.dice.choice(LISTS), "work list"))
        self._pause()
        self._open()

    @task(2)
    def search(self) -> None:
        """A name that somebody mentions on the telephone, and the dossier that it leads to."""
        self._learn(self._get(f"/werk/?van=all&zoek={quote(self.dice.choice(SEARCHED))}", "search"))
        self._pause()
        self._open()

    @task(2)
    def weigh(self) -> None:
        """A case is assessed by the kader, and the assessment is read."""
        found = self._form("toetsing/")
        if found:
            self._pause()
            self._send(found, {}, "assessment")

    @task(2)
    def answer(self) -> None:
        """One question of a case is answered, or answered otherwise; every other time it is assessed at once."""
        found = self._form("antwoorden/")
        if not found:
            return
        self._pause()
        asked = sorted(
            name for name, said in found.choices.items() if name.startswith("answer-") and "true" in said
        )
        name = self.dice.choice(asked) if asked else ""
        changes = {name: self.dice.choice(["true", "false", "_unknown"])} if name else {}
        basis = (
            {f"basis-{name.removeprefix('answer-')}": f"Bedacht, {self.dice.random():.6f}"} if name else {}
        )
        then = self.dice.choice(["", "assess"])
        step = "answer, and assess" if then else "answer"
        self._send(found, {**changes, **basis, "then": then}, step)

    @task(1)
    def assign(self) -> None:
        """A case is taken up by whoever looks at it."""
        place = self._some()
        if place:
            form = self._one(f"{place}toewijzen/", f"{place}toewijzen/", "assign, form")
            self._pause()
            if form:
                self._send(form, {"to_me": "1"}, "assign")

    @task(1)
    def enter(self) -> None:
        """A request that came by telephone is entered."""
        form = self._one(FORM, FORM, "new request, form")
        if not form:
            return
        self._pause()
        said = {
            "said": "Bedacht: een delegatie wil op bezoek komen.",
            "subject": f"Bedacht bezoek {self.dice.random():.6f}",
            "kind": "incoming_delegation",
            "initiative": "unknown",
            "country": self.dice.choice(["CN", "KR", "JP"]),
            "channel": "phone",
        }
        self._send(form, said, "new request")

    def _open(self) -> None:
        place = self._some()
        if place:
            self._get(place, "dossier")

    def _some(self) -> str:
        if not self.known:
            self._learn(self._get(LISTS[0], "work list"))
            self._pause()
        return self.dice.choice(self.known) if self.known else ""

    def _form(self, last: str) -> Form | None:
        place = self._some()
        return self._one(place, f"{place}{last}", "dossier") if place else None

    def _one(self, page: str, action: str, step: str) -> Form | None:
        return forms_in(self._get(page, step)).get(action)

    def _learn(self, page: str) -> None:
        places = [place for place in dict.fromkeys(DOSSIER.findall(page)) if place != FORM]
        self.known = (places + self.known)[:200]

    def _get(self, path: str, step: str) -> str:
        with self.client.get(path, name=step, catch_response=True) as answer:
            if answer.status_code != 200:
                answer.failure(f"{path}: {answer.status_code}")
            return str(answer.text or "")

    def _send(self, form: Form, changes: dict[str, str], step: str) -> None:
        """Send a form, and read the page to which that leads."""
        values = [(name, value) for name, said in form.filled(**changes).items() for value in said]
        with self.client.post(
            form.action,
            data=urlencode(values),
            headers=_HEADERS,
            name=step,
            catch_response=True,
            allow_redirects=False,
        ) as answer:
            if answer.status_code == _OVERTAKEN:
                answer.success()
                return
            if answer.status_code != 302:
                answer.failure(f"{form.action}: {answer.status_code}")
                return
            answer.success()
            onwards = str(answer.headers.get("Location", "")).partition("#")[0]
        if onwards:
            self._get(onwards, f"{step}, read")

    def _pause(self) -> None:
        time.sleep(self.wait_time())
