"""One turn over a small catalogue, with nothing but what composers need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.compose.builder import AnswerBuilder
from advisor.compose.context import Turn
from advisor.converse.conversation import Conversation
from advisor.understand.understanding import Request, Understanding
from corpus.catalogue import Catalogue
from corpus.credential import Credential


@pytest.fixture
def turn_over() -> Callable[..., Turn]:
    """A turn over these records, answering a message with these requests."""

    def make(*records: dict[str, Any], message: str = "", requests: tuple[Request, ...] = ()) -> Turn:
        made = [Credential.model_validate({"id": f"r{place}", "title": f"Title {'ABCDEFG'[place]}", "institution": "Tarn College", **facts}) for place, facts in enumerate(records)]
        return Turn(
            catalogue=Catalogue(records=made, institutions=[], sections=[]),
            search=None,  # type: ignore[arg-type]
            finder=None,  # type: ignore[arg-type]
            names=None,  # type: ignore[arg-type]
            understanding=Understanding(message=message, standalone=message, requests=requests),
            conversation=Conversation(),
            builder=AnswerBuilder(said=message),
        )

    return make
