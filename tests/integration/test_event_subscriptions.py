"""Other systems hear what happens with the cases that their account may see, once and in order, and nothing of it."""

import base64
import hashlib
import hmac
import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.casework.case_events import CaseEvent
from openkader.casework.permissions import Act, HouseHand, TokenHand
from openkader.casework.subscribing import KEPT, MOST_FAILURES, MOST_SUBSCRIPTIONS, Silence
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.conf.security import Security
from openkader.kader import Assessor
from openkader.register import models, posting, selectors, services
from openkader.register.accounts import Post
from openkader.register.entries import ActivityEntry
from openkader.register.posting import post
from openkader.register.subscriptions import TakenEvent, subscriptions
from tests.integration.register_house import TITLE, a_request, answered, refused
from tests.integration.subscription_house import WORLD, Receiver, a_subscription, receiving
from tests.integration.token_house import HAND, NOW

pytestmark = pytest.mark.django_db
ANSWERED, TAKEN_IN = CaseEvent.ANSWERED, CaseEvent.TAKEN_IN


@pytest.fixture
def receiver(settings: Any) -> Iterator[Receiver]:
    settings.OUTGOING = Security.read({"OPENKADER_INNER": "127.0.0.1"}).outgoing
    with receiving() as found:
        yield found


def take(now: Any = NOW) -> TakenEvent:
    taken = services.take_event("worker", now=now)
    assert taken is not None
    return taken


def delivered(receiver: Receiver, now: Any = NOW) -> list[tuple[str, str]]:
    """What a worker tells now: the kind and the subject of each, in the order in which it came."""
    before = len(receiver.came)
    while (taken := services.take_event("worker", now=now)) is not None:
        services.finish_event(taken, post(taken, now=now), by="worker", now=now)
    return [(one["type"], one["subject"]) for one in receiver.came[before:]]


def waiting() -> int:
    return models.OutgoingEvent.objects.count()


def test_a_receiver_hears_what_happened_where_and_when_and_nothing_of_it(
    receiver: Receiver, assessor: Assessor, settings: Any
) -> None:
    settings.OPENKADER_ORGANISATION = "Provincie Voorbeeld (fictief)"
    a_subscription(receiver.url + "/hook?key=x")
    answered(assessor, a_request())
    assert delivered(receiver) == [(ANSWERED, "V-1")]
    (event,), (headers,) = receiver.came, receiver.headers
    assert event == {
        "specversion": "1.0",
        "type": "nl.openkader.verzoek.beantwoord",
        "source": "urn:nld:provincie-voorbeeld-%28fictief%29:systeem:openkader",
        "id": headers["webhook-id"],
        "time": "2030-05-01T12:00:00.000Z",
        "subject": "V-1",
    }
    assert headers["content-type"] == "application/cloudevents+json; charset=utf-8"
    assert waiting() == 0


def test_it_knows_that_it_was_us_by_the_secret_that_it_got(receiver: Receiver, assessor: Assessor) -> None:
    secret = a_subscription(receiver.url)
    answered(assessor, a_request())
    delivered(receiver)
    (headers,), (body,) = receiver.headers, receiver.bodies
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["webhook-timestamp"] == str(int(NOW.timestamp()))
    row = models.EventSubscription.objects.get()
    kept = [*models.EventSubscription.objects.values(), *models.AuditEvent.objects.values()]
    assert secret not in repr(kept)
    assert secret.removeprefix("whsec_") not in repr(kept) + repr(take_again(row))


def take_again(row: models.EventSubscription) -> TakenEvent:
    models.OutgoingEvent.objects.create(
        subscription=row, request=models.Request.objects.get(), event="x", kind=ANSWERED, at=NOW
    )
    return take()


def test_it_hears_only_of_the_kinds_that_it_chose(receiver: Receiver, assessor: Assessor) -> None:
    a_subscription(receiver.url, kinds=(TAKEN_IN,))
    a_subscription(receiver.url, kinds=(CaseEvent.ASSESSED,), name="ander", role=None)
    request = answered(assessor, a_request())
    services.assess_request(request, assessor=assessor, **HAND)
    assert delivered(receiver) == [(CaseEvent.ASSESSED, "V-1")]


def test_an_activity_is_told_under_the_number_of_its_case_and_one_without_a_case_not_at_all(
    receiver: Receiver, assessor: Assessor
) -> None:
    from tests.integration.activity_house import planned

    a_subscription(receiver.url, kinds=(CaseEvent.PLANNED, CaseEvent.CANCELLED))
    activity = planned(assessor)
    services.cancel_activity(activity, "Afgezegd door de gasten (fictief).", **HAND)
    entry = ActivityEntry(reference="X-1", year=2030, title=TITLE)
    services.record_activity(entry, **HAND)
    assert delivered(receiver) == [(CaseEvent.PLANNED, "V-1"), (CaseEvent.CANCELLED, "V-1")]


def test_of_a_confidential_case_of_others_not_even_the_number_leaves(
    receiver: Receiver, assessor: Assessor
) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request("V-1", confidentiality=Confidentiality.SECRET))
    answered(assessor, a_request("V-2"))
    assert delivered(receiver) == [(ANSWERED, "V-2")]
    assert b"V-1" not in b"".join(receiver.bodies)
    assert waiting() == 0


def test_what_may_be_seen_is_asked_when_it_is_told_and_not_when_it_happened(
    receiver: Receiver, assessor: Assessor
) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request("V-1"))
    models.Request.objects.update(confidentiality=Confidentiality.SECRET.value)
    assert delivered(receiver) == []
    models.Request.objects.update(confidentiality=Confidentiality.INTERNAL.value)
    answered(assessor, "V-1", demand=False)
    services.change_roles("colleague", Post(roles=[AccountRole.ADMINISTRATOR]), **HAND)
    assert delivered(receiver) == []
    assert waiting() == 0


def test_a_closed_account_hears_nothing_also_of_what_waited(receiver: Receiver, assessor: Assessor) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request("V-1"))
    services.close_account("colleague", **HAND)
    answered(assessor, a_request("V-2"))
    assert delivered(receiver) == []
    assert waiting() == 1


def test_events_come_in_order_and_a_second_receiver_does_not_wait_for_the_first(
    receiver: Receiver, assessor: Assessor
) -> None:
    a_subscription(receiver.url)
    with receiving() as deaf:
        deaf.status = 503
        a_subscription(deaf.url, name="doof", role=None)
        for number in range(4):
            answered(assessor, a_request(f"V-{number}"))
        assert [subject for _, subject in delivered(receiver)] == ["V-0", "V-1", "V-2", "V-3"]
        assert [one["subject"] for one in deaf.came] == ["V-0"]
        assert deaf.came[0]["id"] == receiver.came[0]["id"]


def test_what_was_not_heard_comes_again_under_the_same_id(receiver: Receiver, assessor: Assessor) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request())
    receiver.status = 500
    delivered(receiver)
    receiver.status = 202
    assert delivered(receiver, NOW + timedelta(seconds=59)) == []
    assert delivered(receiver, NOW + timedelta(minutes=1)) == [(ANSWERED, "V-1")]
    first, second = receiver.came
    assert first == second
    assert receiver.headers[0]["webhook-timestamp"] != receiver.headers[1]["webhook-timestamp"]


def test_a_receiver_that_is_away_for_a_day_hears_all_of_it_in_order(
    receiver: Receiver, assessor: Assessor
) -> None:
    a_subscription(receiver.url)
    receiver.status = 503
    for hour in range(25):
        answered(assessor, a_request(f"V-{hour:02}"))
        delivered(receiver, NOW + timedelta(hours=hour))
    assert {one["subject"] for one in receiver.came} == {"V-00"}
    assert selectors.background(NOW).held == ()
    receiver.status = 204
    found = delivered(receiver, NOW + timedelta(hours=27))
    assert [subject for _, subject in found] == [f"V-{hour:02}" for hour in range(25)]


def failed(times: int) -> Any:
    """A receiver that fails so often, as the clock goes; the moment of the last attempt."""
    now = NOW
    for _ in range(times):
        services.finish_event(take(now), "503", by="worker", now=now)
        now += timedelta(hours=2)
    return now


def test_who_fails_too_often_is_held_and_seen_until_somebody_sends_again(
    receiver: Receiver, assessor: Assessor
) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request())
    now = failed(MOST_FAILURES)
    assert services.take_event("worker", now=now + timedelta(days=1)) is None
    (row,) = subscriptions()
    assert (row.is_held, row.waiting, row.waiting_since, row.answer) == (True, 1, NOW, "503")
    assert selectors.events(limit=1)[0].action == "subscription.held"
    assert selectors.background(now).held == (row,)
    assert services.send_events_again(by=HouseHand("cli:x"), now=now) == 1
    assert services.send_events_again(by=HouseHand("cli:x"), now=now) == 0
    assert delivered(receiver, now) == [(ANSWERED, "V-1")]


def test_who_is_silent_for_a_month_is_told_nothing_more(assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    failed(MOST_FAILURES)
    later = NOW + KEPT
    services.finish_event(take(later), Silence.UNREACHABLE, by="worker", now=later)
    assert (subscriptions()[0].withdrawn_at, waiting()) == (later, 0)
    assert selectors.events(limit=1)[0].detail["why"] == "silent"


def test_who_says_to_be_gone_is_told_nothing_more(receiver: Receiver, assessor: Assessor) -> None:
    a_subscription(receiver.url)
    for number in range(3):
        answered(assessor, a_request(f"V-{number}"))
    receiver.status = 410
    delivered(receiver)
    assert (len(receiver.came), waiting()) == (1, 0)
    assert selectors.events(limit=1)[0].detail["why"] == "gone"
    answered(assessor, a_request("V-9"))
    assert waiting() == 0


def test_a_worker_that_was_overtaken_says_nothing_and_another_tells_it_again(assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    first = take()
    assert services.take_event("other", now=NOW) is None
    later = NOW + timedelta(minutes=2)
    second = take(later)
    assert (second.event, second.row) == (first.event, first.row)
    refused("subscription.overtaken", lambda: services.finish_event(first, "204", by="worker", now=later))
    assert services.finish_event(second, "204", by="other", now=later)
    refused("subscription.overtaken", lambda: services.finish_event(second, "204", by="other", now=later))


def test_one_that_is_withdrawn_while_it_is_told_stays_so(assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    taken = take()
    services.withdraw_subscription("colleague", "zaaksysteem", **HAND)
    refused("subscription.overtaken", lambda: services.finish_event(taken, "500", by="worker", now=NOW))
    assert waiting() == 0
    with pytest.raises(NotFound):
        services.withdraw_subscription("colleague", "zaaksysteem", **HAND)
    a_subscription(role=None)  # the name is free again


def test_a_change_that_is_not_kept_is_not_told(assessor: Assessor, monkeypatch: pytest.MonkeyPatch) -> None:
    from openkader.register import audit, outbox

    a_subscription()
    request = a_request()
    whole = outbox.enter_events

    def falls(links: Any) -> None:
        whole(links)
        raise RuntimeError("the power went out")

    monkeypatch.setattr(audit, "enter_events", falls)
    with pytest.raises(RuntimeError):
        answered(assessor, request)
    assert waiting() == 0


def test_a_redirect_is_not_followed(receiver: Receiver, assessor: Assessor) -> None:
    with receiving() as elsewhere:
        a_subscription(receiver.url)
        answered(assessor, a_request())
        receiver.status, receiver.more = 307, {"Location": elsewhere.url}
        assert post(take(), now=NOW) == "307"
        assert elsewhere.came == []


def test_what_a_receiver_answers_is_not_read(receiver: Receiver, assessor: Assessor) -> None:
    """Of 10 MB nothing but the status is taken, though more was sent than fits between us."""
    a_subscription(receiver.url)
    answered(assessor, a_request())
    receiver.status, receiver.answer_body = 200, b"x" * 10_000_000
    assert post(take(), now=NOW) == "200"


def test_a_receiver_that_thinks_too_long_or_sends_drop_by_drop_is_left(
    receiver: Receiver, assessor: Assessor
) -> None:
    from threading import Event

    done = Event()
    a_subscription(receiver.url)
    answered(assessor, a_request())

    def think() -> None:
        done.wait(10)

    receiver.before = think
    assert post(take(), now=NOW, seconds=0.2) == Silence.TOO_SLOW
    done.set()


def test_nobody_there_is_no_answer(receiver: Receiver, assessor: Assessor) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        a_subscription(f"http://127.0.0.1:{probe.getsockname()[1]}")
        answered(assessor, a_request())
        assert post(take(), now=NOW) == Silence.UNREACHABLE


def test_what_no_key_of_ours_opens_is_not_told_without_a_signature(
    receiver: Receiver, assessor: Assessor
) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request())
    other = Fernet(Fernet.generate_key()).encrypt(b"x").decode()
    models.EventSubscription.objects.update(locked=other)
    assert post(take(), now=NOW) == Silence.LOCKED
    assert receiver.came == []


def test_a_renewed_key_of_the_installation_opens_it_and_resealing_renews_it(
    assessor: Assessor, settings: Any
) -> None:
    secret, former = a_subscription(), settings.SECRET_KEY
    answered(assessor, a_request())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key of the installation", [former]
    assert services.reseal_second_steps(**HAND).done == 1
    settings.SECRET_KEY_FALLBACKS = []
    assert take().secret == secret


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://127.0.0.1/",
            "https://localhost/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/",
        ),
        *("http://1.1.1.1/", "https://[::ffff:10.0.0.1]/", "https://0.0.0.0/", "https://2130706433/"),
    ],
)
def test_an_address_inside_or_without_a_lock_is_refused_when_it_is_handed_in(
    address: str, settings: Any
) -> None:
    settings.OUTGOING = Security.read({}).outgoing
    with pytest.raises(Invalid) as raised:
        a_subscription(address)
    (problem,) = raised.value.problems
    assert (problem.code, problem.where, dict(problem.detail)) == ("subscription.not-allowed", "adres", {})


def test_a_name_that_leads_inside_later_is_refused_when_it_is_dialled(
    receiver: Receiver, assessor: Assessor, settings: Any
) -> None:
    a_subscription(receiver.url)
    answered(assessor, a_request())
    settings.OUTGOING = Security.read({}).outgoing
    assert post(take(), now=NOW) == Silence.NOT_ALLOWED
    assert receiver.came == []


def test_a_name_that_is_not_known_yet_may_be_handed_in(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    settings.OUTGOING = Security.read({}).outgoing
    assert a_subscription("https://zaken.example/hook").startswith("whsec_")


def test_an_address_that_is_none_is_refused_with_its_place() -> None:
    with pytest.raises(Invalid) as raised:
        a_subscription("ftp://example.nl")
    assert raised.value.problems[0].code == "subscription.bad-address"


def test_a_subscription_is_of_whoever_opens_it_once_and_an_account_has_so_many() -> None:
    a_subscription()
    refused("subscription.taken", lambda: a_subscription(role=None))
    services.open_account("other", "een-lang-wachtwoord-9", post=Post(roles=[AccountRole.ADVISER]), **HAND)
    refused("subscription.not-yours", lambda: a_subscription(role=None, name="x", by="other"))
    for number in range(MOST_SUBSCRIPTIONS - 1):
        a_subscription(role=None, name=f"s{number}", by="colleague")
    refused("subscription.too-many", lambda: a_subscription(role=None, name="x"))
    services.close_account("other", **HAND)
    refused("account.closed-already", lambda: a_subscription(account="other", role=None))


def test_a_token_needs_the_scope_and_another_colleague_withdraws_nothing() -> None:
    a_subscription()
    reads = TokenHand("colleague", "leest", frozenset({Act.READ_CASES}))
    refused("token.out-of-scope", lambda: a_subscription(role=None, name="x", by=reads))
    withdraw = services.withdraw_subscription
    refused("token.out-of-scope", lambda: withdraw("colleague", "zaaksysteem", by=reads, now=NOW))
    services.open_account("other", "een-lang-wachtwoord-9", post=Post(roles=[AccountRole.DECIDER]), **HAND)
    refused("role.manage-people", lambda: withdraw("colleague", "zaaksysteem", by="other", now=NOW))
    with pytest.raises(Refused):
        services.send_events_again(by="other", now=NOW)
    subscribes = TokenHand("colleague", "abonneert", frozenset({Act.SUBSCRIBE}))
    withdraw("colleague", "zaaksysteem", by=subscribes, now=NOW)
    assert selectors.events(limit=1)[0].detail["token"] == "abonneert"


def test_the_trail_says_to_which_host_and_not_with_which_word_in_the_address() -> None:
    a_subscription(WORLD + "?key=verborgen")
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["host"]) == ("subscription.opened", "1.1.1.1")
    assert "verborgen" not in repr(models.AuditEvent.objects.values_list("detail"))


def test_what_goes_out_is_the_same_at_every_attempt(assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    assert posting.cloud_event(take()) == posting.cloud_event(take(NOW + timedelta(hours=1)))
