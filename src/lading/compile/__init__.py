"""Record models as queries over columns: which rows of a table Pydantic could refuse, found without asking it of each.

Polars is loaded when a table is compiled, not before: who checks a small table row by row need not wait for it.
"""

from collections.abc import Sequence

from lading.compile.table import Compiled, Examined, Fallback
from lading.record import Record
from lading.tables.cells import CellReader

__all__ = ["Compiled", "Examined", "Fallback", "compile_table"]


def compile_table(model: type[Record], readers: Sequence[CellReader] | None) -> Compiled:
    """Compile a model for tables of text, whose cells the readers read, or, without readers, of stored values."""
    from lading.compile.records import compile_record

    return compile_record(model, readers)
