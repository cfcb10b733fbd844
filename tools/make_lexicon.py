"""Makes the lexicon of comparison: which English words render which Russian lemmas.

usage: python tools/make_lexicon.py PAIRS.tsv ENGLISH-COLUMN RUSSIAN-COLUMN DICTIONARY > lexicon.tsv

From parallel lines: IBM model 1 (Brown et al. 1993), five rounds of expectation maximisation, from Russian to
English stems. Kept are renderings of at least three lines and a share of 0.06; those that stand
everywhere only where a word of content is mainly rendered so (Россия, Russia). From an English-Russian
dictionary, DICTIONARY.index and DICTIONARY.dict.dz (Mueller's, of Debian's mueller7-dict, GPL-2.0-or-later):
each word of a translation, with less of a share the more words it has. Perfective verbs, which dictionaries
leave out, have the renderings of their imperfectives (aspects.tsv).
"""

from __future__ import annotations

import gzip
import re
import string
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tqcheck.bilingual.lexicon import russian_keys, stems
from tqcheck.bilingual.russian import analysis, is_known, normal

ROUNDS, LEAST_LINES, LEAST_SHARE, EVERYWHERE, MAINLY = 5, 3, 0.06, 0.06, 0.5
TOLD, LEAST_TOLD, LONGEST, MOST = 0.3, 0.1, 4, 16
"""Share of a rendering that a dictionary gives in one word, and the least kept; words of the longest
translation read; most renderings of a lemma."""

VAGUE = 100
"""Lemmas from which on a word that renders so many (run, get, make) has a third of its share in each."""

_DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
_EMPTY = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PNCT"})
_LABELS = re.compile(r"\[[^\]]*\]|\([^)]*\)|_[\w-]+\.?|\s+")
_SENSES = re.compile(r"[;,:]|\d+[.)]|[а-я]\)")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_PREFIXES = ("с", "по", "на", "за", "вы", "у", "про", "о", "об", "из", "ис", "от", "при", "раз", "рас", "вз")
Shares = dict[str, dict[str, float]]


def learnt(path: str, english_column: int, russian_column: int) -> Shares:
    """Renderings by Russian lemma, from parallel lines."""
    pairs = []
    for line in Path(path).read_text("utf-8").splitlines():
        cells = line.split("\t")
        english, russian = cells[english_column - 1], cells[russian_column - 1]
        pairs.append((sorted(set(stems(english))), sorted(set(russian_keys(russian)))))
    lines = Counter(stem for english, _ in pairs for stem in english)
    together = Counter((r, e) for english, russian in pairs for r in russian for e in english)
    share = {pair: 1.0 for pair, count in together.items() if count >= LEAST_LINES}
    null = dict.fromkeys(lines, 1 / len(lines))
    for _ in range(ROUNDS):
        counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        totals: Counter[str] = Counter()
        nulls: Counter[str] = Counter()
        for english, russian in pairs:
            for e in english:
                weights = [(r, share.get((r, e), 0.0)) for r in russian]
                whole = sum(w for _, w in weights) + null[e]
                nulls[e] += null[e] / whole
                for r, w in weights:
                    if w:
                        counts[r, e] += w / whole
                        totals[r] += w / whole
        share = {(r, e): c / totals[r] for (r, e), c in counts.items()}
        null = {e: c / sum(nulls.values()) for e, c in nulls.items()}
    kept: Shares = {}
    for (r, e), p in share.items():
        tells = lines[e] < EVERYWHERE * len(pairs) or (p >= MAINLY and analysis(r)[2] not in _EMPTY)
        if p >= LEAST_SHARE and together[r, e] >= LEAST_LINES and tells:
            kept.setdefault(r, {})[e] = p
    return kept


def told(dictionary: str) -> Shares:
    """Renderings by Russian lemma, from a dictionary."""
    found: Shares = {}
    for head, article in _articles(dictionary):
        heads = set(stems(head))
        for sense in _SENSES.split(_LABELS.sub(" ", article)):
            lemmas = [] if re.search(r"[A-Za-z=]", sense) else _content(sense)
            if len(lemmas) <= LONGEST:
                for lemma in lemmas:
                    own = found.setdefault(lemma, {})
                    for stem in heads:
                        own[stem] = max(TOLD / len(lemmas) / len(heads), own.get(stem, 0.0))
    sure = Counter(stem for own in found.values() for stem, share in own.items() if share == TOLD)
    return {
        lemma: {
            stem: weighed
            for stem, share in own.items()
            if (weighed := share / 3 if sure[stem] > VAGUE else share) >= LEAST_TOLD
        }
        for lemma, own in found.items()
        if is_known(lemma)
    }


def _articles(dictionary: str) -> Iterator[tuple[str, str]]:
    """The headwords and articles of a dictionary in the format of dictd."""
    data = gzip.decompress(Path(f"{dictionary}.dict.dz").read_bytes())
    for line in Path(f"{dictionary}.index").read_text("utf-8").splitlines():
        head, start, length = line.split("\t")
        article = data[_number(start) : _number(start) + _number(length)].decode("utf-8")
        if not head.startswith("00-database"):
            yield head.lower(), article.partition("\n")[2]


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS.index(digit)
    return value


def _content(text: str) -> list[str]:
    words = (analysis(match[0]) for match in _RUSSIAN.finditer(text))
    return [normal(lemma) for lemma, _, pos, _ in words if pos not in _EMPTY]


def with_perfectives(shares: Shares) -> Shares:
    """The shares, and for perfective verbs those of their imperfectives."""
    more: Shares = {}
    for verb in [verb for verb in shares if verb.endswith(("ть", "ти", "чь", "ся", "сь"))]:
        for partner in _perfectives(verb):
            for stem, share in shares[verb].items():
                own = more.setdefault(partner, {})
                own[stem] = max(share, own.get(stem, 0.0))
    return merged(shares, more)


def _perfectives(verb: str) -> Iterator[str]:
    """The perfective verbs that an imperfective one may belong to: by ending or, without, by prefix."""
    plain = verb.removesuffix("ся").removesuffix("сь")
    back = "ся" if plain != verb else ""
    made = [plain.removesuffix(own) + ending + back for ending, own in _aspects() if plain.endswith(own)]
    found = [one for one in made if one != verb and _is_perfective(one)]
    yield from found or (prefix + verb for prefix in _PREFIXES if _is_perfective(prefix + verb))


@cache
def _aspects() -> list[tuple[str, ...]]:
    lines = Path(__file__).with_name("aspects.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def _is_perfective(verb: str) -> bool:
    return is_known(verb) and {"INFN", "perf"} <= analysis(verb)[3]


def merged(first: Shares, second: Shares) -> Shares:
    """The greater share of each rendering."""
    return {
        lemma: {
            stem: max(shares.get(lemma, {}).get(stem, 0.0) for shares in (first, second))
            for stem in {*first.get(lemma, {}), *second.get(lemma, {})}
        }
        for lemma in {*first, *second}
    }


def main(path: str, english_column: str, russian_column: str, dictionary: str) -> None:
    known = with_perfectives(told(dictionary))
    shares = merged(learnt(path, int(english_column), int(russian_column)), known)
    for lemma in sorted(shares):
        best = sorted(shares[lemma].items(), key=lambda item: (-item[1], item[0]))[:MOST]
        renderings = " ".join(f"{stem}:{share:.2f}" for stem, share in best if share >= LEAST_SHARE)
        if renderings:
            print(f"{lemma}\t{renderings}")


if __name__ == "__main__":
    main(*sys.argv[1:])
