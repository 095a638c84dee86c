import type { Trouble } from '../../platform/errors';
import type { Source } from '../approve';
import { placeTrouble, type PlacedTrouble } from './placeTrouble';
import type { Attempt } from '../send';

export interface MarkDeps {
  /** Shows these problems at a document in place of those shown before, until its next edit. */
  readonly showProblems: (source: Source, problems: readonly PlacedTrouble[]) => void;
}

/** Shows what the platform said at the places it means, unless the text has changed while the request was on its way. */
export function mark(deps: MarkDeps, { source, text, request }: Attempt, trouble: Trouble): void {
  if (source.text() !== text) return;
  deps.showProblems(source, placeTrouble(text, trouble, request.entries ?? []));
}
