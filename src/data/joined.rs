//! Texts one after the other.

/// The texts with `between` between each two.
///
/// Not `join` of std, which is compiled anew for each sort of text: a kilobyte of the page each time.
pub fn joined<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut all = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            all.push_str(between);
        }
        all.push_str(text.as_ref());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_as_std_joins_them() {
        assert_eq!(joined(&["a", "", "c"], ", "), ["a", "", "c"].join(", "));
        assert_eq!(joined::<&str>(&[], ", "), "");
    }
}
