"""Cells of a text file, read under the lexical rules of Table Schema."""

from lading.tables.cells.plain import EXPECTED, parse
from lading.tables.cells.reader import CellReader, cell_readers

__all__ = ["EXPECTED", "CellReader", "cell_readers", "parse"]
