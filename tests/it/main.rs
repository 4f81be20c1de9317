//! The integration tests: the dataset, its pictures, wrong tables with their reports, laws, limits, posters and share pages, the command line, and the rules for the code.

mod cases;
mod changes;
mod colours;
mod combine;
mod command;
mod command_files;
mod converted;
mod covering;
mod dataset;
mod diagnostics;
mod edge_list;
mod embedding;
mod format;
mod forms;
mod generated;
mod given;
mod graph_forms;
mod hostile;
mod imports;
mod ladders;
mod laws;
mod limits;
#[path = "../browser/src/generate/tables.rs"]
#[allow(dead_code, reason = "other tests make others of them")]
mod made;
mod malformed;
mod no_ego;
mod pictures;
mod poster;
mod readers;
mod reasons;
mod report_forms;
mod search;
mod second_dataset;
mod small_multiples;
mod story;
mod tidy;
mod timeline;
mod timeline_laws;
mod viewer;
mod words;
mod workbench;
