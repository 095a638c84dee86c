import { rangeToSource } from '../curl/bodyEdits';
import { callsPlatform } from '../curl/commands';
import { toRange, type ServedDocument } from '../documents/servedDocument';
import type { CurlFile } from '../../../common/src/protocol/curl';

/** The files that the commands of a document send, where the names have no variables. */
export function curlFiles(document: ServedDocument): CurlFile[] {
  return document.commands.filter(callsPlatform).flatMap(({ start: at, command }) =>
    command.call.data.flatMap(({ file, argument }) => {
      const hasVariable = argument.word.pieces.some(({ isVariable }) => isVariable);
      if (file === undefined || file === '-' || hasVariable) return [];
      const { length } = argument.value;
      const { start, end } = rangeToSource(argument, { start: length - file.length, end: length });
      return [{ path: file, range: toRange(document, { start: at + start, end: at + end }) }];
    }),
  );
}
