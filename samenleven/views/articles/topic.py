"""A topic."""

from __future__ import annotations

from samenleven.model.entries import Topic
from samenleven.record import record
from samenleven.views.follow import find_follow
from samenleven.views.localise import Localiser
from samenleven.views.page import Follow, Group


@record(frozen=True)
class TopicData:
    """All pages about a topic, and how to follow it."""

    groups: tuple[Group, ...]
    follow: Follow | None


def build_topic(entry: Topic, to: Localiser) -> TopicData:
    """Return all pages about a topic, section by section."""
    return TopicData(to.groups(entry.place), find_follow(entry.place, to))
