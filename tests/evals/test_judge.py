import pytest

from advisor.contract import AppliedFilter
from evals.case import Case
from evals.judge import judge
from evals.wishes import breaks


def case(**expected: object) -> Case:
    return Case.model_validate({"id": "c", "kind": "fact", "turns": ["how long is it"], **expected})


@pytest.fixture
def answer(answer_of):
    return answer_of(
        ("It takes about 60 hours.", "tarn-soil-care#duration"),
        credentials=("tarn-soil-care",),
        filters=(
            AppliedFilter(field="delivery", op="any", value=["online", "blended"], said="from home"),
            AppliedFilter(field="fee", op="lte", value=4000, said="under 4000"),
            AppliedFilter(field="region", op="eq", value="Kootenay", said="kootenays"),
            AppliedFilter(field="credit_bearing", op="eq", value=False, said="non-credit"),
        ),
    )


MET = {
    "status": ["answered", "partial"],
    "credentials_any": ["other", "tarn-soil-care"],
    "credentials_all": ["tarn-soil-care"],
    "credentials_none": ["brack-rope-rescue"],
    "cites_any": ["tarn-soil-care"],
    "claims_cite": ["tarn-soil-care#duration"],
    "match_all": ["60\\s*HOURS", "takes"],
    "match_any": ["nothing", "about"],
    "match_none": ["70"],
    "filters": {"delivery": "online", "max_fee": 4000, "region": "kootenay", "credit_bearing": False},
}
BROKEN = {
    "status": ["abstained"],
    "reason": ["not_stated"],
    "credentials_any": ["other"],
    "credentials_all": ["tarn-soil-care", "other"],
    "credentials_none": ["tarn-soil-care"],
    "cites_any": ["other"],
    "claims_cite": ["tarn-soil-care#fee"],
    "match_all": ["takes", "70 hours"],
    "match_any": ["nothing", "nobody"],
    "match_none": ["60 hours"],
}


def test_all_that_is_expected_holds(answer):
    assert judge(answer, case(**MET)) == ()


@pytest.mark.parametrize("key", BROKEN)
def test_each_key_is_checked_and_named(answer, key):
    [failure] = judge(answer, case(**{**MET, key: BROKEN[key]}))
    assert failure.check == key


@pytest.mark.parametrize(
    "wanted",
    [
        {"delivery": "in-person"},
        {"max_fee": 3000},
        {"region": "Cariboo"},
        {"credit_bearing": True},
        {"max_hours": 20},
        [{"field": "delivery", "op": "eq", "value": "online"}],
        [{"field": "fee", "op": "gte", "value": 4000}],
    ],
)
def test_a_filter_that_was_not_applied_is_told(answer, wanted):
    [failure] = judge(answer, case(filters=wanted))
    assert failure.check == "filters"


def test_filters_in_list_form(answer):
    wanted = [{"field": "delivery", "op": "any", "value": ["Blended", "online"]}, {"field": "fee", "op": "lte", "value": 4000.0}]
    assert judge(answer, case(filters=wanted)) == ()


def test_a_number_sent_as_text_is_no_number(answer_of):
    answer = answer_of("hi", filters=(AppliedFilter(field="fee", op="lte", value="4000", said="x"),))
    assert judge(answer, case(filters={"max_fee": 4000}))


def test_only_the_first_five_records_count_as_found(answer_of):
    shown = ("a", "b", "c", "d", "e", "tarn-soil-care")
    [failure] = judge(answer_of("hi", credentials=shown), case(credentials_any=["tarn-soil-care"]))
    assert failure.check == "credentials_any"
    assert judge(answer_of("hi", credentials=shown[1:]), case(credentials_any=["tarn-soil-care"])) == ()


@pytest.mark.parametrize(
    ("field", "op", "value", "broken"),
    [
        ("delivery", "eq", "online", False),
        ("delivery", "eq", "in-person", True),
        ("delivery", "not", "online", True),
        ("delivery", "any", ["online", "blended"], False),
        ("fee", "lte", 3499, True),
        ("fee", "lte", 3500, False),
        ("hours", "lte", 59, True),
        ("hours", "gte", 59, False),
        ("credit_bearing", "eq", True, True),
        ("credit_bearing", "eq", False, False),
        ("region", "eq", "Kootenay", False),
    ],
)
def test_a_record_breaks_a_wish_only_by_what_is_stated(catalogue, field, op, value, broken):
    wish = AppliedFilter(field=field, op=op, value=value, said="")
    assert breaks(catalogue.record("tarn-soil-care"), wish) is broken


def test_what_is_not_stated_breaks_nothing(catalogue):
    land = catalogue.record("tarn-land-work")
    assert not breaks(land, AppliedFilter(field="fee", op="lte", value=1, said=""))
    assert not breaks(land, AppliedFilter(field="credit_bearing", op="eq", value=True, said=""))
