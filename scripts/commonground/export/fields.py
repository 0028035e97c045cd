"""What the numbers in a file for programs are: each export declares its own, and the verification of the built site holds it to that."""

from msgspec import Struct


class Fields(Struct, frozen=True):
    """
    Keys of one file whose numbers are no text that a check has read; ``*`` stands for all.

    Attributes:
        computed: Worked out by the program: counts, versions, addresses, patterns.
        reference: Part of the reference of the source that the object, or the file, names.
        values: Numbers of the finding that the object names, as its record has them.
    """

    computed: frozenset[str] = frozenset()
    reference: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()


def fields(*, computed: str = "", reference: str = "", values: str = "") -> Fields:
    """Return a declaration; each argument is a list of keys with spaces between."""
    return Fields(frozenset(computed.split()), frozenset(reference.split()), frozenset(values.split()))
