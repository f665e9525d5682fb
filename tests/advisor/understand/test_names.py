"""Names: titles in part, mistyped, by code or initials; institutions by alias; and no leaning on any particular name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine import Advisor
from advisor.understand.names import NameIndex
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.institution import Institution

#: everyday words that a title word could be taken for when mistyped
WORDS = {"goats", "coasts", "fishing", "carbon", "soils", "weaving", "leaving", "kelp", "help", "ropes", "farming", "harming"}

TITLES = {
    "soil": ("Sustainable Soils Management", "Tarn College", "How to look after farm land."),
    "carbon": ("Forest Carbon Management", "Brack Institute", "Counting carbon in woods (FOR 210)."),
    "health": ("Forest Health Management", "Brack Institute", "Insects and disease of trees."),
    "early": ("Early Childhood Education Assistant", "Tarn College", "Working with small children."),
    "kelp": ("Kelp Farming and Harvest (KFH)", "Ostrava Technical University", "Seaweed lines at sea."),
    "one": ("Rigging Level I", "Brack Institute", "Ropes and blocks."),
    "two": ("Rigging Level II", "Brack Institute", "More ropes and blocks."),
}
INSTITUTIONS = {"Tarn College": ("Tarn", "TC"), "Brack Institute": ("BRIT", "Brack"), "Ostrava Technical University": ("OTU", "Ostrava Tech")}


def build(titles: dict[str, tuple[str, str, str]] = TITLES, institutions: dict[str, tuple[str, ...]] = INSTITUTIONS, *, words: set[str] = WORDS) -> NameIndex:
    catalogue = Catalogue(
        records=[Credential(id=name, title=title, institution=place, summary=summary) for name, (title, place, summary) in titles.items()],
        institutions=[Institution(name=name, aliases=aliases) for name, aliases in institutions.items()],
        sections=[],
    )
    return NameIndex(catalogue, is_word=lambda word: word in words)


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return build()


def best(names: NameIndex, text: str) -> str | None:
    scores = names.scores(text)
    return scores[0].record if scores else None


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("Sustainable Soils Management", "soil"),
        ("the soils course", "soil"),
        ("sustainable soil mgmt", "soil"),
        ("sustanable soils managment", "soil"),
        ("forest carbon one", "carbon"),
        ("forest health", "health"),
        ("the ECE assistant program", "early"),
        ("erly childhood educaton", "early"),
        ("kfh", "kelp"),
        ("KFH please", "kelp"),
        ("FOR 210", "carbon"),
        ("for210", "carbon"),
        ("rigging level two", "two"),
        ("rigging level 2", "two"),
        ("Rigging Level I", "one"),
    ],
)
def test_a_record_is_named_in_part_mistyped_or_by_its_code(names: NameIndex, text: str, record: str) -> None:
    assert best(names, text) == record


def test_the_whole_title_and_a_code_are_exact(names: NameIndex) -> None:
    assert names.scores("is forest health management online")[0].exact
    assert names.scores("when is FOR 210")[0].exact
    assert not names.scores("something on forest pests")[0].exact


def test_a_title_said_whole_beats_one_said_in_part(names: NameIndex) -> None:
    first, second = names.scores("forest health management at brack")[:2]
    assert (first.record, second.record) == ("health", "carbon")
    assert first.value > second.value + 0.2


def test_words_that_the_record_never_says_count_against_it(names: NameIndex) -> None:
    plain, strayed = names.scores("sustainable soils management")[0], names.scores("sustainable lunar soils management")[0]
    assert (plain.strays, strayed.strays) == (0, 1)
    assert strayed.value < plain.value


@pytest.mark.parametrize("word", sorted(WORDS))
def test_everyday_words_are_never_taken_for_mistyped_names(names: NameIndex, word: str) -> None:
    assert names.topic_words(word) in ([word], [])


def test_a_mistyped_word_is_set_right_only_near_one_known_word(names: NameIndex) -> None:
    assert names.topic_words("childhod") == ["childhood"]
    assert names.topic_words("xylophone") == ["xylophone"]


@pytest.mark.parametrize("text", ["", "is it online", "hello there", "how much is the course", "zzz qqq"])
def test_what_names_nothing(names: NameIndex, text: str) -> None:
    assert names.topic_words(text) in ([], ["zzz", "qqq"])
    assert [score.record for score in names.scores(text) if score.value > 0.3] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at Tarn College", ["Tarn College"]),
        ("TARN's soil course", ["Tarn College"]),
        ("brit or otu", ["Brack Institute", "Ostrava Technical University"]),
        ("ostrava-tech", ["Ostrava Technical University"]),
        ("O T U", []),
        ("tc course", ["Tarn College"]),
        ("a british tarnished watch etc", []),
        ("Brack Institute (BRIT)", ["Brack Institute", "Brack Institute"]),
    ],
)
def test_institutions_are_found_by_alias_and_not_inside_other_words(names: NameIndex, text: str, found: list[str]) -> None:
    matches = names.institutions_in(text)
    assert [match.name for match in matches] == found
    assert all(text[match.start : match.end] == match.said for match in matches)


def test_parts_of_an_institution_are_its_family() -> None:
    catalogue = Catalogue(records=[], institutions=[Institution(name="Tarn College"), Institution(name="Tarn North", parent="Tarn College")], sections=[])
    assert NameIndex(catalogue).family("Tarn College") == {"Tarn College", "Tarn North"}


#: the same catalogue under other names, word for word
RENAMED = {
    "Sustainable": "Velorian", "Soils": "Quarnets", "Soil": "Quarnet", "Forest": "Brindle", "Carbon": "Osmiat", "Health": "Tellurac", "Early": "Prilm", "Childhood": "Wexford",
    "Assistant": "Holdrin", "Kelp": "Zumble", "Harvest": "Corrim", "Rigging": "Fathling", "Tarn": "Dorrin", "Brack": "Ysolde", "Ostrava": "Penhallow",
}  # fmt: skip


def renamed(text: str) -> str:
    for old, new in RENAMED.items():
        text = text.replace(old, new).replace(old.lower(), new.lower())
    return text


@pytest.mark.parametrize("text", ["forest health at brack", "the soil one", "Early childhood assistant", "kelp harvest", "rigging level 2", "carbon or soils management", "sustainable forest management"])
def test_the_same_catalogue_under_other_names_ranks_the_same(text: str) -> None:
    def ranking(index: NameIndex, said: str) -> list[tuple[str, float]]:
        return sorted(((score.record, round(score.value, 6)) for score in index.scores(said)), key=lambda item: (-item[1], item[0]))

    copy = build(
        {name: (renamed(title), renamed(place), renamed(summary)) for name, (title, place, summary) in TITLES.items()},
        {renamed(name): tuple(map(renamed, aliases)) for name, aliases in INSTITUTIONS.items()},
        words=set(),
    )
    plain = build(words=set())
    assert ranking(plain, text) == ranking(copy, renamed(text)) != []
    assert [item.name for item in copy.institutions_in(renamed(text))] == [renamed(item.name) for item in plain.institutions_in(text)]


@given(st.text(max_size=60))
def test_any_text_is_scored_between_bounds(text: str) -> None:
    for score in build().scores(text):
        assert 0 <= score.title <= 1
        assert 0 <= score.topic <= 1
        assert 0 <= score.context <= 1.0001


def test_initials_that_are_a_word_count_only_in_capitals() -> None:
    names = build(words={"ece"})
    assert names.topic_words("the ece program") == ["ece"]
    assert "childhood" in names.topic_words("the ECE program")


def test_a_year_in_a_summary_is_no_course_code() -> None:
    names = build({"a": ("Soil Work (SOIL 210)", "Tarn College", "First given in 2021."), "b": ("Water Work (SOIL 220)", "Tarn College", "Given later.")})
    assert names.codes_in("what did it cost in 2021") == {}
    assert names.titled_with("can I skip soil 210 and take 220") == ("a", "b")
    assert names.titled_with("soil 210 in 2021") == ("a",)


def test_i_names_nothing() -> None:
    names = build({"a": ("I-ACE Program", "Tarn College", "Business."), "b": ("Water Work", "Tarn College", "Given later.")})
    assert [item.record for item in names.scores("can I take water work") if item.exact] == ["b"]


def test_a_word_that_one_title_has_tells_it_apart(names: NameIndex) -> None:
    assert names.tells_apart("the Rigging institute") is False
    assert build({"a": ("Cascadia Borders", "Tarn College", "")}).tells_apart("the Cascadia institute")


def test_the_name_of_a_machine_is_no_institution(bc: Advisor) -> None:
    names = bc.understander.names
    assert names.institutions_in("getting a 3D model ready for the CNC machine") == []
    assert [item.said for item in names.institutions_in("is there a course at CNC in the machine shop")] == ["CNC"]
