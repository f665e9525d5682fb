import pytest

from evals.figure import difference, mean, ratio


def test_a_mean_with_its_interval():
    figure = mean("share", [1, 1, 1, 0] * 25)
    assert (figure.value, figure.n) == (0.75, 100)
    # the textbook interval of a share of .75 over 100 is about .67 to .83
    assert figure.low == pytest.approx(0.665, abs=0.03)
    assert figure.high == pytest.approx(0.835, abs=0.03)


def test_the_same_data_gives_the_same_interval():
    values = [0.2, 0.9, 0.4, 0.7]
    assert mean("a", values) == mean("a", values)


def test_nothing_to_count():
    assert mean("none", []).value is None
    assert ratio("none", [(0, 0), (0, 0)]).n == 0


def test_a_ratio_weighs_cases_by_what_they_hold():
    figure = ratio("claims", [(1, 1), (0, 3), (0, 0)])
    assert (figure.value, figure.n) == (0.25, 4)
    assert 0 <= figure.low <= figure.value <= figure.high <= 1


def test_a_paired_difference_is_tighter_than_its_parts():
    before = [0.1 * (place % 10) for place in range(200)]
    after = [value + 0.05 for value in before]
    figure = difference("gain", before, after)
    assert figure.value == pytest.approx(0.05)
    assert figure.high - figure.low < 1e-6
    assert mean("before", before).high - mean("before", before).low > 0.05


def test_what_cannot_be_paired():
    with pytest.raises(ValueError, match="cannot be paired"):
        difference("gain", [1], [1, 2])
