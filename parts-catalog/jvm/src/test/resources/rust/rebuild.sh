#!/usr/bin/env bash
# Builds the Rust template and records which source its program was made of. Needs a Rust with a WASI target;
# on Debian 12: apt-get install cargo libstd-rust-dev-wasm32 lld-14
set -euo pipefail
cd "$(dirname "$0")"
template=$PWD/../../../../../templates/rust
target=${TARGET:-wasm32-wasip1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$template"/. "$work"
(cd "$work" && "${CARGO:-cargo}" build --offline --release --target "$target")
cp "$work/target/$target/release/part.wasm" part.wasm
(cd "$template" && sha256sum Cargo.toml src/*.rs) > sources.sha256
