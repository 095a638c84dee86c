import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox/src/server';

/** A sandbox and a folder for the tests of one `describe`; before each of them the sandbox has no faults and no requests. */
export function useSandbox(name: string): { readonly sandbox: Sandbox; readonly folder: string } {
  let sandbox: Sandbox;
  let folder = '';
  before(async () => {
    sandbox = await startSandbox();
    folder = await mkdtemp(path.join(tmpdir(), `${name}-`));
  });
  after(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.resetRequests();
  });
  return {
    get sandbox() {
      return sandbox;
    },
    get folder() {
      return folder;
    },
  };
}
