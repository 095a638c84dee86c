import { lookAlike } from '../../../common/src/json/lookAlikes';
import { argumentOf, type Argument, type Word } from './command';

/** The options of cURL that take a value, after its manual page. */

const shortWithValue = 'AbcCdDeEFHKmoPQrtTuUwxXyYz';

const longWithValue = new Set(
  `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
  continue-at cookie cookie-jar crlfile curves data data-ascii data-binary data-raw data-urlencode delegation
  dns-servers doh-url dump-header ech engine expect100-timeout form form-string header hostpubmd5 hostpubsha256 hsts
  interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type limit-rate local-port login-options
  max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir parallel-max pass pinnedpubkey
  preproxy proto proto-default proto-redir proxy proxy-cacert proxy-header proxy-user proxy1.0 pubkey quote random-file
  range rate referer request request-target resolve retry retry-delay retry-max-time sasl-authzid service-name
  socks4 socks4a socks5 socks5-hostname speed-limit speed-time stderr time-cond tls-max tls13-ciphers trace
  trace-ascii trace-config unix-socket upload-file url url-query user user-agent variable vlan-priority write-out`.split(
    /\s+/,
  ),
);

/** Common long options without a value: a long dash before one of them replaces two. */
const longWithoutValue = new Set(
  'compressed fail fail-with-body get globoff head http1.1 http2 include insecure ipv4 ipv6 location location-trusted no-buffer no-progress-meter progress-bar remote-name show-error silent verbose'.split(
    ' ',
  ),
);

const dashes = /^[-\u2010-\u2015\u2212\ufe63\uff0d]+/;

export interface Option {
  /** Without dashes: `d`, `data`. */
  readonly name: string;
  readonly value?: Argument;
}

/** A look-alike dash in a word: its offset, and what to replace it with. */
export interface WrongDash {
  readonly start: number;
  readonly character: string;
  readonly replacement: string;
}

const straight = (text: string): string =>
  text.replaceAll(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, (dash) => lookAlike(dash)?.replacement ?? dash);

/** An option as it was meant: `—data` is `--data`. Undefined for a word that isn't an option. */
function optionText(word: Word): { dashes: string; intended: string; name: string } | undefined {
  const [first] = word.pieces;
  if (!first || first.quotes || first.isVariable || first.at !== 0) return undefined;
  const found = dashes.exec(first.text)?.[0];
  if (found === undefined || found.length === word.value.length) return undefined;
  const name = straight(/^[^\s=]*/.exec(first.text.slice(found.length))?.[0] ?? '');
  const isLong = found.length > 1 || (found !== '-' && (longWithValue.has(name) || longWithoutValue.has(name)));
  return { dashes: found, intended: isLong ? '--' : '-', name };
}

/** The look-alike dashes of an option. */
export function wrongDashes(word: Word): WrongDash[] {
  const option = optionText(word);
  const [first] = word.pieces;
  if (!option || !first) return [];
  const { dashes: written, intended, name } = option;
  const wrong: WrongDash[] = [];
  const length = written.length + name.length;
  for (let at = 0; at < length; at++) {
    const character = first.text.charAt(at);
    if (character === '-' || straight(character) === character) continue;
    // The rest of a short option is its value.
    if (at >= written.length && intended === '-') break;
    const replacement = at === 0 && written.length === 1 ? intended : '-';
    wrong.push({ start: first.start + at, character, replacement });
  }
  return wrong;
}

/** The options of a command, and the words that belong to none, which are addresses. */
export function readOptions(words: readonly Word[]): { options: readonly Option[]; others: readonly Word[] } {
  const options: Option[] = [];
  const others: Word[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (!word) continue;
    const text = optionText(word);
    if (!text) {
      others.push(word);
      continue;
    }
    const next = words[index + 1];
    const value = next ? { value: argumentOf(next) } : {};
    if (text.intended === '--') {
      const takesValue = longWithValue.has(text.name);
      options.push({ name: text.name, ...(takesValue ? value : {}) });
      if (takesValue) index++;
      continue;
    }
    // Several letters share a dash. The first one that takes a value gets the rest of the word, or the next word.
    const from = text.dashes.length;
    for (let at = from; at < word.value.length; at++) {
      const name = word.value.charAt(at);
      if (!shortWithValue.includes(name)) {
        options.push({ name });
        continue;
      }
      const isLast = at === word.value.length - 1;
      options.push({ name, ...(isLast ? value : { value: argumentOf(word, at + 1) }) });
      if (isLast) index++;
      break;
    }
  }
  return { options, others };
}

/** True where the last word is an option whose value is the next word. */
export function awaitsValue(words: readonly Word[]): boolean {
  const last = words.at(-1);
  const text = last && words.length > 1 ? optionText(last) : undefined;
  if (!text || !last) return false;
  if (text.intended === '--') return longWithValue.has(text.name);
  return last.value.length === text.dashes.length + 1 && shortWithValue.includes(text.name);
}
