import { startSandbox } from '../../../sandbox/src/server';
import type { Sandbox, SandboxOptions } from '../../../sandbox/src/server';
import type { Settings } from '../../host/settings';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

export interface Place {
  readonly sandbox: Sandbox;
  readonly workbench: Workbench;
}

export interface PlaceOptions {
  readonly sandbox?: SandboxOptions;
  /** False where the person has to add the sandbox as an account. */
  readonly hasSandboxAccount?: boolean;
  readonly user?: Settings;
  /** Files to put beside the samples, text by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * A sandbox and a workbench for the tests of one `describe`, which share them in order. A test that fails leaves a picture.
 * `options` is asked before the first of them.
 */
export function useWorkbench(options: () => PlaceOptions | Promise<PlaceOptions> = () => ({})): Place {
  let sandbox: Sandbox;
  let workbench: Workbench;
  before(async function () {
    // The first time, this installs VS Code's server and a browser.
    this.timeout(8 * 60_000);
    const { hasSandboxAccount = true, user, files, ...rest } = await options();
    sandbox = await startSandbox(rest.sandbox);
    workbench = await openWorkbench(hasSandboxAccount ? { 'cloudElements.sandbox.url': sandbox.url } : {}, user, files);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture('failure');
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });
  return {
    get sandbox() {
      return sandbox;
    },
    get workbench() {
      return workbench;
    },
  };
}
