"""The small changes of a source file, one at a time, for `mutants.py`."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import CO_NEWLOCALS
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).resolve().parent.parent
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file, the line, what stood there, and what stands there now."""

    file: str
    line: int
    was: str
    now: str
    text: str


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every small change of a file; annotations, words for people and what is exported stay as they are."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    name = str(file.relative_to(ROOT / "src"))
    for node in list(_sites(tree)):
        whole, was = dict(vars(node)), ast.unparse(node)
        for way in (0, 1):
            if _change(node, way):
                yield Mutant(name, node.lineno, was[:100], ast.unparse(node)[:100], ast.unparse(tree))
            vars(node).update(whole)


def _sites(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that can be changed, in the order of the file."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.AnnAssign):
            yield from _sites(ast.Expression(child.value)) if child.value is not None else ()
            continue
        is_words = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        is_named = isinstance(child, ast.Assign) and getattr(child.targets[0], "id", "") == "__all__"
        is_text = isinstance(child, ast.Call) and getattr(child.func, "id", "") == "Text"
        if is_words or is_named or is_text or isinstance(child, ast.arg | ast.JoinedStr):
            continue
        if isinstance(child, ast.expr) and _can_change(child):
            yield child
        yield from _sites(_without_types(child))


def _without_types(node: ast.AST) -> ast.AST:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return ast.Module(
            [*node.body], []
        )  # without decorators: that nothing can be changed is guarded by types
    return node


def _can_change(node: ast.expr) -> bool:
    match node:
        case ast.Compare(ops=[operator]):
            return type(operator) in COMPARED
        case ast.BinOp(op=operator):
            return type(operator) in COUNTED
        case ast.BoolOp() | ast.UnaryOp(op=ast.Not()) | ast.IfExp():
            return True
        case ast.Constant(value=bool() | int()):
            return True
        case ast.Constant(value=str(word)):
            return word.isidentifier() or (bool(word) and " " not in word and len(word) < 40)
    return False


def _change(node: ast.expr, way: int) -> bool:
    """Change it; whether there is such a way."""
    if way:
        if isinstance(node, ast.BoolOp):
            node.values = node.values[:1]
        return isinstance(node, ast.BoolOp)
    match node:
        case ast.Constant():
            node.value = _other_value(node.value)
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.IfExp():
            node.body, node.orelse = node.orelse, node.body
        case ast.Compare() | ast.BinOp() | ast.BoolOp():
            _turn(node)
    return True


def _turn(node: ast.Compare | ast.BinOp | ast.BoolOp) -> None:
    """Another operator, the nearest to what stood there."""
    if isinstance(node, ast.Compare):
        node.ops = [COMPARED[type(node.ops[0])]()]
    elif isinstance(node, ast.BinOp):
        node.op = COUNTED[type(node.op)]()
    else:
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _other_value(value: object) -> bool | int | str:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"XX{value}XX"


def function_of(mutant: Mutant) -> CodeType | None:
    """The code of the one function in which a mutant differs; nothing if it differs in what runs at import."""
    return _differing(_before(mutant.file), compile(mutant.text, mutant.file, "exec", dont_inherit=True))


@cache
def _before(file: str) -> CodeType:
    source = (ROOT / "src" / file).read_text(encoding="utf-8")
    return compile(ast.unparse(ast.parse(source)), file, "exec", dont_inherit=True)


def _differing(before: CodeType, after: CodeType) -> CodeType | None:
    """Down through what is merely defined, a module or a class, to the function that is another."""
    if (before.co_code, before.co_names) != (after.co_code, after.co_names):
        return None
    pairs = [(a, b) for a, b in zip(before.co_consts, after.co_consts, strict=False) if a != b]
    if len(pairs) != 1 or len(before.co_consts) != len(after.co_consts):
        return None
    was, now = pairs[0]
    if not isinstance(was, CodeType) or not isinstance(now, CodeType):
        return None
    return now if now.co_flags & CO_NEWLOCALS else _differing(was, now)
