//! What countries are called where no browser can be asked: for pages that are made for readers of a language.

use detente::data::{CountryName, Dataset};

/// Alpha-3 code of ISO 3166-1 and names by the Unicode CLDR 48, as browsers have them; no cell has a comma in it.
const NAMES: &str = include_str!("countries.csv");

/// Names countries in the language in which the dataset will be read, as far as it does not name them itself.
pub(crate) fn name_countries(dataset: &mut Dataset, language: &str) {
    let mut rows = NAMES.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = rows.next().unwrap_or_default();
    let column = |code: &str| head.iter().position(|name| *name == code);
    let own = dataset.own_language().to_owned();
    let Some((from, to)) = column(&own).zip(column(language)).filter(|(from, to)| from != to) else { return };
    let names = rows.filter_map(|row| {
        let [code, own, name] = [row.first()?, row.get(from)?, row.get(to)?].map(|cell| (*cell).to_owned());
        Some(CountryName { code, own, name })
    });
    dataset.name_countries(names.collect());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        let rows: Vec<Vec<&str>> = NAMES.lines().map(|line| line.split(',').collect()).collect();
        assert_eq!(rows[0], ["code", "en", "it", "ko", "ar"]);
        assert!(rows.len() > 240);
        for row in &rows {
            assert!(row.len() == 5 && row.iter().all(|cell| !cell.is_empty() && !cell.contains('"')), "{row:?}");
        }
        assert!(
            rows[1..].iter().all(|row| row[0].len() == 3)
                && rows.contains(&vec!["MNG", "Mongolia", "Mongolia", "몽골", "منغوليا"])
        );
    }
}
