"""The XML of DMN 1.3, with the drawing in it; the same kader gives the same bytes."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from openkader.kader.facts import FactType
from openkader.kader.model import Kader
from openkader.publication.dmn.diagram import Box, drawn
from openkader.publication.dmn.feel import ANY, value_in
from openkader.publication.dmn.model import Boxed, Decision, Model, Rule, model_of, type_of

MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/"
_NAMESPACES = {
    "xmlns": MODEL,
    "xmlns:dmndi": "https://www.omg.org/spec/DMN/20191111/DMNDI/",
    "xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
    "xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
}


def dmn_of(kader: Kader, language: str) -> bytes:
    """The tables of a kader and its proposal as one DMN document."""
    model = model_of(kader, language)
    root = Element(
        "definitions",
        {
            **_NAMESPACES,
            "id": "kader-definitions",
            "name": _plain(kader.title.in_(language)),
            "namespace": f"urn:openkader:{_plain(kader.id)}:{kader.digest[:12]}",
            "exporter": "Open Kader",
        },
    )
    SubElement(root, "description").text = _plain(f"{kader.adopted.in_(language)} ({kader.digest[:12]})")
    _types(root, model)
    for one in model.inputs:
        data = SubElement(root, "inputData", id=one.name, name=one.name, label=_plain(one.label))
        SubElement(data, "description").text = _plain(one.question or one.label)
        SubElement(data, "variable", id=f"{one.name}-variable", name=one.name, typeRef=one.type)
    for decision in model.decisions:
        _decision(root, model, decision)
    _diagram(root, model)
    indent(root, " ")
    written: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def _types(root: Element, model: Model) -> None:
    """The options of each choice, as a type of its own."""
    used = {one.type for one in model.inputs} | {decision.type for decision in model.decisions}
    for fact in model.kader.facts.values():
        name = type_of(fact, model.names[fact.id])
        if name not in used or fact.type not in (FactType.CHOICE, FactType.SEVERAL):
            continue
        found = SubElement(root, "itemDefinition", id=f"{name}-type", name=name)
        if fact.type is FactType.SEVERAL:
            found.set("isCollection", "true")
        SubElement(found, "typeRef").text = "string"
        options = ", ".join(value_in(option.code) for option in fact.options)
        _text(SubElement(found, "allowedValues"), options)


def _decision(root: Element, model: Model, decision: Decision) -> None:
    name = decision.name
    found = SubElement(root, "decision", id=name, name=name)
    if decision.label:
        found.set("label", _plain(decision.label))
        SubElement(found, "description").text = _plain(decision.label)
    variable = SubElement(found, "variable", id=f"{name}-variable", name=name)
    if decision.type:
        variable.set("typeRef", decision.type)
    asked = {one.name for one in model.inputs}
    for need in decision.needs:
        required = SubElement(found, "informationRequirement", id=_need(name, need))
        kind = "requiredInput" if need in asked else "requiredDecision"
        SubElement(required, kind, href=f"#{need}")
    if isinstance(decision.logic, Boxed):
        _table(found, name, decision.logic)
    else:
        _text(SubElement(found, "literalExpression", id=f"{name}-expression"), decision.logic)


def _table(decision: Element, name: str, boxed: Boxed) -> None:
    table = SubElement(decision, "decisionTable", id=f"{name}-table", hitPolicy=boxed.policy)
    for at, column in enumerate(boxed.columns, 1):
        entry = SubElement(table, "input", id=f"{name}-in{at}", label=_plain(column.label))
        looked_at = SubElement(entry, "inputExpression", id=f"{name}-in{at}-expression", typeRef=column.type)
        _text(looked_at, column.name)
    for at, (given, kind) in enumerate(boxed.gives, 1):
        SubElement(table, "output", id=f"{name}-out{at}", label=given, name=given, typeRef=kind)
    for note in boxed.notes:
        SubElement(table, "annotation", name=note)
    for place, rule in enumerate(boxed.rules, 1):
        _rule(SubElement(table, "rule", id=f"{name}-row{place}"), boxed, rule)


def _rule(row: Element, boxed: Boxed, rule: Rule) -> None:
    name = row.get("id")
    if rule.notes:  # some modellers show this beside a row, others the annotations
        SubElement(row, "description").text = _plain(" ".join(filter(None, rule.notes)))
    for at, column in enumerate(boxed.columns, 1):
        _text(SubElement(row, "inputEntry", id=f"{name}-in{at}"), rule.cells.get(column.name, ANY))
    for at, words in enumerate(rule.gives, 1):
        _text(SubElement(row, "outputEntry", id=f"{name}-out{at}"), words)
    for words in rule.notes:
        _text(SubElement(row, "annotationEntry"), words)


def _diagram(root: Element, model: Model) -> None:
    needs: dict[str, tuple[str, ...]] = {one.name: () for one in model.inputs}
    needs |= {decision.name: decision.needs for decision in _in_order(model)}
    boxes = drawn(needs)
    diagram = SubElement(SubElement(root, "dmndi:DMNDI"), "dmndi:DMNDiagram", id="kader-drawing")
    for name, box in boxes.items():
        shape = SubElement(diagram, "dmndi:DMNShape", id=f"{name}-shape", dmnElementRef=name)
        _bounds(shape, box)
    for name, below in needs.items():
        for need in below:
            line = {"id": f"{_need(name, need)}-edge", "dmnElementRef": _need(name, need)}
            edge = SubElement(diagram, "dmndi:DMNEdge", line)
            for x, y in (boxes[need].top, boxes[name].bottom):
                SubElement(edge, "di:waypoint", x=str(x), y=str(y))


def _in_order(model: Model) -> list[Decision]:
    """Each decision after those that it needs; the kader may state its tables in any order."""
    known = {one.name for one in model.inputs}
    waiting, ordered = list(model.decisions), []
    while waiting:
        ready = [decision for decision in waiting if known.issuperset(decision.needs)]
        known |= {decision.name for decision in ready}
        waiting = [decision for decision in waiting if decision.name not in known]
        ordered += ready
    return ordered


def _bounds(shape: Element, box: Box) -> None:
    size = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    SubElement(shape, "dc:Bounds", {key: str(value) for key, value in size.items()})


def _need(name: str, need: str) -> str:
    return f"{name}-needs-{need}"


def _text(parent: Element, words: str) -> None:
    SubElement(parent, "text").text = _plain(words)


def _plain(words: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(sign for sign in words if sign.isprintable() or sign in "\n\t")
