"""Counts of right, found and expected, and the figures that follow from them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right of those found and of those expected."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.found + other.found, self.expected + other.expected)

    @property
    def counts(self) -> tuple[int, int, int]:
        """The three counts in a row."""
        return self.right, self.found, self.expected

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was expected that was found; None where nothing was expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there was nothing to find and nothing was found."""
        count = self.found + self.expected
        return 2 * self.right / count if count else None
