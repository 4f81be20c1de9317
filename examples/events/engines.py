"""Runs SQL texts on a Parquet file of events with DuckDB or Apache DataFusion, and measures them."""

import dataclasses
import multiprocessing
import pathlib
import time


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a text gave, and what it took."""

    rows: list
    seconds: float
    processor_seconds: float  # of all threads
    memory: int  # the most that the process had so far, in bytes; 0 where the system does not tell


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


def most_memory():
    """The most memory that this process had, in bytes, as Linux tells it; `getrusage` would count its parent's too."""
    try:
        lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def answers(name, texts, path, threads, megabytes):
    """What each text gives."""
    query = ENGINES[name](path, threads, megabytes)
    found = []
    for text in texts:
        start, busy = time.perf_counter(), time.process_time()
        rows = query(text)
        found.append(Answer(rows, time.perf_counter() - start, time.process_time() - busy, most_memory()))
    return found


def run(name, texts, path, threads, megabytes):
    """The same in a process of its own, so that the memory is the engine's."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(answers, (name, texts, path, threads, megabytes))
