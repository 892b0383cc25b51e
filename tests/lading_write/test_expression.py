"""Conditions over one row mean the same here and in SQL: DuckDB is the judge."""

import operator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lading.derive.sqldialect import DUCKDB, condition
from lading.expression import Expression, field

DATABASE = duckdb.connect()

numbers = st.one_of(st.none(), st.integers(-2, 2))
fields = st.sampled_from(["a", "b"]).map(field)
comparisons = st.builds(
    lambda left, compare, right: compare(left, right),
    fields,
    st.sampled_from([operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge]),
    st.one_of(fields, st.integers(-2, 2)),
)
tests_of_one = fields.flatmap(lambda it: st.sampled_from([it.is_null(), it.is_in(0, 1)]))
conditions = st.recursive(
    st.one_of(comparisons, tests_of_one),
    lambda inner: st.one_of(
        st.builds(operator.and_, inner, inner),
        st.builds(operator.or_, inner, inner),
        st.builds(operator.invert, inner),
        st.builds(lambda left, right: left.implies(right), inner, inner),
        st.builds(lambda left, right: left.is_null() == right.is_null(), inner, inner),
    ),
    max_leaves=6,
)


@given(conditions, numbers, numbers)
def test_a_condition_is_true_false_or_unknown_as_in_sql(expression: Expression, a: int | None, b: int | None) -> None:
    query = f"select {condition(expression, DUCKDB)} from (select $a::int as a, $b::int as b)"
    judged = DATABASE.execute(query, {"a": a, "b": b}).fetchone()
    assert judged == (expression.evaluate({"a": a, "b": b}),)


@given(conditions)
def test_a_condition_knows_the_fields_that_it_reads(expression: Expression) -> None:
    read = set(expression.fields())
    assert read <= {"a", "b"}
    expression.evaluate(dict.fromkeys(read))


def test_a_pattern_matches_the_whole_value() -> None:
    matches = field("a").matches("[a-z]+")
    assert [matches.evaluate({"a": value}) for value in ("ab", "ab\n", "ab1", None)] == [True, False, False, None]


def test_a_condition_refuses_to_be_a_truth_value() -> None:
    with pytest.raises(TypeError, match="no truth value"):
        assert field("a") < 1 < field("b")
