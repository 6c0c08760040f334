"""Terms are explained where a page first uses them."""

from __future__ import annotations

import pytest

from samenleven.languages.site import Site
from samenleven.views.terms import Explainer

OPEN = '<button class="term" type="button" popovertarget="term-ocmw">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Het OCMW.</p>", f"<p>Het {OPEN}OCMW</button>.</p>"),
        ("<p>OCMW &amp; OCMW</p>", f"<p>{OPEN}OCMW</button> &amp; OCMW</p>"),
        ("<p>a &lt; OCMW &lt;</p>", f"<p>a &lt; {OPEN}OCMW</button> &lt;</p>"),
        ("<h2>OCMW</h2><p>OCMW</p>", f"<h2>OCMW</h2><p>{OPEN}OCMW</button></p>"),
        (
            '<a href="x">het <em>OCMW</em></a> OCMW',
            f'<a href="x">het <em>OCMW</em></a> {OPEN}OCMW</button>',
        ),
        ("<pre><code>OCMW</code></pre>", "<pre><code>OCMW</code></pre>"),
        ('<img alt="OCMW" src="x">', '<img alt="OCMW" src="x">'),
        ("<br>OCMW", f"<br>{OPEN}OCMW</button>"),
        ("<p>ocmwtje, OCMW-dienst</p>", "<p>ocmwtje, OCMW-dienst</p>"),
    ],
)
def test_the_first_use_is_a_button_where_a_button_may_stand(
    example_site: Site, before: str, after: str
) -> None:
    assert Explainer(example_site).mark(before, "nl") == after


def test_what_one_text_explained_the_next_does_not(example_site: Site) -> None:
    explainer = Explainer(example_site)
    explainer.mark("<p>OCMW</p>", "nl")
    assert explainer.mark("<p>OCMW</p>", "nl") == "<p>OCMW</p>"
    assert list(explainer.used) == ["ocmw"]


def test_a_dutch_name_inside_an_arabic_line_keeps_its_order(example_site: Site) -> None:
    html = '<p>في <bdi dir="ltr">OCMW Lindebeek</bdi></p>'
    assert Explainer(example_site).mark(html, "ar") == (
        f'<p>في <bdi dir="ltr">{OPEN}OCMW</button> Lindebeek</bdi></p>'
    )


def test_a_language_without_a_glossary_is_left_alone(example_site: Site) -> None:
    assert Explainer(example_site).mark("<p>OCMW</p>", "tr") == "<p>OCMW</p>"
