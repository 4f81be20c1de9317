"""Turns event records into ties with two engines by one SQL text, compares their tables and writes a dataset."""

import argparse
import os
import pathlib
import sys
import tempfile

import pyarrow.parquet

import engines
import generate
import package
import reference

HERE = pathlib.Path(__file__).parent
FICTIONAL = "Fictional events of fictional actors"


def arguments():
    """What the command is told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", type=pathlib.Path, help="a Parquet file of events; generated where none is given")
    parser.add_argument("--rows", type=int, default=200_000, help="how many rows to generate (%(default)s)")
    parser.add_argument("--actors", type=int, default=60, help="how many actors to invent (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the generated rows (%(default)s)")
    parser.add_argument("--months", type=int, choices=[1, 2, 3, 4, 6, 12], default=12, help="in a period (%(default)s)")
    parser.add_argument("--engine", action="append", choices=list(engines.ENGINES), help="this one alone, or repeated")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of an engine (all processors)")
    parser.add_argument("--memory", type=int, default=2000, metavar="MB", help="an engine's limit (%(default)s)")
    parser.add_argument("--reference", action="store_true", help="compare with the rule in plain Python too; slow")
    parser.add_argument("--planted", choices=list(engines.ENGINES), help="give this engine one row that is wrong")
    parser.add_argument("--ego", help="the id of the actor in the centre; the one with most ties where none is given")
    parser.add_argument("--title", default=FICTIONAL, help="of the dataset")
    parser.add_argument("--output", type=pathlib.Path, help="the folder to write the dataset to")
    given = parser.parse_args()
    if given.planted and (given.input or given.rows > generate.CHUNK):
        parser.error(f"--planted goes with generated rows, at most {generate.CHUNK}")
    return given


def statement(months):
    """The text of ties.sql with its first number changed to the months of a period."""
    text = (HERE / "ties.sql").read_text(encoding="utf-8")
    found = "VALUES (12,"
    if text.count(found) != 1:
        sys.exit("ties.sql no longer has one line with the numbers of the rule")
    return text.replace(found, f"VALUES ({months},")


def difference(one, name, other, other_name):
    """How two CSV texts differ first, or nothing."""
    if one == other:
        return None
    lines, others = one.splitlines(), other.splitlines()
    at = next((at for at, pair in enumerate(zip(lines, others)) if pair[0] != pair[1]), min(len(lines), len(others)))
    shown = [found[at] if at < len(found) else "(no such line)" for found in (lines, others)]
    return (
        f"{name} and {other_name} give different tables; they differ first in line {at + 1}:\n"
        f"  {name}: {shown[0]}\n  {other_name}: {shown[1]}"
    )


def by_engine(name, given, path):
    """The ties that an engine finds and what became of the rows, with its speed printed."""
    texts = [statement(given.months), (HERE / "left_out.sql").read_text(encoding="utf-8")]
    ties, fates = engines.run(name, texts, path, given.threads, given.memory)
    rows = pyarrow.parquet.read_metadata(path).num_rows
    print(
        f"{name}: {rows:,} rows, {len(ties.rows):,} ties, {ties.seconds:.2f} s with {given.threads} threads, "
        f"{rows / ties.seconds / 1e6:.1f} million rows a second, {rows / ties.processor_seconds / 1e6:.1f} a second "
        f"of one core, {ties.memory / 1e6:.0f} MB"
    )
    return ties.rows, fates.rows


def by_reference(given, path):
    """The ties and the fates that follow from the rule in plain Python."""
    columns = pyarrow.parquet.read_table(path).to_pydict()
    rows = list(zip(*(columns[name] for name in generate.SCHEMA.names)))
    return reference.ties(rows, given.months), reference.fates(rows)


def compared(given, path, planted):
    """The ties and fates that all agree on; ends the program where they do not."""
    found = {}
    for name in given.engine or engines.ENGINES:
        found[name] = by_engine(name, given, planted if name == given.planted else path)
    if given.reference:
        found["the reference"] = by_reference(given, path)
    texts = {name: [package.table(package.TIES, ties), package.table(["fate", "events"], fates)]
             for name, (ties, fates) in found.items()}
    (first, expected), *others = texts.items()
    for name, tables in others:
        for one, other in zip(expected, tables):
            message = difference(one, first, other, name)
            if message:
                sys.exit(message)
    if others:
        print(f"{', '.join(texts)}: the same tables, byte for byte")
    return found[first]


def main():
    """Generates what is missing, compares, and writes the dataset."""
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        path, planted = given.input, pathlib.Path(folder) / "planted.parquet"
        if path is None:
            path = pathlib.Path(folder) / "events.parquet"
            generate.generate(path, given.rows, given.seed, given.actors)
        if given.planted:
            generate.plant(path, planted)
        ties, fates = compared(given, path, planted)
    for fate, events in fates:
        print(f"{fate}: {events:,} rows")
    if given.output:
        source = FICTIONAL if given.input is None else given.input.name
        package.write(given.output, "events", given.title, f"Event records: {source}", ties, given.ego)
        print(f"written to {given.output}")


if __name__ == "__main__":
    main()
