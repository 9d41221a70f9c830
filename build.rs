//! Puts the collection into the binary, where the feature `bundled` asks for it. Without it, this writes an empty list,
//! and editing an event compiles nothing.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let mut names = Vec::new();
    if env::var_os("CARGO_FEATURE_BUNDLED").is_some() {
        println!("cargo:rerun-if-changed=events");
        collect(Path::new("events"), &mut names);
        names.sort();
    }
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let entries: String = names
        .iter()
        .map(|name| {
            format!("({:?}, include_bytes!({:?}) as &[u8]),\n", &name["events/".len()..], format!("{root}/{name}"))
        })
        .collect();
    let out = env::var("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&out).join("collection.rs"), format!("&[{entries}]")) {
        println!("cargo:warning=cannot list the collection: {error}");
    }
}

fn collect(folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, names);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            names.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
}
