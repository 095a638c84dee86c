import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as failures from '../../engine/src/messages/failures';
import * as names from '../../engine/src/messages/names';
import * as provisioning from '../../engine/src/provisioning/messages';
import * as signIn from '../../engine/src/provisioning/signIn/messages';
import type { Account } from '../../engine/src/accounts/accounts';
import { inert } from '../../common/src/text/plainText';
import { anAccount } from '../kit/client/fakes';
import { failure, functionsOf, instance, loadMessages, rooms } from '../kit/messageSamples';

/** UTF-16 units of the longest message that VS Code shows whole. */
const mostOfMessage = 1_000;

/** Every row on values from outside, by file and name. */
const fromOutside = new Map<string, (x: string) => unknown>(
  Object.entries(rooms).flatMap(([file, { fromOutside: rows = {} }]) =>
    Object.entries(rows).map(([name, make]) => [`${file}: ${name}`, make] as const),
  ),
);

const linesOf = (value: unknown): string[] => [value].flat(2).map(String);
/** A message without what stands in quotes. A quoted sentence has its full stop within, or gets one behind. */
const aroundQuotes = (line: string): string => line.replace(/"[^"]*"\.?/g, '""');

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['40 line breaks', `a${'\r\n'.repeat(40)}b`],
  ['10,000 characters', 'x y'.repeat(4_000)],
  ['10,000 characters of two units', '😀 '.repeat(5_000)],
  ['another direction', '\u202e]moc.live.www'],
  ['words like ours', 'x". Nothing was sent. "'],
  ['words like ours in curly quotes', 'x”. Nothing was sent. “'],
  ['a link', '[Click](command:workbench.action.toggleDevTools)'],
  ['a link that falls together', '[Click]\u200b(https://example.com)'],
  ['an icon', '$(check) done'],
  ['quotes alone', '"""'],
  ['marks', `a${'\u0301'.repeat(2_000)} `],
];

describe('what comes from outside in words of ours', () => {
  const around = new Map(
    [...fromOutside].map(([name, make]) => [name, linesOf(make('a "harmless" text')).map(aroundQuotes)]),
  );

  function holds(name: string, text: string): void {
    const make = fromOutside.get(name) ?? assert.fail(name);
    const lines = linesOf(make(text));
    // All around it stays as it is, to the last sentence: it stands in quotes, and does not leave them.
    assert.deepEqual(lines.map(aroundQuotes), around.get(name), name);
    // And the window shows the line whole: one line, nothing to interpret, and not too long.
    for (const line of lines) assert.equal(line, inert(line, mostOfMessage), name);
  }

  for (const [what, text] of hostile) {
    it(`is quoted, in one line, and pushes nothing away: ${what}`, () => {
      for (const name of fromOutside.keys()) holds(name, text);
    });
  }

  it('is so, whatever it is', () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => `${text} "<`);
    const names = fc.constantFrom(...fromOutside.keys());
    fc.assert(fc.property(names, texts, holds), { numRuns: 40 });
  });

  it('is looked at in every function that there is', () => {
    const root = path.join(import.meta.dirname, '../..');
    const files = ['client/src', 'engine/src'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
        .filter((file) => /\/messages(?:\/\w+)?\.ts$/.test(file)),
    );
    assert.deepEqual(files.sort(), Object.keys(rooms).sort());
    for (const [file, { fromOutside: rows = {}, ofOurs = [], data = [] }] of Object.entries(rooms)) {
      const there = functionsOf(loadMessages(file));
      assert.deepEqual([...there.keys()].sort(), [...Object.keys(rows), ...ofOurs, ...data].sort(), file);
    }
  });

  it('leaves names that are plain as they are', () => {
    assert.equal(names.elementWord('Act! Premium (CRM)'), 'Act! Premium (CRM)');
    assert.equal(names.elementWord(names.describeElement('mykey', undefined)), '"mykey"');
    assert.equal(
      names.describeInstance({ ...instance('7'), name: 'desk', elementName: 'Help Scout' }),
      'Instance "desk" of Help Scout (ID 7)',
    );
    assert.equal(signIn.waitingFor.elsewhere('[::1]:8089').includes(' [::1]:8089,'), true);
  });

  it('is a time to wait only where it is seconds or a date', () => {
    const words = (retryAfter: string) => failures.failureMessage({ ...failure('too-many', 'x'), retryAfter }, 'Work');
    assert.match(words('30'), /Run Provision Instance again in 30 seconds\./);
    assert.match(
      words('Mon, 05 Jan 2026 09:31:00 GMT'),
      /Run Provision Instance again after Mon, 05 Jan 2026 09:31:00 GMT\./,
    );
    for (const text of ['soon', '1e9', '-1', '99999999', '30\n', 'Mon, 05 Jan 2026 09:31:00 GMT. Now']) {
      assert.match(words(text), /Wait a minute, then run Provision Instance again\./);
    }
  });

  it('is the line of a problem, however much of the file it quotes', () => {
    const line = provisioning.problemLine(3, `Not "${'x\n'.repeat(400)}".`);
    assert.deepEqual([line, line.length <= 210, line.startsWith('Line 3: Not "x x ')], [inert(line, 300), true, true]);
    assert.ok(provisioning.cannotBeSent('x '.repeat(5_000)).length < 250);
  });

  it('cannot make the line of account and host longer than it may be', () => {
    const account: Account = { ...anAccount, label: 'x\n'.repeat(500) };
    const host = `${'a.'.repeat(200)}evil.example`;
    const line = provisioning.provisionWith(account.label, host);
    assert.ok(line.length < 200 && line.endsWith('.evil.example?'), line);
  });
});
