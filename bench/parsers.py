"""Measure how fast other Markdown parsers are, and on how many of our texts they agree with ours.

    .venv/bin/python bench/parsers.py --peers PYTHON

PYTHON has the peers: python3 -m venv peers && peers/bin/pip install cmarkgfm markdown-it-py mistune

Python-Markdown runs as the site uses it, with its extensions and the shortcuts of
`model/shortcuts.py`, and without the guard, which the peers lack too. All bodies of the content are
converted, in the CPU seconds of one process. Two texts agree when they are the same once the line
ends between tags are gone: then the bytes on a page could be made the same.
"""

from __future__ import annotations

import json
import re
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.apart import ask, make_parser  # noqa: E402 - it imports nothing else

ROUNDS = 3
BETWEEN_TAGS = re.compile(r"\s*(?=<(?!a\b|b\b|code|em|strong))|(?<=>)\n")
Convert = Callable[[str], str]


def ours(*, is_plain: bool) -> Convert:
    """Return Python-Markdown, alone or as the site uses it."""
    from markdown import Markdown

    from samenleven.model.shortcuts import take_shortcuts

    settings = {} if is_plain else runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"]
    parser = Markdown(**settings)
    if not is_plain:
        take_shortcuts(parser)
    return lambda text: parser.reset().convert(text)


def theirs(name: str) -> Convert:
    """Return a peer with the tables and notes that the site uses."""
    if name == "cmarkgfm":
        import cmarkgfm
        from cmarkgfm.cmark import Options

        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        return lambda text: cmarkgfm.github_flavored_markdown_to_html(text, options)
    if name == "mistune":
        import mistune

        return mistune.create_markdown(escape=False, plugins=["table", "footnotes", "def_list"])
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table").render


PEERS = ("cmarkgfm", "mistune", "markdown-it-py")


def run(convert: Convert, texts: list[str]) -> tuple[float, list[str]]:
    """Return the least CPU seconds of several rounds, and what was made of each text."""
    costs, made = [], list[str]()
    for _ in range(ROUNDS):
        start = time.process_time()
        made = [convert(text) for text in texts]
        costs.append(time.process_time() - start)
    return min(costs), made


def run_peer(name: str) -> None:
    """Read texts as JSON on stdin; write the cost and what the peer makes of them."""
    json.dump(run(theirs(name), json.load(sys.stdin)), sys.stdout)


def measure(python: str) -> None:
    """Print a table."""
    from samenleven.translation.segments import body_start

    files = sorted((ROOT / "content").rglob("index.*.md"))
    texts = [text[body_start(text) :] for text in (file.read_text("utf-8") for file in files)]
    cost, wanted = run(ours(is_plain=False), texts)
    runs = {
        "Python-Markdown, as here": (cost, wanted),
        "Python-Markdown, alone": run(ours(is_plain=True), texts),
    }
    for name in PEERS:
        runs[name] = ask(python, __file__, name, texts)
    print(f"| {len(files)} texts | ms a text | times as fast | agree |\n|---|---:|---:|---:|")
    for name, (seconds, made) in runs.items():
        agree = sum(_bare(a) == _bare(b) for a, b in zip(wanted, made, strict=True))
        each = f"{1000 * seconds / len(files):.2f} | {cost / seconds:.1f}"
        print(f"| {name} | {each} | {agree} ({agree / len(files):.0%}) |")


def _bare(html: str) -> str:
    return BETWEEN_TAGS.sub("", html).strip()


def main() -> None:
    """Read the command."""
    parser = make_parser(__doc__, PEERS)
    parser.add_argument("--peers", help="the Python that has the peers")
    options = parser.parse_args()
    if options.peer:
        run_peer(options.peer)
    elif options.peers:
        measure(options.peers)
    else:
        parser.error("name the Python of the peers")


if __name__ == "__main__":
    main()
