"""`tqcheck explain` and `tqcheck rules`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.cli.arguments import add_choice, file_name
from tqcheck.cli.streams import show, tell, visible
from tqcheck.model import Rule, TqcheckError

if TYPE_CHECKING:
    from tqcheck.rulebook import Program


MOST = 200
"""Rules explained in one go: of more, nobody reads to the end."""


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="explain a rule", description="Explains rules.")
    explain.add_argument("rules", nargs="+", metavar="RULE", help="id, family or glob")
    explain.add_argument("--config", type=file_name, metavar="FILE")
    explain.set_defaults(command=_explain)
    rules = commands.add_parser(
        "rules", help="list, test, count or document the rules, or what you decided on them"
    )
    add_choice(
        rules,
        "what",
        ("list", "test", "stats", "reference", "decisions"),
        nargs="?",
        default="list",
        help="a line a rule (the default); prove examples; count by family; Markdown; what you decided",
    )
    rules.add_argument("selectors", nargs="*", metavar="RULE", help="only these: id, family or glob")
    rules.add_argument("--config", type=file_name, metavar="FILE")
    rules.set_defaults(command=_rules)


def _explain(options: argparse.Namespace) -> int:
    from tqcheck.writers.explain import render_explain, render_rules_list

    rules = _select(options.rules, options.config)
    if len(rules) > MOST:
        show(render_rules_list(rules), "auto")
        tell(f"a line each: no more than {MOST} rules are explained in one go; name fewer")
        return 0
    for i, rule in enumerate(rules):
        if i:
            print()
        show(render_explain(rule), "auto")
    return 0


def _rules(options: argparse.Namespace) -> int:
    if options.what == "decisions":
        from tqcheck.fix.decisions import default_path, precision, table

        sys.stdout.write(table(precision(default_path())))
        return 0
    selectors = options.selectors or ["*"]
    rules = _select(selectors, options.config)
    if options.what == "test":
        from tqcheck.rulebook.prove import Prover
        from tqcheck.wording import counted

        program = _program(options.config)
        own = {entry.id for entry in program.entries}
        others = len(rules)
        rules = [rule for rule in rules if rule.id in own]  # other checks prove theirs in their tests
        others -= len(rules)
        flaws = list(Prover(program).flaws(rules))
        for flaw in flaws:
            tell(visible(str(flaw)))
        examples = sum(len(rule.before) + len(rule.exceptions) for rule in rules)
        count = f"{counted(len(rules), 'rule')}, {counted(examples, 'example')}"
        print(f"{count}: {counted(len(flaws), 'flaw') if flaws else 'all as promised'}")
        if others and options.selectors:
            tell(f"{counted(others, 'rule')} not tested: only those of rulebooks can be")
        return 1 if flaws else 0
    if options.what == "reference":
        from tqcheck.writers.reference import pages

        print("\n".join(pages(rules).values()), end="")
        return 0
    from tqcheck.writers.explain import render_rules_list, render_rules_stats

    show(render_rules_list(rules) if options.what == "list" else render_rules_stats(rules), "auto")
    return 0


def _program(config: Path | None) -> Program:
    from tqcheck.rulebook import open_rulebook
    from tqcheck.settings import load_settings

    return open_rulebook(load_settings(Path.cwd() / "-", config, {}).rulebooks)


def _select(selectors: Sequence[str], config: Path | None) -> list[Rule]:
    """The rules selectors mean, in the order asked. Raises TqcheckError for a selector that means none."""
    from tqcheck.checks import described_rules
    from tqcheck.settings import hint, matches

    known = [*_program(config).rules(), *described_rules()]  # of one name the first, which is judged
    chosen: dict[str, Rule] = {}
    for selector in selectors:
        meant = {rule.id: rule for rule in reversed(known) if matches(selector, rule.id)}
        if not meant:
            likely = hint(selector, [rule.id for rule in known], most=3)
            raise TqcheckError(f"there is no rule {selector}; {likely}")
        chosen |= {id_: meant[id_] for id_ in reversed(meant)}  # one that was there keeps its place
    return list(chosen.values())
