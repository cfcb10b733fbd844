"""What a monotone alignment gets wrong: sentences that were moved, lost ones that their neighbours took in,
and many rendered by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.alignment.matcher import Matcher
from tqcheck.bilingual.alignment.monotone import Link

STRANGER = 0.2
"""Share of its words with a counterpart up to which a Russian sentence is no part of a bead of several."""

ADDS = 0.5
"""Share of the words rendered of a headline below which it says what the first sentence says."""

LEAST_HELD = 0.5
"""Weight of words below which an English sentence is no part of a bead of several."""

LOOSE = 0.3
"""Share of its words with a counterpart up to which a pair stands together by its place alone."""

UNSURE = 0.3
"""How sure it is that a sentence parted from its bead has no counterpart."""

JOINED = 0.5
"""Least share of its words with a counterpart for a Russian sentence to be taken into the bead beside it."""

MOVED = 0.4
"""Least share of the words of two sentences without a counterpart for them to be each other's."""


def repaired(links: Sequence[Link], matcher: Matcher) -> list[Link]:
    """The links as the words of their sentences say that they should be."""
    parted = [part for link in links for part in _without_strangers(link, matcher)]
    return _joined(_moved(parted, matcher), matcher)


def _without_strangers(link: Link, matcher: Matcher) -> Iterator[Link]:
    """A bead of several sentences without those, at its ends, that have nothing of its other side."""
    english, russian = link.english, link.russian
    if len(russian) > 1 and english:
        kept = [j for j in russian if matcher.share(english, [j]) >= STRANGER] or list(russian)
        if kept[0] == 0 and len(kept) > 1 and matcher.adds(english, 0, kept[1:]) < ADDS:
            kept = kept[1:]
        russian = range(kept[0], kept[-1] + 1)
    if len(english) > 1 and russian:
        holding = matcher.held(english, russian)
        own = [i for i in english if holding[i] >= LEAST_HELD] or list(english)
        english = range(own[0], own[-1] + 1)
    yield from _alone(range(link.english.start, english.start), range(link.russian.start, russian.start))
    yield Link(english, russian, link.posterior)
    yield from _alone(range(english.stop, link.english.stop), range(russian.stop, link.russian.stop))


def _alone(english: range, russian: range) -> Iterator[Link]:
    """Sentences each by itself, none of them surely without a counterpart."""
    yield from (Link(range(i, i + 1), range(0), UNSURE) for i in english)
    yield from (Link(range(0), range(j, j + 1), UNSURE) for j in russian)


def _moved(links: Sequence[Link], matcher: Matcher) -> list[Link]:
    """Links in which sentences that stand alone, or beside one with which they share too little, are each
    other's where their words say so."""
    loose = [link for link in links if not (link.english and link.russian) or _is_loose(link, matcher)]
    pairs = [
        (matcher.share([i], [j]), i, j)
        for e in loose
        for i in e.english
        for r in loose
        for j in r.russian
        if not (e is r and len(e.english) == len(e.russian) == 1)
    ]
    found: dict[int, int] = {}
    for share, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if share >= MOVED and i not in found and j not in found.values():
            found[i] = j
    return [part for link in links for part in _parted(link, found, matcher)]


def _is_loose(link: Link, matcher: Matcher) -> bool:
    return matcher.share(link.english, link.russian) < LOOSE


def _parted(link: Link, found: dict[int, int], matcher: Matcher) -> Iterator[Link]:
    """A link, or what is left of it once sentences of it are known to belong elsewhere."""
    taken = set(found.values())
    if not any(i in found for i in link.english) and not any(j in taken for j in link.russian):
        yield link
        return
    for i in link.english:
        if i in found:
            yield Link(range(i, i + 1), range(found[i], found[i] + 1), matcher.share([i], [found[i]]))
        else:
            yield from _alone(range(i, i + 1), range(0))
    yield from (Link(range(0), range(j, j + 1), UNSURE) for j in link.russian if j not in taken)


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
    if not (link.english and neighbours) or matcher.share(link.english, alone.russian) < JOINED:
        return False
    return alone.russian.start > 0 or matcher.adds(link.english, 0, link.russian) >= ADDS


def _together(first: Link, second: Link) -> range:
    return range(first.russian.start, second.russian.stop)
