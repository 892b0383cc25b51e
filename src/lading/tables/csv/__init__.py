"""Tables in text files with delimiters: CSV and its dialects."""

from lading.tables.csv.source import CsvSource

__all__ = ["CsvSource"]
