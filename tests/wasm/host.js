// The same host in Node: `node host.js decider.wasm COUNT`. The module gets nothing to import: an evaluator needs neither
// files nor a clock.
const fs = require("fs");

const program = new WebAssembly.Module(fs.readFileSync(process.argv[2]));
const { memory, _initialize, decided, decided_size } = new WebAssembly.Instance(program, {}).exports;
if (_initialize) _initialize();

const decoder = new TextDecoder();
const lines = [];
for (let number = 0; number < Number(process.argv[3]); ++number) {
    const address = decided(number);
    lines.push(decoder.decode(new Uint8Array(memory.buffer, address, decided_size())) + "\n");
}
process.stdout.write(lines.join(""));
