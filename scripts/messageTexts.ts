import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A message as the source has it. */
export interface MessageText {
  /** In English, with the names of its values in braces. */
  readonly text: string;
  /** `path:line`, the path from the root of the product. */
  readonly place: string;
  /** The names that it stands under, such as `jsonProblems.trailing-comma.message`. */
  readonly name: string;
}

/** The rooms whose texts a person reads. */
export const roomsWithMessages = ['common/src', 'engine/src', 'server/src', 'client/src'];

const translateFile = 'common/src/text/translate.ts';

/**
 * Every message of the product: what `t` of common/src/text/translate.ts is called with, by file and line.
 * @throws {Error} where `t` is called with something else than a literal: nobody could collect that.
 */
export const readMessageTexts = (root: string): MessageText[] =>
  sourceFiles(root).flatMap((path) => messagesIn(path, parse(root, path)));

/** The source files of rooms, as paths from the root. */
export const sourceFiles = (root: string): string[] =>
  roomsWithMessages
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && path !== translateFile)
    .sort();

/** A source file as TypeScript reads it. */
export const parse = (root: string, path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);

/** True for a call of `t`. */
export const isTranslation = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't';

function messagesIn(path: string, file: ts.SourceFile): MessageText[] {
  const found: MessageText[] = [];
  const visit = (node: ts.Node): void => {
    if (isTranslation(node)) {
      const [message] = node.arguments;
      const place = `${path}:${lineOf(file, node)}`;
      if (!message || !ts.isStringLiteralLike(message)) throw new Error(`${place}: t needs a literal.`);
      found.push({ text: message.text, place, name: nameOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The line of a node, from 1. */
export const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Names of the declarations and properties around a node, from the outside in. */
function nameOf(node: ts.Node): string {
  const names: string[] = [];
  for (let outer = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isVariableDeclaration(outer) || ts.isPropertyAssignment(outer) || ts.isFunctionDeclaration(outer)) {
      if (outer.name) names.unshift(outer.name.getText().replaceAll(/^['"]|['"]$/g, ''));
    }
  }
  return names.join('.');
}
