import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { entryLabels } from '../../../server/src/features/entryLabels';
import { hover } from '../../../server/src/features/hover';
import { catalog } from '../../kit/catalog';
import { readCursor } from '../../kit/cursor';

/** The Markdown of the hover at the cursor (`|`), and the text that it describes. */
function hovered(marked: string): { readonly markdown: string; readonly of: string } | null {
  const { text, offset } = readCursor(marked);
  const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
  const answer = hover(document, catalog, document.text.positionAt(offset));
  if (!answer) return null;
  assert.ok(MarkupContent.is(answer.contents));
  return { markdown: answer.contents.value, of: document.text.getText(answer.range) };
}

const element = '"element": { "key": "helpscout" }';
const configured = (configuration: string): string => `{ ${element}, "configuration": { ${configuration} } }`;
const apiKey = `**API Key** (${entryLabels.requiredSecret})\n\nHelp Scout API key, not a user name.`;

/** The Markdown starts with the first part, and contains the others after it. */
const rows: readonly (readonly [name: string, marked: string, parts: string | readonly string[], of: string])[] = [
  ['a required secret, at its key', configured('"user|name": "x"'), apiKey, '"username"'],
  ['a required secret, at its value', configured('"username": "x|yz"'), apiKey, '"xyz"'],
  [
    'an entry with an example',
    configured('|"mailbox.name": "x"'),
    [`**Mailbox Name** (${entryLabels.required})`, entryLabels.example('`Customer Support`')],
    '"mailbox.name"',
  ],
  [
    'an optional entry with a default',
    configured('"event.notification|.enabled": true'),
    [`**Events Enabled** (${entryLabels.optional})`, entryLabels.default('`false`')],
    '"event.notification.enabled"',
  ],
  [
    'an entry of another authentication method',
    '{ "element": { "key": "hubspot" }, "configuration": { "hubspot.auth|orization.apikey": "x", "authentication.type": "oauth2" } }',
    `**HubSpot API Key** (${entryLabels.requiredSecretFor(['API key'])})`,
    '"hubspot.authorization.apikey"',
  ],
  ['a value without quotes', configured('"event.notification.enabled": t|rue'), '**Events Enabled**', 'true'],
  [
    'an entry with choices',
    configured('"event.vendor.type": "|"'),
    ['**Event Type**', entryLabels.choices(['`polling`', '`webhook`'])],
    '""',
  ],
  [
    'an entry that the platform fills in',
    configured('"pagination|.max": 1'),
    `**Pagination Max** (${entryLabels.filledByPlatform})`,
    '"pagination.max"',
  ],
  [
    'the element, at the property',
    '{ "el|ement": { "key": "helpscout" } }',
    [`**Help Scout** (${entryLabels.hub('helpdesk')})`, entryLabels.setup('In Help Scout')],
    '"element"',
  ],
  [
    'the element, at its key',
    '{ "element": { "key": "help|scout" } }',
    `**Help Scout** (${entryLabels.hub('helpdesk')})`,
    '"helpscout"',
  ],
  ['an unknown element', '{ "element": { "key": "un|heardof" } }', '**Element Key**\n\nShort name', '"unheardof"'],
  ['a property', '{ "ta|gs": [] }', '**Tags**\n\nWords of your own', '"tags"'],
  ['an item of an array', '{ "tags": ["|a"] }', '**Tags**', '"a"'],
  [
    'a property of an object',
    '{ "oauthProxy": { "isOauth|Proxy": true } }',
    '**Use an OAuth Proxy**',
    '"isOauthProxy"',
  ],
  [
    'a key in curly quotes',
    '{ “element”: { “key”: “helpscout” }, “configuration”: { “user|name”: “x” } }',
    apiKey,
    '“username”',
  ],
  ['an entry in incomplete text', `{ ${element}, "configuration": { "user|name": `, apiKey, '"username"'],
];

function assertParts(markdown: string, [first = '', ...others]: readonly string[]): void {
  assert.ok(markdown.startsWith(first), markdown);
  for (const part of others) assert.ok(markdown.includes(part, first.length), `${part} in ${markdown}`);
}

describe('hover', () => {
  for (const [name, marked, parts, of] of rows) {
    it(`describes ${name}`, () => {
      const answer = hovered(marked);
      assertParts(answer?.markdown ?? '', [parts].flat());
      assert.equal(answer?.of, of);
    });
  }

  it('includes the default of a required entry', () => {
    const other = '{ "element": { "key": "twilio" }, "configuration": { "messaging.sms.twilio.pro|tocol": "x" } }';
    const parts = [`**Protocol** (${entryLabels.required})`, entryLabels.default('`sms`')];
    assertParts(hovered(other)?.markdown ?? '', parts);
  });

  for (const [name, marked] of [
    ['an unknown entry', configured('"co|lor": 1')],
    ['an entry of an unknown element', '{ "element": { "key": "x" }, "configuration": { "user|name": "x" } }'],
    ['an unknown property', '{ "co|lor": 1 }'],
    ['a property of an entry', configured('"event.poller.configuration": { "a|b": 1 }')],
    ['a brace', '{| "name": "x" }'],
    ['a comma', '{ "name": "x"|, "tags": [] }'],
    ['an empty file', '|'],
    ['the end of the file', '{}|'],
  ] as const) {
    it(`is empty for ${name}`, () => {
      assert.equal(hovered(marked), null);
    });
  }
});
