"""A report's Markdown as one HTML file that opens anywhere: no server, no network, figures inside."""

from __future__ import annotations

import base64
import re
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml"}
HAN = re.compile("[\u3400-\u9fff]")
#: A space within a figure, which is no place to break the line; before an interval or a p-value it is.
INNER_SPACE = re.compile(r" (?!\[|\(|p=)")


def write_page(markdown: str, path: Path, title: str) -> None:
    """Write Markdown as a self-contained HTML page.

    HTML inside the Markdown is shown as text. Links to other sites stay links, but nothing is loaded from anywhere: the
    page forbids it to the browser.

    Args:
        markdown: the report; paths of images are relative to the page's folder.
        path: the file to write.
        title: of the browser's tab.

    Raises:
        FileNotFoundError: a figure is missing.
        ValueError: an image is no file of the report's own folder, or of a kind that browsers do not show.
    """
    page = _TEMPLATES.get_template("page.html.jinja").render(
        title=title,
        language="zh" if len(HAN.findall(markdown)) > len(markdown) / 4 else "en",
        body=_render(markdown, path.parent),
    )
    path.write_text(page, encoding="utf-8")


def _render(markdown: str, folder: Path) -> str:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    tokens = parser.parse(markdown)
    for token in _all_tokens(tokens):
        if token.type == "image":
            token.attrSet("src", _picture(folder, str(token.attrGet("src"))))
    _keep_figures_whole(tokens)
    return parser.renderer.render(tokens, parser.options, {})


def _keep_figures_whole(tokens: list[Token]) -> None:
    """Let cells of figures break before an interval or a p-value only, so that more columns fit in."""
    for opening, content in pairwise(tokens):
        if opening.type == "td_open" and "right" in str(opening.attrGet("style")):
            for token in content.children or []:
                token.content = INNER_SPACE.sub("\N{NO-BREAK SPACE}", token.content)


def _all_tokens(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *_all_tokens(token.children or []))]


def _picture(folder: Path, source: str) -> str:
    """Return a figure as a data URI."""
    path, kind = folder / source, PICTURES.get(Path(source).suffix.lower())
    if ":" in source or not path.resolve().is_relative_to(folder.resolve()) or kind is None:
        kinds = ", ".join(sorted(PICTURES))
        raise ValueError(f"the image {source!r} cannot go into a page: a {kinds} file inside {folder} is allowed")
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


class _Renderer(RendererHTML):
    """Wide tables scroll by themselves, so that the page fits a phone."""

    def table_open(self, tokens, index, options, env) -> str:
        return '<div class="table" tabindex="0" role="region" aria-label="table">' + self.renderToken(
            tokens, index, options, env
        )

    def table_close(self, tokens, index, options, env) -> str:
        return self.renderToken(tokens, index, options, env).rstrip() + "</div>\n"


_TEMPLATES = Environment(
    loader=PackageLoader(__package__, "."), undefined=StrictUndefined, autoescape=False, trim_blocks=True
)
