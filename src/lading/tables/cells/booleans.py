"""Booleans as texts (Table Schema: boolean)."""

from collections.abc import Callable

from lading.descriptor import Field


def boolean(field: Field) -> Callable[[str], bool]:
    """What reads the booleans of a field; case counts, as wherever the standard does not say otherwise."""
    words = dict.fromkeys(field.true_values, True) | dict.fromkeys(field.false_values, False)

    def read(text: str) -> bool:
        if text not in words:
            raise ValueError(text)
        return words[text]

    return read
