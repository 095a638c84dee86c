// The files that scripts/generate.ts makes of the schemas, as far as more than one side reads them.

/** A line of schemas/elements.json, enough to list elements and search them. */
export interface ElementSummary {
  readonly key: string;
  readonly name: string;
  /** Null where no document tells it. */
  readonly hub: string | null;
  /** False for an element that is known to exist, but has no schema: nobody documented its entries. */
  readonly documented?: false;
}

/** Prefix of the snippet in snippets/instances.json that a request of an element begins with. */
export const skeletonPrefix = (elementKey: string): string => `ce-${elementKey}`;
