"""How often one address may ask."""

from __future__ import annotations

from ui.web.limits import RateLimit


def test_the_bucket_fills_evenly_and_each_address_has_its_own() -> None:
    now = [0.0]
    limit = RateLimit(60, clock=lambda: now[0])
    assert [limit.wait("a") for _ in range(60)] == [0] * 60
    assert limit.wait("a") == 1
    assert limit.wait("b") == 0
    now[0] = 1.1
    assert limit.wait("a") == 0
    assert limit.wait("a") == 1


def test_many_addresses_do_not_fill_the_memory() -> None:
    limit = RateLimit(1)
    for number in range(RateLimit._MOST_ADDRESSES + 50):
        limit.wait(str(number))
    assert len(limit._buckets) == RateLimit._MOST_ADDRESSES
