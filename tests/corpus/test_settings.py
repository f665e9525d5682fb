"""Where a setting comes from, and what happens to a bad one."""

import json
from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.settings import resolve_settings, unknown_variables


def test_defaults_need_nothing() -> None:
    settings = resolve_settings({})
    assert settings.catalogues == ("bc",)
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)
    assert settings.origins == {}


def test_argument_beats_environment_beats_file_beats_default(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"port": 1, "threads": 3, "title": "Ours"}))
    env = {"ADVISOR_HOME": str(tmp_path), "ADVISOR_PORT": "2", "ADVISOR_THREADS": "4"}
    settings = resolve_settings(env, port=5)
    assert (settings.port, settings.threads, settings.title, settings.rate_limit) == (5, 4, "Ours", 60)
    assert settings.origins["port"] == "command line"
    assert settings.origins["threads"] == "environment variable ADVISOR_THREADS"
    assert settings.origins["title"] == str(tmp_path / "settings.json")
    assert {row["name"]: row["origin"] for row in settings.resolved()}["rate_limit"] == "default"


def test_home_on_the_command_line_moves_the_settings_file_too(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"port": 9}')
    assert resolve_settings({"ADVISOR_HOME": "/nowhere"}, home=str(tmp_path)).port == 9


def test_everything_that_is_written_is_under_home(tmp_path: Path) -> None:
    settings = resolve_settings({"ADVISOR_HOME": str(tmp_path)})
    assert settings.index_dir.is_relative_to(tmp_path)
    assert settings.model_dir.is_relative_to(tmp_path)


def test_an_empty_variable_is_not_set() -> None:
    settings = resolve_settings({"ADVISOR_HOME": "", "ADVISOR_PORT": "", "ADVISOR_CATALOGUE": ""})
    assert settings == resolve_settings({})


def test_home_is_a_whole_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert resolve_settings({"ADVISOR_HOME": "data"}).home == tmp_path / "data"
    assert resolve_settings({"ADVISOR_HOME": "~/data"}).home == tmp_path / "me" / "data"


def test_catalogues_are_listed_once_each_in_order() -> None:
    assert resolve_settings({"ADVISOR_CATALOGUE": " demo, bc,demo,,"}).catalogues == ("demo", "bc")


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("ADVISOR_PORT", "high", "port"),
        ("ADVISOR_PORT", "65536", "65535"),
        ("ADVISOR_THREADS", "0", "threads"),
        ("ADVISOR_CATALOGUE", " , ", "at least one catalogue"),
        ("ADVISOR_ACCENT", "blue", "accent"),
        ("ADVISOR_TRUSTED_PROXIES", "10.0.0.5, my-proxy", "my-proxy"),
    ],
)
def test_a_bad_value_is_named_with_its_origin(variable: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve_settings({variable: value})
    assert said in caught.value.message
    assert f"environment variable {variable}" in caught.value.message
    assert repr(value) in caught.value.message
    assert "advisor paths" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "cannot be read"),
        ("[]", "no JSON object"),
        ('{"prot": 1}', "'prot', which is no setting"),
        ('{"home": "/x"}', "'home', which is no setting"),
        ('{"port": "x"}', "port"),
    ],
)
def test_a_bad_settings_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    with pytest.raises(SettingsError) as caught:
        resolve_settings({"ADVISOR_HOME": str(tmp_path)})
    assert said in caught.value.message
    assert str(tmp_path / "settings.json") in caught.value.message


def test_other_programs_variables_are_tolerated_and_named() -> None:
    env = {"ADVISOR_PORT": "1", "ADVISOR_PROT": "2", "OTHER": "3"}
    assert resolve_settings(env).port == 1
    assert unknown_variables(env) == ("ADVISOR_PROT",)


def test_rows_say_what_is_accepted_and_hide_the_secret() -> None:
    rows = {row["name"]: row for row in resolve_settings({"ADVISOR_SECRET": "hush"}).resolved()}
    assert rows["port"]["accepts"] == "a whole number from 0 to 65535"
    assert rows["home"]["accepts"] == "a folder"
    assert "hush" not in json.dumps(list(rows.values()))
    assert all(row["description"] for row in rows.values())
