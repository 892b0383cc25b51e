"""A query written by hand in SQL, for DuckDB: a condition for each check, and the rows where one does not hold."""

import sys
from pathlib import Path

import duckdb

from benchmarks.findings import Cell, report
from benchmarks.shipments import (
    CONTACT,
    CUSTOMS_CODE,
    FIRST_DAY,
    MAX_NOTE,
    MAX_PIECES,
    MAX_WEIGHT,
    MIN_WEIGHT,
    MODES,
    SHIPMENT_ID,
    STATUSES,
)

TYPES = {
    "sequence": "bigint",
    "weight": "double",
    "pieces": "bigint",
    "insured": "double",
    "booked": "date",
    "due": "date",
    "scanned": "timestamp",
    "fragile": "boolean",
}
SOUND = {
    "shipment_id": f"regexp_full_match(shipment_id, '{SHIPMENT_ID}')",
    "sequence": "sequence >= 1",
    "mode": f"mode in {MODES}",
    "status": f"status in {STATUSES}",
    "weight": f"weight between {MIN_WEIGHT} and {MAX_WEIGHT}",
    "pieces": f"pieces between 1 and {MAX_PIECES}",
    "insured": "insured >= 0 and isfinite(insured)",
    "booked": f"booked >= date '{FIRST_DAY}'",
    "due": "due >= booked",
    "scanned": "true",
    "fragile": "true",
    "customs_code": f"regexp_full_match(customs_code, '{CUSTOMS_CODE}')",
    "contact": f"regexp_full_match(contact, '{CONTACT}')",
    "note": f"length(note) between 1 and {MAX_NOTE}",
}
OPTIONAL = {"insured", "note"}


def table(path: Path) -> str:
    """The rows of the file with their numbers; the texts of a CSV file are kept beside their values."""
    if path.suffix == ".parquet":
        return f"select *, file_row_number + 1 as row from read_parquet('{path}', file_row_number = true)"
    values = ", ".join(f"try_cast({name} as {form}) as {name}" for name, form in TYPES.items())
    texts = f"read_csv('{path}', all_varchar = true, header = true, quote = '\"', escape = '\"', delim = ',')"
    return f"""select * replace ({values}), insured as insured_text, row
        from (select *, row_number() over () as row from {texts})"""


def query(path: Path) -> str:
    """A row and a field for each fault."""
    faulty = {
        name: f"not coalesce({sound}, false) "
        + (f"and {name} is not null" if name in OPTIONAL else f"or {name} is null")
        for name, sound in SOUND.items()
    }
    # Where a day is missing the order of the days is unknown, which is no fault of the other.
    faulty["due"] = "coalesce(due < booked, false) or due is null"
    if path.suffix == ".csv":
        faulty["insured"] += " or (insured is null and insured_text is not null)"
    cases = ", ".join(f"case when {where} then '{name}' end" for name, where in faulty.items())
    return f"""
        with rows as not materialized ({table(path)}),
        faults as (select row, unnest([{cases}]) as field from rows),
        twins as (select row, row_number() over (partition by shipment_id order by row) as nth from rows where
            shipment_id in (select shipment_id from rows group by shipment_id having count(*) > 1))
        select row, field from faults where field is not null
        union all select row, 'shipment_id' from twins where nth > 1"""


def main(path: Path) -> None:
    """Check a table."""
    cells: list[Cell] = duckdb.execute(query(path)).fetchall()
    report(cells)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
