"""The sentences about planned activities and their measures."""

from openkader.base.text import Text

ACTIVITIES: dict[str, Text] = {
    "documents.no-bucket": Text(
        nl="Er is geen bucket ingesteld. Zet OPENKADER_S3_URL en wat daarbij hoort in de omgeving van deze opdracht.",
        en="No bucket is set. Put OPENKADER_S3_URL and what belongs to it in the environment of this command.",
    ),
    "documents.lost": Text(
        nl="Van {number} bestanden is de inhoud weg of veranderd. Zet ze terug uit de reservekopie.",
        en="Of {number} files the content is gone or changed. Put them back from the backup.",
    ),
    "activity.not-planned": Text(
        nl="Deze activiteit is al gehouden of afgelast. Dit kan alleen met wat nog gepland is.",
        en="This activity was held or called off already. This can be done only with what is still planned.",
    ),
    "activity.odd-year": Text(
        nl="De dagen liggen niet tussen 1900 en 2200. Kijk het jaartal na.",
        en="The days do not lie between 1900 and 2200. Check the year.",
    ),
    "activity.not-begun": Text(
        nl="De activiteit begint pas op {day}. Leg dan vast dat zij gehouden is.",
        en="The activity begins only on {day}. Note then that it took place.",
    ),
    "activity.no-reason": Text(
        nl="Geef de reden waarom de activiteit niet doorgaat.",
        en="Give the reason why the activity is called off.",
    ),
    "activity.cancelled": Text(
        nl="Deze activiteit is afgelast; haar maatregelen blijven zoals ze waren.",
        en="This activity was called off; its measures stay as they were.",
    ),
    "measure.closed-already": Text(
        nl="Deze maatregel is al afgesloten. Open hem eerst weer.",
        en="This measure is closed already. Open it again first.",
    ),
    "measure.not-closed-yet": Text(
        nl="Deze maatregel staat nog open.",
        en="This measure is still open.",
    ),
    "measure.waiver-needs-two": Text(
        nl="Afzien van een maatregel vraagt een reden, een laatste dag en een tweede persoon. Stel dat voor.",
        en="Leaving a measure undone needs a reason, a last day and a second person. Propose a waiver.",
    ),
    "measure.waiver-proposed": Text(
        nl="Voor deze maatregel is al een ontheffing voorgesteld. Een tweede persoon kan ermee instemmen.",
        en="A waiver was proposed for this measure already. A second person can agree to it.",
    ),
}
