import { createAccounts } from '../../../engine/src/accounts/storedAccounts';
import { createFileSecrets, fileSecretEntry } from '../../../engine/src/accounts/fileSecrets';
import type { Secrets } from '../../../engine/src/accounts/memento';
import { accountFlows } from '../../../client/src/features/accounts/accountFlows';
import { pickElement } from '../../../client/src/features/editing/pickElement';
import type { EditableDocument } from '../../../client/src/vscode/editorDocument';
import type { CheckResult } from '../../../common/src/protocol/checking';
import type { MoveSecretParams } from '../../../common/src/protocol/secrets';
import { anAccount, fakeUi, memorySecrets, memoryState, newSecret, type Script } from './fakes';

export const uri = 'file:///instance.json';

/** A file of one line, open in version 3. */
function openFile(text: string) {
  const file = { text, version: 3, locked: false };
  const at = ({ start, end }: MoveSecretParams['range']) => [start.character, end.character] as const;
  const open: EditableDocument = {
    name: uri,
    uri,
    goTo: () => Promise.resolve(),
    version: () => file.version,
    text: (range) => (range === undefined ? file.text : file.text.slice(...at(range))),
    replace: (range, put) => {
      if (file.locked) return Promise.resolve(false);
      const [start, end] = at(range);
      file.text = file.text.slice(0, start) + put + file.text.slice(end);
      file.version += 1;
      return Promise.resolve(true);
    },
  };
  return { file, open };
}

/** The context of the commands for secrets, with one account, and with an open file where there is a text. */
export async function secretWindow(
  script: Script,
  text?: string,
  secrets: Secrets = memorySecrets(),
  checked?: Partial<CheckResult>,
) {
  const [ui, state] = [fakeUi(script), memoryState()];
  const accounts = createAccounts(state, memorySecrets(), () => '');
  await accounts.add(anAccount, { userSecret: newSecret(), organizationSecret: newSecret() });
  const opened = text === undefined ? undefined : openFile(text);
  const result = {
    problems: [],
    entries: [],
    secretEntries: [],
    elementKey: 'helpscout',
    elementName: 'Help Scout',
    ...checked,
  };
  const readOwnFile = () => Promise.resolve('[{"key":"zendesk","name":"Zendesk"}]');
  const services = {
    ...accountFlows({ ui, accounts, http: () => Promise.reject(new Error('Unexpected call.')) }),
    ui,
    accounts,
    fileSecrets: createFileSecrets(state, secrets),
    check: () => Promise.resolve(result),
    documents: {
      active: () => opened?.open,
      find: (name: string) => (name === uri ? opened?.open : undefined),
    },
    pickElement: (title: string) => pickElement({ ui, readOwnFile }, title),
  };
  const read = (name: string, key = 'helpscout') => services.fileSecrets.read(fileSecretEntry(anAccount, key, name));
  const store = (name: string, value: string, account = anAccount) =>
    services.fileSecrets.store(fileSecretEntry(account, 'helpscout', name), value);
  const clear = () => [ui.everythingShown(), state.dump()].join('\n');
  return { ui, services, state, read, store, clear, file: opened?.file };
}
