import assert from 'node:assert/strict';
import path from 'node:path';
import { sourceFiles } from '../../scripts/messageTexts';
import { proseOutsideOfMessages } from '../kit/proseLiterals';

const root = path.join(import.meta.dirname, '../..');

/** Files whose sentences are no texts of ours for a person, with the reason. */
const exempt: Readonly<Record<string, string>> = {
  'client/src/vscode/dotIcon.ts': 'a picture',
  'engine/src/provisioning/signIn/redirectPage.ts': 'HTML around messages',
  'engine/src/provisioning/signIn/listener.ts': 'headers of HTTP',
  'engine/src/platform/callLog.ts': 'a line of the log',
  'engine/src/platform/ping.ts': 'what the platform answers',
  'engine/src/provisioning/signIn/unknownElement.ts': 'what the platform answers',
  'server/src/catalog/providerSignIn.ts': 'what the schemas call entries',
  'server/src/curl/options.ts': 'options of cURL',
  'server/src/connection/lifecycle.ts': 'errors of the protocol, for programmers',
  'server/src/connection/followDocuments.ts': 'a line of the log',
  'server/src/connection/connection.ts': 'a line of the log',
  'server/src/curl/callFindings.ts': 'headers of HTTP',
  'server/src/node/commandLine.ts': 'the help of a command, before any editor says its language',
  'server/src/node/serverLanguage.ts': 'said where the translations cannot be read',
  'common/src/protocol/documents.ts': 'the name of the product',
};

describe('texts that a person reads', () => {
  const files = sourceFiles(root);

  for (const file of files.filter((name) => !(name in exempt))) {
    it(`are translated, all of them, in ${file}`, () => {
      assert.deepEqual(proseOutsideOfMessages(root, file), []);
    });
  }

  it('are exempt only in files that there are, and that have some', () => {
    for (const file of Object.keys(exempt)) {
      assert.ok(files.includes(file) && proseOutsideOfMessages(root, file).length > 0, file);
    }
  });
});
