"""How what stands first in a Russian clause is made to act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tqcheck.bilingual.sentence.groups import Group


class Frame(Enum):
    """How what stands first is made to act: the doer follows the verb; what is done follows a participle;
    nobody is said to do it to the one that stands first, or to give one something."""

    DOER_AFTER = auto()
    PATIENT_AFTER = auto()
    RECEIVER = auto()
    NOBODY = auto()


@dataclass(frozen=True, slots=True)
class Fronted:
    """A verb, what stands before it and is no subject, and what follows: who does it, or what is done.

    `interest`: the first is what the other takes an interest in; "the find interested scientists" is sound.
    """

    frame: Frame
    verb: int
    act: int
    first: Group
    after: Group | None
    interest: bool = False
