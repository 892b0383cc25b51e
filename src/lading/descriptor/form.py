"""Faults in the form of a descriptor: what keeps it from being read at all."""


class FormError(ValueError):
    """What keeps a text from being read as JSON or YAML, in one line."""
