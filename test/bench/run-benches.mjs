// Plain JavaScript on purpose: an older Node must get as far as this sentence.
if (Number(process.versions.napi) < 10) {
  console.error(
    `The benchmarks need Node 24.15 or newer; this is ${process.version}. Install Node 24, then run npm ci again.`,
  );
  process.exit(2);
}
await import('./run-benches.ts');
