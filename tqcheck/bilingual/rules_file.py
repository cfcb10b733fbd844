"""The file of detectors' rules, read strictly."""

from __future__ import annotations

import yaml

from tqcheck.model import Rule
from tqcheck.rulebook.load import CATEGORIES
from tqcheck.rulebook.strict import StrictFile, line_of

_REQUIRED = ("id", "severity", "confidence", "category", "russian", "why", "examples")
_OPTIONAL = ("suggest", "judged")


def load(content: bytes, name: str) -> list[Rule]:
    """The rules of a file, in its order, which must be that of their ids. Raises RulebookError."""
    return _File(name).rules(content)


class _File(StrictFile):
    def rules(self, content: bytes) -> list[Rule]:
        root = self.root(content)
        fields = self.fields(root, "the rules of detectors", ("rules",), ()) if root else {}
        found: list[Rule] = []
        for node in self.sequence(fields["rules"], "rules") if fields else ():
            rule = self.rule(node)
            if found and rule.id <= found[-1].id:
                raise self.fail(node, f"rule {rule.id} must stand before {found[-1].id}")
            found.append(rule)
        return found

    def rule(self, node: yaml.Node) -> Rule:
        values = self.fields(node, "a rule", _REQUIRED, _OPTIONAL)
        id_ = self.rule_id(values["id"])
        examples = self.pairs_of(values["examples"], id_)
        origin = f"{self.origin}:{line_of(node)}"
        rule = self.described_rule(id_, values, examples, CATEGORIES, origin)
        return rule._replace(needs_source=True)

    def pairs_of(self, node: yaml.Node, id_: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Flag and pass examples, each "Russian → English"; the flagged words stand between [[ and ]]."""
        flag, sound = self.examples(node, id_)
        for example in (*flag, *sound):
            if SIDES not in example:
                raise self.fail(node, f"rule {id_}: {example!r} is not Russian{SIDES}English")
        return flag, sound


SIDES = " → "
"""What parts the Russian from the English in an example."""
