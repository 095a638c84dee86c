import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { curlCommand } from '../../engine/src/curl/curlCommand';
import { shells } from '../../common/src/shells/shells';
import { inPlainSight } from '../../engine/src/curl/unseen';
import { jsonWord, nameVariables, secretReferences } from '../../engine/src/curl/variables';
import { referencesOf } from '../../engine/src/provisioning/request/referringTexts';
import { aDocument, filledIn } from '../kit/client/document';
import { readFacts, type ElementFacts } from '../../sandbox/src/facts';
import { useSandbox } from '../kit/client/ownSandbox';
import { debianPackages } from '../../scripts/host/debianPackages';
import { requestBy } from '../kit/factRequests';
import { runScript } from './shell';

// The command that Copy as cURL makes, for every element, run by a real shell with a real cURL.

const fixtures = path.join(import.meta.dirname, '../fixtures/requests');

describe('a cURL command', () => {
  const place = useSandbox('curl');
  before(async function () {
    this.timeout(30 * 60_000);
    await debianPackages({ bash: 'bash', curl: 'curl' }, (line) => process.stderr.write(`${line}\n`));
  });

  /** Requests that the sandbox accepts, one for each element, and those of the fixtures, which it may refuse. */
  function requests(): { accepted: string[]; others: string[] } {
    const accepted = readFacts().map((element, index) =>
      JSON.stringify(request(element), undefined, [2, undefined, '\t'][index % 3]),
    );
    // Characters with a meaning in shells, in a JSON string.
    const odd = {
      element: { key: 'twilio' },
      name: `it's "$HOME" \`id\` !! \\ %PATH% $(id) é😀中 ‘’“”`,
      tags: ['a\nb', ''],
    };
    const others = readdirSync(fixtures).map((name) => readFileSync(path.join(fixtures, name), 'utf8'));
    return { accepted, others: [...others, JSON.stringify(odd), `\r\n${JSON.stringify(odd, undefined, 2)}\r\n\r\n`] };
  }

  function request(element: ElementFacts) {
    const [way] = element.authentication;
    assert.ok(way, element.key);
    const body = requestBy(element, way, way.flow === 'direct' ? undefined : 'http://127.0.0.1/callback', []);
    if (way.flow === 'direct') return body;
    const { configuration } = body;
    return { ...body, providerData: place.sandbox.consent({ elementKey: element.key, configuration }) };
  }

  const access = () => ({
    baseUrl: place.sandbox.baseUrl,
    userSecret: place.sandbox.secrets.user,
    organizationSecret: place.sandbox.secrets.organization,
  });
  const variables = () => ({
    CE_USER_SECRET: access().userSecret,
    CE_ORGANIZATION_SECRET: access().organizationSecret,
  });

  const parsed = (text: string): unknown => JSON.parse(text);

  /** Runs the commands, and compares what arrived with what was to be sent. */
  async function arrive(
    shell: 'bash' | 'sh',
    commands: readonly ReturnType<typeof curlCommand>[],
    sent: { readonly bodies: readonly string[]; readonly accepted: number },
    environment: Readonly<Record<string, string>>,
  ): Promise<void> {
    const created = () => place.sandbox.instances().filter(({ name }) => name === 'mine').length;
    const before = created();
    const script = commands.map((command) => ('text' in command ? command.text : assert.fail(command.problem)));
    await runScript(shell, `${script.join('\n')}\n`, place.folder, environment);
    const arrived = place.sandbox.requests();
    assert.deepEqual(
      arrived.map(({ body }) => body),
      sent.bodies,
    );
    const { userSecret, organizationSecret } = access();
    for (const { operation, headers } of arrived) {
      assert.equal(operation, 'POST /instances');
      assert.equal(headers.authorization, `User ${userSecret}, Organization ${organizationSecret}`);
      assert.equal(headers['content-type'], 'application/json');
    }
    assert.equal(created() - before, sent.accepted);
  }

  it('sends every request to the platform as the same JSON, with secrets and references from the environment', async function () {
    this.timeout(5 * 60_000);
    const { accepted, others } = requests();
    // Each string becomes a reference, alternately to either store.
    const values = new Map<string, string>();
    const referring = [...accepted, ...others].map((text) =>
      text.replaceAll(/(?<=": *")[^"\\]+(?=",?\s*[\n}])/g, (value) => {
        const known = [...values].find(([, kept]) => kept === value)?.[0];
        const reference = known ?? `\${${values.size % 2 === 0 ? 'env' : 'secret'}:V.${values.size}}`;
        values.set(reference, value);
        return reference;
      }),
    );
    assert.ok(values.size > 100);
    const names = nameVariables(shells.posix, referring.map(aDocument).flatMap(referencesOf));
    const environment = Object.fromEntries(
      [...values].map(([reference, value]) => [names.get(reference) ?? '', value]),
    );
    const commands = referring.map((text) =>
      curlCommand(shells.posix, { ...access(), ...secretReferences }, { json: jsonWord(aDocument(text), names) }),
    );
    const bodies = referring.map((text) => filledIn(text, values));
    assert.deepEqual(bodies, [...accepted, ...others]);
    const typed = bodies.map(inPlainSight);
    assert.deepEqual(typed.map(parsed), bodies.map(parsed));
    await arrive('bash', commands, { bodies: typed, accepted: accepted.length }, { ...variables(), ...environment });
  });

  it('sends every file to the platform byte for byte', async function () {
    this.timeout(5 * 60_000);
    const { accepted, others } = requests();
    const bodies = [...accepted, ...others];
    const names = bodies.map((_, index) => `${index} it's "a" $file.instance.json`);
    await Promise.all(names.map((name, index) => writeFile(path.join(place.folder, name), bodies[index] ?? '')));
    const commands = names.map((file) => curlCommand(shells.posix, { ...access(), ...secretReferences }, { file }));
    await arrive('bash', commands, { bodies, accepted: accepted.length }, variables());
  });

  it('sends every request to the platform as the same JSON with all values in plain text, in sh, too', async function () {
    this.timeout(5 * 60_000);
    const { accepted, others } = requests();
    const bodies = [...accepted, ...others];
    const commands = bodies.map((text) =>
      curlCommand(shells.posix, access(), { json: jsonWord(aDocument(text), new Map()) }),
    );
    await arrive('sh', commands, { bodies: bodies.map(inPlainSight), accepted: accepted.length }, {});
  });
});
