"""Which of the documents that were converted are taken: each text once, under a file name of its own."""

import sys
from collections.abc import Iterable

from scripts.conversion.work import Text
from scripts.input.given import Given


class Acceptance:
    """The documents that have been taken so far, and how many have been skipped; why, it says on stderr."""

    def __init__(self) -> None:
        self.taken: dict[Given, Text] = {}
        self.n_skipped = 0
        self._by_hash: dict[str, Given] = {}
        self._names: set[str] = set()
        self._identifiers: set[str] = set()

    def skip(self, reason: Iterable[str]) -> None:
        """Skip a document for a reason, which may take several lines."""
        for line in reason:
            print(line, file=sys.stderr)
        self.n_skipped += 1

    def wants(self, given: Given, text: Text) -> bool:
        """Whether a document can be taken; one whose text has been taken is no more needed, and not skipped."""
        if (same := self._by_hash.get(text.sha256)) is not None:
            print(f"{given}: the same text as {same}; taken once", file=sys.stderr)
            return False
        if text.source_file in self._names:
            self.skip([f"{given}: another text has the same file name; rename one of them"])
            return False
        return True

    def has_identifier(self, document_id: str) -> bool:
        """Whether a document that was taken is called so."""
        return document_id in self._identifiers

    def take(self, given: Given, text: Text) -> None:
        """Take a document."""
        self.taken[given] = text
        self._by_hash[text.sha256] = given
        self._names.add(text.source_file)
        self._identifiers.add(text.document_id)
