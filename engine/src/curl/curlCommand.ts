import { creationRequest } from '../platform/instanceApi';
import type { Access } from '../platform/access';
import type { Shell } from '../../../common/src/shells/shells';
import { headerWord } from './variables';
import { firstUnseen, inPlainSight } from './unseen';
import { mapText, type Quoted, type UnseenProblem, type Word } from '../../../common/src/shells/word';

/** What a command sends: a request that is part of the command, or a file, by its name in its folder. */
export type Payload = { readonly json: Word } | { readonly file: string };

/**
 * Returns the cURL command that creates an instance as Provision does: with the same method, address, secrets and JSON, and
 * without following redirects. `access` has the secrets, or the references to their variables. The command is for a terminal,
 * so all of it must be visible. Invisible characters are escaped in JSON. Anywhere else they can't be escaped, and the
 * function returns a problem instead.
 */
export function curlCommand(shell: Shell, access: Access, payload: Payload): Quoted | UnseenProblem {
  const { method, url, headers } = creationRequest(access, '');
  const file = 'file' in payload ? payload.file : '';
  const unseen = findUnseen({ file, account: [url, ...Object.values(headers)].join(' ') });
  if (unseen !== undefined) return unseen;
  // The platform's documentation has these two headers, in this order.
  const parts: [option: string, word: Word][] = [
    ['-H', headerWord(`Authorization: ${headers['Authorization'] ?? ''}`)],
    ['-H', headerWord(`Content-Type: ${headers['Content-Type'] ?? ''}`)],
    // `-d` removes the line breaks of a file; `--data-binary` doesn't.
    'file' in payload ? ['--data-binary', [`@${file}`]] : ['-d', shell.fit(mapText(payload.json, inPlainSight))],
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
  const values = parts.map(([, word]) => word);
  return { text: shell.enclose(command, values) };
}

function findUnseen(texts: Readonly<Record<UnseenProblem['place'], string>>): UnseenProblem | undefined {
  for (const place of ['file', 'account'] as const) {
    const character = firstUnseen(texts[place]);
    if (character !== undefined) return { problem: 'unseen', character, place };
  }
  return undefined;
}
