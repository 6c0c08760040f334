from __future__ import annotations

import pytest

from samenleven.languages.bidi import LRI, PDI, isolate_html, isolate_text

RUNS = [
    "+32 9 000 00 00",
    "info@example.be",
    "https://www.example.be/fietsen?taal=nl",
    "€ 12,50",
    "€12.500",
    "326.600 €",
    "326.600\u00a0€",
    "Roots",
    "Fietsclub De Ketting",
    "Kortrijk 8500",
    "Ter-Linde",
    "Café Élan",
    "www.example.be",
]


@pytest.mark.parametrize("run", RUNS)
def test_a_foreign_run_is_isolated_whole(run: str) -> None:
    assert isolate_html(f"قبل {run} بعد") == f'قبل <bdi dir="ltr">{run}</bdi> بعد'


@pytest.mark.parametrize("run", RUNS)
def test_a_foreign_run_of_plain_text_stands_between_isolates(run: str) -> None:
    assert isolate_text(f"قبل {run} بعد") == f"قبل {LRI}{run}{PDI} بعد"


def test_the_isolates_are_those_of_unicode() -> None:
    assert (LRI, PDI) == ("\u2066", "\u2069")


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("mark", [".", "،", ")", "؟", ":", "»"])
def test_the_mark_behind_a_run_belongs_to_the_sentence(run: str, mark: str) -> None:
    assert isolate_html(f"قبل {run}{mark}") == f'قبل <bdi dir="ltr">{run}</bdi>{mark}'


def test_a_slash_at_the_end_belongs_to_the_address() -> None:
    html = "موقع https://www.example.be/."
    assert isolate_html(html) == 'موقع <bdi dir="ltr">https://www.example.be/</bdi>.'


@pytest.mark.parametrize("text", ["نص بلا كلمات أجنبية", "عام 2026", "۱۰۵ شهرداری", ""])
def test_text_without_foreign_runs_stays(text: str) -> None:
    assert isolate_html(text) == isolate_text(text) == text


def test_entities_are_kept() -> None:
    html = "أ &amp; ب &lt; <em>Tom &amp; Co</em>"
    isolated = 'أ &amp; ب &lt; <em><bdi dir="ltr">Tom</bdi> &amp; <bdi dir="ltr">Co</bdi></em>'
    assert isolate_html(html) == isolated


def test_an_ampersand_in_an_address_is_kept() -> None:
    html = "https://example.be/?a=1&amp;b=2"
    assert isolate_html(html) == f'<bdi dir="ltr">{html}</bdi>'


@pytest.mark.parametrize(
    "html",
    [
        "<code>pip install</code>",
        "<pre><code>Naam: <em>x</em>\nTel: +32 9 000 00 00</code></pre>",
        '<bdi lang="nl">Ter Linde</bdi>',
        '<a href="https://example.be/" title="Open Roots">هنا</a>',
        '<img alt="a &gt; b" src="x.png">',
    ],
)
def test_code_isolated_text_and_attributes_stay(html: str) -> None:
    assert isolate_html(html) == html


def test_text_behind_code_is_isolated_again() -> None:
    html = "<code>x</code> Roots"
    assert isolate_html(html) == '<code>x</code> <bdi dir="ltr">Roots</bdi>'
