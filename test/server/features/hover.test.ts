import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { hover } from '../../../server/src/features/hover';
import { catalog } from '../../kit/catalog';
import { readCursor } from '../../kit/cursor';

/** What hovering at the cursor (`|`) says, and of which text. */
function hovered(marked: string): { readonly words: string; readonly of: string } | null {
  const { text, offset } = readCursor(marked);
  const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
  const answer = hover(document, catalog, document.text.positionAt(offset));
  if (!answer) return null;
  assert.ok(MarkupContent.is(answer.contents));
  return { words: answer.contents.value, of: document.text.getText(answer.range) };
}

const element = '"element": { "key": "helpscout" }';
const configured = (configuration: string): string => `{ ${element}, "configuration": { ${configuration} } }`;
const apiKey = /^\*\*API Key\*\* \(required, secret\)\n\nHelp Scout API key, not a user name\./;

const rows: readonly (readonly [name: string, marked: string, words: RegExp, of: string])[] = [
  ['a required secret, at its name', configured('"user|name": "x"'), apiKey, '"username"'],
  ['a required secret, at its value', configured('"username": "x|yz"'), apiKey, '"xyz"'],
  [
    'an entry with an example',
    configured('|"mailbox.name": "x"'),
    /^\*\*Mailbox Name\*\* \(required\)[^]*Example: `Customer Support`$/,
    '"mailbox.name"',
  ],
  [
    'an optional entry with a default',
    configured('"event.notification|.enabled": true'),
    /^\*\*Events Enabled\*\* \(optional\)[^]*Default: `false`$/,
    '"event.notification.enabled"',
  ],
  [
    'an entry of another way of signing in',
    '{ "element": { "key": "hubspot" }, "configuration": { "hubspot.auth|orization.apikey": "x", "authentication.type": "oauth2" } }',
    /\(for API key, secret\)/,
    '"hubspot.authorization.apikey"',
  ],
  ['a bare value', configured('"event.notification.enabled": t|rue'), /^\*\*Events Enabled\*\*/, 'true'],
  ['an entry with choices', configured('"event.vendor.type": "|"'), /One of `polling`, `webhook`$/, '""'],
  [
    'an entry that the platform fills in',
    configured('"pagination|.max": 1'),
    /^\*\*Pagination Max\*\* \(filled in by the platform\)/,
    '"pagination.max"',
  ],
  [
    'the element, at its name',
    '{ "el|ement": { "key": "helpscout" } }',
    /^\*\*Help Scout\*\* \(helpdesk hub\)[^]*\*\*First:\*\*/,
    '"element"',
  ],
  [
    'the element, at its key',
    '{ "element": { "key": "help|scout" } }',
    /^\*\*Help Scout\*\* \(helpdesk hub\)/,
    '"helpscout"',
  ],
  [
    'an element that nobody knows',
    '{ "element": { "key": "un|heardof" } }',
    /^\*\*Element Key\*\*\n\nShort name/,
    '"unheardof"',
  ],
  ['a member', '{ "ta|gs": [] }', /^\*\*Tags\*\*\n\nWords of your own/, '"tags"'],
  ['an item of a list', '{ "tags": ["|a"] }', /^\*\*Tags\*\*/, '"a"'],
  [
    'a member of a member',
    '{ "oauthProxy": { "isOauth|Proxy": true } }',
    /^\*\*Use an OAuth Proxy\*\*/,
    '"isOauthProxy"',
  ],
  [
    'a name in curly quotes',
    '{ “element”: { “key”: “helpscout” }, “configuration”: { “user|name”: “x” } }',
    apiKey,
    '“username”',
  ],
  ['an entry in a text that breaks off', `{ ${element}, "configuration": { "user|name": `, apiKey, '"username"'],
];

describe('hover', () => {
  for (const [name, marked, words, of] of rows) {
    it(`describes ${name}`, () => {
      const answer = hovered(marked);
      assert.match(answer?.words ?? '', words);
      assert.equal(answer?.of, of);
    });
  }

  it('tells the default of a required entry', () => {
    const other = '{ "element": { "key": "twilio" }, "configuration": { "messaging.sms.twilio.pro|tocol": "x" } }';
    assert.match(hovered(other)?.words ?? '', /^\*\*Protocol\*\* \(required\)[^]*Default: `sms`/);
  });

  for (const [name, marked] of [
    ['an unknown entry', configured('"co|lor": 1')],
    ['an entry of an unknown element', '{ "element": { "key": "x" }, "configuration": { "user|name": "x" } }'],
    ['an unknown member', '{ "co|lor": 1 }'],
    ['what is within an entry', configured('"event.poller.configuration": { "a|b": 1 }')],
    ['a brace', '{| "name": "x" }'],
    ['a comma', '{ "name": "x"|, "tags": [] }'],
    ['an empty file', '|'],
    ['the end of the file', '{}|'],
  ] as const) {
    it(`says nothing of ${name}`, () => {
      assert.equal(hovered(marked), null);
    });
  }
});
