"""The states and acts of a case in Dutch and English, for pages, commands and the reference."""

from openkader.base.text import Text
from openkader.casework.life_cycle import Act, State

STATES: dict[State, Text] = {
    State.RECEIVED: Text(nl="ontvangen", en="received"),
    State.WEIGHING: Text(nl="in behandeling", en="being weighed"),
    State.AWAITING_ADVICE: Text(nl="wacht op advies", en="waiting for advice"),
    State.READY: Text(nl="klaar voor besluit", en="ready to decide"),
    State.HELD: Text(nl="aangehouden", en="held"),
    State.GRANTED: Text(nl="toegekend", en="granted"),
    State.REFERRED: Text(nl="doorverwezen, nog niet overgedragen", en="referred, not handed over yet"),
    State.REFUSED: Text(nl="geweigerd", en="refused"),
    State.WITHDRAWN: Text(nl="ingetrokken", en="withdrawn"),
    State.CARRIED_OUT: Text(nl="uitgevoerd, nog niet verantwoord", en="carried out, not accounted for yet"),
    State.CLOSED: Text(nl="afgerond", en="closed"),
}

ACTS: dict[Act, Text] = {
    Act.ANSWER: Text(nl="een vraag beantwoorden", en="answer a question"),
    Act.ASSESS: Text(nl="toetsen aan het kader", en="assess"),
    Act.ASK_ADVICE: Text(nl="advies vragen", en="ask for advice"),
    Act.SETTLE_ADVICE: Text(
        nl="advies ontvangen, intrekken of ontheffen", en="receive, withdraw or waive advice"
    ),
    Act.GRANT: Text(nl="toekennen, al dan niet onder voorwaarden", en="grant, with or without conditions"),
    Act.HOLD: Text(nl="aanhouden", en="hold"),
    Act.REFER: Text(nl="doorverwijzen", en="refer"),
    Act.REFUSE: Text(nl="weigeren", en="refuse"),
    Act.WITHDRAW: Text(nl="intrekken door de aanvrager", en="withdraw, by the requester"),
    Act.HAND_OVER: Text(nl="de overdracht bevestigen", en="confirm the hand-over"),
    Act.CARRY_OUT: Text(nl="de activiteit vastleggen", en="record the activity"),
    Act.CLOSE_MEASURE: Text(nl="een maatregel sluiten", en="close a measure"),
}
