/** Where people write cURL commands. */
export const scriptLanguages = ['shellscript', 'markdown', 'powershell', 'bat'] as const;

/** True where a text holds an address that a call to the platform has. Nothing else of other people's files is looked at. */
export function holdsAddress(text: string): boolean {
  // Most files are through with these two.
  if (text.includes('/elements/api-v2')) return true;
  return text.includes('/instances') && /[/\w.-]\/instances\b/.test(text);
}
