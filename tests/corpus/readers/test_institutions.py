"""Institutions worked out from records: their short names, and nothing that two share."""

from corpus.credential import Credential
from corpus.institution import Institution
from corpus.readers.institutions import derive_institutions


def record(number: int, institution: str, prefix: str = "x", **values: str) -> Credential:
    return Credential(id=f"{prefix}-{number}", title="T", institution=institution, **values)  # type: ignore[arg-type]


def aliases(*records: Credential) -> dict[str, tuple[str, ...]]:
    return {item.name: item.aliases for item in derive_institutions(records)}


def test_initials_short_form_and_the_prefix_of_ids() -> None:
    found = aliases(record(1, "University of Northern Tarns", "unt"), record(2, "University of Northern Tarns", "unt"))
    assert found == {"University of Northern Tarns": ("UNT", "Northern Tarns")}
    assert aliases(record(1, "Fell College (FELCO)", "fc"))["Fell College (FELCO)"] == ("FELCO",)


def test_a_short_name_belongs_to_one_institution_only() -> None:
    found = aliases(record(1, "Tarn Fell Institute", "a"), record(2, "Trades For Industry Inc", "b"))
    assert found["Tarn Fell Institute"] == ("TFI", "Tarn Fell")
    assert "TFI" not in found["Trades For Industry Inc"]


def test_known_ones_are_kept_and_the_most_common_facts_win() -> None:
    known = Institution(name="Tarn College", aliases=("Old Tarn",))
    records = [record(n, "Fell College", institution_region=region) for n, region in enumerate(["North", "South", "North"])]
    listed = derive_institutions([record(9, "Tarn College"), *records], [known])
    assert listed[0] is known
    assert [item.region for item in listed] == [None, "North"]
