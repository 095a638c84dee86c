import * as vscode from 'vscode';
import { runCommand, type CommandWindow } from './runCommand';

/** Runs a command with the argument that a menu, a code lens or a quick fix passes. May reject: see {@link runCommand}. */
export type Command = (argument: unknown) => Promise<unknown>;

/** Registers commands by their ids in the manifest. The registered commands never reject. */
export function registerCommands(
  window: CommandWindow,
  commands: Readonly<Record<string, Command>>,
): vscode.Disposable {
  const registered = Object.entries(commands).map(([id, command]) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runCommand(window, id, async () => {
        await command(argument);
      }),
    ),
  );
  return vscode.Disposable.from(...registered);
}
