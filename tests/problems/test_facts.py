"""What an editor reads when two facts of a page contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.problems.conftest import TinySite

FAIR = "title: Feest\nsummary: Kom.\nupdated: 2026-02-01\ncontact: desk\n"
EVENT = "content/events/fair/index.nl.md"
ROOTS = "content/programmes/roots/index.nl.md"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "start: 2026-06-07 14:00\nend: 2026-06-08",
            "end: maar één van de twee dagen heeft een uur. "
            "Schrijf het uur bij allebei, of bij geen van beide.",
        ),
        (
            "end: 2026-06-08",
            'end: er is geen eerste dag. Voeg "start: ..." toe.',
        ),
        (
            "repeats: weekly",
            'repeats: wat terugkomt heeft een eerste dag nodig. Voeg "start: ..." toe.',
        ),
        (
            "repeats_until: 2026-06-08",
            "repeats_until: er staat niet hoe het terugkomt. "
            'Voeg "repeats: weekly" of "repeats: yearly" toe.',
        ),
        (
            "start: 2026-06-07 14:00\nrepeats: yearly\nrepeats_until: 2026-06-06",
            "repeats_until: dit is vroeger dan de eerste dag, en die is 2026-06-07. "
            "Wissel de twee dagen om, of verbeter er een.",
        ),
        (
            'start: 2026-06-07\nrepeats: weekly\npractice:\n  - {day: monday, start: "14:00"}',
            "repeats: de uren in `practice` komen al elke week terug. Wis de regel.",
        ),
        (
            "start: 2026-06-07 25:00",
            'start: "25:00" is geen uur. Schrijf uren en minuten, bijvoorbeeld 09:30 of 14:00.',
        ),
    ],
)
def test_an_event_that_cannot_be_is_reported(site: TinySite, lines: str, said: str) -> None:
    site.write("events/fair/index.nl.md", f"---\n{FAIR}{lines}\n---\n")
    [problem] = site.problems()
    path, _, rest = problem.partition(": ")
    assert (path.rpartition(":")[0], rest) == (EVENT, said)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "enrol_from: 2026-06-02\nenrol_until: 2026-06-01",
            "enrol_until: dit is vroeger dan de eerste dag, en die is 2026-06-02. "
            "Wissel de twee dagen om, of verbeter er een.",
        ),
        (
            "budget: 100\nfunded: 50",
            "funded: er staat niet wie het betaalt. "
            'Voeg "funder: ..." toe met een mapnaam uit partners.',
        ),
        (
            "funder: fund\nfunded: 50",
            'funded: het budget waarvan het een deel is, ontbreekt. Voeg "budget: ..." toe.',
        ),
        (
            "budget: 40\nfunder: fund\nfunded: 50",
            "funded: het is meer dan het budget, en dat is 40. Verbeter een van de twee.",
        ),
    ],
)
def test_a_programme_that_cannot_be_is_reported(site: TinySite, lines: str, said: str) -> None:
    fund = "title: Fonds\nsummary: Geld.\nupdated: 2026-02-01\nkind: funder\n"
    site.write("partners/fund/index.nl.md", f"---\n{fund}---\n")
    site.add_field(site.ROOTS, lines)
    [problem] = site.problems()
    path, _, rest = problem.partition(": ")
    assert (path.rpartition(":")[0], rest) == (ROOTS, said)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            "plan.pdf",
            'documents: er is geen bestand "content/programmes/roots/plan.pdf". '
            "Zet het bestand in de map van de pagina.",
        ),
        (
            "../plan.pdf",
            'documents: file: "../plan.pdf" is niet de naam van een bestand. '
            "Zet het bestand in de map van de pagina en schrijf alleen zijn naam.",
        ),
    ],
)
def test_a_document_that_is_not_there_is_reported(site: TinySite, file: str, said: str) -> None:
    site.add_field(site.ROOTS, f"documents:\n  - file: {file}\n    title: Het plan")
    site.add_field(site.ROOTS_FR, f"documents:\n  - file: {file}\n    title: Le plan")
    problems = [problem for problem in site.problems() if ".nl.md" in problem]
    assert [problem.partition(": ")[2] for problem in problems] == [said]
