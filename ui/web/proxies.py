"""Who is asking, where a proxy stands in between: what a trusted proxy says of the line before it is believed, nobody else."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.settings import Network

__all__ = ["TrustedProxies", "last_untrusted"]


class TrustedProxies:
    """Puts the person's own address (and whether their line is encrypted) in the place of a trusted proxy's.

    The limits for an address and the desk's wrong passwords count by it. Without trusted proxies nothing is believed.
    """

    def __init__(self, app: ASGIApp, *, trusted: Sequence[Network]) -> None:
        self._app = app
        self._trusted = tuple(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with the address it came from."""
        client = scope.get("client")
        if scope["type"] == "http" and client and _is_in(client[0], self._trusted):
            headers = Headers(scope=scope)
            address = last_untrusted(", ".join(headers.getlist("x-forwarded-for")), self._trusted)
            scheme = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip().lower()
            scope = {**scope, "client": (address, 0) if address else client, "scheme": scheme if scheme in {"http", "https"} else scope["scheme"]}
        await self._app(scope, receive, send)


def last_untrusted(forwarded: str, trusted: Sequence[Network]) -> str:
    """The last hop of an ``X-Forwarded-For`` that is no trusted proxy; empty where it cannot be told.

    Each proxy adds whom it heard from at the end, so that only what stands left of a trusted one can be made up.

    >>> near = [ipaddress.ip_network("10.0.0.0/8")]
    >>> last_untrusted("1.2.3.4, 203.0.113.9, 10.0.0.2", near), last_untrusted("nonsense, 10.0.0.2", near)
    ('203.0.113.9', '')
    """
    for hop in reversed(forwarded.split(",")):
        address = _address(hop)
        if address is None:
            return ""
        if not _is_in(str(address), trusted):
            return str(address)
    return ""


def _address(hop: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """An address as proxies write it, perhaps with a port: ``1.2.3.4:80``, ``[2001:db8::1]:80``."""
    text = hop.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found


def _is_in(address: str, networks: Sequence[Network]) -> bool:
    found = _address(address)
    return found is not None and any(found in network for network in networks)
