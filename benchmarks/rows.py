"""Rows without a fault: each is made from its number alone, so that they can be made in any portions."""

import datetime as dt

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.shipments import FIRST_DAY, MAX_NOTE, MAX_PIECES, MAX_WEIGHT, MODES, STATUSES

Numbers = npt.NDArray[np.uint64]

ID_SPACE = 10**9
ID_STEP = 387_420_489
"""Has no factor in common with ID_SPACE: every number gives another identifier, in no order."""

NAMES = ("anna", "boris", "chloe", "deniz", "elif", "farid", "greta", "hugo", "irene", "jamil", "kofi", "lena")
SURNAMES = ("adler", "brandt", "costa", "duval", "eriksen", "farkas", "gallo", "haddad", "ivanov", "jensen", "kaya")
HOSTS = ("cargo-post.example", "freight.example", "north-sea.example", "mail.quay.example")
NOTES = (
    "ring twice",
    "leave it with the neighbour on the left, never on the step",
    "Gate 4; ask for the foreman",
    "keep dry",
    "this side up",
    "très fragile, déposer à la réception",
    "наверх не ставить",
    'call "before you come", not after',
    # With the five characters that follow it is as long as a note may be: in code points, while it has 300 bytes.
    "🚚" * (MAX_NOTE - 5),
)
DAYS = 3_650
SECONDS = DAYS * 86_400


def identifier(number: int) -> str:
    """The identifier of the row with this number, counted from 1."""
    return f"SHP-{number * ID_STEP % ID_SPACE:09d}"


def shipments(first: int, count: int) -> pl.DataFrame:
    """`count` rows from number `first` on, counted from 1."""
    number = np.arange(first, first + count, dtype=np.uint64)
    booked = _days(_below(number, 1, DAYS))
    due = booked + _below(number, 2, 60).cast(pl.Int32).cast(pl.Duration("ms")) * 86_400_000
    return pl.DataFrame(
        {
            "shipment_id": _digits(pl.Series(number) * ID_STEP % ID_SPACE, "SHP-", 9),
            "sequence": pl.Series(number).cast(pl.Int64),
            "mode": _one_of(MODES, number, 3),
            "status": _one_of(STATUSES, number, 4),
            "weight": _hundredths(_below(number, 5, int(MAX_WEIGHT) * 100) + 1),
            "pieces": _below(number, 6, MAX_PIECES) + 1,
            "insured": _but_for_every(5, _hundredths(_below(number, 7, 10_000_000)), number, 8),
            "booked": booked,
            "due": due,
            "scanned": _seconds(_below(number, 9, SECONDS)),
            "fragile": _below(number, 10, 10) == 0,
            "customs_code": _customs_code(number),
            "contact": _contact(number),
            "note": _but_for_every(2, _note(number), number, 12),
        }
    )


def _below(number: Numbers, stream: int, limit: int) -> pl.Series:
    """Numbers from 0 up to a limit, spread evenly; each stream is another sequence (the mixer of SplitMix64)."""
    mixed = number + np.uint64(stream * 0x9E3779B97F4A7C15 % 2**64)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return pl.Series(mixed % np.uint64(limit)).cast(pl.Int64)


def _hundredths(numbers: pl.Series) -> pl.Series:
    # Divided by NumPy, which rounds once: the nearest number to what is written with two decimals.
    return pl.Series(numbers.to_numpy() / 100)


def _days(days: pl.Series) -> pl.Series:
    return (days + (FIRST_DAY - dt.date(1970, 1, 1)).days).cast(pl.Int32).cast(pl.Date)


def _seconds(seconds: pl.Series) -> pl.Series:
    first = (FIRST_DAY - dt.date(1970, 1, 1)).days * 86_400
    return ((seconds + first) * 1_000_000).cast(pl.Datetime("us"))


def _one_of(values: tuple[str, ...], number: Numbers, stream: int) -> pl.Series:
    return pl.Series(values).gather(_below(number, stream, len(values)))


def _but_for_every(nth: int, values: pl.Series, number: Numbers, stream: int) -> pl.Series:
    """The values, null in one of `nth` rows."""
    kept = _below(number, stream, nth) > 0
    return pl.select(pl.when(kept).then(values)).to_series()


def _digits(numbers: pl.Series, prefix: str, width: int) -> pl.Series:
    return prefix + numbers.cast(pl.String).str.zfill(width)


def _customs_code(number: Numbers) -> pl.Series:
    chapter, heading, item = (_below(number, stream, limit) for stream, limit in ((13, 9_999), (14, 99), (15, 99)))
    short = _digits(chapter, "", 4) + _digits(heading, ".", 2)
    long = short + _digits(item, ".", 2)
    return pl.select(pl.when(_below(number, 16, 3) > 0).then(long).otherwise(short)).to_series()


def _contact(number: Numbers) -> pl.Series:
    streams = ((NAMES, 17), (SURNAMES, 18), (HOSTS, 19))
    name, surname, host = (_one_of(values, number, stream) for values, stream in streams)
    return name + "." + surname + _digits(_below(number, 20, 100_000), "", 1) + "@" + host


def _note(number: Numbers) -> pl.Series:
    return _one_of(NOTES, number, 11) + _digits(_below(number, 21, 10_000), " ", 4)
