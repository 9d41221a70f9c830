//! The files of a collection.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use sha2::{Digest, Sha256};

use super::{SourceId, in_shares};

/// The collection cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum SourcesError {
    /// The operating system refused.
    #[error("cannot read {}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// The text of a file, or why it has none.
#[derive(Debug, Clone)]
pub enum Text {
    /// Valid UTF-8; a byte order mark at its start is kept.
    Utf8(Box<str>),
    /// Not UTF-8: the byte at which it breaks, and whether the start looks like UTF-16.
    NotUtf8 {
        /// Offset of the first bad byte.
        at: usize,
        /// A UTF-16 byte order mark stands at the start.
        utf16: bool,
    },
}

/// One file as read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path as shown to the user: the folder given, then the way down, with `/`.
    pub path: String,
    /// The way down from the collection's folder, with `/`: `2019/us-2019-huawei-entity-list.yaml`.
    pub name: String,
    /// What stands in it.
    pub text: Text,
}

impl SourceFile {
    /// The last step of its name, without ending: `us-2019-huawei-entity-list`.
    pub fn stem(&self) -> &str {
        let last = self.name.rsplit('/').next().unwrap_or(&self.name);
        last.rsplit_once('.').map_or(last, |(stem, _)| stem)
    }

    /// The text; empty where the file has none.
    pub fn text(&self) -> &str {
        match &self.text {
            Text::Utf8(text) => text,
            Text::NotUtf8 { .. } => "",
        }
    }
}

/// All files of a collection, in the order of their names. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Arc<[SourceFile]>,
}

impl Sources {
    /// Reads every `.yaml` and `.yml` file under `folder`, but for hidden ones and those under `schema/`.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be read. A file that is not text is no error here; the parser reports it.
    pub fn read_dir(folder: impl AsRef<Path>) -> Result<Self, SourcesError> {
        let folder = folder.as_ref();
        let mut names = Vec::new();
        collect(folder, "", &mut names)?;
        names.sort();
        let shown = folder.to_string_lossy().replace('\\', "/");
        let shown = shown.trim_end_matches('/');
        let read = |name: &String| {
            let path = folder.join(name);
            let bytes = fs::read(&path).map_err(|error| SourcesError::Io { path, error })?;
            Ok(SourceFile { path: format!("{shown}/{name}"), name: name.clone(), text: decode(bytes) })
        };
        in_shares(&names, |_| 1, read).into_iter().collect::<Result<Vec<_>, _>>().map(Self::from_files)
    }

    /// A collection from memory: pairs of name and bytes, for tests and for a collection built into the program.
    pub fn from_memory<N: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (N, B)>) -> Self {
        let mut files: Vec<SourceFile> = files
            .into_iter()
            .map(|(name, bytes)| {
                let name = name.into();
                SourceFile { path: name.clone(), name, text: decode(bytes.into()) }
            })
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Self::from_files(files)
    }

    fn from_files(files: Vec<SourceFile>) -> Self {
        Self { files: files.into() }
    }

    /// The first twelve hexadecimal digits of the SHA-256 of all files, one behind the other in the order of their names:
    /// it says which state of a collection was read, whatever the machine. `docs/commands.md` gives the same in shell.
    pub fn fingerprint(&self) -> String {
        let mut hasher = Sha256::new();
        for file in self.files.iter() {
            hasher.update(file.text());
        }
        hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// All files with their ids, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        (0..).map(SourceId).zip(self.files.iter())
    }

    /// The file of that id.
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

fn decode(bytes: Vec<u8>) -> Text {
    match String::from_utf8(bytes) {
        Ok(text) => Text::Utf8(text.into_boxed_str()),
        Err(error) => {
            let bytes = error.as_bytes();
            let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            Text::NotUtf8 { at: error.utf8_error().valid_up_to(), utf16 }
        }
    }
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), SourcesError> {
    let failed = |error| SourcesError::Io { path: folder.to_owned(), error };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        let way = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if entry.file_type().map_err(failed)?.is_dir() {
            if way != "schema" {
                collect(&path, &way, names)?;
            }
        } else if (name.ends_with(".yaml") || name.ends_with(".yml")) && path.is_file() {
            names.push(way);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_of_all_files_in_the_order_of_their_names() {
        // The first digits of the digest of "abc" in FIPS 180-4.
        assert_eq!(Sources::from_memory([("b.yaml", "c"), ("a.yaml", "ab")]).fingerprint(), "ba7816bf8f01");
        assert_eq!(Sources::from_memory([("a.yaml", ""); 0]).fingerprint(), "e3b0c44298fc");
    }
}
