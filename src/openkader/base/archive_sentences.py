"""The sentences about taking a dossier to the archive, and verifying what was taken."""

from openkader.base.text import Text

ARCHIVE: dict[str, Text] = {
    "archive.still-open": Text(
        nl="{reference} is nog niet afgesloten. Alleen een afgesloten dossier gaat naar het archief.",
        en="{reference} is not closed yet. Only a closed dossier goes to the archive.",
    ),
    "archive.destroyed": Text(
        nl="{reference} is vernietigd. Wat ervan over is, staat in de verklaring van vernietiging.",
        en="{reference} was destroyed. What is left of it stands in the certificate of destruction.",
    ),
    "archive.none-kept": Text(
        nl="Geen termijn in retention.yaml zegt dat dossiers altijd bewaard blijven (kind: request, status: kept). "
        "Noem de dossiers zelf.",
        en="No term in retention.yaml says that dossiers are kept for ever (kind: request, status: kept). "
        "Name the dossiers yourself.",
    ),
    "archive.nothing-asked": Text(
        nl="Noem een of meer dossiers, of gebruik --kept voor alles wat altijd bewaard blijft.",
        en="Name one dossier or more, or use --kept for all that is kept for ever.",
    ),
    "archive.there-already": Text(
        nl="{folder} bestaat al. Controleer haar met openkader archive verify, of kies een andere map.",
        en="{folder} is there already. Check it with openkader archive verify, or choose another folder.",
    ),
    "archive.not-written": Text(
        nl="{folder} kan niet worden geschreven ({reason}). Er is niets achtergebleven.",
        en="{folder} cannot be written ({reason}). Nothing was left behind.",
    ),
    "archive.no-manifest": Text(
        nl="In {folder} staat geen manifest dat te lezen is. Dit is geen map van openkader archive export.",
        en="There is no manifest that can be read in {folder}. It is no folder of openkader archive export.",
    ),
    "archive.broken": Text(
        nl="{number} onderdelen kloppen niet met het manifest.",
        en="{number} parts do not agree with the manifest.",
    ),
}
