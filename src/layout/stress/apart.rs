//! Pushes discs apart, so that none covers another in the smallest picture, where they are largest.

use crate::data::order;
use crate::layout::ring::apart_in_square;

use super::random::Vector;

/// How far apart discs should be where there is room: a share of the distance that they would have if all stood evenly.
const AIRY: f64 = 0.6;
/// How often all are pushed: as far as they should be, with few lines and with many, and as far as they must.
const ROUNDS: (usize, usize, usize) = (160, 40, 400);
/// Lines times discs up to which no disc should lie on a line that is not its own.
const FEW: usize = 20_000;
/// How far a disc's rim stays from such a line, and which share of what lacks is mended at a time.
const CLEAR: (f64, f64) = (0.03, 0.3);
/// What is nearer than it must be by less than this is let be.
const SLIGHT: f64 = 1e-6;

/// The places, −1 to 1 on both axes, with as much between discs as there is room for, and where lines are few with no
/// disc on a line of two others.
pub(super) fn aired(mut places: Vec<Vector>, radii: &[f64], lines: &[[usize; 2]]) -> Vec<Vector> {
    let room = AIRY * 2.0 / (places.len().max(1) as f64).sqrt();
    let are_few = lines.len() * places.len() <= FEW;
    for _ in 0..if are_few { ROUNDS.0 } else { ROUNDS.1 } {
        let crossed = are_few && clear_lines(&mut places, radii, lines);
        if !push(&mut places, radii, room) && !crossed {
            break;
        }
    }
    places
}

/// The places, −1 to 1 on both axes, with no disc on another, if there is room for all.
pub(super) fn parted(mut places: Vec<Vector>, radii: &[f64]) -> Vec<Vector> {
    for _ in 0..ROUNDS.2 {
        if !push(&mut places, radii, 0.0) {
            break;
        }
    }
    places
}

/// What is kept free beyond what must be: positions are kept to a ten-thousandth.
const SPARE: f64 = 5e-4;

/// Pushes every two apart that are nearer than their discs allow, or than `room`, half of the way each. Whether any were.
fn push(places: &mut [Vector], radii: &[f64], room: f64) -> bool {
    let largest = radii.iter().copied().fold(0.0, f64::max);
    let farthest = apart_in_square(largest, largest).max(room) + SPARE;
    let from_the_left = order(places.len(), &|a, b| places[a][0].total_cmp(&places[b][0]));
    let mut any = false;
    for (rank, one) in from_the_left.iter().copied().enumerate() {
        for other in from_the_left[rank + 1..].iter().copied() {
            let way = [places[other][0] - places[one][0], places[other][1] - places[one][1]];
            // Whoever was pushed in this round may stand to the left of whom it was right of; the next round finds it.
            if way[0] > farthest {
                break;
            }
            let far = (way[0] * way[0] + way[1] * way[1]).sqrt();
            let lack = apart_in_square(radii[one], radii[other]).max(room) + SPARE - far;
            if lack <= SLIGHT {
                continue;
            }
            any = true;
            let (way, far) = if far > 1e-9 { (way, far) } else { ([one as f64 + 1.0, other as f64 + 1.0], 1.0) };
            for axis in 0..2 {
                let push = (way[axis] / far).clamp(-1.0, 1.0) * (lack / 2.0 + SLIGHT);
                places[one][axis] = (places[one][axis] - push).clamp(-1.0, 1.0);
                places[other][axis] = (places[other][axis] + push).clamp(-1.0, 1.0);
            }
        }
    }
    any
}

/// Pushes every disc that lies on a line of two others aside, and the line the other way. Whether any did.
fn clear_lines(places: &mut [Vector], radii: &[f64], lines: &[[usize; 2]]) -> bool {
    let mut any = false;
    for [a, b] in lines.iter().copied() {
        for disc in (0..places.len()).filter(|disc| *disc != a && *disc != b) {
            let along = [places[b][0] - places[a][0], places[b][1] - places[a][1]];
            let from = [places[disc][0] - places[a][0], places[disc][1] - places[a][1]];
            let length = (along[0] * along[0] + along[1] * along[1]).max(1e-9);
            let share = (from[0] * along[0] + from[1] * along[1]) / length;
            if !(0.0..=1.0).contains(&share) {
                continue;
            }
            let root = length.sqrt();
            // How far to the left of the line it lies.
            let aside = (from[1] * along[0] - from[0] * along[1]) / root;
            let lack = apart_in_square(radii[disc], 0.0) + CLEAR.0 - aside.abs();
            if lack <= SLIGHT {
                continue;
            }
            any = true;
            let push = CLEAR.1 * lack * if aside < 0.0 { -1.0 } else { 1.0 } / root;
            let way = [-along[1] * push, along[0] * push];
            for (index, part) in [(disc, 1.0), (a, share - 1.0), (b, -share)] {
                for axis in 0..2 {
                    places[index][axis] = (places[index][axis] + way[axis] * part / 2.0).clamp(-1.0, 1.0);
                }
            }
        }
    }
    any
}
