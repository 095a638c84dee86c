// Prints, as JSON, every text that client and engine can show, and what the server shows for every fixture, translated to the
// pseudo-locale: run by
// test/l10n/pseudoLocale.test.ts as a process of its own, because many messages are made while their file loads.
import './usePseudo';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { schemas } from '../kit/catalog';
import { startInProcess } from '../kit/client';
import { functionsOf, loadMessages, rooms } from '../kit/messageSamples';

const root = path.join(__dirname, '../..');
const languages: Readonly<Record<string, string>> = { '.json': 'cloud-elements-instance', '.sh': 'shellscript' };
const folders = ['test/golden/texts', 'sandbox/samples', 'test/fixtures/documented', 'test/fixtures/fixes'];

async function textsOfServer(): Promise<string[]> {
  const client = startInProcess(schemas);
  await client.initialize({ textDocument: { diagnostic: {} } }, { curl: true, secretStore: true });
  const texts = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(path.join(root, folder)).filter((file) => path.extname(file) in languages)) {
      const textDocument = { uri: `file:///${folder}/${name}` };
      const languageId = languages[path.extname(name)] ?? '';
      const text = readFileSync(path.join(root, folder, name), 'utf8');
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId, version: 1, text },
      });
      const { items } = await client.connection.sendRequest<{ items: { message: string; range: unknown }[] }>(
        'textDocument/diagnostic',
        { textDocument },
      );
      for (const diagnostic of items) {
        texts.add(diagnostic.message);
        const fixes = await client.connection.sendRequest<{ title: string }[]>('textDocument/codeAction', {
          textDocument,
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        });
        for (const { title } of fixes) texts.add(title);
      }
    }
  }
  client.dispose();
  return [...texts];
}

const account = { id: 'a', label: '1', baseUrl: 'https://127.0.0.1/', kind: 'production' };
/** Arguments of the functions whose values are not all texts. */
const structured: Readonly<Record<string, readonly unknown[]>> = {
  statusText: [account],
  statusTip: [account, false],
  lensTitle: [account],
  markedAccount: [account],
  accountLine: [account, { isActive: true, hasSecrets: false }],
  sentences: [['1']],
  regionLine: ['1', 'test'],
};

/** The constants of all files of messages, and what their functions make of values without a letter. */
function textsOfMessages(): string[] {
  return Object.entries(rooms).flatMap(([file, { fromOutside = {} }]) => {
    const messages = loadMessages(file);
    const made = [...functionsOf(messages)].map(([name, make]) => {
      const sample = fromOutside[name];
      return sample ? sample('1') : (make as (...args: unknown[]) => unknown)(...(structured[name] ?? ['1', '1', '1']));
    });
    return stringsIn([messages, made]);
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

async function main(): Promise<void> {
  process.stdout.write(JSON.stringify([...(await textsOfServer()), ...textsOfMessages()]));
}

void main();
