"""The desk over HTTP: who gets in, what is kept, what comes out."""

from __future__ import annotations

import html
import json
import logging
import re
import sqlite3

import pytest
from tests_web_desk import MESSAGE, PASSWORD, SECRETS, Desk, on_disk

from evals.case import read_cases
from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People

# coming in ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/desk", "/desk/counts", "/desk/drafts/abc"])
def test_everybody_else_is_shown_the_sign_in_page(make, path: str) -> None:
    page = make().get(path)
    assert page.url.path == "/desk/sign-in"
    assert page.url.params["next"] == path


@pytest.mark.parametrize("path", ["/desk/drafts", "/desk/batch", "/desk/delete", "/desk/check", "/desk/drafts/a/export", "/desk/sign-out"])
def test_nothing_is_done_for_people_who_are_not_signed_in(make, path: str) -> None:
    assert make(follow_redirects=False).post(path, data={"message": "hi"}).status_code == 303


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(make) -> None:
    for base, secure in (("http://127.0.0.1", False), ("https://desk.example", True)):
        desk = make(base, follow_redirects=False)
        cookie = next(value for value in desk.sign_in().headers.get_list("set-cookie") if value.startswith("advisor_desk="))
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert "Path=/desk" in cookie
        assert ("Secure" in cookie) is secure


def test_no_password_is_asked_for_over_an_open_line(make) -> None:
    page = make("http://desk.example").get("/desk/sign-in")
    assert "https://" in page.text
    assert 'type="password"' not in page.text


def test_a_wrong_password_a_hundred_times_ends_in_waiting(make) -> None:
    desk = make()
    codes = [desk.sign_in(password=f"wrong password {number}").status_code for number in range(100)]
    assert codes.count(401) <= 6
    assert set(codes) == {401, 429}
    assert desk.sign_in().status_code == 429


def test_a_name_that_nobody_has_and_a_wrong_password_look_alike(make) -> None:
    one, two = make().sign_in(password=PASSWORD + "x"), make().sign_in(name="nobody")
    assert one.status_code == two.status_code == 401
    assert re.sub(r'value="\w+"', "", one.text) == re.sub(r'value="\w+"', "", two.text)


def test_a_forged_or_foreign_cookie_signs_nobody_in(make, desk: Desk) -> None:
    value = desk.cookies["advisor_desk"]
    for forged in (value[:-1] + ("0" if value[-1] != "0" else "1"), value.partition(".")[0], "", "x.y"):
        other = make(cookies={"advisor_desk": forged})
        assert other.get("/desk").url.path == "/desk/sign-in"


def test_a_form_without_its_token_or_from_another_site_does_nothing(desk: Desk) -> None:
    page = desk.get("/desk")
    assert desk.post("/desk/drafts", data={"message": MESSAGE}).status_code == 403
    assert desk.post("/desk/drafts", data={"message": MESSAGE, "csrf": "0" * 64}).status_code == 403
    assert desk.post("/desk/drafts", data={"message": MESSAGE, "csrf": desk.token(page)}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert "No messages yet" in desk.get("/desk").text


@pytest.mark.parametrize(("wanted", "path"), [("/desk/counts", "/desk/counts"), ("//evil.example", "/desk"), ("https://evil.example/desk", "/desk"), ("/plain", "/desk")])
def test_after_signing_in_the_way_leads_back_to_the_desk_only(make, wanted: str, path: str) -> None:
    page = make().sign_in(wanted=wanted)
    assert (page.url.host, page.url.path) == ("127.0.0.1", path)


def test_signing_out_ends_the_session_for_every_copy_of_its_cookie(make, desk: Desk) -> None:
    value = desk.cookies["advisor_desk"]
    desk.post("/desk/sign-out", data={"csrf": desk.token(desk.get("/desk"))})
    assert make(cookies={"advisor_desk": value}).get("/desk").url.path == "/desk/sign-in"


# drafting -------------------------------------------------------------------------------------------------------


def test_a_message_is_drafted_question_by_question(desk: Desk) -> None:
    page = desk.draft()
    assert page.status_code == 200
    assert page.text.count('class="dsk-sheet"') == 3
    assert "60 hours" in page.text
    assert "fits its evidence" in page.text
    assert "Could not be confirmed" in page.text


def test_nothing_of_the_person_is_kept_or_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        page = desk.draft()
        form = desk.form(page)
        form["paragraph-0"] += " Rin Sato, call 250-555-0100."
        form["greeting"] = "Dear Rin Sato,"
        desk.post(page.url.path, data=form)
        desk.post(f"{page.url.path}/export", data={**form, "form": "text", "name": "Rin Sato", "signature": "Sato's advisor"})
        desk.post("/desk/batch", data={"csrf": desk.token(desk.get("/desk"))}, files={"file": ("rin.sato@mail.example.csv", b"message\n" + json.dumps(MESSAGE).encode().replace(b"\\n", b" ") + b"\n")})
    kept = on_disk(desk.home) + caplog.text
    assert [secret for secret in SECRETS if secret in kept] == []
    assert "[name]" in kept


def test_an_institutions_own_number_stays(desk: Desk) -> None:
    page = desk.draft("how much is the crisis communication micro-certificate at UVic")
    assert "250-472-4747" in page.text
    form = desk.form(page)
    form["paragraph-0"] += " I hope this helps."
    assert "250-472-4747" in desk.form(desk.post(page.url.path, data=form))["paragraph-0"]


def test_an_edit_is_checked_at_once_and_kept(desk: Desk) -> None:
    page = desk.draft()
    form = desk.form(page)
    wrong = form["paragraph-1"].replace("60 hours", "70 hours")
    assert wrong != form["paragraph-1"]
    reply = desk.post("/desk/check", data={"draft": page.url.path.rsplit("/", 1)[1], "place": "1", "text": wrong}, headers={"X-CSRF-Token": form["csrf"]})
    found = reply.json()
    assert "broken" in [mark["state"] for mark in found["marks"]]
    assert found["summary"] == "1 line no longer matches its evidence."
    assert "no longer matches" in found["html"]
    saved = desk.post(page.url.path, data={**form, "paragraph-1": wrong})
    assert desk.form(saved)["paragraph-1"] == wrong
    assert "no longer matches its evidence" in saved.text


def test_a_confirmed_line_stays_confirmed_until_it_changes(desk: Desk) -> None:
    page = desk.draft()
    keys = re.findall(r'name="confirmed" value="([\w-]+)"', page.text)
    form = desk.form(page)
    saved = desk.post(page.url.path, data={**form, "confirmed": keys})
    assert saved.text.count(" checked>") == len(keys) + 1
    form = desk.form(saved)
    changed = desk.post(page.url.path, data={**form, "paragraph-0": form["paragraph-0"].replace("online.", "online!", 1), "confirmed": keys})
    assert changed.text.count(" checked>") < len(keys) + 1


def test_another_window_does_not_undo_the_first(desk: Desk) -> None:
    page = desk.draft()
    one, two = desk.form(page), desk.form(desk.get(page.url.path))
    desk.post(page.url.path, data={**one, "closing": "From the first."})
    again = desk.post(page.url.path, data={**one, "closing": "From the first, again."})
    assert again.status_code == 200
    refused = desk.post(page.url.path, data={**two, "closing": "From the second."})
    assert refused.status_code == 409
    assert "From the second." in refused.text
    assert "From the first, again." in desk.get(page.url.path).text
    assert desk.post(page.url.path, data=desk.form(refused)).status_code == 200
    assert "From the second." in desk.get(page.url.path).text


def test_another_tone_brings_its_own_greeting(desk: Desk) -> None:
    page = desk.draft()
    saved = desk.post(page.url.path, data={**desk.form(page), "tone": "formal"})
    assert desk.form(saved)["greeting"].startswith("Dear [name],")


@pytest.mark.parametrize(("form", "kind", "start"), [("text", "text/plain", b"Hello Rin,"), ("eml", "message/rfc822", b"Subject: Re: Forest"), ("docx", "application/vnd", b"PK"), ("markdown", "text/markdown", b"Hello Rin,")])
def test_the_reply_is_exported_with_the_name_that_is_not_kept(desk: Desk, form: str, kind: str, start: bytes) -> None:
    page = desk.draft()
    reply = desk.post(f"{page.url.path}/export", data={**desk.form(page), "form": form, "name": "Rin", "notes": "yes"})
    assert reply.headers["content-type"].startswith(kind)
    assert "attachment" in reply.headers["content-disposition"]
    assert reply.content.startswith(start)


def test_markup_in_a_message_stays_text(desk: Desk) -> None:
    page = desk.draft('is <img src=x onerror=alert(1)> "Forest Health Management" <b>online</b>? {{ 7*7 }} [x](javascript:alert(1))')
    assert "<img" not in page.text
    assert "<b>online" not in page.text
    assert "49" not in desk.form(page)["paragraph-0"]


def test_others_do_not_see_or_touch_a_draft(make, desk: Desk) -> None:
    page = desk.draft()
    People(Database(desk.home)).add("other", PASSWORD)
    other = make()
    other.sign_in(name="other")
    assert other.get(page.url.path).status_code == 404
    token = other.token(other.get("/desk"))
    assert other.post(page.url.path, data={"csrf": token}).status_code == 422
    assert other.post("/desk/check", data={"draft": page.url.path.rsplit("/", 1)[1], "place": "0", "csrf": token}).status_code == 404
    other.post("/desk/delete", data={"csrf": token, "draft": page.url.path.rsplit("/", 1)[1]})
    assert desk.get(page.url.path).status_code == 200


def test_drafts_are_searched_and_deleted_for_good(desk: Desk) -> None:
    page = desk.draft()
    name = page.url.path.rsplit("/", 1)[1]
    assert name in desk.get("/desk", params={"q": "forest online"}).text
    assert name not in desk.get("/desk", params={"q": "welding"}).text
    desk.post("/desk/delete", data={"csrf": desk.token(page), "draft": name})
    assert desk.get(page.url.path).status_code == 404
    with sqlite3.connect(desk.home / "desk.sqlite") as raw:
        assert raw.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


# bad input ------------------------------------------------------------------------------------------------------


def test_too_much_is_refused_with_a_clear_word(desk: Desk) -> None:
    long = desk.draft("is it online? " * 3000)
    assert long.status_code == 422
    assert "20,000" in html.unescape(long.text)
    assert "is it online?" in long.text
    huge = desk.draft("x" * 5_000_000)
    assert huge.status_code == 413
    assert "too large" in huge.text


@pytest.mark.parametrize("message", ["", "   ", "\x00"])
def test_an_empty_message_is_told(desk: Desk, message: str) -> None:
    page = desk.draft(message)
    assert page.status_code == 422
    assert "no message" in page.text


def test_unknown_places_are_no_error_of_ours(desk: Desk) -> None:
    page = desk.draft()
    token = desk.token(page)
    name = page.url.path.rsplit("/", 1)[1]
    assert desk.get("/desk/drafts/none").status_code == 404
    assert desk.post("/desk/check", data={"csrf": token, "draft": name, "place": "99"}).status_code == 404
    assert desk.post("/desk/check", data={"csrf": token, "draft": name, "place": "x"}).status_code == 404
    assert desk.post(f"/desk/drafts/{name}/case/99", data={"csrf": token}).status_code == 422
    assert desk.post(page.url.path, data={"csrf": token}).status_code == 409


# what comes of it -----------------------------------------------------------------------------------------------


def test_a_correction_becomes_an_eval_case(desk: Desk) -> None:
    page = desk.draft()
    form = desk.form(page)
    untouched = desk.post(f"{page.url.path}/case/1", data=form)
    assert untouched.status_code == 422
    told = desk.post(f"{page.url.path}/case/1", data={**form, "paragraph-1": form["paragraph-1"].replace("60 hours", "75 hours")})
    assert "Kept as an eval case." in told.text
    (case,) = read_cases([desk.home / "cases" / "added.jsonl"])
    assert len(case.turns) == 2
    assert any("75" in pattern for pattern in case.match_all)
    assert any("60" in pattern for pattern in case.match_none)


def test_what_could_not_be_answered_is_counted_without_words(desk: Desk) -> None:
    desk.draft()
    desk.draft("how much is Forest Health Management at UBC? is there a course on zebra dentistry?")
    page = desk.get("/desk/counts")
    assert re.search(r"Forest Health Management, University of British Columbia</th><td>fee</td><td>not stated</td><td>2</td>", page.text)
    assert "zebra" not in page.text


def test_what_learners_sent_is_shown_as_they_sent_it(desk: Desk) -> None:
    folder = desk.home / "cases"
    folder.mkdir()
    (folder / "2026-11-20-aa.json").write_text(json.dumps({"turns": ["is <b>soil</b> online"], "note": "it was old"}))
    (folder / "2026-11-21-bb.json").write_text("broken")
    (folder / "2026-11-22-cc.json").write_text("[]")
    page = desk.get("/desk/counts")
    assert "is &lt;b&gt;soil&lt;/b&gt; online" in page.text
    assert "it was old" in page.text
