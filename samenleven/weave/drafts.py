"""Drafts: how threads cross, in the notation of hand weavers."""

from __future__ import annotations

from itertools import chain

from samenleven.record import record

Tieup = tuple[tuple[bool, ...], ...]


@record(frozen=True)
class Draft:
    """Say which warp threads lie on top: those whose shaft the row's treadle lifts.

    threading: the shaft of each warp thread, from the left; treadling: the treadle of each row,
    from the top; tieup: a row a treadle, a column a shaft. Both repeat.
    """

    threading: tuple[int, ...]
    tieup: Tieup
    treadling: tuple[int, ...]

    def is_warp_up(self, x: int, y: int) -> bool:
        """Return whether the warp thread `x` covers the weft thread `y`."""
        treadle = self.treadling[y % len(self.treadling)]
        return self.tieup[treadle][self.threading[x % len(self.threading)]]


@record(frozen=True)
class Cloth:
    """Give a draft its threads: colours as `#rrggbb`, repeated; `ground` lies between them."""

    draft: Draft
    warp: tuple[str, ...]
    weft: tuple[str, ...]
    ground: str = "#15171c"

    def thread_at(self, x: int, y: int) -> str:
        """Return the colour that lies on top where `x` and `y` cross."""
        if self.draft.is_warp_up(x, y):
            return self.warp[x % len(self.warp)]
        return self.weft[y % len(self.weft)]


def tie(*treadles: str) -> Tieup:
    """Return a tie-up from one word a treadle: `x` lifts the shaft, `.` leaves it."""
    return tuple(tuple(mark == "x" for mark in treadle) for treadle in treadles)


def _straight(shafts: int) -> tuple[int, ...]:
    return tuple(range(shafts))


TABBY = tie("x.", ".x")
TWILL = tie("xx..", ".xx.", "..xx", "x..x")
POINT = (0, 1, 2, 3, 2, 1)
GOOSE = (0, 1, 2, 3, 0, 1, 2, 3, 2, 1, 0, 3, 2, 1)
HERRING = tuple(chain((0, 1, 2, 3) * 2, (1, 0, 3, 2) * 2))  # opposite shafts meet at each turn

PLAIN = Draft((0, 1), TABBY, (0, 1))
BASKET = Draft((0, 0, 1, 1), TABBY, (0, 0, 1, 1))
TWILL_2_2 = Draft(_straight(4), TWILL, _straight(4))
SATIN = Draft(_straight(5), tie(".xxxx", "xx.xx", "xxxx.", "x.xxx", "xxx.x"), _straight(5))
# The back of satin: the two sides of one damask.
SATEEN = Draft(_straight(5), tie("x....", "..x..", "....x", ".x...", "...x."), _straight(5))
DRAFTS: dict[str, Draft] = {
    "plain": PLAIN,
    "basket": BASKET,
    "twill": TWILL_2_2,
    "herringbone": Draft(HERRING, TWILL, _straight(4)),
    "satin": SATIN,
    "sateen": SATEEN,
    "diamond": Draft(POINT, TWILL, POINT),
    "goose-eye": Draft(GOOSE, TWILL, GOOSE),
}
