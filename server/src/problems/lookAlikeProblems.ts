import type { CharacterRepair, QuoteRepair, SyntaxFaultDetail } from '../../../common/src/json/faults';
import { describeCharacter } from '../../../common/src/json/lookAlikes';
import type { OffsetRange } from '../../../common/src/json/tree';
import { only, repairEdits } from './fixEdits';
import { fixTitles } from './fixTitles';
import { withArticle } from './phrases';
import type { ProblemEntries, WithCode } from './problemEntry';

/** Characters that only look like those that JSON, or the shell around it, needs. */
export type LookAlikeDetail = WithCode<SyntaxFaultDetail, LookAlikeInCommand['code']> | LookAlikeInCommand;

/** Look-alikes where the shell reads them. `shellQuote` is what belongs there. */
type LookAlikeInCommand =
  | {
      readonly code: 'look-alike-quotes' | 'single-quotes';
      readonly repair: QuoteRepair;
      readonly character: string;
      readonly shellQuote: string;
    }
  | { readonly code: 'look-alike-character'; readonly repair: CharacterRepair; readonly inShell: true };

type Of<Code extends LookAlikeDetail['code']> = WithCode<LookAlikeDetail, Code> & { readonly range: OffsetRange };

export const lookAlikeProblems: ProblemEntries<LookAlikeDetail> = {
  'look-alike-quotes': {
    severity: 'error',
    fixAll: true,
    message: quotesMessage,
    fixes: ({ repair }) => [only('Straighten the quotes of this string', repairEdits(repair))],
    commandTitle: () => fixTitles.straightenShellQuotes,
  },
  'single-quotes': {
    severity: 'error',
    fixAll: true,
    message: quotesMessage,
    fixes: ({ repair }) => [only('Use double quotes', repairEdits(repair))],
    commandTitle: () => fixTitles.straightenShellQuotes,
  },
  'look-alike-character': {
    severity: 'error',
    fixAll: true,
    message: lookAlikeMessage,
    fixes: ({ repair }) => [only(replaceTitle(repair), repairEdits(repair))],
    commandTitle: ({ repair }) => replaceTitle(repair),
  },
};

function replaceTitle({ character, replacement }: CharacterRepair): string {
  if (replacement.trim() !== '') return `Replace with "${replacement.charAt(0)}"`;
  return `${replacement === '' ? 'Remove' : 'Replace'} the ${describeCharacter(character)}`;
}

function lookAlikeMessage(problem: Of<'look-alike-character'>): string {
  const { repair } = problem;
  const who = 'inShell' in problem ? 'the shell' : 'JSON';
  const count = repair.end - repair.start;
  const what = `${withArticle(describeCharacter(repair.character))}${count > 1 ? `, ${count} times in a row` : ''}`;
  const belongs = repair.replacement.trim().charAt(0);
  if (belongs !== '') return `This is ${what}, where ${who} needs "${belongs}".`;
  return repair.replacement === ''
    ? `This is ${what}, which ${who} does not allow here.`
    : `This is ${what}, where ${who} needs a plain space.`;
}

function quotesMessage(problem: Of<'look-alike-quotes' | 'single-quotes'>): string {
  const { repair, range, character } = problem;
  const opens = range.start === repair.start;
  const kind = character === "'" ? 'double' : 'straight';
  const missing = repair.missing === undefined ? '' : `, and its ${opens ? 'closing' : 'opening'} quote is missing`;
  if ('shellQuote' in problem) {
    return `This text ${opens ? 'opens' : 'ends'} with ${character}, ${withArticle(describeCharacter(character))}. The shell needs a ${problem.shellQuote === '"' && kind === 'double' ? 'double' : 'straight'} quote (${problem.shellQuote}).`;
  }
  return `This string ${opens ? 'opens' : 'ends'} with ${character}, ${withArticle(describeCharacter(character))}${missing}. JSON needs a ${kind} quote (").`;
}
