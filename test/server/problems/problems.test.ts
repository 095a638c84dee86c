import assert from 'node:assert/strict';
import { rendered } from '../../kit/problems';

const element = '"element": { "key": "helpscout" }';
const entries = '"username": "a", "password": "b", "mailbox.name": "c"';
/** A complete request with more properties, and one with more entries. */
const withProperties = (properties: string): string => `{ ${element}, "configuration": { ${entries} }, ${properties} }`;
const withEntries = (more: string): string => `{ ${element}, "configuration": { ${entries}, ${more} } }`;
const mailjet = (configuration: string): string =>
  `{ "element": { "key": "mailjetmarketing" }, "configuration": { ${configuration} } }`;

const zendeskEntries =
  '"zendesk.subdomain": "acme", "oauth.api.key": "k", "oauth.api.secret": "s", "oauth.callback.url": "https://desk.test/x"';
/** A request to Zendesk, complete but for the sign-in at the provider. */
const zendesk = (properties: string, entries = ''): string =>
  `{ "element": { "key": "zendesk" }, "configuration": { ${[zendeskEntries, entries].filter(Boolean).join(', ')} }${properties && ', '}${properties} }`;

type Row = readonly [name: string, text: string, ...problems: string[]];

const sections: Readonly<Record<string, readonly Row[]>> = {
  'the whole document': [
    ['an empty file', '', 'hint empty-document «»'],
    ['a file with only whitespace', ' \n ', 'hint empty-document «»'],
    ['an array', '[]', 'error not-an-object «[]»'],
    ['a string', '"x"', 'error not-an-object «"x"»'],
    ['too many levels', '['.repeat(300), 'error too-deep «[»'],
    ['too long a file', ' '.repeat(9 * 1024 * 1024), 'error too-long « »'],
  ],
  'the element': [
    ['missing, at the opening brace of the root', ' { }', 'error missing-element «{» absent=element'],
    ['without a key, at its opening brace', '{ "element": { } }', 'error missing-element «{» absent=key'],
    ['with an empty key', '{ "element": { "key": " " } }', 'error missing-element «" "» absent=key'],
    ['of the wrong type', '{ "element": "x" }', 'error wrong-type «"x"» label=element expected=object found=string'],
    [
      'with a key of the wrong type',
      '{ "element": { "key": 3 } }',
      'error wrong-type «3» label=key expected=string found=number',
    ],
    [
      'similar to one',
      '{ "element": { "key": "helpscot" } }',
      'error unknown-element «"helpscot"» key=helpscot suggestions=helpscout',
    ],
    [
      'by its name',
      '{ "element": { "key": "Help Scout" } }',
      'error unknown-element «"Help Scout"» key=Help Scout suggestions=helpscout',
    ],
    [
      'similar to two',
      '{ "element": { "key": "BrightTalk" } }',
      'error unknown-element «"BrightTalk"» key=BrightTalk suggestions=brighttalk,BrightTALKcrm',
    ],
    ['unknown', '{ "element": { "key": "unheardof" } }', 'hint unknown-element «"unheardof"» key=unheardof'],
    [
      'known by name only, whatever its entries',
      '{ "element": { "key": "zuora" }, "configuration": { "anything": 1 } }',
      'hint undocumented-element «"zuora"» key=zuora',
    ],
    [
      'similar to a documented one and to one known by name only',
      '{ "element": { "key": "zuorav" } }',
      'error unknown-element «"zuorav"» key=zuorav suggestions=zuorav2,zuora',
    ],
    ['a placeholder', '{ "element": { "key": "<KEY>" } }', 'warning placeholder «"<KEY>"» value=<KEY>'],
    [
      'misspelled',
      '{ "elment": { "key": "helpscout" } }',
      'error misspelled-member «"elment"» key=elment meant=element required',
    ],
    [
      'its key misspelled',
      '{ "element": { "kye": "helpscout" } }',
      'error misspelled-member «"kye"» key=kye meant=key required',
    ],
  ],
  'missing entries': [
    [
      'all, at element where configuration is absent',
      `{ ${element} }`,
      'error missing-entries «"element"» element=Help Scout entries=username,password,mailbox.name',
    ],
    [
      'all, at configuration',
      `{ ${element}, "configuration": {} }`,
      'error missing-entries «"configuration"» element=Help Scout entries=username,password,mailbox.name',
    ],
    [
      'one',
      `{ ${element}, "configuration": { "username": "a", "password": "b" } }`,
      'error missing-entries «"configuration"» element=Help Scout entries=mailbox.name',
    ],
    [
      'one of them misspelled, two missing',
      `{ ${element}, "configuration": { "usrname": "a" } }`,
      'error missing-entries «"configuration"» element=Help Scout entries=password,mailbox.name',
      'error misspelled-entry «"usrname"» key=usrname meant=username required',
    ],
    [
      'none where configuration is misspelled',
      `{ ${element}, "configuraton": { ${entries} } }`,
      'error misspelled-member «"configuraton"» key=configuraton meant=configuration required',
    ],
    [
      'none where configuration is of the wrong type',
      `{ ${element}, "configuration": [] }`,
      'error wrong-type «[]» label=configuration expected=object found=array',
    ],
  ],
  'the sign-in at the provider': [
    ['not done yet', zendesk(''), 'hint sign-in-later «"zendesk"» element=Zendesk'],
    ['with an empty providerData', zendesk('"providerData": {}'), 'hint sign-in-later «"zendesk"» element=Zendesk'],
    ['done', zendesk('"providerData": { "code": "c" }')],
    ['done by a proxy', zendesk('"oauthProxy": { "isOauthProxy": true, "oauthProxyName": "ours" }')],
    [
      'not needed: the request declares tokens',
      zendesk('"externalAuthentication": "initial"'),
      'error missing-entries «"configuration"» element=Zendesk entries=oauth.user.refresh_token',
    ],
    [
      'not needed: the request has tokens',
      zendesk('"externalAuthentication": "initial"', '"oauth.user.refresh_token": "t"'),
    ],
    [
      'not reported for a text that breaks before the sign-in could follow',
      '{ "element": { "key": "zendesk" }, { = 1 }',
      'error invalid-json «{»',
    ],
  ],
  'names of entries and properties': [
    [
      'a required entry misspelled',
      mailjet('"mailjetmarketing.api.key": "a", "mailjetmarketing.api.secert": "b"'),
      'error misspelled-entry «"mailjetmarketing.api.secert"» key=mailjetmarketing.api.secert meant=mailjetmarketing.api.secret required',
    ],
    [
      'required entries by the end of their names',
      mailjet('"api.key": "a", "api.secret": "b"'),
      'error misspelled-entry «"api.key"» key=api.key meant=mailjetmarketing.api.key required',
      'error misspelled-entry «"api.secret"» key=api.secret meant=mailjetmarketing.api.secret required',
    ],
    [
      'an optional entry misspelled',
      withEntries('"event.notification.enable": true'),
      'warning misspelled-entry «"event.notification.enable"» key=event.notification.enable meant=event.notification.enabled',
    ],
    ['an unknown entry', withEntries('"color": 1'), 'hint unknown-entry «"color"» key=color element=Help Scout'],
    [
      'entries named as parts of every object',
      withEntries('"__proto__": "y", "constructor": "z"'),
      'hint unknown-entry «"__proto__"» key=__proto__ element=Help Scout',
      'hint unknown-entry «"constructor"» key=constructor element=Help Scout',
    ],
    ['a property misspelled', withProperties('"nmae": "x"'), 'warning misspelled-member «"nmae"» key=nmae meant=name'],
    ['an unknown property', withProperties('"colour": 1'), 'warning unknown-member «"colour"» key=colour'],
    ['an entry twice', withEntries('"username": "d"'), 'warning duplicate-key «"username"» key=username'],
    ['a schema for editors', withProperties('"$schema": "https://example.com/x"')],
  ],
  values: [
    [
      'of the wrong type',
      `{ ${element}, "configuration": { "username": 1, "password": "b", "mailbox.name": "c" } }`,
      'error wrong-type «1» label=API Key expected=string found=number',
    ],
    [
      'of the wrong type in an array',
      withProperties('"tags": [1]'),
      'error wrong-type «1» label=tags isItem expected=string found=number',
    ],
    [
      'a string instead of an array',
      withProperties('"tags": "a"'),
      'error wrong-type «"a"» label=tags expected=array found=string',
    ],
    [
      'not among the choices',
      withEntries('"event.vendor.type": "push"'),
      'error invalid-value «"push"» label=Event Type allowed=polling,webhook',
    ],
    [
      'neither true nor false',
      withEntries('"event.notification.enabled": "maybe"'),
      'error invalid-value «"maybe"» label=Events Enabled allowed=true,false',
    ],
    ['true, as a string', withEntries('"event.notification.enabled": "true"')],
    ['true, bare', withEntries('"event.notification.enabled": true')],
    [
      'not a URL',
      withEntries('"event.notification.callback.url": "nowhere"'),
      'error invalid-format «"nowhere"» label=Event Notification Callback URL format=url',
    ],
    [
      'not an integer',
      '{ "element": { "key": "zendesk", "id": "x" } }',
      'error missing-entries «"element"» element=Zendesk entries=zendesk.subdomain,oauth.api.key,oauth.api.secret,oauth.callback.url',
      'hint sign-in-later «"zendesk"» element=Zendesk',
      'error invalid-format «"x"» label=id format=other',
    ],
    [
      'empty',
      `{ ${element}, "configuration": { "username": "a", "password": "", "mailbox.name": " " } }`,
      'warning empty-value «""» label=Password secret',
      'warning empty-value «" "» label=Mailbox Name',
    ],
    [
      'empty, of an optional entry',
      withEntries('"event.notification.callback.url": "", "event.vendor.type": ""'),
      'warning empty-value «""» label=Event Notification Callback URL',
      'warning empty-value «""» label=Event Type',
    ],
    [
      'a placeholder instead of a URL',
      withEntries('"event.notification.callback.url": "<URL>"'),
      'warning placeholder «"<URL>"» value=<URL>',
    ],
    [
      'a sample address',
      withEntries('"event.notification.callback.url": "https://www.mycoolapp.com/x"'),
      'hint sample-host «"https://www.mycoolapp.com/x"» host=www.mycoolapp.com',
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
