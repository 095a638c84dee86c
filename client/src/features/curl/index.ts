import * as vscode from 'vscode';
import { openDocument } from '../../vscode/editorDocument';
import { registerCommands } from '../../vscode/registerCommands';
import type { CommandWindow } from '../../vscode/runCommand';
import { copyCurl, type CopyContext } from './copyCurl';
import { createFromCurl, type CreateContext } from './createFromCurl';
import { registerCurlFiles, type CurlFilesContext } from './curlFiles';

/** Registers the commands for cURL, and reports missing files that the commands in scripts send. */
export function activateCurl(
  context: CopyContext & CreateContext & CurlFilesContext & CommandWindow,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommands(context, {
      'cloudElements.curl.copy': async (uri) => copyCurl(context, await openDocument(uri)),
      'cloudElements.curl.create': () => createFromCurl(context),
    }),
    registerCurlFiles(context),
  );
}
