//! `convert`: a dataset in another form.

use std::io::Write as _;
use std::path::Path;

use detente::data::{Dataset, Written, edge_list, gexf, not_packed, plain_json, table_folder};

use crate::args::{ConvertArgs, DataForm, DatasetArgs};
use crate::error::CliError;
use crate::files::{write, write_folder};
use crate::input::STANDARD;
use crate::progress::steps;
use crate::resolve::dataset_behind;

use super::tables::packed;

pub(super) fn convert(args: &ConvertArgs) -> Result<String, CliError> {
    let form = args.to.map_or_else(|| form_of(&args.output), Ok)?;
    let bar = steps("reads and checks");
    let dataset = dataset_behind(&args.dataset, &bar)?;
    bar.set_message("converts");
    let to_stdout = args.output.as_os_str() == STANDARD;
    if form == DataForm::Tables {
        if to_stdout {
            return Err(CliError::usage("tables are a folder: name one in the place of -"));
        }
        let Written { content, left_out } = table_folder(&dataset);
        write_folder(&args.output, &content)?;
        say_what_is_left_out(&left_out);
        return Ok(String::new());
    }
    let Written { content, left_out } = bytes(&dataset, form, &args.dataset)?;
    bar.finish_and_clear();
    write(&args.output, &content)?;
    say_what_is_left_out(&left_out);
    Ok(String::new())
}

/// The form that the ending of a path says.
fn form_of(path: &Path) -> Result<DataForm, CliError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("csv") => Ok(DataForm::Csv),
        Some("json") => Ok(DataForm::Json),
        Some("gexf") => Ok(DataForm::Gexf),
        Some("bin") => Ok(DataForm::Pack),
        None if path.as_os_str() != STANDARD => Ok(DataForm::Tables),
        _ => Err(CliError::usage(format!("`{}` does not say the form: add --to", path.display()))),
    }
}

/// The file of a form that is one file.
fn bytes(dataset: &Dataset, form: DataForm, args: &DatasetArgs) -> Result<Written<Vec<u8>>, CliError> {
    let of_text =
        |written: Written<String>| Written { content: written.content.into_bytes(), left_out: written.left_out };
    Ok(match form {
        DataForm::Csv => of_text(edge_list(dataset)),
        DataForm::Json => of_text(plain_json(dataset)),
        DataForm::Gexf => of_text(gexf(dataset)),
        DataForm::Tables | DataForm::Pack => Written {
            content: packed(dataset, args)?,
            left_out: [
                vec!["what is read rather than drawn; `detente texts` writes it".to_owned()],
                not_packed(dataset),
            ]
            .concat(),
        },
    })
}

fn say_what_is_left_out(left_out: &[String]) {
    if !left_out.is_empty() {
        // A closed standard error does not stop the command.
        let _ = writeln!(std::io::stderr(), "Left out: {}.", left_out.join(", "));
    }
}
