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


def bare(date):
    """A date without what is not known of it, which GEXF does not say."""
    return date.removeprefix("../").removesuffix("/..")


def first_day(date):
    """The first day that a date can mean, as GEXF has it."""
    parts = bare(date).rstrip("~?%").split("-")
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


def vague(date):
    """Whether a date is no certain day."""
    return bool(date) and (date[-1] in "~?%" or date.count("-") < 2)


def at_work(ties):
    """Of the ties of two, those that count where several hold at once, by their days: the strongest, and of like ones
    the first. None where a tie counts in a part of its days alone, which is left to the tests of the program."""
    spans = [(first_day(tie["from"]), day_before(tie.get("to", ""))) for tie in ties]
    late = lambda end: "9999" if end == "None" else end
    meet = lambda one, other: one[0] <= late(other[1]) and other[0] <= late(one[1])
    if any(meet(one, other) for index, one in enumerate(spans) for other in spans[:index]):
        return None
    return ties


def said_of(tie, names):
    """What each dynamic attribute of the graph has to say of a tie."""
    ends = [bare(tie["from"]), bare(tie.get("to", ""))]
    return {
        "stance": tie["stance"],
        "stance name": names[tie["stance"]],
        "weight": tie.get("weight"),
        "group": tie.get("group"),
        # What the tables say nothing of is certain.
        "confidence": tie.get("confidence", "high"),
        "why": tie.get("why"),
        "dates": "/".join([ends[0], ends[1] or ".."]) if any(map(vague, ends)) else None,
    }


def judge_nodes(graph, actors):
    """Each actor has its name, kind, region and prominence, and the days of its life."""
    assert set(graph.nodes) == {actor["id"] for actor in actors}
    for actor in actors:
        node = graph.nodes[actor["id"]]
        end = day_before(actor.get("to", ""))
        expected = {
            "label": actor["short_name"], "name": actor.get("name"), "kind": actor.get("kind"), "region": actor.get("region"),
            "prominence": int(actor["prominence"]) if "prominence" in actor else None,
            "start": first_day(actor["from"]) if "from" in actor else None, "end": None if end == "None" else end,
        }
        assert {name: node.get(name) for name in expected} == expected, f"{actor['id']}: {node}"


def judge_graph(graph_file, json_file):
    """The graph has the actors, the dyads, and each tie with its days and with every attribute that changes over time;
    it is directed where each tie is."""
    graph = networkx.read_gexf(graph_file)
    dataset = json.loads(json_file.read_text(encoding="utf-8"))
    assert not graph.is_multigraph() and graph.is_directed() == all("direction" in tie for tie in dataset["ties"])
    judge_nodes(graph, dataset["actors"])
    names = {rung["value"]: rung["name"] for rung in dataset["detente"]["stances"]}
    ties = {}
    for tie in dataset["ties"]:
        ties.setdefault(frozenset((tie["a"], tie["b"])), []).append(tie)
    assert {frozenset(edge) for edge in graph.edges} == set(ties)
    values = 0
    for a, b, data in graph.edges(data=True):
        own = at_work(ties[frozenset((a, b))])
        if own is None:
            continue
        for tie in own:
            ways = {"a-to-b": (tie["a"], tie["b"]), "b-to-a": (tie["b"], tie["a"])}
            assert ways.get(tie.get("direction"), (a, b)) == (a, b), f"{a}-{b}: {tie}"
        days = {(first_day(tie["from"]), day_before(tie.get("to", ""))): said_of(tie, names) for tie in own}
        assert sorted(data["spells"]) == sorted(days), f"{a}-{b}: {data['spells']}"
        for name in next(iter(days.values())):
            found = {(start, end): value for value, start, end in data.get(name, [])}
            expected = {span: said[name] for span, said in days.items() if said[name] not in (None, "")}
            assert found == expected, f"{a}-{b}, {name}: {found} and not {expected}"
            values += len(found)
    assert values > 0
    return graph.number_of_nodes(), graph.number_of_edges(), values


def judge_edges(table, json_file):
    """The edge list has the ties, and no cell that a spreadsheet would calculate."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    ties = json.loads(json_file.read_text(encoding="utf-8"))["ties"]
    said = lambda tie: (tie["a"], tie["b"], tie["from"], tie.get("to", ""), str(tie["stance"]))
    assert sorted(map(said, rows)) == sorted(map(said, ties))
    return len(rows)


def judge_directed(detente, folder):
    """Ties with directions, weights and groups. networkx reads a graph whose edges are all directed, or none: of the
    example, which has both, those with a direction."""
    mixed, own, graph = folder / "trade.json", folder / "directed.json", folder / "directed.gexf"
    subprocess.run([detente, "convert", "examples/trade", mixed], check=True, stderr=subprocess.DEVNULL)
    dataset = json.loads(mixed.read_text(encoding="utf-8"))
    ways = {}
    for tie in dataset["ties"]:
        ways.setdefault(frozenset((tie["a"], tie["b"])), set()).add(tie.get("direction"))
    dataset["ties"] = [tie for tie in dataset["ties"] if None not in ways[frozenset((tie["a"], tie["b"]))]]
    assert len(dataset["ties"]) > 20 and all("weight" in tie for tie in dataset["ties"])
    own.write_text(json.dumps(dataset), encoding="utf-8")
    subprocess.run([detente, "convert", own, graph], check=True, stderr=subprocess.DEVNULL)
    nodes, edges, values = judge_graph(graph, own)
    print(f"directed: networkx reads {nodes} nodes, {edges} directed edges and {values} values of attributes")


def main():
    detente, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for dataset in sys.argv[3:]:
        out = folder / pathlib.Path(dataset).name
        for name in [out, out.with_suffix(".gexf"), out.with_suffix(".json"), out.with_suffix(".csv")]:
            subprocess.run([detente, "convert", dataset, name], check=True, stderr=subprocess.DEVNULL)
        tables = judge_tables(out)
        nodes, edges, values = judge_graph(out.with_suffix(".gexf"), out.with_suffix(".json"))
        rows = judge_edges(out.with_suffix(".csv"), out.with_suffix(".json"))
        print(f"{out.name}: frictionless accepts {tables} tables; networkx reads {nodes} nodes, {edges} edges and {values} values of attributes; {rows} ties")
    judge_directed(detente, folder)
    # The example is a dataset of its own.
    subprocess.run([detente, "new", folder / "new"], check=True, stdout=subprocess.DEVNULL)
    print(f"new: frictionless accepts {judge_tables(folder / 'new')} tables")


if __name__ == "__main__":
    main()
