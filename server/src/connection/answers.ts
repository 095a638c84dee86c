import type { DiagnosticOptions } from '../features/diagnostics';
import type { InstanceDocument, ServedDocument } from '../documents/servedDocument';
import type { Guard, Guarded } from './guard';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Makers of handlers for requests about a document: one that nothing is to be said of has the neutral answer. */
export interface Answers {
  /** For what is asked of any document. */
  readonly answerAny: <Params extends DocumentParams, Result>(
    name: string,
    fallback: Result,
    run: (document: ServedDocument, params: Params) => Result,
  ) => Guarded<Params, Result>;
  /** For what is asked of files that are requests. */
  readonly answer: <Params extends DocumentParams, Result>(
    name: string,
    fallback: Result,
    run: (document: InstanceDocument, params: Params) => Result,
  ) => Guarded<Params, Result>;
  /** With what the client asks of diagnostics: the document is the one that there is once that is known. */
  readonly answerWithOptions: <Params extends DocumentParams, Result>(
    name: string,
    fallback: Result,
    run: (document: ServedDocument, options: DiagnosticOptions, params: Params) => Result,
  ) => Guarded<Params, Result>;
}

/** @param find The document of a URI, where something is to be said of it. */
export function createAnswers(
  guard: Guard,
  find: (uri: string) => Promise<ServedDocument | undefined>,
  optionsOf: (uri: string) => Promise<DiagnosticOptions>,
): Answers {
  const answerAny: Answers['answerAny'] = (name, fallback, run) =>
    guard(name, fallback, async (params) => {
      const document = await find(params.textDocument.uri);
      return document ? run(document, params) : fallback;
    });
  return {
    answerAny,
    answer: (name, fallback, run) =>
      answerAny(name, fallback, (document, params) => (document.request ? run(document.request, params) : fallback)),
    answerWithOptions: (name, fallback, run) =>
      guard(name, fallback, async (params) => {
        const options = await optionsOf(params.textDocument.uri);
        const document = await find(params.textDocument.uri);
        return document ? run(document, options, params) : fallback;
      }),
  };
}
