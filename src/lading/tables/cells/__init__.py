"""Cells of a text file, read under the lexical rules of Table Schema."""

from lading.tables.cells.parsing import EXPECTED, Parser, parse, parser
from lading.tables.cells.reader import CellReader, cell_readers

__all__ = ["EXPECTED", "CellReader", "Parser", "cell_readers", "parse", "parser"]
