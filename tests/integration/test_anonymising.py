"""A copy to test with: nobody is named in it, and everything else is there and works. All names here are made up."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.db.models import ForeignKey

from openkader.register.anonymising.columns import LEFT_OUT
from tests.installation import Installation, one_sentence

PLANTED = {
    "person": "Katrijn Verzonnevelde",
    "chinese": "欧阳虚构",
    "address": "katrijn@verzonnevelde.example",
    "telephone": "0612345678",
    "account": "verzonnevelde",
    "told": "een reden die niemand mag lezen",
    "page": "https://verzonnevelde.example/katrijn",
    "reference": "P-verzonnevelde",
}
PLANT = f"""
import json
from datetime import UTC, datetime
from django.contrib.auth.models import User
from django.db import transaction
from openkader.casework.permissions import HouseHand
from openkader.register import audit, models
from openkader.register.shelf import shelf
p = {PLANTED!r}
now = datetime(2026, 1, 2, tzinfo=UTC)
User.objects.create(username=p["account"], first_name=p["person"], email=p["address"], password="pbkdf2_sha256$1$a$b")
row = dict(recorded_at=now, recorded_by=p["account"])
party = models.Party.objects.create(
    reference=p["reference"], kind="person", name=p["person"], birth_date="1971-03-05", **row
)
models.PartyName.objects.create(party=party, name=p["chinese"], script="Hans", language="zh")
models.PartyIdentifier.objects.create(party=party, scheme="KVK", value=p["telephone"])
models.Reference.objects.create(reference=p["reference"], object_kind="party", dossier=p["reference"])
case = models.Request.objects.order_by("pk").first()
models.Answer.objects.create(
    request=case, fact="told_by_telephone", value=p["told"], basis=p["told"] + " van " + p["person"], **row
)
text = (p["told"] + p["chinese"]).encode()
models.Document.objects.create(
    request=case, reference="D-1", name=p["person"] + ".txt", media_type="text/plain", purpose="attachment",
    digest=shelf().put(text), size=len(text), **row
)
detail = {{"said": p["told"], "of": [p["account"], p["reference"], p["telephone"], p["address"], p["page"]]}}
with transaction.atomic():
    said = audit.Draft("party.recorded", "party", p["reference"], p["reference"], detail)
    audit.append([said], by=p["account"], now=now)
    opened = audit.Draft("account.opened", "account", p["account"], "", {{}})
    audit.append([opened], by="cli:" + p["account"], now=now)
"""
LOOK = """
import json
from django.test import Client
from django.contrib.auth.models import User
from openkader.casework.vocabulary import AccountRole
from openkader.register.models import HeldRole, Request
who = User.objects.create(username="tester")
from django.utils import timezone
for role in ("adviser", "evaluator", "archivist"):
    HeldRole.objects.create(account=who, role=role, at=timezone.now(), by="cli:demo")
client = Client(headers={"host": "localhost"}); client.force_login(who)
pages = ["/werk/?van=all", "/dossiers/", "/partijen/", "/afspraken/", "/aanbevelingen/", "/netwerk/", "/inzage/"]
pages += ["/activiteiten/", "/initiatieven/", "/jaar/2024/", "/jaar/2025/", "/kader/studio/"]
pages += [f"/dossiers/{one}/" for one in Request.objects.values_list("reference", flat=True)]
print(json.dumps({page: client.get(page, follow=True).status_code for page in pages}))
"""


def planted(house: Installation) -> None:
    scripted(house, PLANT)


def scripted(house: Installation, code: str) -> str:
    done = house.script(code)
    out, err = done.communicate()
    assert done.returncode == 0, err
    return out


def copy_of(house: Installation) -> Installation:
    folder = house.data.parent / "copy"
    done = house.run("anonymise", str(folder))
    assert done.returncode == 0, done.stderr
    return Installation(folder)


def everything_in(house: Installation) -> str:
    with closing(sqlite3.connect(house.data / "db.sqlite3")) as database:
        said = "\n".join(database.iterdump())
    files = [
        path for path in house.data.rglob("*") if path.is_file() and not path.name.startswith("db.sqlite3")
    ]
    return said + "\n".join(str(path) + path.read_text("utf-8", "replace") for path in files)


def test_nobody_is_named_nothing_is_told_and_all_the_rest_is_there(filled: Installation) -> None:
    planted(filled)
    copy = copy_of(filled)
    told = everything_in(copy)
    for what, said in PLANTED.items():
        assert said not in told, what
        assert json.dumps(said)[1:-1] not in told, what
    assert "1971-03-05" not in told
    assert "Roadshow" not in told, "a title of the year that was loaded"
    assert "P-hebei" not in told, "a reference that says who somebody is"
    one_of_two_names(copy)
    figures = ("evaluate", "2024", "--format", "json")
    here, there = filled.run(*figures), copy.run(*figures)
    assert here.returncode == there.returncode == 0, here.stderr + there.stderr
    assert counted(here.stdout) == counted(there.stdout) != {}
    assert copy.run("audit", "verify").returncode == 0
    assert copy.run("documents", "verify").returncode == 0
    seen = json.loads(scripted(copy, LOOK).splitlines()[-1])
    assert len(seen) > 15
    assert set(seen.values()) == {200}, seen


def one_of_two_names(copy: Installation) -> None:
    """A name is in its own script, and a record that stands in two places has one reference."""
    people = "select name, reference from register_party where kind = 'person' order by id desc limit 1"
    ((name, party),) = copy.sql(people)
    assert re.fullmatch(r"Naam \d{9}", name)
    trail = copy.sql("select object_reference from register_auditevent where action = 'party.recorded'")
    assert trail.count((party,)) == 1
    assert re.search("样名[〇一二三四五六七八九]{9}", str(copy.sql("select name from register_partyname")))


def counted(said: str) -> dict[str, object]:
    """The numbers of the figures, without the records that lead to them."""
    asked = ("value", "low", "high", "of", "declared", "status")
    figures = json.loads(said)["figures"].items()
    return {name: {one: figure[one] for one in asked} for name, figure in figures}


def test_what_is_there_already_stays_and_nothing_is_left_of_a_copy_that_failed(
    loaded: Installation, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    refused = loaded.run("anonymise", str(tmp_path / "full"))
    assert refused.returncode != 0
    assert "not empty" in one_sentence(refused)
    assert (tmp_path / "full" / "mine").read_text() == "mine"
    nowhere = loaded.run("anonymise", str(tmp_path / "not" / "there"))
    assert nowhere.returncode != 0
    one_sentence(nowhere)
    (tmp_path / "locked").mkdir(mode=0o555)
    failed = loaded.run("anonymise", str(tmp_path / "locked" / "copy"), like_anyone=True)
    assert failed.returncode != 0
    assert "Permission denied" in one_sentence(failed)
    assert list((tmp_path / "locked").iterdir()) == []


def test_nothing_that_is_copied_leads_to_what_is_left_out() -> None:
    for model in apps.get_app_config("register").get_models():
        for field in model._meta.concrete_fields if model not in LEFT_OUT else ():
            if isinstance(field, ForeignKey):
                assert field.related_model not in LEFT_OUT, f"{model.__name__}.{field.name}"
