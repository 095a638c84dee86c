import type { Catalog } from '../catalog/catalog';
import type { ParsedRequest } from '../request/request';
import type { Fix } from './fixEdits';
import { entryOf, type Problem } from './problems';

/** The fixes of one problem, the best one first; none where only the user can know the fix. */
export const fixesOf = (problem: Problem, parsed: ParsedRequest, catalog: Catalog): Fix[] =>
  entryOf(problem).fixes?.(problem, parsed, catalog) ?? [];
