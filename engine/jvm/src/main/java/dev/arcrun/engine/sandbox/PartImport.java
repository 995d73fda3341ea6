package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.wasm.types.FunctionType;

/** A function a part imports, and what it gets for it. */
record PartImport(HostImport given, FunctionType type) {}
