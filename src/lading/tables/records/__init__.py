"""Tables whose cells have types of their own: JSON, rows that stand in a descriptor, spreadsheets."""

from lading.tables.records.source import RecordsSource

__all__ = ["RecordsSource"]
