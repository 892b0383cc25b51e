"""Rules over columns: conditions of every sort, some of which no query says."""

from collections.abc import Mapping

from hypothesis import strategies as st

from lading import expression
from lading.expression import Expression
from lading.record import Rule
from tests.lading_compile.kinds import Kind, Values, clocks, days, moments, texts, whole


def rules_of(columns: Mapping[str, Kind]) -> st.SearchStrategy[Rule]:
    """Rules over columns, some of which no query says."""
    return conditions_of(columns).map(lambda condition: Rule("drawn", "Drawn.", condition))


RULE_PATTERNS = (
    "[a-z]+",
    "^a.*$",
    r"\w+",
    r"\d+",
    "a|ab",
    "(?=a).*",
    r"[^@]+@[^@]+",
    "(?i)a",
    r"a\Z",
    "a.",
    r"[\w-]*",
    "a{,2}",
    "(?:ab?)*",
    ".*$",
)
CONSTANTS: dict[str, Values] = {
    "string": texts,
    "integer": st.integers(-3, 100) | whole,
    "year": st.integers(-3, 100),
    "number": st.floats(allow_nan=False) | st.integers(-3, 100),
    "boolean": st.booleans(),
    "date": days,
    "time": clocks,
    "datetime": moments,
}


@st.composite
def conditions_of(draw: st.DrawFn, columns: Mapping[str, Kind], depth: int = 2) -> Expression:
    """Conditions over columns."""
    kind = draw(st.sampled_from(["about", "and", "or", "not"])) if depth else "about"
    if kind == "about":
        return draw(_about(draw(st.sampled_from(sorted(columns))), columns))
    inner = conditions_of(columns, depth - 1)
    match kind:
        case "and":
            return draw(inner) & draw(inner)
        case "or":
            return draw(inner) | draw(inner)
        case _:
            return ~draw(inner)


def _about(name: str, columns: Mapping[str, Kind]) -> st.SearchStrategy[Expression]:
    field, kind = expression.field(name), columns[name]
    operators = st.sampled_from(sorted(expression.COMPARISONS))
    comparable = [
        other
        for other, found in columns.items()
        if found.type == kind.type or {found.type, kind.type} == {"integer", "number"}
    ]
    choices: list[st.SearchStrategy[Expression]] = [
        st.just(field.is_null()),
        st.builds(
            lambda value, sign: expression.Comparison(field, expression.Constant(value), sign),
            CONSTANTS[kind.type],
            operators,
        ),
        st.builds(
            lambda other, sign: expression.Comparison(field, expression.field(other), sign),
            st.sampled_from(comparable),
            operators,
        ),
    ]
    if kind.type in ("string", "integer", "year"):
        values = st.lists(CONSTANTS[kind.type] | st.just(True), max_size=3)
        choices.append(values.map(lambda found: field.is_in(*found)))
    if kind.type == "string":
        choices.append(st.sampled_from(RULE_PATTERNS).map(field.matches))
    return st.one_of(choices)
