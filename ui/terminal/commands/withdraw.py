"""``advisor withdraw ID`` and ``advisor restore ID``: keep a record out of sight, or let it be seen again."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Literal

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.catalogue import Catalogue
    from corpus.credential import Credential
    from corpus.settings import Settings

__all__ = ["restore", "withdraw"]

_BY = click.option("--by", metavar="NAME", help="Who decided (default: your name on this machine).")
_WHY = click.option("--why", metavar="TEXT", help="Why; kept in the log and shown to nobody else.")


@click.command()
@click.argument("record", required=False, metavar="ID")
@_BY
@_WHY
@click.option("--list", "listing", is_flag=True, help="Print every decision so far, oldest first.")
@json_option
@with_settings()
def withdraw(
    record: str | None, *, by: str | None, why: str | None, listing: bool, as_json: bool, settings: Settings
) -> int:
    """Keep a record out of answers, search, pages, exports and the index, from now on.

    Who decided, when and why goes to withdrawn.jsonl in the home folder; the catalogue's own file is not touched. A server
    that is running notices at the next question. `advisor restore ID` takes it back.
    """
    if listing:
        return _list(settings, as_json=as_json)
    return _decide(settings, "withdraw", record, by=by, why=why, as_json=as_json)


@click.command()
@click.argument("record", metavar="ID")
@_BY
@_WHY
@json_option
@with_settings()
def restore(record: str, *, by: str | None, why: str | None, as_json: bool, settings: Settings) -> int:
    """Let a record be seen again that `advisor withdraw` kept out of sight.

    What the record's own stewardship says stands: one that is for a community, or withdrawn there, stays hidden.
    """
    return _decide(settings, "restore", record, by=by, why=why, as_json=as_json)


def _decide(
    settings: Settings, action: Literal["withdraw", "restore"], name: str | None, *, by: str | None, why: str | None, as_json: bool
) -> int:
    from corpus.stewardship import record_decision, withdrawn_ids

    if not name:
        raise click.UsageError("Name a record, or use --list.")
    if not (why or "").strip():
        raise click.UsageError("Say why, with --why TEXT: whoever comes after you must be able to understand it.")
    record = _own_record(settings, name)
    standing = withdrawn_ids(settings)
    changed = (record.id in standing) != (action == "withdraw")
    own = _own_hold(record)
    if changed:
        record_decision(settings, record=record.id, action=action, by=(by or "").strip() or getpass.getuser(), why=str(why))
    facts: dict[str, object] = {"id": record.id, "action": action, "changed": changed, "hidden": action == "withdraw" or bool(own)}
    lines = [_said(record, action, changed=changed, own=own)]
    catalogue = _reopened(settings, record.id)
    facts["named_in"] = named = _named_in(catalogue, record) if facts["hidden"] else []
    if named:
        lines.append(f"Other records name it in their own words: {', '.join(named)}. Only their catalogue's editor can change those.")
    _report(facts, lines, as_json=as_json)
    return 0


def _own_record(settings: Settings, name: str) -> Credential:
    """The record, hidden or not: an operator may see what is held back from others."""
    from corpus.errors import UnknownIdError
    from corpus.load import catalogue_folder, load_catalogue, read_catalogue

    for place in settings.catalogues:
        for record in read_catalogue(catalogue_folder(place))[0]:
            if record.id == name:
                return record
    load_catalogue(settings.catalogues).record(name)  # says which ids are near
    raise UnknownIdError(f"Nothing in the catalogue has the id {name!r}.")


def _own_hold(record: Credential) -> str:
    if record.stewardship.withdrawn:
        return "its own record says that it is withdrawn"
    return "its own record says that it is for a community" if record.stewardship.visibility == "community" else ""


def _said(record: Credential, action: str, *, changed: bool, own: str) -> str:
    if action == "withdraw":
        return f"{record.id} is kept out of sight." if changed else f"{record.id} was withdrawn already; nothing was changed."
    if own:
        return f"{record.id} stays out of sight: {own}, which only its catalogue can change."
    return f"{record.id} can be seen again." if changed else f"{record.id} was not withdrawn; nothing was changed."


def _reopened(settings: Settings, record: str) -> Catalogue:
    """Bring the index in line and take every older copy of a hidden record off the disk."""
    from advisor.find.opening import PATIENCE, catalogue_index_state, update_catalogue_index
    from corpus.stewardship import public_catalogue
    from index.forget import forget_groups
    from ui.terminal.progress import ProgressBar

    catalogue = public_catalogue(settings)
    # an index that was never built has nothing to forget, and is built when it is first needed
    if catalogue_index_state(catalogue, settings) == "stale":
        with ProgressBar() as progress:
            update_catalogue_index(catalogue, settings, progress=progress)
    if record not in catalogue.records:
        forget_groups([record], settings, wait=PATIENCE)
    return catalogue


def _named_in(catalogue: Catalogue, record: Credential) -> list[str]:
    from corpus.withhold import named_elsewhere

    return named_elsewhere(record.title, catalogue)


def _list(settings: Settings, *, as_json: bool) -> int:
    from corpus.stewardship import read_decisions
    from ui.terminal.streams import emit_json, one_line

    for decision in read_decisions(settings):
        if as_json:
            emit_json(decision.model_dump())
        else:
            what = "withdrawn" if decision.action == "withdraw" else "restored"
            click.echo(one_line(f"{decision.at}  {decision.id}  {what} by {decision.by}: {decision.why}"))
    return 0


def _report(facts: dict[str, object], lines: list[str], *, as_json: bool) -> None:
    from ui.terminal.streams import emit_json

    if as_json:
        emit_json(facts)
    else:
        click.echo("\n".join(lines))
