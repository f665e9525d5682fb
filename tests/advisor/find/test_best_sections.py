"""Which sections answer together: the first, one close to it, what continues it, and what is asked in these words."""

from __future__ import annotations

from advisor.engine import Advisor
from advisor.find.sections import SectionHit, best_sections, rank_sections
from corpus.section import Section


def hit(name: str, score: float, *, about: float = 0.6, asked: float = 0.5) -> SectionHit:
    document, _, slug = name.partition("#")
    section = Section(document=document, slug=slug, title=slug, document_title=document, trust="ours", sentences=("Text.",))
    return SectionHit(section, score, about, asked=asked)


def chosen(*hits: SectionHit) -> list[str]:
    return [item.section.id for item in best_sections(hits, close=0.08)]


def test_the_first_stands_alone_where_nothing_is_near() -> None:
    assert chosen(hit("a#grant", 0.8), hit("b#loan", 0.6), hit("a#tax", 0.5)) == ["a#grant"]


def test_one_that_is_close_is_said_too() -> None:
    assert chosen(hit("a#grant", 0.8), hit("b#loan", 0.75)) == ["a#grant", "b#loan"]


def test_what_continues_the_first_is_said_when_it_is_about_the_question() -> None:
    assert chosen(hit("a#grant", 0.8), hit("b#loan", 0.7), hit("a#grant-limits", 0.66)) == ["a#grant", "a#grant-limits"]
    assert chosen(hit("a#grant", 0.8), hit("a#grant-limits", 0.66, about=0.4)) == ["a#grant"]
    assert chosen(hit("a#grant", 0.8), hit("b#grant-limits", 0.66)) == ["a#grant"]


def test_what_is_asked_for_in_these_words_is_said_whatever_else_is() -> None:
    assert chosen(hit("a#what", 0.8, asked=0.70), hit("a#how", 0.6), hit("b#rule", 0.55, asked=0.75)) == ["a#what", "b#rule"]
    assert chosen(hit("a#what", 0.8, asked=0.80), hit("a#how", 0.6), hit("b#rule", 0.55, asked=0.75)) == ["a#what"]


def test_a_section_that_is_asked_for_the_same_field_comes_first(bc: Advisor) -> None:
    hits = rank_sections(bc.catalogue, bc.search, "must colleges test people in a micro-credential or can they just turn up", k=3)
    assert hits[0].section.id == "framework-elements#assessment"
