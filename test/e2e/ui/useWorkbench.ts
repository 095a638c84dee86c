// A file of tests here is a walk through one feature, by mouse and keyboard in the real workbench. To add one, put
// `<feature>.test.ts` into this folder, with one `describe` that calls `useWorkbench`:
//
// - `npm test -- ui` runs each file in a process of its own and tells of it as it ends; `--grep <words>` picks tests.
// - The tests of a file share a sandbox and a workbench, in order; what follows a failed one is not run.
// - What repeats a walk (other speeds, themes, real waiting times) goes into the folder `more`, for `npm test -- ui --all`.
// - A look at the screen waits for what it looks for: `locator(…).waitFor()`, never `count()`, `textContent()` or
//   `isVisible()`; a text that is copied or saved is waited for with `copied`, `copyAll` and `save`; anything else with
//   `eventually`. Nothing sleeps and nothing takes the time: a busy machine is slow, and that is no fault.
import { startSandbox } from '../../../sandbox/src/server';
import type { Sandbox, SandboxOptions } from '../../../sandbox/src/server';
import type { Settings } from '../../../scripts/host/settings';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

/** The first time, what a file of tests needs is installed: VS Code's server, a browser, a shell. Milliseconds. */
export const installLimit = 30 * 60_000;

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
    this.timeout(installLimit);
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
