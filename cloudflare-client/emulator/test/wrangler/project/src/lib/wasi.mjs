export const sum = (module) => new WebAssembly.Instance(module).exports.add(1, 2);
