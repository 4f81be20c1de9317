//! What a problem's place most likely should hold: for a button that puts it there.

use super::read::nearest_word;
use super::suggestion::meant;
use super::validate::only_reading;
use super::{Grid, Problem, ProblemKind};

/// What is to stand in the place of the characters at a problem's location, where one thing is likely: the nearest
/// name that its hint offers, the nearest word that is understood, or the one date that can be meant.
pub fn correction(problem: &Problem, grid: &Grid) -> Option<String> {
    let location = &problem.location;
    if location.column == 0 || location.length == 0 {
        return None;
    }
    let written = grid.written(location);
    let likely = match problem.kind {
        ProblemKind::BadDate => only_reading(written.trim()).map(|date| date.to_string()),
        // Of a column of kinds; the words of any other column are in the hint.
        ProblemKind::UnknownWord if problem.message.contains(" means no stance") => {
            nearest_word(written.trim()).map(str::to_owned)
        }
        _ => meant(&problem.hint).map(str::to_owned),
    };
    likely.filter(|likely| likely != written)
}
