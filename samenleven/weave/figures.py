"""People as calm silhouettes without faces: a skeleton of few joints, and what they wear."""

from __future__ import annotations

from math import hypot

from samenleven.record import record
from samenleven.weave.shapes import Ellipse, Limb, Point, Polygon, Shape

# Shares of a standing person's height.
TORSO, NECK, HEAD, ARM, LEG = 0.3, 0.045, 0.08, 0.165, 0.242


@record(frozen=True)
class Pose:
    """Place hip, hands and feet from the point between the feet: x ahead, y up, in heights.

    lean: how far the shoulders are ahead of the hip. bend: 1 if the knee goes ahead, -1 if back, 0
    if it comes towards us; elbows: the same of near and far elbow, or a share of it.
    """

    hands: tuple[Point, Point] = ((0.1, 0.47), (-0.1, 0.47))
    feet: tuple[Point, Point] = ((0.05, 0), (-0.05, 0))
    hip: Point = (0, 0.5)
    lean: float = 0
    bend: float = 1
    elbows: tuple[float, float] = (-1, -1)
    width: float = 0.085  # from the middle to each shoulder: smaller from the side


STAND = Pose(hands=((0.13, 0.46), (-0.13, 0.46)), elbows=(1, -1), width=0.1)
WALK = Pose(((0.15, 0.5), (-0.13, 0.49)), ((0.15, 0), (-0.16, 0.03)), lean=0.02, width=0.06)
STRIDE = Pose(((0.17, 0.55), (-0.15, 0.5)), ((0.2, 0), (-0.2, 0.05)), lean=0.04, width=0.06)
SIT = Pose(((0.22, 0.4), (0.18, 0.38)), ((0.27, 0), (0.21, 0)), (0, 0.27), lean=0.03, width=0.05)
SIT_FRONT = Pose(
    ((0.11, 0.33), (-0.11, 0.33)), ((0.075, 0), (-0.075, 0)), (0, 0.29), bend=0, elbows=(0.3, -0.3),
    width=0.1,
)  # fmt: skip
TALK = Pose(((0.24, 0.66), (-0.1, 0.46)), elbows=(-1, -1), width=0.085)
WAVE = Pose(((0.22, 0.98), (-0.12, 0.46)), elbows=(-1, -1), width=0.09)
CHEER = Pose(((0.19, 1.04), (-0.19, 1.03)), elbows=(-1, 1), width=0.09)
CLAP = Pose(((0.17, 0.74), (0.15, 0.73)), elbows=(-1, -1), width=0.08)
CARRY = Pose(((0.23, 0.6), (0.2, 0.58)), ((0.08, 0), (-0.08, 0)), elbows=(-1, -1), width=0.06)
LEAP = Pose(((0.36, 0.88), (-0.36, 0.74)), ((0.38, 0.24), (-0.36, 0.2)), (0, 0.5), width=0.08)
DANCE = Pose(((0.3, 0.93), (-0.27, 0.62)), ((0.02, 0), (-0.3, 0.3)), lean=0.04, width=0.08)
TURN = Pose(((0.1, 1.05), (-0.08, 1.04)), ((0, 0), (0.13, 0.25)), bend=1, elbows=(-1, 1))
BOW = Pose(((0.3, 0.83), (-0.33, 0.66)), ((0.16, 0), (-0.15, 0)), lean=0.05, width=0.08)


@record(frozen=True)
class Person:
    """Stand for one person: where, how tall in threads, which way, in what clothes.

    wears: words of `skirt dress coat robe scarf bun long hat cap afro beard bag`.
    """

    x: float
    y: float
    height: float
    pose: Pose = STAND
    ahead: int = 1  # -1 looks to the left
    wears: str = ""
    stout: float = 1.0

    def place(self, point: Point) -> Point:
        """Return where a point of the pose is on the cloth."""
        return self.x + point[0] * self.height * self.ahead, self.y - point[1] * self.height

    @property
    def shoulders(self) -> Point:
        """Return the middle between the shoulders, in the pose."""
        hip = self.pose.hip
        return hip[0] + self.pose.lean, hip[1] + TORSO

    @property
    def head(self) -> Point:
        """Return the middle of the head, in the pose."""
        x, y = self.shoulders
        return x + self.pose.lean * 0.5, y + NECK + HEAD

    def hand(self, side: int = 0) -> Point:
        """Return where a hand is on the cloth."""
        return self.place(self.pose.hands[side])

    def limb(self, start: Point, end: Point, from_: float, to: float) -> Limb:
        """Return a limb between two points of the pose; radii in heights."""
        tall = self.height
        return Limb(self.place(start), self.place(end), from_ * tall, to * tall)

    def area(self, *points: Point) -> Polygon:
        """Return a polygon through points of the pose."""
        return Polygon(tuple(self.place(point) for point in points))

    def round(self, middle: Point, across: float, down: float) -> Ellipse:
        """Return an ellipse around a point of the pose; radii in heights."""
        x, y = self.place(middle)
        return Ellipse(x, y, across * self.height, down * self.height)


def joint(start: Point, end: Point, bone: float, bend: float) -> Point:
    """Return where two bones of one length meet between `start` and `end`.

    bend: 1 or -1 for the side to which the joint goes, seen from the start; 0 for neither.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    span = hypot(dx, dy) or 1e-6
    off = max(bone * bone - span * span / 4, 0) ** 0.5 * bend
    return start[0] + dx / 2 - dy / span * off, start[1] + dy / 2 + dx / span * off


def draw_person(person: Person) -> tuple[Shape, ...]:
    """Return the silhouette of a person."""
    return (*_legs(person), *_torso(person), *_arms(person), *_head(person), *_clothes(person))


def draw_people(*people: Person) -> tuple[Shape, ...]:
    """Return the silhouettes of several people as one."""
    return tuple(shape for person in people for shape in draw_person(person))


def _legs(person: Person) -> list[Shape]:
    pose, shapes = person.pose, list[Shape]()
    for side, foot in enumerate(pose.feet):
        hip = (pose.hip[0] + (0.035 if side == 0 else -0.035), pose.hip[1])
        ankle = foot[0], foot[1] + 0.025
        knee = joint(hip, ankle, LEG, pose.bend)
        shapes.append(person.limb(hip, knee, 0.055 * person.stout, 0.04))
        shapes.append(person.limb(knee, ankle, 0.04, 0.024))
        shapes.append(person.limb(ankle, (foot[0] + 0.055, foot[1] + 0.018), 0.024, 0.018))
    return shapes


def _torso(person: Person) -> list[Shape]:
    (hx, hy), (sx, sy), half = person.pose.hip, person.shoulders, person.pose.width
    waist, wide = 0.068 * person.stout, 0.07 * person.stout
    middle = (hx + sx) / 2, hy + TORSO * 0.4
    body = person.area(
        (sx - half, sy - 0.015), (sx - half * 0.55, sy + 0.022), (sx + half * 0.55, sy + 0.022),
        (sx + half, sy - 0.015), (middle[0] + waist, middle[1]), (hx + wide, hy - 0.03),
        (hx - wide, hy - 0.03), (middle[0] - waist, middle[1]),
    )  # fmt: skip
    neck = person.limb((sx, sy), person.head, 0.034, 0.03)
    return [body, person.round(person.pose.hip, wide, 0.06), neck]


def _arms(person: Person) -> list[Shape]:
    (sx, sy), pose, shapes = person.shoulders, person.pose, list[Shape]()
    for side, hand in enumerate(pose.hands):
        shoulder = sx + (pose.width if side == 0 else -pose.width) * 0.85, sy - 0.012
        elbow = joint(shoulder, hand, ARM, pose.elbows[side])
        shapes.append(person.limb(shoulder, elbow, 0.036, 0.028))
        shapes.append(person.limb(elbow, hand, 0.028, 0.021))
        shapes.append(person.round(hand, 0.028, 0.028))
    return shapes


def _head(person: Person) -> list[Shape]:
    return [person.round(person.head, HEAD * 0.84, HEAD)]


def _clothes(person: Person) -> list[Shape]:
    worn: dict[str, list[Shape]] = {
        "skirt": [_cone(person, 0.0, 0.2, 0.15)],
        "dress": [_cone(person, 0.06, 0.34, 0.17)],
        "robe": [_cone(person, 0.16, 0.47, 0.15)],
        "coat": [_cone(person, 0.22, 0.2, 0.12)],
        **_hair(person),
        "bag": _bag(person),
    }
    return [shape for word in person.wears.split() for shape in worn[word]]


def _cone(person: Person, above: float, below: float, half: float) -> Polygon:
    """Return a skirt from `above` to `below` the hip that spreads to `half` its hem's width."""
    hx, hy = person.pose.hip
    lean, top = person.pose.lean * above / TORSO, max(0.06, person.pose.width * 0.8)
    return person.area(
        (hx + lean - top, hy + above), (hx + lean + top, hy + above),
        (hx + half, hy - below), (hx - half, hy - below),
    )  # fmt: skip


def _hair(person: Person) -> dict[str, list[Shape]]:
    x, y = person.head
    half = HEAD * 0.84
    scarf: list[Shape] = [
        person.round((x - 0.008, y + 0.004), half * 1.14, HEAD * 1.1),
        person.area(
            (x - half * 1.1, y), (x + half * 0.9, y - 0.03),
            (x + half * 1.1, y - 0.13), (x - half * 1.6, y - 0.15),
        ),
    ]  # fmt: skip
    return {
        "scarf": scarf,
        "bun": [person.round((x - half * 0.9, y + HEAD * 0.75), 0.036, 0.036)],
        "long": [
            person.round((x - 0.014, y + 0.006), half * 1.05, HEAD * 1.02),
            person.area(
                (x - half * 1.3, y + 0.01), (x, y), (x - 0.02, y - 0.17), (x - 0.1, y - 0.18)
            ),
        ],
        "tail": [
            person.limb((x - half * 0.8, y + 0.03), (x - half * 1.7, y - 0.08), 0.026, 0.012),
        ],
        "hat": [
            person.limb((x - half * 1.4, y + 0.035), (x + half * 1.4, y + 0.035), 0.013, 0.013),
            person.area(
                (x - half, y + 0.03), (x - half * 0.8, y + HEAD * 1.25),
                (x + half * 0.8, y + HEAD * 1.25), (x + half, y + 0.03),
            ),
        ],
        "cap": [
            person.limb((x, y + 0.035), (x + half * 1.8, y + 0.022), 0.016, 0.012),
            person.round((x, y + 0.014), half * 1.05, HEAD * 0.95),
        ],
        "afro": [person.round((x - 0.012, y + 0.024), half * 1.45, HEAD * 1.2)],
        "beard": [
            person.area((x + half * 0.2, y), (x + half, y), (x + half * 0.9, y - HEAD * 1.25))
        ],
    }  # fmt: skip


def _bag(person: Person) -> list[Shape]:
    x, y = person.shoulders
    return [person.round((x - person.pose.width - 0.045, y - 0.11), 0.065, 0.12)]
