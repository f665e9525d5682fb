"""The explorer's pages as HTML: what they show and say, with odd requests and without script."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient

from corpus.catalogue import Catalogue
from corpus.fields import FIELDS, field_text

FOREST = "ubc-forest-health-management"


@pytest.fixture
def catalogue(advisor) -> Catalogue:
    return advisor.catalogue


def words(page: str) -> str:
    """A page's text as people read it."""
    page = re.sub(r"<script.*?</script>|<style.*?</style>|<svg.*?</svg>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def get(client: TestClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:300]
    return answer.text


def test_the_first_page_shows_everything_and_how_to_narrow_it(client: TestClient) -> None:
    page = get(client, "/explore")
    text = words(page)
    assert "All 258 offerings" in text
    assert page.count('class="exp-card') == 20
    assert page.count('class="exp-facet"') == 12
    assert page.count("<rect") == 16  # eight regions, each on paper
    assert "North Coast: 15 offerings" in page  # the sketch for those who cannot see it


def test_choices_narrow_and_can_be_taken_away(client: TestClient) -> None:
    page = get(client, "/explore?region=North+Coast&region=Cariboo&delivery=in-person")
    assert re.search(r"\b\d+ of 258 offerings", words(page))
    chips = re.findall(r'<li><a href="([^"]+)" aria-label="Take away: ([^"]+)"', page)
    assert [name for _, name in chips] == ["Region: North Coast", "Region: Cariboo", "Delivery: in-person"]
    without = html.unescape(chips[0][0])
    assert "North+Coast" not in without
    assert "region=Cariboo" in without
    assert "delivery=in-person" in without
    assert 'value="North Coast" checked' in page


def test_a_search_keeps_its_choices_and_says_what_is_only_near(client: TestClient) -> None:
    page = get(client, "/explore?q=cannabis+retail&status=not-stated")
    assert "Near in meaning. These do not hold your words." in words(page)
    assert 'value="cannabis retail"' in page


@pytest.mark.parametrize("query", ["tiwsemawtxw", "tiwšɛmawtxʷ"])
def test_names_are_found_and_shown_with_their_marks(client: TestClient, query: str) -> None:
    page = client.get("/explore", params={"q": query}).text
    assert "2 of 258 offerings" in words(page)
    assert "tiwšɛmawtxʷ campus, Powell River" in words(page)


def test_nothing_fits_is_said_about_the_catalogue(client: TestClient) -> None:
    text = words(get(client, "/explore?q=quantum+physics"))
    assert "No offering in this catalogue fits all of this" in text
    assert "says nothing about what exists" in text


def test_a_choice_that_is_gone_is_said(client: TestClient) -> None:
    assert "no such choice any more, so it was left out: Atlantis" in words(get(client, "/explore?region=Atlantis"))


def test_pages_of_results(client: TestClient) -> None:
    first, last = get(client, "/explore"), get(client, "/explore?page=13")
    assert ('rel="next"' in first, 'rel="prev"' in first) == (True, False)
    assert ('rel="next"' in last, 'rel="prev"' in last) == (False, True)
    assert last.count('class="exp-card') == 258 - 12 * 20


@pytest.mark.parametrize("page", ["0", "-3", "999", "x", "9" * 400, "１"])
def test_an_odd_page_number_is_a_page(client: TestClient, page: str) -> None:
    assert "exp-card" in client.get("/explore", params={"page": page}).text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "\x00\x1b[31m", "%" * 900, "ʔ" * 5000])
@pytest.mark.parametrize("path", ["/explore?q={}", "/explore?region={}", "/explore/near?place={}", "/explore/near?place=Terrace&topic={}", "/explore/record/{}"])
def test_what_people_type_stays_text(client: TestClient, path: str, text: str) -> None:
    from urllib.parse import quote

    answer = client.get(path.format(quote(text, safe="")))
    assert answer.status_code in {200, 404}
    assert text not in answer.text or not set(text) & set("<>\"'")
    assert "<img src=x" not in answer.text
    assert ">49<" not in answer.text


def test_a_card_says_what_is_not_stated_whose_it_is_and_how_old(client: TestClient) -> None:
    page = get(client, "/explore?q=Mining+Industry+Certificate")
    card = words(page[page.index('class="exp-card') :])
    assert "fee not stated" in card
    assert "Belongs to: not recorded. May be seen by: everyone. Next review: not recorded." in card
    assert "Our record, from CNC creates Mining Industry Certificate program (Northern Development), 2012. Not checked since 2012." in card


def test_involvement_is_shown_in_the_records_words(client: TestClient) -> None:
    text = words(get(client, "/explore?involvement=led"))
    assert "6 of 258 offerings" in text
    assert "Who leads Indigenous-led, culturally safe, land-based" in text


def test_past_ones_show_the_year_given(client: TestClient) -> None:
    assert "past · 2015-17" in words(get(client, "/explore?status=past"))


@pytest.mark.parametrize("record", [FOREST, "nvit-first-nations-governance-and-leadership", "viu-arts-one-indigenous-perspectives-certificate"])
def test_a_record_shows_every_stated_field_with_its_source(client: TestClient, catalogue: Catalogue, record: str) -> None:
    page = get(client, f"/explore/record/{record}")
    text = words(page)
    for field in FIELDS:
        stated = field_text(catalogue.record(record), field)
        if stated and field not in {"title", "institution"}:
            fact = catalogue.evidence(f"{record}#{field}")
            for line in stated.split("\n"):
                assert re.sub(r"\s+", " ", line) in text, field
            assert f"{fact.source_title}, {fact.as_of or 'undated'}" in text
    assert "Belongs to not recorded May be seen by everyone" in text


def test_every_record_has_a_page(client: TestClient, catalogue: Catalogue) -> None:
    for record in list(catalogue)[::9]:
        page = get(client, f"/explore/record/{record.id}")
        assert html.escape(record.title, quote=False).replace("'", "&#39;") in page


def test_a_record_that_is_gone_says_no_more_than_that(client: TestClient) -> None:
    page = get(client, "/explore/record/no-such-record", status=404)
    assert "may have been renamed or withdrawn" in words(page)
    assert "no-such-record" not in page


def test_near_a_place(client: TestClient) -> None:
    page = get(client, "/explore/near?place=burns+lake")
    text = words(page)
    assert "Held within 75 km of Burns Lake" in text
    assert "Held before, or only proposed" in text
    assert "Year given: 2023" in text
    assert "Not in this catalogue near Burns Lake" in text
    assert text.index("Held within") < text.index("Held before")
    gaps = page[page.index('id="exp-gaps"') :]
    assert "Forestry" in gaps
    assert "Natural resources" not in re.findall(r">([^<]+)</a></li>", gaps[: gaps.index("</section>")])[:1]


def test_near_nothing_is_about_the_catalogue(client: TestClient) -> None:
    text = words(get(client, "/explore/near?place=Atlin&km=25"))
    assert "No current offering in this catalogue names a place within 25 km of Atlin. That is about this catalogue." in text


def test_near_on_a_topic(client: TestClient) -> None:
    page = get(client, "/explore/near?place=Terrace&topic=cannabis")
    assert "Cannabis" in page[page.index('id="exp-here"') : page.index('id="exp-gaps"')]
    assert "Cook" not in page[page.index('id="exp-here"') : page.index('id="exp-gaps"')]


@pytest.mark.parametrize(
    ("place", "said"),
    [("Prince Rupret", "Did you mean one of these? Prince Rupert"), ("Calgary", "This catalogue covers British Columbia."), ("zzzz", "not in the list")],
)
def test_a_place_that_is_not_known(client: TestClient, place: str, said: str) -> None:
    assert said in words(client.get("/explore/near", params={"place": place}).text)


@pytest.mark.parametrize("km", ["", "0", "-1", "75000", "x", "1e3"])
def test_an_odd_distance_is_the_usual_one(client: TestClient, km: str) -> None:
    assert "Held within 75 km of Terrace" in words(client.get("/explore/near", params={"place": "Terrace", "km": km}).text)


def test_working_together_cites_each_sentence(client: TestClient, catalogue: Catalogue) -> None:
    page = get(client, "/explore/together")
    text = words(page)
    section = catalogue.sections["indigenous-partnership#developing-jointly"]
    for sentence in section.sentences:
        assert sentence in text
    assert f"{section.publisher}, {section.source.date}" in text
    cited = re.findall(r'class="exp-cite" href="#s(\d+)"', page)
    assert set(cited) == set(re.findall(r'id="s(\d+)"', page))
    sentences = sum(len(item.sentences) for item in catalogue.sections.values() if item.document.startswith(("funding-", "indigenous-", "words-")))
    assert len(cited) > sentences  # those, and the questions and prior learning beside
    assert "challenge the language course at half tuition" in text  # a record's own words on prior learning


def test_side_by_side(client: TestClient) -> None:
    page = get(client, f"/explore/compare?id={FOREST}&id=ubc-forest-carbon-management")
    text = words(page)
    assert "Forest Health Management, University of British Columbia" in text
    assert "asynchronous" in text
    cited = set(re.findall(r'class="exp-cite" href="#s(\d+)"', page))
    assert cited == set(re.findall(r'<li id="s(\d+)"', page))
    assert "/?q=Compare" in page


@pytest.mark.parametrize("ids", [[], [FOREST], [FOREST, FOREST], [FOREST, "no-such"], ["a"] * 30])
def test_side_by_side_needs_two(client: TestClient, ids: list[str]) -> None:
    assert "two to five records" in words(client.get("/explore/compare", params={"id": ids}).text)


def test_pages_travel_compressed_and_are_kept_by_nobody(client: TestClient) -> None:
    answer = client.get("/explore", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 30_000
    assert answer.headers["cache-control"] == "no-store"
    assert "content-encoding" not in client.get("/explore", headers={"accept-encoding": "identity"}).headers


def test_too_much_in_a_short_time_is_refused(advisor, bc_settings) -> None:
    from ui.web.app import build_app

    settings = bc_settings.model_copy(update={"rate_limit": 1})
    with TestClient(build_app(advisor, settings), base_url="http://127.0.0.1") as own:
        statuses = [own.get("/explore").status_code for _ in range(6)]
    assert statuses[0] == 200
    assert statuses[-1] == 429


def test_the_interface_may_be_french_and_records_stay_as_they_are(advisor, bc_settings) -> None:
    from ui.web.app import build_app

    settings = bc_settings.model_copy(update={"language": "fr"})
    with TestClient(build_app(advisor, settings), base_url="http://127.0.0.1") as own:
        text = words(own.get("/explore/record/" + FOREST).text)
    assert "Ce que dit la fiche" in text
    assert "meant for professional foresters" in text


def test_invented_records_say_so_everywhere_and_name_their_owner(demo_settings) -> None:
    from advisor.engine import Advisor
    from ui.web.app import build_app

    engine = Advisor.open(demo_settings)
    record = next(item for item in engine.catalogue if item.stewardship.owner and item.role == "offering")
    with TestClient(build_app(engine, demo_settings), base_url="http://127.0.0.1") as own:
        page = own.get("/explore").text
        assert page.count(">Invented example<") == page.count('class="exp-card')
        text = words(own.get(f"/explore/record/{record.id}").text)
    assert "Invented example: not a real offering." in text
    assert f"Belongs to {record.stewardship.owner} May be seen by everyone Next review {record.stewardship.review_date}" in text
