"""Nothing of a hidden record is left: not as a link, not as a next step, not through its institution."""

from __future__ import annotations

import pytest

from corpus.credential import Credential, Link, Stewardship
from corpus.institution import Institution
from corpus.withhold import hidden_ids, named_elsewhere, without_hidden, without_lone_institutions


def record(name: str, **values) -> Credential:
    return Credential(**{"id": name, "title": name.title(), "institution": "Tarn College", **values})


def test_the_operator_and_the_record_itself_can_hide() -> None:
    records = [
        record("shown"),
        record("withdrawn", stewardship=Stewardship(withdrawn=True)),
        record("kept", stewardship=Stewardship(visibility="community", owner="a Nation")),
        record("named"),
    ]
    assert hidden_ids(records, {"named", "elsewhere"}) == {"withdrawn", "kept", "named"}


@pytest.mark.parametrize("kind", ["laddering", "stacking", "links"])
@pytest.mark.parametrize(
    ("link", "stays"),
    [
        (Link(title="Anything", target="secret"), False),
        (Link(title="SECRET"), False),  # by its title alone, at the same institution
        (Link(title="Secret", institution="Fell Institute"), True),  # another one's of the same name
        (Link(title="Secret Diploma"), True),
        (Link(title="Other", target="other"), True),
    ],
)
def test_links_to_it_go(kind: str, link: Link, stays: bool) -> None:
    kept = without_hidden([record("shown", **{kind: (link,)}), record("secret"), record("other")], {"secret"})
    assert [item.id for item in kept] == ["shown", "other"]
    assert getattr(kept[0], kind) == ((link,) if stays else ())


def test_lines_that_it_comes_after_go_in_its_own_institution() -> None:
    lines = ("LAND 40 (Sècret)", "Secrets of soil")
    near = record("near", prerequisite_of=lines)
    far = record("far", prerequisite_of=lines, institution="Fell Institute")
    kept = without_hidden([near, far, record("secret")], {"secret"})
    assert [item.prerequisite_of for item in kept] == [("Secrets of soil",), lines]


def test_nothing_hidden_changes_nothing() -> None:
    records = [record("shown", links=(Link(title="Secret"),)), record("secret")]
    assert without_hidden(records, frozenset()) == records


def test_running_text_that_names_it_is_told_to_the_operator() -> None:
    records = [record("shown", summary="It follows the secret course.", notes=("Secretly good.",)), record("other")]
    assert named_elsewhere("Secret", records) == ["shown#summary"]


def test_institutions_go_with_their_last_record() -> None:
    records = [record("a", institution="All hidden"), record("b", institution="Some"), record("c", institution="Some")]
    listed = [
        Institution(name="All hidden", parent="Parent"),
        Institution(name="Some", parent="Hidden parent"),
        Institution(name="No record"),
        Institution(name="Parent"),
        Institution(name="Hidden parent"),
    ]
    records.append(record("d", institution="Hidden parent"))
    kept = without_lone_institutions(listed, records, {"a", "b", "d"})
    assert [item.name for item in kept] == ["Some", "No record", "Parent", "Hidden parent"]
