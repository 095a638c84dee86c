import { creationRequest } from '../platform/instanceApi';
import type { Access } from '../platform/access';
import type { Shell } from '../../../common/src/shells/shells';
import { headerWord } from './variables';
import { firstUnseen, inPlainSight } from './unseen';
import { mapText, type Quoted, type UnseenProblem, type Word } from '../../../common/src/shells/word';

/** What a command sends: a request that is in it, or a file by the name that it has in its folder. */
export type Payload = { readonly json: Word } | { readonly file: string };

/**
 * The cURL command that creates an instance as Provision does: the same method, address, secrets, the same JSON as body, and
 * no redirect followed. `access` has the secrets, or the references to their variables. It is for a terminal, so that all of
 * it can be seen: what a terminal would act on is escaped in JSON, and nowhere else can it be.
 */
export function curlCommand(shell: Shell, access: Access, payload: Payload): Quoted | UnseenProblem {
  const { method, url, headers } = creationRequest(access, '');
  const file = 'file' in payload ? payload.file : '';
  const unseen = findUnseen({ file, account: [url, ...Object.values(headers)].join(' ') });
  if (unseen !== undefined) return unseen;
  // In the order of the documentation, which knows these two.
  const parts: [option: string, word: Word][] = [
    ['-H', headerWord(`Authorization: ${headers['Authorization'] ?? ''}`)],
    ['-H', headerWord(`Content-Type: ${headers['Content-Type'] ?? ''}`)],
    // `-d` takes the line breaks out of a file, and `--data-binary` does not.
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
