from scripts.located import Fields, Items, Scalar, parse


def test_values_stay_text_whatever_yaml_would_make_of_them() -> None:
    read_back = parse("[NO, 12:30, 2024-03-14, 0o7, 1e3, yes]", "a text")
    assert isinstance(read_back, Items)
    texts = [node.text for node in read_back.nodes if isinstance(node, Scalar)]
    assert texts == ["NO", "12:30", "2024-03-14", "0o7", "1e3", "yes"]


def test_only_plain_nulls_are_null() -> None:
    read_back = parse("[null, ~, 'null', \"\"]", "a text")
    assert isinstance(read_back, Items)
    assert [node.text for node in read_back.nodes if isinstance(node, Scalar)] == [None, None, "null", ""]


def test_every_value_knows_its_line() -> None:
    root = parse("a: 1\nb:\n- {c: 2,\n   d: 3}\n", "a text")
    assert isinstance(root, Fields)
    assert root.lines == {"a": 1, "b": 2}
    items = root.nodes["b"]
    assert isinstance(items, Items)
    item = items.nodes[0]
    assert isinstance(item, Fields)
    assert (item.line, item.lines) == (3, {"c": 3, "d": 4})


def test_a_merge_key_is_a_key_like_any_other() -> None:
    root = parse("<<: {a: 1}\n", "a text")
    assert isinstance(root, Fields)
    assert list(root.nodes) == ["<<"]
