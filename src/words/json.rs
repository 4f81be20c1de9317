//! Plain data as JSON, for the workbench: `serde_json`'s writer would make its first part 2.5 kB larger.

use core::fmt::{Error, Write as _};

use serde::ser::{
    Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct, Serializer,
};

/// Plain data as JSON: structs, lists, tuples, texts, numbers, and variants without contents by their names.
///
/// A field without a value is left out, as JavaScript has it; in a list it is `null`, as is a number that is not finite.
/// Empty where `value` holds anything else: a map, bytes, or a variant with contents.
#[allow(unreachable_pub, reason = "public with the feature `workbench` alone")]
pub fn json(value: &impl Serialize) -> String {
    let mut writer = Writer { text: String::new(), field: 0 };
    match value.serialize(&mut writer) {
        Ok(()) => writer.text,
        Err(Error) => String::new(),
    }
}

struct Writer {
    text: String,
    /// Where the last field begins.
    field: usize,
}

type Written = Result<(), Error>;

#[allow(clippy::unnecessary_wraps, reason = "a serializer returns results")]
impl Writer {
    /// Separates an item from the one before it.
    fn next(&mut self) {
        if !matches!(self.text.as_bytes().last(), Some(b'[' | b'{')) {
            self.text.push(',');
        }
    }

    fn key(&mut self, name: &str) {
        self.field = self.text.len();
        self.next();
        self.quote(name);
        self.text.push(':');
    }

    fn quote(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            if letter < ' ' {
                // A text takes whatever is written.
                let _ = write!(self.text, "\\u{:04x}", u32::from(letter));
                continue;
            }
            if matches!(letter, '"' | '\\') {
                self.text.push('\\');
            }
            self.text.push(letter);
        }
        self.text.push('"');
    }

    fn open(&mut self, bracket: char) -> Result<&mut Self, Error> {
        self.text.push(bracket);
        Ok(self)
    }

    fn close(&mut self, bracket: char) -> Written {
        self.text.push(bracket);
        Ok(())
    }

    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Written {
        self.next();
        value.serialize(self)
    }
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Written {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Written {
        if value < 0 {
            self.text.push('-');
        }
        self.serialize_u64(value.unsigned_abs())
    }

    fn serialize_u64(self, value: u64) -> Written {
        write!(self.text, "{value}")
    }

    fn serialize_f64(self, value: f64) -> Written {
        if value.is_finite() { write!(self.text, "{value}") } else { self.serialize_none() }
    }

    fn serialize_str(self, value: &str) -> Written {
        self.quote(value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        if self.text.as_bytes().last() == Some(&b':') {
            self.text.truncate(self.field);
        } else {
            self.text.push_str("null");
        }
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.open('[')
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.open('[')
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.open('[')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.open('{')
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit(self) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_none()
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

impl SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.item(value)
    }

    fn end(self) -> Written {
        self.close(']')
    }
}

impl SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.item(value)
    }

    fn end(self) -> Written {
        self.close(']')
    }
}

impl SerializeTupleStruct for &mut Writer {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.item(value)
    }

    fn end(self) -> Written {
        self.close(']')
    }
}

impl SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.key(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.close('}')
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Value, json as value, to_value};

    use super::*;
    use crate::bundled;
    use crate::layout::{Focus, Layout};
    use crate::moment::Moment;
    use crate::time::Playhead;
    use crate::words::{card, citation, how_to_read, now, outline, table, year};

    fn read(value: &impl Serialize) -> Value {
        serde_json::from_str(&json(value)).expect("JSON")
    }

    /// What a library makes of it, without the fields that have no value.
    fn of_library(given: &impl Serialize) -> Value {
        fn present(value: Value) -> Value {
            match value {
                Value::Array(items) => items.into_iter().map(present).collect(),
                Value::Object(fields) => fields
                    .into_iter()
                    .filter(|(_, value)| !value.is_null())
                    .map(|(name, value)| (name, present(value)))
                    .collect(),
                other => other,
            }
        }
        present(to_value(given).expect("a value"))
    }

    #[test]
    fn words_are_written_as_a_library_writes_them() {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        assert_eq!(read(&outline(&dataset)), of_library(&outline(&dataset)));
        assert_eq!(read(&how_to_read(&dataset)), of_library(&how_to_read(&dataset)));
        for shown in [dataset.info().first_year, 1972, dataset.info().last_year] {
            let moment = Moment::at(&dataset, Playhead::end_of(shown));
            assert_eq!(read(&now(&dataset, &moment)), of_library(&now(&dataset, &moment)));
            assert_eq!(read(&year(&dataset, &moment)), of_library(&year(&dataset, &moment)));
            assert_eq!(read(&table(&dataset, &moment)), of_library(&table(&dataset, &moment)));
            let cited = citation(&dataset, shown, None, Focus::Nobody);
            assert_eq!(read(&cited), of_library(&cited));
            for actor in dataset.actor_ids() {
                let card = card(&dataset, &layout, &moment, Focus::Actor(actor));
                assert_eq!(read(&card), of_library(&card));
            }
        }
    }

    #[test]
    fn what_is_not_there_is_left_out() {
        #[derive(Serialize)]
        struct Held {
            first: Option<u8>,
            list: Vec<Option<i16>>,
            last: Option<&'static str>,
        }
        assert_eq!(json(&Held { first: None, list: vec![None, Some(-7)], last: None }), r#"{"list":[null,-7]}"#);
        assert_eq!(
            json(&Held { first: Some(1), list: vec![], last: Some(":") }),
            r#"{"first":1,"list":[],"last":":"}"#
        );
        assert_eq!(json(&None::<u8>), "null");
    }

    #[test]
    fn every_text_and_number_can_be_read_back() {
        let text: String =
            (0..0x250_u32).filter_map(char::from_u32).chain("\u{2028}\u{1f600}\u{10ffff}".chars()).collect();
        assert_eq!(read(&text), Value::String(text));
        let numbers = (i64::MIN, u32::MAX, 0.1_f64 + 0.2, -1.5e-9_f64, 1e21_f64, f64::NAN, f64::INFINITY, 'x', true);
        let expected = value!([i64::MIN, u32::MAX, 0.1 + 0.2, -1.5e-9, 1e21, null, null, "x", true]);
        assert_eq!(read(&numbers), expected);
    }

    #[test]
    fn what_is_not_plain_is_not_written() {
        #[derive(Serialize)]
        enum Odd {
            Deep(u8),
        }
        assert_eq!(json(&[Odd::Deep(1)]), "");
        assert_eq!(json(&std::collections::BTreeMap::from([(1, 2)])), "");
    }
}
