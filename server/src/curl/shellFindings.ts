import { insertion, type TextEdit } from '../../../common/src/json/edits';
import type { QuoteRepair } from '../../../common/src/json/faults';
import { lookAlike } from '../../../common/src/json/lookAlikes';
import type { Quotes, Word } from './command';
import { requote, rightFamily } from './bodyEdits';
import type { CurlCommand } from './commands';
import { finding, range, type Finding } from './findings';
import { wrongDashes } from './options';
import { markOf, shellRules } from './shellRules';

/** Finds why the shell reads a command differently than meant. Each problem has one right fix. */
export function findShellProblems(command: CurlCommand): Finding[] {
  const isShifted = command.words.some((word) => word.quotes.some((quotes) => isFollowedByText(command, word, quotes)));
  return [
    ...command.words.flatMap((word) => [
      ...dashFindings(word),
      ...word.quotes.flatMap((quotes) => quotesFindings(command, word, quotes, isShifted)),
    ]),
    ...spaceFindings(command),
    ...lineEndFindings(command),
  ];
}

function dashFindings(word: Word): Finding[] {
  return wrongDashes(word).map(({ start, character, replacement }) => {
    const end = start + 1;
    const repair = { kind: 'character' as const, start, end, character, replacement };
    return finding({ code: 'look-alike-character', inShell: true, repair, range: { start, end } }, () => [
      { start, end, text: replacement },
    ]);
  });
}

function spaceFindings({ text, lookAlikeSpaces }: CurlCommand): Finding[] {
  return lookAlikeSpaces.map(({ start, end }) => {
    const character = text.charAt(start);
    const replacement = (lookAlike(character)?.replacement ?? ' ').repeat(end - start);
    const repair = { kind: 'character' as const, start, end, character, replacement };
    return finding({ code: 'look-alike-character', inShell: true, repair, range: { start, end } }, () => [
      { start, end, text: replacement },
    ]);
  });
}

/** True where text directly follows a closing quote: it may be an opening one, with the missing quote before it. */
const isFollowedByText = ({ text }: CurlCommand, { end }: Word, quotes: Quotes): boolean =>
  quotes.closed && quotes.end < end && /\w/.test(text.charAt(quotes.end));

/** One problem for a pair of quotes, because they are fixed together. */
function quotesFindings({ text, shell }: CurlCommand, word: Word, quotes: Quotes, isShifted: boolean): Finding[] {
  const { start, end, closed, wrong, inner } = quotes;
  const family = rightFamily(word, quotes, shell);
  const mark = markOf(family, shell);
  const edits = (): TextEdit[] | undefined => requote(text, word, quotes, family, shell);
  const [first] = wrong;
  if (first !== undefined) {
    const character = text.charAt(first);
    const repair: QuoteRepair = { kind: 'quotes', start, end, marks: wrong, toEscape: [], toDrop: [] };
    const code = character === "'" ? 'single-quotes' : 'look-alike-quotes';
    return [finding({ code, repair, character, shellQuote: mark, range: range(first, first + 1) }, edits)];
  }
  if (!closed) {
    const quote = text.charAt(start);
    // The end is also uncertain if there is an expansion in it.
    const isSure = !isShifted && !text.slice(start, end).includes('$(');
    return [
      finding({ code: 'curl-missing-quote', quote, range: range(start, end) }, () => [insertion(end, quote)], {
        isSure,
      }),
    ];
  }
  if (inner.length === 0) return [];
  return [
    finding(
      { code: 'curl-inner-quotes', quote: text.charAt(start), shellQuote: mark, range: range(start, end) },
      edits,
    ),
  ];
}

function lineEndFindings({ shell, lineEnds }: CurlCommand): Finding[] {
  const { continuation: mark } = shellRules[shell];
  return lineEnds.flatMap((lineEnd): Finding[] => {
    const { wordEnd, end } = lineEnd;
    if (lineEnd.mark === undefined) {
      return [
        finding({ code: 'curl-missing-backslash', mark, range: range(wordEnd - 1, wordEnd) }, () => [
          { start: wordEnd, end, text: ` ${mark}` },
        ]),
      ];
    }
    const spaces = range(lineEnd.mark + 1, end);
    if (spaces.start === spaces.end) return [];
    return [finding({ code: 'curl-space-after-backslash', mark, range: spaces }, () => [{ ...spaces, text: '' }])];
  });
}
