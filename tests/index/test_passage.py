from __future__ import annotations

import pytest
from pydantic import ValidationError

from index.passage import Passage

BASE = Passage(id="a#b", kind="field", group="a", text="Soil.", fields={"title": "T", "text": "Soil."})


@pytest.mark.parametrize("change", [{"kind": "x"}, {"group": "x"}, {"text": "x"}, {"fields": {"title": "T"}}])
def test_the_hash_sees_every_change_that_an_index_would(change: dict[str, object]) -> None:
    assert BASE.model_copy(update=change).content_hash != BASE.content_hash


def test_the_hash_is_blind_to_the_id_and_to_the_order_of_fields() -> None:
    assert BASE.model_copy(update={"id": "other"}).content_hash == BASE.content_hash
    turned = Passage(id="a#b", kind="field", group="a", text="Soil.", fields={"text": "Soil.", "title": "T"})
    assert turned.content_hash == BASE.content_hash


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        Passage.model_validate({"id": "a", "kind": "k", "text": "t", "colour": "red"})
