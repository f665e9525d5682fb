import pytest

from evals.number_marks import numbers_said, unsupported


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("It costs $3,500.", "3500 dollars"),
        ("It costs $3,500.00.", "$3,500 in all"),
        ("eight weeks", "8 weeks"),
        ("8 weeks", "over eight weeks"),
        ("two hundred and fifty hours", "250 hours"),
        ("250 hours", "two hundred and fifty hours"),
        ("two thousand five hundred", "$2,500"),
        ("twenty-five", "25"),
        ("a hundred", "100"),
        ("under $3,000", "under 3k please"),
        ("starts 1 June 2026", "2026-06-01"),
        ("starts 2026-06-01", "June 1, 2026"),
        ("June 2026", "as of 2026-06"),
        ("in the third term", "the 3rd term"),
        ("half a year", "half"),
        ("½ day", "0.5 days"),
        ("Sept. 14", "14 September 2026"),
        ("call 250-472-4747", "250 472 4747"),
        ("First Nations first, and the one that fits", ""),
        ("You may start in the fall", ""),
        ("AHVS 488I", "AHVS 488I"),
    ],
)
def test_supported(claim, source):
    assert unsupported(claim, [source]) == []


@pytest.mark.parametrize(
    ("claim", "source", "missing"),
    [
        ("It costs $3,500.", "$350 and $500", "3,500"),
        ("eight weeks", "18 weeks", "eight"),
        ("It takes one year", "a year", "one"),
        ("starts June 2026", "starts July 2026", "June 2026"),
        ("starts 2026-06-01", "2026-06-02", "2026-06-01"),
        ("in April", "in May", "April"),
        ("in May", "you may apply", "May"),
        ("4.5 credits", "45 credits", "4.5"),
        ("½ day", "2 days", "½"),
        ("the third term", "the second term", "third"),
        ("three hundred", "3 and 100", "three hundred"),
    ],
)
def test_unsupported(claim, source, missing):
    assert [mark.text for mark in unsupported(claim, [source])] == [missing]


def test_a_date_must_stand_whole_in_one_source():
    assert unsupported("June 2026", ["June 2025", "fall 2026"])
    assert not unsupported("60 hours, $900", ["60 hours", "$900"])


def test_a_comma_list_is_not_one_number():
    assert [mark.text for mark in numbers_said("grades 10,11 and 12")] == ["10", "11", "12"]
