// Loaded into a server with --require: tells what a test asks of the process. Nothing is built into the product for it.
const answers = {
  /** Bytes on the heap after everything has been collected that can be; needs --expose-gc. */
  heap() {
    globalThis.gc();
    globalThis.gc();
    return process.memoryUsage().heapUsed;
  },
  /** Milliseconds of processor time that the process has used so far. */
  work() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};
process.on('message', (question) => process.send(answers[question]()));
