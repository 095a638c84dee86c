import ts from 'typescript';
import { isTranslation, lineOf, parse } from '../../scripts/messageTexts';

/** A literal of a source file that a person may read. */
export interface Prose {
  /** `path:line`. */
  readonly place: string;
  readonly text: string;
}

/** Two words with a space between them: nothing that programs say to each other looks like this. */
const isSentence = (text: string): boolean => /\p{L}[\p{L}'’]+[,;:.]? \p{L}+/u.test(text);
/** In a file of messages, one word is a label. */
const isLabel = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Entries of problems have single words for programs, too, such as severities. A title starts with a capital letter. */
const isSentenceOrTitle = (text: string): boolean => isSentence(text) || /^\p{Lu}\p{Ll}/u.test(text);

const isMessages = (path: string): boolean => /messages(?:\/\w+)?\.ts$/.test(path);
const isProblems = (path: string): boolean => /Problems\.ts$/.test(path) && !/\/find\w+\.ts$/.test(path);

/** Literals with words in them that are not given to `t`. */
export function proseOutsideOfMessages(root: string, path: string): Prose[] {
  const file = parse(root, path);
  const isProse = isMessages(path) ? isLabel : isProblems(path) ? isSentenceOrTitle : isSentence;
  const found: Prose[] = [];
  const visit = (node: ts.Node): void => {
    if (isTranslation(node)) {
      // Values are looked at: a sentence must not be put together in them.
      node.arguments.slice(1).forEach(visit);
      return;
    }
    if (isForPrograms(node)) return;
    const text = textOf(node);
    if (text !== undefined && isProse(text)) found.push({ place: `${path}:${lineOf(file, node)}`, text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const textOf = (node: ts.Node): string | undefined =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : undefined;

/** Imports, types, names of properties and cases, errors for programmers, and the log, which is for support. */
function isForPrograms(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return /^\w*Error$/.test(node.expression.getText());
  if (ts.isCallExpression(node)) return /(?:\blog|trace)\b(?:\.\w+)?$/.test(node.expression.getText());
  if (ts.isStringLiteralLike(node)) {
    const { parent } = node;
    return (
      isTitleOfProblem(parent) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      ts.isElementAccessExpression(parent) ||
      ts.isCaseClause(parent) ||
      (ts.isBinaryExpression(parent) &&
        [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(
          parent.operatorToken.kind,
        ))
    );
  }
  return false;
}

/** The title in an entry of a problem: it is for docs/problems.md and the manifest, which is translated by itself. */
const isTitleOfProblem = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) &&
  ['title', 'condition'].includes(node.name.getText()) &&
  ts.isObjectLiteralExpression(node.parent) &&
  node.parent.properties.some((property) => property.name?.getText() === 'severity');
