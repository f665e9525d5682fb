import json

import pytest

from corpus.errors import UsageError
from corpus.load import load_catalogue
from corpus.readers.native import write_records
from corpus.settings import resolve_settings
from evals.case import Case, case_line
from evals.rename import run_rename
from evals.rename.catalogue import read_whole, write_renamed
from evals.rename.names import Renaming, title_core
from evals.rename.questions import rename_case
from evals.rename.words import Inventor
from evals.run import Desk

OLD_NAMES = ("Tarn", "Brack", "Soil Care", "Rope Rescue", "Land Work", "tarn-", "brack-")


@pytest.fixture
def folder(tmp_path, catalogue):
    """The small catalogue as files."""
    write_records(tmp_path / "credentials.jsonl", list(catalogue))
    write_records(tmp_path / "institutions.jsonl", catalogue.institutions.values())
    return tmp_path


@pytest.fixture
def whole(folder):
    return read_whole((str(folder),))


@pytest.fixture
def renaming(whole):
    return Renaming(*whole)


@pytest.fixture
def copied(whole, renaming, tmp_path):
    return load_catalogue((str(write_renamed(*whole, renaming, tmp_path / "copy")),))


def test_no_old_name_is_left_and_every_other_fact_is(copied, catalogue, renaming):
    text = "\n".join(record.model_dump_json() for record in copied)
    assert not [name for name in OLD_NAMES if name in text]
    old, new = catalogue.record("tarn-soil-care"), copied.record(renaming.ids["tarn-soil-care"])
    same = ("type", "summary", "duration", "delivery", "credit", "fee", "start_dates", "status", "source")
    assert [name for name in same if getattr(old, name) != getattr(new, name)] == []
    assert new.laddering[0].target == renaming.ids["tarn-land-work"]
    assert new.laddering[0].title == copied.record(renaming.ids["tarn-land-work"]).title


def test_names_in_texts_follow(copied, catalogue, renaming):
    old, new = catalogue.record("brack-rope-rescue"), copied.record(renaming.ids["brack-rope-rescue"])
    assert new.summary == old.summary.replace("Tarn College", renaming.institution("Tarn College"))


def test_what_only_a_title_said_moves_to_the_subject(copied, renaming):
    assert "Basics" not in copied.record(renaming.ids["tarn-soil-care"]).subject
    assert copied.record(renaming.ids["brack-rope-rescue"]).subject == "Emergency services / rope rescue"
    assert "Diploma" not in (copied.record(renaming.ids["tarn-land-work"]).subject or "")


def test_the_same_names_every_time(whole, renaming):
    again = Renaming(*whole)
    assert again.title("Soil Care Basics") == renaming.title("Soil Care Basics")
    assert again.institution("TC") == renaming.institution("TC")


def test_short_names_stay_short_and_are_nobody_elses(renaming):
    short = {renaming.institution("TC"), renaming.institution("BI")}
    assert len(short) == 2
    assert not short & {"TC", "BI"}
    assert all(len(name) >= 3 and name.isupper() for name in short)


def test_a_part_of_a_title_becomes_the_same_part_of_the_new_one(renaming):
    assert renaming.title("Rope Rescue") in renaming.title("Rope Rescue for Crews")
    assert title_core("Diploma in Land Work (with Brack)") == "Land Work"


def case(**more):
    return Case.model_validate({"id": "c", "kind": "fact", "turns": ["q"], **more})


def renamed(original, renaming, catalogue, copied):
    return rename_case(original, renaming, before=catalogue, after=copied)


def test_questions_and_patterns_follow(renaming, catalogue, copied):
    original = case(
        turns=["is the tarn soil care thing online", "and ROPE RESCUE at brack"],
        cites_any=["tarn-soil-care", "brack-rope-rescue"],
        claims_cite=["tarn-soil-care#fee"],
        match_all=["60", "\\bTarn College\\b"],
        filters={"institution": "Tarn College", "delivery": "online"},
    )
    new, dropped = renamed(original, renaming, catalogue, copied)
    assert dropped == ()
    soil, rope = renaming.title("Soil Care"), renaming.title("Rope Rescue")
    assert new.turns == (f"is the {renaming.institution('Tarn')} {soil} thing online", f"and {rope} at brack")
    assert new.cites_any == (renaming.ids["tarn-soil-care"], renaming.ids["brack-rope-rescue"])
    assert new.claims_cite == (renaming.ids["tarn-soil-care"] + "#fee",)
    assert new.match_all == ("60", f"(?:\\bTarn College\\b)|(?:\\b{renaming.institution('Tarn College')}\\b)")
    assert [item.value for item in new.filters] == [renaming.institution("Tarn College"), "online"]


def test_one_rare_word_of_a_title_names_it_and_joining_words_do_not(renaming, catalogue, copied):
    original = case(turns=["how long is the ropes one for crews, in all"], cites_any=["brack-rope-rescue"])
    assert renamed(original, renaming, catalogue, copied).case.turns == (f"how long is the ropes one for {renaming.title('Crews')}, in all",)


def test_a_record_may_be_named_where_none_is_expected(renaming):
    assert renaming.named_in("does tarn have that soil thing") == ("tarn-soil-care",)
    assert renaming.named_in("does brack have that soil thing") == ()


def test_codes_keep_their_length():
    invented = Inventor().word("ELSE")
    assert len(invented) == 4
    assert invented.isupper()


def test_a_search_describes_and_does_not_name(renaming, catalogue, copied):
    original = case(kind="find", turns=["something on soil care or rope rescue"], credentials_any=["tarn-soil-care"])
    assert renamed(original, renaming, catalogue, copied).case.turns == original.turns


def test_guidance_stays(renaming, catalogue, copied):
    original = case(kind="guidance", turns=["is Tarn College public"])
    assert renamed(original, renaming, catalogue, copied).case == original


def test_a_pattern_that_needs_a_lost_word_is_dropped(renaming, catalogue, copied):
    original = case(turns=["what is it called"], cites_any=["tarn-soil-care"], match_all=["Soil C[a]re", "60 hours"])
    new, dropped = renamed(original, renaming, catalogue, copied)
    assert dropped == ("Soil C[a]re",)
    assert new.match_all == ("60 hours",)


def desk_that_reads_titles(settings, answer_of):
    """Answers from whatever catalogue it is opened on."""
    catalogue = load_catalogue(settings.catalogues)

    def ask(turns):
        said = turns[-1].casefold()
        shown = tuple(record.id for record in catalogue if record.title.split()[0].casefold() in said)
        return answer_of("Look.", credentials=shown)

    return Desk(ask=ask, catalogue=catalogue)


def desk_that_knows_a_name(settings, answer_of):
    """Has one name of the real catalogue in its rules."""
    catalogue = load_catalogue(settings.catalogues)

    def ask(turns):
        return answer_of("Look.", credentials=("tarn-soil-care",) if "soil care" in turns[-1].casefold() else ())

    return Desk(ask=ask, catalogue=catalogue)


@pytest.mark.parametrize(("desk", "after"), [(desk_that_reads_titles, 1.0), (desk_that_knows_a_name, 0.0)])
def test_leaning_on_names_shows(desk, after, folder, answer_of, tmp_path):
    path = tmp_path / "set.jsonl"
    asked = case(turns=["tell me of soil care basics"], credentials_any=["tarn-soil-care"], catalogue=str(folder))
    path.write_text(json.dumps(case_line(asked)))
    settings = resolve_settings({}, home=tmp_path / "home", catalogue=str(folder))
    report = run_rename([path], settings, open_at=lambda own: desk(own, answer_of))
    figures = {figure.name: figure.value for figure in report.figures}
    assert figures == {"rename.before": 1.0, "rename.after": after, "rename.difference": after - 1.0}
    assert [item.id for item in report.changed] == ([] if after else ["c"])


def test_a_faulty_set_is_told_before_anything_is_asked(folder, tmp_path):
    path = tmp_path / "set.jsonl"
    path.write_text("{")
    settings = resolve_settings({}, home=tmp_path / "home", catalogue=str(folder))
    with pytest.raises(UsageError, match=r"set\.jsonl:1"):
        run_rename([path], settings, open_at=lambda own: pytest.fail(f"{own.home} was opened"))
