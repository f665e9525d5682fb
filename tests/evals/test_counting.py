from advisor.contract import Finding
from evals.counting import count


def contains_all(claim, texts):
    """A stand-in for the gates: every word of the claim stands in the texts."""
    return all(word in " ".join(texts).lower().split() for word in claim.lower().split())


def counted(answer, catalogue, supports=contains_all):
    return count(answer, turns=("q",), catalogue=catalogue, supports=supports)


def cited_by_both(answer_of, text):
    """One claim that cites the duration and the delivery."""
    answer = answer_of((text, "tarn-soil-care#duration"), ("online", "tarn-soil-care#delivery"))
    return answer.model_copy(update={"claims": (answer.claims[0].model_copy(update={"citations": (1, 2)}),)})


def test_a_claim_may_need_both_citations(answer_of, catalogue):
    counts = counted(cited_by_both(answer_of, "online over eight weeks"), catalogue)
    assert (counts.claims, counts.supported, counts.citations, counts.precise) == (1, 1, 2, 2)


def test_a_citation_that_adds_nothing_is_not_precise(answer_of, catalogue):
    counts = counted(cited_by_both(answer_of, "over eight weeks"), catalogue)
    assert (counts.supported, counts.citations, counts.precise) == (1, 2, 1)


def test_no_citation_of_an_unsupported_claim_is_precise(answer_of, catalogue):
    counts = counted(cited_by_both(answer_of, "over nine weeks"), catalogue)
    assert (counts.supported, counts.precise) == (0, 0)


def test_the_advisors_gates_are_the_default(answer_of, catalogue):
    good = answer_of(("It takes about 60 hours.", "tarn-soil-care#duration"))
    wrong = answer_of(("It takes about 90 hours.", "tarn-soil-care#duration"))
    assert counted(good, catalogue, None).supported == 1
    assert counted(wrong, catalogue, None).supported == 0


def test_a_finding_may_carry_a_claim(answer_of, catalogue):
    answer = answer_of(("about 51", "tarn-soil-care#duration"))
    claim = answer.claims[0].model_copy(update={"finding": "f"})
    worked = answer.model_copy(update={"claims": (claim,), "findings": (Finding(id="f", kind="sum", working={"left": 51}),)})
    assert counted(answer, catalogue).supported == 0
    assert counted(worked, catalogue).supported == 1
    terms = answer.model_copy(update={"claims": (claim,), "findings": (Finding(id="f", kind="sum", working={"terms": [{"value": 51}]}),)})
    assert counted(terms, catalogue).supported == 0  # what goes into a finding must stand in what is cited
