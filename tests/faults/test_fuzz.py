"""Whatever stands in a file, nothing acts on a page, nothing is unhandled, nothing takes long.

The examples are the same in each run. `FUZZ=10000` asks for more of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG

from samenleven.feeds.atom import build_feed
from samenleven.languages.catalogs import read_words
from samenleven.languages.site import Site, read_site
from samenleven.model.deadline import Deadline
from samenleven.model.source import Place
from samenleven.views.album import publish_scene
from samenleven.views.asset_files import write_assets
from samenleven.views.build import ViewBuilder
from samenleven.views.cloths import find_cloths
from samenleven.views.render import TemplateSet
from tests.faults.test_stands import find_acting
from tests.model.test_body import DANGEROUS
from tests.problems.conftest import TODAY, TinySite

EXAMPLES = int(os.environ.get("FUZZ", "60"))
SECONDS = 2  # of work, for a file and for its pages
HEAD = "updated: 2026-02-01\ncontact: desk\n"
DAY = "date: 2026-02-01\n"
TRANSLATED = "translation: machine\ntranslated_from: 2026-02-01\n"
WORDS = ("title", "summary", "audience", "action", "schedule", "enrol_how", "support_line")
LINES = [
    *("---", "--- ", "title: Roots", "title:", "summary: |", "  x", "updated: 2026-02-01"),
    *("audience: Jongeren.", "action: Vraag het.", "contact: desk", "contact: [desk]", "goals:"),
    *("  - a", "  - ", "- a: b", "sources:", "  - name: x", "    url: javascript:x", "start: 2026"),
    *("photos:", "  - file: scene:roots-stage", "    alt: <script>", "    focus: 101% x", "&a x"),
    *("*a", "!!python/object:os.system x", "? x", "{{ x }}", "{% x %}", "%(x)s", "a: {b: [c]}"),
    *("slug: ../x", "date: 2026-99-99", "budget: -1", "status: draft", "\ttitle: x", "'", '"'),
    *("figures: [x]", "steps:\n  - title: x", "parent: roots", "successor: roots", "topics: [a]"),
]  # fmt: skip
once_the_same = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,  # of the clock: a busy machine is no fault
    phases=(Phase.generate,),  # the first find is small enough to be read
    suppress_health_check=[HealthCheck.too_slow],
)
words = st.lists(st.sampled_from(DANGEROUS), max_size=8).map("".join)
bodies = st.lists(st.sampled_from(DANGEROUS), max_size=20).map("".join)
Render = Callable[[Site, Place, str], str]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    return TinySite(tmp_path_factory.mktemp("fuzz").resolve())


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    """Return a tiny site of which one file alone is changed."""
    return TinySite(tmp_path_factory.mktemp("file").resolve())


@pytest.fixture(scope="module")
def render(tiny: TinySite, tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Return the function that makes a page of a site, as the build does."""
    tiny.write("news/new/index.nl.md", f"---\ntitle: x\nsummary: x\n{HEAD}{DAY}---\n")
    site, problems = read_site(tiny.settings(), TODAY)
    catalogs, faults = read_words(site.settings)
    assert (problems, faults) == ([], [])
    output = tmp_path_factory.mktemp("assets")
    static = site.settings.theme / "static"
    assets = write_assets(static, output, find_cloths(site), output / "cache")
    shown = publish_scene(output, "roots-stage", b"")
    album = {(Place("programmes", "roots"), "scene:roots-stage"): shown}
    templates = site.settings.theme / "templates"
    theme = TemplateSet(templates, catalogs, DEFAULT_CONFIG["JINJA_ENVIRONMENT"])

    def make(site: Site, place: Place, lang: str) -> str:
        return theme.render(ViewBuilder(site, catalogs, assets, album).build_page(place, lang))

    return make


def read(tiny: TinySite) -> tuple[Site, list[str]]:
    """Return the site and what is wrong with it, within two seconds."""
    with Deadline(SECONDS):
        site, problems = read_site(tiny.settings(), TODAY)
    return site, [problem.text(str) for problem in problems]


def fields(values: Mapping[str, str]) -> str:
    """Return front matter, with each text between quotes as JSON and so YAML has them."""
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in values.items())


def fill(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are not empty; a summary has its length."""
    for name, value in values.items():
        yield name, value[:200] if value.strip() else "x"


@once_the_same
@given(st.fixed_dictionaries(dict.fromkeys(WORDS, words)), words, bodies)
def test_nothing_in_the_words_or_the_body_of_a_page_acts(
    tiny: TinySite, render: Render, values: dict[str, str], alt: str, body: str
) -> None:
    front = fields(dict(fill(values)))
    photo = f"photos:\n  - file: scene:roots-stage\n    alt: {json.dumps(f'Dans {alt}')}\n"
    tiny.write(tiny.ROOTS, f"---\n{front}{HEAD}{photo}---\n{body}\n")
    tiny.write(tiny.ROOTS_FR, f"---\n{front}{TRANSLATED}{photo}---\n{body}\n")
    news = fields(dict(fill({name: values[name] for name in ("title", "summary")})))
    tiny.write("news/new/index.nl.md", f"---\n{news}{HEAD}{DAY}---\n{body}\n")
    site, _ = read(tiny)
    for place in (Place("programmes", "roots"), Place("news", "new"), Place("programmes", "")):
        for lang in ("nl", "fr") if place in site.entries else ():
            with Deadline(SECONDS):
                assert find_acting(render(site, place, lang)) == []
    if Place("news", "new") in site.entries:
        feed = ElementTree.fromstring(build_feed(site, Place("news", ""), "nl"))
        for part in feed.iter():
            if part.get("type") == "html":
                assert find_acting(part.text or "") == []


@once_the_same
@given(st.lists(st.sampled_from([*LINES, *DANGEROUS]), max_size=16).map("\n".join))
def test_any_file_is_a_page_or_problems_on_its_lines(one_file: TinySite, text: str) -> None:
    one_file.write(one_file.ROOTS, f"---\n{text}")
    _, problems = read(one_file)
    assert all(problem.startswith("content/programmes/roots/") for problem in problems), problems


@once_the_same
@given(st.binary(max_size=200))
def test_any_bytes_are_a_page_or_problems(one_file: TinySite, data: bytes) -> None:
    one_file.write(one_file.ROOTS, b"---\ntitle: " + data)
    _, problems = read(one_file)
    assert problems
    assert all(problem.startswith("content/programmes/roots/") for problem in problems), problems


def test_what_acts_is_found() -> None:
    found = find_acting(
        "<script>x</script><a href=' JaVa\nScript:x' onclick=x><p style=x><iframe srcdoc=x>"
        "<meta http-equiv=refresh><base href=x><form action=x><img src=data:x>"
    )
    assert found == [
        *("script", "x", " JaVa\nScript:x", "onclick", "style", "iframe", "srcdoc", "refresh"),
        *("base", "form", "data:x"),
    ]
