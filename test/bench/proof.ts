import type { ElementSummary } from '../../common/src/catalog/generatedFiles';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '../../server/src/catalog/schemaTypes';
import { measuredElement } from './catalogs';
import { completeDocument, inElementKey, inEntryName, smallDocument, type BenchDocument } from './documents';
import { verify } from './measure';
import { hover, labelOf, namesMissingEntry } from './questions';
import type { Server } from './servers';
import { startSession } from './session';

/**
 * Throws unless a server works with the schemas, all of them: it names the entry that is missing, and only where it is
 * missing; it offers every entry of the element and every element; it knows what an entry means.
 * @param root Folder of the product, which has the schemas.
 */
export async function proveSchemas(root: string, server: Server): Promise<void> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8'));
  const { properties } = read(`elements/${measuredElement}.schema.json`) as JsonSchema;
  const entries = Object.keys(properties?.['configuration']?.properties ?? {});
  const keys = (read('elements.json') as readonly ElementSummary[]).map(({ key }) => key);

  const session = await startSession(server);
  const diagnose = async (document: BenchDocument): Promise<unknown> => {
    await session.open(document);
    return session.diagnostics(document);
  };
  const complete = await diagnose(completeDocument);
  verify(server, 'a file that is complete', !namesMissingEntry(complete), complete);
  const small = await diagnose(smallDocument);
  verify(server, 'a file with an entry missing', namesMissingEntry(small), small);

  for (const [place, all] of [
    [inEntryName, entries.filter((entry) => entry !== 'username')],
    [inElementKey, keys],
  ] as const) {
    const items = await session.completion(smallDocument, place);
    const offered = new Set(items.map(labelOf));
    verify(server, `completion of ${all.length}`, all.length > 0 && all.every((label) => offered.has(label)), items);
  }
  const { ask, isTrue } = hover(smallDocument, 1);
  const meaning = await ask(session, inEntryName);
  verify(server, 'hover', isTrue(meaning), meaning);
  await session.end();
}
