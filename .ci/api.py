"""`make api`: one page of what each module of the program offers, made of its docstrings, by layer, the lowest first."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts/commonground"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Common Ground: the program</title>
<style>body {{ max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }}
pre, dt {{ white-space: pre-wrap; font-family: ui-monospace, monospace }} dd {{ margin: 0 0 .75rem 1.5rem }}</style></head>
<body><h1>What each module offers</h1>
<p>By layer, the lowest first; a module imports only from layers below its own (ARCHITECTURE.md). Names that begin with an
underscore are a module's own business, and are left out.</p>
{modules}
</body></html>
"""


def layers() -> list[str]:
    """Return the folders of the package, as the import contracts have them, the lowest first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    ordered = next(one["layers"] for one in contracts if one["type"] == "layers")
    return [name.strip() for row in reversed(ordered) for name in row.split("|")]


def signature(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    if isinstance(node, ast.ClassDef):
        return f"class {node.name}({', '.join(map(ast.unparse, node.bases))})".replace("()", "")
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({ast.unparse(node.args)}){returned}"


def offered(body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    """Yield an entry for each public class, method and function that says what it is for."""
    for node in body:
        if isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) and not node.name.startswith("_"):
            said = ast.get_docstring(node) or ""
            if said or isinstance(node, ast.ClassDef):
                yield f"<dt>{escape(prefix + signature(node))}</dt><dd><pre>{escape(said)}</pre></dd>"
            if isinstance(node, ast.ClassDef):
                yield from offered(node.body, f"{node.name}.")


def module(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(PACKAGE).as_posix()
    entries = "".join(offered(tree.body))
    return f"<h2>{escape(name)}</h2><pre>{escape(ast.get_docstring(tree) or '')}</pre><dl>{entries}</dl>"


def files() -> Iterator[Path]:
    for layer in layers():
        yield from sorted((PACKAGE / layer).rglob("*.py"))


def main(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(PAGE.format(modules="\n".join(map(module, files()))), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
