import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './document';

/** Commands on their way. Each ends when the message it shows is closed. */
const running = new Set<unknown>();

/** Presses Provision, and awaits nothing. */
export function provision(): void {
  const command = vscode.commands.executeCommand('cloudElements.instance.provision');
  running.add(command);
  const end = (): void => void running.delete(command);
  command.then(end, end);
}

/** Closes messages until everything that was pressed has come to its end. */
export function closeMessages(): Promise<unknown> {
  return eventually('the commands to end with their messages closed', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return running.size === 0 ? true : undefined;
  });
}

/** Sets a setting of the user; undefined for its default. */
export function set(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

/** All files of a folder and of those in it, byte for character. */
export function readAll(folder: string): { file: string; text: string }[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: fs.readFileSync(file, 'latin1') }));
}
