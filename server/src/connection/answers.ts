import type { DiagnosticOptions } from '../features/diagnostics';
import type { InstanceDocument, ServedDocument } from '../documents/servedDocument';
import type { Guard, Guarded } from './guard';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Creates handlers of requests about a document. A document that is unknown or ignored gets the fallback. */
export interface Answers {
  /** For requests about any document. */
  readonly answerAny: <Params extends DocumentParams, Result>(
    name: string,
    fallback: Result,
    run: (document: ServedDocument, params: Params) => Result,
  ) => Guarded<Params, Result>;
  /** For requests about instance files. */
  readonly answer: <Params extends DocumentParams, Result>(
    name: string,
    fallback: Result,
    run: (document: InstanceDocument, params: Params) => Result,
  ) => Guarded<Params, Result>;
  /**
   * With the options of diagnostics. The document is read after these have arrived, because it may change meanwhile.
   */
  readonly answerWithOptions: <Params extends DocumentParams, Result>(
    name: string,
    fallback: Result,
    run: (document: ServedDocument, options: DiagnosticOptions, params: Params) => Result,
  ) => Guarded<Params, Result>;
}

/** @param find The document of a URI; undefined where it is unknown or ignored. */
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
