import os
import sys

import pytest

from corpus.errors import ServeError
from evals.bench import BenchReport, BenchRow, bench_table
from evals.bench.process import memory_of, run_cold
from evals.bench.run import bench_questions, build_rows
from evals.bench.spread import spread_of, timed
from evals.bench.web import web_rows


def test_median_and_slow_end():
    spread = spread_of([float(number) for number in range(1, 102)])
    assert (spread.p50, spread.p95, spread.n) == (51.0, 96.0, 101)
    with pytest.raises(ValueError, match="nothing was timed"):
        spread_of([])


def test_each_thing_is_done_once_in_order():
    done = []
    assert len(timed(done.append, "abc")) == 3
    assert done == ["a", "b", "c"]


def test_limits_are_told():
    rows = (
        BenchRow(name="fast", value=2.0, unit="ms", limit=3),
        BenchRow(name="slow", value=4.0, unit="ms", limit=3),
        BenchRow(name="free", value=4.0, unit="ms"),
        BenchRow(name="unknown", value=None, unit="MB", limit=3),
    )
    report = BenchReport(made="now", machine="here", catalogue="bc", rows=rows)
    assert [row.within for row in rows] == [True, False, None, None]
    table = bench_table(report)
    assert "not measured here" in table
    assert report.row("slow").value == 4.0
    assert [line.split()[-1] for line in table.splitlines()[1:3]] == ["kept", "exceeded"]


def test_no_question_is_asked_twice():
    questions = bench_questions(count=20)
    assert len(set(questions)) == len(questions) == 20


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="memory is read from /proc")  # noqa: PTH110
def test_memory_of_a_process():
    memory = memory_of(os.getpid())
    assert 10 < memory.now <= memory.peak
    assert memory_of(2**22 + 1) is None


def command(monkeypatch, code):
    monkeypatch.setattr("evals.bench.process.command_line", lambda: [sys.executable, "-c", code])


def test_a_cold_command_gets_the_settings_and_its_failure_is_told(monkeypatch, settings):
    command(monkeypatch, f"import os, sys; sys.exit(os.environ['ADVISOR_HOME'] != {str(settings.home)!r} or sys.argv[1:] != ['ask', 'q'])")
    assert run_cold(["ask", "q"], settings) > 0
    command(monkeypatch, "import sys; sys.exit('first\\nthe disk is full')")
    with pytest.raises(ServeError, match="the disk is full"):
        run_cold(["ask", "q"], settings)


SERVER = """
import http.server, json, threading
server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
print(json.dumps({"url": f"http://127.0.0.1:{server.server_port}"}), flush=True)
server.serve_forever()
"""


def test_a_server_is_asked_and_stopped(monkeypatch, settings):
    from evals.bench.process import fetch, served

    command(monkeypatch, SERVER)
    with served(settings) as (address, process):
        assert fetch(address) > 0
        assert memory_of(process).now > 1
    assert memory_of(process) is None


def test_a_server_that_does_not_start_is_told(monkeypatch, settings):
    from evals.bench.process import served

    command(monkeypatch, "import sys; sys.exit('port in use')")
    with pytest.raises(ServeError, match="port in use"), served(settings):
        pass


def test_an_index_is_built_from_nothing(monkeypatch, settings, tmp_path, catalogue):
    from corpus.load import load_catalogue
    from corpus.readers.native import write_records

    monkeypatch.setattr("evals.bench.run.load_catalogue", lambda names: load_catalogue(names, guidance=None))
    write_records(tmp_path / "credentials.jsonl", list(catalogue))
    own = settings.model_copy(update={"catalogue": str(tmp_path)})
    [row] = build_rows(own)
    assert row.n > 10
    assert row.value > 0
    assert not own.index_dir.exists()


def test_people_talk_to_a_real_server_at_once(settings, catalogue):
    rows = {row.name: row for row in web_rows(settings, ["is it online", "forestry", "what is a micro-credential"], people=2, turns=2, thinking=(0.0, 0.0))}
    assert rows["web: 2 people at once, failed"].value == 0
    assert rows["web: 2 people at once, median"].n == 4
    assert rows["web: first words, median"].n == 2
    assert rows["web: plain page"].within
