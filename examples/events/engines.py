"""Runs SQL texts on a Parquet file of events with DuckDB or Apache DataFusion, and measures them."""

import dataclasses
import multiprocessing
import resource
import time


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a text gave, and what it took."""

    rows: list
    seconds: float
    processor_seconds: float  # of all threads
    memory: int  # the most that the process had so far, in bytes


def duckdb(path, threads, megabytes):
    """A function from text to rows, by DuckDB."""
    import duckdb

    connection = duckdb.connect(config={"threads": threads, "memory_limit": f"{megabytes}MB"})
    connection.read_parquet(str(path)).create_view("events")
    return lambda text: connection.execute(text).fetchall()


def datafusion(path, threads, megabytes):
    """A function from text to rows, by DataFusion."""
    from datafusion import RuntimeEnvBuilder, SessionConfig, SessionContext

    runtime = RuntimeEnvBuilder().with_disk_manager_os().with_fair_spill_pool(megabytes * 1_000_000)
    context = SessionContext(SessionConfig().with_target_partitions(threads), runtime)
    context.register_parquet("events", str(path))
    return lambda text: [
        tuple(row.values()) for batch in context.sql(text).collect() for row in batch.to_pylist()
    ]


ENGINES = {"duckdb": duckdb, "datafusion": datafusion}


def processor_seconds(usage):
    """The time that a process computed."""
    return usage.ru_utime + usage.ru_stime


def answers(name, texts, path, threads, megabytes):
    """What each text gives."""
    query = ENGINES[name](path, threads, megabytes)
    found = []
    for text in texts:
        before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
        rows = query(text)
        seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
        # Linux counts the memory in KiB.
        busy = processor_seconds(after) - processor_seconds(before)
        found.append(Answer(rows, seconds, busy, after.ru_maxrss * 1024))
    return found


def run(name, texts, path, threads, megabytes):
    """The same in a process of its own, so that the memory is the engine's."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(answers, (name, texts, path, threads, megabytes))
