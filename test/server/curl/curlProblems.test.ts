import assert from 'node:assert/strict';
import { message } from '../../../server/src/problems/problemText';
import { applyEdits } from '../../../common/src/json/edits';
import { newSecret } from '../../kit/client/fakes';
import { address, authorization, contentType, curlFindings, curlFixed, curlInShort } from '../../kit/curl';

const start = `curl -X POST ${address} ${authorization} ${contentType}`;
const desk = '{ "element": { "key": "typeform" }, "configuration": { "api.key": "${env:KEY}" } }';
const json = desk.replaceAll('"', '\\"').replace('${env:KEY}', '$KEY');

interface Case {
  readonly text: string;
  readonly problems: readonly string[];
  /** What fix-all makes of it; the same text where that is absent. */
  readonly fixed?: string;
  readonly language?: string;
}

const cases: Readonly<Record<string, Case>> = {
  'a right command': { text: `${start} -d '${desk}'\n`, problems: [] },
  'a right command with escaped quotes': { text: `${start} -d "${json}"`, problems: [] },
  'a right command of joined quotes': { text: `${start} -d '${desk.replace('${env:KEY}', `'"$KEY"'`)}'`, problems: [] },
  'a right command in the middle of a script': {
    text: `set -e\nfor i in 1 2; do\n  id=$(${start} \\\n    -d @instance.json | jq .id)\ndone\necho “$id”\n`,
    problems: [],
  },
  'a right command that comes out of a variable': {
    text: 'curl "$CE/instances" -H "$AUTH" "${MORE[@]}" -d "$BODY"',
    problems: [],
  },
  'right quotes of PowerShell that only look wrong': {
    text: `curl.exe -X POST “${address}” ${contentType.replaceAll("'", '‘')} ${authorization.replaceAll('$', '$env:')} -d ‘${desk}’`,
    language: 'powershell',
    problems: [],
  },
  'another service': { text: `curl -X POST ‘https://api.example.com/v2/instances’ –d “{‘a’}”`, problems: [] },
  'another service that signs in otherwise': {
    text: `curl https://api.vendor.io/instances -H 'Authorization: Bearer abc' -d "{"a": 1}"`,
    problems: [],
  },
  'a comment': { text: `# curl –X POST ${address}\n`, problems: [] },
  'prose in Markdown': { text: `Use curl –X POST ${address} for that.\n`, language: 'markdown', problems: [] },
  'a block of another language in Markdown': {
    text: `~~~python\ncurl –X POST ${address}\n~~~\n`,
    language: 'markdown',
    problems: [],
  },
  'a mixed pair of quotes': {
    text: `curl ${authorization} 'https://api.cloud-elements.com/elements/api-v2/elements’ -v`,
    problems: ['error look-alike-quotes «’»'],
    fixed: `curl ${authorization} 'https://api.cloud-elements.com/elements/api-v2/elements' -v`,
  },
  'curly quotes around a variable': {
    text: start.replaceAll('"', '”'),
    problems: ['error look-alike-quotes «”»'],
    fixed: start,
  },
  'curly quotes around JSON, and within': {
    text: `${start} -d “${desk.replaceAll('"', '”').replace('${env:KEY}', 'a')}”`,
    problems: [
      'error look-alike-quotes «“»',
      ...Array.from({ length: 6 }, () => 'error look-alike-quotes «”»'),
      'hint written-secret «”a”»',
    ],
    fixed: `${start} -d '${desk.replace('${env:KEY}', 'a')}'`,
  },
  'curly quotes around JSON with a variable': {
    text: `${start} -d “${desk.replaceAll('"', '”')}”`,
    problems: ['error look-alike-quotes «“»', ...Array.from({ length: 6 }, () => 'error look-alike-quotes «”»')],
    fixed: `${start} -d "${desk.replaceAll('"', '\\"')}"`,
  },
  'a no-break space': {
    text: `curl\u00a0-X POST ${address} ${authorization}`,
    problems: ['error look-alike-character «\u00a0»'],
    fixed: `curl -X POST ${address} ${authorization}`,
  },
  'a long dash for two': {
    text: `${start} —data @instance.json`,
    problems: ['error look-alike-character «—»'],
    fixed: `${start} --data @instance.json`,
  },
  'a space after a backtick of PowerShell': {
    text: `curl.exe -X POST ${address} \` \n ${authorization.replaceAll('$', '$env:')}`,
    language: 'powershell',
    problems: ['error curl-space-after-backslash « »'],
    fixed: `curl.exe -X POST ${address} \`\n ${authorization.replaceAll('$', '$env:')}`,
  },
  'single quotes in a batch file, and no caret': {
    text: `curl -X POST ${address}\n  -H 'Authorization: User %CE_USER_SECRET%, Organization %ORG%'`,
    language: 'bat',
    problems: ['error curl-missing-backslash «s»', "error single-quotes «'»"],
    fixed: `curl -X POST ${address} ^\n  -H "Authorization: User %CE_USER_SECRET%, Organization %ORG%"`,
  },
  'a quote that is never closed, before another line': {
    text: `curl ${address} ${authorization} -H 'Accept: */* \\\n  -v\nls\n`,
    problems: ["error curl-missing-quote «'Accept: */*»"],
    fixed: `curl ${address} ${authorization} -H 'Accept: */*' \\\n  -v\nls\n`,
  },
  'JSON whose quote is never closed': {
    text: `${start} -d '${desk}\ncurl ${address} ${authorization}`,
    problems: [`error curl-missing-quote «'${desk}»`],
    fixed: `${start} -d '${desk}'\ncurl ${address} ${authorization}`,
  },
  'inner quotes': {
    text: `${start} -d "${desk.replace('${env:KEY}', "it's")}" -v`,
    problems: [`error curl-inner-quotes «"${desk.replace('${env:KEY}', "it's")}"»`, `hint written-secret «"it's"»`],
    fixed: `${start} -d '${desk.replace('${env:KEY}', "it'\\''s")}' -v`,
  },
  'inner quotes around a variable': {
    text: `${start} -d "${desk.replace('${env:KEY}', '$KEY')}"`,
    problems: [`error curl-inner-quotes «"${desk.replace('${env:KEY}', '$KEY')}"»`],
    fixed: `${start} -d "${json}"`,
  },
  'an apostrophe in JSON': {
    text: `${start} -d '${desk.replace('${env:KEY}', "it's ${env:KEY}")}'`,
    problems: [`error curl-inner-quotes «'${desk.replace('${env:KEY}', "it's ${env:KEY}")}'»`],
    fixed: `${start} -d '${desk.replace('${env:KEY}', "it'\\''s ${env:KEY}")}'`,
  },
  'no header with secrets': { text: `curl ${address}`, problems: ['error curl-authorization «curl»'] },
  'no header with secrets, where none may be needed': {
    text: 'curl https://api.cloud-elements.com/elements/api-v2/elements/keys',
    problems: [],
  },
  'a header without its comma': {
    text: `curl ${address} -H "Authorization: User $A Organization $B"`,
    problems: ['error curl-authorization «$A»'],
    fixed: `curl ${address} -H "Authorization: User $A, Organization $B"`,
  },
  'a header of another kind': {
    text: `curl ${address} -H "Authorization: Bearer $A"`,
    problems: ['error curl-authorization «Bearer $A»'],
  },
  'a header with one of its secrets': {
    text: `curl ${address} -H 'Authorization: User '"$A"`,
    problems: [`error curl-authorization «User '"$A»`],
  },
  'a header in another order, with a token': {
    text: `curl ${address} -H "authorization:Element $C, Organization $A, User $B"`,
    problems: ['warning curl-authorization «Element $C»'],
  },
  'the header of a call to one instance': {
    text: `curl https://api.cloud-elements.com/elements/api-v2/contacts -H "Authorization: User $A, Element $B"`,
    problems: [],
  },
  'placeholders and a sample host in the address': {
    text: `curl 'https://<YOUR_HOST>/elements/api-v2/instances/{{id}}' ${authorization}\ncurl https://api.example.com/elements/api-v2/instances ${authorization}`,
    problems: [
      'warning placeholder «<YOUR_HOST>»',
      'warning placeholder «{{id}}»',
      'hint sample-host «api.example.com»',
    ],
  },
  'placeholders without quotes': {
    text: `curl ${address} -H "Authorization: User <user secret>, Organization <ORG>" -u <ME>`,
    problems: ['warning placeholder «<user secret>»', 'warning placeholder «<ORG>»'],
  },
  'JSON without its content type': {
    text: `curl ${address} ${authorization} -d '${desk}'`,
    problems: ['warning curl-content-type «-d»'],
    fixed: `curl ${address} ${authorization} ${contentType} -d '${desk}'`,
  },
  'JSON with another content type': {
    text: `curl ${address} ${authorization} -H Content-Type:text/plain --data-raw '${desk}'`,
    problems: ['warning curl-content-type «text/plain»'],
    fixed: `curl ${address} ${authorization} -H Content-Type:application/json --data-raw '${desk}'`,
  },
  'JSON that says itself what it is': { text: `curl ${address} ${authorization} --json '${desk}'`, problems: [] },
  'faults of JSON in single quotes': {
    text: `${start} -d '{ “element”: { "key": "typefrom", }, "configuration": {} }'`,
    problems: ['error look-alike-quotes «“»', 'error unknown-element «"typefrom"»', 'error trailing-comma «,»'],
    fixed: `${start} -d '{ "element": { "key": "typefrom" }, "configuration": {} }'`,
  },
  'faults of JSON in double quotes': {
    text: `${start} -d "{ \\"element\\": { \\"key\\": “typeform”, } }"`,
    problems: ['error missing-entries «\\"element\\"»', 'error look-alike-quotes «“»', 'error trailing-comma «,»'],
    fixed: `${start} -d "{ \\"element\\": { \\"key\\": \\"typeform\\" } }"`,
  },
  'JSON for something else than a new instance': {
    text: `curl -X PATCH ${address}/7 ${authorization} ${contentType} -d '{ "colour": 1, }'`,
    problems: ['error trailing-comma «,»'],
    fixed: `curl -X PATCH ${address}/7 ${authorization} ${contentType} -d '{ "colour": 1 }'`,
  },
  'a variable that is a value of JSON': {
    text: `${start} -d '{ "element": { "key": "typeform" }, "configuration": '"$CONFIGURATION"' }'`,
    problems: [],
  },
  'a variable in single quotes': {
    text: `curl ${address} -H 'Authorization: User $A, Organization \${B}'`,
    problems: ['warning curl-unexpanded-variable «$A»', 'warning curl-unexpanded-variable «${B}»'],
  },
};

describe('problems of cURL commands', () => {
  for (const [name, { text, problems, fixed = text, language = 'shellscript' }] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(curlInShort(text, language), problems);
      assert.equal(curlFixed(text, language), fixed);
      for (const { problem } of curlFindings(text, language)) assert.match(message(problem), /\S[.?]$/);
    });
  }

  it('finds the same where lines end with CR and LF', () => {
    for (const { text, problems, language } of Object.values(cases)) {
      const dos = text.replaceAll('\n', '\r\n');
      assert.deepEqual(curlInShort(dos, language), problems, dos);
    }
  });
});

describe('the fix for a secret in plain text in a command', () => {
  const [user, organization] = [newSecret(), newSecret()];
  const fixedBy = (text: string, language = 'shellscript'): string => {
    const [found] = curlFindings(text, language).filter(({ problem }) => problem.code === 'written-secret');
    return applyEdits(text, found?.fixes()[0]?.edits ?? []);
  };
  const header = (secret: string, quote: string): string =>
    `curl ${address} -H ${quote}Authorization: User ${secret}, Organization $CE_ORGANIZATION_SECRET${quote}`;

  for (const [name, text, fixed, language] of [
    ['turns single quotes into double ones', header(user, "'"), header('$CE_USER_SECRET', '"'), undefined],
    ['leaves double quotes', header(user, '"'), header('$CE_USER_SECRET', '"'), undefined],
    [
      'names the variable as PowerShell does',
      header(user, "'").replace('$CE_O', 'abc'),
      header('$env:CE_USER_SECRET', '"').replace('$CE_O', 'abc'),
      'powershell',
    ],
    ['and as cmd does', header(user, '"').replace('$', ''), header('%CE_USER_SECRET%', '"').replace('$', ''), 'bat'],
    [
      'joins quotes in JSON',
      `${start} -d '${desk.replace('${env:KEY}', organization)}'`,
      `${start} -d '${desk.replace('${env:KEY}', `'"$TYPEFORM_API_KEY"'`)}'`,
      undefined,
    ],
  ] as const) {
    it(name, () => {
      assert.equal(fixedBy(text, language), fixed);
    });
  }

  it('is in no message', () => {
    for (const { problem } of curlFindings(header(user, "'"))) assert.ok(!JSON.stringify(problem).includes(user));
  });
});
