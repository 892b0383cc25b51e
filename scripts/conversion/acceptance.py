"""Which of the documents that were converted are taken: each text once, under a file name of its own."""

from scripts.conversion.work import Text
from scripts.input.given import Given


class Acceptance:
    """The documents that have been taken so far."""

    def __init__(self) -> None:
        self.taken: dict[Given, Text] = {}
        self._by_hash: dict[str, Given] = {}
        self._names: set[str] = set()
        self._identifiers: set[str] = set()

    def same_as(self, text: Text) -> Given | None:
        """The document of the same text that was taken."""
        return self._by_hash.get(text.sha256)

    def reason_against(self, given: Given, text: Text) -> str | None:
        """Why a document is not taken."""
        if text.source_file in self._names:
            return f"{given}: another text has the same file name; rename one of them"
        return None

    def has_identifier(self, document_id: str) -> bool:
        """Whether a document that was taken is called so."""
        return document_id in self._identifiers

    def take(self, given: Given, text: Text) -> None:
        """Take a document."""
        self.taken[given] = text
        self._by_hash[text.sha256] = given
        self._names.add(text.source_file)
        self._identifiers.add(text.document_id)
