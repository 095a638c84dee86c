import fs from 'node:fs';
import path from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** What keeps a VS Code started by us quiet: no network of its own, no welcome, no question, no animation. */
export const quietSettings: Settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'remote.autoForwardPorts': false,
  'git.enabled': false,
  'files.autoSave': 'off',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
};

/**
 * Writes the settings of a user-data folder that VS Code is about to start with.
 * Desktop VS Code reads a setting of scope `machine` from User/settings.json, and the server for a browser reads it from
 * Machine/settings.json; each ignores the other file.
 */
export function writeSettings(userData: string, user: Settings, machine: Settings = {}): void {
  const files = { User: { ...quietSettings, ...user, ...machine }, Machine: machine };
  for (const [folder, settings] of Object.entries(files)) {
    fs.mkdirSync(path.join(userData, folder), { recursive: true });
    fs.writeFileSync(path.join(userData, folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}
