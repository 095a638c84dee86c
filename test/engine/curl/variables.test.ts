import { referencesIn } from '../../../common/src/text/references';
import assert from 'node:assert/strict';
import { shells, type ShellId } from '../../../common/src/shells/shells';
import { headerWord, jsonWord, nameVariables, secretReferences } from '../../../engine/src/curl/variables';
import { aDocument } from '../../kit/client/document';

describe('variables instead of references', () => {
  const table: [what: string, references: string, posix: string[], windows: string[]][] = [
    ['have the names of their references', '${env:A} ${secret:B}', ['A', 'B'], ['A', 'B']],
    ['have names with only the characters that the shell allows', '${env:A.B-C}', ['A_B_C'], ['A.B-C']],
    ['are two for references to both stores with the same name', '${secret:A} ${env:A}', ['A_2', 'A'], ['A_2', 'A']],
    [
      'have different names even if the shell requires the same characters',
      '${env:A.B} ${env:A-B} ${env:A_B}',
      ['A_B_2', 'A_B_3', 'A_B'],
      ['A.B', 'A-B', 'A_B'],
    ],
    [
      'have names that differ only in case only if the system distinguishes case',
      '${env:A} ${secret:a}',
      ['A', 'a'],
      ['A', 'a_2'],
    ],
    [
      'never have the names of the account’s variables',
      '${secret:CE_USER_SECRET} ${secret:ce_user_secret}',
      ['CE_USER_SECRET_2', 'ce_user_secret'],
      ['CE_USER_SECRET_2', 'ce_user_secret_3'],
    ],
    [
      'are the account’s variables if the file refers to them',
      '${env:CE_USER_SECRET}',
      ['CE_USER_SECRET'],
      ['CE_USER_SECRET'],
    ],
  ];
  for (const [what, text, posix, windows] of table) {
    it(what, () => {
      const references = referencesIn(text);
      const namesFor = (id: ShellId) => {
        const names = nameVariables(shells[id], references);
        return references.map((reference) => names.get(reference.text));
      };
      assert.deepEqual([namesFor('posix'), namesFor('powershell'), namesFor('cmd')], [posix, windows, windows]);
    });
  }

  it('replace references only in the values of JSON, however they are spelled there', () => {
    const names = new Map([['${env:A}', 'A']]);
    const json = `{"k":"x","a":"1\${env:A}2","b":"\\u0024{env:A}","\${env:A}":null}`;
    assert.deepEqual(jsonWord(aDocument(json), names), [
      '{"k":"x","a":"1',
      { variable: 'A' },
      '2","b":"',
      { variable: 'A' },
      '","${env:A}":null}',
    ]);
  });

  it('replace only the two secrets in a header', () => {
    const { userSecret, organizationSecret } = secretReferences;
    assert.deepEqual(headerWord(`User ${userSecret}, Organization ${organizationSecret} \${env:A}`), [
      'User ',
      { variable: 'CE_USER_SECRET' },
      ', Organization ',
      { variable: 'CE_ORGANIZATION_SECRET' },
      ' ${env:A}',
    ]);
  });
});
