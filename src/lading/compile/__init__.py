"""Record models as queries over columns: which rows of a table Pydantic could refuse, found without asking it of each.

Polars is loaded when a table is compiled, not before: who checks a small table row by row need not wait for it.
"""

from lading.compile.table import Compiled, Examined, Fallback, compile_table

__all__ = ["Compiled", "Examined", "Fallback", "compile_table"]
