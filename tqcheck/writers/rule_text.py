"""What a rule says, as plain text and as Markdown; the explanation on the terminal says more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Finding, Precision, Rule, Source
from tqcheck.wording import counted
from tqcheck.writers.beside import MARKS, russian_apart, sentence
from tqcheck.writers.escape import code, markdown
from tqcheck.writers.visible import clip, one_line

QUOTE = 60
MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_HEADLINE = "H: "
"""What stands before an example of a rule that looks at headlines."""

# What MQM's categories mean for this field, by the category or the longest part of it that is known.
_FAULTS = {
    "terminology": "The established English term is another one.",
    "accuracy": "The English does not say what the Russian says.",
    "accuracy/mistranslation": "The English says something other than the Russian meant.",
    "accuracy/mistranslation/false-friend": "A word that looks like the Russian one and means another thing.",
    "accuracy/untranslated": "Russian was left standing in the English.",
    "accuracy/omission": "Something the Russian says is missing from the English.",
    "accuracy/addition": "The English adds what the Russian does not say.",
    "linguistic": "The sentence is not sound English.",
    "linguistic/grammar": "The sentence keeps a Russian construction that English grammar does not have.",
    "linguistic/punctuation": "The punctuation is not English.",
    "linguistic/spelling": "The spelling is not English.",
    "style": "No English newspaper would put it so.",
    "style/unidiomatic": "A word-for-word rendering: understandable, but no English writer would put it so.",
    "style/register": "The tone is wrong for the news.",
    "locale": "A convention of Russian texts that English ones do not share.",
    "locale/number": "Numbers are written in the Russian way.",
    "locale/date": "Dates are written in the Russian way.",
}
_GENERAL = "An English reader would stop here."


def judged(precision: Precision) -> str:
    """ "right in 18 of 20 judged findings", or "not yet judged"."""
    total = precision.right + precision.wrong
    if not total:
        return "not yet judged"
    return f"right in {precision.right:,} of {counted(total, 'judged finding')}"


def after(before: str, suggestion: str) -> str:
    """The example with the suggestion between [[ and ]] in place of the words that stood there.

    It begins with a capital where those words did and stand first in a sentence.
    """

    def put(match: re.Match[str]) -> str:
        preceding = before[: match.start()].rstrip(" \"'“‘«([")
        opens = not preceding or preceding.endswith((".", "!", "?", ":"))
        text = suggestion
        if opens and match[1][:1].isupper():
            text = text[:1].upper() + text[1:]
        return f"[[{text}]]"

    return MARKED.sub(put, before)


def examples(rule: Rule) -> Iterator[tuple[str, str]]:
    """Examples with what they become, doubtful words and their replacement between [[ and ]].

    What they become is "" where the rule has no suggestion, and in all but the first where it is code that
    makes suggestions: that of the rule is then of its first example.
    """
    best = next(iter(rule.suggest), None)
    first = ["" if best is None else after(before, best) for before in rule.before[:1]]
    afters = rule.after or [*first, *[""] * (len(rule.before) - 1)]
    for before, mended in zip(rule.before, afters, strict=True):
        yield _named(before), _named(mended)


def sound(rule: Rule) -> list[str]:
    """Examples that the rule lets pass."""
    return [_named(example) for example in rule.exceptions]


def _named(example: str) -> str:
    """An example as a reader takes it: that it is a headline is said in a word."""
    headline = example.startswith(_HEADLINE)
    return f"Headline: {example.removeprefix(_HEADLINE)}" if headline else example


def fault(category: str) -> str:
    parts = category.split("/")
    for length in range(len(parts), 0, -1):
        if fault := _FAULTS.get("/".join(parts[:length])):
            return fault
    return _GENERAL


def quoted(text: str) -> str:
    """Doubtful words on one line between quotation marks, the middle of a long stretch left out."""
    if not text:
        return "(something missing)"
    shown = clip(one_line(text.strip()), QUOTE) or text.replace(" ", "␣")
    return f"“{one_line(shown)}”"


def suggested(text: str) -> str:
    """A suggestion on one line, as something to read: "" is a deletion."""
    return one_line(text.strip()) or ("(delete)" if not text else one_line(text.replace(" ", "␣")))


def told(finding: Finding) -> str:
    """A finding in one line: words, what is wrong, Russian, suggestions."""
    parts = [f"{quoted(finding.text)}: {one_line(finding.message)}"]
    if russian := russian_apart(finding):
        parts.append(f"Russian: {one_line(russian).removesuffix('.')}.")
    if finding.suggestions:
        parts.append(f"Better: {' / '.join(suggested(text) for text in finding.suggestions)}")
    return " ".join(parts)


def told_beside(finding: Finding, source: Source | None) -> str:
    """The same, and the sentence of the source with the responsible words marked, where they are known."""
    russian = sentence(source, finding, MARKS)
    return f"{told(finding)} Source: {russian}" if russian else told(finding)


def help_text(rule: Rule) -> str:
    """Help on a rule as plain paragraphs."""
    parts = [fault(rule.category), one_line(rule.why)]
    if rule.russian:
        parts.append(f"The Russian: {one_line(rule.russian)}")
    parts += (
        f"Not: {one_line(before)}\nBut: {one_line(mended)}" for before, mended in _examples(rule, "", "")
    )
    parts.append(f"Confidence {rule.confidence}: {judged(rule.precision)}.")
    return "\n\n".join(parts)


def help_markdown(rule: Rule) -> str:
    """The same in Markdown, doubtful words and their replacement in bold."""
    parts = [f"{markdown(fault(rule.category))} {markdown(rule.why)}"]
    if rule.russian:
        parts.append(f"**The Russian:** {markdown(rule.russian)}")
    parts += (f"- Not: {before}\n- But: {mended}" for before, mended in _examples(rule, "**", "**"))
    if rule.exceptions:
        parts.append("Sound, and not flagged:\n\n" + "\n".join(f"- {markdown(e)}" for e in sound(rule)))
    parts.append(
        f"{code(rule.id)}, {markdown(rule.category)}; confidence {rule.confidence}: {judged(rule.precision)}."
    )
    return "\n\n".join(parts)


def _examples(rule: Rule, left: str, right: str) -> Iterator[tuple[str, str]]:
    """Examples before and after, with marks for [[ ]]; escaped where there are marks."""
    for before, mended in examples(rule):
        if mended:
            yield _marked(before, left, right), _marked(mended, left, right)


def _marked(example: str, left: str, right: str) -> str:
    parts = MARKED.split(example)
    if left:
        parts = [markdown(part) for part in parts]
    return "".join(f"{left}{part}{right}" if i % 2 and part else part for i, part in enumerate(parts))
