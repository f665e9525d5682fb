"""The one settings object: what can be set, its value now, and where that value came from.

Order of precedence: an explicit argument, an ``ADVISOR_`` environment variable, ``settings.json`` in the home
folder, the default.
"""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from corpus.errors import SettingsError

__all__ = ["ENV_PREFIX", "Network", "Settings", "resolve_settings", "unknown_variables"]

ENV_PREFIX = "ADVISOR_"
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def _default_home() -> Path:
    return Path(platformdirs.user_data_dir("micro-credential-advisor", appauthor=False))


class Settings(BaseModel):
    """Resolved settings. Build one with :func:`resolve_settings`.

    >>> resolve_settings({"ADVISOR_CATALOGUE": "demo"}).catalogues
    ('demo',)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(default_factory=_default_home, description="folder for everything that is written")
    catalogue: str = Field(default="bc", description="comma-separated: bc, demo, or paths of catalogues")
    host: str = Field(default="127.0.0.1", description="address that `serve` listens on")
    port: int = Field(default=7860, ge=0, le=65535, description="port that `serve` listens on")
    chroma_url: str = Field(default="", description="address of a Chroma server; empty for the local folder")
    threads: int = Field(default=2, ge=1, le=64, description="threads for embedding")
    title: str = Field(default="Micro-credential Advisor", description="name shown in the web pages")
    institution: str = Field(default="", description="who runs this copy, shown in the web pages")
    contact: str = Field(default="", description="whom people can write to about this copy")
    language: str = Field(default="en", description="language of the interface")
    accent: str = Field(default="#1a5a96", pattern=r"^#[0-9a-fA-F]{6}$", description="accent colour of the web pages, as #rrggbb")
    rate_limit: int = Field(default=60, ge=1, description="questions a minute from one address")
    trusted_proxies: str = Field(default="", description="proxies in front of `serve` that may say whom they speak for (X-Forwarded-For): addresses or networks, comma-separated")
    draft_days: int = Field(default=90, ge=1, description="days until a saved draft is deleted")
    secret: str = Field(default="", description="key that signs sign-in cookies; made and kept in home if empty")
    origins: Mapping[str, str] = Field(default_factory=dict, description="where each value came from")

    @field_validator("home")
    @classmethod
    def _whole_path(cls, home: Path) -> Path:
        """``~`` stands for the user's folder, and a later change of folder must not move what is written."""
        return home.expanduser().absolute()

    @field_validator("catalogue")
    @classmethod
    def _some_catalogue(cls, catalogue: str) -> str:
        if not catalogue.replace(",", " ").strip():
            raise ValueError("name at least one catalogue")
        return catalogue

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, proxies: str) -> str:
        for part in filter(None, map(str.strip, proxies.split(","))):
            try:
                ipaddress.ip_network(part, strict=False)
            except ValueError as error:
                raise ValueError(f"{part!r} is no address or network; write 10.0.0.5 or 10.0.0.0/8") from error
        return proxies

    @property
    def proxy_networks(self) -> tuple[Network, ...]:
        """The trusted proxies as networks."""
        return tuple(ipaddress.ip_network(part, strict=False) for part in filter(None, map(str.strip, self.trusted_proxies.split(","))))

    @property
    def catalogues(self) -> tuple[str, ...]:
        """Names or paths of the catalogues to serve, in order, each once."""
        return tuple(dict.fromkeys(part.strip() for part in self.catalogue.split(",") if part.strip()))

    @property
    def index_dir(self) -> Path:
        """Where search indexes live."""
        return self.home / "index"

    @property
    def model_dir(self) -> Path:
        """Where the exported embedding model lives."""
        return self.home / "models"

    def resolved(self) -> list[dict[str, Any]]:
        """One row a setting: ``name``, ``variable``, ``value``, ``origin``, ``accepts``, ``description``."""
        rows = []
        schemas = type(self).model_json_schema()["properties"]
        for name, field in type(self).model_fields.items():
            if name == "origins":
                continue
            value = getattr(self, name)
            if name == "secret" and value:
                value = "(set)"
            rows.append(
                {
                    "name": name,
                    "variable": ENV_PREFIX + name.upper(),
                    "value": str(value) if isinstance(value, Path) else value,
                    "origin": self.origins.get(name, "default"),
                    "accepts": _accepts(schemas[name]),
                    "description": field.description or "",
                }
            )
        return rows


def resolve_settings(environ: Mapping[str, str] | None = None, **overrides: object) -> Settings:
    """Resolve settings from arguments, environment, the home folder's file and defaults.

    :param environ: the environment to read; the process's own by default.
    :param overrides: values given on the command line; ``None`` means "not given".
    :raises SettingsError: for a value that cannot be used or a settings file that cannot be read.
    """
    env = os.environ if environ is None else environ
    known = set(Settings.model_fields) - {"origins"}
    values: dict[str, object] = {}
    origins: dict[str, str] = {}

    home = Path(str(overrides.get("home") or env.get(ENV_PREFIX + "HOME") or _default_home())).expanduser()
    file = home / "settings.json"
    for name, value in _read_file(file).items():
        if name not in known or name == "home":
            raise SettingsError(
                f"{file} sets {name!r}, which is no setting.",
                hint=f"Use one of: {', '.join(sorted(known - {'home'}))}.",
            )
        values[name], origins[name] = value, str(file)

    # Other variables with our prefix must not stop anything; `advisor doctor` lists them. An empty one is not set.
    for name in known:
        variable = ENV_PREFIX + name.upper()
        if value := env.get(variable):
            values[name], origins[name] = value, f"environment variable {variable}"

    for name, given in overrides.items():
        if given is not None:
            values[name], origins[name] = given, "command line"

    try:
        return Settings.model_validate({**values, "origins": origins})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise SettingsError(
            f"{name} = {values.get(name)!r} (from {origins.get(name, 'default')}) cannot be used: "
            f"{first['msg'].removeprefix('Value error, ')}.",
            hint="Run `advisor paths` to see every setting and what it accepts.",
        ) from error


def unknown_variables(environ: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Names of ``ADVISOR_`` variables that are set but are no setting, for `advisor doctor`."""
    env = os.environ if environ is None else environ
    known = {ENV_PREFIX + name.upper() for name in Settings.model_fields if name != "origins"}
    return tuple(sorted(name for name in env if name.startswith(ENV_PREFIX) and name not in known))


def _accepts(schema: Mapping[str, Any]) -> str:
    """What a setting takes, in words, from its JSON schema."""
    if schema.get("format") == "path":
        return "a folder"
    if schema["type"] != "integer":
        return "text of the form #rrggbb" if "pattern" in schema else "text"
    low, high = schema.get("minimum"), schema.get("maximum")
    return f"a whole number from {low} to {high}" if high is not None else f"a whole number from {low}"


def _read_file(file: Path) -> dict[str, object]:
    """Read the home folder's settings file; no file is an empty one."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise SettingsError(
            f"{file} cannot be read: {error}.", hint="Mend it as one JSON object, or delete it to use the defaults."
        ) from error
    if not isinstance(data, dict):
        raise SettingsError(f"{file} holds no JSON object.", hint='Write it as {"catalogue": "bc"}.')
    return data
