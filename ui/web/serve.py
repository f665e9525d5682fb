"""Start the web server, and stop it with grace."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import time
from collections.abc import Callable

from corpus.errors import ServeError
from corpus.settings import Settings

__all__ = ["open_socket", "serve"]

#: seconds that an idle connection stays open: longer than a person thinks, or the next question meets a closing one
KEEP_ALIVE = 75
#: seconds that answers under way get to finish
GRACE = 5


def serve(
    settings: Settings,
    *,
    progress: Callable[[str, int, int], None] | None = None,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the web pages until interrupted.

    :param progress: called as ``progress(stage, done, total)`` while the index is made ready.
    :param on_ready: called with the address once the server answers there.
    :raises ServeError: the address cannot be listened on.
    :raises AdvisorError: what :meth:`advisor.engine.Advisor.open` raises.
    """
    started = time.perf_counter()
    # first of all, so that a port in use is told at once and not after the index was built
    with open_socket(settings.host, settings.port) as listening:
        from advisor.engine import Advisor
        from ui.web.logs import LOG, set_up_logs

        set_up_logs()
        advisor = Advisor.open(settings, progress=progress)

        import uvicorn

        from ui.web.app import build_app

        app = build_app(advisor, settings)
        url = _address(settings.host, listening.getsockname()[1])

        class _Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets=sockets)
                seconds = round((time.perf_counter() - started) * 1000)
                LOG.info("started", extra={"url": url, "records": len(advisor.catalogue), "ms": seconds})
                if on_ready:
                    on_ready(url)

        config = uvicorn.Config(
            # uvicorn would believe any proxy on this machine; ours believes those that are named (see proxies.py)
            app, log_config=None, access_log=False, server_header=False, proxy_headers=False, timeout_graceful_shutdown=GRACE, timeout_keep_alive=KEEP_ALIVE
        )
        _Server(config).run(sockets=[listening])
        LOG.info("stopped")


def open_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on the address.

    :raises ServeError: the port is in use, or the address is not this machine's.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ServeError(f"{host} is no address that can be listened on: {error.strerror or error}.", hint="Use 127.0.0.1, or name an address of this machine with --host.") from error
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(socket.SOMAXCONN)
    except OSError as error:
        listening.close()
        raise _refusal(host, port, error) from error
    listening.set_inheritable(True)
    return listening


def _refusal(host: str, port: int, error: OSError) -> ServeError:
    where = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        return ServeError(f"{where} is in use, perhaps by an advisor that is already running.", hint=f"Open it there, or take another with `advisor serve --port {port + 1 if port < 65535 else 0}`.")
    if error.errno == errno.EACCES:
        return ServeError(f"{where} may not be used by this account.", hint="Take a port of 1024 or more with --port.")
    return ServeError(f"{where} cannot be listened on: {error.strerror or error}.", hint="Use 127.0.0.1, or name an address of this machine with --host.")


def _address(host: str, port: int) -> str:
    """The address to open in a browser on this machine."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return f"http://{host}:{port}"
    if ip.is_unspecified:
        return f"http://{'[::1]' if ip.version == 6 else '127.0.0.1'}:{port}"
    return f"http://{f'[{host}]' if ip.version == 6 else host}:{port}"
