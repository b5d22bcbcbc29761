"""The sentences about keeping and destroying: terms, when something is due, and lists of what is to go."""

from openkader.base.archive_sentences import ARCHIVE
from openkader.base.text import Text

RETENTION: dict[str, Text] = {
    **ARCHIVE,
    "retention.always-kept": Text(
        nl="‘{kind}’ blijft altijd bewaard. Schrijf bij de termijn status: kept.",
        en="‘{kind}’ is always kept. Write status: kept for its term.",
    ),
    "retention.no-term": Text(
        nl="Bij de status ‘{status}’ hoort geen termijn. Laat years en begins weg.",
        en="The status ‘{status}’ has no term. Leave out years and begins.",
    ),
    "retention.half-a-term": Text(
        nl="Een termijn met een bron noemt ook {missing}.", en="A term with a source also names {missing}."
    ),
    "retention.unread-source": Text(
        nl="Op de bron ‘{source}’ kan geen termijn rusten: zij staat er niet bij, of is niet gelezen.",
        en="No term can rest on the source ‘{source}’: it is not named, or was not read.",
    ),
    "retention.years": Text(
        nl="{years} jaar kan geen bewaartermijn zijn. Gebruik 1 tot en met 100.",
        en="{years} years cannot be a retention term. Use 1 to 100.",
    ),
    "retention.kept": Text(nl="Blijft altijd bewaard.", en="Is kept for ever."),
    "retention.not-here": Text(
        nl="Wordt hier niet vernietigd; dat beslist de archivaris apart.",
        en="Is not destroyed here; the archivist decides on it apart.",
    ),
    "retention.unknown-term": Text(
        nl="Van deze soort is geen bewaartermijn met een bron bekend. Wat onbekend is, blijft.",
        en="Of this sort no retention term with a source is known. What is unknown stays.",
    ),
    "retention.no-practice": Text(
        nl="Dit dossier is verzonnen, en voor deze soort is geen oefentermijn opgegeven.",
        en="This dossier is made up, and no term to practise with is given for this sort.",
    ),
    "retention.still-open": Text(
        nl="Het dossier is nog niet afgesloten; de termijn begint pas daarna.",
        en="The dossier is not closed yet; the term only begins after that.",
    ),
    "retention.agreement-runs": Text(
        nl="Bij dit dossier hoort een afspraak die nog loopt.",
        en="An agreement that still runs belongs to this dossier.",
    ),
    "retention.no-beginning": Text(
        nl="De dag waarop de termijn begint is niet bekend. Wat onbekend is, blijft.",
        en="The day on which the term begins is not known. What is unknown stays.",
    ),
    "retention.due.closed": Text(
        nl="{years} jaar na de afsluiting op {from} ({source}, categorie {category}).",
        en="{years}-year term after it was closed on {from} ({source}, category {category}).",
    ),
    "retention.due.last-activity": Text(
        nl="{years} jaar na de laatste activiteit op {from} ({source}, categorie {category}).",
        en="{years}-year term after the last activity on {from} ({source}, category {category}).",
    ),
    "retention.due-practice.closed": Text(
        nl="{years} jaar na de afsluiting op {from}; een verzonnen termijn voor een verzonnen dossier.",
        en="{years}-year term after it was closed on {from}; made up, for a made-up dossier.",
    ),
    "retention.due-practice.last-activity": Text(
        nl="{years} jaar na de laatste activiteit op {from}; een verzonnen termijn voor een verzonnen dossier.",
        en="{years}-year term after the last activity on {from}; made up, for a made-up dossier.",
    ),
    "retention.closed": Text(
        nl="Deze organisatie heeft geen bewaartermijnen. Zet ze in retention.yaml bij het kader.",
        en="This organisation has no retention terms. Put them in retention.yaml beside the kader.",
    ),
    "destruction.nothing-chosen": Text(
        nl="Kies ten minste één dossier voor de vernietigingslijst.",
        en="Choose at least one dossier for the destruction list.",
    ),
    "destruction.not-due": Text(
        nl="{reference} mag op deze dag nog niet weg, of staat al op een lijst. Laad de pagina opnieuw.",
        en="{reference} may not go on that day yet, or is on a list already. Load the page again.",
    ),
    "destruction.own-list": Text(
        nl="U stelde deze lijst zelf op. Een ander beoordeelt haar.",
        en="You drew up this list yourself. Somebody else reviews it.",
    ),
    "destruction.other-reviewer": Text(
        nl="U gaf al akkoord. De tweede beoordelaar is iemand anders.",
        en="You agreed already. The second reviewer is somebody else.",
    ),
    "destruction.agreed-already": Text(
        nl="{name} gaf hiervoor al akkoord.", en="{name} agreed to this already."
    ),
    "destruction.over": Text(
        nl="Aan deze lijst verandert niets meer.", en="Nothing changes on this list any more."
    ),
    "destruction.empty": Text(
        nl="Op deze lijst staat niets meer. Trek haar in.", en="Nothing is left on this list. Withdraw it."
    ),
    "destruction.not-agreed": Text(
        nl="Vernietigen kan als de archivaris en de proceseigenaar allebei akkoord zijn.",
        en="It can be destroyed once the archivist and the process owner have both agreed.",
    ),
    "destruction.not-done": Text(
        nl="De verklaring is er zodra de lijst is uitgevoerd.",
        en="The certificate is there once the list has been carried out.",
    ),
    "destruction.no-reason": Text(
        nl="Schrijf op waarom, in hooguit 2.000 tekens.", en="Write down why, in at most 2,000 characters."
    ),
    "destruction.meanwhile": Text(
        nl="Intussen is er iets van de lijst gehaald. Kijk haar opnieuw na.",
        en="Something was taken off the list meanwhile. Look at it again.",
    ),
    "destruction.not-on-list": Text(
        nl="Dit staat niet op de lijst, of is er al van af gehaald.",
        en="This is not on the list, or was taken off already.",
    ),
    "destruction.overtaken": Text(
        nl="Een ander voert deze lijst intussen uit, of is ermee klaar.",
        en="Another carries this list out by now, or is done with it.",
    ),
    "destruction.not-under-way": Text(
        nl="Deze lijst wordt niet uitgevoerd, of niet meer.",
        en="This list is not being carried out, or no longer.",
    ),
    "destruction.stopped": Text(
        nl="Een beoordelaar heeft het uitvoeren gestopt.", en="A reviewer stopped it."
    ),
    "destruction.shelf-away": Text(
        nl="Niet elk document kon worden weggehaald: de opslag antwoordt niet, of laat het niet toe.",
        en="Not every document could be taken away: the storage does not answer, or does not allow it.",
    ),
    "destruction.workers-died": Text(
        nl="De werker is telkens gestopt voordat hij klaar was. Vraag de beheerder om na te gaan waardoor.",
        en="The worker stopped again and again before it was done. Ask the administrator to find out why.",
    ),
    "person.one-of-two": Text(
        nl="Noem een naam, of met --party de verwijzing van een partij; één van de twee.",
        en="Name somebody, or a party by its reference with --party; one of the two.",
    ),
    "dossier.destroyed": Text(
        nl="Dit dossier is vernietigd. Er verandert niets meer aan.",
        en="This dossier was destroyed. Nothing changes in it any more.",
    ),
}
