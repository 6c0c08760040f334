"""Measure what cutting Markdown into segments keeps, beside translate-toolkit and mdpo.

    .venv/bin/python bench/segments.py FOLDER --toolkit PYTHON --mdpo PYTHON

FOLDER holds real Markdown files, such as the documentation of public projects: at least three
hundred, of several authors. Each peer needs an environment of its own, for they overwrite one
another's commands:

    python3 -m venv toolkit && toolkit/bin/pip install "translate-toolkit[markdown]"
    python3 -m venv mdpo && mdpo/bin/pip install mdpo

Two things are done with every file. Each segment is given back as it is: is the file the same,
byte for byte? Then each letter of the words is given an accent, as a translator would change all
words and nothing else: does Python-Markdown, with the settings of this site, make the same tags
with the same attributes? The front matter is set aside for the peers, which do not keep it.
"""

from __future__ import annotations

import json
import runpy
import sys
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.apart import ask, make_parser  # noqa: E402 - it imports nothing else
from samenleven.translation.inline import split_words  # noqa: E402 - it imports nothing else

ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝčñšž")
TABLE = {"title": None, "summary": None, "description": None}
Change = Callable[[str], str]


def accent(words: str) -> str:
    """Return words with an accent on each letter, and their placeholders as they are."""
    parts = split_words(words)
    parts[::2] = [text.translate(ACCENTS) for text in parts[::2]]
    return "".join(parts)


def by_segments(text: str, change: Change) -> tuple[str, int]:
    """Return the text with each segment changed, and how many there are."""
    from samenleven.translation.segments import cut, fill

    segments = cut(text, TABLE)
    new = {n: change(part.words) for n, part in enumerate(segments) if part.is_offered}
    return fill(text, segments, new), len(new)


def by_toolkit(text: str, change: Change) -> tuple[str, int]:
    """Return what translate-toolkit makes of a body, and the number of its units."""
    from translate.storage.markdown import MarkdownFile

    store = MarkdownFile(
        callback=change, max_line_length=0, extract_code_blocks=False, extract_frontmatter=False
    )
    store.parse(text.encode())
    return store.filesrc, len(store.units)


def by_mdpo(text: str, change: Change) -> tuple[str, int]:
    """Return what mdpo makes of a body, and the number of its messages."""
    from math import inf

    from mdpo.md2po import markdown_to_pofile
    from mdpo.po2md import pofile_to_markdown

    with tempfile.TemporaryDirectory() as folder:
        source, catalog = Path(folder, "a.md"), Path(folder, "a.po")
        source.write_text(text, "utf-8", newline="")
        messages = markdown_to_pofile(str(source), wrapwidth=inf, location=False)
        for message in messages:
            message.msgstr = change(message.msgid)
        messages.save(str(catalog))
        new = pofile_to_markdown(str(source), str(catalog), wrapwidth=inf)
    return new, len(messages)


TOOLS = {"toolkit": by_toolkit, "mdpo": by_mdpo}


def run_peer(name: str) -> None:
    """Read bodies as JSON on stdin; write what the peer makes of them, or null where it fails."""
    made: list[tuple[str, str, int] | None] = []
    for text in json.load(sys.stdin):
        try:
            same, count = TOOLS[name](text, str)
            made.append((same, TOOLS[name](text, accent)[0], count))
        except Exception as error:
            print(f"{name}: {error!r}", file=sys.stderr)
            made.append(None)
    json.dump(made, sys.stdout)


class Tags(HTMLParser):
    """The tags of a page with their attributes, without those that hold words."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, [pair for pair in attrs if pair[0] not in ("alt", "title")]))

    def handle_endtag(self, tag: str) -> None:
        """Note its end."""
        self.found.append(tag)


def read_tags(body: str, settings: dict[str, Any]) -> list[object]:
    """Return the tags that Python-Markdown makes of a body."""
    from markdown import markdown

    tags = Tags()
    tags.feed(markdown(body, **settings))
    return tags.found


def measure(files: list[Path], peers: dict[str, str]) -> None:
    """Print a table: for each tool the files that it keeps, out of all."""
    from samenleven.translation.segments import body_start

    markdown = runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"]
    texts = [file.read_bytes().decode() for file in files]
    bodies = [text[body_start(text) :] for text in texts]
    wanted = [read_tags(body, markdown) for body in bodies]
    ours = [(by_segments(t, str)[0], *by_segments(t, accent)) for t in texts]
    runs = {"samenleven": (texts, ours)}
    for name, python in peers.items():
        runs[name] = (bodies, ask(python, __file__, name, bodies))
    print(f"| {len(files)} files | same bytes | same structure | segments |\n|---|---:|---:|---:|")
    for name, (given, made) in runs.items():
        whole = [
            (text, tags, *row) for text, tags, row in zip(given, wanted, made, strict=True) if row
        ]
        same = sum(text == identity for text, _, identity, _, _ in whole)
        kept = sum(
            tags == read_tags(new[body_start(new) :], markdown) for _, tags, _, new, _ in whole
        )
        share = f"{kept} ({kept / len(files):.1%})"
        print(f"| {name} | {same} | {share} | {sum(row[-1] for row in whole)} |")


def main() -> None:
    """Read the command."""
    parser = make_parser(__doc__, TOOLS)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--toolkit", help="the Python that has translate-toolkit")
    parser.add_argument("--mdpo", help="the Python that has mdpo")
    options = parser.parse_args()
    if options.peer:
        run_peer(options.peer)
    elif options.folder:
        peers = {name: python for name in TOOLS if (python := getattr(options, name))}
        measure(sorted(options.folder.rglob("*.md")), peers)
    else:
        parser.error("name a folder")


if __name__ == "__main__":
    main()
