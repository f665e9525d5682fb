"""Which is cheaper, shorter or first: the same whatever order the offerings come in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from advisor.reason.comparing import Ranking, asked_rankings, rank, rank_starts
from advisor.verify.arithmetic import check_working
from corpus.credential import Credential, Duration, Fee

AMOUNTS = st.one_of(st.none(), st.integers(min_value=0, max_value=9999).map(Decimal))


def offerings(fees: list[Decimal | None]) -> list[Credential]:
    return [
        Credential(id=f"r{place}", title=f"R{place}", institution="Tarn", fee=None if fee is None else Fee(amount=fee, covers="total"))
        for place, fee in enumerate(fees)
    ]


@given(st.lists(AMOUNTS, min_size=2, max_size=5), st.booleans(), st.randoms(use_true_random=False))
def test_a_comparison_is_symmetric_and_computes_again(fees: list[Decimal | None], most: bool, shuffler) -> None:
    records = offerings(fees)
    ranked = rank(records, "fee", most=most)
    shuffled = list(records)
    shuffler.shuffle(shuffled)
    other = rank(shuffled, "fee", most=most)
    assert set(ranked.first) == set(other.first)
    assert ranked.difference == other.difference
    assert set(ranked.unknown) == set(other.unknown) == {record.id for record in records if record.fee is None}
    assert [value for _, value, _ in ranked.values] == [value for _, value, _ in other.values]
    if ranked.values:
        assert check_working(ranked.working, []) is None


def test_hours_give_way_to_weeks_and_weeks_to_nothing() -> None:
    records = [
        Credential(id="a", title="A", institution="Tarn", duration=Duration(text="8 weeks")),
        Credential(id="b", title="B", institution="Tarn", duration=Duration(hours=Decimal(60), text="60 hours in 9 weeks")),
    ]
    by_hours, by_weeks = rank(records, "hours"), rank(records, "weeks")
    assert (by_hours.measure, by_hours.first, by_hours.difference) == ("weeks", ("a",), Decimal(1))
    only_hours = [record.model_copy(update={"duration": Duration(hours=Decimal(number))}) for record, number in zip(records, (3, 5), strict=True)]
    assert by_weeks.unknown == ()
    assert rank(only_hours, "weeks").values == ()


def test_starts_that_are_over_do_not_count() -> None:
    early, late, loose = (
        Credential(id=name, title=name, institution="Tarn", start_dates=dates)
        for name, dates in (("early", ("3 May 2026", "2 March 2027")), ("late", ("12 January 2027",)), ("loose", ("any Monday",)))
    )
    ranked = rank_starts([early, late, loose], today=date(2026, 11, 1))
    assert (ranked.first, ranked.unknown) == (("late",), ("loose",))
    assert [words for _, _, words in ranked.values] == ["12 January 2027", "2 March 2027"]
    assert rank_starts([early, late, loose], today=date(2026, 5, 1)).first == ("early",)
    assert check_working(ranked.working, []) is None


def test_what_is_asked_is_read_once_for_each_stretch() -> None:
    assert asked_rankings("which is shorter and which starts sooner") == [Ranking("hours"), Ranking("start")]
    assert asked_rankings("which is more expensive") == [Ranking("fee", most=True)]
    assert asked_rankings("which has the nicer campus") == []
