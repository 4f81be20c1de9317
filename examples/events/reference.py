"""The rule of ties.sql in plain Python, row by row: what the engines' tables are compared with."""

import collections

# The least mean score of a rung in tenths, and whether the rung has it too; ties.sql has the same in step 3.
LADDER = [(3, 60, True), (2, 35, True), (1, 10, True), (0, -10, False), (-1, -35, False), (-2, -60, False)]
LEAST_EVENTS, SURE_EVENTS, LONGEST_GAP = 5, 20, 1


def stance(total, reports):
    """The rung of a mean score, given as its sum in tenths and the number of reports."""
    for rung, least, included in LADDER:
        if total > least * reports or (included and total == least * reports):
            return rung
    return -3


def fate(date, a, b, score, reports):
    """Whether a row is used, or why not; the words are those of left_out.sql."""
    if date is None:
        return "left out: no date"
    if not a or not b:
        return "left out: no second actor"
    if a == b:
        return "left out: one actor twice"
    if score is None:
        return "left out: no score"
    if not -10 <= score <= 10:
        return "left out: score beyond -10 to 10"
    if reports is None or reports < 1:
        return "left out: no report"
    return "used"


def fates(rows):
    """How many rows have which fate."""
    return sorted(collections.Counter(fate(*row) for row in rows).items())


def periods(rows, months):
    """Events, reports and score in tenths of each dyad and period; a period is named by its first month."""
    found = collections.defaultdict(lambda: [0, 0, 0])
    for date, a, b, score, reports in rows:
        if fate(date, a, b, score, reports) != "used":
            continue
        month = 12 * date.year + date.month - 1
        entry = found[min(a, b), max(a, b), month - (date.month - 1) % months]
        entry[0] += 1
        entry[1] += reports
        entry[2] += round(score * 10) * reports
    return found


def spells(rows, months):
    """Lists of dyad, first and last period, stance, events, fewest events of a period, reports, score in tenths."""
    result = []
    for (a, b, month), (events, reports, total) in sorted(periods(rows, months).items()):
        if events < LEAST_EVENTS:
            continue
        rung = stance(total, reports)
        last = result[-1] if result else None
        if last and last[:2] == [a, b] and last[4] == rung and month - last[3] <= months * (LONGEST_GAP + 1):
            last[3] = month
            last[5] += events
            last[6] = min(last[6], events)
            last[7] += reports
            last[8] += total
        else:
            result.append([a, b, month, month, rung, events, events, reports, total])
    return result


def day(month, months):
    """A month, counted from the year 0, as text: its year where a period is a year."""
    return f"{month // 12}" if months == 12 else f"{month // 12}-{month % 12 + 1:02}"


def noun(number, word):
    """A number and what it counts."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def ties(rows, months):
    """The rows of ties.csv."""
    result = []
    for a, b, first, last, rung, events, fewest, reports, total in spells(rows, months):
        mean = (2 * total + reports) // (2 * reports)
        sign = "−" if mean < 0 else ""
        why = f"Mean score {sign}{abs(mean) // 10}.{abs(mean) % 10} over "
        why += f"{noun(reports, 'report')} of {noun(events, 'event')}."
        confidence = "medium" if fewest >= SURE_EVENTS else "low"
        result.append((a, b, day(first, months), day(last + months - 1, months), rung, why, "events", confidence))
    return result
