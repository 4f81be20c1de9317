//! The editorial order of what a year changed: the first three of ten years.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use core::fmt::Write as _;

use detente::bundled;
use detente::moment::{changes, intensity};
use detente::words::change_line;
use expect_test::expect;

/// Years of war, treaty, quarrel and quiet.
const YEARS: [i16; 10] = [1948, 1950, 1953, 1961, 1972, 1983, 1991, 2006, 2018, 2024];

#[test]
fn the_most_consequential_changes_come_first() {
    let dataset = bundled::dataset();
    let mut text = String::new();
    for year in YEARS {
        let list = changes(&dataset, year);
        assert!(list.is_sorted_by(|a, b| a.weight >= b.weight), "{year}");
        writeln!(text, "{year}: {} changes, intensity {:.2}", list.len(), intensity(&dataset, year)).expect("a text");
        for change in list.iter().take(3) {
            writeln!(text, "  {:>4}  {}", change.weight, change_line(&dataset, change)).expect("a text");
        }
    }
    expect![[r#"
        1948: 5 changes, intensity 1.00
          1044  Republic of Korea is proclaimed
           932  Democratic People’s Republic of Korea is proclaimed
           832  Soviet Union recognises North Korea
        1950: 13 changes, intensity 1.00
          1092  North Korea invades the South
          1036  A unified command under the UN flag
           980  US and UN enter the war; fleet sent to Taiwan
        1953: 21 changes, intensity 1.00
          1048  Korean armistice
           932  Soviet Union grants a billion roubles for rebuilding
           832  China writes off war costs and pledges aid
        1961: 5 changes, intensity 0.65
          1032  Soviet Union and North Korea sign an alliance
           932  China and North Korea sign an alliance
            24  Park Chung-hee’s coup in Seoul
        1972: 10 changes, intensity 1.00
          1032  First North-South joint statement
           920  Nixon in China and the Shanghai Communiqué
           886  ‘Diplomatic year’: eleven African states open relations
        1983: 11 changes, intensity 0.88
          1084  Bomb in Rangoon kills South Korean ministers
           980  Burma withdraws recognition; three others follow
            24  Soviet fighter destroys Korean Air Lines 007
        1991: 19 changes, intensity 1.00
          1026  Both Koreas enter the United Nations
           932  Soviet Union asks for hard currency
           828  The Soviet Union dissolves; Russia succeeds it
        2006: 5 changes, intensity 0.92
          1128  First North Korean nuclear test
           968  First UN sanctions on North Korea
           106  Seven missiles fired; the Security Council condemns them
        2018: 13 changes, intensity 1.00
          1032  Moon and Kim meet at Panmunjom
           932  Kim Jong Un’s first foreign trip is to Beijing
           832  Trump and Kim meet in Singapore
        2024: 11 changes, intensity 1.00
          1076  Russia-North Korea mutual defence treaty
           976  North Korean troops fight for Russia in Kursk
            80  Eleven states set up their own monitoring team
    "#]]
    .assert_eq(&text);
}
