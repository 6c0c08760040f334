"""What a change of the Dutch file does to a translation, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenleven.languages.reading import Page
from samenleven.translation.freshness import compare
from samenleven.translation.notice import aligned, stale_segments
from samenleven.translation.recording import Made, confirm_parts, trace_parts
from samenleven.translation.segments import cut_body
from samenleven.translation.state import read_state, state_file, write_state
from tests.translation.one_page import DUTCH, TODAY, OnePage

WHO = "Het is voor jongeren die nieuw zijn in de stad."


def test_a_translation_of_the_dutch_of_today_is_fresh_without_a_state(one_page: OnePage) -> None:
    assert one_page.standings() == []
    assert stale_segments(one_page.page()) == {"fr": ()}


def test_an_older_translation_without_a_state_is_stale_as_a_whole(one_page: OnePage) -> None:
    one_page.change(one_page.dutch, ("2026-02-01", "2026-03-01"))
    assert {standing for standing, _ in one_page.standings()} == {"stale"}
    assert len(one_page.standings()) == 15


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("danst en je zingt. Het", "danst\nen je zingt.  Het"),
        lambda text: text.replace("| maandag | 14  |", "|maandag|   14|"),
        lambda text: text.replace("|---------|-----|", "|:-|-:|"),
        lambda text: text.replace("- Dans", "*   Dans").replace("- Zang", "*   Zang"),
        lambda text: text.replace("\n## Wat", "\n\n\n## Wat"),
        lambda text: text.replace("title: Roots", 'title: "Roots"'),
        lambda text: text.replace("2026-02-01", "2026-09-01"),
        lambda text: (
            text[: text.index("## Wat")]
            + text[text.index("## Voor") :]
            + "\n"
            + text[text.index("## Wat") : text.index("## Voor")]
        ),
    ],
    ids=["wrap", "table", "aligned", "bullets", "blank lines", "quotes", "date", "moved section"],
)
def test_what_changes_no_words_leaves_all_fresh(
    recorded: OnePage, change: Callable[[str], str]
) -> None:
    new = change(DUTCH)
    assert new != DUTCH
    recorded.dutch.write_text(new, "utf-8")
    assert recorded.standings() == []
    assert stale_segments(recorded.page()) == {"fr": ()}


def test_a_changed_sentence_makes_its_paragraph_stale(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (WHO, "Het is voor alle jongeren."))
    assert recorded.standings() == [("stale", "Het is voor alle jongeren.")]
    (stale,) = stale_segments(recorded.page())["fr"]
    assert stale[:3] == (("who", "Voor wie?"), WHO, "Het is voor alle jongeren.")
    assert stale.under == "C'est pour les jeunes qui sont nouveaux dans la ville."


@pytest.mark.parametrize(
    ("old", "new", "standing"),
    [
        ("summary: Dans en muziek voor", "summary: Dans voor", "stale"),
        ("Zang op [dinsdag](../zang/index.nl.md)", "Zang op [dinsdag](../lied/x.md)", "address"),
        ("| 14  |", "| 15  |", "stale"),
        ("Je danst en je zingt. Het is leuk.", "Heel iets anders.", "stale"),
        ("- Dans op maandag\n", "- Dans op maandag\n- Toneel op woensdag\n", "missing"),
        ("- Dans op maandag\n", "", "gone"),
        (f"{WHO}\n\n", "", "gone"),
        ("Dit gaat", "Nieuw.\n\nDit gaat", "missing"),
    ],
)
def test_one_change_touches_one_part(recorded: OnePage, old: str, new: str, standing: str) -> None:
    recorded.change(recorded.dutch, (old, new))
    assert [found for found, _ in recorded.standings()] == [standing]


def test_a_paragraph_that_moved_and_changed_is_the_one_that_moved(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (f"{WHO}\n\n", ""), ("| 14  |\n", "| 14  |\n\nHet is leuk.\n"))
    assert [found for found, _ in recorded.standings()] == ["missing", "gone"]


def test_what_is_gone_is_told_in_its_section(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (f"{WHO}\n\n", ""))
    (stale,) = stale_segments(recorded.page())["fr"]
    assert stale[:3] == (("who", "Voor wie?"), WHO, "")


def test_an_edit_of_the_translation_clears_nothing(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (WHO, "Het is voor alle jongeren."))
    recorded.change(
        recorded.french,
        ("C'est pour les jeunes qui sont nouveaux dans la ville.", "C'est pour tous les jeunes."),
        ("translated_from: 2026-02-01", "translated_from: 2026-02-01\nreviewed_by: x"),
    )
    assert [found for found, _ in recorded.standings()] == ["stale"]
    recorded.record()
    assert [found for found, _ in recorded.standings()] == ["stale"]
    (part,) = [part for part in recorded.parts() if part.standing.value == "stale"]
    assert part.trace
    assert part.trace.dutch.words == WHO
    assert not part.is_edited


def test_reading_and_confirming_does(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (WHO, "Het is voor alle jongeren."))
    parts = recorded.parts()
    chosen = {n for n, part in enumerate(parts) if part.standing.value == "stale"}
    confirmed = [*confirm_parts(parts, chosen, Made("machine", TODAY, "taaldienst"))]
    write_state(recorded.french, trace_parts(confirmed, Made("machine", TODAY)))
    assert recorded.standings() == []
    state = read_state(recorded.french)
    assert state
    assert [
        (trace.status, trace.day, trace.reviewer) for trace in state.traces if trace.reviewer
    ] == [("machine", TODAY, "taaldienst")]


def test_a_part_edited_by_hand_keeps_its_dutch(recorded: OnePage) -> None:
    recorded.change(recorded.french, ("Vous dansez et vous chantez.", "On danse, on chante."))
    assert recorded.standings() == []
    assert [part.target.words for part in recorded.parts() if part.is_edited and part.target] == [
        "On danse, on chante. C'est amusant."
    ]


def test_a_paragraph_that_both_got_by_hand_is_a_pair(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, ("\n## Voor", "\nNieuw hier.\n\n## Voor"))
    recorded.change(recorded.french, ("\n## Pour", "\nNouveau ici.\n\n## Pour"))
    assert recorded.standings() == []
    assert ("Nieuw hier.", "Nouveau ici.") in [
        (one.words, other.words) for one, other in aligned(recorded.page(), "fr") if one and other
    ]


def test_what_only_the_translation_has_is_added(recorded: OnePage) -> None:
    recorded.change(recorded.french, ("\n## Pour", "\nEn plus.\n\n## Pour"))
    assert recorded.standings() == [("added", "En plus.")]


def test_a_lost_state_is_rebuilt_by_the_form_of_the_pages(recorded: OnePage) -> None:
    before = state_file(recorded.french).read_text("utf-8")
    state_file(recorded.french).unlink()
    recorded.record()
    assert state_file(recorded.french).read_text("utf-8") == before


def test_a_state_edited_by_hand_is_rebuilt_where_it_was(recorded: OnePage) -> None:
    file = state_file(recorded.french)
    before = file.read_text("utf-8")
    file.write_text(before.replace("> Je danst", "> Ik dans").replace("> Roots\n", ""), "utf-8")
    state = read_state(recorded.french)
    assert state
    assert not state.is_whole
    recorded.record()
    assert file.read_text("utf-8") == before


def test_the_two_texts_side_by_side(recorded: OnePage) -> None:
    pairs = [
        (one.words, other.words) for one, other in aligned(recorded.page(), "fr") if one and other
    ]
    assert len(pairs) == 15
    assert ("Dans op maandag", "Danse le lundi") in pairs
    assert (WHO, "C'est pour les jeunes qui sont nouveaux dans la ville.") in pairs


WORDS = st.lists(st.sampled_from(["a b", "c d", "- e", "# f", "g", "`h`"]), max_size=12)


@given(WORDS, WORDS)
def test_every_part_stands_once_in_a_comparison(old: list[str], new: list[str]) -> None:
    before, after = cut_body("\n\n".join(old)), cut_body("\n\n".join(new))
    first = compare(before, before, [], is_current=True)
    traces = trace_parts(first, Made("human", TODAY))
    assert {part.standing.value for part in first} <= {"fresh"}
    parts = compare(after, before, traces, is_current=False)
    assert [part.dutch for part in parts if part.dutch] == after
    found = [part.target for part in parts if part.target]
    assert sorted(found, key=lambda part: part.start) == before


def test_notices_of_a_page_read_its_sources_no_second_time(
    recorded: OnePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: Page = recorded.page()
    recorded.dutch.unlink()
    recorded.french.unlink()
    assert stale_segments(page) == {"fr": ()}


@pytest.mark.parametrize(
    ("mark", "is_important"),
    [
        ("\n{.important}", True),
        ("\n{: .important #x }", True),
        ("\n{.other}", False),
        (" {.important}", False),
        ("\n\n{.important}", False),
    ],
)
def test_an_editor_marks_a_paragraph_as_important_on_the_line_below(
    recorded: OnePage, mark: str, is_important: bool
) -> None:
    recorded.change(recorded.dutch, (WHO, f"Het is voor alle jongeren.{mark}"))
    (stale,) = stale_segments(recorded.page())["fr"]
    assert stale.is_important == is_important


def test_a_new_paragraph_stands_under_the_translation_before_it(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (WHO, f"{WHO}\n\nNeem een jas mee.\n{{.important}}"))
    (stale,) = stale_segments(recorded.page())["fr"]
    under = "C'est pour les jeunes qui sont nouveaux dans la ville."
    assert stale == (("who", "Voor wie?"), "", "Neem een jas mee.", under, True)


def test_a_mark_alone_makes_nothing_stale(recorded: OnePage) -> None:
    recorded.change(recorded.dutch, (WHO, f"{WHO}\n{{.important}}"))
    assert stale_segments(recorded.page()) == {"fr": ()}
