import assert from 'node:assert/strict';
import type { TestClient } from './client';

/** Everything a server says about a document, but for its name. */
async function answersAbout({ connection }: TestClient, uri: string): Promise<unknown> {
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  return Promise.all([
    ask('diagnostic'),
    ask('documentSymbol'),
    ask('foldingRange'),
    ask('formatting', { options: { tabSize: 4, insertSpaces: true } }),
  ]);
}

/** The server says of a document what it says of one that was opened with that text in the first place. */
export async function assertSameAnswers(client: TestClient, uri: string, text: string): Promise<void> {
  const fresh = `${uri}.fresh.instance.json`;
  await client.open(fresh, text);
  assert.deepEqual(await answersAbout(client, uri), await answersAbout(client, fresh));
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: fresh } });
}
