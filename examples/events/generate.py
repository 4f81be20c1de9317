"""Event records of fictional actors, by a seed, as a Parquet file that is written in chunks.

Each dyad has a course, a mean score that changes in some years; the scores of its events scatter round it.
Few dyads have most of the events, as in public event databases. About one row in a hundred cannot be used: something
is missing in it, one actor is named twice, or a number is out of its range.
"""

import collections
import dataclasses

import numpy
import pyarrow
import pyarrow.parquet

import reference

CHUNK = 1_000_000
SCHEMA = pyarrow.schema([
    ("event_date", pyarrow.date32()),
    ("actor_a", pyarrow.string()),
    ("actor_b", pyarrow.string()),
    ("score", pyarrow.float64()),
    ("reports", pyarrow.int32()),
])


@dataclasses.dataclass(frozen=True)
class World:
    """Who there is, and how each dyad stands in each year."""

    names: pyarrow.Array
    first: numpy.ndarray  # of each dyad, the index of an actor
    second: numpy.ndarray
    shares: numpy.ndarray  # cumulated over the dyads, up to 1
    course: numpy.ndarray  # mean score, by dyad and year
    days: tuple  # the first, and the first that is no longer in the span, counted from 1970-01-01
    years: numpy.ndarray  # the first day of each year


def world(random, actors, first_year, last_year):
    """A world with so many actors, named A01 and so on."""
    digits = len(str(actors))
    # The last name is empty: a flaw.
    names = pyarrow.array([f"A{number + 1:0{digits}}" for number in range(actors)] + [""])
    first, second = numpy.triu_indices(actors, 1)
    weights = 1.0 / (1.0 + random.permutation(len(first))) ** 0.8
    span = last_year - first_year + 1
    changes = random.random((len(first), span)) < 0.12
    changes[:, 0] = True
    # Every year has a draw of its own; that of the last change holds.
    draws = numpy.clip(random.normal(0.5, 4.0, (len(first), span)), -9.0, 9.0)
    since = numpy.maximum.accumulate(numpy.where(changes, numpy.arange(span), 0), axis=1)
    course = numpy.take_along_axis(draws, since, axis=1)
    years = numpy.array([f"{year}-01-01" for year in range(first_year, last_year + 2)], "datetime64[D]").astype(int)
    return World(names, first, second, numpy.cumsum(weights) / weights.sum(), course, (years[0], years[-1]), years)


def named(world, actors, flawed):
    """The names of actors; of the flawed, every second is missing and every second empty."""
    odd = numpy.arange(len(actors)) % 2 == 1
    indices = numpy.where(flawed & odd, len(world.names) - 1, actors)
    return pyarrow.DictionaryArray.from_arrays(
        pyarrow.array(indices, pyarrow.int32(), mask=flawed & ~odd), world.names
    ).cast(pyarrow.string())


def chunk(random, world, rows):
    """So many rows of a world, as an Arrow table."""
    dyads = numpy.minimum(numpy.searchsorted(world.shares, random.random(rows)), len(world.first) - 1)
    dates = random.integers(*world.days, rows)
    years = numpy.searchsorted(world.years, dates, side="right") - 1
    scores = world.course[dyads, years] + random.normal(0.0, 2.5, rows)
    scores = numpy.round(numpy.clip(scores, -10.0, 10.0), 1)
    swapped = random.random(rows) < 0.5
    a = numpy.where(swapped, world.second[dyads], world.first[dyads])
    b = numpy.where(swapped, world.first[dyads], world.second[dyads])
    reports = random.geometric(0.3, rows)
    flaw = random.random(rows)
    is_flawed = lambda number: (flaw >= number * 0.0015) & (flaw < (number + 1) * 0.0015)
    return pyarrow.table([
        pyarrow.array(dates.astype("int32"), mask=is_flawed(0)).cast(pyarrow.date32()),
        named(world, a, is_flawed(1)),
        named(world, numpy.where(is_flawed(2), a, b), is_flawed(3)),
        pyarrow.array(numpy.where(is_flawed(4), 99.0, scores), mask=is_flawed(5)),
        pyarrow.array(numpy.where(is_flawed(6), 0, reports).astype("int32")),
    ], schema=SCHEMA)


def generate(path, rows, seed, actors=60, first_year=1980, last_year=2019):
    """Writes so many rows; the same arguments give the same rows."""
    random = numpy.random.default_rng(seed)
    made = world(random, actors, first_year, last_year)
    with pyarrow.parquet.ParquetWriter(path, SCHEMA) as writer:
        for done in range(0, rows, CHUNK):
            writer.write_table(chunk(random, made, min(CHUNK, rows - done)))


def plant(source, target):
    """Copies a file of one chunk with one mistake: a report more in the first usable row of the commonest dyad."""
    columns = pyarrow.parquet.read_table(source).to_pydict()
    rows = list(zip(*(columns[name] for name in SCHEMA.names)))
    dyads = [tuple(sorted(row[1:3])) if reference.fate(*row) == "used" else None for row in rows]
    [(commonest, _)] = collections.Counter(filter(None, dyads)).most_common(1)
    columns["reports"][dyads.index(commonest)] += 1
    pyarrow.parquet.write_table(pyarrow.table(columns, schema=SCHEMA), target)
