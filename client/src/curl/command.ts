import { creationRequest } from '../platform/instances';
import type { Access } from '../platform/access';
import type { Shell } from './shells';
import { headerWord } from './variables';
import type { Quoted, Word } from './word';

/** What a command sends: a request that is in it, or a file by the name that it has in its folder. */
export type Payload = { readonly json: Word } | { readonly file: string };

/**
 * The cURL command that creates an instance as Provision does: the same method, address, body, secrets, and no redirect
 * followed. `access` has the secrets, or the references to their variables.
 */
export function curlCommand(shell: Shell, access: Access, payload: Payload): Quoted {
  const { method, url, headers } = creationRequest(access, '');
  // In the order of the documentation, which knows these two.
  const parts: [option: string, word: Word][] = [
    ['-H', headerWord(`Authorization: ${headers['Authorization'] ?? ''}`)],
    ['-H', headerWord(`Content-Type: ${headers['Content-Type'] ?? ''}`)],
    // `-d` takes the line breaks out of a file, and `--data-binary` does not.
    'file' in payload ? ['--data-binary', [`@${payload.file}`]] : ['-d', shell.fit(payload.json)],
    ['', [url]],
  ];
  const lines = [`${shell.program} -X ${method}`];
  for (const [option, word] of parts) {
    const quoted = shell.quote(word);
    if ('problem' in quoted) return quoted;
    lines.push(`${option} ${quoted.text}`.trimStart());
  }
  const command = lines.join(` ${shell.continuation}\n  `);
  if (shell.isTooLong(command)) return { problem: 'too-long' };
  const words = parts.map(([, word]) => word);
  return { text: shell.enclose(command, words) };
}
