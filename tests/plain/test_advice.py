"""A text that could be said more plainly is told so, line by line, and why."""

from __future__ import annotations

import pytest

from tests.plain.conftest import Advise

LONG = (
    "De stad vraagt aan mensen die hier al lang wonen of die hier pas wonen om samen iets "
    "moois te maken."
)
HARD = (
    "Administratieve vereenvoudiging verhoogt organisatorische toegankelijkheid. "
    "Beleidsmedewerkers coördineren interdepartementale samenwerkingsverbanden. "
)
SHORTER = "Tot 20 woorden lees je vlot: maak er twee zinnen van, of een lijst."


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (LONG, 6),
        (LONG.replace("om samen", "bv. Samen"), 6),  # no end of a sentence
        (f"Kort.\n\n{LONG}", 8),
        (f"Kort.\nEn kort. {LONG} Klaar.", 7),
        (f"- {LONG}", 6),
    ],
)
def test_a_sentence_of_more_than_twenty_words_is_named_by_its_beginning(
    advise: Advise, body: str, line: int
) -> None:
    assert advise(body) == [
        f'index.nl.md:{line}: "De stad vraagt aan ..." telt 21 woorden. {SHORTER}'
    ]


def test_a_long_sentence_in_the_fields_is_named_with_its_field(advise: Advise) -> None:
    assert advise("Tekst.", summary=LONG) == [
        f'index.nl.md:3: summary: "De stad vraagt aan ..." telt 21 woorden. {SHORTER}'
    ]


@pytest.mark.parametrize(
    "body",
    [
        LONG.replace("samen ", ""),
        LONG.replace(" of die", ". Of die"),
        "\n".join(f"- {word}" for word in LONG.split()),
        "| Les | Dag |\n|--|--|\n" + "| " + " | ".join(LONG.split()) + " |",
        "`" + LONG + "`",
    ],
)
def test_twenty_words_lists_rows_and_code_are_no_long_sentence(advise: Advise, body: str) -> None:
    assert advise(body) == []


@pytest.mark.parametrize(
    ("body", "word", "remedy"),
    [
        ("Er is geen draagvlak.", "draagvlak", 'Schrijf "steun", of leg het woord uit'),
        ("Implementatie start.", "Implementatie", 'Schrijf "invoeren", of leg het woord uit'),
        (
            "Dit is in het\nkader van iets.",
            "in het kader van",
            'Schrijf "voor", of leg het woord uit',
        ),
    ],
)
def test_jargon_is_named_with_the_simple_word(
    advise: Advise, body: str, word: str, remedy: str
) -> None:
    assert advise(body) == [
        f'index.nl.md:6: "{word}" is een moeilijk woord en staat niet in de woordenlijst. '
        f"{remedy} in de woordenlijst."
    ]


def test_jargon_without_a_simple_word_asks_to_be_explained_once_a_page(advise: Advise) -> None:
    assert advise("De schepen.\n\nDe schepen en Schepen.") == [
        'index.nl.md:6: "schepen" is een moeilijk woord en staat niet in de woordenlijst. '
        "Leg het uit in de woordenlijst, of schrijf wat het betekent."
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Een proeftuin. Proeftuin.",  # the glossary explains it
        "De cofinancieringsregeling, het taaltraject.",  # inside another word
        "`draagvlak`",
    ],
)
def test_a_word_of_the_glossary_or_inside_another_word_is_no_jargon(
    advise: Advise, body: str
) -> None:
    assert advise(body) == []


def test_another_form_than_the_glossary_has_is_not_explained_by_it(advise: Advise) -> None:
    assert advise("Drie proeftuinen.") == [
        'index.nl.md:6: "proeftuinen" is een moeilijk woord en staat niet in de woordenlijst. '
        'Schrijf "plek om iets uit te proberen", of leg het woord uit in de woordenlijst.'
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ook voor Anderstaligen.",
            '"Anderstaligen": Het noemt wat iemand niet kan, en niet de taal of talen die iemand '
            "kent. Beter: mensen die (nog) geen Nederlands spreken; mensen die thuis een andere "
            "taal spreken.",
        ),
        (
            "Kom indien je wil.",
            '"indien": Dit is de taal van oude brieven. Zeg het zoals je het aan een buur zegt. '
            "Beter: als.",
        ),
        (
            "Roma of zigeuners? Eskimo’s?",
            '"zigeuners": Het kwetst. Gebruik het ook in een citaat alleen als het echt nodig is. '
            "Beter: de naam die mensen zelf gebruiken, zoals zwarte mensen, Roma, Inuit, mensen "
            "met downsyndroom.",
        ),
    ],
)
def test_a_dated_or_unkind_word_is_named_with_the_reason_and_a_better_one(
    advise: Advise, body: str, expected: str
) -> None:
    assert f"index.nl.md:6: {expected}" in advise(body)


@pytest.mark.parametrize(
    "body",
    [
        "Illegaal storten mag niet.",
        "Dakloze mensen helpen.",
        "Nu. Al. Ook. Als.",
        "De Blankenberg.",
    ],
)
def test_what_only_resembles_an_unkind_word_gives_no_advice(advise: Advise, body: str) -> None:
    assert advise(body) == []


@pytest.mark.parametrize(
    ("body", "line", "label", "remedy"),
    [
        ("[klik hier](https://example.be/).", 6, "klik hier", "Zeg wat daar staat."),
        ("Kijk:\n[**Lees meer** …](https://a.be)", 7, "**Lees meer** …", "Zeg wat daar staat."),
        ("[Hier][1]\n\n[1]: https://a.be", 6, "Hier", "Zeg wat daar staat."),
        (
            "Lees [meer](../glossary/index.nl.md).",
            6,
            "meer",
            'Zeg wat daar staat, bijvoorbeeld "Woorden".',
        ),
    ],
)
def test_a_link_that_says_nothing_is_named_with_what_it_leads_to(
    advise: Advise, body: str, line: int, label: str, remedy: str
) -> None:
    assert advise(body) == [
        f'index.nl.md:{line}: de link "{label}" zegt niet waar hij naartoe gaat. {remedy}'
    ]


def test_the_same_words_for_two_addresses_are_named_with_the_first_line(advise: Advise) -> None:
    body = "[De stad](https://a.be)\n\n[de stad](https://b.be) [de stad](https://a.be)"
    assert advise(body) == [
        'index.nl.md:8: de link "de stad" gaat ergens anders naartoe dan die op regel 6. '
        "Geef elk eigen woorden."
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[meer over de les](https://a.be)",
        "[de stad](https://a.be) en [de stad](https://a.be)",
        "<https://a.be>",
        "Zie [^1] en [haken](#haken)\n\n## Haken {#haken}\n\n[^1]: Een noot.",
        "`[hier](https://a.be)`",
    ],
)
def test_a_link_that_says_where_it_leads_gives_no_advice(advise: Advise, body: str) -> None:
    assert advise(body) == []


def test_a_text_that_reads_hard_is_told_at_its_hardest_paragraph(advise: Advise) -> None:
    easy = "Kom je ook? Dat is fijn. We eten soep. Wie wil, mag mee. " * 3
    assert advise(f"{easy}\n\n{HARD * 5}") == [
        "index.nl.md:8: de tekst van deze pagina leest moeilijk: 0 op 100, en vanaf 60 is goed. "
        "Maak woorden en zinnen korter, hier het eerst."
    ]


@pytest.mark.parametrize(
    "body", [HARD, "Kom je ook? Dat is fijn. We eten soep. " * 9, f"## {HARD.replace('.', '') * 9}"]
)
def test_an_easy_text_a_short_one_and_headings_are_not_judged(advise: Advise, body: str) -> None:
    assert [line for line in advise(body) if "op 100" in line] == []


def test_an_editor_can_read_it_in_english(advise: Advise) -> None:
    body = (
        f"{LONG} Draagvlak. De schepen.\n[hier](https://a.be) [x](https://a.be) [x](https://b.be)"
    )
    assert advise(body, editor="en") == [
        'index.nl.md:6: "De stad vraagt aan ..." has 21 words. '
        "Up to 20 read easily: make two sentences, or a list.",
        'index.nl.md:6: "Draagvlak" is a hard word, and not in the glossary. '
        'Write "steun", or explain the word in the glossary.',
        'index.nl.md:6: "schepen" is a hard word, and not in the glossary. '
        "Explain it in the glossary, or write what it means.",
        'index.nl.md:7: the link "hier" does not say where it leads. Name what is there.',
        'index.nl.md:7: the link "x" leads elsewhere than the one on line 7. '
        "Give each its own words.",
    ]


def test_a_source_language_without_lists_gets_no_advice(advise: Advise) -> None:
    assert advise(f"{LONG} [klik hier](https://a.be)", lang="fr") == []
