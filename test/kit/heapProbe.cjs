// Loaded into a server with --require and --expose-gc: tells, when asked, what the heap holds after everything has been
// collected that can be. Nothing is built into the product for it.
process.on('message', () => {
  globalThis.gc();
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
