/** `npm run sandbox`: starts the sandbox alone and says how to reach it. */
import { parseArgs } from 'node:util';
import { startSandbox } from './server';
import { isDuration } from './sandboxSettings';

const usage = `Usage: npm run sandbox -- [--port <number>] [--latency <milliseconds>|realistic]
  --port     port on 127.0.0.1, 0 for any free one (default 8088)
  --latency  how long creating an instance takes (default 0; realistic is 9000 to 26000 at random)`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8088' },
      latency: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = readNumber(values.port, '--port', (number) => number <= 65_535);
  const latency = values.latency === 'realistic' ? values.latency : readNumber(values.latency, '--latency', isDuration);
  const sandbox = await startSandbox({ port, latency });
  console.log(`Sandbox of the Cloud Elements platform. Everything in it is made up, kept in memory, and gone when it ends.

  URL                  ${sandbox.url}
  User secret          ${sandbox.secrets.user}
  Organization secret  ${sandbox.secrets.organization}

Press Ctrl+C to end it.`);
  const end = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function readNumber(text: string, flag: string, isAllowed: (number: number) => boolean): number {
  if (/^\d+$/.test(text) && isAllowed(Number(text))) return Number(text);
  throw new Error(`${flag} cannot be "${text}".\n${usage}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
