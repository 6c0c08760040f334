"""Markdown becomes HTML that cannot act, with its links, anchors and headings noted."""

from __future__ import annotations

import re
import runpy
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from samenleven.model.body import Body, BodyReader, Heading, clean
from samenleven.model.deadline import Deadline, TooSlow
from samenleven.model.guard import ATTRIBUTES, TAGS, FileLink, Link
from samenleven.model.lines import hide_code
from samenleven.model.source import Place, Source

ROOT = Path(__file__).parents[2]
PLACE = Place("programmes", "roots")
DESK = Place("contacts", "desk")
SCHEMES = {"http", "https", "mailto", "tel", "page", "file"}
DANGEROUS = [
    *("<script>", "</script>", "<style>", "<svg/onload=", "<iframe srcdoc=", "<base href="),
    *("<a href=", "<img src=x onerror=", "<b onclick=", "<p style=", "<form action="),
    *("<!--", "-->", "<math>", "<noscript>", "<template>", "<title>", "<textarea>", "<plaintext>"),
    *("javascript:", "JaVa\tScRiPt:", "&#106;avascript:", "java&#x0a;script:", "data:text/html,"),
    *("vbscript:", "page:", "//x.be", "https://x.be/", "../../../x", "%00", "%0a"),
    *("{: onclick=x }", "{: href=javascript:x }", "{: #a }", "{: style=x }", "](", "[a](", "![a]("),
    *("[a]: ", "[a]", "<", "<![a](", ">", '"', "'", "`", "\\", "\n", "\n\n", " ", "=", "/"),
    *(")", "*", "_"),
    *("```\n", "~~~ {.x onclick=y}\n", "    ", "> ", "- ", "# ", "## ", "|", "\n-|-\n", "a", "1. "),
    *("<div markdown=1>", "</div>", "<details>", "*[a]: ", "[^1]", "[^1]: ", '!!! note "'),
    *("<![CDATA[", "<xmp>", "\x02", "&lt;", "&Tab;", "&colon;"),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> BodyReader:
    return BodyReader(runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"])


def source(text: str) -> Source:
    return Source("content/x.md", Path("x.md"), PLACE, "nl", {}, text, 5)


@pytest.fixture
def read(reader: BodyReader) -> Callable[[str], Body]:
    """Return the function that reads a body without any fault."""

    def read_good(text: str) -> Body:
        body, problems = reader.read(source(text))
        assert problems == []
        return body

    return read_good


class Acting(HTMLParser):
    """Collect what a browser could run, load or send."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()):
                self.found.append(name)
            if name in ("href", "src"):
                self.found += acting_schemes(value or "")


def acting_schemes(address: str) -> list[str]:
    """Return the scheme of an address as a browser reads it, unless it is one that is allowed."""
    bare = "".join(sign for sign in address if sign > " ")
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", bare, re.IGNORECASE)
    return [] if scheme is None or scheme[1].lower() in SCHEMES else [scheme[1]]


def find_acting(html: str) -> list[str]:
    """Return what acts in HTML, as two parsers see it."""
    parser = Acting()
    parser.feed(html)
    parser.close()
    tree = lxml_html.fromstring(f"<div>{html}</div>")
    tags = [str(element.tag) for element in tree.iter() if isinstance(element.tag, str)]
    return [*parser.found, *(tag for tag in tags if tag not in TAGS)]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(DANGEROUS), max_size=14).map("".join))
def test_nothing_that_acts_comes_through(reader: BodyReader, text: str) -> None:
    body, _ = reader.read(source(text))
    assert find_acting(body.html) == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(DANGEROUS), max_size=14).map("".join))
def test_nothing_that_acts_is_left_in_clean_html(text: str) -> None:
    assert find_acting(clean(text)) == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(DANGEROUS), max_size=10).map("".join))
def test_every_problem_is_on_a_line_of_the_body(reader: BodyReader, text: str) -> None:
    _, problems = reader.read(source(text))
    lines = [problem.line for problem in problems]
    assert [line for line in lines if not 5 <= line <= 5 + text.count("\n")] == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="./ab%2e\\", max_size=16))
def test_no_link_to_a_file_leaves_the_content(reader: BodyReader, path: str) -> None:
    body, _ = reader.read(source(f"[x]({path})"))
    for link in body.files:
        assert ".." not in unquote(link.path).split("/")
        assert not link.path.startswith("/")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een *woord*.", "<p>Een <em>woord</em>.</p>"),
        ("<https://x.be/>", '<p><a href="https://x.be/">https://x.be/</a></p>'),
        ("<a@x.be>", '<p><a href="mailto:a@x.be">a@x.be</a></p>'),
        ("[x](https://x.be/?a=1&b=2)", '<p><a href="https://x.be/?a=1&amp;b=2">x</a></p>'),
        ("[x](https://x.be/?a=1&copy=2)", '<p><a href="https://x.be/?a=1&amp;copy=2">x</a></p>'),
        ("[x](https://x.be/A%2FB?q=%26)", '<p><a href="https://x.be/A%2FB?q=%26">x</a></p>'),
        ('<span lang="fr" dir="ltr">Ville</span>', '<p><span lang="fr" dir="ltr">Ville</span></p>'),
        ("## Wat? {: lang=fr }", '<h2 id="wat" lang="fr">Wat?</h2>'),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("Oud <!-- <script> --> nieuw", "<p>Oud  nieuw</p>"),
    ],
)
def test_what_is_allowed_stays(read: Callable[[str], Body], text: str, html: str) -> None:
    assert read(text).html == html


@pytest.mark.parametrize(
    ("address", "link", "html"),
    [
        ("../../contacts/desk/index.nl.md", Link(DESK, "", 7), "page:contacts/desk"),
        ("../../contacts/desk/index.fr.md#a", Link(DESK, "a", 7), "page:contacts/desk#a"),
        ("../../contacts/desk/", Link(DESK, "", 7), "page:contacts/desk"),
        ("{filename}../index.nl.md", Link(Place("programmes", ""), "", 7), "page:programmes"),
        ("../../index.nl.md", Link(Place("", ""), "", 7), "page:"),
        ("index.nl.md", Link(PLACE, "", 7), "page:programmes/roots"),
    ],
)  # fmt: skip
def test_a_link_to_a_page_is_noted_by_its_place(
    read: Callable[[str], Body], address: str, link: Link, html: str
) -> None:
    body = read(f"Tekst.\n\n[x]({address})\n")
    assert (body.links, body.files) == ((link,), ())
    assert f'<a href="{html}">' in body.html


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[x](plan.pdf)", "programmes/roots/plan.pdf"),
        ("[x](<het plan.pdf>)", "programmes/roots/het plan.pdf"),
        ("[x](het%20plan.pdf)", "programmes/roots/het plan.pdf"),
        ("[x](het\\_plan.pdf)", "programmes/roots/het_plan.pdf"),
        ("[x](../../x/../plan.pdf)", "plan.pdf"),
    ],
)
def test_a_link_to_a_file_is_noted_by_its_path(
    read: Callable[[str], Body], text: str, path: str
) -> None:
    assert read(text).files == (FileLink(path, 5),)


def test_headings_and_anchors_are_noted(read: Callable[[str], Body]) -> None:
    body = read('## Wat? {#what}\n\n### Hoe & waar\n\n<b id="why">x</b> [y](#why)\n')
    assert body.headings == (Heading(2, "what", "Wat?"), Heading(3, "hoe-waar", "Hoe &amp; waar"))
    assert body.anchors == {"what", "hoe-waar", "why"}


def test_the_columns_of_a_table_are_aligned_by_a_class(read: Callable[[str], Body]) -> None:
    html = read("a | b\n--|-:\n1 | 2\n").html
    assert '<th class="align-end">b</th>' in html
    assert "style" not in html


def test_a_footnote_has_no_english_words(read: Callable[[str], Body]) -> None:
    html = read("Zo[^1].\n\n[^1]: Bron.\n").html
    assert "title" not in html
    assert 'href="#fn:1"' in html


def test_one_body_leaves_nothing_for_the_next(reader: BodyReader) -> None:
    reader.read(source("[a](x.pdf) [b]\n\n## A {#a}\n\n[b]: https://x.be/\n\n*[HTML]: x\n"))
    body, problems = reader.read(source("[b] HTML"))
    assert (body, problems) == (Body("<p>[b] HTML</p>"), [])


def test_a_deadline_stops_the_work() -> None:
    with pytest.raises(TooSlow), Deadline(0.05):
        work_for_seconds(5)


def test_no_except_on_the_way_holds_a_deadline() -> None:
    with pytest.raises(TooSlow), Deadline(0.05), suppress(Exception):
        work_for_seconds(5)


def test_a_deadline_that_is_kept_stops_nothing_later() -> None:
    for _ in range(50):
        with Deadline(0.1):
            pass
    work_for_seconds(0.3)
    assert threading.active_count() < 20


def work_for_seconds(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_only_work_counts() -> None:
    with Deadline(0.05):
        time.sleep(0.2)  # what another process on a busy machine does to this one


def test_code_is_hidden_with_every_line_in_its_place() -> None:
    text = "a `b` c\n```python\n# d\n```\ne\n~~~\n```\n~~~\nf"
    assert hide_code(text) == "a ` c\n```python\n\n\ne\n~~~\n\n\nf"
