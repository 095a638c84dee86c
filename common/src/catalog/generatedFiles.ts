// The formats of the files that scripts/generate.ts makes from the schemas and that more than one room reads.

/** An element in schemas/elements.json: enough to list and search elements. */
export interface ElementSummary {
  readonly key: string;
  readonly name: string;
  /** Null if it is not documented. */
  readonly hub: string | null;
  /** False for an element that exists but has no schema, because its entries are not documented. */
  readonly documented?: false;
}

/** Prefix of the snippet in snippets/instances.json with the skeleton of a request for an element. */
export const skeletonPrefix = (elementKey: string): string => `ce-${elementKey}`;
