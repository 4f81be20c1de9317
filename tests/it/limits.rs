//! The limits: what stands at one passes, and one more is refused.

use detente::data::ProblemKind;

use crate::diagnostics::{report_of, with};

const ACTORS: &str = "id,name,short_name,kind,region,from,to,successor,prominence,lon,lat\n";
const EVENTS: &str = "id,date,kind,actors,title,summary,sources,confidence\n";

fn table(head: &str, size: usize, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..size).map(row).collect();
    head.to_owned() + &rows.join("\n")
}

/// Whether a table, made as long as `size`, passes the limits.
fn passes(table: &str, make: impl Fn(usize) -> String, size: usize) -> bool {
    let report = report_of(&with(table, &make(size)));
    !report.kinds().contains(&ProblemKind::LimitExceeded)
}

fn assert_limit(table: &str, limit: usize, make: impl Fn(usize) -> String) {
    assert!(passes(table, &make, limit), "{table} at {limit}");
    assert!(!passes(table, &make, limit + 1), "{table} beyond {limit}");
}

#[test]
fn a_table_has_so_many_rows() {
    assert_limit("actors.csv", 20_000, |size| {
        // One long chain of successors: nothing may follow it by recursion, or from each of its links anew.
        table(ACTORS, size, |index| format!("A{index},A,A,state,Asia,,,A{},3,0,0", (index + 1).min(size - 1)))
    });
    assert_limit("ties.csv", 100_000, |size| {
        "a,b,from,to,stance,why,sources,confidence\n".to_owned() + &"AAA,BBB,1950,1951,0,x,report,high\n".repeat(size)
    });
    assert_limit("events.csv", 50_000, |size| {
        table(EVENTS, size, |index| format!("e{index},1950,war,,x,x,report,high"))
    });
    assert_limit("years.csv", 60_000, |size| "year,line\n".to_owned() + &"1950,x\n".repeat(size));
}

#[test]
fn a_text_has_so_many_characters() {
    assert_limit("ties.csv", 10_000, |size| {
        let why = "é".repeat(size);
        format!("a,b,from,to,stance,why,sources,confidence\nAAA,BBB,1950,1951,0,{why},report,high\n")
    });
    assert_limit("actors.csv", 500, |size| {
        let name = "é".repeat(size);
        format!("{ACTORS}AAA,{name},A,state,Asia,,,,3,0,0\n")
    });
}

#[test]
fn a_list_has_so_many_entries() {
    assert_limit("events.csv", 200, |size| {
        let sources = vec!["report"; size].join(" ");
        format!("{EVENTS}war-1950,1950,war,AAA,x,x,{sources},high\n")
    });
}

#[test]
fn a_file_has_so_many_bytes() {
    const LIMIT: usize = 16 * 1024 * 1024;
    assert_limit("years.csv", LIMIT, |size| {
        let table = "year,line\n1950,x\n";
        table.to_owned() + &"\n".repeat(size - table.len())
    });
}

#[test]
fn a_descriptor_is_so_deep() {
    assert_limit("datapackage.json", 64, |size| "[".repeat(size) + &"]".repeat(size));
    // No depth overflows the stack.
    assert!(!passes("datapackage.json", |size| "[".repeat(size), 1_000_000));
}
