// What Windows does with a command line, by its published rules, so that quoting can be held to it without a Windows.

export type Environment = Readonly<Record<string, string>>;

/** Microsoft's C runtime: "Parsing C command-line arguments". */
export function splitArguments(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let inQuotes = false;
  for (let at = 0; at < line.length; at++) {
    const [backslashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    const character = line[at + backslashes.length] ?? '';
    if (backslashes !== '' && character !== '"') {
      word = (word ?? '') + backslashes;
      at += backslashes.length - 1;
    } else if (character === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(backslashes.length / 2));
      at += backslashes.length;
      if (backslashes.length % 2 === 1) word += '"';
      else if (inQuotes && line[at + 1] === '"') {
        word += '"';
        at += 1;
      } else inQuotes = !inQuotes;
    } else if (!inQuotes && /[ \t]/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  return word === undefined ? words : [...words, word];
}

/** The prompt of cmd: puts in variables, then takes quotes and carets. Throws at what would end the command. */
export function throughCmd(line: string, environment: Environment): string {
  const put = expandVariables(line, environment);
  let passed = '';
  let inQuotes = false;
  for (let at = 0; at < put.length; at++) {
    const character = put[at] ?? '';
    if (/[\r\n]/.test(character)) throw new Error('The command ends at a line break.');
    if (character === '"') inQuotes = !inQuotes;
    if (!inQuotes && character === '^') {
      at += 1;
      passed += put[at] ?? '';
      continue;
    }
    if (!inQuotes && /[&|<>]/.test(character)) throw new Error(`The command ends at ${character}`);
    passed += character;
  }
  return passed;
}

/** A percent sign that begins no variable stays, and the next one may begin one. */
function expandVariables(line: string, environment: Environment): string {
  let expanded = '';
  for (let at = 0; at < line.length; at++) {
    const end = line[at] === '%' ? line.indexOf('%', at + 1) : -1;
    const [name = '', change] = line.slice(at + 1, end).split(':', 2);
    const value = end === -1 ? undefined : environment[name];
    expanded += value === undefined ? (line[at] ?? '') : change === undefined ? value : 'changed';
    if (value !== undefined) at = end;
  }
  return expanded;
}

/** A string of PowerShell: about_Quoting_Rules, and the quotes of its tokenizer. */
export function readPowerShell(spelled: string, environment: Environment): string {
  const inside = spelled.slice(1, -1);
  if (spelled.startsWith("'")) {
    const rest = inside.replaceAll(/['\u2018-\u201b]{2}/g, '');
    if (/['\u2018-\u201b]/.test(rest)) throw new Error('The string ends early.');
    return inside.replaceAll(/(['\u2018-\u201b])['\u2018-\u201b]/g, '$1');
  }
  return inside.replaceAll(/`([^])|\$\{env:([^}]*)\}|\$env:(\w+)|["\u201c-\u201e$]/g, (text, ...groups: string[]) => {
    const [escaped, braced, plain] = groups;
    if (escaped !== undefined) return escaped;
    const name = braced ?? plain;
    if (name === undefined) throw new Error(`The string ends, or goes on elsewhere, at ${text}`);
    return environment[name] ?? '';
  });
}

/**
 * How PowerShell writes a word into a command line, with `Legacy`: NativeCommandParameterBinder.cs of PowerShell, as of 7,
 * and as of its first public version, which is that of Windows PowerShell 5.1.
 */
export function passArgument(word: string, version: 5 | 7): string {
  let quotes = 0;
  let isQuoted = false;
  for (const { 0: character, index } of word.matchAll(/[^]/g)) {
    if (character === '"' && (version === 5 || word[index - 1] !== '\\')) quotes += 1;
    else if (/[\s\x85]/.test(character) && quotes % 2 === 0) isQuoted = true;
  }
  if (!isQuoted) return word;
  const [backslashes = ''] = /\\*$/.exec(word) ?? [];
  return `"${word}${version === 7 ? backslashes : ''}"`;
}
