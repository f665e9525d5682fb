"""The address that the server listens on."""

from __future__ import annotations

import re
import socket

import pytest

from corpus.errors import ServeError
from ui.web.serve import open_socket


def test_a_port_in_use_names_another() -> None:
    with open_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=rf"{port} is in use.*--port {port + 1}"):
            open_socket("127.0.0.1", port)


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(ServeError, match=re.escape("203.0.113.9")):
        open_socket("203.0.113.9", 0)


def test_a_port_that_was_just_let_go_of_is_free() -> None:
    with open_socket("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            pass
    open_socket("127.0.0.1", port).close()
