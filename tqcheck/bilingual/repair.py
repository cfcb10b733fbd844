"""What a monotone alignment gets wrong: sentences that were moved, lost ones that their neighbours took in,
and many rendered by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.matcher import Matcher
from tqcheck.bilingual.monotone import Link

STRANGER = 0.2
"""Share of its words with a counterpart up to which a Russian sentence is no part of a bead of several."""

JOINED = 0.5
"""Least share of its words with a counterpart for a Russian sentence to be taken into the bead beside it."""

MOVED = 0.4
"""Least share of the words of two sentences without a counterpart for them to be each other's."""


def repaired(links: Sequence[Link], matcher: Matcher) -> list[Link]:
    """The links as the words of their sentences say that they should be."""
    parted = [part for link in links for part in _without_strangers(link, matcher)]
    return _joined(_moved(parted, matcher), matcher)


def _without_strangers(link: Link, matcher: Matcher) -> Iterator[Link]:
    """A bead of several Russian sentences without those, at its ends, whose words it does not render."""
    if len(link.russian) < 2 or not link.english:
        yield link
        return
    kept = [j for j in link.russian if matcher.share(link.english, [j]) >= STRANGER] or list(link.russian)
    first, last = kept[0], kept[-1] + 1
    before, after = range(link.russian.start, first), range(last, link.russian.stop)
    nobody = range(link.english.start, link.english.start)
    yield from (Link(nobody, range(j, j + 1), link.posterior) for j in before)
    yield Link(link.english, range(first, last), link.posterior)
    yield from (Link(nobody, range(j, j + 1), link.posterior) for j in after)


def _moved(links: Sequence[Link], matcher: Matcher) -> list[Link]:
    """Links in which sentences that stand alone on both sides are each other's where their words say so."""
    english = [link for link in links if not link.russian]
    russian = [link for link in links if not link.english]
    found: dict[int, Link] = {}
    taken: set[int] = set()
    pairs = sorted(
        ((matcher.share(e.english, r.russian), e, r) for e in english for r in russian),
        key=lambda item: (-item[0], item[1].english.start, item[2].russian.start),
    )
    for share, e, r in pairs:
        if share >= MOVED and e.english.start not in found and r.russian.start not in taken:
            found[e.english.start] = Link(e.english, r.russian, share)
            taken.add(r.russian.start)
    return [
        link
        if link.russian and link.english
        else found.get(link.english.start, link)
        if link.english
        else link
        for link in links
        if link.english or link.russian.start not in taken
    ]


def _joined(links: Sequence[Link], matcher: Matcher) -> list[Link]:
    """Links in which a Russian sentence alone belongs to the bead before or after that renders its words."""
    joined: list[Link] = []
    waiting: Link | None = None  # alone, and not of the bead before
    for link in links:
        if not link.english:
            before = joined[-1] if joined else None
            if waiting is None and before and _renders(before, link, matcher):
                joined[-1] = Link(before.english, _together(before, link), before.posterior)
            else:
                if waiting:
                    joined.append(waiting)
                waiting = link
        elif waiting and link.russian and _renders(link, waiting, matcher):
            joined.append(Link(link.english, _together(waiting, link), link.posterior))
            waiting = None
        else:
            joined += [waiting, link] if waiting else [link]
            waiting = None
    return [*joined, waiting] if waiting else joined


def _renders(link: Link, alone: Link, matcher: Matcher) -> bool:
    neighbours = alone.russian.stop == link.russian.start or link.russian.stop == alone.russian.start
    return bool(link.english) and neighbours and matcher.share(link.english, alone.russian) >= JOINED


def _together(first: Link, second: Link) -> range:
    return range(first.russian.start, second.russian.stop)
