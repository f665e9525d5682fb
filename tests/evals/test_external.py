import gzip
import json

import pytest

from corpus.errors import UsageError
from evals.external import external_json, external_table, run_external
from evals.external.dataset import Query, Turn
from evals.external.doc2dial import read_doc2dial
from evals.external.mtrag import read_mtrag
from evals.external.policies import asking, conversation
from evals.external.score import area_under_curve, score_run
from index.search import HybridSearch

PASSAGES = {
    "bee": "Bees make honey from nectar and store it in wax combs.",
    "kiln": "A kiln fires clay pots at a high temperature.",
    "tide": "Tides rise and fall because of the moon's pull.",
    "yeast": "Yeast turns sugar into gas, which makes bread dough rise.",
    "ferry": "The ferry leaves the harbour at dawn with cars on board.",
}
TALK = [
    ("user", "How do bees make honey?", "ANSWERABLE"),
    ("agent", "From nectar.", None),
    ("user", "and where do they store it", "ANSWERABLE"),
    ("agent", "In wax combs.", None),
    ("user", "who won the election", "UNANSWERABLE"),
]


def rows(path, items):
    text = "".join(json.dumps(item) + "\n" for item in items)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())


@pytest.fixture
def mtrag(tmp_path):
    domain = tmp_path / "mtrag" / "farm"
    domain.mkdir(parents=True)
    rows(domain / "corpus_pool.jsonl.gz", [{"_id": name, "title": "", "text": text} for name, text in PASSAGES.items()])
    said = [text for speaker, text, _ in TALK if speaker == "user"]
    joined = [{"_id": f"c<::>{n}", "text": "\n".join(f"|user|: {text}" for text in said[:n])} for n in (1, 2)]
    rows(domain / "queries_questions.jsonl", joined)
    rows(domain / "queries_rewrite.jsonl", [{"_id": "c<::>2", "text": "|user|: Where do bees store honey?"}])
    (domain / "qrels_dev.tsv").write_text("query-id\tcorpus-id\tscore\nc<::>1\tbee\t1\nc<::>2\tbee\t1\nc<::>2\tkiln\t0\n")
    messages = [
        {"speaker": speaker, "text": text, **({"enrichments": {"Answerability": [label]}} if label else {})}
        for speaker, text, label in TALK
    ]
    rows(tmp_path / "mtrag" / "conversations.jsonl.gz", [{"n": 1, "domain": "farm", "messages": messages}])
    return tmp_path / "mtrag"


@pytest.fixture
def doc2dial(tmp_path):
    passages = [
        {"_id": f"d::{name}", "domain": "farm" if name == "bee" else "sea", "title": name, "text": text}
        for name, text in PASSAGES.items()
    ]
    rows(tmp_path / "passages.jsonl.gz", passages)
    history = [{"speaker": "user", "text": "How do bees make honey?"}, {"speaker": "agent", "text": "From nectar."}]
    queries = [
        {"_id": "q1", "domain": "farm", "text": "where is it stored", "last_speaker": "user", "history": history, "gold_doc": "d"},
        {"_id": "q2", "domain": "sea", "text": "when does the ferry leave", "last_speaker": "user", "history": [], "gold_doc": "d"},
    ]
    rows(tmp_path / "queries.jsonl.gz", queries)
    (tmp_path / "qrels_passage.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td::bee\t1\nq2\td::ferry\t1\n")
    return tmp_path


def test_mtrag_is_read_with_its_history_and_labels(mtrag):
    [dataset] = read_mtrag(mtrag)
    first, second, last = dataset.queries
    assert (first.id, first.text, first.history) == ("c<::>1", "How do bees make honey?", ())
    assert [turn.speaker for turn in second.history] == ["user", "agent"]
    assert (second.rewrite, second.answerability) == ("Where do bees store honey?", "ANSWERABLE")
    assert (last.text, last.answerability, len(last.history)) == ("who won the election", "UNANSWERABLE", 4)
    assert dataset.judged == [first, second]
    assert {passage.group for passage in dataset.passages} == set(PASSAGES)
    assert dataset.right["c<::>2"] == {"bee"}


def test_a_domain_folder_alone_will_do(mtrag):
    [dataset] = read_mtrag(mtrag / "farm")
    assert dataset.queries[1].history[1] == Turn(speaker="agent", text="From nectar.")


def test_without_conversations_the_users_words_are_the_history(mtrag):
    (mtrag / "conversations.jsonl.gz").unlink()
    [dataset] = read_mtrag(mtrag)
    assert [turn.speaker for turn in dataset.queries[1].history] == ["user"]


def test_another_part_of_the_set_is_read_too(mtrag):
    (mtrag / "farm" / "qrels_dev.tsv").rename(mtrag / "farm" / "qrels_test.tsv")
    (mtrag / "farm" / "qrels_mtragun.tsv").write_text("query-id\tcorpus-id\tscore\nother\tbee\t1\n")
    [dataset] = read_mtrag(mtrag)
    assert set(dataset.right) == {"c<::>1", "c<::>2"}


def test_doc2dial_is_read_whole_or_by_domain(doc2dial):
    [dataset] = read_doc2dial(doc2dial)
    assert (dataset.name, len(dataset.passages), len(dataset.judged)) == ("farm+sea", 5, 2)
    [farm] = read_doc2dial(doc2dial, domains=["farm"])
    assert [query.id for query in farm.queries] == ["q1"]


@pytest.mark.parametrize("read", [read_mtrag, read_doc2dial])
def test_another_folder_is_told(read, tmp_path):
    with pytest.raises(UsageError):
        read(tmp_path)


def test_a_damaged_file_is_told(doc2dial):
    (doc2dial / "queries.jsonl.gz").write_bytes(b"no gzip")
    with pytest.raises(UsageError, match=r"queries\.jsonl\.gz cannot be read"):
        read_doc2dial(doc2dial)


def test_scores_by_hand():
    queries = [Query(id="a", text=""), Query(id="b", text=""), Query(id="c", text="")]
    right = {"a": frozenset({"x"}), "b": frozenset({"x", "y"}), "c": frozenset({"z"})}
    found = {"a": [("w", 0.9), ("x", 0.9)], "b": [("y", 1.0), ("w", 0.5)]}
    scores = score_run(queries, right, found)
    assert scores["r@5"] == [1.0, 0.5, 0.0]
    assert scores["ndcg@5"] == pytest.approx([0.6309, 1 / 1.6309, 0.0], abs=1e-3)


def test_area_under_the_curve():
    assert area_under_curve("a", [3, 2, 1, 0], [True, True, False, False]).value == 1.0
    assert area_under_curve("a", [1, 1], [True, False]).value == 0.5
    assert area_under_curve("a", [0, 1, 2], [True, False, True]).value == 0.5
    assert area_under_curve("a", [0, 1], [True, True]).value is None


def test_mtrag_through_the_real_search(mtrag, settings):
    def make_queries(history, text):
        return [(text, 0.5), (" ".join(turn.text for turn in history), 0.5)]

    report = run_external("mtrag", mtrag, settings, make_queries=make_queries)
    data = external_json(report)["domains"]["farm"]
    kinds = {"last_turn", "joined", "all_joined", "conversation", "conversation_of_user_turns", "rewrite", "other"}
    assert set(data) == kinds
    for kind in kinds - {"rewrite", "other"}:
        assert set(data[kind]) == {"dense", "bm25", "weighted_sum"}
    assert data["last_turn"]["dense"]["n"] == 2
    assert data["conversation"]["weighted_sum"]["ndcg@5"] == data["other"]["weighted_sum"]["ndcg@5"] == 1.0
    assert data["conversation"]["weighted_sum"]["gain_over_weighted_sum"]["ndcg@5"] >= 0
    assert data["last_turn"]["weighted_sum"]["gain_over_weighted_sum"]["ndcg@5"] == 0
    figures = {figure.name: figure for figure in report.answerability}
    assert (figures["farm.answerability.auroc"].value, figures["farm.answerability.auroc"].n) == (1.0, 3)
    assert figures["farm.answerability.refused_wrongly"].n == 2
    assert "farm" in external_table(report)


def test_domains_of_one_set_are_told_apart(doc2dial, settings):
    report = run_external("doc2dial", doc2dial, settings)
    data = external_json(report)["domains"]
    assert {name: kinds["conversation"]["weighted_sum"]["n"] for name, kinds in data.items()} == {"farm+sea": 2, "farm": 1, "sea": 1}
    assert {row.queries for row in report.rows} == {
        "last turn", "joined", "all joined", "conversation", "conversation of user turns"
    }  # fmt: skip
    assert report.answerability == ()


def test_the_best_plain_way_is_the_one_to_beat(doc2dial, settings):
    report = run_external("doc2dial", doc2dial, settings)
    rows = {(row.domain, row.queries, row.search): row for row in report.rows}
    for row in report.rows:
        plain = rows[row.domain, row.best_plain, "weighted sum"]
        others = [rows[row.domain, kind, "weighted sum"] for kind in ("last turn", "joined", "all joined")]
        assert plain.ndcg.value == max(other.ndcg.value for other in others)
        assert row.gain_over_best.value == pytest.approx(row.ndcg.value - plain.ndcg.value)
        assert row.gain_over_best.n == row.ndcg.n


def test_conversation_hears_replies_only_if_told_to(doc2dial, settings):
    run_external("doc2dial", doc2dial, settings)
    search = HybridSearch.open("eval-doc2dial-farm-sea", settings=settings)
    history = (Turn(speaker="user", text="hello"), Turn(speaker="agent", text="Do you want to know about clay pots?"))
    query = Query(id="q", text="yes", history=history)
    assert conversation()(search, query)[0][0] == "d::kiln"
    bare = Query(id="q", text="yes", history=history[:1])
    assert conversation(replies=False)(search, query) == conversation()(search, bare)


def test_several_queries_are_weighed(doc2dial, settings):
    run_external("doc2dial", doc2dial, settings)
    search = HybridSearch.open("eval-doc2dial-farm-sea", settings=settings)
    query = Query(id="q", text="when does the ferry leave", history=(Turn(speaker="user", text="How do bees make honey?"),))
    last = asking(lambda history, text: [(text, 0.9), (history[0].text, 0.1)])(search, query)
    first = asking(lambda history, text: [(text, 0.1), (history[0].text, 0.9)])(search, query)
    assert (last[0][0], first[0][0]) == ("d::ferry", "d::bee")
    assert asking(lambda _, text: [(text, 1.0), ("", 1.0), ("bees", 0.0)])(search, query)[0] == ("d::ferry", pytest.approx(1.0))
