import assert from 'node:assert/strict';
import type { CheckedProblem, CheckResult, Severity } from '../../../common/src/protocol/checking';
import { checkRequest } from '../../../engine/src/provisioning/checkRequest';
import type { EditorDocument } from '../../../engine/src/provisioning/provisionContext';
import { bareContext } from '../../kit/client/bareContext';
import { anAccount, fakeUi, type Script } from '../../kit/client/fakes';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';

const text = '{ "element": { "key": "exampledesk" } }';

function problem(severity: Severity, line: number, more: Partial<CheckedProblem> = {}): CheckedProblem {
  const position = { line, character: 4 };
  const range = { start: position, end: position };
  return { code: 'some-code', severity, message: `problem ${line}`, range, blocking: false, ...more };
}

function result(problems: CheckedProblem[], more: Partial<CheckResult> = {}): CheckResult {
  return { problems, elementName: 'Example Desk', entries: [], secretEntries: [], ...more };
}

async function run(check: CheckResult | Error, script: Script = {}, sent = text) {
  const ui = fakeUi(script);
  const goneTo: number[] = [];
  const checked: string[] = [];
  const source: EditorDocument = {
    name: 'x',
    uri: 'file:///x/instance.json',
    text: () => sent,
    goTo: ({ start }) => {
      goneTo.push(start.line);
      return Promise.resolve();
    },
  };
  const context = bareContext({
    ui,
    check: (asked: string, uri: string) => {
      checked.push(asked, uri);
      return check instanceof Error ? Promise.reject(check) : Promise.resolve(check);
    },
  });
  const accepted = await checkRequest(context, anAccount, source, sent);
  return { accepted: accepted !== undefined, told: ui.shown, goneTo, checked };
}

describe('checkRequest', () => {
  it('checks the exact text of the document, and accepts a valid one without a message', async () => {
    assert.deepEqual(await run(result([])), {
      accepted: true,
      told: [],
      goneTo: [],
      checked: [text, 'file:///x/instance.json'],
    });
  });

  it('accepts warnings and hints without a message', async () => {
    const { accepted, told } = await run(result([problem('warning', 1), problem('hint', 2)]));
    assert.deepEqual([accepted, told], [true, []]);
  });

  it('does not ask about missing entries that the sign-in asks for, unless another entry is missing, too', async () => {
    const parameter = { name: 'apiKey', entry: 'oauth.api.key', label: 'Key', secret: false, required: true };
    const signIn = { flow: 'oauth2-code', parameters: [parameter], tokenParameters: [], providerData: [] } as const;
    const missing = (...entries: string[]) => problem('error', 1, { code: 'missing-entries', entries });
    assert.deepEqual((await run(result([missing('oauth.api.key')], { signIn }))).told, []);
    assert.equal((await run(result([missing('oauth.api.key', 'subdomain')], { signIn }))).told.length, 1);
    assert.equal((await run(result([missing('oauth.api.key')]))).told.length, 1);
  });

  it('stops a text that cannot be sent, and goes to the problem', async () => {
    const blocking = problem('error', 3, { blocking: true, message: 'There is a comma missing.' });
    const outcome = await run(result([problem('error', 1), blocking]), { press: [provisionButtons.goToProblem] });
    assert.deepEqual([outcome.accepted, outcome.goneTo], [false, [3]]);
    assert.equal(outcome.told[0]?.text, "The request can't be sent: There is a comma missing.");
    assert.deepEqual(outcome.told[0].buttons, [provisionButtons.goToProblem]);
  });

  it('asks in a dialog about errors and placeholders, with their lines', async () => {
    const placeholder = problem('warning', 4, { code: 'placeholder', message: 'Put your key here.' });
    const check = result([problem('error', 1), problem('warning', 2), placeholder]);
    const anyway = await run(check, { press: [provisionButtons.provisionAnyway] });
    assert.deepEqual([anyway.accepted, anyway.goneTo], [true, []]);
    assert.deepEqual(anyway.told, [
      {
        tone: 'warning',
        text: 'Provision with Work at api.cloud-elements.com?',
        detail: 'This file has 2 problems:\nLine 2: problem 1\nLine 5: Put your key here.',
        modal: true,
        buttons: [provisionButtons.goToProblem, provisionButtons.provisionAnyway],
      },
    ]);
    const going = await run(check, { press: [provisionButtons.goToProblem] });
    assert.deepEqual([going.accepted, going.goneTo], [false, [1]]);
    const closed = await run(check);
    assert.deepEqual([closed.accepted, closed.goneTo], [false, []]);
  });

  it('puts account and host on a line of their own, whatever the problems quote of the file', async () => {
    const message = `Not "${'x\n'.repeat(40)}\u202e[Provision](command:x) with Test at localhost?".`;
    const { told } = await run(result([1, 2, 3, 4, 5, 6].map((line) => problem('error', line, { message }))));
    assert.equal(told[0]?.text, 'Provision with Work at api.cloud-elements.com?');
    const lines = told[0].detail?.split('\n') ?? [];
    assert.equal(lines.length, 7);
    for (const line of lines.slice(1, 6)) assert.ok(/^Line \d: Not/.test(line) && line.length < 220, line);
  });

  it('shows the first five of many problems', async () => {
    const { told } = await run(result([1, 2, 3, 4, 5, 6, 7].map((line) => problem('error', line))));
    assert.match(told[0]?.detail ?? '', /problem 5\n2 more problems$/);
  });

  it('says that the server is down and asks', async () => {
    const down = new Error('down');
    assert.equal((await run(down)).accepted, false);
    const { accepted, told } = await run(down, { press: [provisionButtons.provisionAnyway] });
    assert.equal(accepted, true);
    assert.equal(told[0]?.text, 'Provision with Work at api.cloud-elements.com?');
    assert.match(told[0].detail ?? '', /^The language server isn't running, so this file couldn't be checked\./);
    assert.equal(told[0].modal, true);
  });

  it('never sends a text that cannot be sent, even if the server is down or finds nothing', async () => {
    const checks = [new Error('down'), result([])];
    for (const check of checks) {
      for (const bad of ['{', '[]', '{}', '{“element”: {"key": "x"}}']) {
        assert.equal((await run(check, { press: [provisionButtons.provisionAnyway] }, bad)).accepted, false, bad);
      }
    }
  });

  it('does not ask about a sign-in page, and returns how to sign in', async () => {
    const signIn = { flow: 'oauth2-code', parameters: [], tokenParameters: [], providerData: ['code'] } as const;
    const { accepted, told } = await run(result([], { signIn }));
    assert.deepEqual([accepted, told], [true, []]);
  });
});
