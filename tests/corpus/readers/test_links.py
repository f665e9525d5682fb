"""Ways on: laddering and stacking only where the words say so."""

import pytest

from corpus.credential import Link
from corpus.readers.links import classify_link, same_title


@pytest.mark.parametrize(
    ("how", "kind", "certainty", "counted"),
    [
        ("9 credits can transfer into the MBA", "laddering", "stated", 9),
        ("nine credits count toward it", "laddering", "stated", 9),
        ("is one way to meet the admission requirement", "laddering", "stated", None),
        ("ladders into the second year", "laddering", "stated", None),
        ("may count toward a diploma", "laddering", "may", None),
        ("stacks with two others", "stacking", "stated", None),
        ("combine three to earn the certificate", "stacking", "stated", None),
        ("positioned as a lead-in to the next level", "links", "may", None),
        ("graduates often go on to it", "links", "stated", None),
        ("counts", "links", "stated", None),
        (None, "links", "stated", None),
    ],
)
def test_classify(how: str | None, kind: str, certainty: str, counted: int | None) -> None:
    found, link = classify_link(Link(title="Diploma", how=how))
    assert (found, link.certainty, link.credits) == (kind, certainty, counted)
    assert (link.title, link.how) == ("Diploma", how)  # the words stay as they are


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Diploma in Wildfire Studies", "Wildfire Studies Diploma", True),
        ("BUSINESS Certificate", "Certificate in Business", True),
        ("Business Certificate", "Business Diploma", False),
        ("Forestry Diploma", "Coastal Forestry Diploma", False),
        ("Soil Care 1", "Soil Care 2", False),
    ],
)
def test_same_title(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same
