import type { CharacterRepair, QuoteRepair, SyntaxFaultDetail } from '../../../common/src/json/faults';
import { describeCharacter } from '../../../common/src/json/lookAlikes';
import type { OffsetRange } from '../../../common/src/json/tree';
import { t } from '../../../common/src/text/translate';
import { onlyFix, repairEdits } from './fixEdits';
import { fixTitles } from './fixTitles';
import type { ProblemEntries, WithCode } from './problemEntry';

/** Characters that look like those that JSON, or the shell around it, needs. */
export type LookAlikeDetail = WithCode<SyntaxFaultDetail, LookAlikeInCommand['code']> | LookAlikeInCommand;

/** Look-alikes that the shell reads. `shellQuote` is the quote to use instead. */
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
    title: 'A string or property name is in curly quotes or other quotes that look like straight ones.',
    severity: 'error',
    fixAll: true,
    message: quotesMessage,
    fixes: ({ repair }) => [onlyFix(t('Use straight quotes'), repairEdits(repair))],
    commandTitle: () => fixTitles.useShellQuotes,
  },
  'single-quotes': {
    title: 'A string or property name is in single quotes.',
    severity: 'error',
    fixAll: true,
    message: quotesMessage,
    fixes: ({ repair }) => [onlyFix(t('Use double quotes'), repairEdits(repair))],
    commandTitle: () => fixTitles.useShellQuotes,
  },
  'look-alike-character': {
    title: 'A character looks like a colon, comma, bracket, minus sign or space, but is a different one.',
    severity: 'error',
    fixAll: true,
    message: characterMessage,
    fixes: ({ repair }) => [onlyFix(characterTitle(repair), repairEdits(repair))],
    commandTitle: ({ repair }) => characterTitle(repair),
  },
};

function characterTitle({ character, replacement }: CharacterRepair): string {
  const name = describeCharacter(character);
  if (replacement.trim() !== '') return fixTitles.replaceWithCharacter(replacement.charAt(0));
  return replacement === '' ? t('Remove {name}', { name }) : t('Replace {name} with a space', { name });
}

function characterMessage({ repair }: Of<'look-alike-character'>): string {
  const { character, start, end } = repair;
  const name = describeCharacter(character);
  const replacement = repair.replacement.trim().charAt(0);
  const count = end - start;
  if (count === 1) {
    if (replacement !== '') return t('Invalid character: {name}. Use "{replacement}" instead.', { name, replacement });
    return repair.replacement === ''
      ? t('Invalid character: {name}. Remove it.', { name })
      : t('Invalid character: {name}. Use a plain space instead.', { name });
  }
  if (replacement !== '') {
    return t('Invalid characters: {name}, {count} in a row. Use "{replacement}" instead.', {
      name,
      count,
      replacement,
    });
  }
  return repair.replacement === ''
    ? t('Invalid characters: {name}, {count} in a row. Remove them.', { name, count })
    : t('Invalid characters: {name}, {count} in a row. Use plain spaces instead.', { name, count });
}

function quotesMessage(problem: Of<'look-alike-quotes' | 'single-quotes'>): string {
  const { repair, range, character } = problem;
  const values = {
    name: describeCharacter(character),
    quote: 'shellQuote' in problem ? problem.shellQuote : '"',
  };
  const isOpening = range.start === repair.start;
  if (repair.missing === undefined) {
    return isOpening
      ? t('Invalid opening quote: {name}. Use {quote} instead.', values)
      : t('Invalid closing quote: {name}. Use {quote} instead.', values);
  }
  return isOpening
    ? t('Invalid opening quote: {name}. The closing quote is missing. Use {quote} for both.', values)
    : t('Invalid closing quote: {name}. The opening quote is missing. Use {quote} for both.', values);
}
