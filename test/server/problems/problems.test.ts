import assert from 'node:assert/strict';
import { rendered } from '../../kit/problems';

const element = '"element": { "key": "helpscout" }';
const entries = '"username": "a", "password": "b", "mailbox.name": "c"';
/** A complete request with more members, and one with more entries. */
const withMembers = (members: string): string => `{ ${element}, "configuration": { ${entries} }, ${members} }`;
const withEntries = (more: string): string => `{ ${element}, "configuration": { ${entries}, ${more} } }`;
const mailjet = (configuration: string): string =>
  `{ "element": { "key": "mailjetmarketing" }, "configuration": { ${configuration} } }`;

const zendeskEntries =
  '"zendesk.subdomain": "acme", "oauth.api.key": "k", "oauth.api.secret": "s", "oauth.callback.url": "https://desk.test/x"';
/** A request to Zendesk, complete but for the sign-in at the provider. */
const zendesk = (members: string, entries = ''): string =>
  `{ "element": { "key": "zendesk" }, "configuration": { ${[zendeskEntries, entries].filter(Boolean).join(', ')} }${members && ', '}${members} }`;

type Row = readonly [name: string, text: string, ...problems: string[]];

const needsAll =
  'Help Scout needs 3 more entries: username (API Key), password (Password) and mailbox.name (Mailbox Name).';
const noElement = 'The element is missing: add "element": { "key": "…" } to say which service to connect.';
const noKey = 'The element\'s key is missing: add "key": "…" to say which service to connect.';
const signsIn = "Zendesk signs in through its provider's page: Provision opens it.";
const anObject = 'A request is one JSON object: { "element": { "key": … }, "configuration": { … } }.';
const twice = '"username" is there again further down, and only the last one counts.';

const sections: Readonly<Record<string, readonly Row[]>> = {
  'the whole document': [
    [
      'an empty file',
      '',
      'hint empty-document «» This file is empty. Ask for completion (Ctrl+Space) to start with an element.',
    ],
    [
      'a blank file',
      ' \n ',
      'hint empty-document «» This file is empty. Ask for completion (Ctrl+Space) to start with an element.',
    ],
    ['a list', '[]', `error not-an-object «[]» ${anObject}`],
    ['a text', '"x"', `error not-an-object «"x"» ${anObject}`],
    [
      'too many levels',
      '['.repeat(300),
      'error too-deep «[» Brackets are nested too deeply here for a request, so this file is not checked.',
    ],
    [
      'too long a file',
      ' '.repeat(9 * 1024 * 1024),
      'error too-long « » This file is larger than the 8 MB that the platform takes, so it is not checked.',
    ],
  ],
  'the element': [
    ['missing, at the brace of the root', ' { }', `error missing-element «{» ${noElement}`],
    ['without a key, at its own brace', '{ "element": { } }', `error missing-element «{» ${noKey}`],
    ['with an empty key', '{ "element": { "key": " " } }', `error missing-element «" "» ${noKey}`],
    [
      'of the wrong type',
      '{ "element": "x" }',
      'error wrong-type «"x"» element must be an object { … }, not a text in quotes.',
    ],
    [
      'with a key of the wrong type',
      '{ "element": { "key": 3 } }',
      'error wrong-type «3» key must be a text in quotes, not a number.',
    ],
    [
      'near to one',
      '{ "element": { "key": "helpscot" } }',
      'error unknown-element «"helpscot"» There is no element "helpscot". Did you mean "helpscout" (Help Scout)?',
    ],
    [
      'by its name',
      '{ "element": { "key": "Help Scout" } }',
      'error unknown-element «"Help Scout"» There is no element "Help Scout". Did you mean "helpscout" (Help Scout)?',
    ],
    [
      'near to two',
      '{ "element": { "key": "BrightTalk" } }',
      'error unknown-element «"BrightTalk"» There is no element "BrightTalk". Did you mean "brighttalk" (BrightTALK) or "BrightTALKcrm" (BrightTALK)?',
    ],
    [
      'unheard of',
      '{ "element": { "key": "unheardof" } }',
      'hint unknown-element «"unheardof"» "unheardof" is not an element this extension knows, so its entries are not checked.',
    ],
    [
      'known by name only, whatever its entries',
      '{ "element": { "key": "zuora" }, "configuration": { "anything": 1 } }',
      'hint undocumented-element «"zuora"» The entries of "zuora" are not documented, so they are not checked.',
    ],
    [
      'near to a documented one and to one known by name only',
      '{ "element": { "key": "zuorav" } }',
      'error unknown-element «"zuorav"» There is no element "zuorav". Did you mean "zuorav2" (Zuora v2) or "zuora" (zuora)?',
    ],
    [
      'a placeholder',
      '{ "element": { "key": "<KEY>" } }',
      'warning placeholder «"<KEY>"» "<KEY>" is a placeholder: put your own value here.',
    ],
    [
      'misspelled',
      '{ "elment": { "key": "helpscout" } }',
      'error misspelled-member «"elment"» A request has no member "elment". Did you mean "element"?',
    ],
    [
      'its key misspelled',
      '{ "element": { "kye": "helpscout" } }',
      'error misspelled-member «"kye"» A request has no member "kye". Did you mean "key"?',
    ],
  ],
  'missing entries': [
    [
      'all, at element where configuration is absent',
      `{ ${element} }`,
      `error missing-entries «"element"» ${needsAll}`,
    ],
    [
      'all, at configuration',
      `{ ${element}, "configuration": {} }`,
      `error missing-entries «"configuration"» ${needsAll}`,
    ],
    [
      'one',
      `{ ${element}, "configuration": { "username": "a", "password": "b" } }`,
      'error missing-entries «"configuration"» Help Scout needs one more entry: mailbox.name (Mailbox Name).',
    ],
    [
      'one of them misspelled, two missing',
      `{ ${element}, "configuration": { "usrname": "a" } }`,
      'error missing-entries «"configuration"» Help Scout needs 2 more entries: password (Password) and mailbox.name (Mailbox Name).',
      'error misspelled-entry «"usrname"» There is no entry "usrname". Did you mean "username"?',
    ],
    [
      'none where configuration is misspelled',
      `{ ${element}, "configuraton": { ${entries} } }`,
      'error misspelled-member «"configuraton"» A request has no member "configuraton". Did you mean "configuration"?',
    ],
    [
      'none where configuration is of the wrong type',
      `{ ${element}, "configuration": [] }`,
      'error wrong-type «[]» configuration must be an object { … }, not a list [ … ].',
    ],
  ],
  'the sign-in at the provider': [
    ['not there yet', zendesk(''), `hint sign-in-later «"zendesk"» ${signsIn}`],
    ['with an empty providerData', zendesk('"providerData": {}'), `hint sign-in-later «"zendesk"» ${signsIn}`],
    ['there', zendesk('"providerData": { "code": "c" }')],
    ['done by a proxy', zendesk('"oauthProxy": { "isOauthProxy": true, "oauthProxyName": "ours" }')],
    [
      'not needed: tokens are said to be at hand',
      zendesk('"externalAuthentication": "initial"'),
      'error missing-entries «"configuration"» Zendesk needs one more entry: oauth.user.refresh_token (OAuth User Refresh Token).',
    ],
    [
      'not needed: tokens are at hand',
      zendesk('"externalAuthentication": "initial"', '"oauth.user.refresh_token": "t"'),
    ],
    [
      'not told of a text that breaks before it could stand there',
      '{ "element": { "key": "zendesk" }, { = 1 }',
      'error invalid-json «{» This is not JSON, and it is not clear what was meant. Nothing after it is checked.',
    ],
  ],
  'names of entries and members': [
    [
      'a required entry misspelled',
      mailjet('"mailjetmarketing.api.key": "a", "mailjetmarketing.api.secert": "b"'),
      'error misspelled-entry «"mailjetmarketing.api.secert"» There is no entry "mailjetmarketing.api.secert". Did you mean "mailjetmarketing.api.secret"?',
    ],
    [
      'required entries by the end of their names',
      mailjet('"api.key": "a", "api.secret": "b"'),
      'error misspelled-entry «"api.key"» There is no entry "api.key". Did you mean "mailjetmarketing.api.key"?',
      'error misspelled-entry «"api.secret"» There is no entry "api.secret". Did you mean "mailjetmarketing.api.secret"?',
    ],
    [
      'an optional entry misspelled',
      withEntries('"event.notification.enable": true'),
      'warning misspelled-entry «"event.notification.enable"» There is no entry "event.notification.enable". Did you mean "event.notification.enabled"?',
    ],
    [
      'an unknown entry',
      withEntries('"color": 1'),
      'hint unknown-entry «"color"» "color" is not among the documented entries of Help Scout.',
    ],
    [
      'entries named as parts of every object',
      withEntries('"__proto__": "y", "constructor": "z"'),
      'hint unknown-entry «"__proto__"» "__proto__" is not among the documented entries of Help Scout.',
      'hint unknown-entry «"constructor"» "constructor" is not among the documented entries of Help Scout.',
    ],
    [
      'a member misspelled',
      withMembers('"nmae": "x"'),
      'warning misspelled-member «"nmae"» A request has no member "nmae". Did you mean "name"?',
    ],
    [
      'an unknown member',
      withMembers('"colour": 1'),
      'warning unknown-member «"colour"» A request has no member "colour"; the platform ignores it.',
    ],
    ['an entry twice', withEntries('"username": "d"'), `warning duplicate-key «"username"» ${twice}`],
    ['a schema for editors', withMembers('"$schema": "https://example.com/x"')],
  ],
  values: [
    [
      'of the wrong type',
      `{ ${element}, "configuration": { "username": 1, "password": "b", "mailbox.name": "c" } }`,
      'error wrong-type «1» API Key must be a text in quotes, not a number.',
    ],
    [
      'of the wrong type in a list',
      withMembers('"tags": [1]'),
      'error wrong-type «1» Each value of tags must be a text in quotes, not a number.',
    ],
    [
      'a list that is none',
      withMembers('"tags": "a"'),
      'error wrong-type «"a"» tags must be a list [ … ], not a text in quotes.',
    ],
    [
      'not among the choices',
      withEntries('"event.vendor.type": "push"'),
      'error invalid-value «"push"» Event Type must be "polling" or "webhook".',
    ],
    [
      'neither true nor false',
      withEntries('"event.notification.enabled": "maybe"'),
      'error invalid-value «"maybe"» Events Enabled must be "true" or "false".',
    ],
    ['true, as text', withEntries('"event.notification.enabled": "true"')],
    ['true, bare', withEntries('"event.notification.enabled": true')],
    [
      'no web address',
      withEntries('"event.notification.callback.url": "nowhere"'),
      'error invalid-format «"nowhere"» Event Notification Callback URL must be a complete web address, such as https://host/path.',
    ],
    [
      'no whole number',
      '{ "element": { "key": "zendesk", "id": "x" } }',
      'error missing-entries «"element"» Zendesk needs 4 more entries: zendesk.subdomain (Subdomain), oauth.api.key (OAuth API Key), oauth.api.secret (OAuth API Secret) and oauth.callback.url (OAuth Callback URL).',
      `hint sign-in-later «"zendesk"» ${signsIn}`,
      'error invalid-format «"x"» id is not in the form that is expected here.',
    ],
    [
      'empty',
      `{ ${element}, "configuration": { "username": "a", "password": "", "mailbox.name": " " } }`,
      'warning empty-value «""» Password is empty. Put the secret here before you provision.',
      'warning empty-value «" "» Mailbox Name is empty.',
    ],
    [
      'empty, of an entry that could be left out',
      withEntries('"event.notification.callback.url": "", "event.vendor.type": ""'),
      'warning empty-value «""» Event Notification Callback URL is empty.',
      'warning empty-value «""» Event Type is empty.',
    ],
    [
      'a placeholder in place of a web address',
      withEntries('"event.notification.callback.url": "<URL>"'),
      'warning placeholder «"<URL>"» "<URL>" is a placeholder: put your own value here.',
    ],
    [
      'a sample address',
      withEntries('"event.notification.callback.url": "https://www.mycoolapp.com/x"'),
      'hint sample-host «"https://www.mycoolapp.com/x"» www.mycoolapp.com is a sample address: put your own here.',
    ],
  ],
};

describe('problems', () => {
  for (const [section, rows] of Object.entries(sections)) {
    describe(section, () => {
      for (const [name, text, ...expected] of rows) {
        it(name, () => {
          assert.deepEqual(rendered(text), expected);
        });
      }
    });
  }
});
