"""YAML read strictly: whatever is unknown, missing or doubled is an error that quotes file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

import yaml

from tqcheck.model import Confidence, Precision, Rule, Severity
from tqcheck.rulebook.errors import RulebookError

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
Fields = dict[str, tuple[yaml.Node, yaml.Node]]


class StrictFile:
    """A YAML file as nodes, which know their line. All methods raise RulebookError."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    def fail(self, node: yaml.Node | None, message: str) -> RulebookError:
        return RulebookError(self.origin, line_of(node), message)

    def root(self, content: bytes) -> yaml.Node | None:
        """The file's node; None for an empty file."""
        try:
            node: yaml.Node | None = yaml.compose(
                content,
                Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader),  # texts are all that is wanted
            )
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise RulebookError(self.origin, line, f"not valid YAML: {error.problem}") from None
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
            raise RulebookError(self.origin, 1, f"not valid YAML: {error}") from None
        return node

    def mapping(self, node: yaml.Node, what: str) -> Fields:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, f"{what} must be a mapping")
        result: Fields = {}
        for key, value in node.value:
            name = str(key.value)
            if name in result:
                raise self.fail(key, f"{name!r} is given twice")
            result[name] = (key, value)
        return result

    def fields(
        self, node: yaml.Node, what: str, required: Iterable[str], optional: Iterable[str]
    ) -> dict[str, yaml.Node]:
        """The values of a mapping that holds all required keys and no unknown one."""
        pairs = self.mapping(node, what)
        known = {*required, *optional}
        for name, (key, _) in pairs.items():
            if name not in known:
                raise self.fail(key, f"{what}: unknown key {name!r}")
        for name in required:
            if name not in pairs:
                raise self.fail(node, f"{what}: {name!r} is missing")
        return {name: value for name, (_, value) in pairs.items()}

    def sequence(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, f"{what} must be a list")
        return list(node.value)

    def text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.fail(node, f"{what} must be a text")
        return str(node.value)

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.text(item, f"each of {what}") for item in node.value)
        return (self.text(node, what),)

    def rule_id(self, node: yaml.Node) -> str:
        id_ = self.text(node, "id")
        if not _ID.fullmatch(id_):
            raise self.fail(node, f"id {id_!r} must read family.name-of-the-fault")
        return id_

    def one_of(self, node: yaml.Node, id_: str, allowed: Iterable[str]) -> str:
        value = self.text(node, "value")
        if value not in allowed:
            raise self.fail(node, f"rule {id_}: {value!r} is none of {', '.join(allowed)}")
        return value

    def examples(self, node: yaml.Node, id_: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Flag examples, their spans marked, and pass examples."""
        fields = self.mapping(node, f"examples of {id_}")
        for name, (key, _) in fields.items():
            if name not in ("flag", "pass"):
                raise self.fail(key, f"rule {id_}: unknown key {name!r} in examples (flag, pass)")
        for name in ("flag", "pass"):
            if name not in fields or not getattr(fields[name][1], "value", None):
                raise self.fail(node, f"rule {id_}: no {name} examples")
        flag = self.texts(fields["flag"][1], "flag examples")
        for example in flag:
            if not _MARKED.search(example):
                raise self.fail(fields["flag"][1], f"rule {id_}: mark the span with [[ ]] in {example!r}")
        return flag, self.texts(fields["pass"][1], "pass examples")

    def described_rule(
        self,
        id_: str,
        values: Mapping[str, yaml.Node],
        examples: tuple[tuple[str, ...], tuple[str, ...]],
        categories: Collection[str],
        origin: str,
    ) -> Rule:
        """What an editor needs to know of a rule, however it is found. `values` are its keys, `examples` its
        flag and pass examples."""
        flag, sound = examples
        return Rule(
            id=id_,
            severity=Severity(self.one_of(values["severity"], id_, [s.value for s in Severity])),
            confidence=self._confidence(values["confidence"], id_)
            if "confidence" in values
            else Confidence.LOW,
            category=self.one_of(values["category"], id_, sorted(categories)),
            russian=self.text(values["russian"], "russian"),
            why=self.text(values["why"], "why"),
            suggest=self.texts(values["suggest"], "suggest") if "suggest" in values else (),
            before=flag,
            exceptions=sound,
            precision=self.judged(values["judged"]) if "judged" in values else Precision(),
            origin=origin,
        )

    def _confidence(self, node: yaml.Node, id_: str) -> Confidence:
        return Confidence(self.one_of(node, id_, [c.value for c in Confidence]))

    def judged(self, node: yaml.Node) -> Precision:
        """How many findings were judged right and how many wrong."""
        values = self.fields(node, "judged", ("right", "wrong"), ())
        try:
            return Precision(*(int(self.text(values[name], name)) for name in ("right", "wrong")))
        except ValueError:
            raise self.fail(node, "judged: right and wrong are numbers") from None


def line_of(node: yaml.Node | None) -> int:
    """The line of a node, from 1."""
    return node.start_mark.line + 1 if node is not None else 1
