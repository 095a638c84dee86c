import assert from 'node:assert/strict';
import { readCurl } from '../../../server/src/curl/readCurl';
import { newSecret } from '../../kit/client/fakes';
import { catalog } from '../../kit/catalog';
import { address, printedForms } from '../../kit/curl';

const [user, organization] = [newSecret(), newSecret()];
const header = `Authorization: User ${user}, Organization ${organization}`;
const secrets = { userSecret: user, organizationSecret: organization };

describe('the request in a cURL command', () => {
  for (const [name, text] of Object.entries(printedForms)) {
    it(`is read from the documentation's, ${name}`, () => {
      assert.deepEqual(readCurl(text, catalog), { url: address, file: 'instance.json' });
    });
  }

  for (const [name, text, expected] of [
    [
      'is read from a POSIX shell',
      `$ curl -X POST '${address}' \\\n -H '${header}' -d '{ "name": "it'\\''s", }'`,
      { url: address, body: `{ "name": "it's" }`, ...secrets },
    ],
    [
      'is read from PowerShell',
      `PS C:\\> curl.exe ${address} \`\n -H "${header}" \`\n -d '{ "name": "it''s" }'`,
      { url: address, body: `{ "name": "it's" }`, ...secrets },
    ],
    [
      'is read from cmd',
      `C:\\>curl ${address} ^\n -H "${header}" ^\n -d "{ \\"name\\": \\"a \\\\\\"b\\\\\\"\\" }"`,
      { url: address, body: '{ "name": "a \\"b\\"" }', ...secrets },
    ],
    [
      'is fixed first',
      `curl “${address}” –H “${header}” \\ \n —data “{ “name”: “Desk” }”`,
      { url: address, body: '{ "name": "Desk" }', ...secrets },
    ],
    [
      'has no secrets where there are variables and placeholders',
      `curl "$CE/instances" -H "Authorization: User $CE_USER_SECRET, Organization <ORGANIZATION_SECRET>" -d '{ "name": "$NAME <X>" }'`,
      { url: '$CE/instances', body: '{ "name": "$NAME <X>" }' },
    ],
    [
      'has no secrets where there are variables in single quotes',
      `curl ${address} -H 'Authorization: User $A, Organization \${B}'`,
      { url: address },
    ],
    ['is nothing where another service is called', `curl https://api.example.com/x -d '{}'`, null],
    ['is nothing where there is no command', `POST ${address}`, null],
    ['is nothing in an empty text', '', null],
  ] as const) {
    it(name, () => {
      assert.deepEqual(readCurl(text, catalog), expected);
    });
  }

  it('is read from a text around it', () => {
    const text = `Run this:\n\n\`\`\`\ncurl ${address} -H '${header}'\n\`\`\`\nand then that.`;
    assert.deepEqual(readCurl(text, catalog), { url: address, ...secrets });
  });
});
