"""Palettes: threads dyed as one family, and the covers that they dress."""

from __future__ import annotations

from samenleven.record import record
from samenleven.weave.drafts import DRAFTS, Cloth


@record(frozen=True)
class Palette:
    """Give four threads their colours: two that carry the cloth, two that speak less often."""

    a: str  # the dye that names the palette
    b: str  # the light thread beside it
    c: str  # an accent
    d: str  # a deep tone
    ground: str  # the shadow between the threads

    def spool(self, order: str) -> tuple[str, ...]:
        """Return the colours of threads in an order such as `aabb`."""
        return tuple({"a": self.a, "b": self.b, "c": self.c, "d": self.d}[name] for name in order)


PALETTES: dict[str, Palette] = {
    "linen": Palette("#bfa67a", "#f2ead8", "#7d8fa3", "#8a7656", "#3a3228"),
    "indigo": Palette("#2f528f", "#e6e2d3", "#e3ab3b", "#1d3259", "#10182b"),
    "madder": Palette("#b8402f", "#f0dfc6", "#e0a458", "#7a2630", "#2a1114"),
    "weld": Palette("#dfa52e", "#f5ead0", "#3f5a7d", "#a8701b", "#33230d"),
    "woad": Palette("#2f7663", "#e7e6d0", "#dfb24c", "#1d4d47", "#0d211f"),
    "walnut": Palette("#6f4a35", "#e9d9bf", "#c7803f", "#45302a", "#1d1412"),
    "rose": Palette("#c4687a", "#f6e3dc", "#7e4a6e", "#93405c", "#2f141f"),
    "slate": Palette("#566779", "#e4e7e6", "#c9a04a", "#35424f", "#151b22"),
    "plum": Palette("#6b4a78", "#ecdfe2", "#d99a4e", "#432d52", "#1b1222"),
}


@record(frozen=True)
class Dressing:
    """Name a draft and the order of its threads: how a loom is dressed."""

    draft: str
    warp: str
    weft: str


DRESSINGS: dict[str, Dressing] = {
    "plain": Dressing("plain", "a", "b"),
    "basket": Dressing("basket", "a", "b"),
    "twill": Dressing("twill", "a", "b"),
    "herringbone": Dressing("herringbone", "a", "b"),
    "satin": Dressing("satin", "a", "b"),
    "sateen": Dressing("sateen", "b", "a"),
    "diamond": Dressing("diamond", "a", "b"),
    "goose-eye": Dressing("goose-eye", "a", "b"),
    "houndstooth": Dressing("twill", "aaaabbbb", "aaaabbbb"),
    "log-cabin": Dressing("plain", "ababbaba", "ababbaba"),
    "gingham": Dressing("plain", "aaaabbbb", "aaaabbbb"),
    "stripe": Dressing("twill", "aaaaaaccaaaaaadd", "b"),
}


def dress(name: str, palette: str) -> Cloth:
    """Return the cloth of a dressing in the threads of a palette."""
    plan, threads = DRESSINGS[name], PALETTES[palette]
    return Cloth(
        DRAFTS[plan.draft], threads.spool(plan.warp), threads.spool(plan.weft), threads.ground
    )
