"""Judges what `detente` writes by the readers of others: frictionless for tables, networkx for graphs.

Usage: judge.py DETENTE FOLDER DATASET...  (FOLDER is emptied and filled with what is written)
"""

import csv
import datetime
import json
import pathlib
import shutil
import subprocess
import sys

import frictionless
import networkx


def first_day(date):
    """The first day that a date can mean, as GEXF has it."""
    parts = date.rstrip("~?%").split("-")
    return "-".join(parts + ["01"] * (3 - len(parts)))


def day_before(date):
    """The last day before a date; none before one that is empty. networkx has the text `None` for an end that is not given."""
    if not date:
        return "None"
    year, month, day = map(int, first_day(date).split("-"))
    return (datetime.date(year, month, day) - datetime.timedelta(days=1)).isoformat()


def judge_tables(folder):
    """The folder is a valid Data Package."""
    report = frictionless.validate(folder / "datapackage.json")
    problems = report.flatten(["type", "title", "message"])
    assert report.valid, f"{folder}: {problems}"
    return len(report.tasks)


def judge_graph(graph_file, json_file):
    """The graph has the actors, the dyads, and each tie with its days, its stance and its reason."""
    graph = networkx.read_gexf(graph_file)
    dataset = json.loads(json_file.read_text(encoding="utf-8"))
    assert isinstance(graph, networkx.Graph) and not graph.is_multigraph(), type(graph)
    nodes = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert nodes == {actor["id"]: actor["short_name"] for actor in dataset["actors"]}
    ties = {}
    for tie in dataset["ties"]:
        said = (tie["stance"], first_day(tie["from"]), day_before(tie.get("to", "")), tie.get("why", ""))
        ties.setdefault(frozenset((tie["a"], tie["b"])), []).append(said)
    assert {frozenset(edge) for edge in graph.edges} == set(ties)
    for a, b, data in graph.edges(data=True):
        why = {(start, end): text for text, start, end in data.get("why", [])}
        found = [(stance, start, end, why.get((start, end), "")) for stance, start, end in data["stance"]]
        assert sorted(found) == sorted(ties[frozenset((a, b))]), f"{a}-{b}: {found}"
        assert sorted(data["spells"]) == sorted((start, end) for _, start, end in data["stance"])
    return graph.number_of_nodes(), graph.number_of_edges()


def judge_edges(table, json_file):
    """The edge list has the ties, and no cell that a spreadsheet would calculate."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    ties = json.loads(json_file.read_text(encoding="utf-8"))["ties"]
    said = lambda tie: (tie["a"], tie["b"], tie["from"], tie.get("to", ""), str(tie["stance"]))
    assert sorted(map(said, rows)) == sorted(map(said, ties))
    return len(rows)


def main():
    detente, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for dataset in sys.argv[3:]:
        out = folder / pathlib.Path(dataset).name
        for name in [out, out.with_suffix(".gexf"), out.with_suffix(".json"), out.with_suffix(".csv")]:
            subprocess.run([detente, "convert", dataset, name], check=True, stderr=subprocess.DEVNULL)
        tables = judge_tables(out)
        nodes, edges = judge_graph(out.with_suffix(".gexf"), out.with_suffix(".json"))
        rows = judge_edges(out.with_suffix(".csv"), out.with_suffix(".json"))
        print(f"{out.name}: frictionless accepts {tables} tables; networkx reads {nodes} nodes and {edges} edges; {rows} ties")
    # The example is a dataset of its own.
    subprocess.run([detente, "new", folder / "new"], check=True, stdout=subprocess.DEVNULL)
    print(f"new: frictionless accepts {judge_tables(folder / 'new')} tables")


if __name__ == "__main__":
    main()
