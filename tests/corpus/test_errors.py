"""One tree, and each error says what to do."""

import inspect

import pytest

from corpus import errors
from corpus.errors import AdvisorError, CatalogueError, Fault


def test_every_error_is_in_the_one_tree() -> None:
    classes = [item for _, item in inspect.getmembers(errors, inspect.isclass) if issubclass(item, Exception)]
    assert all(issubclass(item, AdvisorError) for item in classes)
    assert {item.__name__ for item in classes} == set(errors.__all__) - {"Fault"}


def test_usage_and_settings_leave_with_two_and_the_others_with_one() -> None:
    codes = {item.__name__: item.exit_code for item in AdvisorError.__subclasses__()}
    assert {name for name, code in codes.items() if code == 2} == {"UsageError", "SettingsError"}
    assert {code for name, code in codes.items() if name not in {"UsageError", "SettingsError"}} == {1}


def test_text_is_message_and_hint() -> None:
    assert str(AdvisorError("It broke.", hint="Mend it.")) == "It broke. Mend it."
    assert str(AdvisorError("It broke.")) == "It broke."


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault(file="a.jsonl", line=3, record="x", field="fee", problem="is odd"), "a.jsonl:3: x#fee: is odd"),
        (Fault(file="a.jsonl", line=3, problem="is odd"), "a.jsonl:3: is odd"),
        (Fault(file="a.jsonl", record="x", problem="is odd"), "a.jsonl: x: is odd"),
    ],
)
def test_fault_says_where(fault: Fault, text: str) -> None:
    assert str(fault) == text


def test_catalogue_error_lists_every_fault() -> None:
    faults = tuple(Fault(file="a.jsonl", line=line, problem=f"problem {line}") for line in (1, 2, 3))
    error = CatalogueError(faults)
    assert error.faults == faults
    assert "3 faults" in str(error)
    assert all(f"a.jsonl:{line}: problem {line}" in str(error) for line in (1, 2, 3))
