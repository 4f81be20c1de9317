//! A packed dataset as `detente pack` writes it, alone or with its long texts.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::draft::Draft;
use super::super::mapping::Form;
use super::super::report::Findings;
use super::super::{Dataset, Limit, Problem, ProblemKind, TextColumns};
use super::encoding::too_large;

/// Whether bytes are those of a pack: it begins with the number of its version, which no text does.
pub fn is_pack(bytes: &[u8]) -> bool {
    matches!(bytes, [0x01..=0x08 | 0x0e..=0x1e, ..])
        || (bytes.first() == Some(&0x1f) && !bytes.starts_with(&[0x1f, 0x8b]))
}

/// Opens the pack among some files, with the texts beside it; `false` where none of them is a pack.
pub(super) fn read(files: &[(String, Vec<u8>)], draft: &mut Draft) -> bool {
    let Some((name, bytes)) = files.iter().find(|(_, bytes)| is_pack(bytes)) else { return false };
    draft.mapping.form = Form::Pack;
    let others: Vec<&(String, Vec<u8>)> = files.iter().filter(|(other, _)| other != name).collect();
    let found = open(name, bytes, &others, &draft.findings);
    match found {
        Ok(dataset) => draft.packed = Some(dataset),
        Err(problem) => draft.findings.push(*problem),
    }
    true
}

fn open(name: &str, bytes: &[u8], others: &[&(String, Vec<u8>)], findings: &Findings) -> Result<Dataset, Box<Problem>> {
    let bad = |file: &str, message: String, hint: &str| {
        Box::new(Problem::new(ProblemKind::BadPack, file, message).hint(hint))
    };
    let mut all = others.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).chain([(name, bytes)]);
    if let Some((file, bytes)) = all.find(|(_, bytes)| bytes.len() > findings.limits.of(Limit::Bytes)) {
        return Err(Box::new(too_large(file, Limit::Bytes, bytes.len(), findings)));
    }
    let mut dataset = Dataset::unpack(bytes)
        .map_err(|error| bad(name, error.to_string(), "make it again: detente pack my-data --output my-data.bin"))?;
    match others {
        [] => Ok(dataset),
        [(file, bytes)] => {
            let again = "make them again, of the same tables: detente texts my-data --output my-data.json";
            let columns = columns(bytes).map_err(|message| bad(file, message, again))?;
            let texts = columns.into_texts().map_err(|error| bad(file, error.to_string(), again))?;
            dataset.attach(texts).map_err(|error| bad(file, error.to_string(), again))?;
            Ok(dataset)
        }
        [_, (file, _), ..] => {
            let message = "a pack stands alone, or with the file of its texts".to_owned();
            Err(bad(file, message, "leave the other files out"))
        }
    }
}

/// The columns of texts that a JSON object holds.
fn columns(bytes: &[u8]) -> Result<TextColumns, String> {
    const FORM: &str = "these are no texts of a pack: an object of lists of texts";
    let object: BTreeMap<String, Value> = serde_json::from_slice(bytes).map_err(|_| FORM.to_owned())?;
    let mut columns = TextColumns::default();
    for (name, list) in &object {
        let mut values = String::new();
        for value in list.as_array().ok_or(FORM)? {
            let text = value.as_str().filter(|text| !text.contains(TextColumns::END)).ok_or(FORM)?;
            values.push_str(text);
            values.push(TextColumns::END);
        }
        columns.fill(name, &values);
    }
    Ok(columns)
}
