//! A plotters backend that writes a picture as a list of operations, which JavaScript draws in one go.
//!
//! A call from wasm into a 2d context for each colour, width, face and mark takes longer than the drawing. Here one
//! call hands over a whole picture, as numbers; and since a list can be sent on, a worker can draw it. What differs
//! from the operation before is written alone. Colours, faces and texts are strings that JavaScript keeps in one table;
//! an operation names them by their place in it, and each is handed over once.
//!
//! `www/paint.js` draws a list: the numbers of the operations and their arguments are the same there.

use core::cmp::Ordering;
use core::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::render::{Device, Extras, Face, HALO};
use crate::scene::{Color, Dash, Point};

/// Fills from here on have a colour.
const FILL: i32 = 0;
/// Lines from here on have a colour.
const STROKE: i32 = 1;
/// Texts from here on have a face.
const FONT: i32 = 2;
/// Texts from here on have this point of theirs at their place.
const ALIGN: i32 = 3;
/// Lines from here on have a width.
const WIDTH: i32 = 4;
/// Lines from here on are dashed: length of a dash, length of a gap; both 0 for whole lines.
const DASH: i32 = 5;
/// A line through places: how many, then each.
const PATH: i32 = 6;
/// A filled polygon: how many places, then each.
const AREA: i32 = 7;
/// A filled disc: its centre and its radius.
const DISC: i32 = 8;
/// A circle: its centre and its radius.
const CIRCLE: i32 = 9;
/// A text, and its place.
const TEXT: i32 = 10;
/// The outline of a text's letters, and its place.
const OUTLINE: i32 = 11;

/// A list begins with the width and the height of the canvas in device pixels, and how many device pixels a unit of the
/// list is, times this number.
const SCALE: f64 = 1_048_576.0;

/// How many strings the table holds before it is begun anew.
const MOST_STRINGS: usize = 8192;
/// How many colours: a fade makes new ones in each frame, and no picture has so many.
const MOST_COLORS: usize = 1024;
/// Stands between two strings that are handed over.
const SEPARATOR: char = '\u{1f}';

/// A face: its size in the backend's units, and whether it is bold.
type FaceKey = (u32, bool);

/// The places of the strings of one kind in the table, in their order.
struct Places<K>(Vec<(K, i32)>);

impl<K> Places<K> {
    /// The place of the string that `compare` finds, or where its place belongs here.
    fn find(&self, compare: impl Fn(&K) -> Ordering) -> Result<i32, usize> {
        self.0.binary_search_by(|(key, _)| compare(key)).map(|index| self.0[index].1)
    }
}

/// What JavaScript has of the table of strings, and what it has yet to be given.
struct Table {
    colors: Places<u32>,
    faces: Places<FaceKey>,
    texts: Places<String>,
    /// How many strings JavaScript has.
    known: u32,
    /// How many there are.
    all: u32,
    /// Those that JavaScript has not.
    fresh: String,
}

impl Table {
    const fn new() -> Self {
        Self {
            colors: Places(Vec::new()),
            faces: Places(Vec::new()),
            texts: Places(Vec::new()),
            known: 0,
            all: 0,
            fresh: String::new(),
        }
    }

    fn add(&mut self, text: &str) -> i32 {
        if self.all > self.known {
            self.fresh.push(SEPARATOR);
        }
        self.fresh.push_str(text);
        self.all += 1;
        self.all.cast_signed() - 1
    }

    fn color(&mut self, color: u32) -> i32 {
        self.colors.find(|key| key.cmp(&color)).unwrap_or_else(|index| {
            let place = self.add(&format!("#{color:08x}"));
            self.colors.0.insert(index, (color, place));
            place
        })
    }

    fn face(&mut self, face: FaceKey, family: &str) -> i32 {
        self.faces.find(|key| key.cmp(&face)).unwrap_or_else(|index| {
            let weight = if face.1 { "bold" } else { "normal" };
            let place = self.add(&format!("{weight} {}px {family}", face.0));
            self.faces.0.insert(index, (face, place));
            place
        })
    }

    fn text(&mut self, text: &str) -> i32 {
        self.texts.find(|key| key.as_str().cmp(text)).unwrap_or_else(|index| {
            let place = self.add(text);
            self.texts.0.insert(index, (text.to_owned(), place));
            place
        })
    }
}

/// The list of one canvas, and what is kept of it from picture to picture.
pub(super) struct List {
    numbers: Vec<i32>,
    table: Table,
}

impl List {
    pub(super) const fn new() -> Self {
        Self { numbers: Vec::new(), table: Table::new() }
    }

    /// A backend for the next picture, of that size in device pixels, its units scaled by `scale`.
    pub(super) fn begin(&mut self, size: (u32, u32), scale: f64) -> ListBackend<'_> {
        self.numbers.clear();
        let head = [size.0.cast_signed(), size.1.cast_signed(), libm::round(scale * SCALE) as i32];
        self.numbers.extend_from_slice(&head);
        if self.table.all as usize > MOST_STRINGS || self.table.colors.0.len() > MOST_COLORS {
            self.table = Table::new();
        }
        self.table.known = self.table.all;
        self.table.fresh.clear();
        ListBackend { list: self, size, fill: None, stroke: None, width: None, face: None, align: None }
    }

    /// The operations of the picture.
    pub(super) fn numbers(&self) -> &[i32] {
        &self.numbers
    }

    /// The strings that the picture adds to the table, and from which place on.
    pub(super) fn fresh(&self) -> (u32, &str) {
        (self.table.known, &self.table.fresh)
    }
}

/// The backend, for one picture.
pub(super) struct ListBackend<'a> {
    list: &'a mut List,
    size: (u32, u32),
    // What was written last.
    fill: Option<u32>,
    stroke: Option<u32>,
    width: Option<u32>,
    face: Option<FaceKey>,
    align: Option<&'static str>,
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl ListBackend<'_> {
    fn write(&mut self, numbers: &[i32]) {
        self.list.numbers.extend_from_slice(numbers);
    }

    fn set_fill(&mut self, color: BackendColor) {
        let key = key(color);
        if self.fill.replace(key) != Some(key) {
            let place = self.list.table.color(key);
            self.write(&[FILL, place]);
        }
    }

    fn set_stroke(&mut self, color: BackendColor, width: u32) {
        let key = key(color);
        if self.stroke.replace(key) != Some(key) {
            let place = self.list.table.color(key);
            self.write(&[STROKE, place]);
        }
        if self.width.replace(width) != Some(width) {
            self.write(&[WIDTH, width.cast_signed()]);
        }
    }

    fn set_face<S: BackendTextStyle>(&mut self, style: &S) {
        let face = (style.size() as u32, matches!(style.style(), FontStyle::Bold));
        if self.face.replace(face) != Some(face) {
            let place = self.list.table.face(face, style.family().as_str());
            self.write(&[FONT, place]);
        }
        let align = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        };
        if self.align.replace(align) != Some(align) {
            let place = self.list.table.text(align);
            self.write(&[ALIGN, place]);
        }
    }

    fn write_text(&mut self, operation: i32, text: &str, (x, y): BackendCoord) {
        let place = self.list.table.text(text);
        self.write(&[operation, place, x, y]);
    }

    fn write_path(&mut self, operation: i32, path: impl IntoIterator<Item = BackendCoord>) {
        let start = self.list.numbers.len();
        self.write(&[operation, 0]);
        for (x, y) in path {
            self.write(&[x, y]);
        }
        let numbers = &mut self.list.numbers;
        numbers[start + 1] = ((numbers.len() - start) / 2 - 1) as i32;
    }
}

/// A colour as `0xRRGGBBAA`.
fn key(color: BackendColor) -> u32 {
    let (red, green, blue) = color.rgb;
    u32::from_be_bytes([red, green, blue, (color.alpha * 255.0 + 0.5) as u8])
}

impl DrawingBackend for ListBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Outcome {
        self.set_fill(color);
        self.write_path(AREA, [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        self.set_stroke(style.color(), style.stroke_width());
        self.write_path(PATH, path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        self.set_fill(style.color());
        self.write_path(AREA, path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        if fill {
            self.set_fill(style.color());
            self.write(&[DISC, x, y, radius.cast_signed()]);
        } else {
            self.set_stroke(style.color(), style.stroke_width());
            self.write(&[CIRCLE, x, y, radius.cast_signed()]);
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Outcome {
        self.set_face(style);
        self.set_fill(style.color());
        self.write_text(TEXT, text, at);
        Ok(())
    }
}

/// A context strokes the outlines of letters, and dashes lines.
pub(super) struct OfContext;

impl Extras<ListBackend<'_>> for OfContext {
    fn halo(backend: &mut ListBackend<'_>, device: Device, text: &str, face: &Face, at: Point) -> Outcome {
        backend.set_face(face);
        backend.set_stroke(BackendTextStyle::color(face), device.width(2.0 * HALO * face.pixels));
        backend.write_text(OUTLINE, text, device.place(at));
        Ok(())
    }

    fn dashes(
        backend: &mut ListBackend<'_>,
        device: Device,
        points: &[Point],
        width: f64,
        color: Color,
        dash: Dash,
    ) -> Outcome {
        backend.write(&[DASH, device.width(dash.on).cast_signed(), device.width(dash.off).cast_signed()]);
        let done = crate::render::line(backend, device, points, width, color);
        backend.write(&[DASH, 0, 0]);
        done
    }
}
