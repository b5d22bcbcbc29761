"""The sentences about telling other systems what happens with cases."""

from openkader.base.text import Text

SUBSCRIPTIONS: dict[str, Text] = {
    "role.subscribe": Text(
        nl="Een abonnement op zaken neemt alleen wie zaken mag lezen, en een auditor niet: die verandert niets.",
        en="Only whoever may read cases subscribes to them, and no auditor: they change nothing.",
    ),
    "subscription.no-name": Text(
        nl="Geef het abonnement een naam van hooguit {most} tekens.",
        en="Give the subscription a name of at most {most} characters.",
    ),
    "subscription.no-kind": Text(
        nl="Kies van welke gebeurtenissen de ontvanger hoort.",
        en="Choose of which events the receiver hears.",
    ),
    "subscription.too-many": Text(
        nl="Dit account heeft al {most} abonnementen. Trek er eerst een in.",
        en="This account has {most} subscriptions already. Withdraw one first.",
    ),
    "subscription.taken": Text(
        nl="Dit account heeft al een abonnement ‘{name}’. Kies een andere naam, of trek het eerst in.",
        en="This account has a subscription ‘{name}’ already. Choose another name, or withdraw it first.",
    ),
    "subscription.bad-address": Text(
        nl="Dit is geen adres van een ontvanger. Schrijf het voluit, met https:// ervoor, zonder naam of wachtwoord "
        "en van hooguit {most} tekens.",
        en="This is no address of a receiver. Write it in full, with https:// in front, without a name or password "
        "and of at most {most} characters.",
    ),
    "subscription.not-allowed": Text(
        nl="Naar dit adres mag Open Kader niets sturen: alleen https naar een plaats op het internet, of een server "
        "die in OPENKADER_INNER staat. Het logboek zegt waarom dit adres niet mag.",
        en="Open Kader may send nothing to this address: only https to a place on the internet, or a server that "
        "stands in OPENKADER_INNER. The log says why this address may not be used.",
    ),
    "subscription.not-yours": Text(
        nl="Een abonnement neemt iedereen zelf, voor het eigen account.",
        en="Everybody subscribes for their own account.",
    ),
    "subscription.overtaken": Text(
        nl="Een ander levert hier ondertussen af, of het abonnement is ingetrokken.",
        en="Somebody else delivers here by now, or the subscription was withdrawn.",
    ),
}
