import type { Trouble } from '../../platform/errors';
import type { Source } from '../approve';
import { placeTrouble, type PlacedTrouble } from './placeTrouble';
import type { Attempt } from '../send';

export interface MarkDeps {
  /** Shows these problems at a document in place of those shown before, until its next edit. */
  readonly showProblems: (source: Source, problems: readonly PlacedTrouble[]) => void;
}

/** Shows what the platform said at the places it means, unless the text has changed while the request was on its way. */
export function mark(deps: MarkDeps, { source, request }: Attempt, trouble: Trouble): void {
  const { written } = request.document;
  if (source.text() !== written.text) return;
  deps.showProblems(source, placeTrouble(written, trouble, request.entries ?? []));
}
