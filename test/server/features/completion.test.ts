import assert from 'node:assert/strict';
import { InsertTextFormat } from 'vscode-languageserver';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { entryLabels } from '../../../server/src/features/entryLabels';
import { catalog, requestFor } from '../../kit/catalog';
import { applied, completions, labels } from '../../kit/completions';
import { readCursor } from '../../kit/cursor';
import { assertCompletion, assertStaysJson } from '../../kit/invariants';

const element = '"element": { "key": "helpscout" }';
const configured = (configuration: string): string => `{ ${element}, "configuration": { ${configuration} } }`;

/** A text with the cursor (`|`), the label of the item to insert, and the resulting text. */
type Row = readonly [name: string, marked: string, label: string, after: string];

const sections: Readonly<Record<string, readonly Row[]>> = {
  'properties of a request': [
    ['in an empty object', '{|}', 'name', '{"name": ""}'],
    ['in an object of several lines', '{\n  |\n}', 'tags', '{\n  "tags": [""]\n}'],
    ['for an unquoted word', '{ na| }', 'name', '{ "name": "" }'],
    ['in a closed string', '{ "na|" }', 'name', '{ "name": "" }'],
    ['in a string that is never closed', '{ "na| }', 'name', '{ "name": "" }'],
    [
      'in a string that is never closed, on a line of its own',
      '{\n  "na|\n  "tags": []\n}',
      'name',
      '{\n  "name": "",\n  "tags": []\n}',
    ],
    ['at the end of incomplete text', '{ "na|', 'name', '{ "name": ""'],
    ['after a comma', `{ ${element}, | }`, 'name', `{ ${element}, "name": "" }`],
    ['where the comma before is missing', `{ ${element}\n  |\n}`, 'name', `{ ${element},\n  "name": ""\n}`],
    ['in quotes where the comma before is missing', `{ ${element} "|" }`, 'name', `{ ${element}, "name": "" }`],
    [
      'after a comment where the comma before is missing',
      `{ ${element} // x\n | }`,
      'name',
      `{ ${element}, // x\n "name": "" }`,
    ],
    ['before a property', `{\n  |\n  ${element}\n}`, 'name', `{\n  "name": "",\n  ${element}\n}`],
    [
      'between two properties without any comma',
      `{ "name": "x" "tag|" ${element} }`,
      'tags',
      `{ "name": "x", "tags": [""], ${element} }`,
    ],
    ['over a key that has a value', `{ ${element}, "na|me": "x" }`, 'tags', `{ ${element}, "tags": "x" }`],
    ['over a misspelled key that has a value', '{ "elem|nt" : {} }', 'element', '{ "element" : {} }'],
    ['the element', '{ "el|" }', 'element', '{ "element": {\n\t"key": ""\n} }'],
    [
      'configuration, with what the element requires',
      `{ ${element}, "conf|" }`,
      'configuration',
      `{ ${element}, "configuration": {\n\t"username": "",\n\t"password": "",\n\t"mailbox.name": ""\n} }`,
    ],
    ['configuration, of no element', '{ "conf|" }', 'configuration', '{ "configuration": {\n\t\n} }'],
    ['true or false', `{ ${element}, "eventsEnabled": | }`, 'true', `{ ${element}, "eventsEnabled": true }`],
    ['in a request with a $schema', '{ "$schema": "x", "na|" }', 'name', '{ "$schema": "x", "name": "" }'],
    ['within a property', '{ "providerData": { "co|" } }', 'code', '{ "providerData": { "code": "" } }'],
    [
      'a value within a property',
      '{ "oauthProxy": { "isOauthProxy": | } }',
      'false',
      '{ "oauthProxy": { "isOauthProxy": false } }',
    ],
    ['in text with curly quotes', '{ “name”: “x”, | }', 'tags', '{ “name”: “x”, "tags": [""] }'],
    ['in a curly string', '{ “na|” }', 'name', '{ "name": "" }'],
  ],
  'the key of the element': [
    ['after the colon', '{ "element": { "key":| } }', 'helpscout', '{ "element": { "key":"helpscout" } }'],
    ['in quotes', '{ "element": { "key": "|" } }', 'helpscout', '{ "element": { "key": "helpscout" } }'],
    [
      'in a string that is never closed',
      '{ "element": { "key": "help|',
      'helpscout',
      '{ "element": { "key": "helpscout"',
    ],
    ['for an unquoted word', '{ "element": { "key": hel| } }', 'helpscout', '{ "element": { "key": "helpscout" } }'],
    ['over another', '{ "element": { "key": "tw|ilio" } }', 'helpscout', '{ "element": { "key": "helpscout" } }'],
    [
      'before another property',
      '{ "element": { "key": |\n "id": 1 } }',
      'helpscout',
      '{ "element": { "key": "helpscout",\n "id": 1 } }',
    ],
    [
      'in a curly string',
      '{ “element”: { “key”: “he|lp”, “id”: 1 } }',
      'helpscout',
      '{ “element”: { “key”: "helpscout", “id”: 1 } }',
    ],
  ],
  entries: [
    ['in an empty object', configured('|'), 'username', configured('"username": ""')],
    ['after another', configured('"username": "x", "|"'), 'password', configured('"username": "x", "password": ""')],
    [
      'between two',
      configured('"username": "x"\n|  "password": "y"'),
      'mailbox.name',
      configured('"username": "x",\n"mailbox.name": "",  "password": "y"'),
    ],
    ['for a dotted word', configured('mailbox.n|'), 'mailbox.name', configured('"mailbox.name": ""')],
    ['with a choice', configured('"event.v|"'), 'event.vendor.type', configured('"event.vendor.type": "polling"')],
    ['over one that has a value', configured('"user|": "x"'), 'username', configured('"username": "x"')],
    [
      'true or false',
      configured('"event.notification.enabled": |'),
      'true',
      configured('"event.notification.enabled": true'),
    ],
    [
      'true or false for a word',
      configured('"event.notification.enabled": f|'),
      'false',
      configured('"event.notification.enabled": false'),
    ],
    [
      'true or false over a string',
      configured('"event.notification.enabled": "|"'),
      'true',
      configured('"event.notification.enabled": true'),
    ],
    [
      'true or false over the other',
      configured('"event.notification.enabled": tr|ue'),
      'false',
      configured('"event.notification.enabled": false'),
    ],
    ['a choice', configured('"event.vendor.type": "|"'), 'webhook', configured('"event.vendor.type": "webhook"')],
    [
      'a value before another property',
      configured('"event.vendor.type": |\n "username": "x"'),
      'polling',
      configured('"event.vendor.type": "polling",\n "username": "x"'),
    ],
    [
      'an example',
      configured('"mailbox.name": "|"'),
      'Customer Support',
      configured('"mailbox.name": "Customer Support"'),
    ],
    [
      'before the element',
      '{ "configuration": { "|" }, "element": { "key": "twilio" } }',
      'messaging.sms.twilio.protocol',
      '{ "configuration": { "messaging.sms.twilio.protocol": "sms" }, "element": { "key": "twilio" } }',
    ],
  ],
};

describe('completion', () => {
  for (const [section, rows] of Object.entries(sections)) {
    describe(section, () => {
      for (const [name, marked, label, after] of rows) {
        it(name, () => {
          assert.equal(applied(marked, label), after);
        });
      }
    });
  }

  describe('a complete request', () => {
    for (const [name, marked, before] of [
      ['in an empty file', '|', ''],
      ['in a file of whitespace', ' \n|', ' \n'],
      ['for a word', 'he|', ''],
      ['for a word in quotes', '"he|"', ''],
    ] as const) {
      it(name, () => {
        const after = applied(marked, 'Help Scout');
        assert.ok(after.startsWith(`${before}{\n`));
        assert.deepEqual(JSON.parse(after), {
          element: { key: 'helpscout' },
          configuration: { username: '', password: '', 'mailbox.name': '' },
          tags: [],
          name: 'Help Scout',
        });
        assert.deepEqual(JSON.parse(applied(marked, 'Help Scout', false)), JSON.parse(after));
      });
    }

    it('for each element, found by name, key, hub and the prefix of the snippets', () => {
      const items = completions('|');
      assert.equal(items.length, catalog.elements().filter(({ documented }) => documented !== false).length);
      const twilio = items.find(({ label }) => label === 'Twilio SMS');
      assert.equal(twilio?.filterText, 'Twilio SMS twilio messaging ce-twilio');
    });

    it('not beside other text', () => {
      assert.deepEqual(labels('a b|'), []);
    });
  });

  describe('offers', () => {
    it('required properties first, and those for editors last', () => {
      const keys = labels('{|}');
      assert.deepEqual(keys.slice(0, 2), ['element', 'configuration']);
      assert.equal(keys.at(-1), '$schema');
    });

    it('required entries first, with labels, in the order of their sort text', () => {
      const items = completions(configured('|'));
      assert.deepEqual(
        items.slice(0, 4).map(({ label, labelDetails, detail }) => [label, labelDetails?.description, detail]),
        [
          ['username', entryLabels.requiredSecret, 'API Key'],
          ['password', entryLabels.requiredSecret, 'Password'],
          ['mailbox.name', entryLabels.required, 'Mailbox Name'],
          ['event.notification.enabled', entryLabels.optional, 'Events Enabled'],
        ],
      );
      const sorted = items.map(({ sortText }) => sortText ?? '');
      assert.deepEqual([...sorted].sort(), sorted);
    });

    it('no entry or property that exists already, except the one at the cursor', () => {
      assert.ok(!labels(configured('"username": "x", "|"')).includes('username'));
      assert.ok(labels(configured('"user|name": "x"')).includes('username'));
      assert.ok(!labels(`{ ${element}, | }`).includes('element'));
    });

    it('elements by key, name and hub', () => {
      const item = completions('{ "element": { "key": | } }').find(({ label }) => label === 'helpscout');
      assert.equal(item?.filterText, 'helpscout Help Scout helpdesk');
      assert.equal(item.labelDetails?.description, `Help Scout · ${entryLabels.hub('helpdesk')}`);
    });

    it('undocumented elements last, and no entries for them', () => {
      const items = completions('{ "element": { "key": | } }');
      const undocumented = items.map(({ labelDetails }) => labelDetails?.description === entryLabels.undocumented);
      const first = undocumented.indexOf(true);
      assert.ok(first > 0 && undocumented.slice(first).every(Boolean));
      assert.ok(items.slice(first).some(({ label }) => label === 'zuora'));
      assert.deepEqual(labels('{ "element": { "key": "zuora" }, "configuration": { | } }'), []);
    });

    it('items that match the typed text including its quote, straight or curly', () => {
      for (const quote of ['"', '“']) {
        const [item] = completions(`{ "element": { "key": ${quote}he|lp${quote === '“' ? '”' : '"'} } }`);
        assert.equal(item?.filterText?.charAt(0), quote);
      }
    });

    it('no snippets to a client without snippet support', () => {
      for (const marked of [
        '|',
        '{ | }',
        configured('|'),
        configured('"event.vendor.type": |'),
        `{ ${element}, "configuration": | }`,
      ]) {
        for (const item of completions(marked, false)) {
          assert.equal(item.insertTextFormat, InsertTextFormat.PlainText);
          assert.ok(item.textEdit && !/\$\d|\$\{/.test(item.textEdit.newText), item.label);
        }
      }
    });

    const nothing: readonly (readonly [string, string])[] = [
      ['in tags', `{ ${element}, "tags": ["|"] }`],
      ['between tags', `{ ${element}, "tags": [|] }`],
      ['in a name', `{ ${element}, "name": "|" }`],
      ['right after a value', configured('"username": "x"|')],
      ['between a key and its colon', `{ "element" |: { "key": "helpscout" } }`],
      ['after a colon that is before a value', `{ "element": { "key": | "helpscout" } }`],
      ['after the request', `{ ${element} }|`],
      ['before the request', `|{ ${element} }`],
      ['in a line comment', `{ ${element}, // x, |\n "name": "" }`],
      ['in a block comment', `{ ${element}, /* x, | */ "name": "" }`],
      ['for entries of an unknown element', '{ "element": { "key": "unheardof" }, "configuration": { | } }'],
      ['within an entry', configured('"event.poller.configuration": { | }')],
      ['in an array', '[ | ]'],
    ];
    for (const [name, marked] of nothing) {
      it(`nothing ${name}`, () => {
        assert.deepEqual(labels(marked), []);
      });
    }
  });

  describe('at every offset', () => {
    const compact = JSON.stringify(JSON.parse(requestFor('zendesk')));
    const texts = {
      'helpscout, with a space before the colon': requestFor('helpscout'),
      'brighttalk, with bare booleans': requestFor('brighttalk').replaceAll('\n', '\r\n'),
      'zendesk, on one line': compact,
    };
    for (const [name, text] of Object.entries(texts)) {
      it(`of ${name}, inserting an item leaves JSON`, () => {
        const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
        for (let offset = 0; offset <= text.length; offset++) {
          assertCompletion(document, offset);
          assertStaysJson(text, offset);
        }
      });
    }
  });

  it('requires exactly one cursor in these tests', () => {
    assert.deepEqual(readCursor('a\nb|c'), { text: 'a\nbc', offset: 3 });
    assert.throws(() => readCursor('abc'), /No cursor/);
    assert.throws(() => readCursor('a|b|c'), /More than one/);
  });
});
