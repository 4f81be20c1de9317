//! The picture as PNG: our own SVG, drawn with the one font that travels with the command line.

use core::fmt;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

/// The font of pictures; `fonts/README.md` says where it comes from.
static FACES: [&[u8]; 3] = [
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoSansMath-Regular.ttf"),
];

/// Turns pictures made by [`super::svg`] into pixels; it asks the machine for no font and no file.
#[derive(Clone, Debug)]
pub struct Pixels {
    fonts: Arc<Database>,
}

/// Why a picture cannot be drawn as pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPixels(String);

impl fmt::Display for NoPixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the picture cannot be drawn as PNG: {}", self.0)
    }
}

impl std::error::Error for NoPixels {}

impl Default for Pixels {
    fn default() -> Self {
        let mut fonts = Database::new();
        for face in FACES {
            fonts.load_font_data(face.to_vec());
        }
        fonts.set_sans_serif_family("Noto Sans");
        Self { fonts: Arc::new(fonts) }
    }
}

impl Pixels {
    /// The picture as a PNG file, a pixel for each CSS pixel.
    ///
    /// # Errors
    /// When the text is no SVG that can be drawn; what [`super::svg`] makes can be.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, NoPixels> {
        let options =
            Options { fontdb: Arc::clone(&self.fonts), font_family: "Noto Sans".to_owned(), ..Options::default() };
        let tree = Tree::from_str(svg, &options).map_err(|error| NoPixels(error.to_string()))?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(|| NoPixels("it has no size".into()))?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| NoPixels(error.to_string()))
    }
}
