import * as vscode from 'vscode';
import type { AccountColor } from '../../../engine/src/accounts/accounts';

// VS Code's chart colors from its own dark themes. They are also visible on light themes.
const values: Record<AccountColor, string> = {
  red: '#f14c4c',
  orange: '#d18616',
  yellow: '#cca700',
  green: '#89d185',
  blue: '#3794ff',
  purple: '#b180d7',
};

/** An icon for a row of a quick pick. It is an image, because VS Code shows a theme icon there without its color. */
export function dotIcon(dot: AccountColor | 'none' | undefined): vscode.IconPath | undefined {
  if (dot === undefined) return undefined;
  if (dot === 'none') return new vscode.ThemeIcon('circle-outline');
  const circle = `<circle cx="8" cy="8" r="5.5" fill="${values[dot]}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${circle}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
