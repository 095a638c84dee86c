import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationToken } from 'vscode-languageserver';
import { createGuard } from '../../../server/src/connection/guard';

/** What the log says of a request that throws this. */
async function logged(error: unknown): Promise<string> {
  const lines: string[] = [];
  const guard = createGuard({ error: (line: string) => lines.push(line) });
  const run = (): never => {
    throw error;
  };
  assert.equal(await guard('hover', 'nothing', run)({}, CancellationToken.None), 'nothing');
  return lines.join('\n');
}

describe('the log of a request that fails', () => {
  it('says the kind of the error and where it was, and nothing of its message', async () => {
    const said = await logged(new RangeError('Invalid: "hunter2"'));
    assert.match(said, /^hover failed: RangeError\n {4}at .*guard\.test\.ts:\d+:\d+/);
    assert.ok(!said.includes('hunter2'));
  });

  it('has no text of a document, however that looks', async () => {
    const secret = 'sEcReT';
    const texts = fc.array(fc.constantFrom(secret, '\n', '    at ', '(', 'x.ts:1:2', ')', ': ', 'Error', '$&'), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (pieces) => {
        const message = `${pieces.join('')} ${secret}`;
        const named = Object.assign(new Error(message), { name: message });
        const changed = new Error('x');
        changed.message = message;
        const stackless = Object.assign(new Error(message), { stack: undefined });
        for (const error of [new SyntaxError(message), named, changed, stackless, message, { message }]) {
          assert.ok(!(await logged(error)).includes(secret));
        }
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});
