"""What a record says of the words of a yes-or-no question."""

from __future__ import annotations

import pytest

from advisor.find.mentioned import Mentioned, mentioned_in
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold


def mentioned(question: str, *, among: bool = False, **facts: object) -> Mentioned:
    record = Credential.model_validate({"id": "r0", "title": "Soil Work", "institution": "Tarn College", **facts})
    return mentioned_in(Catalogue(records=[record], institutions=[], sections=[]), record, fold(question), among=among)


def test_the_piece_that_speaks_of_it_is_found() -> None:
    found = mentioned("it, do i get my WHMIS out of it?", summary="It is about soil. Learners earn WHMIS on the way.")
    assert found.evidence is not None
    assert found.evidence.field == "summary"
    assert found.piece == "Learners earn WHMIS on the way."
    assert not found.nowhere


@pytest.mark.parametrize(("question", "words"), [("it - is lunch provided", ("lunch",)), ("is there a dress code for it", ("dress", "code")), ("what brand of drones do they fly in it", ("brand", "drones", "fly"))])
def test_words_that_no_field_says_are_named(question: str, words: tuple[str, ...]) -> None:
    found = mentioned(question, summary="Farm soil.")
    assert found.nowhere
    assert found.words == words


@pytest.mark.parametrize(
    "question",
    ["tell me about it", "what is it", "i like mushrooms and horses", "can you tell me about it", "is it a real course", "do they have it", "was it so that my uncle from the valley with bad knees went twice"],
)
def test_nothing_is_asked_or_too_much_is_told(question: str) -> None:
    assert mentioned(question, summary="Farm soil.") == Mentioned()


def test_whether_it_is_among_what_is_taught() -> None:
    assert mentioned("does it cover mushrooms", among=True, summary="Farm soil.").words == ("mushrooms",)
    assert not mentioned("does it cover soils", among=True, summary="Farm soil.").nowhere
    assert mentioned("is it in spring", among=True, summary="Farm soil.") == Mentioned()
