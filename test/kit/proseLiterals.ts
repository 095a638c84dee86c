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

/** Literals with words in them that are not given to `t`. */
export function proseOutsideOfMessages(root: string, path: string): Prose[] {
  const file = parse(root, path);
  const isProse =
    /messages(?:\/\w+)?\.ts$|Problems\.ts$/.test(path) && !/\/find\w+\.ts$/.test(path) ? isLabel : isSentence;
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
