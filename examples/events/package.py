"""Writes ties as a Data Package that `detente check` and `detente render` read."""

import csv
import io
import json

TIES = ["a", "b", "from", "until", "stance", "why", "sources", "confidence"]
STANCES = [
    (3, "very cooperative", "a mean score of 6 or more"),
    (2, "cooperative", "a mean score from 3.5 to below 6"),
    (1, "rather cooperative", "a mean score from 1 to below 3.5"),
    (0, "mixed", "a mean score between −1 and 1"),
    (-1, "rather conflictual", "a mean score above −3.5, at most −1"),
    (-2, "conflictual", "a mean score above −6, at most −3.5"),
    (-3, "very conflictual", "a mean score of −6 or less"),
]


def table(head, rows):
    """A CSV text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


def descriptor(name, title, ego, ties):
    """What is true of the dataset as a whole."""
    years = [int(end[:4]) for tie in ties for end in tie[2:4]]
    return {
        "name": name,
        "version": "1.0.0",
        "title": title,
        "detente": {
            "title": title,
            "subtitle": "Spells of the mean score of event records, which measure what was reported.",
            "ego": ego,
            "first_year": min(years),
            "last_year": max(years),
            "sources_required": True,
            "stances": [{"value": value, "name": name, "meaning": meaning} for value, name, meaning in STANCES],
        },
    }


def write(folder, name, title, source, ties, ego=None):
    """Writes the four files; the ego is an actor, the one with most ties where none is given."""
    counts = {}
    for tie in ties:
        for actor in tie[:2]:
            counts[actor] = counts.get(actor, 0) + 1
    ego = ego or max(sorted(counts), key=counts.get)
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "actors.csv": table(["id"], [[actor] for actor in sorted(counts)]),
        "ties.csv": table(TIES, ties),
        "sources.csv": table(["id", "title"], [["events", source]]),
        "datapackage.json": json.dumps(descriptor(name, title, ego, ties), ensure_ascii=False, indent=2) + "\n",
    }
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
