"""Tables stored as Parquet: one file, several, or a folder of partitions."""

from lading.tables.parquet.source import ParquetSource, read_parquet

__all__ = ["ParquetSource", "read_parquet"]
