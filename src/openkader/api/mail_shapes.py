"""The shapes of mail that came in, as it waits for a person."""

from datetime import datetime

from ninja import Field

from openkader.api.shapes import Shape
from openkader.api.work_words import Mailuitkomst

_SAID = "In de taal van Accept-Language; null: dat is niet zo."


class MailInLijst(Shape):
    """Een e-mail die binnenkwam. Iedereen kan elke afzender boven een e-mail zetten."""

    reference: str = Field(alias="nummer")
    address: str = Field(
        alias="afzenderadres", description="Zoals de mail zegt; leeg: er staat geen leesbaar adres."
    )
    name: str = Field(alias="afzendernaam", description="Zoals de mail zegt; leeg: er staat geen naam.")
    subject: str = Field(alias="onderwerp")
    is_automatic: bool = Field(alias="isAutomatisch", description="Of een programma haar schreef.")
    is_expected: bool | None = Field(
        alias="isVanGevraagdAdres", description="Null: niet bekend. Ook `true` bewijst niets."
    )
    received_at: datetime = Field(alias="ontvangenOp")
    refusal: str | None = Field(alias="geweigerdOmdat", description=_SAID)
    attachment_count: int = Field(alias="aantalBijlagen")
    dossier: str | None = Field(description="Waar zij bij hoort; null: bij geen.")


class Mails(Shape):
    """Wat op iemand wacht, het oudste eerst; ten hoogste honderd."""

    total: int = Field(alias="aantal", description="Hoeveel er in alles wachten.")
    rows: list[MailInLijst] = Field(alias="mails")


class Mailbijlage(Shape):
    """Wat met een e-mail meekwam, en of het overgenomen kan worden."""

    name: str = Field(alias="naam")
    size: int = Field(alias="grootte", description="In bytes.")
    refusal: str | None = Field(alias="kanNietOmdat", description=_SAID)


class Mail(MailInLijst):
    """Een e-mail met haar woorden, en wat er van haar kwam."""

    advice: str | None = Field(alias="advies", description="De vraag waarop zij antwoordt; null: op geen.")
    text: str = Field(alias="tekst")
    is_cut: bool = Field(alias="isAfgekapt", description="Of de rest alleen in `/inhoud` staat.")
    written_at: datetime | None = Field(alias="geschrevenOp", description="Zoals de mail zegt.")
    size: int = Field(alias="grootte", description="In bytes.")
    is_kept: bool = Field(alias="isBewaard", description="Of zij bij `/inhoud` te halen is zoals zij kwam.")
    attachments: list[Mailbijlage] = Field(alias="bijlagen")
    outcome: Mailuitkomst | None = Field(alias="uitkomst", description="Null: zij wacht.")
    handled_at: datetime | None = Field(alias="afgehandeldOp")
    handled_by: str | None = Field(alias="afgehandeldDoor")
    reason: str | None = Field(alias="reden", description="Waarom er niets van kwam.")
