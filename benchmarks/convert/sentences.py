"""Find the sentences of all documents of a folder, and do nothing else: `sentences.py nupunkt|spacy FOLDER`."""

import sys
from collections.abc import Callable
from pathlib import Path


def nupunkt() -> Callable[[str], int]:
    """How many sentences nupunkt finds in a text."""
    from nupunkt import sent_tokenize

    return lambda text: len(sent_tokenize(text))


def spacy() -> Callable[[str], int]:
    """How many sentences the rules of spaCy find in a text."""
    from spacy.lang.en import English

    language = English()
    language.add_pipe("sentencizer")
    return lambda text: sum(1 for _ in language(text).sents)


PEERS = {"nupunkt": nupunkt, "spacy": spacy}


def main(peer: str, folder: str) -> None:
    """Print the number of sentences."""
    count = PEERS[peer]()
    print(sum(count(path.read_text("utf-8")) for path in sorted(Path(folder).iterdir())))


if __name__ == "__main__":
    main(*sys.argv[1:])
