"""What mutation testing leans on: every test of the core can be asked for by its name."""

import pytest


def test_no_name_of_a_test_has_to_be_escaped(request: pytest.FixtureRequest) -> None:
    """pytest finds no test whose name holds a backslash, and mutmut takes that for a killed mutant."""
    names = [item.nodeid for item in request.session.items if "/test_kader_" in item.nodeid]
    assert [name for name in names if "\\" in name] == []
