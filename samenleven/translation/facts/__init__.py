"""Hold every translation to the facts of the Dutch text: no more, no fewer, no others.

A Flemish municipality may publish in other languages only what the Dutch text says. And a wrong
amount, day or phone number is the fault of a translation that harms most.
"""

from samenleven.translation.facts.compare import check_facts

__all__ = ["check_facts"]
