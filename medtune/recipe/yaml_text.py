"""A recipe's text: YAML that Python can run. Reading it with line numbers, and writing it.

Scalars are read by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema): `2e-5` is a number, and
`no`, `on`, `yes` and dates are text, so `eval_strategy: no` means what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from medtune.recipe.errors import Problem

LAUNCH_KEY = 'if __name__ == "__main__"'
FIRST_STATEMENT = f"{LAUNCH_KEY}: from medtune import launch; launch(__file__); r'''"
LAST_LINE = "# '''"

Path = tuple[str | int, ...]

_CORE_SCHEMA = [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
]


class _Loader(yaml.SafeLoader):
    """PyYAML's reader with the core schema and without aliases."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 - PyYAML's own name, filled below

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.composer.ComposerError(None, None, "aliases are not allowed in a recipe", mark)
        return super().compose_node(parent, index)


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer; quotes what YAML 1.1 or 1.2 would take for a number, and never writes three single quotes."""

    def choose_scalar_style(self):
        style = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data):
        return True


for _name, _pattern, _first in _CORE_SCHEMA:
    _regex = re.compile(f"(?:{_pattern})$")
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", _regex, _first)
    if _name == "float":
        _Dumper.add_implicit_resolver("tag:yaml.org,2002:float", _regex, _first)

_PLAIN_TAGS = ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
_NO_TAG = "Write the value without a tag"
_YAML_1_1 = yaml.resolver.Resolver()


@dataclass
class Parsed:
    """What a YAML text holds.

    Args:
        data: the value, built of dict, list and scalars; None when the text holds nothing.
        lines: 1-based line of each key and list item, by its path from the top.
        problems: mistakes that do not keep the rest from being read (duplicate keys, keys that are no text).
        spans: first and last character (exclusive) of each scalar in the text, by its path.
    """

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)


def parse(text: str) -> Parsed:
    """Read one YAML document. The launch key of a recipe is dropped.

    Args:
        text: the document.

    Returns:
        The data with the line of each key; `problems` has one entry if the text is no YAML at all.
    """
    parsed = Parsed()
    try:
        root = yaml.compose(text, Loader=_Loader)
        if root is not None:
            parsed.data = _construct(root, (), parsed)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        character = error.character if isinstance(error.character, str) else chr(error.character)
        parsed.problems.append(
            Problem(f"the character {character!r} is not allowed in YAML", fix="Delete it", line=line)
        )
    except yaml.MarkedYAMLError as error:
        parsed.problems.append(_syntax_problem(error))
    except RecursionError:
        parsed.problems.append(Problem("is nested too deeply", line=1))
    return parsed


def _syntax_problem(error: yaml.MarkedYAMLError) -> Problem:
    """Say what PyYAML found, without the excerpt of the file it would show (it may hold a secret)."""
    mark = error.problem_mark or error.context_mark
    problem = re.sub(r"alias '.*'", "alias", error.problem or "")
    what = ", ".join(part for part in (error.context, problem) if part)
    if "aliases are not allowed" in what:
        fix = "Write the value out"
    elif r"'\t'" in what:
        fix = "Write spaces instead of tabs"
    elif "<block end>, but found '-'" in what:
        fix = "A recipe is keys with values, such as `task: prepare-data`, and no list; or check the indentation"
    elif "mapping values are not allowed" in what:
        fix = "Check the indentation, and put text that contains ': ' in quotes"
    else:
        fix = "Check the indentation, quotes and brackets on this line and the one before"
    return Problem(f"not valid YAML: {what}", fix=fix, line=mark.line + 1 if mark else None)


def _construct(node: yaml.Node, path: Path, parsed: Parsed) -> Any:
    """Build the value of a node, noting lines and mistakes in `parsed`."""
    if not isinstance(node, yaml.ScalarNode) and node.tag not in _PLAIN_TAGS:
        parsed.problems.append(Problem(_tag_message(node), _dotted(path), fix=_NO_TAG, line=node.start_mark.line + 1))
        return None
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            parsed.lines[(*path, number)] = item.start_mark.line + 1
        return [_construct(item, (*path, number), parsed) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(node, path, parsed)
    parsed.spans[path] = (node.start_mark.index, node.end_mark.index)
    try:
        return _scalar(node)
    except ValueError as error:
        parsed.problems.append(Problem(str(error), _dotted(path), fix=_NO_TAG, line=node.start_mark.line + 1))
        return None


def _construct_mapping(node: yaml.MappingNode, path: Path, parsed: Parsed) -> dict[str, Any]:
    result = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key, problem = _key(key_node, path)
        if problem:
            parsed.problems.append(problem.at("", line))
            continue
        if not path and key == LAUNCH_KEY:
            continue
        if key in result:
            first = parsed.lines[(*path, key)]
            message = f"is given twice, first on line {first}"
            parsed.problems.append(Problem(message, _dotted((*path, key)), fix="Delete one of the two", line=line))
            continue
        parsed.lines[(*path, key)] = line
        result[key] = _construct(value_node, (*path, key), parsed)
    return result


def _key(node: yaml.Node, path: Path) -> tuple[str, Problem | None]:
    """Return a mapping's key, or the problem when it is not plainly text to every YAML reader."""
    if not isinstance(node, yaml.ScalarNode):
        return "", Problem("a key must be text, not a list or a mapping", _dotted(path))
    if node.value == "<<" and node.style is None:
        return "", Problem("merge keys (`<<`) are not allowed in a recipe", _dotted(path), fix="Write the keys out")
    tag = _YAML_1_1.resolve(yaml.ScalarNode, node.value, (True, False))
    if node.style is None and tag != "tag:yaml.org,2002:str":
        meaning = repr(yaml.safe_load(node.value)) if node.value else "nothing"
        message = f"YAML reads this key as {meaning}, not as text"
        return "", Problem(message, _dotted((*path, node.value)), fix=f'Write "{node.value}" in quotes if it is meant')
    return node.value, None


def _scalar(node: yaml.ScalarNode) -> Any:
    """Return the Python value of a scalar by its tag; raise ValueError for a tag that recipes do not have."""
    kind, text = node.tag.removeprefix("tag:yaml.org,2002:"), node.value
    if kind == "str":
        return text
    if kind == "null":
        return None
    if kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind == "int":
        return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
    if kind == "float":
        return float(re.sub(r"(?i)\.(inf|nan)", r"\1", text))
    raise ValueError(_tag_message(node))


def _tag_message(node: yaml.Node) -> str:
    tag = node.tag.replace("tag:yaml.org,2002:", "!!")
    return f"the tag {tag} cannot be used here; recipes hold text, numbers, true, false, null, lists and mappings"


def launch_problems(text: str) -> list[Problem]:
    """Check that the text is a Python program that launches itself.

    Args:
        text: a whole recipe.

    Returns:
        A problem for a missing first statement, a missing last line, and each line in between that would end the
        Python string or split the YAML.
    """
    lines = text.split("\n")
    code = [number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")]
    ends = [number for number, line in enumerate(lines, 1) if line.strip()]
    first = code[0] if code else None
    last = ends[-1] if ends else None
    problems = []
    if first is None or lines[first - 1].rstrip() != FIRST_STATEMENT:
        fix = f"Write as the first line after the comments: {FIRST_STATEMENT}"
        problems.append(Problem("the first statement does not launch the recipe", fix=fix, line=first or 1))
        first = None
    if last is None or lines[last - 1].rstrip() != LAST_LINE:
        fix = f"Write as the last line: {LAST_LINE}"
        problems.append(Problem("the last line does not end the Python string", fix=fix, line=last or 1))
        last = None
    for number, line in enumerate(lines, 1):
        if "'''" in line and number not in (first, last) and number >= (first or 0) and "launch(__file__)" not in line:
            message = "three single quotes (''') end the Python string that holds the recipe"
            problems.append(Problem(message, fix="Write the text without them", line=number))
        if re.match(r"(---|\.\.\.)(\s|$)", line):
            message = f"`{line[:3]}` at the start of a line splits the YAML into two documents"
            problems.append(Problem(message, fix="Delete the line, or indent it if it is text", line=number))
    return problems


def dump(data: Any) -> str:
    """Write data as YAML that `parse` and any other YAML reader take alike.

    Args:
        data: dict, list and scalars.
    """
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**20)


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)
