"""Files that the tests of input share."""

from pathlib import Path

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
PAGES = HERE / "pages"
